"""Writing a file whole or not at all, and never over what is read."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from readoutdiff.errors import InputError, UsageError

_NAME = 100  # characters of a file's name that its temporary one has


def refuse_to_replace(targets: Iterable[Path | None], read: Iterable[str | Path | None], kind: str = "file") -> None:
    """Raises UsageError where a file that is to be written is one of those that are read, by whatever name: it would be lost.

    `kind` is what the user is to name another of. None stands for what he has not named.
    """
    known = {told for path in read if path is not None and (told := _identity(Path(path))) is not None}
    lost = next((target for target in targets if target is not None and _identity(target) in known), None)
    if lost is not None:
        raise UsageError(f"{lost}: is also what is read, and would be lost; name another {kind}")


def _identity(path: Path) -> tuple[int, int] | None:
    """What is the same for all names of a file; None where no file is."""
    try:
        told = path.stat()
    except (OSError, ValueError):
        return None
    return (told.st_dev, told.st_ino) if stat.S_ISREG(told.st_mode) else None


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and then put it there, so that no half-written file is ever left, whatever ends the writing.

    A file that is there keeps its permissions, and a link to one stays a link; what is no file (a pipe, /dev/null) is written to.
    Raises InputError where the folder is missing or cannot be written to.
    """
    _put({path: data})


def write_all(folder: Path, files: Mapping[Path, bytes]) -> None:
    """Write the files of a folder, which is made where it is missing: all of them, or none. Raises InputError as `write_whole` does."""
    made = next((path for path in (*reversed(folder.parents), folder) if not path.exists()), None)
    try:
        _make(folder)
        _put(files)
    except BaseException:
        if made is not None:
            shutil.rmtree(made, ignore_errors=True)
        raise


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}: cannot be made ({error.strerror}); check the path and its permissions") from error


def _put(files: Mapping[Path, bytes]) -> None:
    """All are written beside their places before the first is put there."""
    waiting: dict[Path, Path] = {}
    path = Path()
    try:
        for path, data in files.items():
            place = Path(os.path.realpath(path))
            if place.exists() and not place.is_file():
                place.write_bytes(data)  # a folder is refused here
                continue
            waiting[place] = place.with_name(f".{place.name[:_NAME]}.{os.urandom(6).hex()}")
            _write(waiting[place], data, place)
        for place, temporary in waiting.items():
            os.replace(temporary, place)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); check the folder and its permissions") from error
    finally:
        for temporary in waiting.values():
            temporary.unlink(missing_ok=True)


def _write(temporary: Path, data: bytes, place: Path) -> None:
    with temporary.open("xb") as stream:
        stream.write(data)
    if place.exists():
        temporary.chmod(place.stat().st_mode & 0o777)
