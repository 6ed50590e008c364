"""Entries of the lexicon as they are kept: by their first word, unread until it comes up in a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

DRAWER = 3  # letters that name a drawer
KEPT = 100_000  # words of which an index remembers what they begin

T = TypeVar("T")
Kept = TypeVar("Kept")


class Index(Generic[T]):
    """Entries by first word, longer ones first, in drawers that the word's first letters name.

    A drawer is read when a word of it is first looked up, so that start-up pays for the words of a text and not for those of
    the world; what a word begins is then kept, for the words of a language come again and again.
    """

    def __init__(self, drawers: Mapping[str, Kept], opened: Callable[[Kept], Mapping[str, tuple[T, ...]]]) -> None:
        self._drawers: Mapping[str, Any] = drawers
        self._opened: Callable[[Any], Mapping[str, tuple[T, ...]]] = opened
        self._open: dict[str, Mapping[str, tuple[T, ...]]] = {}
        self._known: dict[str, tuple[T, ...]] = {}

    def get(self, key: str) -> tuple[T, ...]:
        """The entries that begin with a word; most words begin none."""
        found = self._known.get(key)
        if found is None:
            if len(self._known) > KEPT:
                self._known.clear()
            found = self._known[key] = self._drawer(key[:DRAWER]).get(key, ())
        return found

    def _drawer(self, name: str) -> Mapping[str, tuple[T, ...]]:
        if name not in self._open:
            raw = self._drawers.get(name)
            self._open[name] = self._opened(raw) if raw is not None else {}
        return self._open[name]
