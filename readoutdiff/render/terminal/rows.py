"""A row for each topic: the sides' words beside each other, with the verdict between them, or one under the other."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.contract import Topic
from readoutdiff.render import words
from readoutdiff.render.styled import Line, Run, beside, flow, indented, inset, width_of, wrap
from readoutdiff.render.terminal.cells import cell, outlet_cell
from readoutdiff.render.terminal.page import CONNECTOR, GAP, Page

_TOLD = ("one_sided", "outlet_only")  # verdicts that need a sentence even where a connector shows them


def rows(page: Page) -> Iterator[Line]:
    """All topics that are shown."""
    if page.side is not None and page.topics:
        heads = [wrap([(page.name(p.id), f"bold {page.colors[p.id]}")], page.side) for p in page.comparison.parties]
        yield from (*_in_columns(page, heads, page.side), [])
    for topic in page.topics:
        yield from _stacked(page, topic) if page.side is None else _columns(page, topic, page.side)
        yield []


def _columns(page: Page, topic: Topic, side: int) -> Iterator[Line]:
    """The heading, then each side's cell in its column; between two sides stands what connects them."""
    total = len(page.comparison.parties) * side + page.between
    yield from _heading(page, topic, total)
    if topic.status == "outlet_only":
        told = flow(outlet_cell(page, topic), total - CONNECTOR, page.listed)
        yield from beside([([] if page.several else [_marked(page, topic)], CONNECTOR - GAP), (told, total - CONNECTOR)], GAP)
        return
    cells = [flow(cell(page, topic, party), side, page.listed) for party in page.comparison.parties]
    yield from _in_columns(page, cells, side, _connector(page, topic))


def _in_columns(page: Page, cells: list[list[Line]], side: int, between: Line | None = None) -> Iterator[Line]:
    """Each side's lines in its column, and between two what connects them."""
    columns = [(lines, side) for lines in cells]
    if not page.several:
        columns.insert(1, ([between or []], CONNECTOR))
    return beside(columns, GAP)


def _heading(page: Page, topic: Topic, total: int) -> list[Line]:
    """The topic, with a line drawn from its end to the edge, so that rows are told apart without colour too."""
    symbol: Line = [*_marked(page, topic), ("  ", "")] if page.several else []
    told: Line = [("   ", ""), *_verdict(page, topic)] if topic.status in _TOLD else []
    lines = wrap([*symbol, *_label(page, topic), *told], total)
    free = total - width_of(lines[-1]) - 1
    lines[-1] += [(" ", ""), (page.symbols.rule * free, "dim")] if free > 0 else []
    return lines


def _connector(page: Page, topic: Topic) -> Line:
    """'≡ both', '◀ only', 'only ▶', '≈ possible', in the middle."""
    symbol, word = page.symbol(topic), words.short_verdict(topic)
    told: list[Run] = [(symbol, "bold"), (f" {word}", "bold")]
    if topic.status == "one_sided":
        told[0] = (symbol, f"bold {page.colors[next(iter(topic.segments))]}")
        told = [(f"{word} ", "bold"), told[0]] if symbol == page.symbols.right else told
    free = CONNECTOR - len(symbol) - len(word) - 1
    return [(" " * (free // 2), ""), *told]


def _marked(page: Page, topic: Topic, after: str = "") -> Line:
    """'○ outlet', '≡ 2 of 3', '◀ only Finland'."""
    return [(f"{page.symbol(topic)} {page.plain(words.word_of(page.comparison, topic))}{after}", "bold")]


def _label(page: Page, topic: Topic) -> Line:
    return [(page.plain(topic.label), "bold"), page.marked(words.vouched(topic.corrected, topic.confirmed))]


def _verdict(page: Page, topic: Topic) -> Line:
    return [(page.plain(words.verdict(page.comparison, topic)), "dim")]


def _stacked(page: Page, topic: Topic) -> Iterator[Line]:
    """The heading and the verdict in a sentence, then each side's name with its cell under it."""
    width = page.width
    yield from wrap([*_marked(page, topic, ": "), *_label(page, topic)], width, hang=2)
    yield from inset(_verdict(page, topic), width, 2)
    if topic.status == "outlet_only":
        yield from indented(flow(outlet_cell(page, topic), width and width - 2, page.listed), 2)
        return
    for party in page.comparison.parties:
        yield from indented([[(page.name(party.id), f"bold {page.colors[party.id]}")]], 2)
        yield from indented(flow(cell(page, topic, party), width and width - 4, page.listed), 4)
