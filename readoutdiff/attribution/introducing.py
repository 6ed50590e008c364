"""Whom a text itself introduces: 'Egyptian Foreign Minister Hossam Refaat' makes Refaat Egypt's from then on.

What the text says of a person or a title wins over every list.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise, zip_longest

from readoutdiff.attribution.accounts import accounts_of
from readoutdiff.attribution.home import written_in
from readoutdiff.attribution.people import People, Person, Titled
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.noun import Noun
from readoutdiff.parsing.nouns import are_apposed
from readoutdiff.parsing.story import Sentence, Story
from readoutdiff.text.spelling import Spellings, fold, full_name
from readoutdiff.value import replace

_LINKS = {False: ("of", "the"), True: ("of", "the", "and", ",")}  # what stands in a list of countries, before and after the first
_LONGEST_NAME = 20  # words, of a leader's name with all that may stand before it
_BRACKET = 8  # words between a name and the body it is said to belong to


def introduce(story: Story, knowledge: Knowledge, on: date | None = None) -> People:
    """Collect persons and titles from all noun phrases of a text, captions and headline included; `on` is its date."""
    gathering = _Gathering(story, knowledge, on)
    accounts = tuple(accounts_of(story))
    for sentence, near in zip(story.sentences, accounts, strict=True):
        if not any(noun.names or noun.kind == "principal" for noun in sentence.nouns):
            continue
        speaking = {frame.source.first for frame in sentence.frames if frame.postposed}
        headline = story.blocks[sentence.block].label == "headline"
        for noun in (
            *sentence.nouns,
            *_copular(story, sentence, knowledge),
            *_members(story, sentence.nouns),
            *_paired(story, sentence.nouns),
            *_masters(story, sentence.nouns, knowledge.heads),
        ):
            if headline and any(story.tokens[i].key == "," for i in range(noun.first, noun.end)):
                continue  # 'Strand, Swedish leader meet' are two
            gathering.opposed = _principal_of(sentence, noun) if noun.holder == "his" else None
            gathering.meet(noun, near, noun.first in speaking)
    return replace(gathering.people(), accounts=accounts)


class _Gathering:
    def __init__(self, story: Story, knowledge: Knowledge, on: date | None) -> None:
        self.story, self.knowledge, self.on = story, knowledge, on
        self.votes: dict[str, Counter[Person]] = defaultdict(Counter)
        self.titles: dict[str, set[str]] = defaultdict(set)
        self.held: dict[str, set[str]] = defaultdict(set)  # by somebody whom the text names
        self.titled: list[Titled] = []
        self.listed: dict[str, str] = {}
        self.foreign: Counter[str] = Counter()
        self.unowned: set[str] = set()
        self.met: set[str] = set()
        self.placed: dict[str, str] = {}
        self.opposed: str | None = None
        self.serving: list[tuple[Noun, str]] = []  # whoever is somebody's, and whose

    def meet(self, noun: Noun, near: tuple[str, ...] = (), speaks: bool = False) -> None:
        """Take note of what one noun phrase says of a person or a title; `near` is the party in whose account it stands or `speaks`."""
        if noun.kind == "principal" and noun.sure and noun.head:
            self.titles[noun.head].add(noun.owner[0])
            if noun.name:
                self.held[noun.head].add(noun.owner[0])
            if "counterpart" in noun.head or (noun.name and noun.head in self.knowledge.grammar.words.sole):
                self.foreign[noun.owner[0]] += 1
        if not noun.name:
            return
        listed = self._listed(noun)
        if listed and noun.kind == "principal" and not noun.owner and noun.head:
            self.titles[noun.head].add(listed)
        if noun.holder not in (None, "his", "its") and noun.head not in self.knowledge.grammar.words.counterparts:
            self.serving += [(noun, noun.holder)] if noun.kind in ("principal", "spokes") else []
        if noun.sure and (noun.kind in ("principal", "spokes") or self._possessed(noun)):
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

    def _possessed(self, noun: Noun) -> bool:
        """'Japan's Naoki Hatano', not 'Libya's National Oil Corporation'."""
        owned = noun.kind == "person" and self.story.tokens[noun.first].possessive and noun.first in self.story.mentions
        return owned and self.knowledge.heads.get(noun.names[-1].lower()) is None

    def _listed(self, noun: Noun) -> str | None:
        """The party whose leader of that full name held office when the story was told."""
        words = [token.key for token in self.story.tokens[noun.first : noun.end]]
        if not any(fold(word) in self.knowledge.leading_families for word in words[-2:]):  # 'Donald Trump Jr'
            return None
        for start in range(max(0, len(words) - _LONGEST_NAME), len(words)):
            terms = self.knowledge.leaders.get(fold(full_name(words[start:], self.knowledge.grammar.words.beside_names)), ())
            parties = {term.party for term in terms if self.on is None or term.covers(self.on)}
            if len(parties) == 1:
                return parties.pop()
        return None

    def _of_staff(self, noun: Noun, master: Person | None) -> Iterator[tuple[str, Person]]:
        """'President Prado's adviser, Luis Tapia' is of her party."""
        if master is not None and master.known_by == "text":
            yield from ((name, Person(master.party, _kind(noun))) for name in noun.names)

    def people(self) -> People:
        """All that was gathered."""
        persons = {name: counts.most_common(1)[0][0] for name, counts in self.votes.items()}
        serving = {name: person for noun, master in self.serving for name, person in self._of_staff(noun, persons.get(master))}
        persons = serving | persons
        spellings = Spellings(persons)
        homeless = tuple(dict.fromkeys(t for t in self.titled if not any(n in persons or spellings.find(n) for n in t.names)))
        held = {titled.head for titled in homeless}  # somebody without a country has it too: no party has it alone
        titles = {title: owners for title, owners in self.titles.items() if title not in held}
        single = {title: next(iter(owners)) for title, owners in titles.items() if len(owners) == 1}
        here = written_in(self.story)  # there 'the president' is their own, though another's may be named by his country
        single |= {title: here for title in titles if here is not None and self.held[title] == {here}}
        single |= {seat: single[title] for seat, title in self.knowledge.grammar.heads.seat_of.items() if title in single}
        explicit = {*serving, *(name for name, counts in self.votes.items() if counts.total() > 0)}
        listed = {name: party for name, party in self.listed.items() if name not in explicit}
        unsure = frozenset(persons.keys() - explicit) if self.on is None else frozenset()
        foreign = dict(self.foreign.most_common())
        return People(persons, single, homeless, listed, unsure, foreign, self.placed, frozenset(self.unowned), spellings=spellings)


