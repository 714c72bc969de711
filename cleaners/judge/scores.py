"""The models' opinion of every paragraph of some documents: how likely it is body, why, and what
else it is likeliest.
"""

from collections.abc import Callable, Sequence
from itertools import chain, pairwise

import numpy as np

from cleaners.arrays.net import STEPS, probability
from cleaners.judge.case import Case, examine, portions
from cleaners.judge.categories import KNOWN_BY_THEIR_PLACE, category_of_each, held_in_boxes
from cleaners.judge.company import keep_company
from cleaners.judge.elements import lists_of, part_of
from cleaners.judge.markup import look_at_markup
from cleaners.judge.models import PageModel, TextModel
from cleaners.judge.odds import (
    MIN_PROBABILITY,
    RATHER_KEPT_BY_MARKUP,
    drawn_to_lists,
    log_odds_of,
    opinion,
    page_shift,
)
from cleaners.judge.page_reasons import page_reasons
from cleaners.judge.prose import words_of_prose, words_up_to
from cleaners.judge.reasons import reasons
from cleaners.model import Page, Paragraph, Score, Strength
from cleaners.sites import is_of_profile

# A heading that repeats the title of the page is its headline, whatever stands around it: log odds
# that nothing else outweighs. The hand-checked bodies begin with it on one page of forty, and none
# of 13 embedded posts that the model kept is in one.
HEADLINE_ODDS = 3 * STEPS
IN_A_KNOWN_BOX = "in a box whose name says what it holds"
# A page is told apart from its debris by what stands around; where next to nothing does, rules and
# zones decide.
MIN_WORDS_OF_A_PAGE = 40

# On a page that no rule is sure of anything about, what the model takes is as often of the story as
# not: left alone, such pages have the same F1 on folds of sites, and .005 more recall where the
# scraper took the article's container. Bodies that are judged again are such pages, and often
# mostly lists: where half had to be prose, .002 of the recall of HTML was lost and nothing won.
# With next to no prose a page is a menu.
MIN_PROSE_OF_CLEAN_COPY = 0.1


def score(cases: Sequence[Case], model: TextModel) -> list[tuple[Score, ...]]:
    """One score a paragraph, one tuple a page; an empty one for a page too short to judge, and for
    clean copy.

    No page changes the scores of another.
    """
    pages = [
        case if _is_page(case.paragraphs) and not _is_clean(case) else Case(()) for case in cases
    ]
    return _in_portions(pages, lambda _, some: _scored(some, model))


# What scores some cases, which are at these places among all.
_Scoring = Callable[[Sequence[int], Sequence[Case]], list[tuple[Score, ...]]]


def _in_portions(cases: Sequence[Case], scoring: _Scoring) -> list[tuple[Score, ...]]:
    """One score a paragraph, one tuple a case; what is judged in one go is bounded."""
    found: list[tuple[Score, ...]] = [()] * len(cases)
    for portion in portions(cases):
        places, some = zip(*portion, strict=True)
        for place, scores in zip(places, scoring(places, some), strict=True):
            found[place] += scores
    return found


def _is_page(paragraphs: Sequence[Paragraph]) -> bool:
    return words_up_to(MIN_WORDS_OF_A_PAGE, paragraphs) >= MIN_WORDS_OF_A_PAGE


def _is_clean(case: Case) -> bool:
    """Whether a page is prose, no part of it twice, and no rule is sure of anything on it but what
    its site prints.
    """
    if any(x.strength is Strength.SURE and not is_of_profile(x.rule) for x in case.labels):
        return False
    if case.has_copies:
        return False
    words = prose = 0
    for paragraph in case.paragraphs:
        words += paragraph.text.count(" ") + 1
        prose += words_of_prose(paragraph.text)
    return prose >= MIN_PROSE_OF_CLEAN_COPY * words


def _scored(cases: Sequence[Case], model: TextModel) -> list[tuple[Score, ...]]:
    if not any(case.paragraphs for case in cases):
        return [() for _ in cases]
    measures, columns = examine(cases, model.wording)
    odds = log_odds_of(model.net, measures, columns)
    columns |= keep_company(measures, opinion(odds))
    bounds = measures.pages.bounds.tolist()
    for a, b in pairwise(bounds):
        odds[a:b] += page_shift(odds[a:b], measures.count[a:b]) if a < b else 0
    body = probability(odds)
    paragraphs = [paragraph for case in cases for paragraph in case.paragraphs]
    because = reasons(paragraphs, measures, columns, body >= MIN_PROBABILITY)
    scores = list(map(Score, body.tolist(), because))
    return [tuple(scores[a:b]) for a, b in pairwise(bounds)]


def score_pages(
    pages: Sequence[Page], cases: Sequence[Case], model: PageModel
) -> list[tuple[Score, ...]]:
    """One score a paragraph of some HTML pages, by their markup and their words."""
    full = [place for place, case in enumerate(cases) if case.paragraphs]
    given = [cases[place] for place in full]

    def scoring(places: Sequence[int], some: Sequence[Case]) -> list[tuple[Score, ...]]:
        parts = [
            (pages[full[n]], case) if case is given[n] else part_of(pages[full[n]], case)
            for n, case in zip(places, some, strict=True)
        ]
        return _score_pages([page for page, _ in parts], [case for _, case in parts], model)

    known = dict(zip(full, _in_portions(given, scoring), strict=True))
    return [known.get(place, ()) for place in range(len(cases))]


def _score_pages(
    pages: Sequence[Page], cases: Sequence[Case], model: PageModel
) -> list[tuple[Score, ...]]:
    shown = [case.paragraphs for case in cases]
    measures, columns = examine(cases, model.wording)
    columns |= look_at_markup(pages, shown, measures, model.naming)
    odds = log_odds_of(model.net, measures, columns, RATHER_KEPT_BY_MARKUP)
    bounds = measures.pages.bounds.tolist()
    for a, b, page, document in zip(bounds, bounds[1:], pages, shown, strict=False):
        odds[a:b] = drawn_to_lists(odds[a:b], measures.count[a:b], lists_of(page, document))
        odds[a:b] += page_shift(odds[a:b], measures.count[a:b])
    categories = list(chain.from_iterable(map(category_of_each, pages, cases)))
    known = list(map(KNOWN_BY_THEIR_PLACE.__contains__, categories))
    held = held_in_boxes(pages, shown, measures.count * (odds > 0))
    for row, category in held.items():
        categories[row], known[row] = category, True
    odds[known] = np.minimum(odds[known], -HEADLINE_ODDS)
    body = probability(odds)
    because = page_reasons(columns, body >= MIN_PROBABILITY)
    for row in held:
        because[row] = IN_A_KNOWN_BOX
    scores = list(map(Score, body.tolist(), because, categories))
    return [tuple(scores[a:b]) for a, b in pairwise(bounds)]
