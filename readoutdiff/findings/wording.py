"""The words of a text as a quotation is checked by them: case, typography and hyphens are set aside, the places kept."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate

from readoutdiff.value import Value

# Hyphens and dashes part words; a bracket inside a word ('[A]ll') does not.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[$€£¥₹]?\[?\w(?:[\w\[\]\u0300-\u036f\u00ad\u200b-\u200d]|['’ʼ](?=\w)|[.,:](?=\d))*%?")
_GAP = re.compile(r"\[\s*(?:\.{3}|…)\s*\]|\(\s*(?:\.{3}|…)\s*\)|\.(?:\s?\.){2,}|…|(?<!\w)\[[^\]]*\](?!\w)")
_MARKS = str.maketrans({"[": None, "]": None, "’": "'", "ʼ": "'", "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None})


class Words(Value, frozen=True):
    """The words of a stretch in plain form, and the range of each in the text."""

    plain: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    def between(self, start: int, end: int) -> Words:
        """The words that lie in a range of the text."""
        first = bisect_left(self.places, (start,))
        last = bisect_left(self.places, (end,))
        return Words(self.plain[first:last], self.places[first:last])

    def __len__(self) -> int:
        return len(self.plain)


def words_of(text: str, start: int, end: int) -> Words:
    """The words of text[start:end]."""
    found = [(_plain(m.group()), m.span()) for m in _WORD.finditer(text, start, end)]
    return Words(tuple(plain for plain, _ in found), tuple(place for _, place in found))


def _plain(word: str) -> str:
    initials = word.replace(".", "") if word.endswith(".") else word  # 'U.S.'
    return unicodedata.normalize("NFC", initials.translate(_MARKS)).casefold()


def pieces_of(text: str, start: int, end: int) -> list[Words]:
    """The words of a quotation, in the pieces that it gives whole: an ellipsis or words put in brackets part them."""
    edges = [start, *(edge for gap in _GAP.finditer(text, start, end) for edge in gap.span()), end]
    pieces = [words_of(text, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return [piece for piece in pieces if piece.plain]


class Searched:
    """Words in which others are looked up, one after the other."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._text = f" {' '.join(words.plain)} "
        self._starts = list(accumulate((len(word) + 1 for word in words.plain), initial=0))

    def find(self, piece: Words, after: int = 0) -> tuple[int, int] | None:
        """The first place from word `after` on at which the piece stands word for word, as a range of words."""
        at = self._text.find(f" {' '.join(piece.plain)} ", self._starts[after])
        if at < 0:
            return None
        first = bisect_right(self._starts, at) - 1
        return first, first + len(piece)
