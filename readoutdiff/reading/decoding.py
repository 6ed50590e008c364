"""Bytes to characters: as the user says, else as the file says, else as UTF-8, else as it seems, and then it is told."""

from __future__ import annotations

import codecs
import re

from readoutdiff.errors import InputError, UsageError
from readoutdiff.reading.content import Content

SURE = 0.2  # the least confidence at which a detected encoding is taken; README, 'What can be given', says how often it is right
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{1,100}?encoding\s*=\s*["']([\w.:-]{2,40})"""
_DECLARED_WITHIN = 4096  # bytes
_TAG = rb"<[^<>]*>"
_NO_FILES = ("punycode", "idna", "unicode_escape", "raw_unicode_escape")  # of names and source code; the first takes time by the square
# What stands for what in practice, each a part of the other: the Encoding Standard, 4.2
_WIDER = {
    "iso-8859-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252", "ascii": "windows-1252",
    "iso-8859-9": "windows-1254", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932",
    "x-sjis": "cp932", "euc-kr": "cp949",
}  # fmt: skip


def decode(raw: bytes, name: str, encoding: str | None) -> Content:
    """The characters of some bytes, and their encoding.

    Raises InputError for what is no text and for an encoding that cannot be told; UsageError for one that there is not.
    """
    if encoding is not None:
        return _as(raw, name, encoding)
    for mark, marked in _MARKS:
        if raw.startswith(mark):
            return _as(raw[len(mark) :], name, marked)
    return _declared(raw) or _plain(raw) or _detected(raw, name)


def _as(raw: bytes, name: str, encoding: str) -> Content:
    try:
        return Content(text=raw.decode(_of_files(encoding)), encoding=encoding)
    except UnicodeError as error:
        at = f" (byte {error.start})" if isinstance(error, UnicodeDecodeError) else ""
        raise InputError(f"{name}: is not {encoding}{at}; name its encoding with --encoding") from error
    except (LookupError, ValueError):
        raise UsageError(f"--encoding {encoding}: no such encoding; try utf-8 or windows-1252") from None


def _declared(raw: bytes) -> Content | None:
    """As a page declares; a declaration that does not fit is not believed."""
    if not raw[:_DECLARED_WITHIN].lstrip().startswith(b"<"):
        return None
    found = re.search(_DECLARED, raw[:_DECLARED_WITHIN], re.IGNORECASE)
    if not found:
        return None
    label = (found[1] or found[2]).decode("ascii", "replace").lower()
    if label.startswith("utf-16"):  # what could be read so far is not
        return None
    try:
        return Content(text=raw.decode(_of_files(_WIDER.get(label, label))), encoding=_WIDER.get(label, label))
    except (UnicodeError, LookupError):
        return None


def _of_files(encoding: str) -> str:
    """The encoding, if it is one that files are written in; else there is none of that name."""
    if codecs.lookup(encoding).name.replace("-", "_") in _NO_FILES:
        raise LookupError(encoding)
    return encoding


def _plain(raw: bytes) -> Content | None:
    if b"\0" in raw:
        return None
    try:
        return Content(text=raw.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        return None


def _detected(raw: bytes, name: str) -> Content:
    """As it seems; the confidence is the detector's own. The tags of a page say nothing of the language that is written in it."""
    import chardet

    seems = chardet.detect(re.sub(_TAG, b" ", raw) if raw.lstrip().startswith(b"<") else raw)
    encoding, confidence = (seems["encoding"] or "").lower(), seems["confidence"]
    encoding = _WIDER.get(encoding, encoding)
    if not encoding or (b"\0" in raw and not encoding.startswith("utf-")):
        raise InputError(f"{name}: is a binary file; save it as plain text (or, if it is text, name its encoding with --encoding)")
    if confidence < SURE:
        likely = f"it may be {encoding}, but that is a guess (confidence {_figure(confidence)})"
        raise InputError(f"{name}: is not utf-8; {likely}; name its encoding with --encoding")
    try:
        content = _as(raw, name, encoding)
    except InputError:
        seemed = f"not utf-8, and not {encoding}, as it seemed"
        raise InputError(f"{name}: its encoding cannot be told ({seemed}); name it with --encoding") from None
    note = f"read as {encoding} (detected, confidence {_figure(confidence)}); name it with --encoding if that is wrong"
    return Content(text=content.text, encoding=encoding, notes=(note,))


def _figure(confidence: float) -> str:
    """The way a share is written here: '.93'."""
    return f"{confidence:.2f}".removeprefix("0")
