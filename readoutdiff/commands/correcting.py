"""How decisions are saved for a person to correct."""

from __future__ import annotations

from pathlib import Path

from readoutdiff.contract import Comparison
from readoutdiff.errors import UsageError


def refuse_to_lose(target: Path, given: Path | None, report: Path | None) -> None:
    """Raises UsageError where saving would write over a file that a person may have edited, or the report over what is saved.

    The file that was given may be written anew: what it has corrected is kept.
    """
    if report is not None and target.resolve() == report.resolve():
        raise UsageError(f"{target}: is named for the report and for the corrections; give them two names")
    if target.exists() and (given is None or target.resolve() != given.resolve()):
        raise UsageError(f"{target}: is there already, and may hold corrections; give another name, or remove it")


def save(comparison: Comparison, target: Path, given: Path | None) -> None:
    """Write down what was decided; of what a file given has corrected, what the program had decided is kept."""
    from readoutdiff.corrections.reading import read_corrections
    from readoutdiff.corrections.saving import corrections_of
    from readoutdiff.writing import write_whole

    applied = read_corrections(str(given), lambda name: name) if given else None
    write_whole(target, corrections_of(comparison, applied).encode("utf-8"))
