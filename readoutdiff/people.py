"""Whom a text itself introduces: 'Egyptian Foreign Minister Hossam Refaat' makes Refaat Egypt's from then on.

What the text says of a person or a title wins over every list.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from readoutdiff.contract import KnownBy
from readoutdiff.knowledge import Knowledge, full_name
from readoutdiff.phrase import Noun
from readoutdiff.spelling import Spellings, fold
from readoutdiff.story import Sentence, Story
from readoutdiff.tokens import Token

_SPEAKERS = ("institution", "paper", "side", "spokes")
_LINKS = {False: ("of", "the"), True: ("of", "the", "and", ",")}  # what stands in a list of countries, before and after the first
_LEAD_IN = 12  # tokens of a paragraph that only leads in
_BRACKET = 8  # words between a name and the body it is said to belong to


class Person(NamedTuple):
    """A person's party, whether the person speaks (spokes), acts (principal) or is posted (envoy) for it, and what says so."""

    party: str
    kind: str
    known_by: KnownBy = "text"


class Titled(NamedTuple):
    """Somebody named with a title and no country: 'Prime Minister Sok Vannara'."""

    names: tuple[str, ...]
    head: str
    kind: str
    opposed: str | None = None  # the party whose counterpart it is: 'Ms Prado and her counterpart, Luis Tapia'
    speaks: bool = False  # where first named, as the source after the words: '…, Energy Minister Ana Prado was quoted as saying'


