"""A page saved as a single file (MHTML): one of its parts is the page."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from readoutdiff.errors import InputError
from readoutdiff.reading.content import Content
from readoutdiff.reading.decoding import decode
from readoutdiff.reading.page import read_page


def read_archive(raw: bytes, name: str, encoding: str | None) -> Content:
    """The story of the page in an archive; its address is the one it was saved from."""
    try:
        saved = message_from_bytes(raw)
        page = next((part for part in saved.walk() if part.get_content_type() == "text/html"), None)
        data = page.get_payload(decode=True) if page else None
    except Exception as error:  # a parser of foreign files may fail in any way
        raise InputError(f"{name}: is a saved page that cannot be read; save its story as plain text") from error
    if page is None or not isinstance(data, bytes):
        raise InputError(f"{name}: is a saved page without a page in it; save it again, or its story as plain text")
    return read_page(decode(data, name, encoding or page.get_content_charset()), name, _address(saved))


def _address(saved: Message) -> str | None:
    address = str(saved.get("Snapshot-Content-Location", "")).strip()
    return address if address.startswith(("https://", "http://")) else None
