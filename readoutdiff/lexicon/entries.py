"""The lexicon as people write it: TOML files whose entries carry examples, checked against a schema."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeVar

import msgspec

from readoutdiff.errors import LexiconError
from readoutdiff.lexicon.compiled import FOLDER
from readoutdiff.lexicon.difference_tables import DifferenceWords

T = TypeVar("T")
FILES = (
    "parties", "leaders", "offices", "cues", "grammar", "abbreviations", "furniture", "languages", "stopwords",
    "signs", "topics", "fields", "synonyms", "differences",
)  # fmt: skip


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of a lexicon file; unknown keys are errors."""


class PartyEntry(Entry, frozen=True):
    """A government or organisation, and what it goes by.

    `definite` if 'the' stands before its name, `governs` the country that a government with a name of its own has.
    """

    id: str
    name: str = ""
    definite: bool = False
    adjective: str = ""
    example: str = ""
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    governs: str | None = None

    def named(self) -> Iterator[tuple[str, str]]:
        """(kind, name) of each of its names."""
        yield from (("country", self.name), ("adjective", self.adjective)) if self.name else ()
        for field, kind in _KINDS.items():
            for name in getattr(self, field):
                yield kind, name


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


class LeaderEntry(Entry, frozen=True):
    """A holder of national office, and when in office; `to` is none for the present holder."""

    party: str
    name: str
    from_: date = msgspec.field(name="from")
    to: date | None = None
    also: tuple[str, ...] = ()


class OfficeEntry(Entry, frozen=True):
    """Titles of an office that some parties have not (`none_in`), or that some alone have (`only_in`)."""

    titles: tuple[str, ...]
    example: str
    none_in: frozenset[str] = frozenset()
    only_in: frozenset[str] = frozenset()


class CueEntry(Entry, frozen=True):
    """A reporting verb. kind: say | write | act | mind (see tables.Cue); `follow` lists the words one of which must come next."""

    verb: str
    kind: str
    example: str = ""
    strong: bool = False
    forms: tuple[str, ...] = ()
    follow: tuple[str, ...] = ()

    def all_forms(self) -> Iterator[str]:
        """Its inflected forms, regular ones by rule."""
        yield self.verb
        yield from self.forms or _regular(self.verb)


class LanguageEntry(Entry, frozen=True):
    """A language by its small words; `served` if the lexicon has it."""

    id: str
    name: str
    words: frozenset[str]
    example: str
    served: bool = False


class ScriptEntry(Entry, frozen=True):
    """A language, or several, by the letters it is written in."""

    id: str
    name: str
    first: str
    last: str
    example: str


class Languages(Entry, frozen=True):
    """Languages told by words and by script."""

    language: tuple[LanguageEntry, ...]
    script: tuple[ScriptEntry, ...]


class TopicEntry(Entry, frozen=True):
    """A diplomatic topic and the terms that raise it; `not` are longer terms that do not."""

    id: str
    label: str = ""
    terms: tuple[str, ...] = ()
    example: str = ""
    not_: tuple[str, ...] = msgspec.field(name="not", default=())
    near_miss: str | None = None


class FieldEntry(Entry, frozen=True):
    """A field of meaning, wider than a topic: words of it may raise one point in other words."""

    id: str
    words: tuple[str, ...]
    example: tuple[str, str]


class SynonymEntry(Entry, frozen=True):
    """Terms that stand for one another in readouts."""

    terms: tuple[str, ...]
    example: tuple[str, str]
    note: str | None = None


class WordList(Entry, frozen=True):
    """Words with an example sentence."""

    words: tuple[str, ...]
    example: str


class Lexicon(msgspec.Struct, frozen=True):
    """All files of the lexicon; `grammar` and `furniture` are classes of words with lists of examples."""

    party: tuple[PartyEntry, ...]
    leader: tuple[LeaderEntry, ...]
    office: tuple[OfficeEntry, ...]
    cue: tuple[CueEntry, ...]
    grammar: dict[str, dict[str, object]]
    abbreviations: dict[str, WordList]
    furniture: dict[str, dict[str, tuple[str, ...]]]
    signs: dict[str, dict[str, object]]
    languages: Languages
    stopwords: dict[str, WordList]
    topic: tuple[TopicEntry, ...]
    field: tuple[FieldEntry, ...]
    group: tuple[SynonymEntry, ...]
    differences: DifferenceWords


def raw_files() -> dict[str, bytes]:
    """The lexicon's files as they are, by name."""
    return {name: (FOLDER / f"{name}.toml").read_bytes() for name in FILES}


def digest_of(raw: Mapping[str, bytes], extra: bytes = b"") -> str:
    """Six hexadecimal digits that change with any file of the lexicon, a user's too."""
    total = hashlib.sha256()
    for name in FILES:
        total.update(raw[name])
    total.update(extra)
    return total.hexdigest()[:6]


def parse(raw: Mapping[str, bytes]) -> Lexicon:
    """Check and read the files. Raises LexiconError with the file and the key that is wrong, or has no example."""
    lexicon = Lexicon(
        party=_read(raw, "parties", dict[str, tuple[PartyEntry, ...]])["party"],
        leader=_read(raw, "leaders", dict[str, tuple[LeaderEntry, ...]])["leader"],
        office=_read(raw, "offices", dict[str, tuple[OfficeEntry, ...]])["office"],
        cue=_read(raw, "cues", dict[str, tuple[CueEntry, ...]])["cue"],
        grammar=_read(raw, "grammar", dict[str, dict[str, object]]),
        abbreviations=_read(raw, "abbreviations", dict[str, WordList]),
        furniture=_read(raw, "furniture", dict[str, dict[str, tuple[str, ...]]]),
        signs=_read(raw, "signs", dict[str, dict[str, object]]),
        languages=_read(raw, "languages", Languages),
        stopwords=_read(raw, "stopwords", dict[str, WordList]),
        topic=_read(raw, "topics", dict[str, tuple[TopicEntry, ...]])["topic"],
        field=_read(raw, "fields", dict[str, tuple[FieldEntry, ...]])["field"],
        group=_read(raw, "synonyms", dict[str, tuple[SynonymEntry, ...]])["group"],
        differences=_read(raw, "differences", DifferenceWords),
    )
    for name, entries in (("parties", lexicon.party), ("cues", lexicon.cue), ("topics", lexicon.topic)):
        for entry in entries:
            if not entry.example:
                raise LexiconError(f"lexicon/{name}.toml: {_key_of(entry)!r} has no example; add one, which a test runs")
    return lexicon


def _key_of(entry: PartyEntry | CueEntry | TopicEntry) -> str:
    return entry.verb if isinstance(entry, CueEntry) else entry.id


def _read(raw: Mapping[str, bytes], name: str, kind: type[T]) -> T:
    try:
        return msgspec.toml.decode(raw[name], type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LexiconError(f"lexicon/{name}.toml: {error}; mend it there") from error


def _regular(verb: str) -> Iterator[str]:
    consonant_y = verb.endswith("y") and verb[-2] not in "aeiou"
    if verb.endswith(("s", "sh", "ch", "x")):
        yield verb + "es"
    else:
        yield verb[:-1] + "ies" if consonant_y else verb + "s"
    if verb.endswith("e"):
        yield from (verb + "d", verb[:-1] + "ing")
    else:
        yield from (verb[:-1] + "ied" if consonant_y else verb + "ed", verb + "ing")
