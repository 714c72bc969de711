"""From labels and probabilities to one verdict a paragraph; guards come last. What a line looks
like to the model belongs to `features`, what a phrase means to `cleaners.debris`.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cleaners.judge.odds import MIN_PROBABILITY
from cleaners.judge.prose import holds_prose
from cleaners.judge.zones import Scene
from cleaners.model import (
    Category,
    Decision,
    Edit,
    Label,
    Paragraph,
    Policy,
    Score,
    Strength,
    Treatment,
    Verdict,
    Zone,
)

# What people quote in a story: longer than a button, in quotation marks from its first letter.
MIN_WORDS_OF_A_QUOTE = 8
_QUOTABLE = frozenset(
    {
        Category.SUBSCRIBE,
        Category.SHARE,
        Category.RELATED,
        Category.COMMENTS,
        Category.PROMO,
        Category.LEGAL,
    }
)
_OPENING_MARKS = ("“", '"', "‘", "«", "„")
BY_THE_MODEL = {category: f"{category}.model" for category in Category}
_NO_COMMENT = re.compile(
    r"\b(?:did\ not\ (?:immediately\ )?(?:respond|reply|return\ (?:calls|a\ call|requests?))"
    r"|(?:has|have|had)\ not\ (?:yet\ )?(?:commented|responded)|declined\ to\ comment"
    r"|could\ not\ (?:immediately\ )?be\ reached|(?:has|have)\ (?:been\ )?(?:contacted|approached)"
    r"\b[^.]{0,80}\bfor\ (?:a\ )?comment)\b"
)
_ENDS_OF_A_SENTENCE = frozenset('.”"')
_SALUTATION = re.compile(r"(?:My )?[Dd]ear (?:[^\W\d_][\w.’'-]* ?){1,4}[,:!]\Z")
_MENU = "furniture.menu"
NOTHING_AGAINST = "nothing speaks against it"


def decide(
    scene: Scene, policy: Policy, scores: Sequence[Score] = (), *, again: bool = False
) -> Decision:
    """The verdicts of one round over the paragraphs of a document.

    ``scores`` are the model's, one a paragraph; without them rules and zones decide alone. A rule
    that is sure wins over the model, a guard over both. Judged ``again``, a document gets verdicts
    of what goes only: what stands has one already.
    """
    paragraphs = scene.paragraphs
    ruled = _Ruled.of(_without_tables(scene))
    model: Sequence[Score | None] = scores or [None] * len(paragraphs)
    # By default no category is kept.
    wanted = {named for named, _ in policy.treatments if policy.treatment(named) is Treatment.KEEP}
    verdicts = []
    for paragraph, zone, score in zip(paragraphs, scene.zones(), model, strict=True):
        number = paragraph.number
        liked = number not in ruled.hints if score is None else score.body >= MIN_PROBABILITY
        if again and liked and number not in ruled.sure:
            continue
        verdict = ruled.verdict(paragraph, zone, score)
        if verdict.category in wanted or (
            Category.HEADLINE in wanted and _may_be_the_headline(verdict, paragraphs[0])
        ):
            verdict = verdict._replace(kept=True)
        if not (again and verdict.kept):
            verdicts.append(verdict)
    dropped = frozenset(verdict.line for verdict in verdicts if not verdict.kept)
    return Decision(tuple(verdicts), tuple(cuts(paragraphs, scene.every_label, policy, dropped)))


def _without_tables(scene: Scene) -> Iterable[Label]:
    """What was said of a page, but for rows of menus that are rows of a table: with as many bars as
    the row above or below.
    """
    menus = scene.places(_MENU)
    if not menus:
        return scene.every_label
    bars = [paragraph.text.count("|") for paragraph in scene.paragraphs]
    rows = {
        scene.paragraphs[menu].number
        for menu in menus
        if bars[menu] in bars[max(menu - 1, 0) : menu] + bars[menu + 1 : menu + 2]
    }
    return (label for label in scene.every_label if label.rule != _MENU or label.number not in rows)


def _may_be_the_headline(verdict: Verdict, first: Paragraph) -> bool:
    """Whether a line is the first above the story and nothing names it: a headline that was kept
    has no markup any more when it is read again.
    """
    return (
        verdict.line == first.number
        and verdict.category is Category.UNLABELLED
        and verdict.zone is Zone.HEAD
        and not first.markup
    )


@dataclass(frozen=True, slots=True)
class _Ruled:
    """The first label of each strength that is about all of a paragraph, by its number."""

    sure: Mapping[int, Label]
    hints: Mapping[int, Label]

    @classmethod
    def of(cls, labels: Iterable[Label]) -> "_Ruled":
        first: dict[Strength, dict[int, Label]] = {strength: {} for strength in Strength}
        for label in labels:
            if label.span is None:
                first[label.strength].setdefault(label.number, label)
        return cls(first[Strength.SURE], first[Strength.HINT])

    def verdict(self, paragraph: Paragraph, zone: Zone, score: Score | None) -> Verdict:
        """What the rule that is sure says, else the model, else the zone."""
        label = self.sure.get(paragraph.number)
        if label is not None and not _is_quoted(paragraph.text, label.category):
            return _ruled(label, zone, label.because)
        if score is not None:
            if score.body < MIN_PROBABILITY and (because := _of_a_story(paragraph, zone)):
                score = score._replace(body=MIN_PROBABILITY, because=because)
            return _scored(paragraph.number, zone, score, self.hints.get(paragraph.number))
        return _hinted(paragraph, zone, self.hints.get(paragraph.number))


def _ruled(label: Label, zone: Zone, because: str) -> Verdict:
    return Verdict(label.number, False, label.rule, because, label.category, zone, probability=0.0)


def _is_quoted(text: str, category: Category) -> bool:
    """Whether someone in the story says what would be debris on its own."""
    return (
        category in _QUOTABLE
        and text.startswith(_OPENING_MARKS)
        and text.count(" ") + 1 >= MIN_WORDS_OF_A_QUOTE
    )


def _of_a_story(paragraph: Paragraph, zone: Zone) -> str | None:
    """Why a line is of a story whatever stands around it, or ``None``: reporters end stories with
    who would not comment, and a letter begins with whom it is to.
    """
    text = paragraph.text
    if zone is Zone.HEAD and _SALUTATION.match(text):
        return "greets the readers of a letter"
    if text[-1:] in _ENDS_OF_A_SENTENCE and _NO_COMMENT.search(text):
        return "says who would not comment"
    return None


def _scored(number: int, zone: Zone, score: Score, hint: Label | None) -> Verdict:
    """The model decides; a hint of the rules says what kind of debris it has found."""
    body, because = score.body, score.because
    if body >= MIN_PROBABILITY:
        return Verdict(number, True, "body.model", because, None, zone, body)
    category = hint.category if hint else score.category
    if hint:
        because = f"{hint.because}; {because}"
    return Verdict(number, False, BY_THE_MODEL[category], because, category, zone, body)


def _hinted(paragraph: Paragraph, zone: Zone, hint: Label | None) -> Verdict:
    """Without a model a hint counts outside the story only, and against sentences never."""
    if hint is None or zone is Zone.BODY or holds_prose(paragraph.text):
        return Verdict(paragraph.number, True, "body.prose", NOTHING_AGAINST, None, zone)
    where = "above the story" if zone is Zone.HEAD else "below the story"
    return _ruled(hint, zone, f"{hint.because}, {where}")


def cuts(
    paragraphs: Iterable[Paragraph],
    labels: Sequence[Label],
    policy: Policy,
    dropped: Container[int] = frozenset(),
) -> Iterator[Edit]:
    """The debris that hangs on paragraphs, cut from the end backwards; of those that are dropped
    whole, nothing is.
    """
    hanging: dict[int, list[Label]] = {}
    for label in labels:
        if label.span and label.strength is Strength.SURE:
            hanging.setdefault(label.number, []).append(label)
    if not hanging:
        return
    for paragraph in paragraphs:
        if paragraph.number in hanging and paragraph.number not in dropped:
            wanted = (
                label
                for label in hanging[paragraph.number]
                if policy.treatment(label.category) is not Treatment.KEEP
            )
            yield from _cut(paragraph, wanted)


def _cut(paragraph: Paragraph, labels: Iterable[Label]) -> Iterator[Edit]:
    text = paragraph.text
    spans = {label.span: label for label in labels if label.span}
    for (start, end), label in sorted(spans.items(), reverse=True):
        if end > len(text):
            continue
        start = len(text[:start].rstrip())
        yield Edit.cut(paragraph.number, text, (start, end), label)
        text = text[:start] + text[end:]
