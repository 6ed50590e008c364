"""Text of an input in Markdown: it is shown as it stands, and nothing of it is markup, in whichever dialect."""

from __future__ import annotations

import re

from readoutdiff.render.shown import plain

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ACTS = re.compile(
    r"[&<>]"
    r"|(?:@|\#(?=\d))+"  # a mention, an address, the number of an issue
    r"|[\\`*_\[\]{}~|$^=\#]"
    r"|:(?=//)|(?<=www)\.|(?<=\w)\.(?=(?:[a-z]{2}|com|edu|gov|info|net|org)\b)",  # addresses, which some link wherever they stand
    re.IGNORECASE | re.VERBOSE,
)
_BEGINS = re.compile(r"(\d*)([-+:!.)])")  # a list, a definition, a note


def escaped(text: str) -> str:
    r"""One line of Markdown that reads as the text.

    A mention and an issue's number stand as code: of these a backslash would not keep a forge from linking them.

    >>> escaped("*Peru* [paid](http://example.org) <b>$5</b> to @lima")
    '\\*Peru\\* \\[paid\\](http\\://example\\.org) &lt;b&gt;\\$5&lt;/b&gt; to `@`lima'
    >>> escaped("1. First")
    '1\\. First'
    """
    line = plain(text)
    begins = _BEGINS.match(line)
    head, rest = (f"{begins[1]}\\{begins[2]}", line[begins.end() :]) if begins else ("", line)
    return head + _ACTS.sub(_safe, rest)


def _safe(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in _ENTITIES:
        return _ENTITIES[sign]
    is_reference = sign[0] == "@" or (sign[0] == "#" and found.string[found.end() : found.end() + 1].isdigit())
    return f"`{sign}`" if is_reference else f"\\{sign}"
