"""What the judge sees of each paragraph: itself, its neighbours, its section and its page.

One implementation for training and use. Columns are named; whoever adds one adds it here, and the
next training takes it up.
"""

from collections.abc import Sequence

import numpy as np

from cleaners.arrays.pages import Pages
from cleaners.arrays.table import Columns
from cleaners.arrays.words import measure
from cleaners.judge import wording as worded
from cleaners.judge.echoes import echoes
from cleaners.judge.english import in_english
from cleaners.judge.lines import read
from cleaners.judge.measures import VOCABULARY_BITS, Measures
from cleaners.judge.surroundings import neighbours, page, placement, sections
from cleaners.judge.wording import Wording
from cleaners.model import Paragraph

# More blank lines above a line than this say no more.
MAX_GAP = 3
# In the page's densest stretch of prose a line of anything else costs as much as so many words win.
COST_OF_A_LINE = -8
# The first lines of prose of that stretch say what the article is about.
LINES_OF_AN_OPENING = 6


def features_of(
    documents: Sequence[Sequence[Paragraph]], wording: Wording, languages: Sequence[str | None] = ()
) -> tuple[Measures, Columns]:
    """The features of the paragraphs of some documents, which are written in these languages: by
    themselves, and where they stand.
    """
    pages = Pages.of([len(document) for document in documents])
    words = measure([paragraph.text for document in documents for paragraph in document])
    lines = read(in_english(words, pages.bounds, languages), wording)
    words, line = lines.words, lines.words.text_of_word()
    place = worded.places(words.hashes, VOCABULARY_BITS)
    place += pages.document[line] << VOCABULARY_BITS
    rare = worded.rarity(words, wording)
    measures = Measures(
        pages,
        words,
        line,
        place,
        rare,
        lines.count,
        lines.wording,
        lines.prose,
        lines.heading,
        lines.ends,
    )
    gaps = np.array([p.gap for document in documents for p in document], np.int64)
    columns = lines.columns | {"gap": np.minimum(gaps, MAX_GAP)}
    columns |= neighbours(measures) | sections(measures, gaps) | page(measures)
    start, stop = pages.best_stretch(np.where(measures.prose, measures.count, COST_OF_A_LINE))
    columns |= placement(measures, start, stop)
    first = measures.prose & (pages.row >= start) & (pages.row < start + LINES_OF_AN_OPENING)
    return measures, columns | echoes(measures, first)
