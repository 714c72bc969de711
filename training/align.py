"""Which paragraphs of a page are in its hand-checked body, found by alignment.

Pages and bodies seldom agree to the letter (quotes, spaces, links), so words are compared, and in
order: the same "Read more" is body inside the article and debris below it.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

Words = tuple[str, ...]

_WORD = re.compile(r"\w+")
# Words that place a paragraph in the body; shorter ones are placed whole.
ANCHOR = 4
# Places tried for one paragraph: a short line may stand in a hundred, the true one is near others.
MAX_PLACES = 60
# A long paragraph out of order is body when so much of it is in the body and nothing else took it.
MIN_WORDS_OUT_OF_ORDER = 8
MIN_SHARE_OUT_OF_ORDER = 0.8


def words_of(text: str) -> Words:
    """The words of a text as they are compared."""
    return tuple(_WORD.findall(text.lower()))


def shares(paragraphs: Sequence[str], gold: str) -> list[float]:
    """How much of each paragraph is in the body, 0 to 1."""
    body = words_of(gold)
    lines = [words_of(paragraph) for paragraph in paragraphs]
    chain = _chain(_candidates(lines, body), len(body))
    found = [0.0] * len(lines)
    left = _anchors(body)
    for line, start, stop in chain:
        hits, own = _common(lines[line], body[start:stop])
        found[line] = hits / len(lines[line])
        left.subtract(own)
    for line, words in enumerate(lines):
        if not found[line] and len(words) >= MIN_WORDS_OUT_OF_ORDER:
            own = _anchors(words)
            hits = sum((own & +left).values())
            if hits >= MIN_SHARE_OUT_OF_ORDER * sum(own.values()):
                found[line] = 1.0
                left.subtract(own)
    return found


def _anchors(words: Words) -> Counter[Words]:
    size = min(ANCHOR, max(len(words), 1))
    return Counter(words[i : i + size] for i in range(len(words) - size + 1))


def _common(words: Words, stretch: Words) -> tuple[int, Counter[Words]]:
    if words == stretch:
        return len(words), _anchors(words)
    return sum((Counter(words) & Counter(stretch)).values()), _anchors(words) & _anchors(stretch)


def _candidates(
    lines: Sequence[Words], body: Words
) -> Iterator[tuple[int, list[tuple[int, int, float]]]]:
    """Each line with the stretches of the body it may be: start, end, and words in common."""
    index = {size: _index(body, size) for size in range(1, ANCHOR + 1)}
    for number, words in enumerate(lines):
        if words:
            places = _places(words, body, index[min(ANCHOR, len(words))])
            if places:
                yield number, places


def _index(body: Words, size: int) -> dict[Words, list[int]]:
    index = defaultdict(list)
    for start in range(len(body) - size + 1):
        index[body[start : start + size]].append(start)
    return index


def _places(
    words: Words, body: Words, index: dict[Words, list[int]]
) -> list[tuple[int, int, float]]:
    size = min(ANCHOR, len(words))
    exact = [
        (start, start + len(words), len(words) - 0.5)
        for start in index.get(words[:size], ())
        if body[start : start + len(words)] == words
    ]
    if exact or size < ANCHOR:
        return exact[:MAX_PLACES]
    return _partial(words, body, index)


def _partial(
    words: Words, body: Words, index: dict[Words, list[int]]
) -> list[tuple[int, int, float]]:
    """Stretches where only a part agrees, by the diagonals that most anchors vote for."""
    votes: dict[int, list[int]] = defaultdict(list)
    for offset in range(len(words) - ANCHOR + 1):
        for start in index.get(words[offset : offset + ANCHOR], ())[:MAX_PLACES]:
            votes[(start - offset) // 8].append(start)
    places = []
    for starts in sorted(votes.values(), key=len, reverse=True)[:4]:
        first, last = min(starts), max(starts) + ANCHOR
        if last - first <= 2 * len(words):
            places.append((first, last, len(starts) + ANCHOR - 1.5))
    return places


def _chain(
    candidates: Iterator[tuple[int, list[tuple[int, int, float]]]], size: int
) -> list[tuple[int, int, int]]:
    """The stretches, in order of lines and of the body and never twice, with most words."""
    ends, sums = [0], [0.0]
    links: list[tuple[int, tuple[int, int, int]] | None] = [None]
    trails: list[int] = [0]
    for number, places in candidates:
        grown = []
        for start, stop, gain in places:
            place = bisect_left(ends, start + 1) - 1
            links.append((trails[place], (number, start, stop)))
            grown.append((stop, sums[place] + gain, len(links) - 1))
        for stop, total, trail in grown:
            _improve(ends, sums, trails, (stop, total, trail))
    return _walk(links, trails[-1])


def _improve(
    ends: list[int], sums: list[float], trails: list[int], new: tuple[int, float, int]
) -> None:
    """Keep the frontier: a later end is worth having only with a higher sum."""
    stop, total, trail = new
    place = bisect_left(ends, stop + 1) - 1
    if sums[place] >= total:
        return
    place += 1
    beaten = place
    while beaten < len(ends) and sums[beaten] <= total:
        beaten += 1
    if ends[place - 1] == stop:
        place -= 1
    ends[place:beaten], sums[place:beaten], trails[place:beaten] = [stop], [total], [trail]


def _walk(
    links: Sequence[tuple[int, tuple[int, int, int]] | None], trail: int
) -> list[tuple[int, int, int]]:
    chain = []
    while (link := links[trail]) is not None:
        trail, stretch = link
        chain.append(stretch)
    return chain[::-1]
