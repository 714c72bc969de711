"""Every rule and phrase is held to its own examples."""

from dataclasses import replace

import pytest

from cleaners import BadRule, debris
from cleaners.debris.listing import EVERY_LISTING
from cleaners.model import Paragraph

EVERY_RULE = [pytest.param(rule, id=rule.name) for rule in debris.catalogue()]


def said_by(rule, text):
    return [label for label in debris.label([Paragraph(0, text)]) if label.rule == rule.name]


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_a_rule_leaves_alone_what_nearly_matches(rule):
    assert [text for text in rule.keep if said_by(rule, text)] == []


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_a_rule_finds_what_it_is_for(rule):
    assert [text for text in rule.drop if not said_by(rule, text)] == []


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_a_rule_has_proof(rule):
    assert rule.drop
    assert rule.keep


@pytest.mark.parametrize("name", ["weather.storm", "subscribe"])
def test_a_rule_is_named_for_a_category(name):
    with pytest.raises(BadRule, match=f"{name}: call it category.what-it-is; there are headline"):
        replace(debris.RULES[0], name=name)


def test_no_two_rules_share_a_name():
    names = [rule.values[0].name for rule in EVERY_RULE]
    assert sorted(set(names)) == sorted(names)


def test_a_listed_line_says_what_it_is():
    for line in debris.listed():
        (label,) = [
            label
            for label in debris.label([Paragraph(0, line.text)])
            if label.rule in EVERY_LISTING
        ]
        assert label.because


@pytest.mark.parametrize(
    "hostile",
    ["a@a" + "." * 300_000 + "!x", "{" * 300_000, "Source: " + "a." * 150_000, "/" * 300_000 + "x"],
    ids=["dots", "braces", "names", "slashes"],
)
def test_a_hostile_line_costs_no_more_than_its_length(hostile):
    assert debris.label([Paragraph(0, hostile)]) == ()
