"""What all reports in the terminal share: symbols, a side's colour, and texts of the input shown as data."""

from __future__ import annotations

from collections.abc import Iterable

from readoutdiff.contract import Comparison, Party, Segment, Span
from readoutdiff.render import shown
from readoutdiff.render.facts import party_of
from readoutdiff.render.layout import Layout
from readoutdiff.render.styled import Line
from readoutdiff.render.symbols import PLAIN, RICH, Symbols
from readoutdiff.render.view.marking import Mark, runs
from readoutdiff.render.words import coverage
from readoutdiff.value import Value

_SIDE_COLORS = ("blue", "orange", "violet", "teal")


class Style(Value, frozen=True):
    """How a report is drawn: width in columns (None: lines are not wrapped), colour or not, plain ASCII or not."""

    width: int | None
    color: bool
    ascii_only: bool = False
    encoding: str = "utf-8"
    layout: Layout | None = None  # None: as the width allows

    @property
    def symbols(self) -> Symbols:
        """Those that can be shown."""
        return PLAIN if self.ascii_only else RICH


class Drawing:
    """A comparison as it is drawn: its sides' colours, the symbols, its title."""

    def __init__(self, comparison: Comparison, style: Style) -> None:
        self.comparison, self.style = comparison, style
        self.symbols = style.symbols
        self.segments = {s.id: s for s in comparison.segments}
        self.colors = {p.id: _SIDE_COLORS[i % len(_SIDE_COLORS)] for i, p in enumerate(comparison.parties)}

    def plain(self, text: str) -> str:
        """Text from an input as data, on one line."""
        return shown.plain(text, self.style.encoding)

    def name(self, party: str) -> str:
        """A side's name; it may come from a lexicon of the user's."""
        return shown.in_place(self.plain(party_of(self.comparison, party).name))

    def words_of(self, span: Span | Segment, marks: Iterable[Mark] = (), style: str = "") -> Line:
        """The words of a range in a style, those under a mark also in the styles that are its name."""
        pieces = runs(self.comparison, span.document, span.start, span.end, marks)
        return [(shown.in_line(p.text, self.style.encoding), " ".join([style, *p.marks]).strip()) for p in pieces]

    def segment_words(self, segment: str) -> str:
        """The words of a segment, on one line."""
        return self.plain(self.comparison.text_of(self.segments[segment]))

    def quote(self, told: str) -> str:
        """Words in quotation marks."""
        opens, closes = self.symbols.quotes
        return f"{opens}{self.plain(told)}{closes}"

    def title(self, otherwise: str) -> Line:
        """The sides and the texts; `otherwise` where there are no sides."""
        names = f" {self.symbols.dash} ".join(self.name(p.id) for p in self.comparison.parties) or otherwise
        sizes = ", ".join(f"{d.name} ({d.words} words)" for d in self.comparison.documents)
        return [(names, "bold"), (" " * 3, ""), (self.plain(sizes), "dim")]

    def coverage(self, party: Party) -> Line:
        """How much of a side's account is told, and why it was taken for a side."""
        told = coverage(self.comparison, party.id)
        return [(self.name(party.id), self.colors[party.id]), (f": {told} ({self.plain(party.why)})", "")]
