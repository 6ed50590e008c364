"""Looking into a corpus that was built: one case of it, and what failed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from readoutdiff.contract import Comparison
from readoutdiff.corpus.report.figures import ALL
from readoutdiff.corpus.report.opening import opened
from readoutdiff.corpus.tables import TABLES
from readoutdiff.errors import UsageError

_LIKE = 60  # of 100, by rapidfuzz


def files_of(corpus: Path) -> list[Path]:
    """The files that are read of a corpus."""
    return [corpus / "corpus.json", *(path for table in TABLES for path in (corpus / table).glob("*.parquet"))]


def comparison_of(corpus: Path, id_: str) -> Comparison:
    """The comparison of a case as it was made.

    Raises UsageError where there is none, with what may have been meant; InputError where the folder is no corpus.
    """
    with opened(corpus, ALL) as connection:
        found = connection.execute("SELECT comparison FROM cases WHERE case_id = ?", [id_]).fetchone()
        if found is not None:
            return msgspec.json.decode(found[0], type=Comparison)
        failed = connection.execute("SELECT problem FROM failures WHERE case_id = ?", [id_]).fetchone()
        if failed is not None:
            raise UsageError(f"{id_}: could not be compared: {failed[0]}")
        ids = [id_ for (id_,) in connection.execute("SELECT case_id FROM cases ORDER BY case_id").fetchall()]
    raise UsageError(f"{id_}: is no case of {corpus}; {_meant(id_, ids)}")


def outcomes_of(corpus: Path) -> dict[str, int]:
    """How many cases there are of each outcome."""
    with opened(corpus, ALL) as connection:
        return dict(connection.execute("SELECT outcome, count(*) FROM cases GROUP BY outcome ORDER BY outcome").fetchall())


def failures_of(corpus: Path) -> list[tuple[str, str]]:
    """The cases that failed and why, by their ids."""
    with opened(corpus, ALL) as connection:
        return [(id_, problem) for id_, problem in connection.execute("SELECT case_id, problem FROM failures ORDER BY case_id").fetchall()]


def _meant(id_: str, ids: Sequence[str]) -> str:
    from rapidfuzz.process import extractOne

    near = extractOne(id_, ids, score_cutoff=_LIKE)
    return f"is {near[0]} meant?" if near else "its ids are in the column case_id of its cases"
