"""Text of an input as data: what would act in a terminal or a page is made visible."""

from __future__ import annotations

import unicodedata

_ACTING = ("Cc", "Cf", "Cs", "Co")  # controls, directions and other formats, halves of characters, private use
_NO_LETTERS = "\ufffe\uffff"  # XML has none of them
_HARMLESS = "\u200c\u200d\u00ad"  # joiners, without which some scripts cannot be read, and the soft hyphen


def visible(text: str) -> str:
    r"""The text with a replacement character for each that would act; white space stays, and so does every place.

    >>> visible("a\u202eb\x1b[0m")
    'a\ufffdb\ufffd[0m'
    """
    if text.isprintable():
        return text
    return "".join("\ufffd" if _acts(c) else c for c in text)


def _acts(sign: str) -> bool:
    return sign in _NO_LETTERS or (unicodedata.category(sign) in _ACTING and sign not in _HARMLESS and not sign.isspace())
