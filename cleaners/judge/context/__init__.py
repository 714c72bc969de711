"""What a page says about paragraphs that say nothing about themselves: rules by place, one module
an idea. What a paragraph says alone is for `cleaners.debris`.
"""

from collections.abc import Sequence
from dataclasses import replace

from cleaners.judge.context.authors import author_notes
from cleaners.judge.context.contents import contents
from cleaners.judge.context.feeds import feeds, timed_items
from cleaners.judge.context.headline import headline
from cleaners.judge.context.letters import newsletter_boxes, shared
from cleaners.judge.context.links import links, links_between, links_in_capitals, one_link
from cleaners.judge.context.pictures import counters, credited, echoes
from cleaners.judge.context.stamps import stamped
from cleaners.judge.context.team import team
from cleaners.judge.zones import Scene
from cleaners.model import Label, Paragraph

# In the order in which they speak; of those about one paragraph the first is heard.
RULES = (
    headline,
    contents,
    newsletter_boxes,
    shared,
    author_notes,
    credited,
    echoes,
    counters,
    feeds,
    timed_items,
    stamped,
    one_link,
    links_between,
    links,
    links_in_capitals,
    team,
)


def hear(paragraphs: Sequence[Paragraph], labels: Sequence[Label]) -> Scene:
    """The scene of a page, with all that is said of its paragraphs: alone and in context."""
    scene = Scene.of(paragraphs, labels)
    return replace(scene, said=(*labels, *(said for rule in RULES for said in rule(scene))))
