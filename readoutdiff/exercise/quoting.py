"""A student's quotation looked up in the evidence: found, foreign, or so short or so like it that a teacher must see.

A quotation has five words or more, or all of its passage; one of fewer that stands there word for word is short. It is found where it
is nine tenths like a passage or a part of it (rapidfuzz's partial ratio) and has the same figures and denials as that part; it is
foreign below two thirds, and like in between. Between several stands a line break, or a semicolon, which may be one of the text's.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal, get_args

from rapidfuzz import fuzz

from readoutdiff.differences.words import differing
from readoutdiff.lexicon.knowledge import load

FOUND, FOREIGN = 90.0, 65.0  # likeness in per cent
LEAST = 5  # words
Looked = Literal["found", "short", "like", "foreign"]  # the best first
_BETWEEN = (re.compile(r"\n+"), re.compile(r"[\n;]+"))  # quotations
_WITHIN = (re.compile(r"[\n“”\"]+|\s[/|]\s|\.\.\.|…"), re.compile(r"[\n“”\";]+|\s[/|]\s|\.\.\.|…"))  # and the pieces of one


def look_up(given: str, evidence: Sequence[str]) -> Looked:
    """The best that can be said of what was given, or of a part of it, beside a passage."""
    passages = [plain(passage) for passage in evidence]
    quotations, pieces = (_parts(given, marks) for marks in (_BETWEEN, _WITHIN))
    found = {_one(part, passage) for part in pieces for passage in passages}
    found |= {"short" for part in quotations for passage in passages if f" {part} " in f" {passage} "}
    return next((looked for looked in get_args(Looked) if looked in found), "foreign")


def _parts(given: str, marks: Iterable[re.Pattern[str]]) -> list[str]:
    """All that was given, and what stands between the marks."""
    return [words for part in (given, *(part for mark in marks for part in mark.split(given))) if (words := plain(part))]


def _one(told: str, passage: str) -> Looked:
    words = told.split()
    if len(words) < min(LEAST, len(passage.split())):
        return "foreign"
    likeness, part = _alike(told, passage)
    if likeness < FOREIGN:
        return "foreign"
    return "found" if likeness >= FOUND and _telling(words) == _telling(part.split()) else "like"


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
