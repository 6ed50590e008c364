"""What stands in the cells of the document's tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.render.docx.writing import Paragraph
from readoutdiff.render.quoting import CLOSES, OPENS, meant
from readoutdiff.render.symbols import RICH
from readoutdiff.render.view.checked import Item
from readoutdiff.render.view.marking import Run
from readoutdiff.render.view.passages import Passage
from readoutdiff.render.view.rows import Cell, Row

Line = list[list[Paragraph]]


def topic_line(row: Row) -> Line:
    """Topic, verdict, a cell for each side or one for the outlet, and nothing yet of the editor."""
    verdict = [Paragraph.of(f"{row.symbol} {row.word}", "bold"), Paragraph.of(row.verdict, "dim")]
    verdict += [Paragraph.of(f"{RICH.apart} finding {', '.join(map(str, row.findings))}", "dim")] if row.findings else []
    cells = [[*_cell(cell)] for cell in row.cells]
    return [[Paragraph.of(row.label, "bold")], [*verdict, *_noted(row.notes)], *cells, []]


def finding_line(side: str, head: str, item: Item) -> Line:
    """Whose, what, the passage with the stretch between signs, what stands beside it, and nothing yet of the editor."""
    topics = [Paragraph.of(label, "dim") for _, label in item.topics]
    beside = [Paragraph.of(item.lead, "dim")]
    beside += [_quoted(item.readout)] if item.readout else []
    beside += _passage(item.beside) if item.beside else []
    beside += [Paragraph.of(f"{RICH.differs} {change}") for change in item.changes]
    found = [Paragraph.of(f"{RICH.apart} finding {item.number}"), Paragraph.of(head), *topics]
    return [[Paragraph.of(side, "bold")], found, [*_passage(item.passage)], beside, []]


def passage_line(head: str, passage: Passage) -> Line:
    """What a passage is, the passage, and nothing yet of the editor."""
    return [[Paragraph.of(head, "bold")], [*_passage(passage)], []]


def _cell(cell: Cell) -> Iterator[Paragraph]:
    if cell.kind == "outlet":
        yield Paragraph.of("The outlet, of no side:", "dim")
    if cell.lead:
        yield Paragraph.of(f"{f'{RICH.possible} ' if cell.kind == 'possible' else ''}{cell.introduction}", "dim")
    for passage in cell.passages:
        yield from _passage(passage)
    for line in cell.again:
        yield Paragraph.of(line, "dim")
    for one in cell.near[:1]:
        if one.lead:
            yield Paragraph.of(f"{one.lead} ({one.score})", "dim")
        yield from _passage(one.passage)
    for put in cell.puts:
        yield Paragraph.of(f"{RICH.differs} {put.kind}: {put.words}{f' ({put.whom} otherwise)' if put.whom else ''}")
    if cell.figures:
        yield Paragraph.of(cell.figures, "dim")


def _passage(passage: Passage) -> Iterator[Paragraph]:
    """The sentence, and under it where it stands and what is not quite sure of it."""
    yield _quoted(passage.runs)
    notes = "".join(f" [{note}]" for note in passage.notes)
    yield Paragraph.of(f"{passage.place}{notes}", "dim italic")


def _noted(notes: Sequence[str]) -> list[Paragraph]:
    return [Paragraph.of(f"[{note}]", "dim") for note in notes]


def _quoted(runs: Sequence[Run]) -> Paragraph:
    groups = meant(runs)
    pieces: list[tuple[str, str]] = []
    for is_meant, group in groups:
        told = [(run.text, _style(run) if is_meant else "dim") for run in group]
        pieces += [(OPENS, ""), *told, (CLOSES, "")] if is_meant and len(groups) > 1 else told
    return Paragraph(tuple(pieces))


def _style(run: Run) -> str:
    return " ".join(style for mark, style in (("differs", "bold"), ("strong", "italic")) if mark in run.marks)
