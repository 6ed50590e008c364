"""The tables of the lexicon as they are compiled and kept: the shape of what the program knows of the world and of English."""

from datetime import date

import msgspec

from readoutdiff.lexicon.grammar import Grammar, Table
from readoutdiff.lexicon.kept import KeptTerms
from readoutdiff.text.furniture import Furniture


class PartyNames(Table, frozen=True):
    """What reports call a party, with 'the' if `definite`, and the names it goes by: `own` are its alone, `shared` are others' too."""

    name: str
    definite: bool
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
    """A reporting verb, its kind as cues.toml has it; `strong` if emphatic, `follow` the words one of which must come next, if any.

    kind    say (takes what was said) | write (a post) | act (a speech act with an object)
            | mind (belief, feeling, quarrel: an attribution, but no account of a call)
    """

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
