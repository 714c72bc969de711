"""Pages that the model would empty: long lists, whose items it takes for those of a feed."""

from cleaners.judge.prose import holds_prose
from cleaners.judge.review.opinions import CERTAIN, Opinions

# On folds of sites, texts of which the model left less than a fifth of so many paragraphs were two,
# each as several scrapers print them: both were lists from end to end. Comments, which it leaves
# out as rightly, stand among buttons and dates, of which rules are sure.
MIN_PARAGRAPHS_TO_EMPTY = 40
MAX_SHARE_LEFT = 0.2
MAX_SHARE_OF_THE_SURE = 1 / 15
BECAUSE = "next to nothing would be left of a long page"


def refill(opinions: Opinions) -> None:
    """Keep all lines of a plain text of which next to no paragraph would be left, but for those
    that rules are sure of.
    """
    lines = opinions.paragraphs
    dropped = len(lines) - len(opinions.kept())
    if dropped < MIN_PARAGRAPHS_TO_EMPTY or any(line.markup for line in lines):
        return
    sure = set(filter(opinions.scene.is_sure, opinions.scene.labels))
    if len(sure) > MAX_SHARE_OF_THE_SURE * len(lines):
        return
    prose = [n for n, line in enumerate(lines) if n not in sure and holds_prose(line.text)]
    left = sum(map(opinions.is_kept, prose))
    if len(prose) - left >= MIN_PARAGRAPHS_TO_EMPTY and left <= MAX_SHARE_LEFT * len(prose):
        for place in set(range(len(lines))) - sure:
            opinions.keep(place, BECAUSE, body=CERTAIN)
