"""The chart: how much of each account goes to each topic, as bars on one scale, the heaviest topics first."""

from __future__ import annotations

from collections.abc import Sequence

from readoutdiff.contract import Comparison, Topic
from readoutdiff.render.facts import greatest_share
from readoutdiff.value import Value

MOST = 15  # topics: more make no picture
_LABEL, _BAR, _GAP = 20, 14, 12  # pixels: height of a label's line, of a bar, and between two topics
_WIDEST = 80  # per cent of the width: the longest bar leaves room for its figure


class Bar(Value, frozen=True):
    """A side's bar: how far it reaches in per cent of the width, its figure, its top edge in pixels."""

    side: int
    name: str
    width: float
    figure: str
    y: int


class Bars(Value, frozen=True):
    """A topic's bars under its label; `y` is the label's base line in pixels."""

    id: str
    label: str
    y: int
    bars: tuple[Bar, ...]


class Chart(Value, frozen=True):
    """Bars of the heaviest topics, the height of them all in pixels, and how many topics are left out."""

    topics: tuple[Bars, ...]
    height: int
    left_out: int


def chart(comparison: Comparison, topics: Sequence[Topic]) -> Chart:
    """The chart of some topics: one bar for each side that raises a topic, as long as its share of the side's words."""
    raised = [t for t in topics if t.emphasis]
    greatest = greatest_share(comparison)
    drawn: list[Bars] = []
    top = 0
    for topic in raised[:MOST]:
        sides = [(place, p) for place, p in enumerate(comparison.parties) if p.id in topic.emphasis]
        bars = tuple(
            _bar(place, party.name, topic.emphasis[party.id].share, greatest, top + _LABEL + row * _BAR)
            for row, (place, party) in enumerate(sides)
        )
        drawn.append(Bars(topic.id, topic.label, top + _BAR, bars))
        top += _LABEL + _BAR * len(bars) + _GAP
    return Chart(tuple(drawn), top, len(raised) - len(drawn))


def _bar(side: int, name: str, share: float, greatest: float, y: int) -> Bar:
    return Bar(side, name, round(_WIDEST * share / greatest, 2) if greatest else 0.0, f"{share:.0%}", y)
