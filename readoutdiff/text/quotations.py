"""Quotations: where a block's quotation marks open and close."""

from __future__ import annotations

import re
from typing import NamedTuple

_CLOSERS = {"“": '”"', "„": '“”"', "«": "»", "「": "」", '"': '"”', "‘": "’'", "'": "'’"}
_SINGLE = "‘'"
OPENERS = frozenset("“„«「\"‘'")
_OPENER = re.compile(r"[^\w\s.,]")  # any that may be one: a class of just these marks takes far longer to compile


class Quotation(NamedTuple):
    """Text from its opening mark to the character after its closing mark; not closed: it goes on in the next block."""

    start: int
    end: int
    closed: bool


def find_quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The outermost quotations of text[start:end], in order.

    A mark inside a word is an apostrophe. A double mark that is never closed runs to the end of the block
    (newspapers leave a quotation open where the next paragraph goes on with it); a single one is then no quotation.
    """
    if text.startswith(">", start):  # a block quotation, as mail and Markdown mark it
        return [Quotation(start, end, True)]
    found, unclosed, at = [], set[str](), start
    while opener := _OPENER.search(text, at, end):
        at = opener.start()
        if text[at] in OPENERS and _opens(text, at, start):
            close = _closing(text, at, end) if text[at] not in unclosed else None
            if close is not None:
                found.append(Quotation(at, close + 1, True))
                at = close
            elif text[at] not in _SINGLE and _leads(text, at, start):
                return [*found, Quotation(at, end, False)]
            else:
                unclosed.add(text[at])  # no later mark of the kind is closed either
        at += 1
    return found


def _opens(text: str, at: int, start: int) -> bool:
    if text[at] in "“„«「":
        return True
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not (before.isalnum() or before in ".,!?…%)") and not after.isspace()


def _leads(text: str, at: int, start: int) -> bool:
    """Only a mark that opens a paragraph or a sentence, or follows a colon, may be left open; elsewhere it is a slip."""
    before = text[start:at].rstrip()
    return not before or before[-1] in ":,–—.!?"


def _closing(text: str, at: int, end: int) -> int | None:
    closers, single = _CLOSERS[text[at]], text[at] in _SINGLE
    doubtful = None
    for i in range(at + 1, end):
        if text[i] in closers and not _is_apostrophe(text, i):
            if single and _may_be_plural(text, i):
                doubtful = i if doubtful is None else doubtful
                continue
            return i
        if single and text[i] == text[at] == "‘":
            break
    return doubtful


def _is_apostrophe(text: str, at: int) -> bool:
    if text[at] not in "’'":
        return False
    return (at + 1 < len(text) and text[at + 1].isalnum() and text[at - 1].isalnum()) or text[at - 1].isspace()


def _may_be_plural(text: str, at: int) -> bool:
    """ministers’ meeting: an s before the mark and a lower-case word after it."""
    return text[at - 1] == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()
