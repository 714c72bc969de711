"""Damage of encoding undone: mojibake, stray controls, left-over entities, letters of two scripts.

Each line is mended by itself, in spans as small as the damage, and no line break is ever added.
Words that are spelt wrong belong to `cleaners.typos`. The only import of ftfy.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import ftfy
from ftfy.badness import is_bad
from ftfy.chardata import LIGATURES

from cleaners.model import Edit, edited

# Curly quotes stay as the newsroom set them; widths, ligatures and controls have rules of their
# own here, so that each change says what it is.
_CONFIG = ftfy.TextFixerConfig(
    unescape_html=False,
    uncurl_quotes=False,
    fix_character_width=False,
    fix_latin_ligatures=False,
    fix_line_breaks=False,
    remove_control_chars=False,
    normalization=None,
)
# What a sound page of any Latin script is made of. "Â", "Ã", "â" and "Ð" are left out because
# damage begins with them.
_UNUSUAL = re.compile(
    r"[^\t\n !-~\xa0\xa1-\xac\xae-\xc1\xc4-\xcf\xd1-\xe1\xe3-\xff"
    r"\u0100-\u017e‐-―‘’“”„‚‹›•…€™−]|[\xa0-\xff\u0152-\u0192][\x80-\xbf€-™\u0152-\u02dc]"
)
_PERHAPS_ENTITY = re.compile(r"&[A-Za-z#][A-Za-z0-9]{1,30};")
# Every character of one byte as space, but for controls; those that would be split at as another.
_BLANKED = bytes(
    32 if code in b"\t\n" or 32 <= code < 127 else 0 if code in b"\r\v\f" else code
    for code in range(256)
)
# A page is looked at two or three times, and most lines that look hurt (a star, an arrow, a word in
# another script) are not: so many are remembered as such, of at most so many characters.
MAX_LINES_REMEMBERED = 1_000
MAX_CHARS_REMEMBERED = 2_000
# A change is looked for again on what the changes before it left; damage three layers deep has
# been seen, ten ends any ring.
MAX_PASSES = 10


@dataclass(frozen=True, slots=True)
class Mend:
    """``text[start:end]`` of a line becomes ``after``."""

    start: int
    end: int
    after: str


@dataclass(frozen=True, slots=True)
class Scripts:
    """The alphabets of a page: the ``main`` one, and whether Cyrillic or Greek words stand on it
    that cannot be read as Latin (``foreign``). ``ligatures`` says whether one is shown by itself,
    ``garbled`` whether any line was plainly read in the wrong code page.
    """

    main: str
    foreign: bool
    ligatures: bool
    garbled: Callable[[], bool]


# Nearly no damage needs to know the alphabets of its page, so they are looked up when asked.
Alphabets = Callable[[], Scripts]


def restore(texts: Mapping[int, str]) -> tuple[Edit, ...]:
    """The edits that undo damage of encoding in the lines of a page, which are known by their
    numbers.
    """
    if _is_sound("\n".join(texts.values())):
        return ()
    alphabets = cache(lambda: _scripts_of(texts.values()))
    return tuple(
        edit
        for number, text in texts.items()
        if _is_hurt(text) and not _is_spared(text)
        for edit in _restored(number, text, alphabets)
    )


def _is_sound(text: str) -> bool:
    """Whether a text shows nothing that a rule could want: one look spares nearly all pages the
    rules.

    Only what is left beside plain letters is looked at, neighbours still side by side.
    """
    beside = b" ".join(text.encode("utf-8", "surrogatepass").translate(_BLANKED).split())
    return not (
        _UNUSUAL.search(beside.decode("utf-8", "surrogatepass"))
        or ("&" in text and _PERHAPS_ENTITY.search(text))
    )


def _is_hurt(line: str) -> bool:
    plain = line.isascii() and line.isprintable()
    unusual = not plain and _UNUSUAL.search(line)
    return bool(unusual or ("&" in line and _PERHAPS_ENTITY.search(line)))


def _is_spared(text: str) -> bool:
    return len(text) <= MAX_CHARS_REMEMBERED and _is_left_alone(text)


@lru_cache(MAX_LINES_REMEMBERED)
def _is_left_alone(text: str) -> bool:
    """Whether no rule wants anything of a line, on whatever page it stands."""
    asked: list[bool] = []

    def alphabets() -> Scripts:
        asked.append(True)
        return Scripts("latin", foreign=False, ligatures=False, garbled=bool)

    return not any(any(find(text, alphabets)) for _, _, find in RULES) and not asked


def _restored(number: int, text: str, alphabets: Alphabets) -> Iterator[Edit]:
    for _ in range(MAX_PASSES):
        before = text
        for rule, because, find in RULES:
            edits: list[Edit] = []
            shift = last = 0
            for mend in find(text, alphabets):
                start, end = mend.start + shift, mend.end + shift
                apart = mend.start >= last
                now = text[mend.start : mend.end] if apart else edited(text, edits)[start:end]
                edits.append(Edit(number, start, end, now, mend.after, rule, because, "restore"))
                shift += len(mend.after) - (end - start)
                last = mend.end
            text = edited(text, edits)
            yield from edits
        if text == before:
            return


# -- entities

_ENTITY = re.compile(
    r"&(?:amp;){0,9}(?P<name>[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});"
)


def left_over_entity(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """An HTML entity printed as it was written ("&amp;", "&#8217;"), where the text was escaped
    twice.

    Escaped tags ("&lt;b&gt;") are left: an article about HTML means them.
    """
    if "&" not in text:
        return
    for found in _ENTITY.finditer(text):
        after = _unescaped(found.group("name"))
        if after is None or (after in "<>" and not _stands_free(text, found.start(), found.end())):
            continue
        yield Mend(found.start(), found.end(), after)


def _unescaped(name: str) -> str | None:
    entity = f"&{name};"
    text = html.unescape(entity)
    if text == entity:
        return None
    if text.isspace():
        return " "
    return text if text.isprintable() else ""


def _stands_free(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in ("", " ") and text[end : end + 1] in ("", " ")


# -- mojibake

# The last byte of a closing quote has no character in the Western code page and is often dropped.
_LOST_CLOSING = re.compile(r"â€(?=[\s.,;:!?)\]]|$)")
# A hard space that became two characters; the second is often printed as a plain space.
_LONE_A = re.compile(r"(?:(?<=[\s.!?,;:%\"”’)a-z0-9])|^)Â(?=[\s\xa0]|$)")


def mojibake(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """Letters read in the wrong code page ("donâ€™t"), once or several times over."""
    if text.isascii():
        return
    lost = [Mend(found.start(), found.end(), "”") for found in _LOST_CLOSING.finditer(text)]
    if lost:
        yield from lost
        return
    found = list(_decoded(text)) if is_bad(text) else []
    found += _decoded_pairs(text, alphabets)
    found += (Mend(lone.start(), lone.end(), "") for lone in _LONE_A.finditer(text))
    yield from _apart(found)


def _apart(mends: Iterable[Mend]) -> Iterator[Mend]:
    """The mends in the order of their places; where two meet, the longer or the first stands."""
    place = 0
    for mend in sorted(mends, key=lambda mend: (mend.start, -mend.end)):
        if mend.start >= place:
            yield mend
            place = mend.end


def _decoded(text: str) -> Iterator[Mend]:
    """What ftfy makes of each damaged stretch between spaces."""
    place = 0
    for piece in _PIECE.findall(text):
        if not piece.isascii() and piece not in ("Â", "Â "):
            fixed = ftfy.fix_text(piece, _CONFIG).replace("\n", " ")
            if fixed != piece:
                yield _smallest(place, piece, fixed)
        place += len(piece)


# Stretches between spaces. Spaces after "Ã" stay with it: one was the second half of "à".
_PIECE = re.compile(r"(?:[^ Ã]|Ã {0,2})+| +")


# What the Western code page shows for the later bytes of a character.
_LATER = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
# Two bytes of one letter as the Western code page shows them, beside another letter ("Å‚", "Ä™").
_PAIR = re.compile(rf"(?<=[^\W\d_])[ÃÄÅ]{_LATER}|[ÃÄÅ]{_LATER}(?=[a-zß-ž])")
# The few of them that nothing else looks like: "Å" before a small letter, "¥", and signs of three
# bytes ("™", "→") where no word ends in "â".
_PLAIN_PAIR = re.compile(rf"(?<!\w)Ã…(?=[a-zß-ö])|â„¢|Â¥|(?<![^\W\d_])â{_LATER}{_LATER}")


# Letters and figures of three bytes ("⅔") look like marks after a word more than signs do.
BYTES_OF_A_SIGN = 3


def _decoded_pairs(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """Short damage that could be meant where it stands alone, but for a page with plain damage."""
    pairs = [*_PLAIN_PAIR.finditer(text)]
    if _PAIR.search(text) and alphabets().garbled():
        pairs += _PAIR.finditer(text)
    for pair in pairs:
        try:
            after = b"".join(map(_as_byte, pair.group())).decode()
        except UnicodeError:
            continue
        if len(pair.group()) < BYTES_OF_A_SIGN or not after.isalnum():
            yield Mend(pair.start(), pair.end(), after)


def _as_byte(char: str) -> bytes:
    """The byte that the Western code page shows as this character."""
    return bytes([ord(char)]) if ord(char) < 256 else char.encode("cp1252")


def _smallest(place: int, before: str, after: str) -> Mend:
    """The change without what both sides share at its ends."""
    head = 0
    shortest = min(len(before), len(after))
    while head < shortest and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < shortest - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return Mend(place + head, place + len(before) - tail, after[head : len(after) - tail])


# -- characters that no one typed

_CONTROL = re.compile(
    r"(?P<escape>\x1b\[[0-9;]{0,20}[A-Za-z])"
    r"|(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufff9-\ufffb]+)"
    r"|(?P<break>[\x85\u2028\u2029]+)"
    r"|(?P<c1>[\x80-\x9f])"
    r"|(?P<pair>[\ud800-\udbff][\udc00-\udfff])|(?P<half>[\ud800-\udfff])"
)


def stray_control(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """A control character, a terminal's colour code or half a surrogate in the middle of a line."""
    for found in _CONTROL.finditer(text):
        yield Mend(found.start(), found.end(), _instead_of_control(found))


