"""A user's own lexicon: a TOML file whose parties, leaders, verbs and topics are laid over those that ship."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from readoutdiff.errors import LexiconError
from readoutdiff.lexicon.entries import CueEntry, LeaderEntry, Lexicon, PartyEntry, TopicEntry
from readoutdiff.lexicon.foreign import bytes_of, from_toml
from readoutdiff.text.tokens import phrase_stems

_KINDS = ("say", "write", "act", "mind")
_KEYS = {
    "party": PartyEntry.__struct_encode_fields__,
    "leader": LeaderEntry.__struct_encode_fields__,
    "cue": CueEntry.__struct_encode_fields__,
    "topic": TopicEntry.__struct_encode_fields__,
}
E = TypeVar("E", PartyEntry, TopicEntry)


class UserLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables of a user's file, each entry as in the shipped files; all strings are literal.

    A [[party]] or [[topic]] whose id is known adds its names and terms to that entry, and needs nothing else; a [[cue]] whose
    verb is known adds its forms.
    """

    party: tuple[PartyEntry, ...] = ()
    leader: tuple[LeaderEntry, ...] = ()
    cue: tuple[CueEntry, ...] = ()
    topic: tuple[TopicEntry, ...] = ()


class UserFile(NamedTuple):
    """A user's lexicon as it was read: for processes and machines that cannot read it themselves."""

    path: str
    data: bytes


def read_user_file(path: str) -> UserFile:
    """Raises LexiconError for a file that cannot be read."""
    try:
        return UserFile(path, bytes_of(Path(path)))
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror}); check the name given to --lexicon") from error


def extend(lexicon: Lexicon, extra: UserFile) -> Lexicon:
    """The lexicon with a user's file laid over it. Raises LexiconError with file, key and mend."""
    path, raw = extra
    try:
        given = from_toml(raw, UserLexicon)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: {_plain(str(error), raw)}") from error
    _check(given, lexicon, path)
    return msgspec.structs.replace(
        lexicon,
        party=_laid_over(lexicon.party, given.party),
        leader=(*lexicon.leader, *given.leader),
        cue=_cues(lexicon.cue, given.cue),
        topic=_laid_over(lexicon.topic, given.topic),
    )


def _plain(message: str, raw: bytes) -> str:
    """The parser's message, with the entry that is meant and what would mend it."""
    place = re.search(r"\$\.(\w+)\[(\d+)\]", message)
    where = f"{_name_of(raw, place[1], int(place[2]))}: " if place else ""
    message = re.sub(r" - at `.*`$", "", message)
    unknown = re.search(r"unknown field `(\w+)`", message)
    if unknown and place:
        keys = [name.rstrip("_") for name in _KEYS[place[1]]] if place[1] in _KEYS else []
        near = difflib.get_close_matches(unknown[1], keys, 1)
        return f"{where}unknown key {unknown[1]!r}; " + (f"did you mean {near[0]!r}?" if near else f"it may have {', '.join(keys)}")
    if unknown:
        return f"unknown table {unknown[1]!r}; a file may have [[party]], [[leader]], [[cue]] and [[topic]]"
    if "Expected `date`" in message:
        return f"{where}{message}; a date stands without quotation marks, as in from = 2025-01-01"
    if "Expected `array`, got `object`" in message:
        return f"{message}; write the table with two brackets, as in [[party]]"
    if message.startswith("Expected"):
        return f"{where}{message}; strings stand in quotation marks, lists of them in square brackets"
    if "missing required field" in message:
        return f"{where}{message}; add it"
    return f"{message}; it is no TOML file"


def _name_of(raw: bytes, table: str, number: int) -> str:
    """How an entry is called: 'party 'pif'', or by its place in the file, from 1."""
    entries = tomllib.loads(raw.decode("utf-8")).get(table, [])
    entry = entries[number] if isinstance(entries, list) and number < len(entries) else {}
    name = next((entry[key] for key in ("id", "verb", "name") if isinstance(entry, dict) and isinstance(entry.get(key), str)), None)
    return f"{table} {name!r}" if name else f"[[{table}]] number {number + 1}"


def _check(given: UserLexicon, lexicon: Lexicon, path: str) -> None:
    """Raises LexiconError for the first thing that is wrong."""
    parties, topics = {party.id for party in lexicon.party}, {topic.id for topic in lexicon.topic}
    for problem in (
        *_repeated([("party", p.id) for p in given.party] + [("topic", t.id) for t in given.topic] + [("cue", c.verb) for c in given.cue]),
        *(_lacking("party", p.id, {"name": p.name, "adjective": p.adjective}) for p in given.party if p.id not in parties),
        *(_lacking("topic", t.id, {"label": t.label, "terms": t.terms}) for t in given.topic if t.id not in topics),
        *_wordless(given),
        *_taken(given, lexicon),
        *_leaders(given, parties | {party.id for party in given.party}),
        *_kinds(given.cue),
    ):
        if problem:
            raise LexiconError(f"{path}: {problem}")


def _kinds(cues: Sequence[CueEntry]) -> Iterator[str]:
    yield from (f"cue {c.verb!r}: kind {c.kind!r} is none of {', '.join(_KINDS)}; write one of them" for c in cues if c.kind not in _KINDS)


def _repeated(keys: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield from (f"{table} {key!r}: stands twice; join the two" for (table, key), times in Counter(keys).items() if times > 1)


def _lacking(table: str, key: str, needed: Mapping[str, object]) -> str:
    missing = [name for name, value in needed.items() if not value]
    return f"{table} {key!r}: is new and needs {' and '.join(missing)}; add {'it' if len(missing) == 1 else 'them'}" if missing else ""


def _wordless(given: UserLexicon) -> Iterator[str]:
    """Names, verbs and terms without a letter or digit."""
    for table, key, words in (
        *(("party", p.id, [p.id, *(name for _, name in p.named() if name is not None and name != "")]) for p in given.party),
        *(("topic", t.id, [t.id, *t.terms, *t.not_]) for t in given.topic),
        *(("cue", c.verb, [c.verb, *c.forms]) for c in given.cue),
        *(("leader", x.name, [x.name, *x.also]) for x in given.leader),
    ):
        yield from (f"{table} {key!r}: {word!r} has no word; take it out" for word in words if not any(c.isalnum() for c in word))
    for topic in given.topic:
        terms = (*topic.terms, *topic.not_)
        yield from (f"topic {topic.id!r}: {term!r} has only small words; take it out" for term in terms if not phrase_stems(term))


def _leaders(given: UserLexicon, parties: set[str]) -> Iterator[str]:
    for leader in given.leader:
        if leader.party not in parties:
            yield f"leader {leader.name!r}: party {leader.party!r} is unknown; add a [[party]] with that id"
        if leader.to and leader.to <= leader.from_:
            yield f"leader {leader.name!r}: ends on {leader.to}, before it begins on {leader.from_}; mend one of the days"


def _cues(shipped: Sequence[CueEntry], given: Sequence[CueEntry]) -> tuple[CueEntry, ...]:
    """A verb that is known keeps its forms and has the given ones too; its kind and what follows it are the given ones."""
    known = {cue.verb: cue for cue in shipped}
    for cue in given:
        old = known.get(cue.verb)
        forms = tuple(dict.fromkeys((*old.all_forms(), *cue.forms))) if old else cue.forms
        known[cue.verb] = msgspec.structs.replace(cue, forms=forms, strong=cue.strong or (old is not None and old.strong))
    return tuple(known.values())


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
