"""The model's opinion of every paragraph of some documents; the model file is read here alone."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cleaners.judge.boxes import boxed
from cleaners.judge.case import Case, examine, portions
from cleaners.judge.company import SURE, keep_company
from cleaners.judge.copies import copies
from cleaners.judge.features import Columns, Glance, tabulate
from cleaners.judge.markup import Naming, lists_of, look_at_markup, part_of
from cleaners.judge.net import STEPS, Net, probability
from cleaners.judge.page_reasons import page_reasons
from cleaners.judge.prose import words_of_prose, words_up_to
from cleaners.judge.quality import AS_PROMISED, Calibration
from cleaners.judge.reasons import reasons
from cleaners.judge.rule_columns import OF_A_PROFILE
from cleaners.judge.wording import Wording
from cleaners.model import Category, Page, Paragraph, Score, Strength

MODEL_FILE = Path(__file__).with_name("text.npz")
HTML_FILE = Path(__file__).with_name("html.npz")

# A paragraph lost is worse than a teaser kept: four tenths of log odds cost no F1 on folds of sites
# and bring recall to .97 and more.
RATHER_KEPT = round(0.4 * STEPS)

# One unit of log odds: a page of menus alone must not get a body of its likeliest lines.
MAX_LEANING = STEPS

# How far the items of a list share their fate. On folds of sites .4 to .8 gave a page in a hundred
# more that is right to the word, and .0003 of F1; the rows of a table gained nothing by it.
SHARED = 0.7
MAX_WORDS_OF_AN_ITEM = 60
WORDS_OF_ITS_MARK = 2
MAX_SURENESS = 6 * STEPS

# A heading that repeats the title of the page is its headline, whatever stands around it: log odds
# that nothing else outweighs. The hand-checked bodies begin with it on one page of forty, and none
# of 13 embedded posts that the model kept is in one.
HEADLINE_ODDS = 3 * STEPS
IN_A_KNOWN_BOX = "in a box whose name says what it holds"
# What a box of its own with a heading is for.
_BOXED = frozenset({Category.SUBSCRIBE, Category.SHARE, Category.RELATED, Category.COMMENTS})
_TELLING_BLOCKS = frozenset({"caption", "embed", "heading"})
_KNOWN_BY_THEIR_PLACE = _BOXED | {Category.HEADLINE}

# A page is told apart from its debris by what stands around; where next to nothing does, rules and
# zones decide.
MIN_WORDS_OF_A_PAGE = 40

# On a page that no rule is sure of anything about, what the model takes is as often of the story as
# not: left alone, such pages have the same F1 on folds of sites, and .005 more recall where the
# scraper took the article's container. Bodies that are judged again are such pages, and often
# mostly lists: where half had to be prose, .002 of the recall of HTML was lost and nothing won.
# With next to no prose a page is a menu.
MIN_PROSE_OF_CLEAN_COPY = 0.1


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of words, and the net that weighs everything."""

    wording: Wording
    net: Net
    calibration: Calibration = AS_PROMISED

    def save(self, path: Path) -> None:
        """Write this model to a file."""
        arrays = {
            "weights": self.wording.weights,
            "rarity": self.wording.rarity,
            "promised": np.array(self.calibration.promised),
            "measured": np.array(self.calibration.measured),
            **self.net.arrays(),
        }
        np.savez_compressed(path, allow_pickle=False, **arrays)

    @classmethod
    def load(cls, path: Path) -> "Model":
        """The model of a file."""
        with np.load(path) as file:
            arrays = dict(file)
        wording = Wording(arrays["weights"], arrays["rarity"])
        promised, measured = arrays["promised"].tolist(), arrays["measured"].tolist()
        calibration = Calibration(tuple(promised), tuple(measured))
        return cls(wording, Net.of(arrays), calibration)


@dataclass(frozen=True, slots=True)
class PageModel:
    """The model for HTML: weights of words, weights of class and id names, and the net."""

    wording: Wording
    naming: Naming
    net: Net

    def save(self, path: Path) -> None:
        """Write this model to a file."""
        arrays = {
            "weights": self.wording.weights,
            "rarity": self.wording.rarity,
            "own": self.naming.own,
            "around": self.naming.around,
            **self.net.arrays(),
        }
        np.savez_compressed(path, allow_pickle=False, **arrays)

    @classmethod
    def load(cls, path: Path) -> "PageModel":
        """The model of a file."""
        with np.load(path) as file:
            arrays = dict(file)
        return cls(
            Wording(arrays["weights"], arrays["rarity"]),
            Naming(arrays["own"], arrays["around"]),
            Net.of(arrays),
        )


@cache
def page_model() -> PageModel:
    """The model for HTML that comes with this version."""
    return PageModel.load(HTML_FILE)


@cache
def text_model() -> Model:
    """The model for plain text that comes with this version."""
    return Model.load(MODEL_FILE)


def asked(net: Net, glance: Glance, columns: Columns) -> NDArray[np.int64]:
    """The log odds of some paragraphs, a little in their favour."""
    return net.log_odds(tabulate(columns), glance) + RATHER_KEPT


def score(cases: Sequence[Case], model: Model) -> list[tuple[Score, ...]]:
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
    if any(x.strength is Strength.SURE and OF_A_PROFILE not in x.rule for x in case.said):
        return False
    if any(copies(case.paragraphs)):
        return False
    words = prose = 0
    for paragraph in case.paragraphs:
        words += paragraph.text.count(" ") + 1
        prose += words_of_prose(paragraph.text)
    return prose >= MIN_PROSE_OF_CLEAN_COPY * words


