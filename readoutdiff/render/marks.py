"""The marks of reports: what stands for a verdict, for a bar, around quotations."""

from __future__ import annotations

from readoutdiff.contract import Comparison, Topic
from readoutdiff.value import Value


class Signs(Value, frozen=True):
    """The marks of the verdicts and of bars."""

    shared: str
    possible: str
    left: str
    right: str
    outlet: str
    full: str
    empty: str
    dash: str
    rule: str
    part: tuple[str, str]  # around the part of a sentence that is meant
    quotes: tuple[str, str]
    differs: str
    apart: str

    def of(self, comparison: Comparison, topic: Topic) -> str:
        """The mark of a topic's verdict; for a side alone an arrow to its column."""
        if topic.status == "one_sided":
            return self.arrow(comparison, next(iter(topic.segments)))
        return {"shared": self.shared, "possible": self.possible, "outlet_only": self.outlet}[topic.status]

    def arrow(self, comparison: Comparison, party: str) -> str:
        """Points to the column of a side."""
        return self.left if party == comparison.parties[0].id else self.right


RICH = Signs("≡", "≈", "◀", "▶", "○", "█", "░", "–", "─", ("‹", "›"), ("“", "”"), "≠", "!")
PLAIN = Signs("=", "~", "<", ">", "o", "#", ".", "-", "-", ("[", "]"), ('"', '"'), "!=", "!")
