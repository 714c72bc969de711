"""Stories that stand on a page twice."""

from cleaners.judge.review.opinions import Opinions


def once(opinions: Opinions) -> None:
    """Drop all but one copy of a story: those that the model likes less."""
    body = [score.body for score in opinions.scores]
    for one, other in opinions.scene.copies:
        for place in min(other, one, key=lambda copy: sum(body[place] for place in copy)):
            opinions.drop(place, "stands on the page twice")
