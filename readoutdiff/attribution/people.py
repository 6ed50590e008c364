"""Persons by the parts of their names, and titles that one party alone holds in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from readoutdiff.contract import KnownBy
from readoutdiff.text.spelling import Spellings
from readoutdiff.value import Value, replace


class Person(Value, frozen=True):
    """A person's party, whether the person speaks (spokes), acts (principal) or is posted (envoy) for it, and what says so."""

    party: str
    kind: str
    known_by: KnownBy = "text"


class Titled(Value, frozen=True):
    """Somebody named with a title and no country: 'Prime Minister Sok Vannara'."""

    names: tuple[str, ...]
    head: str
    kind: str
    opposed: str | None = None  # the party whose counterpart it is: 'Ms Prado and her counterpart, Luis Tapia'
    speaks: bool = False  # where first named, as the source after the words: '…, Energy Minister Ana Prado was quoted as saying'


class People(Value, frozen=True):
    """Persons by the parts of their names; titles that one party alone holds in this text.

    `homeless` are the titled persons whose party neither the text nor the list of leaders says, in order; `listed` those
    whose party only the list says, `unsure` those of them whom the story's date does not place; `foreign` the parties whose
    people the text introduces with their country, by how many, `placed` in whose account a person without one first stands.
    `unowned` are the titles that stand with no country: those of `home`, the party whose press wrote the text, for it
    leaves its own name out. `accounts` has for each sentence the party in whose account it stands, if one is named.
    """

    persons: Mapping[str, Person]
    titles: Mapping[str, str]
    homeless: tuple[Titled, ...]
    listed: Mapping[str, str] = {}
    unsure: frozenset[str] = frozenset()
    foreign: Mapping[str, int] = {}
    placed: Mapping[str, str] = {}
    unowned: frozenset[str] = frozenset()
    home: str | None = None
    accounts: tuple[tuple[str, ...], ...] = ()
    spellings: Spellings = Spellings(())

    def find(self, name: str) -> Person | None:
        """The person of that name, in another spelling too."""
        person = self.persons.get(name)
        if person is None:
            known = self.spellings.find(name)
            person = self.persons[known] if known else None
        return person

    def titled(self, head: str) -> str | None:
        """The party that alone has a title: of that name, or one that begins with it ('the Secretary', of State)."""
        if head in self.titles:
            return self.titles[head]
        opening = f"{head} "
        owners = {party for title, party in self.titles.items() if title.startswith(opening)}
        return owners.pop() if len(owners) == 1 else None

    def ending(self, head: str, ranking: frozenset[str]) -> str | None:
        """The party that alone has titles that end so ('the minister', of trade); of another rank is a prime minister."""
        closing = f" {head}"
        owners = {party for title, party in self.titles.items() if title.endswith(closing) and title.split()[0] not in ranking}
        return owners.pop() if len(owners) == 1 else None

    def replacing(self, persons: Mapping[str, Person], unsure: frozenset[str]) -> People:
        """The same people with other persons."""
        return replace(self, persons=persons, unsure=unsure, spellings=Spellings(persons))

    def settled(self, home: str | None, sole: frozenset[str], named: Sequence[str] = ()) -> People:
        """The same people, with those of no known party belonging to `home`.

        Where two hold a title that a country has once (`sole`), each is the party's in whose account he first stands, else the
        second is the other side's, where that is one. Without a home that account is all that tells. A counterpart is of the
        first of the parties most `named` that is not the one whose counterpart it is.
        """
        persons, unsure = dict(self.persons), set(self.unsure)
        rivals = self._rivals(sole)
        firsts: dict[str, tuple[str, ...]] = {}  # who is named first with each title
        for titled in self.homeless:
            second = titled.head in sole and set(firsts.setdefault(titled.head, titled.names)).isdisjoint(titled.names)
            person = self._settled(titled, home, second, titled.head in rivals, named)
            if person:
                persons.update(dict.fromkeys(titled.names, person))
                unsure.update(titled.names if person.known_by == "account" else ())
        titles = dict.fromkeys(self.unowned, home) if home else {}
        settled = replace(self, titles={**titles, **self.titles}, homeless=(), home=home)
        return settled.replacing(persons, frozenset(unsure))

    def _settled(self, titled: Titled, home: str | None, second: bool, rival: bool, named: Sequence[str]) -> Person | None:
        """One of the homeless with a party, or None where nothing tells it.

        `second` if another was named first with a title that a country has once, `rival` if two of the homeless have it.
        """
        placed = self.placed.get(titled.names[-1])
        if titled.opposed:
            other = next((party for party in named if party != titled.opposed), None)
            return Person(other, titled.kind) if other else None
        if placed and (home is None or rival or titled.kind == "spokes" or titled.speaks):
            return Person(placed, titled.kind, "account")
        others = [party for party in self.foreign if party != home]
        party = others[0] if second and len(others) == 1 else home
        return Person(party, titled.kind, "home") if party else None

    def _rivals(self, sole: frozenset[str]) -> set[str]:
        """Titles that a country has once and that two of the homeless hold."""
        holders: dict[str, set[str]] = defaultdict(set)
        for titled in self.homeless:
            if titled.head in sole:
                holders[titled.head].add(titled.names[-1])
        return {head for head, names in holders.items() if len(names) > 1}
