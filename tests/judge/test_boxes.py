"""Boxes known by their names hold debris, whatever it says, unless they hold the story."""

import pytest

from cleaners import BadRule, clean
from cleaners.judge import boxes
from cleaners.judge.boxes import kind_of, known_boxes
from cleaners.model import Category

STORY = "".join(
    f"<p>The ferry to Skarvholm sailed on day {day} of the strike, carrying {day} passengers.</p>"
    for day in range(20, 32)
)
REMARK = "I crossed with them on Tuesday and the captain let my daughter ring the bell."


def _body(page: str) -> str:
    return clean(f"<html><body><main>{page}</main></body></html>", kind="html", engine="fast").body


def test_a_remark_in_a_paragraph_of_the_story_is_kept():
    assert REMARK in _body(f"<article>{STORY}<p>{REMARK}</p></article>")


def test_a_box_with_most_of_the_story_is_not_what_its_name_says():
    assert _body(f'<div class="sidebar">{STORY}</div>').count("The ferry") == 12


def test_a_name_is_known_as_a_whole_only():
    assert REMARK in _body(f'<article>{STORY}<p class="no-comments-yet">{REMARK}</p></article>')


def test_a_remark_among_the_comments_goes():
    page = f'<article>{STORY}<div class="comment-list"><p>{REMARK}</p></div></article>'
    assert REMARK not in _body(page)


def test_the_kind_of_a_box_is_the_category_of_what_is_in_it():
    page = f"<article>{STORY}<figure><figcaption>{REMARK}</figcaption></figure></article>"
    article = clean(f"<html><body>{page}</body></html>", kind="html", engine="fast")
    assert article.fields.captions == (REMARK,)


def test_every_name_in_the_table_is_in_small_letters():
    assert [name for name in known_boxes().names if name != name.lower()] == []


def test_a_name_is_known_among_others_and_whatever_its_case():
    assert kind_of("post Wp-Caption-Text wide") is Category.CAPTION


def test_a_name_of_two_kinds_of_debris_is_refused(tmp_path, monkeypatch):
    table = tmp_path / "boxes.toml"
    table.write_text('[names]\nrelated = "more-on"\npromo = "offer more-on"\n[tags]\n')
    monkeypatch.setattr(boxes, "TABLE", table)
    with pytest.raises(BadRule, match="'more-on' twice"):
        known_boxes.__wrapped__()
