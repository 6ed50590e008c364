"""Whose silence a reporter's remark tells of: 'the Danish readout made no mention of the dam', 'it says nothing of this'."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from readoutdiff.alignment.unit import Unit
from readoutdiff.attribution.labelled import Labelled
from readoutdiff.contract import Segment
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.noun import Noun

SPEAKING = ("paper", "post", "side", "institution")


class Silences:
    """Tells of the remarks in one text whose silence each is of."""

    def __init__(self, source: Labelled, sides: Sequence[str], knowledge: Knowledge) -> None:
        self._source, self._story, self._sides = source, source.story, frozenset(sides)
        self._words, self._heads = knowledge.grammar.words, knowledge.heads

    def of(self, remark: Unit) -> frozenset[str]:
        """Whose silence a remark tells of: of the texts and offices it names, else of its subject, else of all parties it names."""
        story, segment = self._story, remark.segment
        first, stop = story.token_at(segment.start), story.token_at(segment.end)
        nouns = story.sentences[story.sentence_at(segment.start)].nouns
        if story.tokens[first].low in self._words.contrasting:  # 'Unlike the Danish text, the Norwegian one …'
            first = next((at for at in range(first, stop) if story.tokens[at].key == ","), first)
        inside = [n for n in nouns if first <= n.first < stop]
        if story.tokens[first].low == "whose":  # 'Lima, whose text omits the fish'
            before = (self._owners(n) for n in reversed(nouns) if n.end <= first and n.kind != "pronoun")
            return next(before, frozenset[str]()) & self._sides
        if any(n.holder == "its" for n in inside) and any(story.tokens[i].low in self._words.counterparts for i in range(first, stop)):
            return self._others(self._told_before(segment))  # 'its counterpart's text says nothing of it'
        texts = frozenset(party for n in inside if n.kind in SPEAKING for party in self._owners(n))
        if any(self._is_outlet(story.tokens[i].low) for i in range(first, stop)):  # 'state television left it out'
            return frozenset()
        named = (story.mentions.get(i) for i in range(first, stop))
        found = texts or self._subject(segment, inside) or frozenset(m.parties[0] for m in named if m is not None and len(m.parties) == 1)
        return found & self._sides

    def _subject(self, segment: Segment, nouns: Sequence[Noun]) -> frozenset[str]:
        """'Lima does not mention it', 'Mr Prado says nothing of it'; 'it makes no mention' of whoever was told of before."""
        tokens = self._story.tokens
        subject = next((n for n in nouns if not n.first or tokens[n.first - 1].low not in self._words.connectors), None)
        if subject is None or subject.kind == "pronoun" or (subject.holder in ("his", "its") and not subject.owner):
            return self._told_before(segment)
        return self._owners(subject)

    def _others(self, parties: frozenset[str]) -> frozenset[str]:
        """The other side of two."""
        return self._sides - parties if parties and len(self._sides) == len(parties) + 1 else frozenset()

    def _is_outlet(self, low: str) -> bool:
        return low in self._words.outlets and self._heads.get(low) not in SPEAKING

    def _told_before(self, segment: Segment) -> frozenset[str]:
        """The side whose account was told right before, in the same paragraph."""
        segments = self._source.segments
        at = bisect_left(segments, segment.start, key=lambda s: s.start)
        before = segments[at - 1] if at else None
        if before is None or len(before.parties) != 1 or self._paragraph_of(before) != self._paragraph_of(segment):
            return frozenset()
        return frozenset(before.parties)

    def _owners(self, noun: Noun) -> frozenset[str]:
        """The party of a source, by its own words or by the person that it names."""
        if len(noun.owner) == 1:
            return frozenset(noun.owner)
        persons = (self._source.people.find(name) for name in (*noun.names, noun.holder) if name)
        return frozenset(person.party for person in persons if person is not None)

    def _paragraph_of(self, segment: Segment) -> int:
        return self._story.block_at(segment.start)
