"""Stories that a page prints twice, for narrow and for wide screens. A paragraph or two that come
again, as a refrain or a quotation does, are no copy.
"""

from collections.abc import Iterator, Sequence

from cleaners.judge.prose import is_prose
from cleaners.model import Paragraph

# So many came again in one piece on ten sites of our pages, and nine had their story twice; a few
# sentences that come again are as often meant.
MIN_PARAGRAPHS_OF_A_COPY = 4
MIN_CHARS_OF_PROSE = 50


# The places of a story and of its copy.
Copies = tuple[range, range]


def copies(paragraphs: Sequence[Paragraph]) -> Iterator[Copies]:
    """The places of a story and of its copy, as many times as it has one."""
    long = [place for place, line in enumerate(paragraphs) if len(line.text) >= MIN_CHARS_OF_PROSE]
    if len(long) - len({paragraphs[place].text for place in long}) < MIN_PARAGRAPHS_OF_A_COPY:
        return
    lines = [paragraph.text for paragraph in paragraphs]
    prose = [place for place in long if is_prose(lines[place])]
    texts = [lines[place] for place in prose]
    first: dict[str, int] = {}
    place = 0
    while place < len(texts):
        above = first.setdefault(texts[place], place)
        size = _alike(texts, above, place)
        if len(set(texts[place : place + size])) >= MIN_PARAGRAPHS_OF_A_COPY:
            one, other = (prose[start : start + size] for start in (above, place))
            yield _whole(lines, range(one[0], one[-1] + 1), range(other[0], other[-1] + 1))
        place += max(1, size)


def _whole(lines: Sequence[str], one: range, other: range) -> tuple[range, range]:
    """Both copies with the lines right above and below that are alike too: their subheads."""
    between = other.start - one.stop
    up = min(between, _alike(lines, one.start - 1, other.start - 1, -1))
    down = min(between - up, _alike(lines, one.stop, other.stop))
    return range(one.start - up, one.stop + down), range(other.start - up, other.stop + down)


def _alike(lines: Sequence[str], one: int, other: int, step: int = 1) -> int:
    """How many lines from one place on, down or up, are those from another place further down."""
    most = min(other - one, len(lines) - other if step > 0 else one + 1)
    size = 0
    while size < most and lines[one + step * size] == lines[other + step * size]:
        size += 1
    return size
