"""Looking into a corpus that was built: one case of it, and what failed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from readoutdiff.contract import Comparison
from readoutdiff.corpus.lock import WORK
from readoutdiff.corpus.parquet import connect, exactly
from readoutdiff.errors import UsageError

_LIKE = 60  # of 100, by rapidfuzz


def comparison_of(corpus: Path, id_: str) -> Comparison:
    """The comparison of a case as it was made. Raises UsageError where there is none, with what may have been meant."""
    found = _rows(corpus, "cases", "comparison", "case_id = $id", id=id_)
    if found:
        return msgspec.json.decode(found[0][0], type=Comparison)
    failed = _rows(corpus, "failures", "problem", "case_id = $id", id=id_)
    if failed:
        raise UsageError(f"{id_}: could not be compared: {failed[0][0]}")
    ids = [row[0] for row in _rows(corpus, "cases", "case_id", "true")]
    raise UsageError(f"{id_}: is no case of {corpus}; {_meant(id_, ids)}")


def failures_of(corpus: Path) -> list[tuple[str, str]]:
    """The cases that failed and why, in their order."""
    return [(id_, problem) for id_, problem in _rows(corpus, "failures", "case_id, problem", "true")]


def _meant(id_: str, ids: list[str]) -> str:
    from rapidfuzz.process import extractOne

    near = extractOne(id_, ids, score_cutoff=_LIKE)
    return f"is {near[0]} meant?" if near else "its ids are in the column case_id of its cases"


def _rows(corpus: Path, table: str, columns: str, where: str, **values: str) -> list[Any]:
    """Rows of a table in the order of the cases. Raises UsageError where the folder is no corpus."""
    if not any((corpus / table).glob("*.parquet")):
        raise UsageError(f"{corpus}: is no corpus; name the folder that readoutdiff corpus build wrote")
    files = f"{exactly(corpus)}/{table}/*.parquet"
    with connect(corpus / WORK / "overflow") as connection:
        query = f"SELECT {columns} FROM read_parquet($files, filename = true) WHERE {where} ORDER BY filename, n"  # noqa: S608 - our own words
        return list(connection.execute(query, {"files": files, **values}).fetchall())
