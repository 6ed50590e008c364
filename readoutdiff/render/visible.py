"""Text of an input as data: what would act in a terminal or a page is made visible."""

from __future__ import annotations

import unicodedata

_ACTING = ("Cc", "Cf", "Cs", "Co")  # controls, directions and other formats, halves of characters, private use
_HARMLESS = "\u200c\u200d\u00ad"  # joiners, without which some scripts cannot be read, and the soft hyphen


def visible(text: str) -> str:
    r"""The text with a replacement character for each that would act; white space stays, and so does every place.

    >>> visible("a\u202eb\x1b[0m")
    'a\ufffdb\ufffd[0m'
    """
    if text.isprintable():
        return text
    return "".join("\ufffd" if unicodedata.category(c) in _ACTING and c not in _HARMLESS and not c.isspace() else c for c in text)
