"""Whatever name a ledger gives, `cleancopy rules` explains; and every change keeps to its proof."""

import re
from pathlib import Path

import pytest

from cleaners import encoding, repair, typos
from cleaners.rulebook import rulebook

LEDGERS = sorted((Path(__file__).parent.parent / "fixtures").glob("*/ledger.txt"))
ROW = re.compile(r" *\d+  (?:dropped|cut|restored|mended|joined) +(?P<rule>[\w-]+\.[\w-]+)")
EDITS = [rule for rule, _ in encoding.RULES]
EDITS += [rule for _, rules in typos.RULES for rule in rules]


def test_every_rule_of_the_ledgers_is_in_the_book():
    rows = (line for file in LEDGERS for line in file.read_text("utf-8").splitlines())
    named = {row["rule"] for row in map(ROW.match, rows) if row}
    assert named - {entry.name for entry in rulebook()} == set()


def test_no_two_rules_of_the_book_share_a_name():
    names = [entry.name for entry in rulebook()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.name) for rule in EDITS])
def test_a_change_is_made_as_its_proof_says(rule):
    repaired = repair(rule.before)
    assert repaired.text == rule.after
    assert [edit.rule for edit in repaired.edits] == [rule.name]


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.name) for rule in EDITS])
def test_what_was_changed_is_left_alone(rule):
    assert repair(rule.after).edits == ()
