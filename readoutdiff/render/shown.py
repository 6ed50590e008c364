"""Text from outside on a terminal: nothing in it acts, all of it can be carried, and columns keep their places beside it."""

from __future__ import annotations

import re

_SPACE = re.compile(r"\s+")
LEFT_TO_RIGHT = "\u200e"  # a mark of no width, for terminals that order lines both ways
_SOFT_HYPHEN = "\u00ad"  # some terminals show it, some do not: columns would not stand under each other


def legible(text: str, encoding: str = "utf-8") -> str:
    """The text with nothing in it that acts (see visible.py) or that only hides, as `encoding` can carry it."""
    if not text.isprintable():
        from readoutdiff.render.visible import visible

        text = _without_joiners(visible(text).replace(_SOFT_HYPHEN, ""))
    return text if encoding == "utf-8" or text.isascii() else text.encode(encoding, "replace").decode(encoding)


def in_line(text: str, encoding: str = "utf-8") -> str:
    r"""The same on one line, runs of white space as one space, also where the text begins and ends with one.

    >>> in_line("a\x00b\x1b[0m\u202e\n c")
    'a\ufffdb\ufffd[0m\ufffd c'
    """
    return legible(_SPACE.sub(" ", text), encoding)


def plain(text: str, encoding: str = "utf-8") -> str:
    """The same with no space at the ends."""
    return legible(" ".join(text.split()), encoding)


def _without_joiners(text: str) -> str:
    """Persian, Hindi and emoji need joiners of no width; beside a Latin letter they would only hide."""
    return re.sub(r"(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])", "\ufffd", text)


def is_right_to_left(text: str) -> bool:
    """Whether Hebrew or Arabic stands in a text."""
    return not text.isascii() and any("\u0590" <= c <= "\u08ff" or "\ufb1d" <= c <= "\ufefc" for c in text)


def in_place(text: str) -> str:
    """A text so marked that what stands beside it stays where it is, Hebrew or Arabic though it be."""
    return f"{text}{LEFT_TO_RIGHT}" if is_right_to_left(text) else text
