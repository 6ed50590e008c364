"""Whose a text is, as the names of files, the columns of manifests and users say it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from readoutdiff.attribution.parties import find_party
from readoutdiff.errors import UsageError
from readoutdiff.lexicon.knowledge import Knowledge

SideOf = Callable[[str], str | None]


def sides_in(knowledge: Knowledge) -> SideOf:
    """What gives the id of the side that an id or any name in a lexicon means, None for what means none.

    >>> from readoutdiff.lexicon.knowledge import load
    >>> side_of = sides_in(load())
    >>> side_of("USA"), side_of("readout")
    ('us', None)
    """

    @cache
    def side_of(name: str) -> str | None:
        try:
            return find_party(name, knowledge)
        except UsageError:
            return None

    return side_of
