"""Tags, sections and names beside the story, where rules are sure of other lines there."""

from cleaners.judge.prose import ends_sentence
from cleaners.judge.review.opinions import CERTAIN, Opinions

# A tag, a section or a name has up to three words; a subhead or a headline as often more.
MAX_WORDS_OF_A_TAG = 3
SURE_OF_A_TAG = 0.65


def tags(opinions: Opinions) -> None:
    """Drop a word or two above or below the story, where a rule is sure of other lines there,
    unless they are at least as likely of the story.
    """
    scene = opinions.scene
    least = SURE_OF_A_TAG if opinions.taught else CERTAIN
    above, below = range(scene.prose.start), range(scene.prose.stop, len(opinions.scores))
    for places, where in ((above, "above"), (below, "below")) if scene.prose else ():
        kept = filter(opinions.is_kept, places)
        few = [place for place in kept if is_tag(opinions.paragraphs[place].text)]
        if few and any(map(scene.is_sure, places)):
            for place in few:
                opinions.drop_below(least, place, f"a few words {where} the story")


def is_tag(text: str) -> bool:
    """Whether a text is a few words and no sentence."""
    return text.count(" ") < MAX_WORDS_OF_A_TAG and not ends_sentence(text)
