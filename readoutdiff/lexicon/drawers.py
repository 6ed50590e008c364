"""Entries of the lexicon as they are kept: by their first word, unread until it comes up in a text."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any, Generic, TypeVar

DRAWER = 3  # letters that name a drawer
KEPT = 100_000  # words of which an index remembers what they begin

T = TypeVar("T")
Kept = TypeVar("Kept")
Word = TypeVar("Word", bound=Hashable)


class Known(dict[Word, T]):
    """What is known of each word that came up, found once: the words of a language come again and again.

    When there are too many it begins anew, so that the memory of a process that runs on stays what it is.
    """

    def __init__(self, find: Callable[[Word], T]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: Word) -> T:
        if len(self) > KEPT:
            self.clear()
        found = self[word] = self._find(word)
        return found


class Index(Generic[T]):
    """Entries by first word, longer ones first, in drawers that the word's first letters name.

    A drawer is read when a word of it is first looked up, so that start-up pays for the words of a text and not for those of
    the world. `known` has the entries that begin with a word; most words begin none.
    """

    def __init__(self, drawers: Mapping[str, Kept], opened: Callable[[Kept], Mapping[str, tuple[T, ...]]]) -> None:
        self._drawers: Mapping[str, Any] = drawers
        self._opened: Callable[[Any], Mapping[str, tuple[T, ...]]] = opened
        self._open: dict[str, Mapping[str, tuple[T, ...]]] = {}
        self.known: Known[str, tuple[T, ...]] = Known(lambda key: self._drawer(key[:DRAWER]).get(key, ()))

    def _drawer(self, name: str) -> Mapping[str, tuple[T, ...]]:
        if name not in self._open:
            raw = self._drawers.get(name)
            self._open[name] = self._opened(raw) if raw is not None else {}
        return self._open[name]
