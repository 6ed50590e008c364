"""Sentences of a block. A quotation is never cut, so that no sentence of it loses its source."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from readoutdiff.quotations import Quotation

_STOP = re.compile(r"[.!?…。！？]+[\"”’'»」)\]]*(?=\s+\S)")
_NEXT = re.compile(r"\s+[\"“„«「‘'(\[–—-]*(.)")
_LAST_WORD = re.compile(r"[^\s(\[“\"'‘«]+$")
_SAYING = re.compile(r"\s+(?:[\w.’'-]+\s+){1,4}(?:said|says|asked|wrote|added|posted|told)\b[^.]{0,40}[.,]")


def split_sentences(
    text: str, start: int, end: int, quotations: Sequence[Quotation], abbreviations: Collection[str]
) -> list[tuple[int, int]]:
    """Half-open ranges of the sentences of text[start:end], without the white space between them."""
    ranges, begin = [], start
    for stop in _boundaries(text, start, end, quotations, abbreviations):
        ranges.append((begin, stop))
        begin = stop + len(text[stop:end]) - len(text[stop:end].lstrip())
    last = start + len(text[start:end].rstrip())
    return [*ranges, (begin, last)] if begin < last else ranges


def _boundaries(text: str, start: int, end: int, quotations: Sequence[Quotation], abbreviations: Collection[str]) -> Iterator[int]:
    for match in _STOP.finditer(text, start, end):
        stop = match.end()
        inside = next((q for q in quotations if q.start < match.start() < q.end), None)
        if inside and stop < inside.end:
            continue
        after = _NEXT.match(text, stop, end)
        if after is None or after.group(1).islower():
            continue
        if match.group() == "." and _abbreviated(text, start, match.start(), abbreviations):
            continue
        if inside and _SAYING.match(text, stop, end) and text[match.start()] in "!?":
            continue
        yield stop


def _abbreviated(text: str, start: int, dot: int, abbreviations: Collection[str]) -> bool:
    word = _LAST_WORD.search(text, max(start, dot - 20), dot)
    if word is None:
        return False
    last = word.group()
    return last.lower() in abbreviations or (len(last) == 1 and last.isupper()) or bool(re.fullmatch(r"\w(\.\w)+", last))


def split_inside(text: str, start: int, end: int, abbreviations: Collection[str]) -> list[tuple[int, int]]:
    """As `split_sentences`, but cutting within quotations too: for units of meaning, not of attribution."""
    return split_sentences(text, start, end, (), abbreviations)
