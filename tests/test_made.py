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


def written(number: int) -> Sample:
    story = [f"Snow fell on the harbour for {n} days on end that year." for n in range(5)]
    raw = "\n".join([*story[:2], f"Boarding the ferry of {number}", *story[2:], "Book a crossing"])
    return Sample(f"sea-{number}", f"sea-{number}.example", raw, "\n".join(story), "invented")


def test_an_enriched_page_is_a_page_with_debris_of_others_between_its_lines(pages):
    others = [written(number) for number in range(40)]
    enriched = list(made.enriched(pages, others, seed=1))
    assert enriched
    for page in enriched:
        own = next(p for p in pages if p.id == page.id).raw.split("\n\n")
        lines = page.raw.split("\n\n")
        foreign = [line for line in lines if line.startswith(("Boarding", "Book"))]
        assert foreign
        assert [line for line in lines if line not in foreign] == own


def test_what_enriches_a_page_is_of_its_fold(pages):
    others = [written(number) for number in range(40)]
    fold = {f"Boarding the ferry of {n}": fold_of(other.domain) for n, other in enumerate(others)}
    for page in made.enriched(pages, others, seed=1):
        met = {fold[line] for line in page.raw.split("\n\n") if line in fold}
        assert met <= {fold_of(page.domain)}


def test_an_estranged_page_keeps_its_commonest_words_and_the_shape_of_all(pages):
    many = [*pages] * 3
    estranged = list(made.estranged(many, seed=1))
    assert estranged
    for page in estranged:
        own = next(p for p in pages if p.id == page.id).raw
        assert "The " in page.raw
        assert "ferry" not in page.raw
        assert [len(word) for word in page.raw.split()] == [len(word) for word in own.split()]
