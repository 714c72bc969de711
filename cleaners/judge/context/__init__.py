"""What a page says about paragraphs that say nothing about themselves: rules by place, one module
an idea. What a paragraph says alone is for `cleaners.debris`.
"""

from collections.abc import Sequence
from dataclasses import replace

from cleaners.judge.context.authors import NAMED_AUTHOR, author_notes
from cleaners.judge.context.contents import ANNOUNCED, CONTENTS, announced_contents, contents
from cleaners.judge.context.doubled import DOUBLED, doubled
from cleaners.judge.context.feeds import ABOVE_A_FEED, ITEM, feeds, timed_items
from cleaners.judge.context.headline import ABOVE_THE_STORY, REPEATED, headline
from cleaners.judge.context.letters import IN_A_BOX, LETTER, newsletter_boxes, shared
from cleaners.judge.context.links import (
    BELOW_ITS_HEADING,
    LIKE_THE_BUTTONS,
    links,
    links_between,
    links_in_capitals,
    one_link,
)
from cleaners.judge.context.papers import LISTED, PAPER, papers, sources
from cleaners.judge.context.pictures import (
    ABOVE_ITS_CREDIT,
    ALT_TEXT,
    COUNTER,
    STUCK_CREDIT,
    counters,
    credited,
    echoes,
    stuck_credits,
)
from cleaners.judge.context.rule import PlaceRule
from cleaners.judge.context.stamps import STAMPED, stamped
from cleaners.judge.context.team import TEAM, team
from cleaners.judge.zones import Scene
from cleaners.model import Label, Paragraph

# All that they may say.
NAMED: tuple[PlaceRule, ...] = (
    ABOVE_THE_STORY,
    REPEATED,
    CONTENTS,
    ANNOUNCED,
    IN_A_BOX,
    LETTER,
    NAMED_AUTHOR,
    ABOVE_ITS_CREDIT,
    ALT_TEXT,
    COUNTER,
    STUCK_CREDIT,
    ITEM,
    ABOVE_A_FEED,
    DOUBLED,
    LISTED,
    PAPER,
    STAMPED,
    BELOW_ITS_HEADING,
    LIKE_THE_BUTTONS,
    TEAM,
)
# In the order in which they speak; of those about one paragraph the first is heard.
RULES = (
    headline,
    contents,
    announced_contents,
    newsletter_boxes,
    shared,
    author_notes,
    credited,
    echoes,
    stuck_credits,
    counters,
    doubled,
    papers,
    sources,
    feeds,
    timed_items,
    stamped,
    one_link,
    links_between,
    links,
    links_in_capitals,
    team,
)


def label_in_context(paragraphs: Sequence[Paragraph], labels: Sequence[Label]) -> Scene:
    """The scene of a page, with all labels of its paragraphs: those that they have by themselves,
    and those of the rules by place.
    """
    scene = Scene.of(paragraphs, labels)
    in_context = (label for rule in RULES for label in rule(scene))
    return replace(scene, every_label=(*labels, *in_context))
