"""The lines of a PDF's page, in the order of its content, each with its place."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from ctypes import c_double
from typing import Any, NamedTuple

HYPHEN = "\x02"  # how PDFium writes a hyphen that ends a line
_LOST = "\ufffd"


class Line(NamedTuple):
    """A line, its place and the size of its letters, in points from the page's lower left; on `base` its letters stand."""

    text: str
    left: float
    right: float
    base: float
    size: float


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
    left, right = textpage.get_charbox(seen[0])[0], textpage.get_charbox(seen[-1])[2]
    base, size = _letter(textpage, seen[len(seen) // 2])  # one at the ends may be an initial, or raised
    return Line("".join(c for _, c in chars).strip(), left, right, base, size)


def _letter(textpage: Any, i: int) -> tuple[float, float]:
    """On what a letter stands, and its size as it is seen: that of its font, as it is scaled."""
    from pypdfium2.raw import FS_MATRIX, FPDFText_GetCharOrigin, FPDFText_GetFontSize, FPDFText_GetMatrix

    x, y, matrix = c_double(), c_double(), FS_MATRIX()
    FPDFText_GetCharOrigin(textpage, i, x, y)
    FPDFText_GetMatrix(textpage, i, matrix)
    return y.value, round(FPDFText_GetFontSize(textpage, i) * math.hypot(matrix.b, matrix.d), 1)
