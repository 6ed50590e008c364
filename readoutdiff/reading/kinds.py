"""Which kind of file it is: told by its content, whatever its name ends in."""

from __future__ import annotations

from readoutdiff.errors import InputError
from readoutdiff.reading.content import Content
from readoutdiff.reading.decoding import decode

_ZIP, _PDF, _MIME = b"PK\x03\x04", b"%PDF-", (b"From: <Saved by ", b"MIME-Version:")
_BEGINNING = 1024  # bytes, or characters, that tell a kind
_OTHERS = (
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word document of the old kind (.doc), or one that a password protects"),
)
# How a page begins: the MIME Sniffing Standard, 7.1, and what a part of a page is copied with
_TAGS = (
    "<!doctype html", "<html", "<head", "<script", "<iframe", "<h1", "<div", "<font", "<table", "<a", "<style", "<title", "<b",
    "<body", "<br", "<p", "<!--", "<article", "<main", "<section",
)  # fmt: skip


def take_out(raw: bytes, name: str, encoding: str | None) -> Content:
    """The text of a file's bytes.

    Raises InputError for a kind that is not read or that needs an extra that is missing, for an encoding that cannot be
    told, and for a text that was spoilt when it was saved; UsageError for an encoding that there is not.
    """
    content = _taken_out(raw, name, encoding)
    if content.text.isascii():
        return content
    from readoutdiff.reading.spoilt import look_for_damage

    return look_for_damage(content, raw, name, named=encoding is not None)


def _taken_out(raw: bytes, name: str, encoding: str | None) -> Content:
    if raw.startswith(_ZIP):
        from readoutdiff.reading.word import read_word

        return read_word(raw, name)
    if raw[:_BEGINNING].lstrip().startswith(_PDF):
        from readoutdiff.reading.pdf import read_pdf

        return read_pdf(raw, name)
    if raw.startswith(_MIME) and b"multipart/related" in raw[:_BEGINNING]:
        from readoutdiff.reading.archive import read_archive

        return read_archive(raw, name, encoding)
    for mark, kind in _OTHERS:
        if raw.startswith(mark):
            raise InputError(f"{name}: is {kind}; save it as .docx or as plain text")
    decoded = decode(raw, name, encoding)
    if not is_page(decoded.text):
        return decoded
    from readoutdiff.reading.page import read_page

    return read_page(decoded, name)


def is_page(text: str) -> bool:
    """Whether a text is a web page, or a part of one."""
    if not text[:1].isspace() and not text.startswith("<"):
        return False
    low = text.lstrip()[:_BEGINNING].lower()
    if low.startswith("<?xml"):
        return "<html" in low
    return any(low.startswith(tag) and (tag == "<!--" or low[len(tag) :][:1] in (" ", ">", "\n", "\r", "\t")) for tag in _TAGS)
