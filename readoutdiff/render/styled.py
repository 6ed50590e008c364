"""Styled text for a terminal: paragraphs of runs, wrapped by cells, set beside each other, written with or without colour.

Of rich only the table of cell widths is used: to load its console and tables, and to draw with them, takes a sixth of a whole run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, zip_longest

from rich.cells import cell_len, chop_cells

from readoutdiff.render.shown import LEFT_TO_RIGHT, is_right_to_left
from readoutdiff.value import Value

Run = tuple[str, str]  # text and its style: names of CODES with a space between them
Line = list[Run]  # of a report; a paragraph is one that is not wrapped yet

CODES = {
    "bold": "1", "dim": "2", "italic": "3", "underline": "4",
    "blue": "38;5;32", "orange": "38;5;166", "violet": "38;5;133", "teal": "38;5;30",
}  # fmt: skip

UNBOUNDED = 1 << 30  # columns
_OPENS, _CLOSES = "（「『《【〈“‘(«‹", "、。，．！？；：）」』》】〉”’\"').,;:!?»›"  # no line ends with, none begins with
_WORDS = re.compile(r"(\s+)|()(\S+)")  # white space, and what stands between
_NO_SPACE = ("", "")
_MARK = (LEFT_TO_RIGHT, "")


class _Word(Value, frozen=True):
    """What no line is broken within, and the space before it, which ends with the line."""

    space: Run
    runs: Line
    width: int


def width_of(line: Iterable[Run]) -> int:
    """The columns that a line takes."""
    return sum(cell_len(text) for text, _ in line)


def wrap(paragraph: Iterable[Run], width: int | None, hang: int = 0) -> list[Line]:
    """The lines of a paragraph, no wider than `width` (None: one line); those after the first begin with `hang` spaces."""
    room = UNBOUNDED if width is None else width
    lines: list[Line] = [[]]
    free = room
    for word in _words(paragraph, room - hang):
        begun = free < (room if len(lines) == 1 else room - hang)
        space = len(word.space[0]) if begun else 0
        if space + word.width > free:
            lines.append([(" " * hang, "")])
            free, space = room - hang, 0
        lines[-1] += [word.space, *word.runs] if space else word.runs
        free -= space + word.width
    return lines


def _words(paragraph: Iterable[Run], most: int) -> Iterator[_Word]:
    """Its words, those wider than `most` columns cut."""
    space, runs = _NO_SPACE, list[Run]()
    wide_before = False
    for text, style in paragraph:
        for blank, wide, other in _parts(text):
            part = wide or other
            if runs and (blank or ((wide or wide_before) and part[0] not in _CLOSES and runs[-1][0][-1] not in _OPENS)):
                yield from _cut(space, runs, most)
                space, runs = _NO_SPACE, []
            if blank:
                space = (blank, style)
            else:
                runs.append((part, style))
            wide_before = bool(wide)
    if runs:
        yield from _cut(space, runs, most)


def _parts(text: str) -> list[tuple[str, str, str]]:
    """White space, single characters of scripts that are written without it, and words of others: one of the three in each."""
    return _WORDS.findall(text) if cell_len(text) == len(text) else _wide_parts().findall(text)


@cache
def _wide_parts() -> re.Pattern[str]:
    """Compiled where it is needed: that takes as long as a whole report."""
    wide = "\u1100-\u115f\u2e80-\u2fff\u3003-\u3007\u3012\u3013\u3020-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003fffd"
    return re.compile(rf"(\s+)|([{wide}])|([^\s{wide}]+)")


def _cut(space: Run, runs: Line, most: int) -> Iterator[_Word]:
    width = width_of(runs)
    if width <= most:
        yield _Word(space, runs, width)
        return
    for text, style in runs:
        for piece in chop_cells(text, most):
            yield _Word(space, [(piece, style)], cell_len(piece))
            space = _NO_SPACE


def flow(paragraphs: Iterable[Line], width: int | None, listed: tuple[str, ...] = ()) -> list[Line]:
    """Paragraphs one under the other, each wrapped; those that begin with a sign of a list hang from it."""
    return [line for p in paragraphs for line in wrap(p, width, 2 if p and p[0][0].startswith(listed) else 0)]


def indented(lines: Iterable[Line], by: int) -> Iterator[Line]:
    """Lines moved to the right."""
    return ([(" " * by, ""), *line] for line in lines)


def inset(paragraph: Iterable[Run], width: int | None, by: int, hang: int = 0) -> Iterator[Line]:
    """A paragraph moved to the right, and no wider than `width` with the space before it."""
    return indented(wrap(paragraph, width and width - by, hang), by)


def beside(columns: Sequence[tuple[Sequence[Line], int]], gap: int) -> Iterator[Line]:
    """Lines of columns, each of a width, set beside each other."""
    for cells in zip_longest(*(lines for lines, _ in columns), fillvalue=[]):
        line: Line = []
        for cell, (_, width) in zip(cells, columns, strict=True):
            line += [*_kept_in_place(cell), (" " * (width - width_of(cell) + gap), "")]
        yield line


def _kept_in_place(cell: Line) -> Line:
    return [_MARK, *cell, _MARK] if any(is_right_to_left(text) for text, _ in cell) else cell


def written(lines: Iterable[Line], color: bool) -> str:
    """The lines as text, with ANSI codes for colour where there is colour."""
    return "".join(f"{_coloured(line) if color else ''.join(text for text, _ in line).rstrip(' ')}\n" for line in lines)


def _coloured(line: Line) -> str:
    parts = []
    for style, runs in groupby(line, key=lambda run: run[1]):
        text = "".join(text for text, _ in runs)
        parts.append(f"\x1b[{';'.join(CODES[name] for name in style.split())}m{text}\x1b[0m" if style else text)
    return "".join(parts).rstrip(" ")
