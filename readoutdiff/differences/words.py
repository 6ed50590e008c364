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
    """Words that change what is promised in one way; `against` change it in the contrary way. Of `formulas` they change nothing.

    `leading` ones stand before what they limit; in `seeming` phrases they limit nothing.
    """

    words: tuple[str, ...]
    example: str
    against: tuple[str, ...] = ()
    formulas: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    seeming: tuple[str, ...] = ()


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
    """Denials, and what only looks like one."""

    negations: tuple[str, ...]
    having: frozenset[str]
    between: frozenset[str]
    particles: frozenset[str]
    seeming: tuple[str, ...]
    refusals: tuple[str, ...]
    examples: tuple[str, ...]


class Opposed(Table, frozen=True):
    """Verbs of one direction and of the contrary one; `converse` ones tell the same thing if another does it.

    `contrary` says of the example's thing what is contrary to it, `near_miss` of another thing.
    """

    one: tuple[str, ...]
    other: tuple[str, ...]
    example: str
    contrary: str
    near_miss: str
    converse: bool = False


class Modality(Table, frozen=True):
    """What stands before a verb if it is promised, and if it only may be; verbs by which nothing is promised yet."""

    certain: tuple[str, ...]
    possible: tuple[str, ...]
    weighing: tuple[str, ...]
    asking: frozenset[str]
    example: str
    contrary: str
    near_miss: str


class Multiples(Table, frozen=True):
    """How many times, in which time (days), and how many times as much."""

    times: dict[str, int]
    every: frozenset[str]
    adverbs: dict[str, float]
    factors: dict[str, float]
    example: str
    contrary: str
    near_miss: str


class Bounds(Table, frozen=True):
    """What makes an amount the least or the most."""

    least: tuple[str, ...]
    most: tuple[str, ...]
    example: str
    contrary: str
    near_miss: str


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
    moving: tuple[str, ...]
    renamed: tuple[tuple[str, ...], ...]
    examples: tuple[str, ...]


class Clauses(Table, frozen=True):
    """Small words by what they do in a clause."""

    stops: frozenset[str]
    uncounted: frozenset[str]
    passive: frozenset[str]
    states: frozenset[str]
    helpers: frozenset[str]
    ahead: frozenset[str]
    gone: frozenset[str]
    light: frozenset[str]
    linking: frozenset[str]
    bodies: frozenset[str]
    irregular: dict[str, str]
    parting: frozenset[str]
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
    opposed: tuple[Opposed, ...]
    modality: Modality
    multiples: Multiples
    bounds: Bounds
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
    leads: bool = False


class Direction(Value, frozen=True):
    """One way of an opposed pair ('3+', '3-'; of a converse one '~3+'), with the particle that its verb has."""

    way: str
    particle: str


CONVERSE = "~"


def turned(way: str) -> str:
    """The contrary way."""
    return way[:-1] + ("-" if way.endswith("+") else "+")


class Differing:
    """The same words, ready for looking up."""

    def __init__(self, words: DifferenceWords) -> None:
        self.words = words
        self.initiative, self.polarity, self.numerals = words.initiative, words.polarity, words.numerals
        self.calendar, self.places, self.clauses = words.calendar, words.places, words.clauses
        self.multiples = words.multiples
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
            found |= {words: Meant(number, False, qualifier.formulas, words in qualifier.leading) for words in qualifier.words}
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
    def refusals(self) -> PhraseSet:
        """What denies the verb after it."""
        return PhraseSet(self.polarity.refusals)

    @cached_property
    def directions(self) -> Mapping[str, tuple["Direction", ...]]:
        """What each verb of a direction says, by its root; for one of two words by that of the first."""
        found: dict[str, tuple[Direction, ...]] = {}
        for number, opposed in enumerate(self.words.opposed):
            for way, verbs in (("+", opposed.one), ("-", opposed.other)):
                for first, _, particle in (verb.partition(" ") for verb in verbs):
                    root = stem(first)
                    found[root] = (*found.get(root, ()), Direction(f"{CONVERSE * opposed.converse}{number}{way}", particle))
        return found

    @cached_property
    def changing(self) -> frozenset[str]:
        """The roots of the verbs of raising and lowering."""
        return frozenset(stem(verb) for opposed in self.words.opposed[:1] for verb in (*opposed.one, *opposed.other))

    @cached_property
    def modals(self) -> Mapping[str, str]:
        """What each modal says: 'certain' or 'possible'."""
        modality = self.words.modality
        return {words: said for said, listed in (("certain", modality.certain), ("possible", modality.possible)) for words in listed}

    @cached_property
    def modal_phrases(self) -> PhraseSet:
        """All that stands before a verb and says whether it is promised."""
        return PhraseSet(sorted(self.modals, key=lambda words: -len(words.split())))

    @cached_property
    def weighing(self) -> PhraseSet:
        """Verbs by which nothing is promised yet."""
        return PhraseSet(sorted(self.words.modality.weighing, key=lambda words: -len(words.split())))

    @cached_property
    def bounded(self) -> Mapping[str, str]:
        """What each phrase makes of the amount after it: 'least' or 'most'."""
        bounds = self.words.bounds
        return {words: said for said, listed in (("least", bounds.least), ("most", bounds.most)) for words in listed}

    @cached_property
    def limits(self) -> PhraseSet:
        """All that makes an amount the least or the most."""
        return PhraseSet(sorted(self.bounded, key=lambda words: -len(words.split())))

    @cached_property
    def repeating(self) -> frozenset[str]:
        """All words but figures with which a rate can begin."""
        multiples = self.multiples
        return frozenset({*multiples.times, *multiples.adverbs, *multiples.factors, "every", "each", *self.numerals.words})

    @cached_property
    def moving(self) -> frozenset[str]:
        """The roots of verbs of moving."""
        return frozenset(stem(verb) for verb in self.places.moving)

    @cached_property
    def unlimiting(self) -> PhraseSet:
        """In what qualifying words limit nothing."""
        return PhraseSet((*self.polarity.seeming, *(words for qualifier in self.words.qualifier for words in qualifier.seeming)))

    def root(self, low: str) -> str:
        """The stem of a verb in any form of it."""
        return stem(self.clauses.irregular.get(low, low))

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
