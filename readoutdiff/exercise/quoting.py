"""A student's quotation looked up in the evidence: found, not found, or so like it that a teacher must see.

A quotation has five words or more, or all of its passage. It is found where it is nine tenths like a passage or a part of it
(rapidfuzz's partial ratio) and has no number and no denial that the passage has not; it is foreign below two thirds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz import fuzz

FOUND, FOREIGN = 90.0, 65.0  # likeness in per cent
LEAST = 5  # words
_DENIALS = frozenset(("no", "not", "never", "none", "nor", "neither", "without", "nothing", "cannot", "don", "won", "t"))
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
    likeness = fuzz.partial_ratio(told, passage) if len(told) <= len(passage) else fuzz.ratio(told, passage)
    if likeness < FOREIGN:
        return 0.0
    strange = [w for w in words if w not in passage.split() and (w in _DENIALS or any(c.isdigit() for c in w))]
    return 1.0 if likeness >= FOUND and not strange else None


def plain(text: str) -> str:
    """Words without typography, capitals and marks, as quotations are compared."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c)).split())
