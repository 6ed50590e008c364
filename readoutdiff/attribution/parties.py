"""Which party a user names, and whose readout a text is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import permutations

from readoutdiff.attribution.discourse import Memory, resolve
from readoutdiff.attribution.people import People
from readoutdiff.attribution.sides import parties_in
from readoutdiff.errors import UsageError
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.story import Story, body

_PARTNER = 6  # marks against the only party whose leader's country is named at the start
_FIRST = 4  # marks for the first of two
_CLEAR = 2  # marks by which the best reading must lead the next


def find_party(name: str, knowledge: Knowledge) -> str:
    """The id of a party given by its id or by any of its own names, in any case. Raises UsageError if there is none."""
    wanted = name.strip().casefold()
    if wanted in knowledge.parties:
        return wanted
    for party, entry in knowledge.parties.items():
        if any(wanted == own.casefold() for own in entry.own):
            return party
    raise UsageError(f"unknown side {name!r}; use an id such as us or ru, or a country's English name")


def publishers(stories: Sequence[Story], people: Sequence[People], known: Sequence[str | None], names: Sequence[str]) -> list[str]:
    """Whose readout each text is; `known` holds those that the user named.

    The sides are the parties that most of the texts name at their head. A text is that of the side whose leader
    speaks first and acts most in it, and not of the one whom it names as the partner ('with …'). Raises UsageError
    where the texts do not tell it.
    """
    unknown = [i for i, party in enumerate(known) if party is None]
    if not unknown:
        return [party for party in known if party is not None]
    candidates = [p for p in _heads(stories, people, len(stories)) if p not in known]
    marks = [_marks(stories[i], people[i]) for i in unknown]
    ranked = sorted(
        ((sum(m[p] for m, p in zip(marks, choice, strict=True)), choice) for choice in permutations(candidates, len(unknown))), reverse=True
    )
    clear = bool(ranked) and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _CLEAR)
    if not clear or any(m[p] < 0 for m, p in zip(marks, ranked[0][1], strict=True)):
        unsure = ", ".join(names[i] for i in unknown)
        raise UsageError(f"cannot tell whose readouts these are ({unsure}); name them in order with --sides, as in --sides us,ru")
    found = dict(zip(unknown, ranked[0][1], strict=True))
    return [party or found[i] for i, party in enumerate(known)]


def _heads(stories: Sequence[Story], people: Sequence[People], n: int) -> list[str]:
    """The n parties that most texts name in headline or first sentences, the first of all; none where that does not single them out."""
    first: Counter[str] = Counter()
    heads: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for story, known in zip(stories, people, strict=True):
        ahead = [s for s in story.sentences if story.blocks[s.block].label == "headline"]
        opening = list(body(story))[:2]
        first.update({p for sentence in (*ahead, *opening[:1]) for p in parties_in(story, sentence, known)})
        heads.update({p for sentence in (*ahead, *opening) for p in parties_in(story, sentence, known)})
        mentions.update(m.parties[0] for m in story.mentions.values() if len(m.parties) == 1)
    ranked = sorted(heads, key=lambda p: (-first[p], -heads[p], -mentions[p], p))
    if len(ranked) > n and (first[ranked[n - 1]], heads[ranked[n - 1]]) == (first[ranked[n]], heads[ranked[n]]):
        return []  # a third party stands at the head as often as a side: which two spoke cannot be told
    return ranked[:n]


def _marks(story: Story, people: People) -> Counter[str]:
    """How much speaks for each party as the publisher of a text.

    Texts leave their own leader's country out and name the partner's; where both are named, their own comes first.
    """
    marks: Counter[str] = Counter()
    memory = Memory(people)
    sentences = list(body(story))
    named = [n.owner[0] for s in sentences[:1] for n in s.nouns if n.sure and n.kind in ("principal", "institution", "person", "side")]
    if len(set(named)) == 1:
        marks[named[0]] -= _PARTNER
    elif named:
        marks[named[0]] += _FIRST
    for sentence in sentences:
        subjects = {resolve(f.source, memory).parties for f in sentence.frames if f.source.kind != "pronoun"}
        marks.update(parties[0] for parties in subjects if len(parties) == 1)
    return marks
