"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from readoutdiff.errors import InputError

_NAME = 100  # characters of a file's name that its temporary one has


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and then put it there, so that no half-written file is ever left.

    Raises InputError where the folder is missing or cannot be written to.
    """
    _put({path: data})


def write_all(folder: Path, files: Mapping[Path, bytes]) -> None:
    """Write the files of a folder, which is made where it is missing: all of them, or none. Raises InputError as `write_whole` does."""
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}: cannot be made ({error.strerror}); check the path and its permissions") from error
    try:
        _put(files)
    except InputError:
        if made:
            shutil.rmtree(folder, ignore_errors=True)
        raise


def _put(files: Mapping[Path, bytes]) -> None:
    """All are written beside their places before the first is put there; what is a device or a pipe is written to."""
    waiting: dict[Path, str] = {}
    path = Path()
    try:
        for given, data in files.items():
            path = given
            if path.exists() and not path.is_file() and not path.is_dir():
                path.write_bytes(data)
                continue
            path = path.resolve()  # a link stays one
            handle, waiting[path] = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:_NAME]}.")
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            os.chmod(waiting[path], 0o666 & ~_umask())
        for path, temporary in waiting.items():
            os.replace(temporary, path)
    except OSError as error:
        for temporary in waiting.values():
            Path(temporary).unlink(missing_ok=True)
        raise InputError(f"{path}: cannot be written ({error.strerror}); check the folder and its permissions") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
