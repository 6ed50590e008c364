"""The lines of a PDF's page, in the order of its content, each with its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

HYPHEN = "\x02"  # how PDFium writes a hyphen that ends a line
_LOST = "\ufffd"


class Line(NamedTuple):
    """A line and where it stands, in points from the page's lower left; `bottom` and `height` are those of its first character's font."""

    text: str
    left: float
    right: float
    bottom: float
    height: float


def lines_of(textpage: Any) -> list[Line]:
    """The lines of a page with something on them."""
    return [line for chars in _broken(textpage) if (line := _line(textpage, chars))]


def _broken(textpage: Any) -> Iterator[list[tuple[int, str]]]:
    """The characters of each line with their numbers; a hyphen at its end ends a line too."""
    from pypdfium2.raw import FPDFText_GetUnicode

    chars: list[tuple[int, str]] = []
    for i in range(textpage.count_chars()):
        c = _character(FPDFText_GetUnicode(textpage, i))
        if c in "\r\n":
            yield chars
            chars = []
        else:
            chars.append((i, c))
            if c == HYPHEN:
                yield chars
                chars = []
    yield chars


def _character(code: int) -> str:
    """A glyph whose font does not tell its character is one that was lost."""
    if code == 0:
        return _LOST
    c = chr(code) if code < 0x110000 else _LOST
    return c if c in f"\t\r\n{HYPHEN}" or unicodedata.category(c) not in ("Cc", "Cs") else _LOST


def _line(textpage: Any, chars: list[tuple[int, str]]) -> Line | None:
    seen = [i for i, c in chars if not c.isspace()]
    if not seen:
        return None
    left, bottom, _, top = textpage.get_charbox(seen[0], loose=True)
    right = textpage.get_charbox(seen[-1], loose=True)[2]
    return Line("".join(c for _, c in chars).strip(), left, right, bottom, top - bottom)
