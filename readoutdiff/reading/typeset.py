"""Typeset lines put together to paragraphs, by what a typesetter does: he breaks a line where the next word does not fit.

A paragraph ends where the next word would have fitted, where the distance or the size changes, or before an indent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from readoutdiff.reading.hyphens import Hyphens
from readoutdiff.reading.lines import HYPHEN, Line

_ENDS = (".", "!", "?", "…", ":", ";", "。")
_CLOSING = "\"”’'»)]"
_GAP = 0.3  # of the size of letters: more distance than between the lines of a paragraph
_INDENT = (0.6, 4.0)  # of the size of letters
_FURTHER = 0.2  # of the lines of a column
_PLACE = 30  # points


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The paragraphs of all pages; one may go on on the next page, or in the next column."""
    lines = [line for page in pages for line in page]
    hyphens, columns = Hyphens([line.text for line in lines]), _Columns(lines)
    said = lines[0].text if lines else ""
    for above, line, below in zip(lines, lines[1:], [*lines[2:], *lines[-1:]], strict=False):
        edge = min(above.left, below.left)
        if _begins(above, line, edge, columns):
            yield _whole(said)
            said = line.text
        else:
            said = hyphens.joined(said, line.text)
    if said:
        yield _whole(said)


def _whole(said: str) -> str:
    """One space between words: a justified line has no more; a hyphen that ends the paragraph is one."""
    return " ".join(word for word in said.replace(HYPHEN, "-").split(" ") if word)


def _begins(above: Line, line: Line, edge: float, columns: _Columns) -> bool:
    """Whether a paragraph begins with a line; `edge` is where the lines around it begin."""
    if above.text.endswith(HYPHEN):
        return False
    if above.size != line.size:
        return True
    ended = above.text.rstrip(_CLOSING).endswith(_ENDS)
    fitted = _would_have_fitted(above, line, columns.margin(above))
    if line.base >= above.base:  # the next column, or the next page
        return ended or fitted
    if above.base - line.base > columns.usual(line) + _GAP * line.size:
        return True
    return fitted or (ended and _INDENT[0] < (line.left - edge) / max(line.size, 1) < _INDENT[1])


def _would_have_fitted(above: Line, line: Line, margin: float) -> bool:
    """Whether the first word of a line had room on the line above, and was not put there."""
    width = (line.right - line.left) / len(line.text)  # of a character
    word = len(line.text.split(" ", 1)[0]) + 1
    return above.right + (word + 1) * width < margin


class _Columns:
    """How far the lines of a column reach to the right, and how far they stand apart.

    A column is what lines of one size have that begin at about one place, on whatever page.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        rights: defaultdict[tuple[int, float], list[float]] = defaultdict(list)
        self._least: dict[float, float] = {}
        for line in lines:
            rights[_column(line)].append(line.right)
        self._margins = {column: sorted(reach)[-1 - int(len(reach) * _FURTHER)] for column, reach in rights.items()}
        for above, line in pairwise(lines):
            distance = above.base - line.base
            if above.size == line.size and distance > line.size / 2:
                self._least[line.size] = min(distance, self._least.get(line.size, distance))

    def usual(self, line: Line) -> float:
        """The distance of lines within a paragraph: the least that lines of this size have."""
        return self._least.get(line.size, 0.0)

    def margin(self, line: Line) -> float:
        """How far a column reaches: one line in five may go further, as what is set over all columns does."""
        return self._margins[_column(line)]


def _column(line: Line) -> tuple[int, float]:
    return round(line.left / _PLACE), line.size
