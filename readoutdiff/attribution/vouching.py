"""Whose the people of an article are, by what the readouts beside it say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from readoutdiff.attribution.labelled import Labelled
from readoutdiff.attribution.people import People, Person
from readoutdiff.parsing.story import Story, body
from readoutdiff.value import replace

T = TypeVar("T")


def told_by(people: People, story: Story, readouts: Sequence[Labelled], sole: frozenset[str]) -> People:
    """The same people, with those of whom the article does not say whose they are as the readouts tell.

    A readout's own people are those it names with a title and no country; of the others it says whose they are. `sole` are
    the titles that a country has once. What two readouts say otherwise is left out, and so is who is introduced as somebody else.
    """
    outsiders = {name for sentence in body(story) for noun in sentence.nouns if noun.kind == "outside" for name in noun.names}
    persons = _agreed(pair for readout in readouts for pair in _persons(readout, sole) if pair[0] not in outsiders)
    titles = _agreed(pair for readout in readouts for pair in _titles(readout))
    new = {
        name: Person(party, kind, "readout")
        for name, (party, kind) in persons.items()
        if name not in people.persons or people.persons[name].known_by != "text"
    }
    told = replace(
        people,
        titles={**titles, **people.titles},
        homeless=tuple(titled for titled in people.homeless if titled.names[-1] not in new),
        listed={name: party for name, party in people.listed.items() if name not in new},
        unowned=people.unowned - titles.keys(),
    )
    return told.replacing({**people.persons, **new}, people.unsure - new.keys())


def _persons(readout: Labelled, sole: frozenset[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Whom the text itself names (a headline's capitals may be any words), and whose they are."""
    named = {name for sentence in body(readout.story) for noun in sentence.nouns for name in noun.names}
    for name, person in readout.people.settled(readout.document.party, sole).persons.items():
        if name in named and person.known_by in ("text", "home"):
            yield name, (person.party, person.kind)


def _titles(readout: Labelled) -> Iterator[tuple[str, str]]:
    """The other sides' titles that its own people do not hold too."""
    own = readout.people.unowned | {titled.head for titled in readout.people.homeless}
    return ((t, p) for t, p in readout.people.titles.items() if " " in t and t not in own and p != readout.document.party)


def _agreed(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    """What all pairs of one key say alike."""
    found: dict[str, set[T]] = {}
    for key, value in pairs:
        found.setdefault(key, set()).add(value)
    return {key: next(iter(values)) for key, values in found.items() if len(values) == 1}
