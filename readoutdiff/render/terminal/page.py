"""A comparison as the terminal shows it: which topics, how wide, with how much evidence."""

from __future__ import annotations

from readoutdiff.contract import Comparison, Finding, Party, Topic
from readoutdiff.render.chosen import Choice, chosen
from readoutdiff.render.drawing import Drawing, Style

NARROW = 90  # columns: below, cells are stacked
PIPED = 100  # columns of a report in columns that goes to no terminal
CONNECTOR = 10  # columns of what stands between two sides: '≈ possible'
GAP = 2  # columns between it and a side, or between sides
_EASY, _LEAST, _MOST = 36, 12, 80  # columns of a side: from which on it reads well, fits at all, and is wide enough
_SEVERAL = 2  # sides: with more, no connector can stand between all


class Page(Drawing):
    """What the parts of the report share. `side` are the columns of a side, None where cells are stacked."""

    def __init__(self, comparison: Comparison, style: Style, choice: Choice, evidence: bool) -> None:
        super().__init__(comparison, style)
        self.choice, self.evidence = choice, evidence
        self.topics = chosen(comparison, choice)
        self.several = len(comparison.parties) > _SEVERAL
        self.width = style.width or (PIPED if style.layout == "columns" else None)
        self.side = self._side()
        self.heaviest = max((e.share for t in comparison.topics for e in t.emphasis.values()), default=0.0)
        self.tied = self._tied()
        self.listed = (f"{self.signs.dash} ", f"{self.signs.differs} ", "! ")  # what stands in a list under a statement

    def _side(self) -> int | None:
        """Columns of a side where they stand beside each other."""
        if self.width is None or self.style.layout == "stacked" or not self.comparison.parties:
            return None
        sides = len(self.comparison.parties)
        between = GAP * (sides - 1) if self.several else CONNECTOR + 2 * GAP
        side = (self.width - between) // max(sides, _SEVERAL)
        fits = side >= _LEAST if self.style.layout == "columns" else side >= _EASY and self.width >= NARROW
        return min(side, _MOST) if fits else None

    def sign(self, topic: Topic) -> str:
        """The mark of a topic's verdict."""
        if topic.status == "one_sided":
            return self.arrow(next(p for p in self.comparison.parties if p.id in topic.segments))
        return {"shared": self.signs.shared, "possible": self.signs.possible, "outlet_only": self.signs.outlet}[topic.status]

    def arrow(self, party: Party) -> str:
        """Points to the column of a side."""
        return self.signs.left if party == self.comparison.parties[0] else self.signs.right

    def _tied(self) -> dict[str, list[Finding]]:
        """Findings by the topic shown to which they belong: that of their segment, or of the passage that a quotation comes from."""
        shown = {t.id for t in self.topics}
        tied: dict[str, list[Finding]] = {}
        for finding in self.comparison.findings:
            topic = next((t for t in self._topics_of(finding) if t in shown), None)
            if topic is not None:
                tied.setdefault(topic, []).append(finding)
        return tied

    def _topics_of(self, finding: Finding) -> tuple[str, ...]:
        own = self.segments[finding.segment].topics
        place = (finding.segment, finding.start)
        passage = next((q.passage for q in self.comparison.quotations if (q.segment, q.start) == place), None)
        if own or passage is None:
            return own
        within = (s for s in self.comparison.segments if s.document == passage.document and s.start <= passage.start < s.end)
        return next((s.topics for s in within), ())
