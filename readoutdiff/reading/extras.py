"""Libraries that come with an extra: loaded when a file needs them, and named where they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from readoutdiff.errors import InputError


def needed(module: str, extra: str, name: str, kind: str) -> Any:
    """A module of an extra. Raises InputError, with the command that installs it, where it is missing."""
    try:
        return import_module(module)
    except ImportError as error:
        raise InputError(f"{name}: is {kind}, for which an extra is missing; pip install 'readoutdiff[{extra}]'") from error
