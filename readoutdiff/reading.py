"""Reading: bytes to a document. Characters are never edited; a byte order mark is dropped."""

from __future__ import annotations

import codecs
import datetime
from pathlib import Path
from typing import Literal

from readoutdiff.checksums import sha256
from readoutdiff.contract import Document
from readoutdiff.errors import InputError, UsageError
from readoutdiff.knowledge import load
from readoutdiff.language import detect_language
from readoutdiff.tokens import count_words

LIMIT = 10 * 1024 * 1024  # bytes
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_file(
    path: str,
    *,
    role: Literal["article", "readout"] = "article",
    party: str | None = None,
    encoding: str | None = None,
    language: str | None = None,
    date: str | None = None,
) -> Document:
    """The document in a file; all else is as for `read`.

    Raises InputError for a missing file, a folder, a device, an empty or binary file, undecodable bytes, or more
    than 10 MiB; UsageError for a web address. Each error is one line that says how to mend it.
    """
    if "://" in path[:12]:
        raise UsageError(f"{path}: readoutdiff does not use the network; save the page and give the file")
    file = Path(path)
    if file.is_dir():
        raise InputError(f"{path}: is a folder; give a text file")
    if file.exists() and not file.is_file():
        raise InputError(f"{path}: is not a regular file; use - for standard input")
    try:
        with file.open("rb") as stream:
            data = stream.read(LIMIT + 1)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the name") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
    return read(data, name=file.name, role=role, party=party, encoding=encoding, language=language, date=date)


def read(
    data: str | bytes,
    *,
    name: str = "text",
    role: Literal["article", "readout"] = "article",
    party: str | None = None,
    encoding: str | None = None,
    language: str | None = None,
    date: str | None = None,
) -> Document:
    """The document in a string or in bytes.

    `role` says whether it is an article that tells of readouts or a readout itself; `party` whose readout it is
    (an id or a name); `language` overrides the detection; `date` is the day it came out (ISO 8601), by which the
    holders of office are chosen. Raises UsageError for a date that is none, InputError as `read_file` does.

    >>> read("The ministry said the talks went well.", name="note.txt").words
    7
    """
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw) > LIMIT:
        raise InputError(f"{name}: is over 10 MiB; give the text of one article")
    text, used = (data, encoding or "utf-8") if isinstance(data, str) else _decode(raw, name, encoding)
    if not text.strip():
        raise InputError(f"{name}: is empty; give a text")
    return Document(
        id="",
        role=role,
        name=name,
        language=language or detect_language(text, load()),
        encoding=used,
        sha256=sha256(raw),
        words=count_words(text),
        text=text,
        party=party,
        date=_day(date) if date is not None else None,
    )


def _day(date: str) -> str:
    try:
        return datetime.date.fromisoformat(date).isoformat()
    except ValueError:
        raise UsageError(f"--date {date}: is no day; write it as 2025-05-06") from None


def _decode(raw: bytes, name: str, encoding: str | None) -> tuple[str, str]:
    if encoding is not None:
        return _as(raw, name, encoding), encoding
    for mark, marked in _MARKS:
        if raw.startswith(mark):
            return _as(raw[len(mark) :], name, marked), marked
    if b"\0" in raw:
        raise InputError(f"{name}: is a binary file; save it as plain text")
    return _as(raw, name, "utf-8"), "utf-8"


def _as(raw: bytes, name: str, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: is not {encoding} (byte {error.start}); name its encoding with --encoding") from error
    except LookupError:
        raise UsageError(f"--encoding {encoding}: no such encoding; try utf-8 or windows-1252") from None
