"""The fields of an article, from what its page states and what the judge took for them."""

from collections.abc import Mapping

from cleaners.model import Category, Fields, Page, Verdict


def gather(page: Page, texts: Mapping[int, str], verdicts: Mapping[int, Verdict]) -> Fields:
    """The fields; ``texts`` are the restored texts of all paragraphs by number."""
    found = {
        category: [texts[n] for n, v in verdicts.items() if v.category is category]
        for category in (Category.HEADLINE, Category.BYLINE, Category.CAPTION)
    }
    headline, byline = found[Category.HEADLINE], found[Category.BYLINE]
    return page.stated.or_else(
        Fields(
            title=headline[0] if headline else None,
            byline=byline[0] if byline else None,
            captions=tuple(found[Category.CAPTION]),
        )
    )
