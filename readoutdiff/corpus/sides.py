"""Whose a text is, as the names of files, the columns of manifests and users say it."""

from __future__ import annotations

from functools import cache

from readoutdiff.attribution.parties import find_party
from readoutdiff.errors import UsageError
from readoutdiff.lexicon.knowledge import load


@cache
def side_named(name: str) -> str | None:
    """The id of the side that an id or any name in the lexicon means, None where it means none.

    >>> side_named("USA"), side_named("readout")
    ('us', None)
    """
    try:
        return find_party(name, load())
    except UsageError:
        return None
