"""Phrase files are data; a mistake in one is named with its file, its place and what to do."""

from collections import Counter
from pathlib import Path

import pytest

from cleaners import BadRule, debris
from cleaners.debris import phrasebook
from cleaners.debris.listing import line_key
from cleaners.model import Paragraph, Strength

PROOF = 'drop = ["Harbour news in your inbox"]\nkeep = ["Your inbox is full."]\n'


def written(folder: Path, text: str, name: str = "subscribe.toml") -> Path:
    path = folder / "en" / name
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    return path


def test_a_phrase_becomes_a_rule(tmp_path: Path):
    toml = f'[[phrase]]\nid = "subscribe.inbox"\nmatch = "in your inbox"\nwhere = "ends"\n{PROOF}'
    (rule,) = phrasebook.load(written(tmp_path, toml)).rules
    assert rule.name == "subscribe.inbox"
    assert rule.strength is Strength.HINT
    assert list(rule.find("Harbour news in your inbox!")) == [(0, 27)]
    assert list(rule.find("Your inbox is full.")) == []


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ('[[phrase]]\nmatch = "inbox"\n' + PROOF, "phrase 'inbox' has no id; add one"),
        ('[[phrase]]\nid = "subscribe.x"\nmatch = "x"\ndrop = ["x"]', "has no keep; add one"),
        (f'[[phrase]]\nid = "share.x"\nmatch = "x"\n{PROOF}', "must be called 'subscribe.…'"),
        (f'[[phrase]]\nid = "subscribe.x"\nmatch = "…"\n{PROOF}', "matches no word; give it one"),
        (f'[[phrase]]\nid = "subscribe.x"\nmatch = "x"\nwhere = "near"\n{PROOF}', "use whole, st"),
        (f'[[phrase]]\nid = "subscribe.x"\nmatch = "x"\nstrength = "y"\n{PROOF}', "use sure or h"),
        (f'[[phrase]]\nid = "subscribe.x"\nmatch = "x"\nwords = "9"\n{PROOF}', "use a number"),
        (f'[[phrase]]\nid = "subscribe.x"\nmatch = "x"\nwrods = 9\n{PROOF}', "unknown key 'wrods'"),
        ('[[phrase]]\nid = "subscribe.x"\nmatch = "x"\ndrop = "x"\nkeep = ["y"]', "list of texts"),
        ('[lines]\nmaybe = "Subscribe"', "unknown key 'maybe'"),
        ("[lines", "en/subscribe.toml"),
    ],
)
def test_a_mistake_is_named_with_its_remedy(tmp_path: Path, toml: str, says: str):
    path = written(tmp_path, toml)
    with pytest.raises(BadRule) as mistake:
        phrasebook.load(path)
    assert says in str(mistake.value)
    assert str(mistake.value).startswith("en/subscribe.toml")


def test_a_file_is_named_for_a_category(tmp_path: Path):
    with pytest.raises(BadRule, match=r"en/weather\.toml: a file of phrases is named for one of"):
        phrasebook.load(written(tmp_path, "", "weather.toml"))


@pytest.mark.parametrize(
    ("examples", "says"),
    [
        (
            'drop = ["Harbour news by post"]\nkeep = ["Nothing."]\n',
            "does not find “Harbour news by",
        ),
        ('drop = ["News in your inbox"]\nkeep = ["It is in your inbox"]\n', "finds “It is in your"),
    ],
)
def test_a_phrase_is_held_to_its_examples(tmp_path: Path, examples: str, says: str):
    toml = f'[[phrase]]\nid = "subscribe.x"\nmatch = "in your inbox"\nwhere = "ends"\n{examples}'
    with pytest.raises(BadRule, match=f"phrase 'subscribe.x' {says}"):
        debris.prove(phrasebook.load(written(tmp_path, toml)))


def said(text: str) -> list[tuple[str, Strength]]:
    return [(label.rule, label.strength) for label in debris.label([Paragraph(0, text)])]


def test_spaces_case_and_marks_do_not_hide_a_listed_line():
    assert line_key("SIGN  UP now »") == line_key("signupnow")


@pytest.mark.parametrize("text", ["subscribesign in", "Become a member Support us just once"])
def test_several_listed_lines_on_one_are_found(text: str):
    assert ("subscribe.lines", Strength.SURE) in said(text)


def test_a_line_with_a_word_to_spare_is_not_covered():
    assert not [rule for rule, _ in said("Become a member of parliament") if "lines" in rule]


def test_no_phrase_is_listed_twice_in_one_language():
    for folder in phrasebook.FOLDER.iterdir():
        books = [phrasebook.load(path) for path in folder.glob("*.toml")]
        keys = Counter(line_key(line.text) for book in books for line in book.listed)
        assert [key for key, count in keys.items() if count > 1] == []
