"""Sentences of a block. A quotation is never cut, so that no sentence of it loses its source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from readoutdiff.text.quotations import Quotation

_STOPS, _CLOSERS = ".!?…。！？", "\"”’'»」)]"
_MARKS = re.compile(r"(?<![^\w\s])[^\w\s]++(?=\s)")  # what may be a full stop: a class of just the stops takes far longer to compile
_NEXT = re.compile(r"\s++[\"“„«「‘'(\[–—-]*+(.)")
_WORD = re.compile(r"[^\W_]")
_SPACE = re.compile(r"\s*+")
_BREAK = re.compile(r"[,;:]?\s")
_ENTRY = 2  # digits of an entry's number
_CLAUSE = 120  # characters in which a speaker is named after a quotation
_LONGEST = 4000  # characters; a longer sentence is cut, wherever it can be
_LAST_WORD = re.compile(r"[^\s(\[“\"'‘«]+$")
_SAYING = r"\s+(?:[\w.’'-]+\s+){1,4}(?:said|says|asked|wrote|added|posted|told)\b[^.]{0,40}[.,]"


def split_sentences(
    text: str, start: int, end: int, quotations: Sequence[Quotation], abbreviations: Collection[str]
) -> list[tuple[int, int]]:
    """Half-open ranges of the sentences of text[start:end], without the white space between them.

    Marks by themselves ('. . .') are no sentence, but the end of the one before.
    """
    ranges: list[tuple[int, int]] = []
    begin, last = start, start + len(text[start:end].rstrip())
    for stop in (*_boundaries(text, start, end, quotations, abbreviations), last):
        if ranges and not _WORD.search(text, begin, stop):
            begin, _ = ranges.pop()
        if begin < stop:
            ranges.append((begin, stop))
        begin = _after_space(text, stop, end)
    return [piece for begin, stop in ranges for piece in _pieces(text, begin, stop)]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or the pieces of one that nobody has written: without end, or one quotation over many pages."""
    while end - start > _LONGEST:
        breaks = [at for at, _ in _full_stops(text, start, start + _LONGEST)] or [
            m.start() for m in _BREAK.finditer(text, start + 1, start + _LONGEST)
        ]
        stop = breaks[-1] + 1 if breaks else start + _LONGEST
        yield start, start + len(text[start:stop].rstrip())
        start = _after_space(text, stop, end)
    if start < end:
        yield start, end


def _after_space(text: str, at: int, end: int) -> int:
    match = _SPACE.match(text, at, end)
    return match.end() if match else at


def _boundaries(text: str, start: int, end: int, quotations: Sequence[Quotation], abbreviations: Collection[str]) -> Iterator[int]:
    opened = [q.start for q in quotations]
    for at, stop in _full_stops(text, start, end):
        before = bisect_left(opened, at) - 1
        inside = quotations[before] if before >= 0 and at < quotations[before].end else None
        if inside and stop < inside.end:
            continue
        after = _NEXT.match(text, stop, end)
        if after is None or after.group(1).islower():
            continue
        if stop == at + 1 and text[at] == "." and (_abbreviated(text, start, at, abbreviations) or _numbers(text, start, at)):
            continue
        if inside and re.match(_SAYING, text[stop : min(end, stop + _CLAUSE)]) and text[at] in "!?":
            continue
        yield stop


def _full_stops(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where full stops stand before white space, and where the marks that close behind them end."""
    for marks in _MARKS.finditer(text, start, end):
        closed = marks.group().rstrip(_CLOSERS)
        stops = len(closed) - len(closed.rstrip(_STOPS))
        if stops:
            yield marks.start() + len(closed) - stops, marks.end()


def _abbreviated(text: str, start: int, dot: int, abbreviations: Collection[str]) -> bool:
    word = _LAST_WORD.search(text, max(start, dot - 20), dot)
    if word is None:
        return False
    last = word.group()
    if last == "X" and text.endswith(" on ", start, word.start()):
        return False  # the platform
    return last.lower() in abbreviations or (len(last) == 1 and last.isupper()) or bool(re.fullmatch(r"\w(\.\w)+", last))


def _numbers(text: str, start: int, dot: int) -> bool:
    """'3. The ministers agreed': the number of an entry in a list."""
    return dot - start <= _ENTRY and text[start:dot].isdigit()


def split_inside(text: str, start: int, end: int, abbreviations: Collection[str]) -> list[tuple[int, int]]:
    """As `split_sentences`, but cutting within quotations too: for units of meaning, not of attribution."""
    return split_sentences(text, start, end, (), abbreviations)
