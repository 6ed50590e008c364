"""A file's bytes, where it is one that can be read."""

from __future__ import annotations

from pathlib import Path

from readoutdiff.errors import InputError, UsageError
from readoutdiff.escaping import carried
from readoutdiff.lexicon.foreign import NotRegularError, check_regular
from readoutdiff.reading.content import LIMIT


def read_data(path: str) -> bytes:
    """What a file holds; of one that is too large, a byte more than the limit.

    It is opened once and read once: of a file that grows or is replaced meanwhile, what was read counts, and its checksum.

    Raises InputError for a missing file, a folder, a device or what may not be read, UsageError for a web address.
    """
    if "://" in path[:12]:
        raise UsageError(f"{path}: readoutdiff does not use the network; save the page and give the file")
    file = Path(path)
    try:
        check_regular(file)
        with file.open("rb") as stream:
            return stream.read(LIMIT + 1)
    except IsADirectoryError:
        raise InputError(f"{path}: is a folder; give a text file") from None
    except NotRegularError:
        raise InputError(f"{path}: is not a regular file; use - for standard input") from None
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the name") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error


def base_name(path: str) -> str:
    """The name of a file without its folders; what of it is not UTF-8 is replaced."""
    return carried(Path(path).name)
