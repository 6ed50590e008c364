"""In what company a person stands: whose account, who is met, whose title, what is spoken of.

The signs are names in lexicon/signs.toml, under `person`; each speaks for or against a side, or for none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from readoutdiff.attribution.figures import KINDS, PLACED, Figure, speaks
from readoutdiff.attribution.home import written_in
from readoutdiff.attribution.people import People
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.noun import Noun
from readoutdiff.parsing.story import Story, ahead, lead

_TIMES = ("never", "once", "twice", "often")  # as a source
_OFTEN = 3
_LATE = 0.75  # of the text
_BETWEEN = 12  # tokens between two who meet
_VOICES = ("institution", "paper", "side", "spokes", "post")
_KNOWN = (*PLACED, "company")


class Company:
    """In what company each figure of a story stands."""

    def __init__(self, story: Story, people: People, sides: Sequence[str], knowledge: Knowledge) -> None:
        self.story, self.people, self.sides = story, people, tuple(sides)
        self.words, self.offices = knowledge.grammar.words, knowledge.offices
        self.ahead = {s.start for s in (*ahead(story), *lead(story))}
        self.accounts = people.accounts
        self.lately: list[tuple[str, ...]] = []  # the last account of a side before each sentence, however far
        lately: tuple[str, ...] = ()
        for party in people.accounts:
            self.lately.append(lately)
            lately = party if party and party[0] in sides else lately
        named = (m.parties[0] for m in story.mentions.values() if len(m.parties) == 1)
        self.written_in = written_in(story)
        nouns = (noun for sentence in story.sentences for noun in sentence.nouns)
        self.served = {noun.holder for noun in nouns if noun.kind in ("institution", "spokes") and noun.holder}
        self.order = [party for party in dict.fromkeys(named) if party in sides]  # in which the story names them first

    def able(self, figure: Figure) -> list[str | None]:
        """The sides that a figure can be of, and None; who 'spoke with his Belarusian counterpart' is not Belarus's, nor nobody's."""
        met = self._counterparts(figure) & {*self.sides}
        without = self._without_office(figure)
        able: list[str | None] = [side for side in self.sides if side not in met | without]
        somebody = (met and len(self.sides) == 2) or self._is_served(figure)
        return able if somebody and able else [*able, None]

    def _is_served(self, figure: Figure) -> bool:
        """Whether a titled person, of one of the sides as far as is told, has an office that speaks: he is not nobody's."""
        known = self.people.find(figure.names[-1])
        return known is not None and known.party in self.sides and figure.names[-1] in self.served

    def _without_office(self, figure: Figure) -> set[str]:
        """The sides that do not have his office, if one has it."""
        titles = {title for _, noun in figure.places for title in (noun.head, noun.title) if title}
        held = [self.offices[title] for title in titles & self.offices.keys()]
        found = {side for side in self.sides for office in held if not office.may_be_of(side)}
        return found if len(found) < len(self.sides) else set()

    def _counterparts(self, figure: Figure) -> set[str]:
        """The parties of those who are told of as his counterpart."""
        found: set[str] = set()
        for number, noun in figure.places:
            persons = [n for n in self.story.sentences[number].nouns if n.kind in KINDS]
            at = next(i for i, n in enumerate(persons) if n.first == noun.first)
            after = persons[at + 1] if at + 1 < len(persons) else None
            if after is not None and after.sure and after.holder == "his" and after.head in self.words.counterparts:
                found.add(after.owner[0])
        return found

    def signs(self, figure: Figure, party: str | None) -> Iterator[str]:
        """The names of the signs that a figure is of a side, or with None of no side; each once."""
        found = self._of_nobody(figure) if party is None else self._of(figure, party)
        yield from dict.fromkeys(found)

    def _of_nobody(self, figure: Figure) -> Iterator[str]:
        yield "nobody"
        kinds = {noun.kind for _, noun in figure.places}
        for kind in ("principal", "spokes"):
            yield f"nobody, {kind}" if kind in kinds else f"nobody, no {kind}"
        times = sum(speaks(self.story.sentences[n], noun) for n, noun in figure.places)
        yield f"nobody, speaks {_TIMES[min(times, _OFTEN)]}"
        first = self.story.sentences[figure.places[0][0]]
        yield "nobody, in the lead" if first.start in self.ahead else "nobody, after the lead"
        if first.start > _LATE * len(self.story.text):
            yield "nobody, late"
        if any(self._described(noun) for _, noun in figure.places):
            yield "nobody, described"
        if len(figure.names) > 1:
            yield "nobody, full name"

    def _described(self, noun: Noun) -> bool:
        """'Nadim Shehata, a political risk consultant in Dubai': an apposition of no source."""
        tokens = self.story.tokens
        follows = [t.low for t in tokens[noun.end : noun.end + 2]]
        return follows[:1] == [","] and follows[1:] in (["a"], ["an"], ["who"], ["professor"], ["director"], ["head"])

    def _of(self, figure: Figure, party: str) -> Iterator[str]:
        known = self.people.find(figure.names[-1])
        if known is not None and known.party in self.sides:
            yield f"{known.known_by} says so" if known.party == party else f"{known.known_by} says the other"
        if len(self.sides) == 2 and len(figure.places) > 1:
            leaders = {p.party for name, p in self.people.persons.items() if p.kind == "principal" and name not in figure.names}
            if len(leaders & {*self.sides}) == 1:
                yield "only they have no leader yet" if party not in leaders else "only the other has no leader yet"
        number, noun = figure.places[0]
        for name, account in (("first", self.accounts[number]), ("lately", self.lately[number])):
            if account and account[0] in self.sides:
                yield f"{name} in their account" if account == (party,) else f"{name} in the other's account"
        told = Counter(self.accounts[n][0] for n, _ in figure.places if self.accounts[n])
        if told:
            yield "mostly in their account" if told.most_common(1)[0][0] == party else "mostly in another account"
        owners = self._owners(number, noun)
        if owners & {*self.sides}:
            yield "named with them" if party in owners else "named with the other"
        if party == self.written_in and not noun.owner:
            yield f"of where it is written, {noun.kind}"
        if party == self.people.home:
            yield "of the home press"
            yield f"of the home press, {noun.kind}"
        place = self._in_row(number, noun)
        if place is not None and len(self.order) == len(self.sides) == 2:
            yield "in their place in a row of two" if self.order[place] == party else "in the other's place in a row of two"
        yield from self._belongs(figure, party)
        yield from self._met(figure, party)
        yield from self._titled(figure, party)
        yield from self._around(figure, party)

    def _in_row(self, number: int, noun: Noun) -> int | None:
        """Which of the two a figure is in 'Mauro Vieira and Yván Gil'."""
        for other in self.story.sentences[number].nouns:
            if other.names and other.kind == noun.kind:
                for place, (left, right) in enumerate(((noun, other), (other, noun))):
                    if right.first - left.end == 1 and self.story.tokens[left.end].low == "and":
                        return place
        return None

    def _owners(self, number: int, noun: Noun) -> set[str]:
        """The parties whose offices, texts and people the sentence names beside the figure, or where it is spoken."""
        nouns = [n for n in self.story.sentences[number].nouns if n.owner and n.first != noun.first]
        theirs = [n.owner if n.sure else [p for p in n.owner if p in self.sides] for n in nouns if n.kind in _VOICES]
        return {parties[0] for parties in theirs if len(parties) == 1}  # of a name that several share, the only side's

    def _belongs(self, figure: Figure, party: str) -> Iterator[str]:
        """'Choque's spokeswoman, Lidia Mamani': of whom the holder is; 'the Foreign Office': of one of those who have one."""
        for number, noun in figure.places:
            if len(noun.owner) > 1:
                yield "office of a name they share" if party in noun.owner else "office of a name others share"
            first = next((n for n in self.story.sentences[number].nouns if n.kind in ("principal", "person", "party")), None)
            owner = self._party_of(first) if first is not None and first.first < noun.first else None
            his = owner if noun.holder == "his" and noun.head not in self.words.counterparts else None
            holder = self.people.find(noun.holder) if noun.holder else None
            held_by = holder.party if holder is not None else his
            if held_by in self.sides:
                yield "belongs to one of theirs" if held_by == party else "belongs to one of the other's"
            if noun.kind == "spokes" and owner in self.sides:
                yield "speaks of one of theirs first" if owner == party else "speaks of one of the other's first"

    def _met(self, figure: Figure, party: str) -> Iterator[str]:
        """Who meets, tells or thanks somebody of one side is of the other; a spokesperson only tells of it."""
        if any(noun.kind == "spokes" for _, noun in figure.places):
            return
        paired = Counter(self._paired_ahead(number, figure) for number, _ in figure.places)
        for other in self.sides:
            again = ("", ", again")[paired[other] > 1]
            if paired[other]:
                yield f"told of ahead with one of theirs{again}" if other == party else f"told of ahead with one of the other's{again}"
        for number, noun in figure.places:
            for met in self._beside(number, noun):
                if met.first == noun.first or met.kind not in KINDS:
                    continue
                owner = self._party_of(met)
                if owner not in self.sides or not self._meet(noun, met):
                    continue
                if met.head in self.words.counterparts:
                    yield "has them for a counterpart" if owner == party else "has the other for a counterpart"
                else:
                    yield "meets one of theirs" if owner == party else "meets one of the other's"

    def _beside(self, number: int, noun: Noun) -> Sequence[Noun]:
        """The noun phrases of a sentence that stand no farther from one than two who meet."""
        nouns = self.story.sentences[number].nouns
        first = bisect_left(nouns, noun.first - _BETWEEN, key=lambda n: n.end)
        return nouns[first : bisect_right(nouns, noun.end + _BETWEEN, key=lambda n: n.first)]

    def _paired_ahead(self, number: int, figure: Figure) -> str | None:
        """'Peters, Brown edge towards deal', 'Winston Peters and Mark Brown outside the office': the side of the one beside him."""
        sentence = self.story.sentences[number]
        if sentence.start not in self.ahead:
            return None
        others = {n.names[-1]: n for n in sentence.nouns if n.kind in KINDS and n.names and n.names[-1] not in figure.names}
        parties = [self._party_of(noun) for noun in others.values()]
        return parties[0] if len(parties) == 1 and parties[0] in self.sides else None

    def _party_of(self, noun: Noun) -> str | None:
        known = self.people.find(noun.names[-1]) if noun.names else None
        if known is not None and known.known_by in _KNOWN:
            return known.party
        return noun.owner[0] if noun.sure else self.people.titled(noun.head) if noun.kind == "principal" and not noun.names else None

    def _meet(self, one: Noun, other: Noun) -> bool:
        left, right = sorted((one, other), key=lambda n: n.first)
        if not 0 <= right.first - left.end <= _BETWEEN:
            return False
        between = {t.low for t in self.story.tokens[left.end : right.first]}
        return not between & self.words.apart and (other.head in self.words.counterparts or bool(between & self.words.meeting))

    def _titled(self, figure: Figure, party: str) -> Iterator[str]:
        """A title that one of a side holds already; whose title another is the spokesperson of."""
        for number, noun in figure.places:
            owner = self.people.titled(noun.head) if noun.kind == "principal" else None
            if owner in self.sides:
                yield "title held by another of theirs" if owner == party else "title held by one of the other's"
            within = (self.people.titled(noun.title) or self._office(number, noun.title)) if noun.title else None
            if within in self.sides:
                yield "of the staff of one of theirs" if within == party else "of the staff of one of the other's"

    def _office(self, number: int, title: str) -> str | None:
        """Whose 'the ministry' is: of the last one that was named with its country, or as that of an office that one side holds."""
        for sentence in reversed(self.story.sentences[: number + 1]):
            for noun in sentence.nouns:
                if noun.kind == "institution" and noun.head.split()[-1] == title.split()[-1]:
                    owner = noun.owner[0] if noun.sure else self.people.titled(noun.title) if noun.title else None
                    if owner is not None:
                        return owner
        return None

    def _around(self, figure: Figure, party: str) -> Iterator[str]:
        """Where the figure speaks, and of whom."""
        votes: Counter[str] = Counter()
        for number, noun in figure.places:
            sentence = self.story.sentences[number]
            if not speaks(sentence, noun):
                continue
            for mention in sentence.mentions:
                owner = mention.parties[0]
                if len(mention.parties) > 1 or owner not in self.sides:
                    continue
                before = self.story.tokens[mention.first - 1].low if mention.first > sentence.first else ""
                if mention.kind == "capital" and before == "in":
                    yield "speaks in their capital" if owner == party else "speaks in the other's capital"
                elif not noun.first <= mention.first < noun.end:
                    votes[owner] += 1
        if votes:
            yield "speaks most of them" if votes.most_common(1)[0][0] == party else "speaks most of the other"
