"""The words of differences.toml as people write them, and as they are looked up."""

from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import msgspec

from readoutdiff.grammar import Table
from readoutdiff.phrases import PhraseSet
from readoutdiff.spelling import fold
from readoutdiff.tokens import stem
from readoutdiff.value import Value

if TYPE_CHECKING:
    from readoutdiff.knowledge import Knowledge


class Rung(Table, frozen=True):
    """A rung of the ladder of strength: its verbs, forms that are not regular, and phrases that stand for one."""

    name: str
    verbs: tuple[str, ...]
    example: str
    forms: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class Qualifier(Table, frozen=True):
    """Words that change what is promised in one way; `against` change it in the contrary way. Of `formulas` they change nothing."""

    words: tuple[str, ...]
    example: str
    against: tuple[str, ...] = ()
    formulas: frozenset[str] = frozenset()


class Initiative(Table, frozen=True):
    """How a text says who took the initiative."""

    before: tuple[str, ...]
    owned: frozenset[str]
    opening: frozenset[str]
    verbs: frozenset[str]
    calling: frozenset[str]
    pointing: frozenset[str]
    calls: frozenset[str]
    ends: frozenset[str]
    others: tuple[str, ...]
    spoken: frozenset[str]
    examples: tuple[str, ...]


class Polarity(Table, frozen=True):
    """Denials, what only looks like one, and verbs that stand against one another."""

    negations: tuple[str, ...]
    having: frozenset[str]
    between: frozenset[str]
    particles: frozenset[str]
    seeming: tuple[str, ...]
    against: tuple[tuple[str, str], ...]
    examples: tuple[str, ...]


class Numerals(Table, frozen=True):
    """Numbers in words."""

    words: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, float]
    examples: tuple[str, ...]


class Unit(Table, frozen=True):
    """Units of one kind, and how many of the first each is."""

    kind: str
    sizes: dict[str, float]
    example: str


class Calendar(Table, frozen=True):
    """Months, days and seasons, and the words before a date that say from when or until when."""

    months: tuple[tuple[str, ...], ...]
    days: tuple[str, ...]
    seasons: dict[str, frozenset[int]]
    from_then: frozenset[str]
    until_then: frozenset[str]
    leading: frozenset[str]
    before: frozenset[str]
    early: frozenset[str]
    late: frozenset[str]
    parts: dict[str, int]
    examples: tuple[str, ...]


class Places(Table, frozen=True):
    """What stands before a place, what a place is called, and places of several names."""

    before: frozenset[str]
    kinds: frozenset[str]
    giving: frozenset[str]
    renamed: tuple[tuple[str, ...], ...]
    examples: tuple[str, ...]


class Clauses(Table, frozen=True):
    """Small words by what they do in a clause."""

    stops: frozenset[str]
    uncounted: frozenset[str]
    passive: frozenset[str]
    relative: frozenset[str]
    plain: frozenset[str]
    openers: frozenset[str]
    examples: tuple[str, ...]


class Names(Table, frozen=True):
    """Titles before names beside those of offices, what ships are called, and words that are written as names and are none."""

    titles: frozenset[str]
    things: frozenset[str]
    leaders: frozenset[str]
    below: frozenset[str]
    leading: frozenset[str]
    common: frozenset[str]
    examples: tuple[str, ...]


class DifferenceWords(Table, frozen=True):
    """The whole file."""

    rung: tuple[Rung, ...]
    qualifier: tuple[Qualifier, ...]
    initiative: Initiative
    polarity: Polarity
    numerals: Numerals
    unit: tuple[Unit, ...]
    calendar: Calendar
    places: Places
    names: Names
    clauses: Clauses


class Meant(Value, frozen=True):
    """A qualifier as it is found: which one, and whether in its own or the contrary sense."""

    number: int
    contrary: bool
    formulas: frozenset[str] = frozenset()


