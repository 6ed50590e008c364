"""Opening a corpus to ask it: its Parquet files as tables of a DuckDB connection, of all its cases or of some."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from readoutdiff.corpus.about import is_finished
from readoutdiff.corpus.columns import columns, literal, quoted
from readoutdiff.corpus.lock import refuse_name
from readoutdiff.corpus.parquet import connect, exactly, raise_interrupt
from readoutdiff.corpus.report.figures import FEW, Chosen
from readoutdiff.corpus.tables import TABLES
from readoutdiff.errors import InputError
from readoutdiff.render.html.alone import beside

_HERE = "readoutdiff.corpus.report"
_DATED = (
    "SELECT all_rows.* FROM all_rows, chosen"
    ' WHERE (first_day IS NULL OR coalesce("date" >= first_day, false)) AND (last_day IS NULL OR coalesce("date" <= last_day, false))'
)
_CHOICES = {"cases": f"{_DATED} AND (side IS NULL OR list_contains(parties, side))", "failures": _DATED}  # of other tables: by the cases


@contextmanager
def opened(folder: Path, chosen: Chosen) -> Iterator[Any]:
    """A connection with a view of each table, of the cases that are chosen.

    Raises InputError where the folder is no corpus, is empty, or cannot be read, or where DuckDB is missing.
    """
    parts = _parts(folder)
    with connect() as connection:
        import duckdb  # which `connect` has found

        try:
            connection.execute(f"CREATE TEMP MACRO few(n) AS n < {FEW}")
            connection.execute("CREATE TEMP TABLE chosen (side VARCHAR, first_day DATE, last_day DATE)")
            connection.execute("INSERT INTO chosen VALUES (?, ?, ?)", [chosen.side, chosen.first, chosen.last])
            for table in TABLES:
                _view(connection, folder, table, parts)
            yield connection
        except (duckdb.Error, RuntimeError) as error:
            raise_interrupt(error)
            raise InputError(
                f"{folder}: cannot be read ({' '.join(str(error).split())}); if its files are damaged, build the corpus anew"
            ) from error


def prepare(connection: Any) -> None:
    """Make the tables of which the sections are made."""
    connection.execute(beside(_HERE, "queries/prepared.sql"))


def _parts(folder: Path) -> list[str]:
    """The parts whose files are all there: of one that a build is about to write, some are not."""
    refuse_name(folder)
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; give the DIR of readoutdiff corpus build")
    names = [{path.name for path in (folder / table).glob("*.parquet")} for table in TABLES]
    whole = sorted(set.intersection(*names))
    if not whole and is_finished(folder):
        raise InputError(f"{folder}: has no case; build it of texts that are there")
    if not whole:
        raise InputError(f"{folder}: is no corpus, or one of which no part is finished; make one with readoutdiff corpus build")
    return whole


def _view(connection: Any, folder: Path, table: str, parts: list[str]) -> None:
    """A view of a table; of a case that is not chosen it has no row."""
    files = ", ".join(literal(exactly(folder / table / name)) for name in parts)
    names = ", ".join(quoted(name) for name in columns(table))
    within = _CHOICES.get(table, "SELECT * FROM all_rows WHERE case_id IN (SELECT case_id FROM cases)")
    rows = f"SELECT {names} FROM read_parquet([{files}])"  # noqa: S608 - names and literals are our own
    connection.execute(f"CREATE TEMP VIEW {table} AS WITH all_rows AS ({rows}) {within}")
