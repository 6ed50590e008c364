"""Cases from a manifest: a CSV file, or JSON Lines, with a row for each case.

`id`, and if known `date` and `outlet`; the path of a text in `article`, `readout:us`, `readout:ru` …, relative to the manifest, or
the text itself in `article_text`, `readout_text:us` … Of a side, by whatever name, a row has one text. Other columns are for those
who wrote them.
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
from readoutdiff.corpus.sides import SideOf
from readoutdiff.errors import InputError, ReadoutdiffError
from readoutdiff.lexicon.foreign import check_regular, from_json
from readoutdiff.reading.content import LIMIT
from readoutdiff.reading.file import base_name, read_data

ENDINGS = (".csv", ".jsonl", ".ndjson")
LONGEST = 4 * LIMIT  # characters of a line, or of one on standard input bytes
_COLUMNS = "id, date, outlet, article, readout:us, article_text, readout_text:us"
_BETWEEN = (",", ";", "\t")


def cases_of(manifest: Path, name: str, base: Path, side_of: SideOf) -> Iterator[Case]:
    """Its cases, in its order; a row that is not as it should be is a case with a `problem`.

    `name` is what messages call the manifest, `base` the folder to which its paths are relative, `side_of` knows the sides by their
    names. Raises InputError where it is no manifest at all.
    """
    try:
        check_regular(manifest)
        with manifest.open(encoding="utf-8-sig", newline="") as file:
            for number, row in _rows(file, name):
                yield _case(row, f"{name}:{number}", base, side_of)
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
    strange = _strange(header)
    if strange:
        raise InputError(f"{name}: has the column {strange}, which is no column of a manifest; they are {_COLUMNS}")


def _is_text(column: str) -> bool:
    return column.partition(":")[0] in ("article", "article_text", "readout", "readout_text")


def _strange(columns: Iterable[str]) -> str | None:
    """The first column that was likely meant for a text, and is none."""
    return next((column for column in columns if column.startswith(("article", "readout")) and not _is_text(column)), None)


def _case(row: Mapping[str, object] | str, place: str, base: Path, side_of: SideOf) -> Case:
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
        return Case(id=id_, date=date, outlet=outlet, texts=tuple(_texts(cells, base, side_of)))
    except ReadoutdiffError as error:
        return Case(id=id_, date=date, outlet=outlet, problem=str(error))


def _is_known(column: str) -> bool:
    return column in ("id", "date", "outlet") or _is_text(column)


def _is_day(date: str) -> bool:
    try:
        return datetime.date.fromisoformat(date).isoformat() == date
    except ValueError:
        return False


def _texts(cells: Mapping[str, str], base: Path, side_of: SideOf) -> Iterator[Text]:
    """The texts of a row, of its cells that are not empty. Raises InputError and UsageError for what is wrong with them."""
    given = [column for column in cells if _is_text(column)]
    if not given:
        raise InputError("names no text; give article, or a readout for each side")
    _refuse_two_of_one(given, side_of)
    strange = _strange(cells)
    if strange:
        raise InputError(f"has {strange}, which is no column of a manifest; they are {_COLUMNS}")
    yield from (_text(column, cells[column], base) for column in given)


def _refuse_two_of_one(columns: Sequence[str], side_of: SideOf) -> None:
    """Raises InputError for two columns of one side, or of the article: both would be read as one account."""
    first: dict[tuple[str, str], str] = {}
    for column in columns:
        kind, _, side = column.partition(":")
        other = first.setdefault((kind.removesuffix("_text"), side_of(side) or side.strip()), column)
        if other != column:
            of_one = ", which are one side's" if side else ""
            raise InputError(f"has both {other} and {column}{of_one}; give one of them")


def _text(column: str, cell: str, base: Path) -> Text:
    kind, _, named = column.partition(":")
    role: Literal["article", "readout"] = "article" if kind.startswith("article") else "readout"
    side = named.strip() or None
    if (role == "readout") != bool(side):
        raise InputError(f"column {column}: name the column article, or readout: with its side, as in readout:us")
    if kind.endswith("_text"):
        return Text(role=role, name=side or "article", data=cell, party=side)
    path = cell.strip() if "://" in cell else str(base / cell.strip())
    return Text(role=role, name=base_name(path), data=read_data(path), party=side)
