"""Reading: a file of any kind to a document. Characters are never edited; a byte order mark is dropped.

The text of a document is what was taken out of the file, and every offset counts in it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Literal

from readoutdiff.checksums import sha256
from readoutdiff.contract import Document
from readoutdiff.errors import InputError, UsageError
from readoutdiff.escaping import carried
from readoutdiff.language import detect_language
from readoutdiff.lexicon.knowledge import load
from readoutdiff.reading.content import LIMIT, Content, refuse_size
from readoutdiff.reading.file import base_name, read_data
from readoutdiff.reading.kinds import take_out
from readoutdiff.text.tokens import count_words

__all__ = ["LIMIT", "read", "read_file"]


_HALF = re.compile("[\ud800-\udfff]")


def read_file(
    path: str,
    *,
    role: Literal["article", "readout"] = "article",
    party: str | None = None,
    encoding: str | None = None,
    language: str | None = None,
    date: str | None = None,
    tell: Callable[[str], object] | None = None,
) -> Document:
    """The document in a file; all else is as for `read`.

    Raises InputError for a missing file, a folder, a device, an empty or binary file, undecodable bytes, or more
    than 10 MiB; UsageError for a web address. Each error is one line that says how to mend it.
    """
    data = read_data(path)
    name = base_name(path)
    return read(data, name=name, role=role, party=party, encoding=encoding, language=language, date=date, tell=tell)


def read(
    data: str | bytes,
    *,
    name: str = "text",
    role: Literal["article", "readout"] = "article",
    party: str | None = None,
    encoding: str | None = None,
    language: str | None = None,
    date: str | None = None,
    tell: Callable[[str], object] | None = None,
) -> Document:
    """The document in a string or in bytes.

    A string is the text itself. Bytes are what a file holds: plain text, or (each with its extra) a saved web page, a
    Word document or a PDF; which of them, their content tells. `role` says whether it is an article that tells of readouts
    or a readout itself; `party` whose readout it is (an id or a name); `encoding` that of plain text and pages, `language`
    that of the text, each found out where it is None; `date` is the day it came out (ISO 8601), by which the holders of
    office are chosen, and goes before what the file says. `tell` is called with each line that its reader should know of,
    such as an encoding that was guessed. Raises UsageError for a date that is none, InputError as `read_file` does.

    >>> read("The ministry said the talks went well.", name="note.txt").words
    7
    """
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    refuse_size(len(raw), name)
    content = Content(text=data, encoding=encoding or "utf-8") if isinstance(data, str) else take_out(raw, name, encoding)
    _refuse_unusable(content.text, name)
    if tell is not None:
        for note in content.notes:
            tell(f"{name}: {note}")
    return Document(
        id="",
        role=role,
        name=carried(name),
        language=language or detect_language(content.text, load()),
        encoding=content.encoding,
        sha256=sha256(raw),
        words=count_words(content.text),
        text=content.text,
        party=party,
        title=content.title,
        date=_day(date) if date is not None else content.date,
        url=content.url,
    )


def _refuse_unusable(text: str, name: str) -> None:
    """Raises InputError for a text that no output could carry, or that says nothing."""
    if _HALF.search(text):
        raise InputError(f"{name}: has half characters (surrogates), which no file can carry; read it again from where it came")
    if not text.strip():
        raise InputError(f"{name}: is empty; give a text")


def _day(date: str) -> str:
    try:
        return datetime.date.fromisoformat(date).isoformat()
    except ValueError:
        raise UsageError(f"--date {date}: is no day; write it as 2025-05-06") from None
