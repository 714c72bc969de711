"""All rules looked for in a paragraph at once: whole lines by look-up, the others by the words that
cue them. What a rule means is not known here.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from cleaners.debris.listing import Listed, Listings
from cleaners.debris.rule import NUMBER, Rule
from cleaners.debris.seams import run_together
from cleaners.model import Category, Label, Paragraph, Strength, Where

# The longest listed line has 100 characters; several share a line when a scraper lost the breaks.
MAX_CHARS_OF_LISTED_LINES = 120
# Of a longer paragraph only its first and last words can cue a rule: debris begins or ends there,
# and reading every word of every paragraph would cost more than all the rules.
MAX_CHARS_READ_WHOLE = 320
CHARS_OF_AN_OPENING = 120
CHARS_OF_AN_ENDING = 200
# No rule reads longer lines, however few spaces they have: an address may be long, a word is not.
CHARS_OF_A_WORD = 20
SPARE_CHARS = 300
# May stand before the first word of a line.
_OPENING = "([{<>»›•*–—-|✓✔▶►"
# How a word may be printed between two spaces; rarer forms would make the index too large to be
# fast.
_FORMS = (
    "{}",
    "{}.",
    "{},",
    "{}:",
    "{}!",
    "{}?",
    "{})",
    "({}",
    "({})",
    "({}).",
    "“{}",
    '"{}',
    "@{}",
)
# What hangs on a paragraph is one short sentence, and the paragraph before it does not speak to the
# reader, as pleas of several sentences do.
_MAY_HANG = frozenset({Category.SHARE, Category.SUBSCRIBE, Category.RELATED, Category.PROMO})
MAX_WORDS_HANGING = 16
MAX_WORDS_OF_A_LINE_HANGING = 7
MIN_WORDS_BEFORE = 11
_LAST_STOP = re.compile(r".*[.!?…][”’\"')»]*\s+(?=\S)", re.DOTALL)
_TO_THE_READER = re.compile(r"\b(?:you|your|we|us|our)\b", re.IGNORECASE)
_NONE: dict[str, Rule] = {}


# What was said of a text, as labels of a paragraph without a number.
Memory = dict[str, tuple[Label, ...]]
NO_NUMBER = -1
_ByName = dict[str, Rule]
# A mark, and the rules that are asked where it stands.
_Marked = tuple[str, _ByName]


class Matcher:
    """The rules and listed lines, indexed once."""

    def __init__(self, rules: Iterable[Rule], listed: Iterable[Listed]) -> None:
        rules = tuple(rules)
        self._lines = Listings(listed)
        self._cues = _Cues(rules)
        self._marked = _by_mark(rules)

    def labels(self, paragraphs: Iterable[Paragraph], known: Memory | None = None) -> list[Label]:
        """What the rules say of each paragraph, without context.

        What they said of a text is put into the memory ``known``, and not asked again.
        """
        return _recalled(paragraphs, known, self._said_of_each)

    def stuck(self, paragraphs: Iterable[Paragraph], known: Memory | None = None) -> list[Label]:
        """The debris that ran together with good copy, each as a label of a part of its paragraph;
        ``known`` is a memory of its own.
        """
        return _recalled(paragraphs, known, self._stuck_to_each)

    def label_alone(self, text: str) -> Label | None:
        """What speaks most against a text, should it be a line of its own."""
        text = text.strip()
        said = [x for x in self._said_of(text, self._marked_in(text)) if x.span is None]
        return min(said, key=lambda label: label.strength is Strength.HINT, default=None)

    def _said_of_each(self, texts: Sequence[str]) -> Iterator[tuple[Label, ...]]:
        marked = self._marked_in("\n".join(texts))
        return (tuple(self._said_of(text, marked)) for text in texts)

    def _stuck_to_each(self, texts: Sequence[str]) -> Iterator[tuple[Label, ...]]:
        for text in texts:
            stuck = run_together(text, self.label_alone)
            yield tuple([label._replace(span=span) for span, label in stuck])

    def _marked_in(self, text: str) -> list[_Marked]:
        """The marks that stand in a text, each with its rules."""
        return [(mark, rules) for mark, rules in self._marked if mark in text]

    def _said_of(self, text: str, marked: Iterable[_Marked]) -> Iterable[Label]:
        """What the rules say of a text, as labels of a paragraph without a number; ``marked`` are
        rules that are asked where their mark stands.
        """
        words = _words_read(text)
        if not words:
            return ()
        rules = self._cues.rules_for(words)
        for mark, of_mark in marked:
            if mark in text:
                rules |= of_mark
        said = _labels(rules.values(), text) if rules else ()
        if len(text) <= MAX_CHARS_OF_LISTED_LINES and (line := self._lines.find(words)):
            known = Label(NO_NUMBER, line.rule, line.category, line.strength, line.because)
            return known, *said
        if len(words) > MIN_WORDS_BEFORE and self._lines.may_end(words):
            return *self._line_hanging(text), *said
        return said

    def _line_hanging(self, text: str) -> Iterator[Label]:
        """A listed line without a stop at the end of a paragraph."""
        begin = _last_sentence(text, MAX_WORDS_OF_A_LINE_HANGING)
        last = text[begin:].lower().split() if begin else ()
        line = self._lines.find(last) if len(last) > 1 else None
        if line and line.strength is Strength.SURE and line.category in _MAY_HANG:
            span = len(text[:begin].rstrip()), len(text)
            yield Label(NO_NUMBER, line.rule, line.category, line.strength, line.because, span)


def _recalled(
    paragraphs: Iterable[Paragraph],
    known: Memory | None,
    say: Callable[[Sequence[str]], Iterable[tuple[Label, ...]]],
) -> list[Label]:
    """What is said of each paragraph; only texts that are not in the memory yet are asked about."""
    known = {} if known is None else known
    paragraphs = tuple(paragraphs)
    new = [paragraph.text for paragraph in paragraphs if paragraph.text not in known]
    known.update(zip(new, say(new), strict=True))
    return [label.about(each) for each in paragraphs for label in known[each.text]]


def _words_read(text: str) -> list[str]:
    """The words that can cue a rule, in small letters."""
    if len(text) > MAX_CHARS_READ_WHOLE:
        text = f"{text[:CHARS_OF_AN_OPENING]} {text[-CHARS_OF_AN_ENDING:]}"
    return text.replace("’", "'").lower().split()


def _by_mark(rules: Iterable[Rule]) -> tuple[_Marked, ...]:
    by_mark: dict[str, _ByName] = defaultdict(dict)
    for rule in rules:
        if rule.mark:
            by_mark[rule.mark][rule.name] = rule
    return tuple(by_mark.items())


def _labels(rules: Iterable[Rule], text: str) -> Iterator[Label]:
    spaces, chars = text.count(" "), len(text)
    for rule in rules:
        if spaces >= rule.max_words or chars > SPARE_CHARS + CHARS_OF_A_WORD * rule.max_words:
            continue
        for span in rule.find(text):
            part = None if span == (0, chars) else span
            if part is None and rule.strength is Strength.SURE and rule.category in _MAY_HANG:
                part = _hanging(rule, text)
            yield Label(NO_NUMBER, rule.name, rule.category, rule.strength, rule.about, part)


def _hanging(rule: Rule, text: str) -> tuple[int, int] | None:
    """The last sentence of a paragraph, when it alone is what the rule is about; ``None`` when the
    whole is, or when the rest speaks to the reader as well.
    """
    begin = _last_sentence(text, MAX_WORDS_HANGING)
    rest, last = text[:begin].rstrip(), text[begin:]
    if not begin or _TO_THE_READER.search(rest) or any(rule.find(rest)):
        return None
    return (len(rest), len(text)) if any(rule.find(last)) else None


def _last_sentence(text: str, words: int) -> int:
    """Where the last sentence of a paragraph begins, when it has few words and there are enough
    before it; else nought.
    """
    inner = _LAST_STOP.match(text)
    if inner is None or text.count(" ") - text.count(" ", 0, inner.end()) >= words:
        return 0
    return inner.end() if text[: inner.end()].rstrip().count(" ") >= MIN_WORDS_BEFORE else 0


class _Cues:
    """Which rules to ask, from the words of a paragraph."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        by_place: dict[Where, dict[str, _ByName]] = {
            place: defaultdict(dict) for place in (Where.STARTS, Where.ENDS, Where.ANYWHERE)
        }
        for rule in rules:
            for cue in rule.cues:
                for form in _FORMS:
                    by_place[rule.where][form.format(cue)][rule.name] = rule
        # The forms of a cue share what they ask: ten thousand mappings would be dear to keep.
        shared: dict[tuple[str, ...], _ByName] = {}
        self._starts, self._ends, self._anywhere = (
            {form: shared.setdefault(tuple(asked), asked) for form, asked in by_form.items()}
            for by_form in by_place.values()
        )

    def rules_for(self, words: list[str]) -> _ByName:
        """The rules that the words of a paragraph cue, by their names; the caller may add to
        them.
        """
        first = words[0]
        if first[0] in _OPENING or not any(map(str.isalnum, first)):
            bare = (word.lstrip(_OPENING) for word in words if any(map(str.isalnum, word)))
            first = next(bare, first)
        first = NUMBER if first[0].isdigit() else first
        rules = self._starts.get(first, _NONE) | self._ends.get(words[-1], _NONE)
        for cue in filter(self._anywhere.__contains__, words):
            rules |= self._anywhere[cue]
        return rules
