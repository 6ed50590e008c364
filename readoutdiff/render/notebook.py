"""A comparison as the output of a notebook's cell: a table that is safe and self-contained wherever a notebook is shown.

It is plain markup with the style on each element. A page in a frame would have a height of its own and links that lead nowhere,
and GitHub takes frames away; a style sheet is taken away there too and in a notebook that is not trusted, and where it is kept
it changes the rest of the page. A table without either comes through Jupyter, VS Code and nbviewer, light or dark.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from readoutdiff.contract import Comparison
from readoutdiff.render import words
from readoutdiff.render.cautions import outcome_sentence
from readoutdiff.render.chosen import ALL, in_words
from readoutdiff.render.quoting import in_signs
from readoutdiff.render.shown import plain
from readoutdiff.render.symbols import RICH
from readoutdiff.render.view.passages import Passage
from readoutdiff.render.view.rows import Cell, Row, rows
from readoutdiff.render.view.summary import counts

_LEFT = Markup('style="text-align: left; vertical-align: top"')  # a notebook sets tables flush right
_NO_FORMULAS = Markup('class="tex2jax_ignore mathjax_ignore"')  # two amounts of dollars are no formula


def fragment(comparison: Comparison) -> str:
    """The topics as a table, after a line that counts them."""
    if comparison.outcome != "compared":
        return _within([_paragraph(outcome_sentence(comparison, {d.language: d.language for d in comparison.documents}))])
    told = ", ".join(f"{count.number} {count.word}" for count in counts(comparison))
    lead = _paragraph(f"{in_words(comparison, ALL)}: {told}")
    return _within([lead, _table(comparison, rows(comparison, comparison.topics)), _paragraph(words.PROMISE)])


def _within(parts: Iterable[Markup]) -> str:
    return str(Markup("<div {}>{}</div>").format(_NO_FORMULAS, Markup("\n").join(parts)))


def _table(comparison: Comparison, table: Sequence[Row]) -> Markup:
    names = ("Topic", *(p.name for p in comparison.parties))
    head = Markup("").join(Markup("<th {}>{}</th>").format(_LEFT, _text(name)) for name in names)
    lines = Markup("\n").join(_line(row, len(comparison.parties)) for row in table)
    return Markup("<table>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>\n</table>").format(head, lines)


def _line(row: Row, sides: int) -> Markup:
    topic = Markup("<th {}>{}<br>{}</th>").format(_LEFT, _text(row.label), _text(f"{row.symbol} {row.word}"))
    span = sides if row.status == "outlet_only" else 1
    cells = Markup("").join(Markup('<td {} colspan="{}">{}</td>').format(_LEFT, span, _cell(cell)) for cell in row.cells)
    return Markup("<tr>{}{}</tr>").format(topic, cells)


def _cell(cell: Cell) -> Markup:
    """What a side says; of a silent one that it is, of an undecided one what comes nearest."""
    symbol = f"{RICH.possible} " if cell.kind == "possible" else ""
    then = " The article says:" if cell.kind == "silent" and cell.passages else ""
    lead = [Markup("<em>{}</em>").format(_text(f"{symbol}{cell.lead}{then}"))] if cell.lead else []
    near = [_passage(near.passage) for near in cell.near[:1]] if cell.kind == "possible" else []
    again = [Markup("<em>{}</em>").format(_text(line)) for line in cell.again]
    puts = [_text(f"{RICH.differs} {put.kind}: {put.words}") for put in cell.puts]
    figures = [Markup("<small>{}</small>").format(_text(cell.figures))] if cell.figures else []
    return Markup("<br>").join([*lead, *map(_passage, cell.passages), *again, *near, *puts, *figures])


def _passage(passage: Passage) -> Markup:
    return Markup('<span dir="auto" title="{}">{}</span>').format(_text(passage.place), _text(in_signs(passage.runs)))


def _paragraph(text: str) -> Markup:
    return Markup("<p>{}</p>").format(_text(text))


def _text(text: str) -> Markup:
    return escape(plain(text))
