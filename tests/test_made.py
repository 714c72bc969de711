"""Pages made of checked ones for training: they must teach nothing that is not so."""

import pytest

from training import made
from training.pages import Sample, fold_of

STORY = [
    f"The ferry left pier {n} late again, and nobody on the quay could say why." for n in range(9)
]
DEBRIS = ["Sign up for our newsletter", "Ten bridges to walk", "Share", "Most read"]


def sample(number: int) -> Sample:
    raw = "\n\n".join([*DEBRIS[:2], *STORY[:5], DEBRIS[2], *STORY[5:], DEBRIS[3]])
    return Sample(f"page-{number}", f"harbour{number}.example", raw, "\n".join(STORY), "main")


@pytest.fixture(scope="module")
def pages() -> list[Sample]:
    return [sample(number) for number in range(80)]


def test_an_interrupted_story_keeps_its_lines_in_order(pages):
    for page in made.interruptions(pages, seed=1):
        told = page.gold.split("\n\n")
        assert told == [line for line in page.raw.split("\n") if line in STORY]


def test_what_interrupts_a_story_is_debris(pages):
    some = list(made.interruptions(pages, seed=1))
    lines = {line for page in some for line in page.raw.split("\n") if line}
    assert some
    assert lines - set(STORY) == set(DEBRIS)


def test_what_is_made_stays_in_the_fold_of_its_site(pages):
    own = [
        Sample(p.id, p.domain, p.raw.replace("Share", f"Share {fold_of(p.domain)}"), p.gold)
        for p in pages
    ]
    for page in made.interruptions(own, seed=1):
        met = {line for line in page.raw.split("\n") if line.startswith("Share")}
        assert met <= {f"Share {fold_of(page.domain)}"}


def test_an_excerpt_holds_some_of_the_story(pages):
    excerpts = list(made.excerpts(pages, seed=1))
    assert excerpts
    assert all(set(page.raw.split("\n")) & set(STORY) for page in excerpts)


def test_of_a_broken_body_nothing_is_made():
    doubtful = Sample("a", "harbour.example", "\n".join(STORY), "\n".join(STORY), doubtful=True)
    assert list(made.of([doubtful])) == []
