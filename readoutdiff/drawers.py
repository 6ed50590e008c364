"""Entries of the lexicon in drawers by their first letters, opened when they are needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

DRAWER = 3  # letters that name a drawer of an index
_KEPT = 100_000  # words of which an index remembers what they begin

T = TypeVar("T")


class Index(Generic[T]):
    """Entries by first word or stem, longer ones first, in drawers by its first letters.

    A drawer is decoded when a word of it is first looked up, so that start-up pays for the words of a text and not for
    those of the world; what a word begins is then kept, for the words of a language come again and again.
    """

    def __init__(self, drawers: Mapping[str, Any], opened: Callable[[Any], dict[str, tuple[T, ...]]]) -> None:
        self._drawers, self._opened = drawers, opened
        self._open: dict[str, dict[str, tuple[T, ...]]] = {}
        self._known: dict[str, tuple[T, ...]] = {}

    def get(self, key: str) -> tuple[T, ...]:
        """The entries that begin with a word; most words begin none."""
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _KEPT:
                self._known.clear()
            found = self._known[key] = self._drawer(key[:DRAWER]).get(key, ())
        return found

    def _drawer(self, letters: str) -> dict[str, tuple[T, ...]]:
        if letters not in self._open:
            raw = self._drawers.get(letters)
            self._open[letters] = self._opened(raw) if raw is not None else {}
        return self._open[letters]
