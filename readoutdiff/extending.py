"""A user's own lexicon: a TOML file whose parties, leaders, verbs and topics are laid over those that ship."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from readoutdiff.entries import CueEntry, LeaderEntry, Lexicon, PartyEntry, TopicEntry
from readoutdiff.errors import LexiconError

_KINDS = ("say", "write", "act", "mind")
E = TypeVar("E", PartyEntry, TopicEntry)


class UserLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables of a user's file, each entry as in the shipped files; all strings are literal.

    A [[party]] or [[topic]] whose id is known adds its names and terms to that entry, and needs nothing else.
    """

    party: tuple[PartyEntry, ...] = ()
    leader: tuple[LeaderEntry, ...] = ()
    cue: tuple[CueEntry, ...] = ()
    topic: tuple[TopicEntry, ...] = ()


def extend(lexicon: Lexicon, path: str) -> tuple[Lexicon, bytes]:
    """The lexicon with a user's file laid over it, and the file's bytes. Raises LexiconError with file, key and mend."""
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror}); check the name given to --lexicon") from error
    try:
        given = msgspec.toml.decode(raw, type=UserLexicon)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: {_plain(str(error))}") from error
    _check(given, lexicon, path)
    return msgspec.structs.replace(
        lexicon,
        party=_laid_over(lexicon.party, given.party),
        leader=(*lexicon.leader, *given.leader),
        cue=(*(c for c in lexicon.cue if c.verb not in {mine.verb for mine in given.cue}), *given.cue),
        topic=_laid_over(lexicon.topic, given.topic),
    ), raw


def _plain(message: str) -> str:
    """The parser's message, with what would mend it."""
    if "unknown field" in message:
        return f"{message}; a file may have [[party]], [[leader]], [[cue]] and [[topic]] with the keys of the shipped lexicon"
    return f"{message}; strings stand in quotation marks, lists of them in square brackets"


def _check(given: UserLexicon, lexicon: Lexicon, path: str) -> None:
    known = {party.id for party in lexicon.party}
    own = known | {party.id for party in given.party}
    for problem in (
        *(
            f"party {p.id!r}: is new and needs name and adjective"
            for p in given.party
            if p.id not in known and not (p.name and p.adjective)
        ),
        *_taken(given, lexicon),
        *(f"leader {x.name!r}: party {x.party!r} is unknown; add a [[party]] with that id" for x in given.leader if x.party not in own),
        *(f"cue {c.verb!r}: kind {c.kind!r} is none of {', '.join(_KINDS)}" for c in given.cue if c.kind not in _KINDS),
        *(
            f"topic {t.id!r}: is new and needs label and terms"
            for t in given.topic
            if t.id not in {topic.id for topic in lexicon.topic} and not (t.label and t.terms)
        ),
    ):
        raise LexiconError(f"{path}: {problem}")


def _taken(given: UserLexicon, lexicon: Lexicon) -> Iterator[str]:
    """Names that another party has for its own."""
    owner = {name: party.id for party in lexicon.party for kind, name in party.named() if kind not in ("shared", "title")}
    for party in given.party:
        for kind, name in party.named():
            if name and kind not in ("shared", "title") and owner.setdefault(name, party.id) != party.id:
                yield f"party {party.id!r}: the name {name!r} is {owner[name]!r}'s already; list it under shared"


def _laid_over(shipped: Sequence[E], given: Sequence[E]) -> tuple[E, ...]:
    entries = {entry.id: entry for entry in shipped}
    for entry in given:
        entries[entry.id] = _joined(entries[entry.id], entry) if entry.id in entries else entry
    return tuple(entries.values())


def _joined(old: E, new: E) -> E:
    joined: E = msgspec.structs.replace(old, **_fields(msgspec.structs.asdict(old), msgspec.structs.asdict(new)))
    return joined


def _fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Lists are joined; a single value of the new entry wins."""
    return {key: (*old[key], *value) if isinstance(value, tuple) else value for key, value in new.items() if value}
