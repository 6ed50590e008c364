"""Topics by sides at a glance, where there are three sides or more: who raises what, and who is silent."""

from __future__ import annotations

from rich import box
from rich.table import Table
from rich.text import Text

from readoutdiff.contract import Topic
from readoutdiff.render import words
from readoutdiff.render.drawing import Drawing

_CELLS = ("raised", "possible", "silent")
_STYLES = {"raised": "bold", "possible": "italic", "silent": "dim"}


def matrix(drawing: Drawing) -> Table:
    """A row for each topic that a side raises, with a word for each side."""
    table = Table(box=box.ASCII if drawing.style.ascii_only else box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Topic by side", overflow="fold")
    for party in drawing.comparison.parties:
        table.add_column(Text(party.name, style=drawing.colors[party.id]))
    for topic in drawing.comparison.topics:
        if topic.status != "outlet_only":
            cells = [_cell(topic, party.id) for party in drawing.comparison.parties]
            table.add_row(drawing.plain(topic.label), *(Text(cell, style=_STYLES[cell]) for cell in cells))
    return table


def silences(drawing: Drawing) -> Text:
    """Who is silent on how many topics, in words."""
    told = []
    for party in drawing.comparison.parties:
        silent = [t for t in drawing.comparison.topics if party in words.silent_sides(drawing.comparison, t)]
        told += [f"{party.name} on {words.counted(len(silent), 'topic')}"] if silent else []
    return Text(f"Silent: {', '.join(told)}." if told else "No side is silent on a topic for certain.", style="dim")


def _cell(topic: Topic, party: str) -> str:
    return _CELLS[0] if party in topic.segments else _CELLS[1] if party in topic.possible else _CELLS[2]
