"""The cost of mending grows with the length of a text, whatever stands in it."""

import time
from random import Random
from string import ascii_lowercase

import pytest

from cleaners import repair

SMALL, TIMES_LARGER = 4_000, 8
# Quadratic cost would be 64 times as much; clocks of busy machines are off by a factor of two.
MAX_TIMES_SLOWER = 24


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


def seconds(text: str) -> float:
    begin = time.process_time()
    repair(text)
    return time.process_time() - begin


@pytest.mark.parametrize("made", [all_junk, partly_junk, names, sentences_without_spaces])
def test_cost_grows_with_length(made):
    repair(made(100))
    small = max(min(seconds(made(SMALL)) for _ in range(3)), 0.001)
    assert seconds(made(SMALL * TIMES_LARGER)) < MAX_TIMES_SLOWER * small
