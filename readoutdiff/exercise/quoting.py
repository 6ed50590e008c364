"""A student's quotation looked up in the evidence: found, not found, or so like it that a teacher must see.

A quotation has five words or more, or all of its passage. It is found where it is nine tenths like a passage or a part of it
(rapidfuzz's partial ratio) and has the same figures and denials as that part; it is foreign below two thirds.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from rapidfuzz import fuzz

from readoutdiff.differences.words import differing
from readoutdiff.knowledge import load

FOUND, FOREIGN = 90.0, 65.0  # likeness in per cent
LEAST = 5  # words
_PARTS = re.compile(r"[\n“”\"]+|\s[/|]\s|\.\.\.|…")


def look_up(given: str, evidence: Sequence[str]) -> float | None:
    """1 where a part of what was given is found in a passage, 0 where all of it is foreign, None where a teacher must see."""
    parts = [plain(part) for part in (given, *_PARTS.split(given)) if part.strip()]
    scores = [_one(part, plain(passage)) for part in parts for passage in evidence]
    return 1.0 if 1.0 in scores else None if None in scores else 0.0


def _one(told: str, passage: str) -> float | None:
    words = told.split()
    if len(words) < min(LEAST, len(passage.split())):
        return 0.0
    likeness, part = _alike(told, passage)
    if likeness < FOREIGN:
        return 0.0
    return 1.0 if likeness >= FOUND and _telling(words) == _telling(part.split()) else None


def _alike(told: str, passage: str) -> tuple[float, str]:
    """How like a quotation is to a passage, in per cent, and the part of the passage that it is like."""
    found = fuzz.partial_ratio_alignment(told, passage) if len(told) <= len(passage) else None
    return (found.score, passage[found.dest_start : found.dest_end]) if found else (fuzz.ratio(told, passage), passage)


def _telling(words: Iterable[str]) -> Counter[str]:
    """The figures and denials among words: with one more or less another thing is said."""
    return Counter(w for w in words if w in _denials() or any(c.isdigit() for c in w))


@cache
def _denials() -> frozenset[str]:
    return frozenset(word for phrase in differing(load()).polarity.negations for word in plain(phrase).split())


def plain(text: str) -> str:
    """Words without typography, capitals and marks, as quotations are compared."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c)).split())
