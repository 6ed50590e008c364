"""Topics by sides at a glance, where there are three sides or more: who raises what, and who is silent."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.render import facts, words
from readoutdiff.render.styled import Line, beside, wrap
from readoutdiff.render.terminal.page import GAP, Page

_STYLES = {"raised": "bold", "possible": "italic"}
_HEAD = "Topic by side"
_LABEL, _LEAST = 40, 8  # columns: of a topic's label at most, of any column at least


def matrix(page: Page) -> Iterator[Line]:
    """A row for each topic shown that a side raises, with a word for each side; then who is silent, in words."""
    parties = page.comparison.parties
    topics = [t for t in page.topics if t.status != "outlet_only"]
    label, side = _widths(page, [page.plain(t.label) for t in topics])
    heads: list[Line] = [[(page.name(p.id), page.colors[p.id])] for p in parties]
    yield from beside([([[(_HEAD, "bold")]], label), *((wrap(head, side), side) for head in heads)], GAP)
    yield [(page.symbols.rule * (label + len(parties) * (side + GAP)), "dim")]
    for topic in topics:
        cells = [words.standing(page.comparison, topic, party.id) for party in parties]
        told = wrap([(page.plain(topic.label), "")], label)
        yield from beside([(told, label), *((wrap([(cell, _STYLES.get(cell, "dim"))], side), side) for cell in cells)], GAP)
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
    """Of which side nothing was found, or quoted, on how many of all topics."""
    told = []
    for party in page.comparison.parties:
        silent = [t for t in page.comparison.topics if party in facts.silent_sides(page.comparison, t)]
        told += [f"{page.name(party.id)} on {words.counted(len(silent), 'topic')}"] if silent else []
    how = "Nothing found" if all(facts.has_readout(page.comparison, p.id) for p in page.comparison.parties) else "Nothing quoted"
    return f"{how}: {', '.join(told)}." if told else "On every topic each side may have something."
