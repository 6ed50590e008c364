"""The rows of the part that is being made, written as they come, so that nothing finished is lost whenever the build is killed.

There is a file of JSON lines for each table, and one more that has a line for each finished case: how long every table's file was
when the case was in it. What stands beyond is of a case that was not finished.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from readoutdiff.corpus.plan import Edition
from readoutdiff.corpus.tables import TABLES
from readoutdiff.value import Value


class _Finished(Value, frozen=True):
    """A case that is wholly written, and the length of each table's file with it."""

    id: str
    checksum: str
    lengths: dict[str, int]


class Journal:
    """An open journal in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        """Go on with what is there, without what a case left that was not finished. Raises OSError where it cannot be opened."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self.cases: list[Edition] = []
        self.longest = 0  # bytes of a line
        self._lengths = dict.fromkeys(TABLES, 0)
        self._recover()
        self._files = {name: (folder / f"{name}.jsonl").open("ab") for name in (*TABLES, "finished")}

    def append(self, case: Edition, lines: Mapping[str, bytes]) -> None:
        """Write the rows of a case, as JSON lines by table. Raises OSError where they cannot be written; the case is not finished then."""
        for table, data in lines.items():
            self._files[table].write(data)
            self._files[table].flush()
            self._lengths[table] += len(data)
            self.longest = max(self.longest, *map(len, data.splitlines()))
        self._files["finished"].write(msgspec.json.encode(_Finished(case.id, case.checksum, self._lengths)) + b"\n")
        self._files["finished"].flush()
        self.cases.append(case)

    def path(self, table: str) -> Path | None:
        """The file of a table, None where it has no line."""
        return self._folder / f"{table}.jsonl" if self._lengths[table] else None

    def close(self) -> None:
        """Let go of the files, which stay."""
        for file in self._files.values():
            with suppress(OSError):  # a full disk: what could not be written is not finished
                file.close()

    def _recover(self) -> None:
        finished = self._folder / "finished.jsonl"
        told = finished.read_bytes().splitlines(keepends=True) if finished.exists() else []
        there = {table: self._size(table) for table in TABLES}
        whole = 0
        for line in told:
            case = _read(line)
            if case is None or any(case.lengths[table] > there[table] for table in TABLES):
                break
            whole += len(line)
            self.cases.append(Edition(case.id, case.checksum))
            self._lengths = case.lengths
        if finished.exists():
            os.truncate(finished, whole)
        for table, length in self._lengths.items():
            if there[table]:
                os.truncate(self._folder / f"{table}.jsonl", length)
                self.longest = max(self.longest, _longest(self._folder / f"{table}.jsonl"))

    def _size(self, table: str) -> int:
        path = self._folder / f"{table}.jsonl"
        return path.stat().st_size if path.exists() else 0


def _read(line: bytes) -> _Finished | None:
    """A line of the finished cases, None for one that was cut off."""
    try:
        return msgspec.json.decode(line, type=_Finished) if line.endswith(b"\n") else None
    except msgspec.MsgspecError:
        return None


def _longest(path: Path) -> int:
    with path.open("rb") as file:
        return max(map(len, file), default=0)
