"""The report on a corpus as CSV: a table for each section, with all its rows, for a statistics program or a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from readoutdiff.corpus.report import figures
from readoutdiff.corpus.report.figures import Report, Row
from readoutdiff.records import Cell
from readoutdiff.render.csv import as_csv

_TABLES: Mapping[str, tuple[str, type[Row]]] = {
    "counts.csv": ("counts", figures.Count),
    "failures.csv": ("reasons", figures.Reason),
    "sides.csv": ("sides", figures.Side),
    "outlets.csv": ("outlets", figures.Outlet),
    "topics.csv": ("raising", figures.Raising),
    "silences.csv": ("silences", figures.Silence),
    "shifts.csv": ("shifts", figures.Shift),
    "altered.csv": ("altered", figures.Altered),
    "quotations.csv": ("quoting", figures.Quoting),
    "coverage.csv": ("coverage", figures.Coverage),
}  # fmt: skip
_PERIODS = "topics-by-period.csv"


def render_csv(report: Report) -> dict[str, bytes]:
    """The tables by the names of their files; a table of no rows has its head.

    Columns are the fields of the rows (figures.py); the periods of topics are a table of their own.
    """
    tables = {name: _table(kind, getattr(report, section)) for name, (section, kind) in _TABLES.items()}
    return {**tables, _PERIODS: _by_period(report)}


def _table(kind: type[Row], rows: Sequence[Row]) -> bytes:
    columns = [name for name in kind.__struct_fields__ if name != "periods"]
    return as_csv(columns, ([_cell(getattr(row, name)) for name in columns] for row in rows))


def _by_period(report: Report) -> bytes:
    columns = ("subject", "side", "read_in", *figures.Period.__struct_fields__)
    rows: Iterable[list[Any]] = (
        [row.subject, row.side, row.read_in, *msgspec.structs.astuple(period)] for row in report.raising for period in row.periods
    )
    return as_csv(columns, rows)


def _cell(value: Any) -> Cell:
    told: Cell = str(value) if isinstance(value, date) else value
    return told
