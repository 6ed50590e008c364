"""The columns of the tables as SQL has them, told from the types of their rows."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from readoutdiff.corpus.tables import TABLES

_FIRST = ("case_id", "n")
_KINDS: dict[type, str] = {
    msgspec.inspect.StrType: "VARCHAR",
    msgspec.inspect.LiteralType: "VARCHAR",
    msgspec.inspect.IntType: "BIGINT",
    msgspec.inspect.FloatType: "DOUBLE",
    msgspec.inspect.BoolType: "BOOLEAN",
    msgspec.inspect.DateType: "DATE",
}


@cache
def columns(table: str) -> dict[str, str]:
    """The columns of a table with their types; those that all tables have come first.

    >>> list(columns("failures").items())[:3]
    [('case_id', 'VARCHAR'), ('n', 'BIGINT'), ('date', 'DATE')]
    """
    told: Any = msgspec.inspect.type_info(TABLES[table])
    types = {field.encode_name: _sql_type(field.type) for field in told.fields}
    return {name: types[name] for name in (*_FIRST, *(name for name in types if name not in _FIRST))}


def _sql_type(told: Any) -> str:
    if isinstance(told, msgspec.inspect.UnionType):
        return _sql_type(next(part for part in told.types if not isinstance(part, msgspec.inspect.NoneType)))
    if isinstance(told, msgspec.inspect.VarTupleType):
        return f"{_sql_type(told.item_type)}[]"
    if isinstance(told, msgspec.inspect.StructType):
        return f"STRUCT({', '.join(f'{quoted(f.encode_name)} {_sql_type(f.type)}' for f in told.fields)})"
    return _KINDS[type(told)]


def quoted(name: str) -> str:
    """A name as SQL has it, whatever it holds."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A string as SQL has it, whatever it holds."""
    return "'" + text.replace("'", "''") + "'"
