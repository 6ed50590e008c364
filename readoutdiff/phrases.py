"""Finding fixed phrases in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from readoutdiff.tokens import Token


def find_phrases(tokens: Sequence[Token], phrases: Sequence[str], first: int, end: int) -> Iterator[tuple[int, int]]:
    """(place, length) of each phrase in tokens[first:end]."""
    starts: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        starts.setdefault(words[0], []).append(words)
    for at in range(first, end):
        for words in starts.get(tokens[at].low, ()):
            if tuple(t.low for t in tokens[at : at + len(words)]) == words and at + len(words) <= end:
                yield at, len(words)
                break


@lru_cache(maxsize=4096)
def has_phrase(low: str, phrases: tuple[str, ...]) -> str | None:
    """The first of the phrases that a lower-cased text has, at the border of a word."""
    padded = f" {low} "
    for phrase in phrases:
        at = padded.find(phrase)
        while at >= 0:
            if not padded[at - 1].isalnum() and (not padded[at + len(phrase)].isalnum() or phrase.endswith(" ")):
                return phrase
            at = padded.find(phrase, at + 1)
    return None
