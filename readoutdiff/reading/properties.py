"""What a file says of itself, where it is real: programs fill in titles and dates that nobody gave."""

from __future__ import annotations

import datetime
import re

_MADE_UP = re.compile(r"(?i)microsoft word|untitled|word document|powerpoint presentation|.*\.\w{2,5}$|[\W\d_]*$")
_EARLIEST = 1990  # a year; clocks that were never set say 1970 or 1980


def real_title(title: str | None) -> str | None:
    """A title in words; None for what a program made up ('Microsoft Word - readout.docx').

    >>> real_title("Microsoft Word - readout final.docx"), real_title(" Readout of the call ")
    (None, 'Readout of the call')
    """
    tidy = " ".join((title or "").split())
    return tidy if tidy and not _MADE_UP.match(tidy) else None


def day_stated(day: str | None, text: str) -> str | None:
    """The day a file was made (ISO 8601), if it is one and the text has no date line: when it came out outweighs when it was made."""
    try:
        made = datetime.date.fromisoformat(day or "")
    except ValueError:
        return None
    if made.year < _EARLIEST:
        return None
    from readoutdiff.attribution.dates import page_date
    from readoutdiff.lexicon.knowledge import load
    from readoutdiff.parsing.story import take_apart

    return None if page_date(take_apart(text, load())) else made.isoformat()
