"""The labelled text for the terminal: each segment with its place, whose it is, and its words."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.contract import Comparison, Segment
from readoutdiff.render.drawing import Drawing, Style
from readoutdiff.render.styled import Line, beside, inset, width_of, wrap, written
from readoutdiff.render.view.marking import Mark

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
        return self.words_of(segment, self._marks(segment), _ROLES.get(segment.role, ""))

    def _marks(self, segment: Segment) -> list[Mark]:
        """The source, its verb and what it is reported to have said, by their styles."""
        color = self.colors[segment.parties[0]] if segment.parties else ""
        named = [(style, span) for style, span in (("underline", segment.source), ("bold", segment.cue)) if span]
        return [
            *(Mark(style, span.start, span.end) for style, span in named if span.document == segment.document),
            *(Mark(color, stretch.start, stretch.end) for stretch in segment.content if color),
        ]
