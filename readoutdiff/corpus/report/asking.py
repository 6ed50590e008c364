"""The figures of a corpus, each section by a query of its own (queries/*.sql)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import msgspec

from readoutdiff.corpus.about import Maker, maker_of
from readoutdiff.corpus.report.figures import (
    ALL,
    Altered,
    Chosen,
    Count,
    Coverage,
    Outlet,
    Quoting,
    Raising,
    Reason,
    Report,
    Shift,
    Side,
    Silence,
    Span,
)
from readoutdiff.corpus.report.opening import opened, prepare
from readoutdiff.corpus.sides import sides_in
from readoutdiff.errors import UsageError
from readoutdiff.lexicon.knowledge import load
from readoutdiff.render.html.alone import beside
from readoutdiff.value import replace

_HERE = "readoutdiff.corpus.report"
_SIDES_NAMED = 10
T = TypeVar("T")


def report_on(folder: Path, chosen: Chosen = ALL) -> Report:
    """All that is said of a corpus, or of the cases in it that are chosen; `chosen.side` may be an id or a name.

    The same files give the same figures. Raises InputError where the folder is no corpus, or has no case, and UsageError where no
    case is chosen or the side is none of it.
    """
    maker = maker_of(folder)
    side = _side_of(folder, chosen.side) if chosen.side else None
    settled = replace(chosen, side=side)
    with opened(folder, settled) as connection:
        prepare(connection)
        return _Asking(connection).report(folder, settled, maker)


class _Asking:
    """Asks a prepared connection."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def report(self, folder: Path, chosen: Chosen, maker: Maker | None) -> Report:
        """All sections."""
        ((cases,),) = self._rows("SELECT count(*) FROM cases")
        ((failed,),) = self._rows("SELECT count(*) FROM failures")
        if not cases and not failed:
            raise UsageError(f"{folder}: has no case {_of_days(chosen)}; leave --from, --to or --side out")
        ((*span,),) = self._rows("SELECT first_day, last_day, middle, unit, undated FROM span")
        sides = self.section("sides", Side)
        return Report(
            corpus=folder.resolve().name,
            maker=maker,
            chosen=chosen,
            names={side.side: side.name for side in sides},
            cases=cases,
            failed=failed,
            span=Span(*span),
            counts=self.section("counts", Count),
            reasons=self.section("reasons", Reason),
            sides=sides,
            outlets=self.section("outlets", Outlet),
            raising=self.section("raising", Raising),
            silences=self.section("silences", Silence),
            shifts=self.section("shifts", Shift),
            altered=self.section("altered", Altered),
            quoting=self.section("quoting", Quoting),
            coverage=self.section("coverage", Coverage),
        )

    def section(self, name: str, kind: type[T]) -> tuple[T, ...]:
        """The rows of a section, by the query of its name."""
        found = self._connection.execute(beside(_HERE, f"queries/{name}.sql"))
        names = [column[0] for column in found.description]
        return tuple(msgspec.convert(dict(zip(names, row, strict=True)), kind) for row in found.fetchall())

    def _rows(self, sql: str) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = self._connection.execute(sql).fetchall()
        return rows


def _of_days(chosen: Chosen) -> str:
    parts = [f"from {chosen.first} on" if chosen.first else "", f"up to {chosen.last}" if chosen.last else ""]
    return " ".join(part for part in parts if part) or "of that side"


def _side_of(folder: Path, named: str) -> str:
    """The id of a side of the corpus that is named by its id or in words. Raises UsageError where it is none."""
    with opened(folder, ALL) as connection:
        prepare(connection)
        sides = _Asking(connection).section("sides", Side)
    wanted, known = named.strip().casefold(), sides_in(load())(named)
    own = (side.side for side in sides if wanted in (side.side.casefold(), side.name.casefold()))
    found = next(own, None) or next((side.side for side in sides if side.side == known), None)
    if found is None:
        there = ", ".join(f"{side.side} ({side.name})" for side in sides[:_SIDES_NAMED])
        raise UsageError(
            f"--side {named}: is no side of this corpus; {'its sides are' if len(sides) <= _SIDES_NAMED else 'the commonest are'} {there}"
        )
    return found
