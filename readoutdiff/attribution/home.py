"""The party whose press wrote a story: its own officials stand there with no country named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from readoutdiff.attribution.discourse import COMMON
from readoutdiff.attribution.people import People
from readoutdiff.parsing.story import Sentence, Story, ahead, lead

_UNIONS = ("eu", "un")  # no country's press is theirs
_NEARLY = 2 / 3
_FIRST = 2  # home is one of the two parties most named

_AHEAD = 3  # a mention in the lead weighs as much as so many later ones
_DATELINE = 5  # a capital at the very start of a story weighs as much as so many mentions


def find_home(story: Story, people: People, sole: frozenset[str]) -> str | None:
    """The home party, or None where nothing shows one; `sole` are the titles that a country has once.

    It is the party most often named, the dateline first, among those none of whose people is introduced with their
    country, in a story whose lead has titled persons without one.
    """
    front = [*ahead(story), *lead(story)]
    names = {part for s in front for n in s.nouns for part in n.names}
    foreign = _foreign(people, names)
    own = {people.listed[name] for name in names & people.listed.keys()} - foreign
    if len(own) == 1 and len(foreign) < 2:
        return next(iter(own))
    if not any(names & set(titled.names) for titled in people.homeless if titled.kind == "principal") or not foreign:
        return None
    if len({people.placed[t.names[-1]] for t in people.homeless if t.names[-1] in people.placed and t.head in sole}) > 1:
        return None  # leaders of two countries stand there with no country: a wire's way
    counts = _mentions(story, front)
    named = {m.parties[0] for m in story.mentions.values() if len(m.parties) == 1}  # a shared name alone names nobody
    candidates = [party for party, _ in counts.most_common() if party in named and party not in _UNIONS and len(party) == 2]
    found = next((p for p in candidates[:_FIRST] if p not in foreign), None)
    return found and _rather_seated(story, found, [p for p in candidates[_FIRST:] if p not in foreign], counts)


def _rather_seated(story: Story, found: str, others: Sequence[str], counts: Mapping[str, int]) -> str:
    """The next party, if it is named nearly as often, and its capital too: 'US ships' may be told of anywhere."""
    seated = {m.parties[0] for m in story.mentions.values() if m.kind == "capital" and len(m.parties) == 1}
    other = others[0] if others else found
    return other if found not in seated and other in seated and counts[other] >= _NEARLY * counts[found] else found


def written_in(story: Story) -> str | None:
    """The party from whose capital or country a dateline says the story comes: 'OSLO, 3 May -', or a line of its own."""
    starts = {story.token_at(block.start) for block in story.blocks if block.start <= lead(story)[0].start} if lead(story) else set()
    opening = [mention for first, mention in story.mentions.items() if first in starts and mention.kind in ("capital", "country")]
    dated = [m for m in opening if len(m.parties) == 1 and m.end < len(story.tokens) and story.tokens[m.end].key in ",:-–—("]
    return dated[-1].parties[0] if dated else None


def most_named(story: Story) -> list[str]:
    """The parties that a story names, the most named first; the lead and what stands ahead of it weigh more."""
    front = [*ahead(story), *lead(story)]
    return [party for party, _ in _mentions(story, front).most_common() if party not in _UNIONS]


def _foreign(people: People, lead_names: set[str]) -> set[str]:
    """Parties whose leaders the text introduces with their country, or whose officials its lead does, or else its spokesmen."""
    told = {n: p for n, p in people.persons.items() if n not in people.listed and n not in people.unsure}
    leaders = {p.party for n, p in told.items() if p.kind == "principal" and n in lead_names} | people.foreign.keys()
    return leaders or {p.party for p in told.values()}


def _mentions(story: Story, front: list[Sentence]) -> Counter[str]:
    """How much each party is named, those of the lead and the dateline weighing more."""
    counts: Counter[str] = Counter()
    places = {i for s in front for i in range(s.first, s.stop)}
    body = lead(story)
    first = story.token_at(body[0].start) if body else 0
    for mention in story.mentions.values():
        if len(mention.parties) <= COMMON:
            weight = _DATELINE if first <= mention.first < first + 3 else _AHEAD if mention.first in places else 1
            counts.update(dict.fromkeys(mention.parties, weight))
    return counts