def _principal_of(sentence: Sentence, noun: Noun) -> str | None:
    """The party of the person named before in the sentence, if its own words tell."""
    before = (n for n in sentence.nouns if n.first < noun.first and n.sure and n.kind in ("principal", "person"))
    return next((n.owner[0] for n in before), None)


def _kind(noun: Noun) -> str:
    """An ambassador is introduced with his country by his own press too."""
    return "envoy" if noun.posted else "spokes" if noun.kind == "spokes" else "principal"


def _copular(story: Story, sentence: Sentence, knowledge: Knowledge) -> Iterator[Noun]:
    """'Teresa Undurraga had been Chile's foreign minister'."""
    for left, right in pairwise(sentence.nouns):
        if left.kind != "person" or right.kind not in ("principal", "spokes") or not right.sure:
            continue
        between = {t.low for t in story.tokens[left.end : right.first]}
        if between and between <= knowledge.grammar.words.being:
            yield replace(right, name=left.name, names=left.names)


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
            yield replace(left, owner=right.owner, kind="principal")


def _masters(story: Story, nouns: Sequence[Noun], principals: Mapping[str, str]) -> Iterator[Noun]:
    """'The press service of President Ana Prado', 'the office of its prime minister, Luis Tapia,': who holds that office."""
    for noun, after in zip_longest(nouns, nouns[1:]):
        title = noun.title or ""
        if noun.kind not in ("institution", "paper", "post", "spokes") or principals.get(title.rpartition(" ")[2]) != "principal":
            continue
        own = noun.owner if noun.sure else ()
        if noun.holder not in (None, "his", "its"):
            yield Noun(noun.first, noun.end, "principal", own, title, noun.holder, names=(noun.holder or "",))
        elif after is not None and after.kind == "person" and are_apposed(story.tokens, noun, after) and after.end < len(story.tokens):
            its = any(story.tokens[i].low == "its" for i in range(noun.first, noun.end)) and nouns[0].kind == "party"
            if story.tokens[after.end].key == ",":
                yield replace(after, kind="principal", head=title, owner=own or (nouns[0].owner if its else ()))


def _paired(story: Story, nouns: Sequence[Noun]) -> Iterator[Noun]:
    """'The foreign ministers of Peru and Chile, Ana Prado and Luis Tapia,': the names go with the countries in their order."""
    for at, noun in enumerate(nouns):
        if noun.kind not in ("principal", "joint") or not noun.head.endswith("s"):
            continue
        parties = list(dict.fromkeys(listed_parties(story, noun)))
        persons = list(_row(story, [n for n in nouns[at + 1 :] if n.kind != "party"]))
        if 1 < len(parties) == len(persons):
            for person, party in zip(persons, parties, strict=True):
                yield replace(person, kind="principal", owner=(party,))


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
