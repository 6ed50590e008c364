"""Who may build in a folder: one at a time, and only where there is nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from readoutdiff.errors import UsageError
from readoutdiff.reading.extras import needed

WORK = ".build"  # the folder in which a build keeps what it needs to go on


def refuse_name(folder: Path) -> None:
    """Raises UsageError for a folder whose name is not UTF-8: DuckDB finds none of it."""
    try:
        str(folder).encode("utf-8")
    except UnicodeEncodeError:
        raise UsageError(f"{folder}: its name is not UTF-8, which a corpus needs; name another folder") from None


@contextmanager
def sole_builder(out: Path) -> Iterator[None]:
    """Hold a corpus' folder, which is made where it is missing; the system lets go of it when this process ends, however it does.

    Raises UsageError where another process holds it, or it is no folder for a corpus.
    """
    refuse_name(out)
    filelock = needed("filelock", "corpus", "corpus", "a data set that is built")
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out}: is a file; name a folder")
    if out.exists() and not (out / WORK).exists() and any(out.iterdir()):
        raise UsageError(f"{out}: is not empty, and no corpus; name another folder")
    (out / WORK).mkdir(parents=True, exist_ok=True)
    try:
        with filelock.FileLock(out / WORK / "lock", timeout=0):
            yield
    except filelock.Timeout:
        raise UsageError(f"{out}: another build is at work there; wait until it is done, or name another folder") from None
