"""Whose silence a reporter's remark tells of: 'the Danish readout made no mention of the dam', 'it says nothing of this'."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from readoutdiff.alignment.doubting import SPEAKING
from readoutdiff.alignment.unit import Unit
from readoutdiff.attribution.labelled import Labelled
from readoutdiff.contract import Segment
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.mentions import Mention
from readoutdiff.parsing.noun import Noun
from readoutdiff.text.tokens import low_at

_NOBODY: frozenset[str] = frozenset()


class Silences:
    """Tells of the remarks in one text whose silence each is of."""

    def __init__(self, source: Labelled, sides: Sequence[str], knowledge: Knowledge) -> None:
        self._source, self._story, self._sides = source, source.story, frozenset(sides)
        self._words, self._heads, self._passing = knowledge.grammar.words, knowledge.heads, knowledge.passing

    def of(self, remark: Unit) -> frozenset[str]:
        """Whose silence a remark tells of: of the texts and offices it names, else of its subject, else of all parties it names.

        Where it names none ('but it makes no mention of fish') it is of the side that was told of before.
        """
        story, segment = self._story, remark.segment
        first, stop = self._range(segment)
        nouns = story.sentences[story.sentence_at(segment.start)].nouns
        inside = [n for n in nouns if first <= n.first < stop]
        if story.tokens[first].low == "whose":  # 'Lima, whose text omits the fish'
            before = (self._owners(n) for n in reversed(nouns) if n.end <= first and n.kind != "pronoun")
            return next(before, _NOBODY) & self._sides
        if any(n.holder == "its" for n in inside) and any(story.tokens[i].low in self._words.counterparts for i in range(first, stop)):
            return self._others(self._told_before(segment))  # 'its counterpart's text says nothing of it'
        return self._named(segment, inside, first, stop) & self._sides

    def _range(self, segment: Segment) -> tuple[int, int]:
        """The tokens of a remark, without 'Unlike the Danish text,' at its head."""
        first, stop = self._story.token_at(segment.start), self._story.token_at(segment.end)
        if self._story.tokens[first].low in self._words.contrasting:
            first = next((at for at in range(first, stop) if self._story.tokens[at].key == ","), first)
        return first, stop

    def _named(self, segment: Segment, nouns: Sequence[Noun], first: int, stop: int) -> frozenset[str]:
        mentions = [m for i in range(first, stop) if (m := self._story.mentions.get(i)) is not None and len(m.parties) == 1]
        if any(self._is_outlet(m.end) for m in mentions):
            return _NOBODY
        texts = self._texts(n for n in nouns if n.kind != "side")
        texts = texts or self._texts(n for n in nouns if not n.head.endswith("s"))  # 'the Danish side', not 'the Danes'
        subject = next((n for n in nouns if not self._is_within(n)), None)
        if texts:
            return texts
        if any(n.kind in SPEAKING and n is not subject for n in nouns):  # 'something the thread skips': whose it is cannot be told
            return self._owners(subject) if subject is not None and subject.kind != "pronoun" else _NOBODY
        if subject is not None and subject.kind == "outside" and subject.owner:
            return _NOBODY  # 'the opposition in Lima made no mention of it'
        if subject is not None and (subject.kind == "pronoun" or (subject.holder in ("his", "its") and not subject.owner)):
            return self._told_before(segment)
        if subject is not None and (self._holds(subject.end) or subject.posted):
            return _NOBODY  # 'Lima's law makes no mention of it'
        owners = self._owners(subject) if subject is not None else _NOBODY
        named = frozenset(m.parties[0] for m in mentions if self._is_itself(m))
        return owners or named or (_NOBODY if mentions else self._told_before(segment))

    def _is_itself(self, mention: Mention) -> bool:
        """'Lima made no mention', 'no word from Lima', not 'Lima's law', 'Peruvian fishermen', 'an agenda sent out by Lima'."""
        tokens = self._story.tokens
        before = tokens[mention.first - 1].low if mention.first else ""
        return mention.kind != "adjective" and before != "by" and not self._holds(mention.end)

    def _holds(self, end: int) -> bool:
        """Whether a name that ends here is a genitive, of what tells of no text: 'Lima's law', not 'Lima's makes no mention'."""
        tokens = self._story.tokens
        return tokens[end - 1].possessive and low_at(tokens, end) not in self._passing

    def _texts(self, nouns: Iterable[Noun]) -> frozenset[str]:
        return frozenset(party for n in nouns if n.kind in SPEAKING for party in self._owners(n))

    def _is_within(self, noun: Noun) -> bool:
        """Whether it stands behind a preposition, and is no subject."""
        return bool(noun.first) and self._story.tokens[noun.first - 1].low in self._words.connectors

    def _others(self, parties: frozenset[str]) -> frozenset[str]:
        """The other side of two."""
        return self._sides - parties if parties and len(self._sides) == len(parties) + 1 else _NOBODY

    def _is_outlet(self, at: int) -> bool:
        """'Iranian state television left it out'."""
        return any(t.low in self._words.outlets and self._heads.get(t.low) not in SPEAKING for t in self._story.tokens[at : at + 2])

    def _told_before(self, segment: Segment) -> frozenset[str]:
        """The side whose account was told right before, in the same paragraph or the one before it."""
        segments = self._source.segments
        at = bisect_left(segments, segment.start, key=lambda s: s.start)
        before = segments[at - 1] if at else None
        if before is None or len(before.parties) != 1 or self._paragraph_of(before) < self._paragraph_of(segment) - 1:
            return frozenset()
        return frozenset(before.parties)

    def _owners(self, noun: Noun) -> frozenset[str]:
        """The party of a source, by its own words or by the person that it names."""
        if len(noun.owner) == 1:
            return frozenset(noun.owner)
        persons = (self._source.people.find(name) for name in (*noun.names, noun.holder) if name)
        return frozenset(person.party for person in persons if person is not None) or self._spoke(noun)

    def _spoke(self, noun: Noun) -> frozenset[str]:
        """The side whose 'palace' has spoken in this text, where but one side's has."""
        words = self._story.tokens[noun.first : noun.end]
        heads = {t.low for t in words if self._heads.get(t.low) == "institution"}
        text = self._story.text
        spoken = [s for s in self._source.segments if heads and s.source is not None and len(s.parties) == 1]
        sides = {s.parties for s in spoken if s.source is not None and heads & {*text[s.source.start : s.source.end].lower().split()}}
        return frozenset(sides.pop()) if len(sides) == 1 else frozenset()

    def _paragraph_of(self, segment: Segment) -> int:
        return self._story.block_at(segment.start)