def _instead_of_control(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "break":
            return " "
        case "c1":
            return bytes([ord(found.group())]).decode("cp1252", "ignore")
        case "pair":
            return found.group().encode("utf-16", "surrogatepass").decode("utf-16")
        case "half":
            return "\ufffd"
        case _:
            return ""


_INVISIBLE = re.compile(
    r"[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+"
)
_DIRECTION = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Joiners shape letters in these scripts, and emoji are made of several with joiners between.
_JOINS = re.compile(
    r"[\u0600-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u18ff\u2190-\u2bff\ufe0f\U0001f000-\U0001ffff\U000e0020-\U000e007f]"
)


def invisible(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """A character without width (soft hyphen, zero-width space, byte order mark) inside a text.

    Joiners in Persian, Indic scripts and emoji, and marks of direction in Hebrew and Arabic, are
    part of the writing.
    """
    for found in _INVISIBLE.finditer(text):
        around = (
            text[max(0, found.start() - 1) : found.start()] + text[found.end() : found.end() + 1]
        )
        kept = "".join(
            char
            for char in found.group()
            if (char in "\u200c\u200d" and _JOINS.search(around))
            or (_DIRECTION.match(char) and _RIGHT_TO_LEFT.search(text))
        )
        if kept != found.group():
            yield Mend(found.start(), found.end(), kept)


_WIDE = re.compile(r"[\uff01-\uff5e\u3000]+")
_EAST_ASIAN = re.compile(r"[\u3001-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def full_width(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """Letters and digits of double width in a text that is not Chinese, Japanese or Korean."""
    if _EAST_ASIAN.search(text):
        return
    for found in _WIDE.finditer(text):
        yield Mend(found.start(), found.end(), unicodedata.normalize("NFKC", found.group()))


_LIGATURE = re.compile(r"[\ufb00-\ufb06]")
_LIGATURE_NAMED = re.compile(r"(?<!\w)[\ufb00-\ufb06](?!\w)")


def ligature(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """Two letters in one character ("ﬁ"), left by a printed page.

    A text that shows one by itself is about them.
    """
    if not _LIGATURE.search(text) or alphabets().ligatures:
        return
    for found in _LIGATURE.finditer(text):
        yield Mend(found.start(), found.end(), LIGATURES[ord(found.group())])


_DECOMPOSED = re.compile(r"[^\W\d_][\u0300-\u036f]+")


def decomposed(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """A letter and its accent in two characters, where one is usual."""
    for found in _DECOMPOSED.finditer(text):
        composed = unicodedata.normalize("NFC", found.group())
        if composed != found.group():
            yield Mend(found.start(), found.end(), composed)


# An apostrophe is the one lost character that its neighbours prove.
_LOST_APOSTROPHE = re.compile(r"(?<=[A-Za-z])\ufffd{1,3}(?=(?:s|t|d|m|re|ve|ll)\b)")


def lost_apostrophe(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """A replacement character where only an apostrophe can have stood ("don�t")."""
    for found in _LOST_APOSTROPHE.finditer(text):
        yield Mend(found.start(), found.end(), "’")


# -- letters of two scripts

_LATIN_LETTERS = r"A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u024f"
_LATIN = f"[{_LATIN_LETTERS}]"
_NOT_LATIN = re.compile(f"[^{_LATIN_LETTERS}]+")
_OTHER = "[\u0370-\u052f]"
_MIXED = re.compile(f"{_LATIN}{_OTHER}|{_OTHER}{_LATIN}")
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_WORD = re.compile(f"{_OTHER}+")
_CYRILLIC_TO_LATIN = dict(
    zip(
        "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅԚԜ",
        "aeopcyxijshdqwABEKMHOPCTYXIJSQW",
        strict=True,
    )
)
_LATIN_TO_CYRILLIC = {latin: other for other, latin in _CYRILLIC_TO_LATIN.items()}
# Small Greek letters stand in formulas and names of substances; only those that cannot be told
# from Latin ones are read as Latin, and only in longer words.
_GREEK_TO_LATIN = dict(zip("οϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ocjABEZHIKMNOPTYX", strict=True))
_LATIN_TO_GREEK = {latin: other for other, latin in _GREEK_TO_LATIN.items()}
MIN_LETTERS_OF_A_GREEK_MIX = 4


def homoglyph(text: str, alphabets: Alphabets) -> Iterator[Mend]:
    """A letter of another alphabet that looks like the one meant (a Cyrillic "С" in "Сeasefire").

    Words with letters that have no double ("КАМАЗ-style" mixes, "kΩ", "TNFα") are left.
    """
    if not _OTHER_WORD.search(text):
        return
    for found in _WORD.finditer(text):
        word = found.group()
        after = _of_one_script(word, alphabets()) if _OTHER_WORD.search(word) else word
        if after != word:
            yield _smallest(found.start(), word, after)


def _of_one_script(word: str, scripts: Scripts) -> str:
    to_latin, from_latin = _doubles(word)
    if not _MIXED.search(word):
        lone = scripts.main == "latin" and not scripts.foreign
        return _turned(word, to_latin, "other") if lone and to_latin is _CYRILLIC_TO_LATIN else word
    other = sum(map(len, _OTHER_WORD.findall(word)))
    latin = len(word) - other
    latin_first = latin > other or (latin == other and scripts.main == "latin")
    if to_latin is _GREEK_TO_LATIN and len(word) < MIN_LETTERS_OF_A_GREEK_MIX:
        return word
    ways = [(to_latin, "other"), (from_latin, "latin")]
    for table, script in ways if latin_first else reversed(ways):
        turned = _turned(word, table, script)
        if turned != word:
            return turned
    return word


def _doubles(word: str) -> tuple[dict[str, str], dict[str, str]]:
    if re.search("[\u0400-\u052f]", word):
        return _CYRILLIC_TO_LATIN, _LATIN_TO_CYRILLIC
    return _GREEK_TO_LATIN, _LATIN_TO_GREEK


def _turned(word: str, table: dict[str, str], script: str) -> str:
    """The word with all letters of one script turned into the other, or as it was when one of them
    has no double there.
    """
    letters = []
    for letter in word:
        if bool(_OTHER_WORD.match(letter)) == (script == "other"):
            if letter not in table:
                return word
            letter = table[letter]
        letters.append(letter)
    return "".join(letters)


def _scripts_of(texts: Collection[str]) -> Scripts:
    beyond = [text for text in texts if not text.isascii()]
    whole = "\n".join(beyond)
    other = "".join(_OTHER_WORD.findall(whole))
    latin = sum(len(text) for text in texts if text.isascii()) + len(_NOT_LATIN.sub("", whole))
    return Scripts(
        "latin" if latin >= len(other) else "other",
        foreign=not set(other) <= _CYRILLIC_TO_LATIN.keys(),
        ligatures=_LIGATURE_NAMED.search(whole) is not None,
        garbled=cache(lambda: any(map(is_bad, beyond))),
    )


Finder = Callable[[str, Alphabets], Iterator[Mend]]
RULES: tuple[tuple[str, str, Finder], ...] = (
    ("encoding.entity", "an HTML entity was printed as it was written", left_over_entity),
    ("encoding.mojibake", "letters were read in the wrong code page", mojibake),
    ("encoding.control", "a control character stood in the text", stray_control),
    ("encoding.invisible", "a character without width stood in the text", invisible),
    ("encoding.full-width", "letters of double width in a text of single width", full_width),
    ("encoding.ligature", "two letters were one character", ligature),
    ("encoding.decomposed", "a letter and its accent were two characters", decomposed),
    ("encoding.lost-apostrophe", "only an apostrophe can have stood here", lost_apostrophe),
    ("encoding.homoglyph", "letters of another alphabet in a word", homoglyph),
)
