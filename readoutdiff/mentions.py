"""Where a text names parties: a dictionary keyed by a name's first word, never one large pattern."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from readoutdiff.knowledge import Knowledge, PartyEntry
from readoutdiff.tokens import Token, tokenize


class Mention(NamedTuple):
    """tokens[first:end] name one of `parties` (several for a shared name)."""

    first: int
    end: int
    kind: str
    parties: tuple[str, ...]


class Name(NamedTuple):
    """A name as its words, what kind of name it is, and whose."""

    keys: tuple[str, ...]
    kind: str
    parties: tuple[str, ...]


NameIndex = Mapping[str, Sequence[Name]]


@cache
def name_index(knowledge: Knowledge) -> NameIndex:
    """All names by their first word, longer ones first. Titles are matched in any case."""
    owners: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for party in knowledge.party:
        for kind, name in party.named():
            words = tokenize(name.lower() if kind == "title" else name)
            keys = tuple(t.key for t in words) if kind != "title" else tuple(t.low for t in words)
            if kind == "capital":  # datelines: 'ABU DHABI, Sept 22'
                owners[tuple(key.upper() for key in keys)].setdefault(party.id, kind)
            owners[keys].setdefault(party.id, _part_of_own(party, name) if kind == "shared" else kind)
    index: dict[str, list[Name]] = defaultdict(list)
    for keys, parties in owners.items():
        kinds = set(parties.values())
        index[keys[0]].append(Name(keys, min(kinds), tuple(parties)))
    for names in index.values():
        names.sort(key=lambda name: -len(name.keys))
    return dict(index)


def _part_of_own(party: PartyEntry, name: str) -> str:
    """A shared name is an office, unless it is a word of the party's own name ('Korean')."""
    if name in party.adjective.split():
        return "adjective"
    return "country" if name in party.name.split() else "office"


def find_mentions(tokens: Sequence[Token], index: NameIndex) -> dict[int, Mention]:
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


def _mention_at(tokens: Sequence[Token], at: int, index: NameIndex) -> Mention | None:
    token = tokens[at]
    for name in (*index.get(token.key, ()), *(index.get(token.low, ()) if token.key != token.low else ())):
        end = at + len(name.keys)
        words = tokens[at:end]
        same = tuple(t.low if name.kind == "title" else t.key for t in words) == name.keys
        if same and not any(t.possessive for t in words[:-1]):
            return Mention(at, end, name.kind, name.parties)
    return None
