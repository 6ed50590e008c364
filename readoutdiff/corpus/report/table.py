"""A table for the terminal: columns as wide as what they hold, the widest of those that may be wrapped giving way.

Where they have no room beside each other all the same, the cells of a row stand one under the other, each with the head of its column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.render.styled import Line, beside, indented, width_of, wrap
from readoutdiff.value import Value

_GAP, _INDENT = 2, 2
_WORD = 20  # columns: a longer word is cut


class Column(Value, frozen=True):
    """Its head, whether figures stand at its right edge, and whether it may be wrapped, between words."""

    head: str
    right: bool = False
    wraps: bool = False


class Entry(Value, frozen=True):
    """A row's cells; `under` stands in the lines below it."""

    cells: tuple[str, ...]
    under: str = ""


class Group(Value, frozen=True):
    """Rows under a head; without one they stand at the edge."""

    head: str
    rows: tuple[Entry, ...]


def table(columns: Sequence[Column], groups: Sequence[Group], width: int | None, rule: str) -> Iterator[Line]:
    """The lines of a table, no wider than `width` (None: nothing is wrapped)."""
    by = _INDENT if any(group.head for group in groups) else 0
    cells = [tuple(column.head for column in columns), *(row.cells for group in groups for row in group.rows)]
    widths = _widths(columns, cells, width and width - by)
    whole = by + sum(widths) + _GAP * (len(widths) - 1)
    stacked = width is not None and whole > width
    if not stacked:
        yield from indented(_row(columns, cells[0], widths, "bold"), by)
        yield [(rule * whole, "dim")]
    for group in groups:
        yield from wrap([(group.head, "bold")], width, by) if group.head else []
        for row in group.rows:
            yield from indented(_stacked(columns, row, width and width - by) if stacked else _row(columns, row.cells, widths, ""), by)
            yield from indented(wrap([(row.under, "dim")], width and width - 2 * by), 2 * by) if row.under else []


def _row(columns: Sequence[Column], cells: Sequence[str], widths: Sequence[int], style: str) -> Iterator[Line]:
    lines = [
        [_set(line, width, column.right) for line in wrap([(cell, style)], width)]
        for column, cell, width in zip(columns, cells, widths, strict=True)
    ]
    yield from beside(list(zip(lines, widths, strict=True)), _GAP)


def _stacked(columns: Sequence[Column], row: Entry, width: int | None) -> Iterator[Line]:
    for number, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
        told: Line = [(cell, "")] if number == 0 else [(f"{column.head}: ", "dim"), (cell, "")]
        yield from indented(wrap(told, width and width - _INDENT), _INDENT if number else 0)


def _set(line: Line, width: int, right: bool) -> Line:
    return [(" " * (width - width_of(line)), ""), *line] if right else line


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int | None) -> list[int]:
    """What each column holds at most; as long as that is too wide, the widest that may gives way, down to its longest word."""
    held = list(zip(*rows, strict=True))
    widths = [max(width_of([(cell, "")]) for cell in cells) for cells in held]
    least = [min(_WORD, max(width_of([(word, "")]) for cell in cells for word in cell.split() or [""])) for cells in held]
    while width is not None and sum(widths) + _GAP * (len(widths) - 1) > width:
        loose = [i for i, column in enumerate(columns) if column.wraps and widths[i] > least[i]]
        if not loose:
            break
        widths[max(loose, key=lambda i: widths[i])] -= 1
    return widths
