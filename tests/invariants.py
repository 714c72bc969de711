"""What is true of every article, whatever it was made from; used on all cases and on any text."""

from collections import Counter
from collections.abc import Iterable

from cleaners import Article, Edit, Policy, clean
from cleaners.article import paragraph_texts
from cleaners.model import by_stage


def assert_holds(article: Article, language: str | None = None) -> None:
    """All invariants of one article."""
    assert article.replay() == article.body
    assert_every_line_is_accounted_for(article)
    assert_edits_are_true(article)
    assert_nothing_is_invented(article)
    assert_order_is_kept(article)
    if article.policy.output == "text":
        assert_left_alone(article.body, article.policy, language)


def assert_every_line_is_accounted_for(article: Article) -> None:
    """Each line with text has exactly one verdict, or an edit that emptied it."""
    judged = Counter(verdict.line for verdict in article.verdicts)
    assert not [line for line, count in judged.items() if count > 1]
    edited = {edit.line for edit in article.edits if edit.stage == "restore"}
    with_text = {line.number for line in article.page.lines if line.text.strip()}
    assert with_text <= judged.keys() | edited
    assert all(verdict.rule and verdict.because for verdict in article.verdicts)


def assert_edits_are_true(article: Article) -> None:
    """Each edit changes what it says it changes, and says why."""
    of_lines, of_paragraphs = by_stage(article.edits)
    _assert_true(article.page.texts(), of_lines)
    _assert_true(paragraph_texts(article.page, of_lines, article.joins), of_paragraphs)


def _assert_true(texts: dict[int, str], edits: Iterable[Edit]) -> None:
    for edit in edits:
        assert texts[edit.line][edit.start : edit.end] == edit.before
        assert edit.before != edit.after
        assert edit.rule
        assert edit.because
        texts[edit.line] = edit.apply(texts[edit.line])


def assert_nothing_is_invented(article: Article) -> None:
    """Every word of the body is in the page, or stands in a paragraph the ledger says changed."""
    if article.policy.output == "markdown":
        return
    texts = paragraph_texts(article.page, article.edits, article.joins)
    changed = " ".join(text for number, text in texts.items() if number in _changed(article))
    in_page = {word for line in article.page.lines for word in line.text.split()}
    assert set(article.body.split()) <= in_page | set(changed.split())


def assert_order_is_kept(article: Article) -> None:
    """Paragraphs that no edit changed stand in the body in the order of the page."""
    kept = {verdict.line for verdict in article.verdicts if verdict.kept} - _changed(article)
    place = 0
    for line in article.page.lines:
        if line.number in kept:
            found = article.body.find(line.text.strip(), place)
            assert found >= 0, line.text
            place = found + len(line.text.strip())


def assert_left_alone(body: str, policy: Policy, language: str | None = None) -> None:
    """A body is left as it is when it is cleaned again."""
    assert clean(body, kind="text", policy=policy, language=language).body == body


def _changed(article: Article) -> set[int]:
    joined = {number for join in article.joins for number in (join.line, join.to)}
    return joined | {edit.line for edit in article.edits}
