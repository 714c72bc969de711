"""Second looks at what the model says of the lines of a page: one line tells of the next, and on
some pages the model may err. One module an idea.
"""

from collections.abc import Sequence

from cleaners.draft import Draft
from cleaners.judge.english import TAUGHT
from cleaners.judge.review.alike import keep_with_their_like
from cleaners.judge.review.decks import decks
from cleaners.judge.review.edges import edges, last_teaser
from cleaners.judge.review.emptied import refill
from cleaners.judge.review.headlines import headlines
from cleaners.judge.review.links import links_alone
from cleaners.judge.review.numbered import numbered
from cleaners.judge.review.once import once, twice
from cleaners.judge.review.opinions import Opinions
from cleaners.judge.review.pulled import pull_quotes
from cleaners.judge.review.spared import spare
from cleaners.judge.review.subheads import (
    called_like_subheads,
    dropped_with_their_text,
    kept_with_their_text,
)
from cleaners.judge.review.tags import tags
from cleaners.judge.zones import Scene
from cleaners.model import Score

# In this order: a later look sees what the ones before it left.
LOOKS = (
    twice,
    pull_quotes,
    tags,
    kept_with_their_text,
    links_alone,
    dropped_with_their_text,
    headlines,
    decks,
    edges,
    last_teaser,
    called_like_subheads,
    numbered,
)


def review(draft: Draft, scene: Scene, scores: Sequence[Score]) -> Sequence[Score]:
    """The scores of the paragraphs of a draft after all second looks."""
    if not scores:
        return scores
    opinions = Opinions(scene, scores, taught=draft.language in TAUGHT)
    refill(opinions)
    once(opinions)
    spare(opinions, draft)
    keep_with_their_like(opinions, draft)
    for look in LOOKS:
        look(opinions)
    return opinions.scores
