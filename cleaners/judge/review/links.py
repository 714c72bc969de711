"""Lines that are nothing but a link, where a story seldom has one."""

from cleaners.judge.prose import ends_sentence
from cleaners.judge.review.opinions import CERTAIN, Opinions
from cleaners.model import Markup, Paragraph, unmarked

MIN_SHARE_OF_A_LINK = 0.9
# On folds of sites, lines of nothing but a link below the story were debris on 8 of 9 sites, items
# of lists up to here on 18 of 28; those of up to three words inside it on 16 of 21.
SURE_OF_AN_ITEM = 0.85
SURE_OF_A_BUTTON = 0.95
MAX_WORDS_OF_A_BUTTON = 3


def links_alone(opinions: Opinions) -> None:
    """Drop links by themselves: those below the story, and buttons inside it."""
    story = opinions.story()
    for place in opinions.kept() if story else ():
        line = opinions.paragraphs[place]
        if place >= story.start and line.markup and _is_link(line, line.markup):
            if place in story:
                if line.markup.block == "paragraph" and _is_button(line):
                    opinions.drop_below(SURE_OF_A_BUTTON, place, "a button inside the story")
            elif line.markup.block in ("item", "paragraph"):
                least = SURE_OF_AN_ITEM if line.markup.block == "item" else CERTAIN
                opinions.drop_below(least, place, "only a link, below the story")


def _is_link(line: Paragraph, markup: Markup) -> bool:
    """Whether a line is nothing but a link, and no sentence; a number is that of a note."""
    shown = len(unmarked(line.text, markup))
    linked = markup.link_chars >= MIN_SHARE_OF_A_LINK * shown
    return linked and not (ends_sentence(line.text) or line.text.isdigit())


def _is_button(line: Paragraph) -> bool:
    return line.text.count(" ") < MAX_WORDS_OF_A_BUTTON
