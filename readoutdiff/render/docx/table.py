"""Tables that an editor marks up: the head on every page, no row over two pages, an empty column for remarks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt

from readoutdiff.render.docx.writing import Paragraph, write

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell, _Row

_GROUND = "E8EEF5"  # of the head: a grey that prints
_ROOM = "50"  # twentieths of a point


def add_table(document: Document, head: Sequence[str], widths: Sequence[Length], lines: Iterable[Sequence[Sequence[Paragraph]]]) -> None:
    """A table with a head, columns of these widths, and for each line the paragraphs of its cells.

    In a line with fewer cells the one before the last lies over the columns that have none.
    """
    table = document.add_table(rows=1, cols=len(head), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    _keep_off_the_lines(table)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    _fill(table.rows[0], [[Paragraph.of(name, "bold")] for name in head], widths)
    _mark(table.rows[0], "w:tblHeader")
    for cell in table.rows[0].cells:
        _shade(cell)
    for line in lines:
        _fill(table.add_row(), line, widths)
    _stand_apart(document)


def _stand_apart(document: Document) -> None:
    """A low line after the table: so low that it does not take a page of its own."""
    between = document.add_paragraph().paragraph_format
    between.line_spacing, between.space_after = Pt(6), Pt(0)


def _fill(row: _Row, line: Sequence[Sequence[Paragraph]], widths: Sequence[Length]) -> None:
    _mark(row, "w:cantSplit")
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = width
    cells, missing = list(row.cells), len(widths) - len(line)
    if missing:
        wide = len(line) - 2
        cells[wide : wide + missing + 1] = [cells[wide].merge(cells[wide + missing])]
    for cell, paragraphs in zip(cells, line, strict=True):
        for number, paragraph in enumerate(paragraphs):
            made = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            made.paragraph_format.space_after = Pt(3)
            write(made, paragraph)


def _keep_off_the_lines(table: Table) -> None:
    """Room above and below what stands in a cell."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "bottom"):
        room = OxmlElement(f"w:{side}")
        room.set(qn("w:w"), _ROOM)
        room.set(qn("w:type"), "dxa")
        margins.append(room)
    properties = table._tbl.tblPr
    properties.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription", "w:tblPrChange")


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for key, value in {"val": "clear", "color": "auto", "fill": _GROUND}.items():
        shade.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def shared_out(width: float, fixed: Sequence[float], columns: int) -> list[Length]:
    """Widths in centimetres: those that are fixed, and what is left of the width in equal parts between the last one and the others."""
    each = (width - sum(fixed)) / columns
    return [Cm(one) for one in (*fixed[:-1], *[each] * columns, fixed[-1])]
