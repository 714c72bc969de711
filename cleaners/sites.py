"""Site profiles: what one site always prints, as evidence for the judge, and what people decided
about its lines; how a profile is learned belongs to the flow `learn_sites`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from cleaners.draft import Draft
from cleaners.model import (
    Category,
    Decision,
    Label,
    Paragraph,
    SiteLine,
    SitePhrase,
    SiteProfile,
    Strength,
    Verdict,
    Where,
    Zone,
)

# What a profile says of lines; the name of a phrase follows that of its category.
SITE_LINE, SITE_TAIL = "furniture.site-line", "furniture.site-tail"
SITE_SELECTOR, SITE_FORBIDDEN = "furniture.site-selector", "furniture.site-forbidden"
SITE_PHRASE, SITE_PINNED = "site-phrase", "body.site-pinned"
# Counts, times and years move on lines that are otherwise printed on every page.
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
ANY_NUMBER = "{n}"
# Shorter lines are headings, names and buttons; they say nothing about how far an edge is.
MIN_WORDS_OF_PROSE = 12
# A line of a tenth of the stories may belong to a section or a series; a third is the whole site.
# Between the two it is a hint, which needs the model or a neighbour.
MIN_SHARE_TO_BE_SURE = 0.3
# A story may quote one line of its site; below two the page has ended, and what changes from page
# to page there (headlines of other stories) is no part of this one.
LINES_THAT_MAKE_A_TAIL = 2


def printed(text: str) -> str:
    """A line as profiles hold it: single spaces, and any number as ``{n}``.

    >>> printed("  1,204 shares   so far")
    '{n} shares so far'
    """
    text = " ".join(text.split())
    return text if text.isalpha() else _NUMBER.sub(ANY_NUMBER, text)


def prose_beyond(texts: Sequence[str], known: Sequence[bool]) -> list[tuple[int, int]]:
    """For each line, how many words of prose stand above and below it that are not the site's."""
    words = [
        0 if ours or (count := text.count(" ") + 1) < MIN_WORDS_OF_PROSE else count
        for text, ours in zip(texts, known, strict=True)
    ]
    above, total, beyond = 0, sum(words), []
    for count in words:
        beyond.append((above, total - above - count))
        above += count
    return beyond


def label(paragraphs: Sequence[Paragraph], profile: SiteProfile | None) -> tuple[Label, ...]:
    """What the profile of its site says of each paragraph of a page.

    A learned line is sure debris only where the site prints it, mostly at an edge of the page. The
    same words in the middle of a story, where the story quotes them, are no more than a hint.
    """
    if profile is None:
        return ()
    return (
        *_chosen(paragraphs, profile),
        *_phrased(paragraphs, profile),
        *_learned(paragraphs, profile),
    )


def is_of_profile(rule: str) -> bool:
    """Whether a rule is made of the profile of a site.

    >>> is_of_profile("promo.site-phrase"), is_of_profile("promo.line")
    (True, False)
    """
    return ".site-" in rule


def _learned(paragraphs: Sequence[Paragraph], profile: SiteProfile) -> Iterator[Label]:
    by_text = profile.learned_by_text
    if not by_text:
        return
    longest = 2 * max(map(len, by_text))
    lines = [by_text.get(printed(p.text)) if len(p.text) <= longest else None for p in paragraphs]
    if not any(lines):
        return
    beyond = prose_beyond([p.text for p in paragraphs], [line is not None for line in lines])
    tail: list[SiteLine] = []
    for paragraph, line, words in zip(paragraphs, lines, beyond, strict=True):
        if line is not None:
            strength = _strength(line, words, profile.stories)
            tail += [line] if line.place is Zone.TAIL and strength is Strength.SURE else []
            yield _furniture(
                paragraph,
                SITE_LINE,
                strength,
                f"printed on {line.seen} of {profile.stories} pages of {profile.site}",
            )
        elif len(tail) >= LINES_THAT_MAKE_A_TAIL:
            because = f"stands below “{tail[-1].text}”, where the pages of {profile.site} end"
            yield _furniture(paragraph, SITE_TAIL, Strength.SURE, because)


