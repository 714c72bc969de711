"""Headlines above the story, which the model takes for subheads now and then."""

from cleaners.judge.prose import is_headline
from cleaners.judge.review.opinions import CERTAIN, Opinions

# On folds of sites, lines above the story that read like a headline were debris in plain text on
# seven of ten sites up to this. In HTML, where the title of the page is known, those right above a
# line that is kept were of the story on 52 of 68 sites, others up to this were not on 14 of 22.
SURE = 0.95


def headlines(opinions: Opinions) -> None:
    """Drop lines above the story that read like a headline, unless the model is sure of them; in
    HTML they stand right above a line that stands, in a language that the model was not taught
    only where they are headings.
    """
    least = SURE if opinions.taught else CERTAIN
    for place in reversed(range(opinions.story().start)):
        block = opinions.block(place)
        known = block is not None if opinions.taught else block == "heading"
        if is_headline(opinions.paragraphs[place]) and not (known and opinions.is_kept(place + 1)):
            opinions.drop_below(least, place, "reads like a headline, above the story")
