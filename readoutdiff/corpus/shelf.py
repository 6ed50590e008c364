"""The finished parts of a corpus: their files, a folder for each table, and the marks that say which cases are in them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from readoutdiff.corpus.plan import Edition, is_name
from readoutdiff.corpus.tables import TABLES
from readoutdiff.writing import write_whole


class Shelf:
    """Parts by name. A part is there when its mark is, which is written last and taken away first.

    All that changes it raises OSError or InputError where the folder cannot be written to.
    """

    def __init__(self, root: Path, marks: Path) -> None:
        self._root, self._marks = root, marks
        for folder in (marks, *(root / table for table in TABLES)):
            folder.mkdir(parents=True, exist_ok=True)

    def file(self, table: str, name: str) -> Path:
        """A part's file of a table."""
        return self._root / table / f"{name}.parquet"

    def held(self) -> dict[str, tuple[Edition, ...]]:
        """The parts that are there, with their cases."""
        return {
            path.stem: msgspec.json.decode(path.read_bytes(), type=tuple[Edition, ...])
            for path in sorted(self._marks.glob("*.json"))
            if all(self.file(table, path.stem).exists() for table in TABLES)
        }

    def parts_by_case(self) -> dict[Edition, str]:
        """The names of the parts that are there, by each of their cases."""
        return {case: name for name, cases in self.held().items() for case in cases}

    def put(self, name: str, cases: Sequence[Edition], files: Mapping[str, Path]) -> None:
        """Take in a part: the files of its tables, which are moved here."""
        for table, file in files.items():
            os.replace(file, self.file(table, name))
        write_whole(self._marks / f"{name}.json", msgspec.json.encode(cases))

    def give(self, name: str, cases: Sequence[Edition], other: Shelf) -> None:
        """Move a part with its cases to another shelf, of which nobody reads."""
        mark = self._marks / f"{name}.json"
        other.put(name, cases, {table: self.file(table, name) for table in TABLES})
        mark.unlink(missing_ok=True)

    def clear(self) -> None:
        """Take all parts away."""
        for mark in self._marks.glob("*.json"):
            mark.unlink()
        self.sweep()

    def sweep(self) -> None:
        """Take away the files of parts that are not there, as a build leaves them that was killed; what is no part's stays."""
        held = self.held()
        for folder in (self._marks, *(self._root / table for table in TABLES)):
            for path in folder.iterdir():
                if is_name(path.stem) and path.stem not in held:
                    path.unlink()