def _strength(line: SiteLine, beyond: tuple[int, int], stories: int) -> Strength:
    above, below = beyond
    at_edge = {Zone.HEAD: above, Zone.TAIL: below}.get(line.place, 0) <= line.words_beyond
    return Strength.SURE if at_edge and is_sure(line, stories) else Strength.HINT


def is_sure(line: SiteLine, stories: int) -> bool:
    """Whether a line is on so many of the stories that it belongs to the whole site."""
    return line.seen >= MIN_SHARE_TO_BE_SURE * stories


def _furniture(paragraph: Paragraph, rule: str, strength: Strength, because: str) -> Label:
    return Label(paragraph.number, rule, Category.FURNITURE, strength, because)


def _phrased(paragraphs: Sequence[Paragraph], profile: SiteProfile) -> Iterator[Label]:
    for phrase in profile.phrases:
        find = _finder(phrase)
        for paragraph in paragraphs:
            if phrase.text in paragraph.text and (found := find.search(paragraph.text)):
                yield Label(
                    paragraph.number,
                    f"{phrase.category}.{SITE_PHRASE}",
                    phrase.category,
                    Strength.SURE,
                    f"a phrase of the profile of {profile.site}",
                    None if found.span() == (0, len(paragraph.text)) else found.span(),
                )


def _finder(phrase: SitePhrase) -> re.Pattern[str]:
    """The span that goes: the words alone where they start, end or stand anywhere in a line."""
    words = rf"(?<!\w){re.escape(phrase.text)}(?!\w)"
    shapes = {
        Where.WHOLE: rf"\A{words}\Z",
        Where.STARTS: rf"\A{words}\s*",
        Where.ENDS: rf"\s*{words}\Z",
        Where.ANYWHERE: rf"\s?{words}",
    }
    return re.compile(shapes[phrase.where])


def _chosen(paragraphs: Sequence[Paragraph], profile: SiteProfile) -> Iterator[Label]:
    for paragraph in paragraphs:
        if paragraph.markup and paragraph.markup.chosen == "drop":
            because = f"chosen by a selector of the profile of {profile.site}"
            yield _furniture(paragraph, SITE_SELECTOR, Strength.SURE, because)


def pinned(paragraphs: Iterable[Paragraph], profile: SiteProfile | None) -> frozenset[int]:
    """The paragraphs that a person wants kept, by their words or by a selector."""
    if profile is None or not (profile.pinned or profile.keep):
        return frozenset()
    wanted = frozenset(map(printed, profile.pinned))
    return frozenset(
        p.number
        for p in paragraphs
        if (p.markup and p.markup.chosen == "keep") or printed(p.text) in wanted
    )


def overrule(decision: Decision, draft: Draft) -> Decision:
    """The decision as the people who wrote the site's profile want it."""
    profile = draft.document.profile
    if profile is None or not (draft.pinned or profile.forbidden):
        return decision
    unwanted = frozenset(map(printed, profile.forbidden))
    forbidden = frozenset(p.number for p in draft.paragraphs if printed(p.text) in unwanted)
    whole = draft.pinned | forbidden
    return replace(
        decision,
        verdicts=tuple(
            _pinned(verdict, profile.site)
            if verdict.line in draft.pinned
            else _forbidden(verdict, profile.site)
            if verdict.line in forbidden
            else verdict
            for verdict in decision.verdicts
        ),
        cuts=tuple(cut for cut in decision.cuts if cut.line not in whole),
    )


def _pinned(verdict: Verdict, site: str) -> Verdict:
    because = f"pinned in the profile of {site}"
    return verdict._replace(
        kept=True, rule=SITE_PINNED, because=because, category=None, probability=1.0
    )


def _forbidden(verdict: Verdict, site: str) -> Verdict:
    return Verdict(
        verdict.line,
        False,
        SITE_FORBIDDEN,
        f"forbidden in the profile of {site}",
        Category.FURNITURE,
        verdict.zone,
        0.0,
    )


def as_of(profile: SiteProfile, day: date) -> SiteProfile:
    """The profile as it holds on a day: what was learned expires, what people wrote does not."""
    expired = profile.expires is not None and day > profile.expires
    return replace(profile, learned=()) if expired else profile
