"""The claims as CSV, for a spreadsheet or a statistics program: RFC 4180, UTF-8 with a byte order mark, and no cell that acts."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence

from readoutdiff.contract import Comparison
from readoutdiff.records import COLUMNS, Cell, records
from readoutdiff.render.visible import visible

_MARK = "\ufeff"  # by which a spreadsheet knows UTF-8
_LEADING = re.compile("[\\s\u00ad\u200c\u200d]*")
_BEGINS = "=+-@"  # a formula, in a spreadsheet


def render_csv(comparison: Comparison) -> bytes:
    """A line for each claim, after one with the columns' names; a truth value is `true` or `false`, what is not there an empty cell.

    >>> from readoutdiff import compare, read
    >>> render_csv(compare(read("It rained.")))[:26].decode("utf-8-sig")
    'topic,label,verdict,par'
    """
    return as_csv(COLUMNS, (record.values() for record in records(comparison)))


def as_csv(columns: Sequence[str], rows: Iterable[Iterable[Cell]]) -> bytes:
    """A table: a line with the columns' names, then one for each row."""
    out = io.StringIO(newline="")
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow(columns)
    lines.writerows([_cell(value) for value in row] for row in rows)
    return (_MARK + out.getvalue()).encode("utf-8")


def _cell(value: Cell) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return harmless(value) if isinstance(value, str) else "" if value is None else str(value)


def harmless(text: str) -> str:
    """A cell that a spreadsheet takes for text: an apostrophe stands before what would begin a formula, in whatever form.

    >>> [harmless(text) for text in ("=1+1", "  @sum", "\uff1d1", "1 = 1")]
    ["'=1+1", "'  @sum", "'\uff1d1", '1 = 1']
    """
    text = visible(text)
    first = text[_LEADING.match(text).end() :][:1]  # type: ignore[union-attr]  # it matches the empty string too
    acts = text[:1] in ("\t", "\r") or (first and unicodedata.normalize("NFKC", first) in _BEGINS)
    return f"'{text}" if acts else text
