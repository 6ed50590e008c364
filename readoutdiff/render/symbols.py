"""The symbols of reports: what stands for a verdict, for a bar, around quotations."""

from __future__ import annotations

import msgspec

from readoutdiff.contract import Comparison, Topic
from readoutdiff.value import Value


class Symbols(Value, frozen=True):
    """One set of them."""

    shared: str
    possible: str
    left: str
    right: str
    outlet: str
    differs: str
    apart: str  # of a finding
    full: str  # of a bar
    empty: str
    dash: str
    rule: str
    part: tuple[str, str]  # around the part of a sentence that is meant
    quotes: tuple[str, str]

    def of(self, comparison: Comparison, topic: Topic) -> str:
        """The symbol of a topic's verdict; for a side alone an arrow to its column."""
        if topic.status == "one_sided":
            return self.arrow(comparison, next(iter(topic.segments)))
        return {"shared": self.shared, "possible": self.possible, "outlet_only": self.outlet}[topic.status]

    def arrow(self, comparison: Comparison, party: str) -> str:
        """Points to the column of a side."""
        return self.left if party == comparison.parties[0].id else self.right


RICH = Symbols(
    shared="≡", possible="≈", left="◀", right="▶", outlet="○", differs="≠", apart="!",
    full="█", empty="░", dash="–", rule="─", part=("‹", "›"), quotes=("“", "”"),
)  # fmt: skip
PLAIN = Symbols(
    shared="=", possible="~", left="<", right=">", outlet="o", differs="!=", apart="!",
    full="#", empty=".", dash="-", rule="-", part=("[", "]"), quotes=('"', '"'),
)  # fmt: skip


def are_carried(encoding: str) -> bool:
    """Whether an encoding has all of RICH."""
    try:
        "".join(map("".join, msgspec.structs.astuple(RICH))).encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
