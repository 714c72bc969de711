"""Whatever name a ledger gives, `cleancopy rules` explains; and every change keeps to its proof."""

import ast
import re
from pathlib import Path

import pytest

from cleaners import encoding, repair, typos
from cleaners.model import Category
from cleaners.rulebook import rulebook

ROOT = Path(__file__).parent.parent
LEDGERS = sorted((ROOT / "fixtures").glob("*/ledger.txt"))
NAME = re.compile(rf"(?:{'|'.join(Category)})\.[\w-]+")
ROW = re.compile(r" *\d+  (?:dropped|cut|restored|mended|joined) +(?P<rule>[\w-]+\.[\w-]+)")
EDITS = [rule for rule, _ in encoding.RULES]
EDITS += [rule for _, rules in typos.RULES for rule in rules]


def test_every_rule_of_the_ledgers_is_in_the_book():
    rows = (line for file in LEDGERS for line in file.read_text("utf-8").splitlines())
    named = {row["rule"] for row in map(ROW.match, rows) if row}
    assert named - {entry.name for entry in rulebook()} == set()


def test_every_rule_that_the_code_names_is_in_the_book():
    texts = (path.read_text("utf-8") for path in (ROOT / "cleaners").rglob("*.py"))
    nodes = (node for text in texts for node in ast.walk(ast.parse(text)))
    named = {node.value for node in nodes if isinstance(node, ast.Constant)}
    rules = {name for name in named if isinstance(name, str) and NAME.fullmatch(name)}
    assert rules - {entry.name for entry in rulebook()} == set()


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
