"""What trafilatura would keep of a page: a second opinion, never a verdict; its only import.

It may take very long or fail on hostile pages, so it is asked on a thread of its own, for a bounded
time, and only about pages of a size at which it has been seen to answer.
"""

from dataclasses import dataclass, replace
from threading import Thread

from cleaners.model import Page, unmarked
from cleaners.readers import dated

# Ten times what it takes for the longest page of our sets.
MAX_SECONDS = 10.0
MAX_CHARS = 5_000_000
MAX_TAGS = 50_000
# Shorter lines must be whole lines of the answer: "Share" stands somewhere in every text.
MIN_CHARS_TO_FIND = 25
# A line is known by its beginning; further on the answer may have other white space.
CHARS_TO_FIND = 60


@dataclass(slots=True)
class _Answer:
    """What was found out so far."""

    body: str | None = None
    published: str | None = None


def with_opinion(page: Page, text: str, thinned: str) -> Page:
    """The page with the lines that trafilatura takes for body, or with a note why it has none; and
    with its date, where only its looks tell.

    It is shown the ``thinned`` text, which it reads in half of the time. On 830 pages it took the
    same lines of 95 in a hundred, its F1 rose by .002, and seven of our bodies changed a little;
    for dates it is shown the whole.
    """
    if len(text) > MAX_CHARS or text.count("<") > MAX_TAGS:
        return _without(page, "the page is too large for it")
    answer = _Answer()
    # A daemon, so that an answer that never comes keeps no process from ending.
    asking = Thread(target=_ask, args=(page, text, thinned, answer), daemon=True)
    asking.start()
    asking.join(MAX_SECONDS)
    body, published = answer.body, answer.published
    if page.stated.published is None and published:
        page = replace(page, stated=replace(page.stated, published=published))
    if body is None:
        slow = f"it had not answered after {MAX_SECONDS:.0f} seconds"
        return _without(page, slow if asking.is_alive() else "it failed on this page")
    return replace(page, extracted=_found(page, body))


def _ask(page: Page, text: str, thinned: str, answer: _Answer) -> None:
    # Slow to import, and not needed for plain text or by the fast engine.
    import trafilatura

    try:
        # Its own second opinions, which `fast` leaves out, take a quarter of its time; on 801 pages
        # the bodies had the same F1 without them.
        found = trafilatura.extract(thinned, url=page.url, include_comments=False, fast=True)
        answer.body = found or ""
        if page.stated.published is None:
            answer.published = dated.published(text, page.url)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return


def _without(page: Page, why: str) -> Page:
    return replace(page, notes=(*page.notes, f"judged without a second opinion: {why}"))


def _found(page: Page, answer: str) -> frozenset[int]:
    """The lines of the page that stand in an answer."""
    lines = frozenset(line.lstrip("- ").strip() for line in answer.split("\n"))
    whole = " ".join(answer.split())
    texts = ((line.number, unmarked(line.text, line.markup)) for line in page.lines)
    return frozenset(
        number
        for number, text in texts
        if text in lines or (len(text) >= MIN_CHARS_TO_FIND and text[:CHARS_TO_FIND] in whole)
    )
