"""What the program knows of the world and of English, as tables made for looking up.

The tables are compiled from the TOML files of lexicon/. An installed package carries them compiled; where the files
have changed since, they are compiled anew, so that what is used is always what the files say.
"""

import zlib
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from readoutdiff.drawers import Index, Known
from readoutdiff.furniture import Furniture
from readoutdiff.grammar import Grammar, Table
from readoutdiff.kept import KeptTerms, TermIndex, telling
from readoutdiff.phrases import PhraseSet
from readoutdiff.quantities import counts
from readoutdiff.tokens import word_stems

if TYPE_CHECKING:
    from readoutdiff.extending import UserFile

FOLDER = Path(__file__).parent / "lexicon"
COMPILED = "compiled.json"


class PartyNames(Table, frozen=True):
    """What reports call a party, and the names it goes by: `own` are its alone, `shared` are others' too."""

    name: str
    adjective: str
    own: tuple[str, ...]
    shared: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All its names."""
        return (*self.own, *self.shared)


class Office(Table, frozen=True):
    """Who has not the office of a title, or who alone has it."""

    none_in: frozenset[str]
    only_in: frozenset[str]

    def may_be_of(self, party: str) -> bool:
        """Whether a party can have the office."""
        return party not in self.none_in and (not self.only_in or party in self.only_in)


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


class Tenure(msgspec.Struct, frozen=True, array_like=True):
    """Whose leader somebody was, from one day (ISO 8601) to another; `end` None for still."""

    party: str
    start: str
    end: str | None

    def covers(self, day: date) -> bool:
        """Whether a day falls into it."""
        return self.start <= day.isoformat() <= (self.end or "9999")


ROLES = ("statement", "outlet", "background", "third_party")


class Signs(Table, frozen=True):
    """How much each sign speaks for what.

    For each of the roles in `ROLES`, for a side as the owner of a statement, as the side of a person, and for one point of two
    sides' statements.
    """

    role: dict[str, tuple[float, float, float, float]]
    owner: dict[str, float]
    person: dict[str, float]
    link: dict[str, float]


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


class Compiled(msgspec.Struct, frozen=True):
    """All tables as they are kept in the compiled file; what is looked up by first word stays in closed drawers."""

    stamp: str
    digest: str
    parties: dict[str, PartyNames]
    leaders: dict[str, tuple[Tenure, ...]]
    governs: dict[str, str]
    offices: dict[str, Office]
    cues: tuple[tuple[Cue, tuple[str, ...]], ...]  # each with its forms: far fewer values to read than forms
    grammar: Grammar
    heads: dict[str, str]
    abbreviations: frozenset[str]
    furniture: Furniture
    signs: Signs
    languages: tuple[Language, ...]
    scripts: tuple[Script, ...]
    empty: frozenset[str]
    labels: dict[str, str]
    topic_fields: dict[str, frozenset[str]]
    names: dict[str, msgspec.Raw]
    topics: KeptTerms
    fields: KeptTerms
    synonyms: KeptTerms
    differences: msgspec.Raw


class Knowledge:
    """All tables, ready for looking up.

    `stems` has the stems of a lower-cased word, None where the words beside it count; `telling` what a stem by itself tells.
    """

    def __init__(self, compiled: Compiled) -> None:
        self.digest = compiled.digest
        self.parties, self.leaders, self.governs = compiled.parties, compiled.leaders, compiled.governs
        self.leading_families = {name.rpartition(" ")[2] for name in compiled.leaders}  # the last word of each leader's name
        self.offices = compiled.offices
        self.cues = {form: cue for cue, forms in compiled.cues for form in forms}
        self.emphatic = frozenset(form for form, cue in self.cues.items() if cue.strong)
        self.grammar, self.heads = compiled.grammar, compiled.heads
        self.abbreviations, self.furniture, self.signs = compiled.abbreviations, compiled.furniture, compiled.signs
        self.languages, self.scripts = compiled.languages, compiled.scripts
        self.empty, self.labels, self.topic_fields = compiled.empty, compiled.labels, compiled.topic_fields
        words, verbs = self.grammar.words, self.grammar.verbs
        self.small = words.determiners | words.connectors | words.between  # words that end no name
        self.listing = frozenset(form for form, cue in self.cues.items() if cue.verb in verbs.listing)
        self.helping = verbs.auxiliaries | verbs.modals  # verbs that are no part of a name
        self.leading = words.determiners | words.modifiers | words.some  # words that open a name that no list has
        self.names = Index(compiled.names, msgspec.json.Decoder(dict[str, tuple[Name, ...]]).decode)
        self.topics = TermIndex(compiled.topics)
        self.fields = TermIndex(compiled.fields)
        self.synonyms = TermIndex(compiled.synonyms)
        quantities, synonyms, empty = self.grammar.quantities, self.synonyms, self.empty
        self.stems: Known[str, tuple[str, ...] | None] = Known(lambda low: None if counts(low, quantities) else word_stems(low))
        self.telling: Known[str, frozenset[str]] = Known(lambda stem: telling((stem,), synonyms, empty))
        self.differences = compiled.differences  # read when two accounts are compared


def _phrases(kind: type, kept: tuple[list[str], dict[str, list[int]]]) -> PhraseSet:
    """Phrases as the tables keep them."""
    return PhraseSet(*kept)


def sources(folder: Path) -> list[Path]:
    """The files that the tables come from: those of the lexicon, and the code that compiles them."""
    names = (
        "compiling",
        "differences/tables",
        "drawers",
        "entries",
        "extending",
        "furniture",
        "kept",
        "knowledge",
        "phrases",
        "spelling",
        "tokens",
    )
    return [*sorted(folder.glob("*.toml")), *(folder.parent / f"{name}.py" for name in names)]


def stamp_of(folder: Path) -> str:
    """What changes with any of the sources: a checksum of their names and sizes, which costs little, and one of all they hold."""
    held = 0
    for path in sources(folder):
        held = zlib.crc32(path.read_bytes(), held)
    return f"{_sizes(folder)}-{held:08x}"


def _sizes(folder: Path) -> str:
    listed = " ".join(f"{path.name}:{path.stat().st_size}" for path in sources(folder))
    return f"{zlib.crc32(listed.encode()):08x}"


def _kept_tables(folder: Path) -> bytes | None:
    """The compiled file, if it is there and current: of sources of the same names and sizes and no younger, or of the same in all."""
    compiled = folder / COMPILED
    if not compiled.exists():
        return None
    data, made = compiled.read_bytes(), compiled.stat().st_mtime_ns
    younger = all(path.stat().st_mtime_ns <= made for path in sources(folder))  # which costs far less than to read them
    if younger and data.startswith(f'{{"stamp":"{_sizes(folder)}-'.encode()):
        return data
    return data if data.startswith(f'{{"stamp":"{stamp_of(folder)}"'.encode()) else None


def load(extra: "str | UserFile | None" = None) -> Knowledge:
    """The lexicon that ships with the package, with a user's TOML file laid over it. Raises LexiconError for a wrong file."""
    return _kept(extra)


def read_lexicon(extra: "str | UserFile | None" = None) -> Knowledge:
    """The same, read anew."""
    kept = _kept_tables(FOLDER) if extra is None else None
    if kept is None:
        from readoutdiff.compiling import compile_lexicon

        kept = compile_lexicon(extra)
    return Knowledge(msgspec.json.decode(kept, type=Compiled, dec_hook=_phrases))


_kept = cache(read_lexicon)
