"""Every rule by place is held to its own page, and none is left out of the list of them."""

from importlib import import_module
from itertools import cycle
from pkgutil import iter_modules

import pytest

from cleaners import debris
from cleaners.judge import context
from cleaners.judge.context import label_in_context
from cleaners.judge.context.rule import A_PARAGRAPH, GOES, PlaceRule
from tests.judge.story import STORY, paragraphs

EVERY_RULE = [pytest.param(rule, id=rule.name) for rule in context.NAMED]


def paragraphs_of(page):
    story = cycle(STORY)
    return paragraphs(
        *(next(story) if line == A_PARAGRAPH else line.removeprefix(GOES) for line in page)
    )


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_a_rule_drops_what_its_page_marks_and_no_more(rule: PlaceRule):
    page = paragraphs_of(rule.page)
    labels = label_in_context(page, debris.label(page)).every_label
    marked = {number for number, line in enumerate(rule.page) if line.startswith(GOES)}
    assert {label.number for label in labels if label.rule == rule.name} == marked


def test_the_list_names_every_rule_once():
    names = (module.name for module in iter_modules(context.__path__))
    modules = [import_module(f"{context.__name__}.{name}") for name in names]
    values = (value for module in modules for value in vars(module).values())
    rules = {value.name for value in values if isinstance(value, PlaceRule)}
    assert sorted(rule.name for rule in context.NAMED) == sorted(rules)
