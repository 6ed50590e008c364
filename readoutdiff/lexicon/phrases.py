"""Finding fixed phrases in a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from readoutdiff.text.tokens import Token

_WORD = re.compile(r"[^\W_]+")
_GAP = " … "
_WITHIN = 6  # words in which the second part of a phrase follows
_STOPS = ("", ".", ",", ";", ":", "!", "?")  # what ends a clause


class PhraseSet:
    """Fixed lower-case phrases, found by their longest word, so that a sentence pays for few of them."""

    def __init__(self, phrases: Iterable[str], by_word: dict[str, list[int]] | None = None) -> None:
        self.phrases = tuple(phrases)
        self.by_word = by_word if by_word is not None else _by_longest_word(self.phrases)

    @cached_property
    def all(self) -> frozenset[str]:
        """The phrases, to ask whether one is among them."""
        return frozenset(self.phrases)

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[str, ...]]]:
        found: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted((tuple(phrase.split()) for phrase in self.phrases), key=lambda words: -len(words)):
            found.setdefault(words[0], []).append(words)
        return found

    def __contains__(self, phrase: str) -> bool:
        """Whether it is one of the phrases."""
        return phrase in self.all

    def find(self, low: str) -> str | None:
        """The first of the phrases that a lower-cased text has, at the border of a word."""
        return _found(self, low)

    @cached_property
    def opening(self) -> frozenset[str]:
        """The words with which phrases begin."""
        return frozenset(self._by_first)

    @cached_property
    def longest(self) -> frozenset[str]:
        """The longest word of each phrase."""
        return frozenset(self.by_word)

    def at(self, tokens: Sequence[Token], at: int, end: int) -> tuple[int, int] | None:
        """(place, length) of the longest phrase that begins at a place of tokens[:end]."""
        second = tokens[at + 1].low if at + 1 < end else ""
        for words in self._by_first.get(tokens[at].low, ()):
            size = len(words)
            if size == 1 or (words[1] == second and at + size <= end and tuple([t.low for t in tokens[at : at + size]]) == words):
                return at, size
        return None

    def places(self, tokens: Sequence[Token], first: int, end: int) -> Iterator[tuple[int, int]]:
        """(place, length) of each phrase in tokens[first:end]."""
        opening = self._by_first
        for at in [at for at in range(first, end) if tokens[at].low in opening]:
            found = self.at(tokens, at, end)
            if found is not None:
                yield found


def _by_longest_word(phrases: Sequence[str]) -> dict[str, list[int]]:
    """The places of the phrases in their order, by the longest word of each: a text without it has none of them."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, phrase in enumerate(phrases):
        found[max(_WORD.findall(phrase), key=len)].append(number)
    return dict(found)


def _parted(low: str, first: str, second: str) -> bool:
    """'leaves … out', 'keeps … to itself': both parts, with a few words between them, in one clause."""
    if not _has(low, first):
        return False
    after = re.split(r"[,;:.]", low[low.index(first) + len(first) :], maxsplit=1)[0].split()
    words = second.split()
    return any(after[at : at + len(words)] == words for at in range(1, _WITHIN + 1))


@lru_cache(maxsize=1024)
def _found(phrases: PhraseSet, low: str) -> str | None:
    """What is found in a text; of one sentence the same is asked again and again."""
    words = _words(low)
    if words.isdisjoint(phrases.longest):
        return None
    for number in sorted([n for word in words & phrases.longest for n in phrases.by_word[word]]):
        if _has(low, phrases.phrases[number]):
            return phrases.phrases[number].removesuffix(" .").partition(_GAP)[0]
    return None


@lru_cache(maxsize=256)
def _words(low: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(_WORD.findall(low))


def _has(low: str, phrase: str) -> bool:
    """Whether the phrase stands between borders of words, and one that ends in ' .' at the end of a clause."""
    if _GAP in phrase:
        return _parted(low, *phrase.split(_GAP))
    words, dot, _ = phrase.partition(" .")
    at = low.find(words)
    while at >= 0:
        end = at + len(words)
        ends = low[end : end + 1] in _STOPS if dot else not low[end : end + 1].isalnum()
        if ends and not (at and low[at - 1].isalnum()):
            return True
        at = low.find(words, at + 1)
    return False