def _scored(cases: Sequence[Case], model: Model) -> list[tuple[Score, ...]]:
    if not any(case.paragraphs for case in cases):
        return [() for _ in cases]
    glance, columns = examine(cases, model.wording)
    odds = asked(model.net, glance, columns)
    columns |= keep_company(glance, opinion(odds))
    bounds = glance.pages.bounds.tolist()
    for a, b in pairwise(bounds):
        odds[a:b] += leaning(odds[a:b], glance.count[a:b]) if a < b else 0
    body = probability(odds)
    paragraphs = [paragraph for case in cases for paragraph in case.paragraphs]
    scores = list(map(Score, body.tolist(), reasons(paragraphs, glance, columns, body >= 0.5)))
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
    glance, columns = examine(cases, model.wording)
    columns |= look_at_markup(pages, shown, glance, model.naming)
    odds = asked(model.net, glance, columns)
    bounds = glance.pages.bounds.tolist()
    for a, b, page, document in zip(bounds, bounds[1:], pages, shown, strict=False):
        odds[a:b] = together(odds[a:b], glance.count[a:b], lists_of(page, document))
        odds[a:b] += leaning(odds[a:b], glance.count[a:b])
    categories = list(chain.from_iterable(map(_category_of_each, pages, cases)))
    known = list(map(_KNOWN_BY_THEIR_PLACE.__contains__, categories))
    held = _held_in_boxes(pages, shown, glance.count * (odds > 0))
    for row, category in held.items():
        categories[row], known[row] = category, True
    odds[known] = np.minimum(odds[known], -HEADLINE_ODDS)
    body = probability(odds)
    because = page_reasons(columns, body >= 0.5)
    for row in held:
        because[row] = IN_A_KNOWN_BOX
    scores = list(map(Score, body.tolist(), because, categories))
    return [tuple(scores[a:b]) for a, b in pairwise(bounds)]


def _held_in_boxes(
    pages: Sequence[Page], shown: Sequence[Sequence[Paragraph]], kept: NDArray[np.int64]
) -> dict[int, Category]:
    """The rows that stand in known boxes, and what these are for."""
    found: dict[int, Category] = {}
    begin = 0
    for page, document in zip(pages, shown, strict=True):
        end = begin + len(document)
        inside = boxed(page, document, kept[begin:end])
        found |= {begin + place: category for place, category in inside.items()}
        begin = end
    return found


def _category_of_each(page: Page, case: Case) -> Iterator[Category]:
    """What each paragraph is, should it be debris: its block says so of captions, headlines, posts
    of other sites, and of the heading of a box that holds nothing but debris.
    """
    title = (page.stated.title or "").casefold()
    sure = {x.number: x.category for x in case.said if x.strength is Strength.SURE and not x.span}
    numbers = [paragraph.number for paragraph in case.paragraphs]
    inside: dict[int, Counter[Category | None]] = {}
    unlabelled = Category.UNLABELLED
    for paragraph in case.paragraphs:
        mark = paragraph.markup
        if mark is None or mark.block not in _TELLING_BLOCKS:
            yield unlabelled
        elif mark.block != "heading":
            yield Category.CAPTION if mark.block == "caption" else Category.SHARE
        elif paragraph.text.casefold() == title:
            yield Category.HEADLINE
        else:
            box = page.elements.around[mark.element]
            if box not in inside:
                begin, end = page.elements.first[box], page.elements.end[box]
                held = numbers[bisect_left(numbers, begin) : bisect_left(numbers, end)]
                inside[box] = Counter(map(sure.get, held))
            own = sure.get(paragraph.number)
            others = inside[box].keys() - ({own} if inside[box][own] == 1 else ())
            only = others.pop() if len(others) == 1 else None
            yield only if only in _BOXED else unlabelled


def together(
    log_odds: NDArray[np.int64], words: NDArray[np.int64], lists: NDArray[np.int64]
) -> NDArray[np.int64]:
    """The log odds of a page with those of each list, or block of code, drawn to their mean: half a
    list is worth less to a reader than all or none of it.
    """
    held = lists >= 0
    if not held.any():
        return log_odds
    which = lists[held]
    mass = np.minimum(words[held], MAX_WORDS_OF_AN_ITEM) + WORDS_OF_ITS_MARK
    sure = np.clip(log_odds[held], -MAX_SURENESS, MAX_SURENESS)
    mean = np.bincount(which, sure * mass) / np.maximum(np.bincount(which, mass), 1)
    drawn = log_odds.copy()
    drawn[held] += np.round(SHARED * (mean[which] - log_odds[held])).astype(np.int64)
    return drawn


def leaning(log_odds: NDArray[np.int64], words: NDArray[np.int64]) -> int:
    """What to add to the log odds of a page so that half is where the page is likeliest right.

    Where all is unsure, as on a page of a kind never met, leaving out all that is less likely than
    not loses more than it spares: the cut is where the expected F1 of the words is highest.
    """
    order = np.argsort(-log_odds, kind="stable")
    sure = probability(log_odds[order])
    right = np.cumsum(sure * words[order])
    cut = int(np.argmax(2 * right / (np.cumsum(words[order]) + right[-1] + 1)))
    last = int(log_odds[order[cut]])
    following = int(log_odds[order[cut + 1]]) if cut + 1 < len(order) else -MAX_LEANING
    wanted = -last if last < 0 else min(0, -following - 1)
    return max(-MAX_LEANING, min(wanted, MAX_LEANING))


def opinion(log_odds: NDArray[np.int64]) -> NDArray[np.int64]:
    """The net's opinion in thousandths."""
    return np.round(SURE / (1.0 + np.exp(-log_odds / STEPS))).astype(np.int64)
