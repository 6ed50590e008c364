"""Words and marks of a text, with their places in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import Stemmer

from readoutdiff.value import Value

# Initialisms keep their dots, numbers their separators, words their inner apostrophes and hyphens.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|[^\W_]+(?:['’ʼ‑-][^\W_]+)*|[^\w\s]|_",
)
# Snowball makes 'importance' an import and 'international' an intern.
_OVERSTEMMED = {
    "importance": "importance",
    "important": "importance",
    "international": "international",
    "internationally": "international",
    "university": "university",
    "universities": "university",
    "general": "general",
    "generally": "general",
}

_PLAIN = {"’": "'", "ʼ": "'", "‑": "-"}
_stem_word = Stemmer.Stemmer("english").stemWord


class Token(Value, frozen=True):
    """A word (or number) or mark at text[start:end]; `key` is the word without 's and with plain apostrophes, `low` in lower case."""

    start: int
    end: int
    key: str
    low: str
    possessive: bool
    is_word: bool


def spelled(token: Token) -> str:
    """The word with its 's, as it stands within a name: 'People's Bank'."""
    return f"{token.key}'s" if token.possessive else token.key


def low_at(tokens: Sequence[Token], at: int) -> str:
    """The lower-cased word or mark at a place, "" outside the text."""
    return tokens[at].low if 0 <= at < len(tokens) else ""


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """All tokens of text[start:end], in order."""
    stop = len(text) if end is None else end
    return [
        Token(m.start(), m.end(), word, word.lower(), False, True) if (word := m.group()).isalnum() else _token(word, m.start(), m.end())
        for m in _TOKEN.finditer(text, start, stop)
    ]


def _token(word: str, start: int, end: int) -> Token:
    """A mark, or a word with a mark in it."""
    if len(word) == 1:
        key = _PLAIN.get(word, word)
        return Token(start, end, key, key.lower(), False, False)
    word = word.replace("’", "'").replace("ʼ", "'").replace("‑", "-")
    possessive = word.endswith("'s")
    key = word[:-2] if possessive else word
    return Token(start, end, key, key.lower(), possessive, key[0].isalnum())


def count_words(text: str) -> int:
    """How many words and numbers a text has."""
    return sum(text[m.start()].isalnum() for m in _TOKEN.finditer(text))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The Snowball stem of a lower-case English word."""
    return _OVERSTEMMED.get(word) or _stem_word(word)


_ARTICLES = frozenset(("the", "a", "an"))


def word_parts(low: str) -> Sequence[str]:
    """The words of a lower-cased word or mark; hyphens and apostrophes part words, of a mark or a denial there is none."""
    if low.isalnum():
        return (low,)
    if low.endswith("n't") or not low[0].isalnum():
        return ()
    return [part for part in re.split(r"['-]", low) if part]


@lru_cache(maxsize=65_536)
def word_stems(low: str) -> tuple[str, ...]:
    """The stems of the words of a lower-cased word, articles left out."""
    return tuple(stem(part) for part in word_parts(low) if part not in _ARTICLES)


@lru_cache(maxsize=65_536)
def phrase_stems(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase, articles left out."""
    return tuple(found for token in tokenize(phrase) for found in word_stems(token.low))
