"""Files that people and other programs write: their bytes, and the values in them. Whatever they hold, it ends, and in a stated error."""

from __future__ import annotations

import errno
import re
import stat
from pathlib import Path
from typing import TypeVar

import msgspec

MOST = 40 * 1024 * 1024  # bytes of a file that is no text: corrections have the words of the largest text, and what was decided of them
_PARTS = 100  # of a dotted key: the parser's time grows with their square
_DOTTED = re.compile(rf"(?:^|[\[{{,])[ \t]*(?:[\w\"'-]++[ \t]*\.[ \t]*){{{_PARTS}}}", re.MULTILINE)
T = TypeVar("T")


class NotRegularError(OSError):
    """A device or a pipe, which may never end."""


def check_regular(path: Path) -> None:
    """Raises OSError where there is no regular file of that name, NotRegularError for a device or a pipe."""
    try:
        mode = path.stat().st_mode
    except ValueError:  # a null character
        raise OSError(errno.EINVAL, "no file can have such a name") from None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    if not stat.S_ISREG(mode):
        raise NotRegularError(errno.EINVAL, "is not a regular file")


def bytes_of(path: Path) -> bytes:
    """What a regular file holds. Raises OSError where it is none, cannot be read, or is larger than any can be that we wrote."""
    check_regular(path)
    with path.open("rb") as file:
        data = file.read(MOST + 1)
    if len(data) > MOST:
        raise OSError(errno.EFBIG, f"over {MOST // 1024**2} MiB")
    return data


def from_json(data: bytes | str, kind: type[T]) -> T:
    """The value in some JSON. Raises msgspec.DecodeError where it has none of that kind, also where it is nested too deeply."""
    try:
        return msgspec.json.decode(data, type=kind)
    except RecursionError:
        raise msgspec.DecodeError("it is nested too deeply") from None
    except UnicodeDecodeError as error:
        raise msgspec.DecodeError(f"it is not UTF-8 (byte {error.start})") from None


def from_toml(data: bytes, kind: type[T]) -> T:
    """The value in some TOML. Raises UnicodeDecodeError where it is not UTF-8, else as `from_json` does."""
    if _DOTTED.search(data.decode("utf-8")):
        raise msgspec.DecodeError(f"a key has {_PARTS} parts or more")
    try:
        return msgspec.toml.decode(data, type=kind)
    except RecursionError:
        raise msgspec.DecodeError("it is nested too deeply") from None
    except msgspec.MsgspecError:
        raise
    except ValueError as error:  # a number of thousands of digits
        raise msgspec.DecodeError(str(error)) from None
