"""The labelled text for the terminal: each segment with its place, whose it is, and its words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from readoutdiff.contract import Comparison, Segment, Span
from readoutdiff.render.drawing import Drawing, Style
from readoutdiff.render.styled import Line, beside, inset, width_of, wrap, written

_REASONS = {
    "language": "The lexicon does not have its language, so nothing in it is given to anybody (--language names another).",
    "no_sides": "No call or meeting of two governments is told in it; --sides names the sides, if it is one.",
    "unattributed": "A call is told, but not which side says what.",
}
_NARROW = 76  # columns: below, the label stands above its words
_GAP = 2
_ROLES = {"headline": "bold", "caption": "dim", "boilerplate": "dim", "background": "dim", "third_party": "italic"}


def render_segments(comparison: Comparison, style: Style) -> str:
    """The whole text, segment by segment; a source is underlined, its reporting words are bold, reported words in the side's colour."""
    return written(_Labels(comparison, style).lines(), style.color)


class _Labels(Drawing):
    def lines(self) -> Iterator[Line]:
        width = self.style.width
        yield from wrap(self.title("No sides"), width)
        yield []
        for party in self.comparison.parties:
            yield from inset(self.coverage(party), width, 2)
        if self.comparison.outcome in _REASONS:
            yield from wrap([(_REASONS[self.comparison.outcome], "dim")], width)
        yield []
        yield from self._stacked(width) if width and width < _NARROW else self._table(width)

    def _table(self, width: int | None) -> Iterator[Line]:
        rows = [([(s.id, "dim")], self._label(s), self._words(s)) for s in self.comparison.segments]
        place = max((width_of(id_) for id_, _, _ in rows), default=0)
        owner = max((width_of(label) for _, label, _ in rows), default=0)
        free = width and max(width - place - owner - 2 * _GAP, _NARROW // 3)
        for id_, label, words in rows:
            yield from beside([([id_], place), ([label], owner), (wrap(words, free), 0)], _GAP)

    def _stacked(self, width: int) -> Iterator[Line]:
        for segment in self.comparison.segments:
            yield from wrap([(segment.id, "dim"), ("  ", ""), *self._label(segment)], width)
            yield from inset(self._words(segment), width, _GAP)

    def _label(self, segment: Segment) -> Line:
        """'Finland, explicit', 'Finland + Estonia, joint', 'third party'."""
        if segment.role != "statement":
            return [(segment.role.replace("_", " "), _ROLES.get(segment.role, ""))]
        names: Line = []
        for party in segment.parties:
            names += [(" + " if names else "", ""), (self.name(party), self.colors[party])]
        return [*names, (f", {segment.tier}", "dim" if segment.tier in ("explicit", "anaphoric") else "italic")]

    def _words(self, segment: Segment) -> Line:
        role = _ROLES.get(segment.role, "")
        marks = list(self._marks(segment))
        edges = sorted({segment.start, segment.end, *(edge for _, *pair in marks for edge in pair)})
        line: Line = []
        for start, end in pairwise(edges):
            styles = [style for style, first, last in marks if first <= start and end <= last]
            line += self.words_of(Span(document=segment.document, start=start, end=end), style=" ".join([role, *styles]).strip())
        return line

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
