"""The figures of a report on a corpus. A row of a section is a value; its fields are the columns of the section's CSV table.

`read_in` is where a side's account was read: in its own readout, or as articles report it. `share` is `count / cases` of what a row
counts, `low` and `high` its 95 % interval (Wilson 1927), each 0-1 and rounded to 4 places, as all other fractions are.
`few` says that a row rests on fewer than FEW cases.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import groupby
from typing import Literal

from readoutdiff.corpus.about import Maker
from readoutdiff.value import Value

FEW = 5  # cases: a share of fewer says next to nothing
SIDES = 4  # of a subject that are shown to a reader

ReadIn = Literal["readout", "article"]
Unit = Literal["year", "quarter", "month"]


class Row(Value, frozen=True, kw_only=True):
    """A row of a section."""


class Count(Row, frozen=True, kw_only=True):
    """How many there are of something: `what` is a word of `kind` (outcome, mode, verdict, finding, topics, year)."""

    kind: str
    what: str
    count: int


class Reason(Row, frozen=True, kw_only=True):
    """Why cases could not be compared: their number, and one of them with its whole message."""

    reason: str
    failures: int
    example: str
    problem: str


class Side(Row, frozen=True, kw_only=True):
    """A side: of how many compared cases it is one, and how often its own readout was read."""

    side: str
    name: str
    cases: int
    readouts: int


class Outlet(Row, frozen=True, kw_only=True):
    """An outlet (None: not named) and how many cases have an article of it."""

    outlet: str | None
    cases: int


class Period(Row, frozen=True, kw_only=True):
    """A year, quarter or month: in how many of a side's cases it raises a subject. Without a case there is no share."""

    period: str
    raises: int
    cases: int
    share: float | None
    low: float | None
    high: float | None


class Raising(Row, frozen=True, kw_only=True):
    """In how many of its cases a side raises a subject, in all and by period; `possible` is in how many that is not decided.

    `subject_rank` counts subjects by the cases in which any side raises them, `side_rank` the sides of a subject.
    """

    subject: str
    side: str
    read_in: ReadIn
    raises: int
    possible: int
    cases: int
    share: float
    low: float
    high: float
    few: bool
    subject_rank: int
    side_rank: int
    periods: tuple[Period, ...]


class Silence(Row, frozen=True, kw_only=True):
    """Of the `cases` in which a side raises a subject: in how many nothing on it was found in another side's account.

    `possible` are those in which that is not decided, `raises` those in which the other raises it too. `share` is of `silent`, `most`
    of `silent` and `possible` together.
    """

    subject: str
    raised_by: str
    side: str
    read_in: ReadIn
    silent: int
    possible: int
    raises: int
    cases: int
    share: float
    low: float
    high: float
    most: float
    few: bool


class Shift(Row, frozen=True, kw_only=True):
    """The mean share of a side's words on a subject, over its cases in either half of the period; 0 where it does not raise it."""

    subject: str
    side: str
    read_in: ReadIn
    first_share: float
    first_raises: int
    first_cases: int
    second_share: float
    second_raises: int
    second_cases: int
    change: float
    few: bool


class Altered(Row, frozen=True, kw_only=True):
    """A quotation with other words than the readout has; `changed` is the share of its words that are other."""

    case_id: str
    day: date | None
    outlet: str | None
    side: str
    changed: float | None
    quoted: str
    readout: str | None


class Quoting(Row, frozen=True, kw_only=True):
    """The quotations of an outlet that were looked up in readouts; `share` is of those that are word for word."""

    outlet: str | None
    verbatim: int
    altered: int
    not_found: int
    quotations: int
    cases: int
    share: float
    low: float
    high: float
    few: bool


class Coverage(Row, frozen=True, kw_only=True):
    """Of the points of a side's readouts, how many an outlet's articles do not give to that side; `share` is of those."""

    outlet: str | None
    side: str
    cases: int
    points: int
    left_out: int
    share: float
    low: float
    high: float
    few: bool


class Span(Value, frozen=True):
    """The days of the first and the last compared case, the last day of the first half, and by what its time is counted."""

    first_day: date | None
    last_day: date | None
    middle: date | None
    unit: Unit
    undated: int


class Chosen(Value, frozen=True):
    """Which cases are looked at: those of a side (its id), from a day on, up to a day."""

    side: str | None = None
    first: date | None = None
    last: date | None = None


ALL = Chosen()


class Report(Value, frozen=True, kw_only=True):
    """All that is said of a corpus. `names` are the sides' names by id; without a `maker` its build is not finished."""

    corpus: str
    maker: Maker | None
    chosen: Chosen
    names: Mapping[str, str]
    cases: int
    failed: int
    span: Span
    counts: tuple[Count, ...]
    reasons: tuple[Reason, ...]
    sides: tuple[Side, ...]
    outlets: tuple[Outlet, ...]
    raising: tuple[Raising, ...]
    silences: tuple[Silence, ...]
    shifts: tuple[Shift, ...]
    altered: tuple[Altered, ...]
    quoting: tuple[Quoting, ...]
    coverage: tuple[Coverage, ...]

    def subjects(self, top: int) -> list[tuple[str, list[Raising]]]:
        """The first subjects, each with the SIDES sides that raise it most often."""
        rows = (row for row in self.raising if row.subject_rank <= top and row.side_rank <= SIDES)
        return [(subject, list(found)) for subject, found in groupby(rows, key=lambda row: row.subject)]

    def silent(self, read_in: ReadIn) -> list[Silence]:
        """Where there was a silence, as it was read in readouts or in articles."""
        return [row for row in self.silences if row.silent and row.read_in == read_in]
