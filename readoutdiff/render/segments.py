"""The labelled text for the terminal: each segment with its place, whose it is, and its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from readoutdiff.contract import Comparison, Segment
from readoutdiff.render.drawing import Drawing, Style, draw

_REASONS = {
    "language": "The lexicon does not have its language, so nothing in it is given to anybody (--language names another).",
    "no_sides": "No call or meeting of two governments is told in it; --sides names the sides, if it is one.",
    "unattributed": "A call is told, but not which side says what.",
}
_NARROW = 76  # columns: below, the label stands above its words
_SPACE = re.compile(r"\s+")
_ROLES = {"headline": "bold", "caption": "dim", "boilerplate": "dim", "background": "dim", "third_party": "italic"}


def render_segments(comparison: Comparison, style: Style) -> str:
    """The whole text, segment by segment; a source is underlined, its reporting words are bold, reported words in the side's colour."""
    return draw(_Labels(comparison, style).parts(), style)


class _Labels(Drawing):
    def parts(self) -> Iterator[RenderableType]:
        yield self.title("No sides")
        for party in self.comparison.parties:
            yield Padding(self.coverage(party), (0, 0, 0, 2))
        if self.comparison.outcome in _REASONS:
            yield Text(_REASONS[self.comparison.outcome], style="dim")
        yield Text("")
        yield from self._stacked() if self.style.width and self.style.width < _NARROW else (self._table(),)

    def _table(self) -> Table:
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True)
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for segment in self.comparison.segments:
            table.add_row(Text(segment.id, style="dim"), self._label(segment), self._words(segment))
        return table

    def _stacked(self) -> Iterator[RenderableType]:
        for segment in self.comparison.segments:
            yield Text(segment.id, style="dim").append("  ").append_text(self._label(segment))
            yield Padding(self._words(segment), (0, 0, 0, 2))

    def _label(self, segment: Segment) -> Text:
        """'Finland, explicit', 'Finland + Estonia, joint', 'third party'."""
        if segment.role != "statement":
            return Text(segment.role.replace("_", " "), style=_ROLES.get(segment.role, ""))
        names = {p.id: p.name for p in self.comparison.parties}
        label = Text(" + ").join(Text(names[p], style=self.colors[p]) for p in segment.parties)
        return label.append(f", {segment.tier}", style="not bold dim" if segment.tier in ("explicit", "anaphoric") else "italic")

    def _words(self, segment: Segment) -> Text:
        text = Text(style=_ROLES.get(segment.role, ""))
        edges = sorted({segment.start, segment.end, *(e for _, *pair in self._marks(segment) for e in pair)})
        document = next(d.text for d in self.comparison.documents if d.id == segment.document)
        for start, end in pairwise(edges):
            styles = [style for style, first, last in self._marks(segment) if first <= start and end <= last]
            text.append(self.visible(_SPACE.sub(" ", document[start:end])), style=" ".join(styles) or None)
        return text

    def _marks(self, segment: Segment) -> Iterator[tuple[str, int, int]]:
        """Styles of stretches within the segment."""
        color = self.colors[segment.parties[0]] if segment.parties else ""
        marks = [
            *(("underline", span.start, span.end) for span in (segment.source,) if span and span.document == segment.document),
            *(("bold", span.start, span.end) for span in (segment.cue,) if span and span.document == segment.document),
            *((color, stretch.start, stretch.end) for stretch in segment.content if color),
        ]
        for style, start, end in marks:
            if start < segment.end and end > segment.start:
                yield style, max(start, segment.start), min(end, segment.end)
