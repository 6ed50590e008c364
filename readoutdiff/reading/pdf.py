"""A PDF with a text layer: its lines as they stand on the pages, put together to paragraphs."""

from __future__ import annotations

from collections.abc import Mapping

from readoutdiff.errors import InputError
from readoutdiff.reading.content import Content
from readoutdiff.reading.extras import needed
from readoutdiff.reading.leaves import Leaves, leaves_of
from readoutdiff.reading.properties import day_stated, real_title
from readoutdiff.reading.running import without_running
from readoutdiff.reading.typeset import paragraphs

_BROWSERS = ("mozilla", "chrom", "skia", "cairo", "quartz")  # and what they print with


def read_pdf(raw: bytes, name: str) -> Content:
    """The text of a PDF, a blank line between paragraphs; title and day from its properties, where they are real.

    Raises InputError for a PDF without a text layer, with a password, damaged, too long, or that takes too much time or memory.
    """
    needed("pypdfium2", "pdf", name, "a PDF")
    return typeset(leaves_of(raw, name), name)


def typeset(leaves: Leaves, name: str) -> Content:
    """The text on some pages. Raises InputError where there is none."""
    title = " ".join(leaves.properties.get("Title", "").split())
    text = "\n\n".join(paragraphs(without_running(leaves.pages, title)))
    if not text.strip():
        raise InputError(f"{name}: is a PDF without a text layer, as a scan is; run text recognition (OCR) on it, or give its text")
    empty = [str(number) for number, page in enumerate(leaves.pages, 1) if not page]
    notes = (f"no text on page {', '.join(empty)}; a scanned page is not read",) if empty else ()
    day = day_stated(_day(leaves.properties), text)
    return Content(text=text + "\n", encoding="pdf", title=real_title(title), date=day, notes=notes)


def _day(properties: Mapping[str, str]) -> str | None:
    """'2025-05-09' of 'D:20250509063000+03'00''; None where a browser made it: then it is the day on which a reader printed it."""
    makers = f"{properties.get('Creator')} {properties.get('Producer')}".lower()
    digits = properties.get("CreationDate", "").removeprefix("D:")[:8]
    if len(digits) < 8 or not digits.isdecimal() or any(browser in makers for browser in _BROWSERS):
        return None
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
