"""What the rules say of paragraphs, as columns: a hint weighs with everything else, and a line that
a rule is sure of speaks for or against its neighbours.
"""

from collections.abc import Sequence

import numpy as np

from cleaners.arrays.table import Columns
from cleaners.judge.measures import Measures
from cleaners.model import Category, Label, Paragraph, Strength
from cleaners.sites import is_of_profile

_WEIGHT = {Strength.SURE: 2, Strength.HINT: 1}
HANGING = "rule hanging"


def rule_columns(
    labels: Sequence[Sequence[Label]], documents: Sequence[Sequence[Paragraph]], measures: Measures
) -> Columns:
    """One column a category: 2 where a rule is sure, 1 where it hints; one more for debris that
    hangs on a paragraph.
    """
    columns = {_name(category): np.zeros(len(measures.count)) for category in Category}
    columns[HANGING] = np.zeros(len(measures.count))
    for said, document, begin in zip(
        labels, documents, measures.pages.bounds.tolist(), strict=False
    ):
        row = {paragraph.number: begin + n for n, paragraph in enumerate(document)}
        for label in said:
            # The net was taught on pages without a profile, and takes so many lines that are sure
            # for a page of debris.
            if is_of_profile(label.rule):
                continue
            column = columns[HANGING if label.span else _name(label.category)]
            place = row[label.number]
            column[place] = max(column[place], _WEIGHT[label.strength])
    return columns


def _name(category: Category) -> str:
    return f"rule {category}"
