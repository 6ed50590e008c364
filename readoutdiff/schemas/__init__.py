"""JSON Schemas of all that readoutdiff writes as JSON. The files are made from the values (see generating.py) and ship with the package."""

from __future__ import annotations

from importlib.resources import files

from readoutdiff.errors import UsageError

NAMES = ("comparison", "claim", "annotation", "exercise", "answers", "grades")


def schema(name: str) -> bytes:
    """A schema as JSON (draft 2020-12), UTF-8. Raises UsageError for a name that is none of NAMES.

    >>> schema("claim")[:1]
    b'{'
    """
    if name not in NAMES:
        raise UsageError(f"schema {name}: is not there; the schemas are {', '.join(NAMES)}")
    return files("readoutdiff.schemas").joinpath(f"{name}.json").read_bytes()
