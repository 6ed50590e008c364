"""Topics by sides at a glance, where there are three sides or more: who raises what, and who is silent."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.contract import Topic
from readoutdiff.render import words
from readoutdiff.render.styled import Line, beside, wrap
from readoutdiff.render.terminal.page import GAP, Page

_CELLS = ("raised", "possible", "silent")
_STYLES = {"raised": "bold", "possible": "italic", "silent": "dim"}
_HEAD = "Topic by side"
_LABEL, _LEAST = 40, 8  # columns: of a topic's label at most, of any column at least


def matrix(page: Page) -> Iterator[Line]:
    """A row for each topic shown that a side raises, with a word for each side; then who is silent, in words."""
    parties = page.comparison.parties
    topics = [t for t in page.topics if t.status != "outlet_only"]
    label, side = _widths(page, [page.plain(t.label) for t in topics])
    heads: list[Line] = [[(page.name(p.id), page.colors[p.id])] for p in parties]
    yield from beside([([[(_HEAD, "bold")]], label), *((wrap(head, side), side) for head in heads)], GAP)
    yield [(page.signs.rule * (label + len(parties) * (side + GAP)), "dim")]
    for topic in topics:
        cells = [_cell(topic, party.id) for party in parties]
        told = wrap([(page.plain(topic.label), "")], label)
        yield from beside([(told, label), *(([[(cell, _STYLES[cell])]], side) for cell in cells)], GAP)
    yield from wrap([(_silences(page), "dim")], page.width)
    yield []


def _widths(page: Page, labels: list[str]) -> tuple[int, int]:
    """Columns of the labels and of a side, within those of the page."""
    from rich.cells import cell_len

    names = max(cell_len(page.name(p.id)) for p in page.comparison.parties)
    label = min(max(map(cell_len, (_HEAD, *labels))), _LABEL)
    if page.width is None:
        return label, max(names, _LEAST)
    sides = len(page.comparison.parties)
    side = min(max(names, _LEAST), max((page.width - len(_HEAD)) // sides - GAP, _LEAST))
    return max(min(label, page.width - sides * (side + GAP)), _LEAST), side


def _silences(page: Page) -> str:
    """Who is silent on how many topics, of all."""
    told = []
    for party in page.comparison.parties:
        silent = [t for t in page.comparison.topics if party in words.silent_sides(page.comparison, t)]
        told += [f"{page.name(party.id)} on {words.counted(len(silent), 'topic')}"] if silent else []
    return f"Silent: {', '.join(told)}." if told else "No side is silent on a topic for certain."


def _cell(topic: Topic, party: str) -> str:
    return _CELLS[0] if party in topic.segments else _CELLS[1] if party in topic.possible else _CELLS[2]
