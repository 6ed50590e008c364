"""Cases from a manifest: a CSV file, or JSON Lines, with a row for each case.

`id`, and if known `date` and `outlet`; the path of a text in `article`, `readout:us`, `readout:ru` …, relative to the manifest, or
the text itself in `article_text`, `readout_text:us` … Other columns are for those who wrote them.
"""

from __future__ import annotations

import csv
import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Literal, TextIO

import msgspec

from readoutdiff.corpus.case import Case, Text
from readoutdiff.errors import InputError, ReadoutdiffError
from readoutdiff.foreign import check_regular, from_json
from readoutdiff.reading.content import LIMIT
from readoutdiff.reading.file import base_name, read_data

ENDINGS = (".csv", ".jsonl", ".ndjson")
LONGEST = 4 * LIMIT  # characters of a line, or of one on standard input bytes
_COLUMNS = "id, date, outlet, article, readout:us, article_text, readout_text:us"
_BETWEEN = (",", ";", "\t")


def cases_of(manifest: Path, name: str, base: Path) -> Iterator[Case]:
    """Its cases, in its order; a row that is not as it should be is a case with a `problem`.

    `name` is what messages call the manifest, `base` the folder to which its paths are relative. Raises InputError where it is no
    manifest at all.
    """
    try:
        check_regular(manifest)
        with manifest.open(encoding="utf-8-sig", newline="") as file:
            for number, row in _rows(file, name):
                yield _case(row, f"{name}:{number}", base)
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror}); check the name and its permissions") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: is not in UTF-8 (byte {error.start}); save it as 'CSV UTF-8' or as JSON Lines in UTF-8") from error
    except csv.Error as error:
        raise InputError(f"{name}: is no CSV ({error}); see to its quotation marks") from error


def _rows(file: TextIO, name: str) -> Iterator[tuple[int, Mapping[str, object] | str]]:
    """Each row with its line; a string is what is wrong with one. A file is JSON Lines if its first character is a brace."""
    start = file.read(1)
    while start.isspace():
        start = file.read(1)
    file.seek(0)
    lines = _lines(file, name)
    return _json_rows(lines) if start == "{" else _csv_rows(lines, name)


def _lines(file: TextIO, name: str) -> Iterator[str]:
    number = 0
    while line := file.readline(LONGEST + 1):
        number += 1
        refuse_line(len(line), number, name)
        yield line


def refuse_line(length: int, number: int, name: str) -> None:
    """Raises InputError for a line that is longer than a case of texts that are read can make it."""
    if length > LONGEST:
        raise InputError(f"{name}: line {number} is over {LONGEST // 1024**2} MiB; give paths, not texts")


def _json_rows(lines: Iterable[str]) -> Iterator[tuple[int, Mapping[str, object] | str]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, {_column(key): value for key, value in from_json(line, dict[str, object]).items()}
            except msgspec.DecodeError as error:
                yield number, f"is no JSON object ({error})"


def _csv_rows(lines: Iterator[str], name: str) -> Iterator[tuple[int, Mapping[str, object] | str]]:
    csv.field_size_limit(2 * LIMIT)  # a cell may hold a whole text
    first = next(lines, "")
    between = max(_BETWEEN, key=first.count)  # spreadsheets of many countries write semicolons
    rows = csv.reader(chain([first], lines), strict=True, delimiter=between)
    header = [_column(cell) for cell in next(rows, [])]
    _refuse_header(header, name)
    for row in rows:
        if len(row) > len(header):
            yield rows.line_num, f"has {len(row)} cells for {len(header)} columns; see to its quotation marks"
        elif any(row):
            yield rows.line_num, dict(zip(header, row, strict=False))


def _column(cell: str) -> str:
    """The name of a column, in whatever case it is written."""
    return cell.strip().casefold()


def _refuse_header(header: Sequence[str], name: str) -> None:
    """Raises InputError for a first line that names no case or no text, or what was likely meant for a text."""
    missing = "id" if "id" not in header else "any text" if not any(_is_text(column) for column in header) else None
    if missing:
        found = ", ".join(column for column in header if column) or "nothing"
        raise InputError(f"{name}: has no column for {missing} in its first line, which has {found}; the columns are {_COLUMNS}")
    twice = next((column for column in header if column and header.count(column) > 1), None)
    if twice:
        raise InputError(f"{name}: has the column {twice} twice; name each once")
    strange = next((column for column in header if column.startswith(("article", "readout")) and not _is_text(column)), None)
    if strange:
        raise InputError(f"{name}: has the column {strange}, which is no column of a manifest; they are {_COLUMNS}")


def _is_text(column: str) -> bool:
    return column.partition(":")[0] in ("article", "article_text", "readout", "readout_text")


def _case(row: Mapping[str, object] | str, place: str, base: Path) -> Case:
    """The case of a row; `place` names the row, and the case where it has no id."""
    if isinstance(row, str):
        return Case(id=place, problem=f"{place}: {row}")
    wrong = next((column for column, cell in row.items() if _is_known(column) and not isinstance(cell, str | int | None)), None)
    if wrong:
        return Case(id=place, problem=f"{place}: {wrong} is no text; write it in quotation marks")
    cells = {column: str(cell) for column, cell in row.items() if cell is not None and str(cell).strip()}
    id_ = cells.get("id", "").strip()
    if not id_:
        return Case(id=place, problem=f"{place}: has no id; give each case one of its own")
    outlet, date = cells.get("outlet"), cells.get("date", "").strip() or None
    if date is not None and not _is_day(date):
        return Case(id=id_, outlet=outlet, problem=f"{place}: date {date!r} is no day; write it as 2025-05-06")
    try:
        return Case(id=id_, date=date, outlet=outlet, texts=tuple(_texts(cells, base)))
    except ReadoutdiffError as error:
        return Case(id=id_, date=date, outlet=outlet, problem=str(error))


def _is_known(column: str) -> bool:
    return column in ("id", "date", "outlet") or _is_text(column)


def _is_day(date: str) -> bool:
    try:
        return datetime.date.fromisoformat(date).isoformat() == date
    except ValueError:
        return False


def _texts(cells: Mapping[str, str], base: Path) -> Iterator[Text]:
    given = [column for column in cells if _is_text(column)]
    if not given:
        raise InputError("names no text; give article, or a readout for each side")
    twice = next((column for column in given if column.replace("_text", "", 1) in given and "_text" in column), None)
    if twice:
        raise InputError(f"has both {twice.replace('_text', '', 1)} and {twice}; give one of them")
    strange = next((column for column in cells if column.startswith(("article", "readout")) and not _is_text(column)), None)
    if strange:
        raise InputError(f"has {strange}, which is no column of a manifest; they are {_COLUMNS}")
    for column in given:
        kind, _, side = column.partition(":")
        role: Literal["article", "readout"] = "article" if kind.startswith("article") else "readout"
        inline = kind.endswith("_text")
        if (role == "readout") != bool(side.strip()):
            raise InputError(f"column {column}: name the column article, or readout: with its side, as in readout:us")
        cell = cells[column]
        path = cell.strip() if "://" in cell else str(base / cell.strip())
        yield Text(
            role=role,
            name=(side.strip() or "article") if inline else base_name(path),
            data=cell if inline else read_data(path),
            party=side.strip() or None,
        )
