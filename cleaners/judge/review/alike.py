"""Sentences whose like all stand: a page sets the paragraphs of a story alike."""

from collections import Counter

from cleaners.draft import Draft
from cleaners.judge.odds import MIN_PROBABILITY
from cleaners.judge.prose import ends_sentence
from cleaners.judge.review.opinions import Opinions
from cleaners.model import Category, Elements

# On folds of sites, such sentences were of the story on 18 of 24 pages from here on.
MIN_PROBABILITY_AMONG_ITS_LIKE = 0.3
MIN_LINES_ALIKE = 3
_SET_LIKE_THE_STORY = frozenset({Category.SUBSCRIBE, Category.BYLINE})

# The tag and the names of the element around a line, and those of the one around that.
_Setting = tuple[str, str, str, str]


def keep_with_their_like(opinions: Opinions, draft: Draft) -> None:
    """Keep sentences right beside a line that stands, where all lines that the page sets like them
    stand too; what speaks of newsletters or of the author is set like the story on many pages.
    """
    dropped = [
        place
        for place, score in enumerate(opinions.scores)
        if MIN_PROBABILITY_AMONG_ITS_LIKE <= score.body < MIN_PROBABILITY
        and (opinions.is_kept(place - 1) or opinions.is_kept(place + 1))
        and ends_sentence(opinions.paragraphs[place].text)
        and not _is_set_alike(opinions, place)
    ]
    if not dropped or not draft.is_marked():
        return
    set_so = [
        _setting(line.markup.element if line.markup else 0, draft.page.elements)
        for line in opinions.paragraphs
    ]
    alike = Counter(set_so)
    stand = Counter(set_so[place] for place in opinions.kept())
    for place in dropped:
        others = alike[set_so[place]] - 1
        if others == stand[set_so[place]] >= MIN_LINES_ALIKE:
            opinions.keep(place, "all lines that the page sets like it stand")


def _is_set_alike(opinions: Opinions, place: int) -> bool:
    said = opinions.scene.labels.get(place, ())
    return any(label.category in _SET_LIKE_THE_STORY for label in said)


def _setting(element: int, elements: Elements) -> _Setting:
    around = elements.around[element]
    outer = (elements.tags[around], elements.names[around]) if around >= 0 else ("", "")
    return elements.tags[element], elements.names[element], *outer
