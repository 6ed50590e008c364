"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from readoutdiff.errors import InputError


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and then put it there, so that no half-written file is ever left.

    Raises InputError where the folder is missing or cannot be written to.
    """
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except OSError as error:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
        raise InputError(f"{path}: cannot be written ({error.strerror}); check the folder and its permissions") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
