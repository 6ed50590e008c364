"""The day on which a page came out, as its date line says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from readoutdiff.parsing.story import Story, body

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_FORMS = (
    r"\b(?P<year>20\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b",
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>20\d\d)\b",
    rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>20\d\d)\b",
)
_AHEAD = 200  # characters of a block that is a date line, or of a dateline before the story


def page_date(story: Story) -> str | None:
    """The first full date above the story or in its dateline (ISO 8601), or None; dates within sentences are other days."""
    for block in story.blocks:
        if block.label in ("boilerplate", "headline") and block.end - block.start < _AHEAD:
            found = next(_dates(story.text[block.start : block.end]), None)
            if found:
                return found.isoformat()
        elif block.label == "body":
            found = next(_dates(_dateline(story)), None)
            return found.isoformat() if found else None
    return None


def _dateline(story: Story) -> str:
    """What stands before the first words of the story."""
    first = next(body(story), None)
    return story.text[first.start : story.tokens[first.first].start] if first is not None else ""


def _dates(text: str) -> Iterator[date]:
    if "20" not in text:
        return
    for form in _FORMS:
        for match in re.finditer(form, text):
            parts = match.groupdict()
            month = parts.get("number") or _number(parts["month"])
            try:
                yield date(int(parts["year"]), int(month), int(parts["day"]))
            except ValueError:
                continue


def _number(month: str) -> int:
    """1 for 'January' or 'Jan', 0 for what is no month."""
    short = month.lower()[:3]
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0
