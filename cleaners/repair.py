"""Encoding and typos of a text repaired, every line kept; debris is for `clean`."""

import re
from dataclasses import dataclass

from cleaners import encoding, typos
from cleaners.model import Edit, Paragraph, edit_lines

_LINE_BREAK = re.compile(r"(\r\n|[\n\r\v\f\u2028\u2029])")


@dataclass(frozen=True, slots=True)
class Repair:
    """A repaired text, and the edits that made it; ``line`` of an edit counts the lines from 0."""

    text: str
    edits: tuple[Edit, ...]


def repair(text: str, language: str | None = "en") -> Repair:
    """A text with its encoding and typos repaired, line by line; all lines and their breaks stay.

    >>> repair("Sheâ€™s here.The end.").text
    'She’s here. The end.'
    """
    pieces = _LINE_BREAK.split(text)
    texts = dict(enumerate(pieces[::2]))
    restored = encoding.restore(texts)
    edit_lines(texts, restored)
    mended = typos.mend([Paragraph(number, line) for number, line in texts.items()], language)
    edit_lines(texts, mended)
    pieces[::2] = texts.values()
    return Repair("".join(pieces), restored + mended)
