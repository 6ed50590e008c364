"""Where a text names parties: a dictionary keyed by a name's first word, never one large pattern."""

from __future__ import annotations

from collections.abc import Sequence

from readoutdiff.lexicon.drawers import Index
from readoutdiff.lexicon.tables import Name
from readoutdiff.text.tokens import Token, spelled
from readoutdiff.value import Value


class Mention(Value, frozen=True):
    """tokens[first:end] name one of `parties` (several for a shared name)."""

    first: int
    end: int
    kind: str
    parties: tuple[str, ...]


def find_mentions(tokens: Sequence[Token], index: Index[Name]) -> dict[int, Mention]:
    """The mentions in a run of tokens by the place of their first token; they do not overlap."""
    found: dict[int, Mention] = {}
    free = 0
    known = index.known
    for at, token in enumerate(tokens):
        if at < free:
            continue
        key = token.key
        names = (*known[spelled(token)], *known[key]) if token.possessive else known[key]
        titles = known[token.low] if key != token.low else ()
        if titles:  # 'EU foreign policy chief' is more than 'EU'
            names = tuple(sorted((*names, *titles), key=lambda name: -len(name.keys)))
        mention = _mention_at(tokens, at, names) if names else None
        if mention:
            found[at] = mention
            free = mention.end
    return found


def _mention_at(tokens: Sequence[Token], at: int, names: Sequence[Name]) -> Mention | None:
    most = len(tokens) - at
    for name in names:
        size = len(name.keys)
        if size > most:
            continue
        end = at + size
        title, last = name.kind == "title", tokens[end - 1]
        if (last.low if title else last.key) != name.keys[-1]:
            continue
        words = tokens[at : end - 1]
        if title:
            same = not any(t.possessive or t.low != key for t, key in zip(words, name.keys, strict=False))
        else:
            same = all(spelled(t) == key for t, key in zip(words, name.keys, strict=False))
        if same:
            return Mention(at, end, name.kind, name.parties)
    return None
