"""Pages made of checked ones, for training only: archives hold few of the short and the broken-up
pages that scrapers bring home, and a model that never saw one loses their sentences.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from cleaners.judge.english import TABLE
from training import align
from training.invented import GAPS, INVENTED
from training.pages import Sample, fold_of
from training.varied import VARIED

BODY_ALONE = "body alone"
EXCERPT = "excerpt"
INTERRUPTED = "interrupted"
ENRICHED = "enriched"
ESTRANGED = "estranged"
# What is made of a page, or invented, is never measured.
MADE = frozenset({BODY_ALONE, EXCERPT, INTERRUPTED, ENRICHED, ESTRANGED, INVENTED, VARIED})
EXCERPTS_A_SAMPLE = 0.6
LINES_OF_AN_EXCERPT = (4, 40)
MIN_CHARS_OF_A_SENTENCE = 60
INTERRUPTED_A_SAMPLE = 0.4
LINES_OF_A_STORY = (2, 20)
# Interruptions of a story, and lines of each.
BLOCKS = (1, 9)
LINES_OF_A_BLOCK = (1, 7)
# Whole pages into which debris of others is put, and how much: with eight of ten pages in place of
# three, the debris that pages have of their own counted for too little.
ENRICHED_A_SAMPLE = 0.3
LINES_TO_ENRICH = (6, 400)
BLOCKS_PUT_IN = (2, 8)
LINES_PUT_IN = (1, 4)
ESTRANGED_A_SAMPLE = 0.05
# Less of a line than that in the body is no word of it; more, and the line is all body.
DEBRIS, BODY = 0.02, 0.9


def of(samples: Sequence[Sample], seed: int = 0) -> Iterator[Sample]:
    """What is made of these samples; of a body known to be broken, nothing."""
    sound = [sample for sample in samples if not sample.doubtful]
    yield from excerpts(sound, seed)
    yield from interruptions(sound, seed)
    yield from bodies(sound)


def bodies(samples: Sequence[Sample]) -> Iterator[Sample]:
    """The body of each page as a page of its own, in which nothing is debris."""
    return map(_body_alone, {sample.id: sample for sample in samples}.values())


def excerpts(samples: Sequence[Sample], seed: int) -> Iterator[Sample]:
    """A few lines of some pages as pages of their own, with some of the story: such pages come from
    feeds, and nobody scrapes a page that has no story.
    """
    chance = np.random.default_rng(seed)
    for sample in samples:
        if chance.random() < EXCERPTS_A_SAMPLE and (excerpt := _excerpt(sample, chance)):
            yield excerpt


def interruptions(samples: Sequence[Sample], seed: int) -> Iterator[Sample]:
    """Stretches of some stories with debris of other pages before, between and after the lines.

    What goes into a page comes from pages of its fold and its variant: a model that must not know
    a site does not meet its debris elsewhere.
    """
    chance = np.random.default_rng(seed)
    alike: dict[tuple[int, str], list[Sample]] = defaultdict(list)
    for sample in samples:
        if chance.random() < INTERRUPTED_A_SAMPLE:
            alike[fold_of(sample.domain), sample.variant].append(sample)
    for some in alike.values():
        parts = list(map(_parts, some))
        blocks = [block for _, debris in parts for block in debris]
        for sample, (story, _) in zip(some, parts, strict=True):
            if story and blocks:
                yield _interrupted(sample, story, blocks, chance)


def enriched(
    samples: Sequence[Sample], written: Sequence[Sample], seed: int = 0
) -> Iterator[Sample]:
    """Some pages with a few lines of debris of other pages, of their fold, put between theirs: most
    pages have little debris, and the model must not learn that such pages have none.
    """
    chance = np.random.default_rng(seed)
    blocks: dict[int, list[list[str]]] = defaultdict(list)
    for sample in written:
        blocks[fold_of(sample.domain)] += _parts(sample)[1]
    least, most = LINES_TO_ENRICH
    for sample in samples:
        lines = [line for line in sample.raw.split("\n") if line.strip()]
        chosen = chance.random() < ENRICHED_A_SAMPLE and not sample.doubtful
        some = blocks[fold_of(sample.domain)]
        if chosen and some and least <= len(lines) <= most:
            for _ in range(int(chance.integers(*BLOCKS_PUT_IN))):
                _put_in(lines, some, LINES_PUT_IN, chance)
            gap = GAPS["\n\n" in sample.raw]
            yield replace(sample, raw=gap.join(lines), variant=ENRICHED)


def estranged(samples: Sequence[Sample], seed: int = 0) -> Iterator[Sample]:
    """Some pages in a language of their own, in which only the words that are put into English
    before a page is judged mean anything: what is no English is not debris for that.
    """
    chance = np.random.default_rng(seed)
    table: dict[str, dict[str, str]] = tomllib.loads(TABLE.read_text("utf-8"))
    known = {english for meanings in table.values() for english in meanings}
    for sample in samples:
        if chance.random() < ESTRANGED_A_SAMPLE and not sample.doubtful:
            alphabet = _alphabet(chance)
            raw, gold = (_estranged(text, known, alphabet) for text in (sample.raw, sample.gold))
            yield replace(sample, raw=raw, gold=gold, variant=ESTRANGED)


def _estranged(text: str, known: Container[str], alphabet: Mapping[int, str]) -> str:
    return _WORD.sub(
        lambda word: word[0] if word[0].lower() in known else word[0].translate(alphabet), text
    )


_WORD = re.compile(r"[^\W\d_]+")
_VOWELS, _CONSONANTS = "aeiouy", "bcdfghjklmnpqrstvwxz"


def _alphabet(chance: np.random.Generator) -> dict[int, str]:
    """Another letter for each: vowels for vowels, small ones for small ones."""
    letters = ""
    for kind in (_VOWELS, _CONSONANTS):
        letters += "".join(chance.permutation(list(kind)))
    own = _VOWELS + _CONSONANTS
    return str.maketrans(own + own.upper(), letters + letters.upper())


def _shares(sample: Sample) -> tuple[list[str], list[float]]:
    """The lines with text, and how much of each is in the body."""
    lines = [line for line in sample.raw.split("\n") if line.strip()]
    return lines, align.shares(lines, sample.gold)


def _parts(sample: Sample) -> tuple[list[str], list[list[str]]]:
    """The lines of the story, and the runs of lines that are debris."""
    story: list[str] = []
    debris: list[list[str]] = [[]]
    for line, share in zip(*_shares(sample), strict=True):
        if share < DEBRIS:
            debris[-1].append(line)
            continue
        if debris[-1]:
            debris.append([])
        if share > BODY:
            story.append(line)
    return story, list(filter(None, debris))


def _interrupted(
    sample: Sample, story: list[str], blocks: list[list[str]], chance: np.random.Generator
) -> Sample:
    size = int(chance.integers(*LINES_OF_A_STORY))
    begin = int(chance.integers(0, max(len(story) - size, 0) + 1))
    told = story[begin : begin + size]
    lines = list(told)
    for _ in range(int(chance.integers(*BLOCKS))):
        _put_in(lines, blocks, LINES_OF_A_BLOCK, chance)
    raw = str(chance.choice(GAPS)).join(lines)
    return replace(sample, raw=raw, gold="\n\n".join(told), variant=INTERRUPTED)


def _put_in(
    lines: list[str],
    blocks: Sequence[Sequence[str]],
    size: tuple[int, int],
    chance: np.random.Generator,
) -> None:
    """Put some lines of one of the blocks between these lines; ``size`` is how many."""
    block = blocks[int(chance.integers(0, len(blocks)))]
    start = int(chance.integers(0, len(block)))
    place = int(chance.integers(0, len(lines) + 1))
    lines[place:place] = block[start : start + int(chance.integers(*size))]


def _excerpt(sample: Sample, chance: np.random.Generator) -> Sample | None:
    lines = sample.raw.split("\n")
    shares = align.shares(lines, sample.gold)
    sentences = [
        place
        for place, (line, share) in enumerate(zip(lines, shares, strict=True))
        if share > BODY and len(line) >= MIN_CHARS_OF_A_SENTENCE
    ]
    if not sentences:
        return None
    size = int(chance.integers(*LINES_OF_AN_EXCERPT))
    begin = max(int(chance.choice(sentences)) - int(chance.integers(0, size)), 0)
    return replace(sample, raw="\n".join(lines[begin : begin + size]), variant=EXCERPT)


def _body_alone(sample: Sample) -> Sample:
    body = "\n\n".join(line.strip() for line in sample.gold.split("\n") if line.strip())
    return replace(sample, raw=body, variant=BODY_ALONE)
