"""A Word document as it is written line by line; the same lines make the same bytes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readoutdiff.errors import UsageError
from readoutdiff.render.docx.packing import packed
from readoutdiff.render.visible import visible
from readoutdiff.version import __version__

_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")  # white space that a paragraph does not have
_WIDTH = 16.5  # cm between the margins


class Paper:
    """A document to write on; what is `kept` stands on one page with what follows it."""

    def __init__(self, title: str) -> None:
        """Raises UsageError where python-docx is not installed."""
        try:
            from docx import Document
        except ImportError as error:
            raise UsageError("--word needs its package; pip install 'readoutdiff[docx]'") from error
        from docx.shared import Cm, Pt

        self._docx = Document()
        self._title = _said(title)
        self._docx.styles["Normal"].paragraph_format.space_after = Pt(4)
        for section in self._docx.sections:
            section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)

    def head(self, text: str, level: int) -> None:
        """A heading: 0 for the title."""
        self._docx.add_heading(_said(text), level)

    def line(self, text: str, kept: bool = False, style: str | None = None) -> None:
        """A paragraph; none for no text."""
        if text:
            self._docx.add_paragraph(_said(text), style).paragraph_format.keep_with_next = kept

    def quotation(self, lead: str, before: str, text: str, after: str) -> None:
        """A passage, underlined within its sentence."""
        paragraph = self._docx.add_paragraph(style="Quote")
        paragraph.add_run(_said(lead + before))
        paragraph.add_run(_said(text)).underline = True
        paragraph.add_run(_said(after))
        paragraph.paragraph_format.keep_with_next = True

    def numbered(self, lines: Sequence[tuple[str, str]]) -> None:
        """A paragraph of a text in its lines, with the numbers of some in the margin."""
        from docx.shared import Cm

        paragraph = self._docx.add_paragraph("\n".join(f"{number}\t{_said(text.strip())}" for number, text in lines))
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(1))

    def rule(self, lead: str, kept: bool = False) -> None:
        """A line to write on."""
        from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
        from docx.shared import Cm

        paragraph = self._docx.add_paragraph(f"{lead}\t")
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        paragraph.paragraph_format.keep_with_next = kept

    def table(self, heads: Sequence[str], points: Sequence[str], box: str) -> None:
        """A row a point, with a box under every other head; no row is split over pages."""
        from docx.oxml import OxmlElement
        from docx.shared import Cm

        widths = [Cm(_WIDTH / 2), *(Cm(_WIDTH / 2 / len(heads[1:])) for _ in heads[1:])]
        table = self._docx.add_table(0, len(heads), "Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for row in [[_said(head) for head in heads], *([_in_lines(point), *(box for _ in heads[1:])] for point in points)]:
            added = table.add_row()
            added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for cell, text, width in zip(added.cells, row, widths, strict=True):
                cell.text, cell.width = text, width

    def packed(self) -> bytes:
        """The bytes of the document."""
        return packed(self._docx, self._title, f"readoutdiff {__version__}")


def _said(text: str) -> str:
    """What is given is data: nothing of it acts, and all of it can be written."""
    return _BREAKS.sub(" ", visible(text))


def _in_lines(point: str) -> str:
    return "\n".join(map(_said, point.split("\n")))
