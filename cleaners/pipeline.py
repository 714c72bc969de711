"""The stages in order: read, restore, reflow, then rounds of label, judge and mend until nothing
moves.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import get_args

from cleaners import (
    debris,
    encoding,
    fields,
    judge,
    language,
    readers,
    reflow,
    run_on,
    sites,
    typos,
)
from cleaners.article import Article
from cleaners.debris import Matcher, Phrasebook
from cleaners.debris.rule import Span
from cleaners.draft import Draft
from cleaners.errors import BadInput, BadPolicy
from cleaners.judge import Judge
from cleaners.model import Document, Engine, Label, Paragraph, Policy

# A body must be left alone when it is cleaned again, so each round judges what the round before
# left, as it will be printed. Rounds only take away, so they end; nearly all documents settle in
# the second.
MAX_ROUNDS = 12
# Documents whose paragraphs are judged in one go; more gains no speed.
BATCH = 64


def clean_documents(
    documents: Iterable[Document], policy: Policy, engine: Engine, more: Phrasebook | None = None
) -> Iterator[Article | BadInput]:
    """The article of each document in order, or why it could not be read; ``more`` are phrases
    beside the standard ones.

    Raises:
        BadPolicy: there is no such engine.
    """
    if engine not in get_args(Engine):
        raise BadPolicy(f"engine is {engine!r}; it can be {' or '.join(get_args(Engine))}")
    source, rules = iter(documents), debris.matcher(more)
    while batch := tuple(islice(source, BATCH)):
        begun = [begin(document, engine) for document in batch]
        drafts = [draft for draft in begun if isinstance(draft, Draft)]
        settled = iter(_settle(drafts, policy, rules))
        for draft in begun:
            yield _finish(next(settled), policy) if isinstance(draft, Draft) else draft


def begin(document: Document, engine: Engine) -> Draft | BadInput:
    """A document read, restored and reflowed, before anything is judged."""
    try:
        page = readers.read(document, engine)
    except BadInput as problem:
        return problem
    edits = encoding.restore(page.texts())
    paragraphs, joins = reflow.reflow(page, edits)
    spoken = document.language or page.stated.language or language.of(paragraphs)
    pinned = sites.pinned(paragraphs, document.profile)
    return Draft(document, page, paragraphs, paragraphs, spoken, joins, edits, pinned=pinned)


def _settle(drafts: Sequence[Draft], policy: Policy, rules: Matcher) -> list[Draft]:
    done = list(drafts)
    moving = list(range(len(drafts)))
    rounds = _Rounds(policy, rules)
    for _ in range(MAX_ROUNDS):
        if not moving:
            break
        after = rounds.round([done[place] for place in moving])
        still = []
        for place, draft in zip(moving, after, strict=True):
            # The same paragraphs will be labelled, judged and mended alike.
            if draft.paragraphs != done[place].paragraphs:
                still.append(place)
            done[place] = draft
        moving = still
    return done


class _Rounds:
    """Rounds over the same documents; what was found out of a text by itself is remembered."""

    def __init__(self, policy: Policy, rules: Matcher) -> None:
        self._policy, self._judge, self._rules = policy, Judge(policy), rules
        self._labels: dict[str, tuple[Label, ...]] = {}
        self._stuck: dict[str, tuple[Label, ...]] = {}

    def round(self, drafts: Sequence[Draft]) -> list[Draft]:
        parted = list(map(self._parted, drafts))
        decisions = self._judge.decide_all(parted, list(map(self._labelled, parted)))
        left = [
            _spoken(draft.decided(sites.overrule(decision, draft)))
            for draft, decision in zip(parted, decisions, strict=True)
        ]
        return [
            after if _is_mended(before, after) else _mended(after)
            for before, after in zip(drafts, left, strict=True)
        ]

    def _parted(self, draft: Draft) -> Draft:
        """A draft without the debris that ran together with its paragraphs, or hangs on them in a
        language that the model does not read: it would make them look like debris.
        """
        stuck = self._rules.stuck(draft.paragraphs, self._stuck)
        draft = draft.edited(judge.cuts(draft.paragraphs, tuple(stuck), self._policy))
        if draft.language not in judge.TAUGHT:
            hanging = self._rules.labels(draft.paragraphs, self._labels)
            draft = draft.edited(judge.cuts(draft.paragraphs, tuple(hanging), self._policy))
        found = run_on.sentences(draft.paragraphs, self._rules.label_alone)
        return self._cleaned_within(draft, *found) if found else draft

    def _cleaned_within(self, draft: Draft, line: Paragraph, spans: Sequence[Span]) -> Draft:
        """A draft without the sentences of a line that would be dropped, were they lines."""
        text = "\n".join(line.text[start:end].strip() for start, end in spans)
        document = replace(draft.document, raw=text, kind="text", language=draft.language)
        inner = begin(document, "fast")
        if isinstance(inner, BadInput):
            return draft
        (settled,) = _settle([inner], self._policy, self._rules)
        verdicts = settled.verdict_of_each().items()
        left = draft.edited(run_on.cuts(line, spans, ((n, v) for n, v in verdicts if not v.kept)))
        return replace(left, best_quality=settled.quality)

    def _labelled(self, draft: Draft) -> tuple[Label, ...]:
        return (
            *self._rules.labels(draft.paragraphs, self._labels),
            *sites.label(draft.paragraphs, draft.document.profile),
        )


def _spoken(draft: Draft) -> Draft:
    """A draft with its language, where only its body tells that."""
    if draft.language is None and (spoken := language.of(draft.paragraphs)):
        return replace(draft, language=spoken)
    return draft


def _is_mended(before: Draft, after: Draft) -> bool:
    """Whether a copy was mended in an earlier round and has lost nothing since."""
    return before.verdicts is not None and after.paragraphs == before.paragraphs


def _mended(draft: Draft) -> Draft:
    """A draft with its typos mended, as its body will be read; damage that shows only then too."""
    cut = reflow.cut_words(draft.page, draft.joins)
    for _ in range(MAX_ROUNDS):
        mended = draft.edited(typos.mend(draft.paragraphs, draft.language, cut)).reread()
        draft = _restored(mended)
        if draft is mended:
            break
    return draft


def _restored(draft: Draft) -> Draft:
    """A draft without the damage of encoding that shows only now that other damage is gone."""
    texts = {paragraph.number: paragraph.text for paragraph in draft.paragraphs}
    return draft.edited(replace(edit, stage="mend") for edit in encoding.restore(texts))


def _finish(draft: Draft, policy: Policy) -> Article:
    texts = {paragraph.number: paragraph.text for paragraph in draft.read}
    page = replace(draft.page, stated=replace(draft.page.stated, language=draft.language))
    found = fields.gather(page, texts, draft.verdicts or {}, policy, draft.edits)
    return draft.article(found, judge.status(draft, policy), policy)