class Differing:
    """The same words, ready for looking up."""

    def __init__(self, words: DifferenceWords) -> None:
        self.words = words
        self.initiative, self.polarity, self.numerals = words.initiative, words.polarity, words.numerals
        self.calendar, self.places, self.clauses = words.calendar, words.places, words.clauses
        self.names, self.ladder_names = words.names, [rung.name for rung in words.rung]

    @cached_property
    def rungs(self) -> Mapping[str, int]:
        """Past and present forms of the ladder's verbs, and its phrases, by their rung from 0."""
        found: dict[str, int] = {}
        for number, rung in enumerate(self.words.rung):
            found |= dict.fromkeys((form for verb in rung.verbs for form in _forms(verb)), number)
            found |= dict.fromkeys((*rung.forms, *rung.phrases), number)
        return found

    @cached_property
    def ladder(self) -> PhraseSet:
        """All that has a rung."""
        return PhraseSet(sorted(self.rungs, key=lambda form: -len(form.split())))

    @cached_property
    def meant(self) -> Mapping[str, Meant]:
        """What each qualifying word means."""
        found: dict[str, Meant] = {}
        for number, qualifier in enumerate(self.words.qualifier):
            found |= dict.fromkeys(qualifier.words, Meant(number, False, qualifier.formulas))
            found |= dict.fromkeys(qualifier.against, Meant(number, True, qualifier.formulas))
        return found

    @cached_property
    def qualifiers(self) -> PhraseSet:
        """All qualifying words, the longest first."""
        return PhraseSet(sorted(self.meant, key=lambda words: -len(words.split())))

    @cached_property
    def asking(self) -> PhraseSet:
        """What stands before whoever took the initiative."""
        return PhraseSet(sorted(self.initiative.before, key=lambda words: -len(words.split())))

    @cached_property
    def initiating(self) -> PhraseSet:
        """Verbs of whoever takes the initiative."""
        return PhraseSet(sorted(self.initiative.verbs))

    @cached_property
    def seeming(self) -> PhraseSet:
        """What only looks like a denial."""
        return PhraseSet(self.polarity.seeming)

    @cached_property
    def contrary(self) -> Mapping[str, tuple[str, ...]]:
        """The stems of the verbs that stand against a verb's stem."""
        found: dict[str, tuple[str, ...]] = {}
        for one, other in self.polarity.against:
            for here, there in ((one, other), (other, one)):
                found[stem(here)] = (*found.get(stem(here), ()), stem(there))
        return found

    @cached_property
    def sizes(self) -> Mapping[str, tuple[str, float]]:
        """For each unit its kind, and how many of the first of the kind it is."""
        return {name: (unit.kind, size) for unit in self.words.unit for name, size in unit.sizes.items()}

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """Names of one place, each to the first of them."""
        folded = ([" ".join(fold(word) for word in name.split()) for name in names] for names in self.places.renamed)
        return {name: names[0] for names in folded for name in names}

    @cached_property
    def dating(self) -> frozenset[str]:
        """All words but figures with which a date can begin."""
        return frozenset({*self.months, *self.calendar.days, *self.calendar.seasons, *self.numerals.ordinals})

    @cached_property
    def months(self) -> Mapping[str, int]:
        """The number of each month by any of its names."""
        return {name: number for number, names in enumerate(self.calendar.months, 1) for name in names}


def _forms(verb: str) -> tuple[str, ...]:
    """The forms in which a verb reports: 'stressed', 'stresses'."""
    irregular = {"say": ("said", "says"), "tell": ("told", "tells"), "undertake": ("undertakes",)}
    if verb in irregular:
        return irregular[verb]
    if verb.endswith("e"):
        return f"{verb}d", f"{verb}s"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ied", f"{verb[:-1]}ies"
    past = f"{verb}ted" if verb == "commit" else f"{verb}ed"
    return past, f"{verb}es" if verb.endswith(("s", "sh", "ch")) else f"{verb}s"


def differing(knowledge: "Knowledge") -> Differing:
    """The words of a lexicon by which differences are found."""
    return _decoded(bytes(knowledge.differences))


@lru_cache(maxsize=4)
def _decoded(raw: bytes) -> Differing:
    return Differing(msgspec.json.decode(raw, type=DifferenceWords))
