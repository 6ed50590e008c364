"""Rows to Parquet files, by DuckDB: from the lines of a journal, and from the files of earlier parts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from readoutdiff.corpus.columns import columns, literal, quoted
from readoutdiff.corpus.journal import Journal
from readoutdiff.corpus.shelf import Shelf
from readoutdiff.corpus.tables import SCHEMA, TABLES
from readoutdiff.errors import InputError
from readoutdiff.reading.extras import needed
from readoutdiff.version import __version__

_LINE = 16 * 1024 * 1024  # bytes of a line that are read at once at least


def connect(folder: Path | None = None) -> Any:
    """A DuckDB connection that keeps to itself: one thread, so that the same rows give the same bytes, and no extension is fetched.

    What does not fit into its memory goes to `folder`; without one nothing is written, and it may take what memory there is. Raises
    InputError where DuckDB is missing.
    """
    duckdb = needed("duckdb", "corpus", "corpus", "a Parquet data set")
    config = {
        "threads": 1,
        "temp_directory": str(folder or ""),
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    return duckdb.connect(config=config | ({"memory_limit": "256MB"} if folder else {}))


def raise_interrupt(error: Exception) -> None:
    """Raises KeyboardInterrupt where an error of DuckDB's tells of Ctrl-C, which it hears itself during a query."""
    if "interrupt" in str(error).lower():
        raise KeyboardInterrupt from error


class Writer:
    """Writes the files of parts into a folder of its own, from where they are taken."""

    def __init__(self, connection: Any, folder: Path, old: Shelf) -> None:
        self._connection, self._folder, self._old = connection, folder, old
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, cases: Sequence[str], journal: Journal, earlier: Mapping[str, Sequence[str]]) -> dict[str, Path]:
        """The files of a part by table, its cases (given by their ids) in their order.

        Rows come from the journal and, for the ids that it names for each, from the old parts in `earlier`. Raises InputError where they
        cannot be written.
        """
        self._connection.execute("CREATE OR REPLACE TEMP TABLE places (case_id VARCHAR, place BIGINT)")
        self._connection.execute(
            "INSERT INTO places SELECT unnest($ids), unnest($places)",
            {"ids": [*cases], "places": [*range(len(cases))]},
        )
        return {table: self._table(table, journal, earlier) for table in TABLES}

    def _table(self, table: str, journal: Journal, earlier: Mapping[str, Sequence[str]]) -> Path:
        names = ", ".join(quoted(name) for name in columns(table))
        sources = [_lines(table, journal), *(_kept(names, self._old.file(table, part), ids) for part, ids in earlier.items())]
        rows = " UNION ALL ".join(f"SELECT {names} FROM {source}" for source in sources)  # noqa: S608 - names and literals are our own
        to = self._folder / f"{table}.parquet"
        try:
            # a table between: what is copied out of others carries their compression along, and the bytes would tell of them
            self._connection.execute(
                f"CREATE OR REPLACE TEMP TABLE sorted AS SELECT {names} FROM ({rows}) JOIN places USING (case_id) ORDER BY place, n"  # noqa: S608
            )
            self._connection.execute(
                f"COPY sorted TO {literal(str(to))}"
                f" (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{schema: {literal(SCHEMA)}, readoutdiff: {literal(__version__)}}})"
            )
        except Exception as error:
            raise_interrupt(error)
            raise InputError(f"{to}: cannot be written ({' '.join(str(error).split())}); mend that, and start again: it goes on") from error
        return to


def _lines(table: str, journal: Journal) -> str:
    """The rows of the journal."""
    types = "{" + ", ".join(f"{literal(name)}: {literal(kind)}" for name, kind in columns(table).items()) + "}"
    path = journal.path(table)
    if path is None:
        nothing = ", ".join(f"CAST(NULL AS {kind}) AS {quoted(name)}" for name, kind in columns(table).items())
        return f"(SELECT {nothing} WHERE false)"
    longest = max(_LINE, 2 * journal.longest)
    return f"read_json({literal(exactly(path))}, format = 'newline_delimited', columns = {types}, maximum_object_size = {longest})"


def _kept(names: str, file: Path, ids: Sequence[str]) -> str:
    """The rows of some cases of an earlier part."""
    wanted = ", ".join(literal(id_) for id_ in ids)
    return f"(SELECT {names} FROM read_parquet({literal(exactly(file))}) WHERE case_id IN ({wanted}))"  # noqa: S608


def exactly(path: Path) -> str:
    """A path as a pattern that fits it alone, whatever it holds."""
    return re.sub(r"[*?\[]", r"[\g<0>]", str(path))
