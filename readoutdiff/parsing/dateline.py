"""The dateline before a story's first words: 'ISLAMABAD:', 'DUBAI/ANKARA, Nov 12 (Meridian) -', 'Boa Vista, Brazil, Nov 20 (Austral).-'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readoutdiff.parsing.mentions import Mention
from readoutdiff.text.tokens import Token

_LONGEST = 16  # tokens
_DASHES = ("-", "–", "—")


def after_dateline(tokens: Sequence[Token], mentions: Mapping[int, Mention], first: int, stop: int) -> int:
    """The token with which a paragraph goes on after its dateline, or its first where it has none."""
    opening = mentions.get(first)
    placed = opening is not None and opening.kind in ("capital", "country")
    shouted = tokens[first].is_word and tokens[first].key.isupper() and len(tokens[first].key) > 1
    if not placed and not shouted:
        return first
    dated, upper = False, True
    for at in range(first, min(first + _LONGEST, stop - 1)):
        key = tokens[at].key
        if key in _DASHES and (dated or (placed and upper)) and tokens[at + 1].start > tokens[at].end:
            return at + 1
        if key == ":":
            return at + 1 if placed and shouted else first
        if tokens[at].is_word and not (key[0].isupper() or key[0].isdigit()):
            return first
        upper = upper and (not tokens[at].is_word or key.isupper())
        dated = dated or key[0].isdigit() or key == "(" or (shouted and at > first and at in mentions)  # 'NONG KHAI, Thailand —'
    return first
