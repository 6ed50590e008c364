"""What runs along the edges of a PDF's pages: heads, feet, page numbers, what a browser prints there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from readoutdiff.reading.lines import Line

_EDGE = 2  # lines at the top and at the bottom of a page that may be running ones
_NUMBER = re.compile(r"(?i)(?:page\s*)?[-–—]?\s*\d{1,4}\s*(?:(?:/|of)\s*\d{1,4})?\s*[-–—]?$")
_PRINTED = re.compile(r"\S+:\S+\s+\d{1,4}/\d{1,4}$")  # a browser's foot: address and number
_DIGITS = re.compile(r"\d+")


def without_running(pages: Sequence[Sequence[Line]], title: str) -> list[list[Line]]:
    """The pages without running lines. Of a head that runs through the pages the first stays: it may tell the day."""
    edges = [_edges(page) for page in pages]
    often = Counter(key for top, bottom in edges for key in {_key(line) for line in (*top, *bottom)})
    kept, told = [], set[str]()
    for page, (top, bottom) in zip(pages, edges, strict=True):
        gone = {line for line in (*top, *bottom) if _is_number(line.text) or _is_browsers(line.text, title)}
        gone |= {line for line in bottom if often[_key(line)] > 1}
        gone |= {line for line in top if often[_key(line)] > 1 and _key(line) in told}
        told |= {_key(line) for line in top}
        kept.append([line for line in page if line not in gone])
    return kept


def _edges(page: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The highest and the lowest lines of a page; of a short page none is both."""
    falling = sorted(page, key=lambda line: -line.base)
    edge = min(_EDGE, len(falling) // 2)
    return falling[:edge], falling[len(falling) - edge :]


def _key(line: Line) -> str:
    """Lines that differ in their numbers only are one running line."""
    return _DIGITS.sub("#", line.text)


def _is_number(text: str) -> bool:
    return bool(_NUMBER.match(text))


def _is_browsers(text: str, title: str) -> bool:
    """'09/05/2025, 06:30 Readout of the call', 'https://ministry.example/readout 1/2'."""
    return bool(_PRINTED.match(text)) or (bool(title) and text[:1].isdigit() and text.endswith(title) and len(text) - len(title) < 25)
