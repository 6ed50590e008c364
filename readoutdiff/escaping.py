"""Text that others can carry: what would act in a terminal or an editor is an escape in JSON and TOML, half a character is replaced."""

from __future__ import annotations

import re
from typing import Any

import msgspec

# controls of eight bits, characters of no width, directions, separators of lines, tags; those of seven bits are escaped in any case
_ACTING = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]")
_HALF = re.compile("[\ud800-\udfff]")


def carried(text: str) -> str:
    r"""The text as UTF-8 can carry it: half a character, as a file's name may have, is a question mark; every place stays.

    >>> carried("caf\udce9")
    'caf?'
    """
    return _HALF.sub("?", text)


def as_json(value: Any) -> bytes:
    r"""A value as JSON on one line.

    >>> as_json(["a\u202eb", "é"]).decode()
    '["a\\u202eb","é"]'
    """
    data = msgspec.json.encode(value)
    return data if data.isascii() else _ACTING.sub(_in_json, data.decode("utf-8")).encode("utf-8")


def as_indented_json(value: Any) -> bytes:
    """A value as JSON on lines of its own, the last of them ended."""
    return msgspec.json.format(as_json(value), indent=1) + b"\n"


def in_toml(text: str) -> str:
    r"""TOML without literal strings, so escaped.

    >>> in_toml('a = "b\u202e"')
    'a = "b\\u202e"'
    """
    return text if text.isascii() else _ACTING.sub(_in_toml, text)


def _in_json(found: re.Match[str]) -> str:
    data = found[0].encode("utf-16-be")
    return "".join(f"\\u{data[n : n + 2].hex()}" for n in range(0, len(data), 2))


def _in_toml(found: re.Match[str]) -> str:
    place = ord(found[0])
    return f"\\u{place:04x}" if place < 0x10000 else f"\\U{place:08x}"
