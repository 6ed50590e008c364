"""What the program knows of the world and of English, as tables made for looking up.

The tables are compiled from the TOML files of lexicon/. An installed package carries them compiled; where the files
have changed since, they are compiled anew, so that what is used is always what the files say.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from readoutdiff.furniture import Furniture

COMPILED = "compiled.json"


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the lexicon."""


class PartyNames(Table, frozen=True):
    """What reports call a party, and every name it goes by ('title' names excepted)."""

    name: str
    adjective: str
    names: tuple[str, ...]


class Name(msgspec.Struct, frozen=True, array_like=True):
    """A name as its words, what kind of name it is, and whose (several parties for a shared one)."""

    keys: tuple[str, ...]
    kind: str
    parties: tuple[str, ...]


class Cue(Table, frozen=True):
    """A reporting verb: say (takes what was said), write (a post), act (a speech act with an object)."""

    verb: str
    kind: str
    strong: bool = False
    follow: frozenset[str] = frozenset()


class Term(msgspec.Struct, frozen=True, array_like=True):
    """Stems in a row, and what they stand for: a topic, a field, a synonym; None for a near-miss."""

    stems: tuple[str, ...]
    meaning: str | None


class Heads(Table, frozen=True):
    """Nouns that name sources, by what kind of source they name; `seat_of` says whose office a seat is."""

    paper: frozenset[str]
    post: frozenset[str]
    institution: frozenset[str]
    side: frozenset[str]
    spokes: frozenset[str]
    principal: frozenset[str]
    outside: frozenset[str]
    seat_of: dict[str, str]


class Words(Table, frozen=True):
    """Small words by their place in a noun phrase or before a verb."""

    determiners: frozenset[str]
    modifiers: frozenset[str]
    connectors: frozenset[str]
    owning: frozenset[str]
    complements: frozenset[str]
    between: frozenset[str]
    months: frozenset[str]
    days: frozenset[str]
    honorifics: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]
    past: frozenset[str]
    being: frozenset[str]
    joiners: frozenset[str]
    clause_words: frozenset[str]
    clause_openers: frozenset[str]
    further: frozenset[str]


class Verbs(Table, frozen=True):
    """Verb forms that need care when they follow a source."""

    auxiliaries: frozenset[str]
    modals: frozenset[str]
    plural_nouns: frozenset[str]
    unchanged_past: frozenset[str]
    wordings: frozenset[str]
    listing: frozenset[str]


class Phrases(Table, frozen=True):
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


class Grammar(Table, frozen=True):
    """How an English story names its sources."""

    heads: Heads
    words: Words
    verbs: Verbs
    phrases: Phrases


class Language(Table, frozen=True):
    """A language by its small words."""

    id: str
    name: str
    words: frozenset[str]
    served: bool


class Script(Table, frozen=True):
    """A language, or several, by the letters it is written in."""

    id: str
    name: str
    first: str
    last: str


class Knowledge(msgspec.Struct, frozen=True, eq=False):
    """All tables. `names`, `topics`, `fields` and `synonyms` are keyed by first word or stem, longer entries first."""

    digest: str
    parties: dict[str, PartyNames]
    names: dict[str, tuple[Name, ...]]
    leaders: dict[str, str]
    cues: dict[str, Cue]
    grammar: Grammar
    heads: dict[str, str]
    abbreviations: frozenset[str]
    furniture: Furniture
    languages: tuple[Language, ...]
    scripts: tuple[Script, ...]
    empty: frozenset[str]
    labels: dict[str, str]
    topics: dict[str, tuple[Term, ...]]
    fields: dict[str, tuple[Term, ...]]
    synonyms: dict[str, tuple[Term, ...]]


@cache
def load() -> Knowledge:
    """The lexicon that ships with the package."""
    from readoutdiff.entries import digest_of, parse, raw_files

    raw = raw_files()
    folder = files("readoutdiff").joinpath("lexicon").joinpath(COMPILED)
    if folder.is_file():
        compiled = folder.read_bytes()
        if compiled.startswith(f'{{"digest":"{digest_of(raw)}"'.encode()):
            return msgspec.json.decode(compiled, type=Knowledge)
    from readoutdiff.compiling import compile_tables

    return compile_tables(parse(raw), digest_of(raw))
