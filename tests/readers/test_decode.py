"""Bytes become the text that their writer meant, whatever the page declares."""

import codecs

import pytest

from cleaners import BadInput
from cleaners.readers import decode

STORY = "“Über alles”, she said – naïve, but right."


@pytest.mark.parametrize(
    "raw",
    [
        STORY.encode(),
        codecs.BOM_UTF8 + STORY.encode(),
        codecs.BOM_UTF16_LE + STORY.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"),
        STORY.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big", "western"],
)
def test_an_undeclared_charset_is_found(raw: bytes):
    assert decode.decode(raw) == STORY


@pytest.mark.parametrize(
    ("meta", "charset"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ("<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=ISO-8859-1'>", "cp1252"),
        ("<meta charset=iso-8859-1>", "utf-8"),
        ("<meta charset=utf-8>", "cp1252"),
        ("<meta charset=no-such-charset>", "utf-8"),
    ],
)
def test_a_declaration_is_believed_unless_the_bytes_speak_against_it(meta: str, charset: str):
    raw = f"<html>{meta}<p>{STORY}</p>".encode(charset)
    assert decode.decode(raw, "html").endswith(f"<p>{STORY}</p>")


@pytest.mark.parametrize(
    ("charset", "text"),
    [("windows-1251", "Мост открыт"), ("shift_jis", "橋が開いた"), ("iso-2022-jp", "橋が開いた")],
)
def test_declared_charsets_of_other_scripts_are_read(charset: str, text: str):
    raw = f'<meta charset="{charset}"><p>{text}</p>'.encode(charset)
    assert decode.decode(raw, "html").endswith(f"<p>{text}</p>")


@pytest.mark.parametrize("raw", [b"\x89PNG\r\n\x1a\n" + bytes(200), b"%PDF-1.4\n" + bytes(99)])
def test_what_is_no_text_is_refused(raw: bytes):
    with pytest.raises(BadInput, match="not text"):
        decode.decode(raw)
