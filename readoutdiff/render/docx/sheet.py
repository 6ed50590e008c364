"""The document: what was found, a table of the topics with room for remarks, and what was checked, on sheets laid crosswise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt

from readoutdiff.contract import Comparison
from readoutdiff.render import words
from readoutdiff.render.cautions import cautions, outcome_sentence
from readoutdiff.render.checks import looked_up
from readoutdiff.render.chosen import Choice, chosen, in_words
from readoutdiff.render.docx.cells import Line, finding_line, passage_line, topic_line
from readoutdiff.render.docx.packing import packed
from readoutdiff.render.docx.table import add_table, shared_out
from readoutdiff.render.shown import in_line
from readoutdiff.render.view.checked import checked
from readoutdiff.render.view.passages import rest
from readoutdiff.render.view.rows import Row, rows
from readoutdiff.render.view.summary import about, accounts, counts, title
from readoutdiff.version import __version__

if TYPE_CHECKING:
    from docx.document import Document

_KEY = "‹ › the part of a sentence that is meant; bold: put otherwise by another side; italic: emphatic."
_WIDTH, _HEIGHT, _MARGIN = 29.7, 21.0, 1.5  # centimetres of the sheet, laid crosswise
_TOPIC, _VERDICT, _REMARKS = 3.4, 4.4, 4.0  # of the columns; what is left the others share


def filled(document: Document, comparison: Comparison, languages: Mapping[str, str], choice: Choice) -> bytes:
    """The bytes of an empty document once the report is written into it; see `render_docx`."""
    _set_up(document)
    head = in_line(title(comparison))
    document.add_heading(head, 0)
    document.add_paragraph(in_line(about(comparison)))
    if comparison.outcome == "compared":
        _body(document, comparison, choice)
    else:
        document.add_paragraph(in_line(outcome_sentence(comparison, languages)))
    made_by = in_line(f"readoutdiff {__version__}; {comparison.signature}")
    document.sections[0].footer.paragraphs[0].text = f"{words.PROMISE} {made_by}"
    return packed(document, head, made_by)


def _set_up(document: Document) -> None:
    """A sheet laid crosswise, and small type."""
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(_WIDTH), Cm(_HEIGHT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(_MARGIN)
    section.footer_distance = Cm(_MARGIN / 2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size, normal.paragraph_format.space_after = "Arial", Pt(9), Pt(4)


def _body(document: Document, comparison: Comparison, choice: Choice) -> None:
    table = rows(comparison, chosen(comparison, choice))
    for line in _summary(comparison, table):
        document.add_paragraph(line, style="List Bullet")
    document.add_heading(f"Topics: {in_words(comparison, choice)}", 1)
    document.add_paragraph(_KEY)
    _topics(document, comparison, table)
    _rest(document, comparison)
    if comparison.mode == "triangulated":
        document.add_heading("The article against the readouts", 1)
        document.add_paragraph(looked_up(comparison))
        _checked(document, comparison, table)


def _summary(comparison: Comparison, table: Sequence[Row]) -> Iterator[str]:
    yield from (in_line(f"{c.symbol} {c.word}: {c.number} ({c.meaning})") for c in counts(comparison))
    for account in accounts(comparison, {row.id for row in table}):
        asked = f"; who asked for the call or made it, by its readout: {account.asked}" if account.asked else ""
        yield in_line(f"{account.name}: {account.told} ({account.why}){asked}")
    yield from map(in_line, cautions(comparison))


def _topics(document: Document, comparison: Comparison, table: Sequence[Row]) -> None:
    """A row for each topic, a column for each side."""
    names = [p.name for p in comparison.parties]
    _table(document, ["Topic", "Verdict", *names, "Remarks"], (_TOPIC, _VERDICT, _REMARKS), [topic_line(row) for row in table])


def _checked(document: Document, comparison: Comparison, table: Sequence[Row]) -> None:
    """A row for each finding: what it is, its passage, what stands beside it."""
    lines = [finding_line(side.name, kind.head, item) for side in checked(comparison, table) for kind in side.kinds for item in kind.items]
    if lines:
        _table(document, ["Side", "What was found", "Passage", "The other text", "Remarks"], (_TOPIC, _VERDICT, _REMARKS), lines)


def _rest(document: Document, comparison: Comparison) -> None:
    """What is in no topic, and what the article says is missing: each with room for remarks."""
    lines = [passage_line(head, passage) for head, passages in rest(comparison) for passage in passages]
    if lines:
        _table(document, ["Beside the topics", "Passage", "Remarks"], (_TOPIC, _REMARKS), lines)


def _table(document: Document, head: Sequence[str], fixed: Sequence[float], lines: Sequence[Line]) -> None:
    """A table over the sheet, with columns of fixed widths before and after those that share what is left."""
    widths = shared_out(_WIDTH - 2 * _MARGIN, fixed, len(head) - len(fixed))
    add_table(document, head, widths, lines)
