"""Where the marks of the page's charts stand: panels of a subject over time, slopes from one half to the other, bars of shares."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from readoutdiff.corpus.report.figures import FEW, Coverage, Period, Quoting, Shift, Silence
from readoutdiff.value import Value

WIDTH, HEIGHT = 200, 96  # of a panel, in its own units
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 190, 8, 78
_SLOPE = (60, 140)  # where a slope begins and ends


class Dot(Value, frozen=True):
    """A period's share with its interval; hollow where it rests on few cases."""

    x: float
    y: float
    low: float
    high: float
    few: bool
    told: str


class Panel(Value, frozen=True):
    """The dots of a side and a subject, and the lines between those that follow one another."""

    dots: tuple[Dot, ...]
    lines: tuple[str, ...]


class Slope(Value, frozen=True):
    """From the first half to the second."""

    x1: int
    y1: float
    x2: int
    y2: float
    rises: bool


class Piece(Value, frozen=True):
    """A stretch of a bar, in per cent of its length; `kind` says how it is filled."""

    kind: str
    x: float
    width: float


class Bar(Value, frozen=True):
    """A bar of shares, with the interval of its first piece in per cent of its length."""

    pieces: tuple[Piece, ...]
    low: float
    high: float


def panel(periods: Sequence[Period]) -> Panel:
    """A side's shares over time, 0 to 1 from bottom to top; a period without a case is a gap."""
    step = (_RIGHT - _LEFT) / max(1, len(periods) - 1)
    placed = [(_dot(p, _LEFT + i * step if len(periods) > 1 else (_LEFT + _RIGHT) / 2) if p.cases else None) for i, p in enumerate(periods)]
    runs = [[dot for dot in run if dot] for there, run in groupby(placed, key=lambda dot: dot is not None) if there]
    lines = tuple(" ".join(f"{dot.x},{dot.y}" for dot in run) for run in runs if len(run) > 1)
    return Panel(tuple(dot for dot in placed if dot), lines)


def _dot(period: Period, x: float) -> Dot:
    told = f"{period.period}: {period.raises} of {period.cases}"
    return Dot(round(x, 1), _height(period.share), _height(period.low), _height(period.high), period.cases < FEW, told)


def _height(share: float | None, most: float = 1.0) -> float:
    return round(_BOTTOM - (_BOTTOM - _TOP) * (share or 0.0) / most, 1)


def slopes(shifts: Sequence[Shift]) -> list[Slope]:
    """A slope for each shift, all on one scale."""
    most = max((max(shift.first_share, shift.second_share) for shift in shifts), default=0.0) or 1.0
    return [
        Slope(_SLOPE[0], _height(shift.first_share, most), _SLOPE[1], _height(shift.second_share, most), shift.change > 0)
        for shift in shifts
    ]


def silence_bar(row: Silence) -> Bar:
    """Silent, and what is not decided beside it."""
    kind = "own" if row.read_in == "readout" else "reported"
    return _bar(row.low, row.high, (kind, row.share), ("undecided", row.most - row.share))


def quoting_bar(row: Quoting) -> Bar:
    """Word for word, altered, not found."""
    return _bar(
        row.low, row.high, ("own", row.share), ("reported", row.altered / row.quotations), ("undecided", row.not_found / row.quotations)
    )


def coverage_bar(row: Coverage) -> Bar:
    """Left out."""
    return _bar(row.low, row.high, ("own", row.share))


def _bar(low: float, high: float, *shares: tuple[str, float]) -> Bar:
    at, pieces = 0.0, list[Piece]()
    for kind, share in shares:
        if share > 0:
            pieces.append(Piece(kind, round(at * 100, 2), round(share * 100, 2)))
        at += share
    return Bar(tuple(pieces), round(low * 100, 2), round(high * 100, 2))
