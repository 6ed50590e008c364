"""Hyphens at the ends of lines: 'inter-' and 'national' are one word, 'long-' and 'term' are two.

The rule, in this order: a hyphen that the typesetter put (U+2010, U+00AD) goes; as the text writes the word elsewhere; a capital,
a digit or another hyphen beside it keeps it; two words that each stand alone, in this text or in the lexicon, keep it; else it goes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, cached_property

from readoutdiff.reading.lines import HYPHEN

_TYPESET = ("\u2010", "\u00ad")
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)*+(?![\w-])")
_LAST = re.compile(r"[\w-]*$")
_FIRST = re.compile(r"[\w-]*")


def _is_wide(c: str) -> bool:
    """Of a script that puts no spaces between words."""
    return bool(c) and unicodedata.east_asian_width(c) in "WF" and not "\uac00" <= c <= "\ud7a3"  # Korean has spaces


@cache
def _known() -> frozenset[str]:
    """The words of the lexicon; to find them takes longer than to read a PDF."""
    from readoutdiff.lexicon.entries import raw_files

    return frozenset(word for content in raw_files().values() for word in _WORD.findall(content.decode().lower()))


class Hyphens:
    """How the lines of one text go together."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    def joined(self, above: str, below: str) -> str:
        """Two lines as one stretch of text."""
        if above.endswith(_TYPESET) and below[:1].islower():
            return above[:-1] + below
        if above.endswith((HYPHEN, "-")) and above[-2:-1].isalnum():
            return above[:-1] + ("-" if self._stays(above[:-1], below) else "") + below
        return above + below if _is_wide(above[-1:]) and _is_wide(below[:1]) else f"{above} {below}"

    def _stays(self, above: str, below: str) -> bool:
        left, right = _LAST.findall(above)[0], _FIRST.findall(below)[0]
        if not (left.isalpha() and right.isalpha() and right[0].islower()):
            return True
        first, second = left.lower(), right
        for written, stays in ((first + second, False), (f"{first}-{second}", True)):
            if written in self._words:
                return stays
        return all(self._stands_alone(word) for word in (first, second)) and first not in self._small

    def _stands_alone(self, word: str) -> bool:
        return word in self._words or word in _known()

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the text, without those that a line's end cuts."""
        return frozenset(word for line in self._lines for word in _WORD.findall(line.lower().replace(HYPHEN, "-")))

    @cached_property
    def _small(self) -> frozenset[str]:
        """Words like 'with' and 'to', of which no compound is made: 'with-' and 'out' are one word."""
        from readoutdiff.lexicon.knowledge import load

        return frozenset(word for language in load().languages for word in language.words)
