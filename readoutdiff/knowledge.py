"""What the program knows of the world and of English, read from the TOML files of lexicon/."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from readoutdiff.errors import LexiconError
from readoutdiff.furniture import Furniture

T = TypeVar("T")
FILES = ("parties", "cues", "grammar", "abbreviations", "furniture", "languages", "topics", "synonyms", "leaders")


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of a lexicon file; unknown keys are errors."""


class PartyEntry(Entry, frozen=True):
    """A government or organisation, and what it goes by."""

    id: str
    name: str
    adjective: str
    example: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()

    def named(self) -> Iterator[tuple[str, str]]:
        """(kind, name) of each of its names."""
        yield "country", self.name
        yield "adjective", self.adjective
        for kind in ("names", "adjectives", "people", "capitals", "seats", "offices", "titles", "agencies", "shared"):
            for name in getattr(self, kind):
                yield _KINDS[kind], name


_KINDS = {
    "names": "country",
    "adjectives": "adjective",
    "people": "people",
    "capitals": "capital",
    "seats": "seat",
    "offices": "office",
    "titles": "title",
    "agencies": "agency",
    "shared": "shared",
}


class Cue(Entry, frozen=True):
    """A reporting verb; `follow` lists the words one of which must come next."""

    verb: str
    kind: str
    example: str
    strong: bool = False
    forms: tuple[str, ...] = ()
    follow: frozenset[str] = frozenset()

    def all_forms(self) -> Iterator[str]:
        """Its inflected forms, regular ones by rule."""
        yield self.verb
        yield from self.forms or _regular(self.verb)


class Leader(Entry, frozen=True):
    """A holder of national office, and when in office; `to` is none for the present holder."""

    party: str
    name: str
    from_: date = msgspec.field(name="from")
    to: date | None = None
    also: tuple[str, ...] = ()


class Language(Entry, frozen=True):
    """A language by its small words."""

    id: str
    name: str
    words: frozenset[str]
    example: str
    served: bool = False


class Script(Entry, frozen=True):
    """A language, or several, by the letters it is written in."""

    id: str
    name: str
    first: str
    last: str
    example: str


class TopicEntry(Entry, frozen=True):
    """A diplomatic topic and the terms that raise it; `not_` are longer terms that do not."""

    id: str
    label: str
    terms: tuple[str, ...]
    example: str
    not_: tuple[str, ...] = msgspec.field(name="not", default=())
    near_miss: str | None = None


class Synonyms(Entry, frozen=True):
    """Terms that stand for one another in readouts."""

    terms: tuple[str, ...]
    example: tuple[str, str]
    note: str | None = None


class WordList(Entry, frozen=True):
    """Words with an example sentence."""

    words: tuple[str, ...]
    example: str


class Heads(Entry, frozen=True):
    """Nouns that name sources, by what kind of source they name."""

    paper: frozenset[str]
    post: frozenset[str]
    institution: frozenset[str]
    side: frozenset[str]
    spokes: frozenset[str]
    principal: frozenset[str]
    outside: frozenset[str]
    seat_of: dict[str, str]
    examples: tuple[str, ...]


class Words(Entry, frozen=True):
    """Small words by their place in a noun phrase or before a verb."""

    determiners: frozenset[str]
    modifiers: frozenset[str]
    connectors: frozenset[str]
    complements: frozenset[str]
    between: frozenset[str]
    months: frozenset[str]
    honorifics: frozenset[str]
    examples: tuple[str, ...]


class Phrases(Entry, frozen=True):
    """Fixed phrases, by what they say of the sentence."""

    according: tuple[str, ...]
    own_account: tuple[str, ...]
    passive: tuple[str, ...]
    omission: tuple[str, ...]
    no_comment: tuple[str, ...]
    publication: tuple[str, ...]
    outlet: tuple[str, ...]
    elsewhere: tuple[str, ...]
    call: tuple[str, ...]
    joint: tuple[str, ...]
    encounter: tuple[str, ...]
    counterpart: tuple[str, ...]
    strong_words: tuple[str, ...]
    examples: tuple[str, ...]


class Grammar(Entry, frozen=True):
    """How an English story names its sources."""

    heads: Heads
    words: Words
    phrases: Phrases


class Knowledge(msgspec.Struct, frozen=True, dict=True, eq=False):
    """All lexicon files, validated."""

    party: tuple[PartyEntry, ...]
    cue: tuple[Cue, ...]
    grammar: Grammar
    abbreviations: Mapping[str, WordList]
    furniture: Furniture
    language: tuple[Language, ...]
    script: tuple[Script, ...]
    topic: tuple[TopicEntry, ...]
    group: tuple[Synonyms, ...]
    leader: tuple[Leader, ...]
    digest: str

    @cached_property
    def leaders(self) -> Mapping[str, Leader]:
        """Leaders by their full names, in every listed spelling."""
        return {name: leader for leader in self.leader for name in (leader.name, *leader.also)}

    @cached_property
    def cue_forms(self) -> Mapping[str, Cue]:
        """Each inflected form and its verb."""
        return {form: cue for cue in self.cue for form in cue.all_forms()}

    @cached_property
    def parties(self) -> Mapping[str, PartyEntry]:
        """Parties by id."""
        return {party.id: party for party in self.party}

    @cached_property
    def short_words(self) -> frozenset[str]:
        """Abbreviations that do not end a sentence."""
        return frozenset(word for entry in self.abbreviations.values() for word in entry.words)


@cache
def load() -> Knowledge:
    """The lexicon that ships with the package."""
    raw: dict[str, Any] = {}
    digest = hashlib.sha256()
    for name in FILES:
        data = files("readoutdiff").joinpath("lexicon").joinpath(f"{name}.toml").read_bytes()
        digest.update(data)
        raw[name] = data
    return Knowledge(
        party=_read(raw, "parties", dict[str, tuple[PartyEntry, ...]])["party"],
        cue=_read(raw, "cues", dict[str, tuple[Cue, ...]])["cue"],
        grammar=_read(raw, "grammar", Grammar),
        abbreviations=_read(raw, "abbreviations", dict[str, WordList]),
        furniture=_read(raw, "furniture", Furniture),
        language=_read(raw, "languages", _Languages).language,
        script=_read(raw, "languages", _Languages).script,
        topic=_read(raw, "topics", dict[str, tuple[TopicEntry, ...]])["topic"],
        group=_read(raw, "synonyms", dict[str, tuple[Synonyms, ...]])["group"],
        leader=_read(raw, "leaders", dict[str, tuple[Leader, ...]])["leader"],
        digest=digest.hexdigest()[:6],
    )


class _Languages(Entry, frozen=True):
    language: tuple[Language, ...]
    script: tuple[Script, ...]


def _read(raw: Mapping[str, bytes], name: str, kind: type[T]) -> T:
    try:
        return msgspec.toml.decode(raw[name], type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LexiconError(f"lexicon/{name}.toml: {error}") from error


def _regular(verb: str) -> Iterator[str]:
    if verb.endswith(("s", "sh", "ch", "x")):
        yield verb + "es"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        yield verb[:-1] + "ies"
    else:
        yield verb + "s"
    if verb.endswith("e"):
        yield from (verb + "d", verb[:-1] + "ing")
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        yield from (verb[:-1] + "ied", verb + "ing")
    else:
        yield from (verb + "ed", verb + "ing")
