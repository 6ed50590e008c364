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
_SIZE = 0.12  # of a line's height: two sizes of letters
_GAP = 0.3  # of a line's height: more distance than between the lines of a paragraph
_INDENT = (0.6, 4.0)  # of a line's height
_OVER = 2  # lines that may go over all columns


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The paragraphs of all pages; one may go on on the next page, or in the next column."""
    lines = [line for page in pages for line in page]
    hyphens, columns = Hyphens([line.text for line in lines]), _Columns(lines)
    said = lines[0].text if lines else ""
    for i, (above, line) in enumerate(pairwise(lines), 1):
        if _begins(above, line, columns.usual(line), columns.margin(i)):
            yield _whole(said)
            said = line.text
        else:
            said = hyphens.joined(said, line.text)
    if said:
        yield _whole(said)


def _whole(said: str) -> str:
    """One space between words: a justified line has no more; a hyphen that ends the paragraph is one."""
    return " ".join(word for word in said.replace(HYPHEN, "-").split(" ") if word)


def _begins(above: Line, line: Line, usual: float, margin: float) -> bool:
    """Whether a paragraph begins with a line: `usual` is the distance of lines within one, `margin` how far to the right they reach."""
    if above.text.endswith(HYPHEN):
        return False
    if abs(above.height - line.height) > _SIZE * max(above.height, line.height):
        return True
    ended = above.text.rstrip(_CLOSING).endswith(_ENDS)
    if line.bottom >= above.bottom:  # the next column, or the next page
        return ended
    if above.bottom - line.bottom > usual + _GAP * line.height:
        return True
    indent = (line.left - above.left) / line.height if line.height else 0.0
    return (ended and _INDENT[0] < indent < _INDENT[1]) or _would_have_fitted(above, line, margin)


def _would_have_fitted(above: Line, line: Line, margin: float) -> bool:
    """Whether the first word of a line had room on the line above, and was not put there."""
    width = (line.right - line.left) / len(line.text)  # of a character
    word = len(line.text.split(" ", 1)[0]) + 1
    return above.right + (word + 1) * width < margin


class _Columns:
    """How far lines reach, and how far they stand apart, in each column: lines that go down the page, of one size."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._keys: list[tuple[int, int]] = []
        self._rights: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
        self._least: dict[int, float] = {}
        column = 0
        for above, line in pairwise([*lines[:1], *lines]):
            distance, size = above.bottom - line.bottom, round(line.height)
            column += distance <= 0
            self._keys.append((column, size))
            self._rights[self._keys[-1]].append(line.right)
            if round(above.height) == size and distance > size / 2:
                self._least[size] = min(distance, self._least.get(size, distance))

    def usual(self, line: Line) -> float:
        """The distance of lines within a paragraph: the least that lines of this size have."""
        return self._least.get(round(line.height), 0.0)

    def margin(self, i: int) -> float:
        """The third farthest reach to the right: a line above may go over all columns."""
        rights = self._rights[self._keys[i]]
        rights.sort(reverse=True)
        return rights[min(_OVER, len(rights) - 1)]
