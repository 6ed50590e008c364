"""A comparison as the terminal shows it: which topics, how wide, with how much evidence."""

from __future__ import annotations

from collections.abc import Sequence

from readoutdiff.contract import Comparison, Finding, Topic
from readoutdiff.render.checks import topics_of
from readoutdiff.render.chosen import Choice, chosen
from readoutdiff.render.drawing import Drawing, Style
from readoutdiff.render.facts import are_several, greatest_share
from readoutdiff.render.styled import Run

NARROW = 90  # columns: below, cells are stacked
PIPED = 100  # columns of a report in columns that goes to no terminal
CONNECTOR = 10  # columns of what stands between two sides: '≈ possible'
GAP = 2  # columns between it and a side, or between sides
_EASY, _LEAST, _MOST = 36, 12, 80  # columns of a side: from which on it reads well, fits at all, and is wide enough


class Page(Drawing):
    """What the parts of the report share. `side` are the columns of a side, None where cells are stacked."""

    def __init__(self, comparison: Comparison, style: Style, choice: Choice, evidence: bool) -> None:
        super().__init__(comparison, style)
        self.choice, self.evidence = choice, evidence
        self.topics = chosen(comparison, choice)
        self.several = are_several(comparison)  # no connector can stand between all
        self.width = style.width or (PIPED if style.layout == "columns" else None)
        self.between = GAP * (len(comparison.parties) - 1) if self.several else CONNECTOR + 2 * GAP  # columns of no side
        self.side = self._side()
        self.heaviest = greatest_share(comparison)
        self.tied = self._tied()
        self.listed = (f"{self.symbols.dash} ", f"{self.symbols.differs} ", "! ")  # what stands in a list under a statement

    def _side(self) -> int | None:
        """Columns of a side where they stand beside each other."""
        if self.width is None or self.style.layout == "stacked" or not self.comparison.parties:
            return None
        side = (self.width - self.between) // max(len(self.comparison.parties), 2)
        fits = side >= _LEAST if self.style.layout == "columns" else side >= _EASY and self.width >= NARROW
        return min(side, _MOST) if fits else None

    def symbol(self, topic: Topic) -> str:
        """The symbol of a topic's verdict."""
        return self.symbols.of(self.comparison, topic)

    def marked(self, notes: Sequence[str]) -> Run:
        """What is to be known of a decision, in brackets after it."""
        return "".join(f" [{self.plain(note)}]" for note in notes), "dim"

    def _tied(self) -> dict[str, list[Finding]]:
        """Findings by the topic shown to which they belong: that of their segment, or of the passage that a quotation comes from."""
        shown = {t.id for t in self.topics}
        tied: dict[str, list[Finding]] = {}
        for finding in self.comparison.findings:
            topic = next((t for t in topics_of(self.comparison, finding) if t in shown), None)
            if topic is not None:
                tied.setdefault(topic, []).append(finding)
        return tied