class People(NamedTuple):
    """Persons by the parts of their names; titles that one party alone holds in this text.

    `homeless` are the titled persons whose party neither the text nor the list of leaders says, in order; `listed` those
    whose party only the list says, `unsure` those of them whom the story's date does not place; `foreign` the parties whose
    people the text introduces with their country, by how many, `placed` in whose account a person without one first stands.
    `unowned` are the titles that stand with no country: those of `home`, the party whose press wrote the text, for it
    leaves its own name out.
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
        owners = {party for title, party in self.titles.items() if title.startswith(f"{head} ")}
        return owners.pop() if len(owners) == 1 else None

    def replacing(self, persons: Mapping[str, Person], unsure: frozenset[str]) -> People:
        """The same people with other persons."""
        return self._replace(persons=persons, unsure=unsure, spellings=Spellings(persons))

    def settled(self, home: str | None, sole: frozenset[str], named: Sequence[str] = ()) -> People:
        """The same people, with those of no known party belonging to `home`.

        Where two hold a title that a country has once (`sole`), each is the party's in whose account he first stands, else the
        second is the other side's, where that is one. Without a home that account is all that tells. A counterpart is of the
        first of the parties most `named` that is not the one whose counterpart it is.
        """
        others = [party for party in self.foreign if party != home]
        held: dict[str, tuple[str, ...]] = {}
        persons = dict(self.persons)
        unsure = set(self.unsure)
        rivals = self._rivals(sole)
        for titled in self.homeless:
            placed = self.placed.get(titled.names[-1])
            second = titled.head in sole and not set(held.setdefault(titled.head, titled.names)) & set(titled.names)
            if titled.opposed:
                other = next((party for party in named if party != titled.opposed), None)
                person: Person | None = Person(other, titled.kind) if other else None
            elif placed and (home is None or titled.head in rivals or titled.kind == "spokes" or titled.speaks):
                person = Person(placed, titled.kind, "account")
                unsure.update(titled.names)
            else:
                party = others[0] if second and len(others) == 1 else home
                person = Person(party, titled.kind, "home") if party else None
            if person:
                persons.update(dict.fromkeys(titled.names, person))
        titles = dict.fromkeys(self.unowned - self.titles.keys(), home) if home else {}
        return self._replace(
            persons=persons,
            titles={**{t: p for t, p in titles.items() if p}, **self.titles},
            homeless=(),
            home=home,
            unsure=frozenset(unsure),
            spellings=Spellings(persons),
        )

    def _rivals(self, sole: frozenset[str]) -> set[str]:
        """Titles that a country has once and that two of the homeless hold."""
        holders: dict[str, set[str]] = defaultdict(set)
        for titled in self.homeless:
            if titled.head in sole:
                holders[titled.head].add(titled.names[-1])
        return {head for head, names in holders.items() if len(names) > 1}


def introduce(story: Story, knowledge: Knowledge, on: date | None = None) -> People:
    """Collect persons and titles from all noun phrases of a text, captions and headline included; `on` is its date."""
    gathering = _Gathering(story, knowledge, on)
    telling = Telling()
    for sentence in story.sentences:
        headline = story.blocks[sentence.block].label == "headline"
        telling = telling.after(sentence, story.tokens)
        near = telling.party
        for noun in (
            *sentence.nouns,
            *_copular(story, sentence, knowledge),
            *_members(story, sentence.nouns),
            *_paired(story, sentence.nouns),
        ):
            if headline and any(story.tokens[i].key == "," for i in range(noun.first, noun.end)):
                continue  # 'Strand, Swedish leader meet' are two
            gathering.opposed = _principal_of(sentence, noun)
            gathering.meet(noun, near, any(frame.postposed and frame.source.first == noun.first for frame in sentence.frames))
    return gathering.people()


class _Gathering:
    def __init__(self, story: Story, knowledge: Knowledge, on: date | None) -> None:
        self.story, self.knowledge, self.on = story, knowledge, on
        self.votes: dict[str, Counter[Person]] = defaultdict(Counter)
        self.titles: dict[str, set[str]] = defaultdict(set)
        self.titled: list[Titled] = []
        self.listed: dict[str, str] = {}
        self.foreign: Counter[str] = Counter()
        self.unowned: set[str] = set()
        self.met: set[str] = set()
        self.placed: dict[str, str] = {}
        self.opposed: str | None = None

    def meet(self, noun: Noun, near: tuple[str, ...] = (), speaks: bool = False) -> None:
        """Take note of what one noun phrase says of a person or a title; `near` is the party in whose account it stands or `speaks`."""
        if noun.kind == "principal" and noun.sure and noun.head:
            self.titles[noun.head].add(noun.owner[0])
            if "counterpart" in noun.head or (noun.name and noun.head in self.knowledge.grammar.words.sole):
                self.foreign[noun.owner[0]] += 1
        if not noun.name:
            return
        listed = self._listed(noun)
        if listed and noun.kind == "principal" and not noun.owner and noun.head:
            self.titles[noun.head].add(listed)
        if noun.sure and (noun.kind in ("principal", "spokes") or _possessed(self.story, noun)):
            self._introduced(noun, Person(noun.owner[0], _kind(noun)))
        elif noun.kind in ("principal", "spokes") and not noun.owner:
            if noun.holder is None and (noun.kind == "principal" or near):
                self.unowned.update({noun.head} if noun.kind == "principal" else ())
                self.titled += [] if listed else [Titled(noun.names, noun.head, noun.kind, None, speaks)]
                if near and not listed and not self.met & set(noun.names):
                    self.placed.update(dict.fromkeys(noun.names, near[0]))
                self.met.update(noun.names)
            elif noun.holder == "his" and "counterpart" in noun.head and self.opposed and not listed:
                self.titled.append(Titled(noun.names, noun.head, noun.kind, self.opposed))
            if listed:
                self.listed.update(dict.fromkeys(noun.names, listed))
        if listed:  # what the text says of a person outweighs the list
            for part in noun.names:
                self.votes[part][Person(listed, "principal", "list")] += 0

    def _introduced(self, noun: Noun, person: Person) -> None:
        for weight, part in enumerate(noun.names, 1):
            self.votes[part][person] += weight

    def _listed(self, noun: Noun) -> str | None:
        """The party whose leader of that full name held office when the story was told."""
        words = [token.key for token in self.story.tokens[noun.first : noun.end]]
        if not any(fold(word) in self.knowledge.leading_families for word in words[-2:]):  # 'Donald Trump Jr'
            return None
        for start in range(len(words)):
            terms = self.knowledge.leaders.get(fold(full_name(words[start:], self.knowledge.grammar)), ())
            parties = {term.party for term in terms if self.on is None or term.covers(self.on)}
            if len(parties) == 1:
                return parties.pop()
        return None

    def people(self) -> People:
        """All that was gathered."""
        persons = {name: counts.most_common(1)[0][0] for name, counts in self.votes.items()}
        single = {title: next(iter(owners)) for title, owners in self.titles.items() if len(owners) == 1}
        single |= {seat: single[title] for seat, title in self.knowledge.grammar.heads.seat_of.items() if title in single}
        explicit = {name for name, counts in self.votes.items() if counts.total() > 0}
        listed = {name: party for name, party in self.listed.items() if name not in explicit}
        unsure = frozenset(persons.keys() - explicit) if self.on is None else frozenset()
        spellings = Spellings(persons)
        homeless = tuple(dict.fromkeys(t for t in self.titled if not any(n in persons or spellings.find(n) for n in t.names)))
        foreign = dict(self.foreign.most_common())
        return People(persons, single, homeless, listed, unsure, foreign, self.placed, frozenset(self.unowned), None, spellings)


def _principal_of(sentence: Sentence, noun: Noun) -> str | None:
    """The party of the person named before in the sentence, if its own words tell."""
    before = (n for n in sentence.nouns if n.first < noun.first and n.sure and n.kind in ("principal", "person"))
    return next((n.owner[0] for n in before), None)


def _kind(noun: Noun) -> str:
    """An ambassador is introduced with his country by his own press too."""
    return "envoy" if noun.head in ("ambassador", "envoy") else "spokes" if noun.kind == "spokes" else "principal"


class Telling(NamedTuple):
    """The one party in whose account a sentence stands: its own source's, or the one that its paragraph has named last.

    A paragraph of a few words ('That is not how Seoul tells it.') leads in to the next one.
    """

    party: tuple[str, ...] = ()
    block: int = -1
    words: int = 0

    def after(self, sentence: Sentence, tokens: Sequence[Token]) -> Telling:
        goes_on = sentence.block == self.block or (self.words <= _LEAD_IN and sentence.block == self.block + 1)
        before = self.party if goes_on else ()
        words = sentence.stop - sentence.first + (self.words if sentence.block == self.block else 0)
        return Telling(self._told_by(sentence, tokens) or before, sentence.block, words)

    @staticmethod
    def _told_by(sentence: Sentence, tokens: Sequence[Token]) -> tuple[str, ...]:
        owners = {f.source.owner for f in sentence.frames if f.source.sure and f.source.kind in (*_SPEAKERS, "party")}
        first = next((n for n in sentence.nouns if n.first - sentence.first < 2), None)
        if not owners and first is not None and first.sure and first.kind in (*_SPEAKERS, "party") and not tokens[first.end - 1].possessive:
            owners = {first.owner}
        owners = owners or {n.owner for n in sentence.nouns if n.kind == "paper" and n.sure}
        return owners.pop() if len(owners) == 1 else ()


def _copular(story: Story, sentence: Sentence, knowledge: Knowledge) -> Iterator[Noun]:
    """'Teresa Undurraga had been Chile's foreign minister'."""
    for left, right in pairwise(sentence.nouns):
        between = {t.low for t in story.tokens[left.end : right.first]}
        if (
            left.kind == "person"
            and right.kind in ("principal", "spokes")
            and right.sure
            and between
            and between <= knowledge.grammar.words.being
        ):
            yield right._replace(name=left.name, names=left.names)


