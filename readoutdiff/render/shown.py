"""Text from outside as data: what would act on a terminal is made visible."""

from __future__ import annotations

LEFT_TO_RIGHT = "\u200e"  # a mark of no width, for terminals that order lines both ways
_REPLACED = "\ufffd"
_JOINERS = "\u200c\u200d"  # within words of Persian or Hindi, and in emoji
_SOFT_HYPHEN = "\u00ad"


def visible(text: str, encoding: str = "utf-8") -> str:
    """The text with control, direction and zero-width characters replaced by a visible sign, as `encoding` can carry it."""
    if text.isascii() and text.isprintable():
        return text
    if not text.isprintable():
        text = "".join(_shown(text, i) for i in range(len(text)))
    return text if encoding == "utf-8" else text.encode(encoding, "replace").decode(encoding)


def plain(text: str, encoding: str = "utf-8") -> str:
    """The same on one line, runs of white space as one space."""
    return visible(" ".join(text.split()), encoding)


def is_right_to_left(text: str) -> bool:
    """Whether Hebrew or Arabic stands in a text."""
    return not text.isascii() and any("\u0590" <= c <= "\u08ff" or "\ufb1d" <= c <= "\ufefc" for c in text)


def in_place(text: str) -> str:
    """A text so marked that what stands beside it stays where it is, Hebrew or Arabic though it be."""
    return f"{text}{LEFT_TO_RIGHT}" if is_right_to_left(text) else text


def _shown(text: str, at: int) -> str:
    char = text[at]
    if char == _SOFT_HYPHEN:
        return ""
    if char in _JOINERS and 0 < at < len(text) - 1 and not (text[at - 1].isascii() or text[at + 1].isascii()):
        return char
    import unicodedata

    acts = unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    return _REPLACED if acts else char
