"""What is taken out of a file, and how much of it at most."""

from __future__ import annotations

from readoutdiff.errors import InputError
from readoutdiff.value import Value

LIMIT = 10 * 1024 * 1024  # bytes, of a file and of what is packed in it
OPTIONAL_HYPHEN = "\u00ad"  # where a word may be cut at the end of a line: no character of a text that has no lines yet


class Content(Value, frozen=True, kw_only=True):
    """The text of a file and what the file says of it; `notes` are what its reader should know of how it was read.

    `encoding` is the encoding of the text, or 'docx' or 'pdf'; `date` is ISO 8601.
    """

    text: str
    encoding: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()


def refuse_size(size: int, name: str, what: str = "is") -> None:
    """Raises InputError for more bytes than a text of one article can have."""
    if size > LIMIT:
        raise InputError(f"{name}: {what} over 10 MiB; give the text of one article")
