"""A PDF with a text layer: its lines as they stand on the pages, put together to paragraphs."""

from __future__ import annotations

from typing import Any

from readoutdiff.errors import InputError
from readoutdiff.reading.content import Content, refuse_size
from readoutdiff.reading.extras import needed
from readoutdiff.reading.lines import Line, lines_of
from readoutdiff.reading.properties import day_stated, real_title

_PAGES = 200  # at most
_BROWSERS = ("mozilla", "chrom", "skia", "cairo", "quartz")  # and what they print with
_PASSWORD = "password"  # noqa: S105 - as PDFium's message names what is missing


def read_pdf(raw: bytes, name: str) -> Content:
    """The text of a PDF, a blank line between paragraphs; title and day from its properties, where they are real.

    Raises InputError for a PDF without a text layer, with a password, damaged, or too long.
    """
    pdfium = needed("pypdfium2", "pdf", name, "a PDF")
    try:
        document = pdfium.PdfDocument(raw)
    except pdfium.PdfiumError as error:
        why = "is protected with a password; save it without one" if _PASSWORD in str(error) else "is a damaged PDF; save it anew"
        raise InputError(f"{name}: {why}") from error
    try:
        return _content(document, name, document.get_metadata_dict())
    except InputError:
        raise
    except Exception as error:  # a parser of foreign files may fail in any way
        raise InputError(f"{name}: is a PDF that cannot be read; save it anew, or as plain text") from error
    finally:
        document.close()


def _content(document: Any, name: str, properties: dict[str, str]) -> Content:
    from readoutdiff.reading.running import without_running
    from readoutdiff.reading.typeset import paragraphs

    title = " ".join(properties.get("Title", "").split())
    pages = _pages(document, name)
    text = "\n\n".join(paragraphs(without_running(pages, title)))
    if not text.strip():
        raise InputError(f"{name}: is a PDF without a text layer, as a scan is; run text recognition (OCR) on it, or give its text")
    empty = [str(number) for number, page in enumerate(pages, 1) if not page]
    notes = (f"no text on page {', '.join(empty)}; a scanned page is not read",) if empty else ()
    day = day_stated(_day(properties), text)
    return Content(text=text + "\n", encoding="pdf", title=real_title(title), date=day, notes=notes)


def _pages(document: Any, name: str) -> list[list[Line]]:
    if len(document) > _PAGES:
        raise InputError(f"{name}: has {len(document)} pages; give those of one article")
    pages, size = [], 0
    for page in document:
        textpage = page.get_textpage()
        size += textpage.count_chars()
        refuse_size(size, name, "holds a text of")
        pages.append(lines_of(textpage))
    return pages


def _day(properties: dict[str, str]) -> str | None:
    """'2025-05-09' of 'D:20250509063000+03'00''; None where a browser made it: then it is the day on which a reader printed it."""
    makers = f"{properties.get('Creator')} {properties.get('Producer')}".lower()
    digits = properties.get("CreationDate", "").removeprefix("D:")[:8]
    if len(digits) < 8 or not digits.isdecimal() or any(browser in makers for browser in _BROWSERS):
        return None
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
