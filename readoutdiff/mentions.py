"""Where a text names parties: a dictionary keyed by a name's first word, never one large pattern."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from readoutdiff.knowledge import Index, Name
from readoutdiff.tokens import Token


class Mention(NamedTuple):
    """tokens[first:end] name one of `parties` (several for a shared name)."""

    first: int
    end: int
    kind: str
    parties: tuple[str, ...]


def find_mentions(tokens: Sequence[Token], index: Index[Name]) -> dict[int, Mention]:
    """The mentions in a run of tokens by the place of their first token; they do not overlap."""
    found: dict[int, Mention] = {}
    at = 0
    while at < len(tokens):
        mention = _mention_at(tokens, at, index)
        if mention:
            found[at] = mention
            at = mention.end
        else:
            at += 1
    return found


def _mention_at(tokens: Sequence[Token], at: int, index: Index[Name]) -> Mention | None:
    token = tokens[at]
    names = index.get(token.key)
    if token.key != token.low:
        names = (*names, *index.get(token.low))
    for name in names:
        end = at + len(name.keys)
        words = tokens[at:end]
        same = tuple(t.low if name.kind == "title" else t.key for t in words) == name.keys
        if same and not any(t.possessive for t in words[:-1]):
            return Mention(at, end, name.kind, name.parties)
    return None
