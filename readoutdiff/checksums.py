"""SHA-256 without the whole of OpenSSL, which takes longer to load than any text to be read: as the standard library's `random` does."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def _plain_sha256() -> Callable[[bytes], Any]:
    """The interpreter's own SHA-256: its module goes by another name in each version, and may not be there."""
    for name in ("_sha2", "_sha256", "hashlib"):
        try:
            return import_module(name).sha256  # type: ignore[no-any-return]
        except (ImportError, AttributeError):
            continue
    raise ImportError("this Python has no SHA-256")


_sha256 = _plain_sha256()


def sha256(data: bytes) -> str:
    """The checksum of some bytes in hexadecimal digits.

    >>> sha256(b"")[:8]
    'e3b0c442'
    """
    return str(_sha256(data).hexdigest())
