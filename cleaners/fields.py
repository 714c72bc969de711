"""The fields of an article, from what its page states and what the judge took for them."""

import re
from collections.abc import Iterable, Mapping

from cleaners.dates import dates_in
from cleaners.debris.listing import listings
from cleaners.debris.writers import names_in
from cleaners.judge.context.headline import REPEATED
from cleaners.judge.context.pictures import ALT_TEXT, COUNTER
from cleaners.model import Category, Edit, Fields, Page, Policy, Treatment, Verdict, Zone

_SOURCE = re.compile(
    r"\W*(?:sources?|fuentes?|quellen?|font[ei]|источники?|джерел[оа]|źródł[oa]|bron)\s*:\s*", re.I
)
# A link in Markdown, by what it shows.
_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\([^()\s]*\)")
_UPDATED = re.compile(r"\b(?:updated?|modified|aktualisiert|mis à jour|обновлено|оновлено)\b", re.I)
# Where 3/4/2024 may be a day of March.
_MONTH_FIRST = ("en", None)

# Buttons of a gallery, and the alt text that the caption below it repeats.
_NOT_A_CAPTION = listings(Category.CAPTION) | {
    ALT_TEXT.name,
    COUNTER.name,
    "caption.image-in-gallery",
}


def gather(
    page: Page,
    texts: Mapping[int, str],
    verdicts: Mapping[int, Verdict],
    policy: Policy,
    edits: Iterable[Edit] = (),
) -> Fields:
    """The fields; ``texts`` are the restored texts of all paragraphs by number, ``edits`` what was
    cut from some of them.

    What the page states about itself wins over what its text says. A category that the policy
    drops gives no field.
    """
    wanted = {c for c in Category if policy.treatment(c) is not Treatment.DROP}
    said: dict[Category, list[tuple[Verdict, str]]] = {}
    for number, verdict in verdicts.items():
        category = verdict.category
        if category in wanted:
            said.setdefault(category, []).append((verdict, _LINK.sub(r"\1", texts[number])))
    headlines = sorted(
        said.get(Category.HEADLINE, ()), key=lambda each: each[0].rule == REPEATED.name
    )
    bylines = _nearest(said.get(Category.BYLINE, ()))
    if Category.BYLINE in wanted:
        bylines += [edit.before for edit in edits if edit.category is Category.BYLINE]
    return page.stated.or_else(
        Fields(
            title=headlines[0][1].lstrip("# ") if headlines else None,
            byline=next(filter(None, map(names_in, bylines)), None),
            published=_published(bylines, day_first=page.stated.language not in _MONTH_FIRST),
            source=_source(text for _, text in said.get(Category.SOURCE, ())),
            captions=tuple(
                text
                for verdict, text in said.get(Category.CAPTION, ())
                if verdict.rule not in _NOT_A_CAPTION
            ),
        )
    )


def _nearest(said: Iterable[tuple[Verdict, str]]) -> list[str]:
    """The texts above the story; the others only where there are none."""
    said = tuple(said)
    above = [text for verdict, text in said if verdict.zone is Zone.HEAD]
    return above or [text for _, text in said]


def _published(bylines: Iterable[str], *, day_first: bool) -> str | None:
    """The first date; one that says when the text was updated only where there is no other."""
    in_order = sorted(bylines, key=lambda text: bool(_UPDATED.search(text)))
    return next((date for text in in_order for date in dates_in(text, day_first=day_first)), None)


def _source(texts: Iterable[str]) -> str | None:
    for text in texts:
        if found := _SOURCE.match(text):
            return text[found.end() :].strip() or None
    return None
