"""The words of differences.toml as people write them, and as they are looked up."""

from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import msgspec

from readoutdiff.lexicon.difference_tables import DifferenceWords, Opposed
from readoutdiff.lexicon.drawers import Known
from readoutdiff.lexicon.phrases import PhraseSet
from readoutdiff.text.spelling import fold
from readoutdiff.text.tokens import stem
from readoutdiff.value import Value

if TYPE_CHECKING:
    from readoutdiff.lexicon.knowledge import Knowledge


class Meant(Value, frozen=True):
    """A qualifier as it is found: which one, and whether in its own or the contrary sense."""

    number: int
    contrary: bool
    formulas: frozenset[str] = frozenset()
    leads: bool = False


class Direction(Value, frozen=True):
    """One way of an opposed pair ('3+', '3-'; of a converse one '~3+', of a turning one '^3+'), with the particle that its verb has."""

    way: str
    particle: str


CONVERSE, TURNING = "~", "^"


def _mark(opposed: Opposed) -> str:
    return CONVERSE if opposed.converse else TURNING if opposed.turning else ""


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
        return PhraseSet(self.rungs)

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
        return PhraseSet(self.meant)

    @cached_property
    def asking(self) -> PhraseSet:
        """What stands before whoever took the initiative."""
        return PhraseSet(self.initiative.before)

    @cached_property
    def initiating(self) -> PhraseSet:
        """Verbs of whoever takes the initiative."""
        return PhraseSet(self.initiative.verbs)

    @cached_property
    def seeming(self) -> PhraseSet:
        """What only looks like a denial."""
        return PhraseSet(self.polarity.seeming)

    @cached_property
    def refusals(self) -> PhraseSet:
        """What denies the verb after it."""
        return PhraseSet(self.polarity.refusals)

    @cached_property
    def raising(self) -> frozenset[str]:
        """Verbs of raising a point and of its coming up, by their roots, each with the particle that belongs to it."""
        split = (verb.partition(" ") for verb in self.polarity.raising)
        return frozenset(f"{stem(verb)} {particle}".strip() for verb, _, particle in split)

    @cached_property
    def directions(self) -> Mapping[str, tuple["Direction", ...]]:
        """What each verb of a direction says, by its root; for one of two words by that of the first."""
        found: dict[str, tuple[Direction, ...]] = {}
        for number, opposed in enumerate(self.words.opposed):
            for way, verbs in (("+", opposed.one), ("-", opposed.other)):
                for first, _, particle in (verb.partition(" ") for verb in verbs):
                    root = stem(first)
                    found[root] = (*found.get(root, ()), Direction(f"{_mark(opposed)}{number}{way}", particle))
        return found

    @cached_property
    def naming(self) -> Mapping[str, frozenset[str]]:
        """The ways that each noun names, by the noun."""
        found: dict[str, frozenset[str]] = {}
        for number, opposed in enumerate(self.words.opposed):
            for way, nouns in zip("+-", opposed.nouns, strict=True):
                for noun in nouns:
                    found[noun] = found.get(noun, frozenset()) | {f"{_mark(opposed)}{number}{way}"}
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
        return PhraseSet(self.modals)

    @cached_property
    def weighing(self) -> PhraseSet:
        """Verbs by which nothing is promised yet."""
        return PhraseSet(self.words.modality.weighing)

    @cached_property
    def doubting(self) -> frozenset[str]:
        """Words without one of which nothing is told as only possible."""
        return frozenset({*self.words.modality.possible, *(max(words.split(), key=len) for words in self.words.modality.weighing)})

    @cached_property
    def bounded(self) -> Mapping[str, str]:
        """What each phrase makes of the amount after it: 'least' or 'most'."""
        bounds = self.words.bounds
        return {words: said for said, listed in (("least", bounds.least), ("most", bounds.most)) for words in listed}

    @cached_property
    def limits(self) -> PhraseSet:
        """All that makes an amount the least or the most."""
        return PhraseSet(self.bounded)

    @cached_property
    def repeating(self) -> frozenset[str]:
        """All words but figures with which a rate can begin."""
        multiples = self.multiples
        return frozenset({*multiples.times, *multiples.adverbs, *multiples.factors, "every", "each"})

    @cached_property
    def moving(self) -> frozenset[str]:
        """The roots of verbs of moving."""
        return frozenset(stem(verb) for verb in self.places.moving)

    @cached_property
    def unlimiting(self) -> PhraseSet:
        """In what qualifying words limit nothing."""
        return PhraseSet((*self.polarity.seeming, *(words for qualifier in self.words.qualifier for words in qualifier.seeming)))

    @cached_property
    def roots(self) -> Mapping[str, str]:
        """The stem of a verb in any form of it."""
        return Known[str, str](lambda low: stem(self.clauses.irregular.get(low, low)))

    @cached_property
    def ways(self) -> Mapping[str, tuple["Direction", ...]]:
        """What a word says of a direction, as a verb in any form or as a noun."""
        return Known[str, tuple[Direction, ...]](
            lambda low: (*self.directions.get(self.roots[low], ()), *(Direction(way, "") for way in sorted(self.naming.get(low, ()))))
        )

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
