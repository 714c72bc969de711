"""Bytes to text, by byte order mark, declaration, UTF-8 and, last, the Western code page; repairs
belong to `cleaners.encoding`.
"""

import codecs
import re

from cleaners.errors import BadInput
from cleaners.model import Kind

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_BROKEN = re.compile("\ufffd+")
_OF_SINGLE_BYTES = ("cp125", "iso8859", "koi8", "mac-")
# Browsers read these as the Western code page, and so do those who write them.
_MEANT_AS_WESTERN = frozenset(("ascii", "iso8859-1"))
# Bytes of control characters that no text holds; a file with more than this share of them is not
# text.
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
MAX_SHARE_OF_CONTROLS = 0.1
BYTES_READ_FOR_CONTROLS = 65_536
# A page declares its charset at its beginning; browsers look no further than the first 1,024 bytes.
BYTES_READ_FOR_A_CHARSET = 4_096


def decode(raw: bytes, kind: Kind | None = None) -> str:
    """The text of some bytes.

    Raises:
        BadInput: these bytes are not text (an image, an archive, a PDF).
    """
    for mark, charset in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(charset, "replace")
    _refuse_binary(raw)
    declared = _META.search(raw[:BYTES_READ_FOR_A_CHARSET]) if kind != "text" else None
    charsets = ["utf-8"]
    if declared and (said := _known(declared.group(1))):
        # Any bytes are valid in a charset of single bytes; what is valid UTF-8 is UTF-8.
        charsets.insert(len(charsets) if said.startswith(_OF_SINGLE_BYTES) else 0, said)
    for charset in charsets:
        try:
            return raw.decode(charset)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace") if _mostly_utf8(raw) else raw.decode("cp1252", "replace")


def _known(name: bytes) -> str | None:
    try:
        charset = codecs.lookup(name.decode("ascii", "ignore")).name
        return "cp1252" if charset in _MEANT_AS_WESTERN else charset
    except LookupError:
        return None


def _mostly_utf8(raw: bytes) -> bool:
    """Whether broken UTF-8 (a cut character, one stray byte) is likelier than another charset."""
    text = raw.decode("utf-8", "replace")
    broken = len(_BROKEN.findall(text))
    sound = len(text) - len(text.encode("ascii", "ignore")) - text.count("\ufffd")
    return broken <= sound


def _refuse_binary(raw: bytes) -> None:
    sample = raw[:BYTES_READ_FOR_CONTROLS]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > MAX_SHARE_OF_CONTROLS * len(sample):
        raise BadInput(
            f"{controls} of the first {len(sample)} bytes are control characters; this is not text"
        )
