"""A saved web page: its story, without what stands around it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from readoutdiff.errors import InputError
from readoutdiff.reading.content import OPTIONAL_HYPHEN, Content
from readoutdiff.reading.extras import needed

_BLOCKS = frozenset(("body", "main", "p", "head", "item", "list", "quote", "table", "row", "cell", "ab", "div", "code", "doc"))
_STATEMENTS = (
    r"<meta[^<>]{0,999}>|<link[^<>]{0,999}>|\"datePublished\"\s{0,9}:\s{0,9}\"[^\"]{0,40}"
    r"|<time[^<>]{0,200}(?:pubdate|datePublished)[^<>]{0,200}>"
)
_LOGGERS = ("trafilatura", "htmldate", "courlan")
_DATES = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}  # a date that the page states, no guess


def read_page(decoded: Content, name: str, url: str | None = None) -> Content:
    """The story of a page, one paragraph to a block, with the title, the date and the address that the page states."""
    trafilatura = needed("trafilatura", "web", name, "a web page")
    for logger in _LOGGERS:  # what is wrong with a page is said once, by the error
        logging.getLogger(logger).addHandler(logging.NullHandler())
    try:
        found = trafilatura.bare_extraction(
            _whole(decoded.text), include_comments=False, favor_recall=True, with_metadata=True, date_extraction_params=_DATES
        )
        paragraphs = list(_paragraphs(found.body)) if found is not None else []
    except Exception as error:  # a parser of foreign pages may fail in any way
        raise InputError(f"{name}: is a web page that cannot be read; save its story as plain text") from error
    if not paragraphs:
        raise InputError(f"{name}: is a web page on which no story was found; save its story as plain text")
    return Content(
        text="\n\n".join(paragraphs) + "\n",
        encoding=decoded.encoding,
        title=found.title or None,
        date=_stated(found.date, decoded.text),
        url=url or _address(found.url),
        notes=decoded.notes,
    )


def _whole(page: str) -> str:
    """A part of a page as a page."""
    low = page.lower()
    return page if "<html" in low or "<!doctype" in low else f"<html><body>{page}</body></html>"


def _stated(day: str | None, page: str) -> str | None:
    """A day (ISO 8601) that the page says of itself; other dates on it are those of other stories."""
    if not day:
        return None
    written = re.compile(day.replace("-", "[-/]?"))
    return day if any(written.search(stated) for stated in re.findall(_STATEMENTS, page, re.IGNORECASE)) else None


def _address(url: str | None) -> str | None:
    return url if url and url.startswith(("https://", "http://")) else None


def _paragraphs(body: Any) -> Iterator[str]:
    """The blocks of trafilatura's tree; `lb` breaks a line, an item of a list bears its bullet as on the page."""
    from lxml.etree import iterwalk

    said = ""
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            if _tidy(said):
                yield _tidy(said)
            said = "• " if event == "start" and element.tag == "item" else ""
        if event == "start":
            said += ("\n" if element.tag == "lb" else "") + _spaced(element.text)
        else:
            said += _spaced(element.tail)
    if _tidy(said):
        yield _tidy(said)


def _spaced(text: str | None) -> str:
    """White space of the page's source is one space."""
    return re.sub(r"\s+", " ", (text or "").replace(OPTIONAL_HYPHEN, ""))


def _tidy(said: str) -> str:
    """Lines without white space around them or twice; two breaks part paragraphs; nothing for a bullet alone."""
    lines = re.sub(r" *\n *", "\n", re.sub(" +", " ", said)).strip()
    tidy = re.sub(r"\n{2,}", "\n\n", lines)
    return "" if tidy == "•" else tidy
