"""Whom a text itself introduces: 'Egyptian Foreign Minister Hossam Refaat' makes Refaat Egypt's from then on.

What the text says of a person or a title wins over every list.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from readoutdiff.knowledge import Knowledge, full_name
from readoutdiff.phrase import Noun
from readoutdiff.story import Sentence, Story


class Person(NamedTuple):
    """A person's party and whether the person speaks (spokes) or acts (principal) for it."""

    party: str
    kind: str


class People(NamedTuple):
    """Persons by the parts of their names; titles that one party alone holds in this text.

    `homeless` are the titled persons whose party neither the text nor the list of leaders says, `listed` those whose
    party only the list says, and `home` the party they belong to: the press of a country leaves its own name out. `unowned`
    are the titles that stand with no country, which are those of home.
    """

    persons: Mapping[str, Person]
    titles: Mapping[str, str]
    homeless: frozenset[str]
    listed: Mapping[str, str] = {}
    unowned: frozenset[str] = frozenset()
    home: str | None = None

    def at_home(self, home: str) -> People:
        """The same people, with those of no known party belonging to `home`."""
        persons = dict(self.persons) | {name: Person(home, "principal") for name in self.homeless}
        titles = dict.fromkeys(self.unowned - self.titles.keys(), home) | dict(self.titles)
        return self._replace(persons=persons, titles=titles, homeless=frozenset(), home=home)


def introduce(story: Story, knowledge: Knowledge) -> People:
    """Collect persons and titles from all noun phrases of a text, captions and headline included."""
    votes: dict[str, Counter[Person]] = defaultdict(Counter)
    titles: dict[str, set[str]] = defaultdict(set)
    titled: set[str] = set()
    placed: dict[str, str] = {}
    unowned: set[str] = set()
    for sentence in story.sentences:
        headline = story.blocks[sentence.block].label == "headline"
        for noun in (*sentence.nouns, *_copular(story, sentence, knowledge)):
            if headline and any(story.tokens[i].key == "," for i in range(noun.first, noun.end)):
                continue  # 'Strand, Swedish leader meet' are two
            listed = _listed(story, noun, knowledge) if noun.name else None
            if noun.name and noun.sure and (noun.kind in ("principal", "spokes") or _possessed(story, noun)):
                kind = "spokes" if noun.kind == "spokes" else "principal"
                for weight, part in enumerate(noun.names, 1):
                    votes[part][Person(noun.owner[0], kind)] += weight
            elif noun.name and noun.kind == "principal" and not noun.owner and noun.holder is None and not listed:
                titled.update(noun.names)
            if noun.name and noun.kind == "principal" and not noun.owner and noun.holder is None:
                unowned.add(noun.head)
            if listed and noun.kind == "principal" and not noun.owner:
                placed.update(dict.fromkeys(noun.names, listed))
            if listed:  # what the text says of a person outweighs the list
                for part in noun.names:
                    votes[part][Person(listed, "principal")] += 0
            if noun.kind == "principal" and noun.sure and noun.head:
                titles[noun.head].add(noun.owner[0])
    persons = {name: counts.most_common(1)[0][0] for name, counts in votes.items()}
    single = {title: next(iter(owners)) for title, owners in titles.items() if len(owners) == 1}
    single |= {seat: single[title] for seat, title in knowledge.grammar.heads.seat_of.items() if title in single}
    explicit = {name for name, counts in votes.items() if counts.total() > 0}
    placed = {name: party for name, party in placed.items() if name not in explicit}
    return People(persons, single, frozenset(titled - persons.keys()), placed, frozenset(unowned))


def _listed(story: Story, noun: Noun, knowledge: Knowledge) -> str | None:
    """The party of the holder of office of that full name."""
    words = [token.key for token in story.tokens[noun.first : noun.end]]
    for start in range(len(words)):
        party = knowledge.leaders.get(full_name(words[start:], knowledge.grammar))
        if party:
            return party
    return None


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


def _possessed(story: Story, noun: Noun) -> bool:
    """'Japan's Naoki Hatano'."""
    return noun.kind == "person" and story.tokens[noun.first].possessive and noun.first in story.mentions
