"""How what a place says is written down."""

from cleaners.model import Category, Label, Paragraph, Strength


def label(
    paragraph: Paragraph, rule: str, because: str, strength: Strength = Strength.SURE
) -> Label:
    """What a rule by place says of a paragraph; its category is the first part of its name."""
    category = Category(rule.partition(".")[0])
    return Label(paragraph.number, rule, category, strength, because)
