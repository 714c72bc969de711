"""The cost of mending, and of telling what was mended, grows with the length of a text, whatever
stands in it.
"""

import time
from collections.abc import Callable
from random import Random
from string import ascii_lowercase

import pytest

from cleaners import clean, explain, ledger, repair
from cleaners.typos import lexicon

SMALL, TIMES_LARGER = 4_000, 8
# Quadratic cost would be 64 times as much; clocks of busy machines are off by a factor of two.
MAX_TIMES_SLOWER = 24
RUNS = 3


def junk(chance: Random) -> str:
    return "".join(chance.choices(ascii_lowercase, k=chance.randint(5, 9)))


def all_junk(count: int) -> str:
    chance = Random(1)
    return " ".join(junk(chance) for _ in range(count))


def partly_junk(count: int) -> str:
    chance = Random(1)
    return " ".join(junk(chance) if place % 8 == 0 else "harbour" for place in range(count))


def names(count: int) -> str:
    chance = Random(1)
    return " ".join(
        junk(chance).capitalize() if place % 8 == 0 else "Harbour" for place in range(count)
    )


def sentences_without_spaces(count: int) -> str:
    return "said.The " * count


def words(count: int) -> list[str]:
    known = lexicon.of("en")
    assert known is not None
    common = [word for word, zipf in known.known.items() if zipf >= 30 and len(word) > 3]
    return [common[place % len(common)] for place in range(count)]


def other_sentences_without_spaces(count: int) -> str:
    chosen = words(2 * count)
    return " ".join(f"{a}.{b.title()}" for a, b in zip(chosen, chosen[count:], strict=False))


def cut_words(count: int) -> str:
    return " ".join(f"{word[:-2]}- {word[-2:]}" for word in words(count))


def mojibake(count: int) -> str:
    return "donâ€™t and canâ€™t " * (count // 3)


def seconds(work: Callable[[], object]) -> float:
    """The least of some runs: a collection of garbage may fall into any of them."""
    return max(min(map(once, [work] * RUNS)), 0.001)


def once(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


@pytest.mark.parametrize(
    "made",
    [
        all_junk,
        partly_junk,
        names,
        sentences_without_spaces,
        other_sentences_without_spaces,
        cut_words,
        mojibake,
    ],
)
def test_cost_grows_with_length(made):
    repair(made(100))
    small, large = made(SMALL), made(SMALL * TIMES_LARGER)
    assert seconds(lambda: repair(large)) < MAX_TIMES_SLOWER * seconds(lambda: repair(small))


@pytest.mark.parametrize("told", [explain, ledger.entries])
def test_cost_of_telling_grows_with_the_changes_in_a_line(told):
    small, large = (clean(mojibake(size), kind="text") for size in (SMALL, SMALL * TIMES_LARGER))
    assert seconds(lambda: told(large)) < MAX_TIMES_SLOWER * seconds(lambda: told(small))
