"""Bounds how deep the tags of a page nest before it is parsed; what the tags mean belongs to
`cleaners.readers.walk`.

The time a parser takes for a tag grows with the tags open around it: 100,000 tags inside each other
take half a minute. Browsers stop nesting at about this depth too.
"""

import re

import numpy as np


def tags(names: str) -> frozenset[str]:
    """The names of some tags."""
    return frozenset(names.split())


MAX_DEPTH = 512
# Pages of fewer tags are parsed in a tenth of a second however they nest; one of a hundred of our
# pages has more.
MIN_TAGS_TO_LOOK = 10_000
_TAG = re.compile(
    r"""<(?:
        (?P<skip>script|style|textarea|title)\b.*?(?:</(?P=skip)\b|\Z)  # text, whatever it says
      | !--.*?(?:-->|\Z)
      | (?P<close>/)?(?P<name>[a-z][a-z0-9-]*)
    )[^<>]*>?""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
# A parser compares each attribute of a tag with all before it.
MAX_ATTRIBUTES_OF_A_TAG = 2_000
_OVERLOADED = re.compile(rf"(?<=<)[a-z](?:[^<>=]*=){{{MAX_ATTRIBUTES_OF_A_TAG}}}[^<>]*>", re.I)
# Void elements, and those that close themselves when the next one opens.
_NEVER_DEEP = tags(
    "area base br col embed hr img input link meta source track wbr param p li td th tr dd dt "
    "option thead tbody tfoot colgroup html head body"
)
_INLINE = tags("a b big cite code em font i mark q s small span strong sub sup u")


def bounded(text: str) -> bytes:
    """The page in UTF-8, with every tag that nests too deep made a line break, or nothing if
    inline.
    """
    data = text.encode("utf-8", "ignore")
    tags = _count(data, "<")
    overloaded = _count(data, "=") > MAX_ATTRIBUTES_OF_A_TAG + 4 * tags
    if overloaded:
        text = _OVERLOADED.sub(">", text)
    if tags >= MIN_TAGS_TO_LOOK:
        text = _flattened(text)
    return text.encode("utf-8", "ignore") if overloaded or tags >= MIN_TAGS_TO_LOOK else data


def _count(data: bytes, sign: str) -> int:
    # Five times as fast as the method of bytes.
    return int(np.count_nonzero(np.frombuffer(data, np.uint8) == ord(sign)))


def _flattened(text: str) -> str:
    parts, done, depth = [], 0, 0
    for tag in _TAG.finditer(text):
        name = (tag["name"] or "").lower()
        if not name or name in _NEVER_DEEP:
            continue
        depth = max(depth - 1, 0) if tag["close"] else depth + 1
        if depth + bool(tag["close"]) > MAX_DEPTH:
            parts += [text[done : tag.start()], "" if name in _INLINE else "<br>"]
            done = tag.end()
    return "".join([*parts, text[done:]]) if done else text
