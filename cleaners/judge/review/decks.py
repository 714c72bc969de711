"""The deck of a guide: what it is about, between its headline and its byline."""

from cleaners.judge.review.opinions import Opinions

# On folds of sites, what stood so by itself above a story with two subheads and more was no part of
# it on 39 pages of 57 up to here; above a story without, which is news, it was on most.
SURE_OF_A_DECK = 0.9
MIN_SUBHEADS_OF_A_GUIDE = 2


def decks(opinions: Opinions) -> None:
    """Drop what a guide is about, where its markup sets that apart from the story below."""
    kept = opinions.kept() if opinions.taught else []
    if len(kept) < 1 + MIN_SUBHEADS_OF_A_GUIDE or kept[1] == kept[0] + 1:
        return
    subheads = sum(opinions.block(place) == "heading" for place in kept)
    if opinions.block(kept[0]) == "paragraph" and subheads >= MIN_SUBHEADS_OF_A_GUIDE:
        opinions.drop_below(SURE_OF_A_DECK, kept[0], "says what the story is about, above it")