def _members(story: Story, nouns: Sequence[Noun]) -> Iterator[Noun]:
    """'Omar Zadran, a member of the Kabul team,' and 'Ana Prado, who led the Peruvian delegation,' are of that side."""
    for left, right in pairwise(nouns):
        unplaced = left.name and left.kind in ("person", "principal") and not left.owner
        if not unplaced or right.kind not in ("side", "institution") or not right.sure or right.first - left.end > _BRACKET:
            continue
        between = [t.low for t in story.tokens[left.end : right.first]]
        closed = right.end < len(story.tokens) and story.tokens[right.end].key in ",.;)"
        belongs = "of" in between or between[1:2] == ["who"]
        if between[:1] == [","] and "," not in between[1:] and belongs and closed:
            yield left._replace(owner=right.owner, sure=True, kind="principal")


def _paired(story: Story, nouns: Sequence[Noun]) -> Iterator[Noun]:
    """'The foreign ministers of Peru and Chile, Ana Prado and Luis Tapia,': the names go with the countries in their order."""
    for at, noun in enumerate(nouns):
        if noun.kind not in ("principal", "joint") or not noun.head.endswith("s"):
            continue
        parties = list(dict.fromkeys(listed_parties(story, noun)))
        persons = list(_row(story, [n for n in nouns[at + 1 :] if n.kind != "party"]))
        if 1 < len(parties) == len(persons):
            for person, party in zip(persons, parties, strict=True):
                yield person._replace(kind="principal", owner=(party,), sure=True)


def _row(story: Story, nouns: Sequence[Noun]) -> Iterator[Noun]:
    """The persons that a sentence lists one after the other, from the first noun phrase on."""
    end = None
    for noun in nouns:
        between = "" if end is None else " ".join(t.low for t in story.tokens[end : noun.first])
        if noun.kind != "person" or between not in ("", ",", "and", ", and"):
            return
        yield noun
        end = noun.end


def listed_parties(story: Story, noun: Noun) -> Iterator[str]:
    """'The presidents of Guyana and Venezuela', 'the foreign ministers of Peru, Chile and Bolivia'."""
    at, named = noun.first, False
    while at < len(story.tokens) and (at < noun.end or at in story.mentions or story.tokens[at].low in _LINKS[named]):
        mention = story.mentions.get(at)
        if mention and len(mention.parties) == 1:
            named = True
            yield mention.parties[0]
        at = mention.end if mention else at + 1


def _possessed(story: Story, noun: Noun) -> bool:
    """'Japan's Naoki Hatano'."""
    return noun.kind == "person" and story.tokens[noun.first].possessive and noun.first in story.mentions
