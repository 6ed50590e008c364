"""What the sides of a topic put differently: each statement beside the other side's that has most words in common with it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from readoutdiff.alignment.terms import TermFinder
from readoutdiff.alignment.unit import Unit
from readoutdiff.attribution.labelled import Labelled
from readoutdiff.contract import Difference, Segment, Topic
from readoutdiff.differences.comparing import Statement, differences_between
from readoutdiff.differences.passage import Passage
from readoutdiff.differences.words import differing
from readoutdiff.lexicon.drawers import Known

_TEXTS = ("paper", "post", "institution", "side", "spokes")  # whose reporting verb is the outlet's own


class Differences:
    """Finds the differences within topics; `finder` turns words into the stems they are compared by."""

    def __init__(self, sources: Sequence[Labelled], sides: Sequence[str], finder: TermFinder) -> None:
        sole = finder.knowledge.grammar.words.sole
        self.sources = {s.document.id: s for s in sources}
        self.people = {s.document.id: s.people.settled(s.document.party, sole) if s.document.party else s.people for s in sources}
        self.sides, self.words = tuple(sides), differing(finder.knowledge)
        self.finder = finder

    def of(self, topic: Topic, units: Mapping[str, Unit]) -> tuple[Difference, ...]:
        """The differences of a shared topic, each once, by their place in the first side's text."""
        if topic.status != "shared":
            return ()
        told = Known[tuple[str, str], Statement](lambda key: self._statement(units[key[0]].segment, key[1]))
        found = {
            (difference.kind, *_places(difference)): difference
            for one, other in combinations(topic.segments, 2)
            for mine, theirs in _beside([units[s] for s in topic.segments[one]], [units[s] for s in topic.segments[other]])
            for difference in differences_between(told[mine.segment.id, one], told[theirs.segment.id, other])
        }
        return tuple(sorted(found.values(), key=_places))

    def between(self, mine: Segment, one: str, theirs: Segment, other: str) -> Iterator[Difference]:
        """What two statements put differently; `one` and `other` are whose they are."""
        return differences_between(self._statement(mine, one), self._statement(theirs, other))

    def _statement(self, segment: Segment, party: str) -> Statement:
        story = self.sources[segment.document].story
        passage = self.passage(segment.document, party, story.token_at(segment.start), story.token_at(segment.end))
        return Statement(passage, self._outlets(segment))

    def passage(self, document: str, party: str, first: int, stop: int) -> Passage:
        """tokens[first:stop] of a document, as a side's."""
        story = self.sources[document].story
        return Passage(
            document=document,
            party=party,
            sides=self.sides,
            story=story,
            people=self.people[document],
            first=first,
            stop=min(stop, len(story.tokens)),
            words=self.words,
            finder=self.finder,
        )

    def _outlets(self, segment: Segment) -> frozenset[int]:
        """The places of the outlet's own verbs: 'said' in an article, and what it has a text do ('the readout stressed')."""
        if segment.rule == "own readout":
            return frozenset()
        story = self.sources[segment.document].story
        first, stop = (story.token_at(place) for place in (segment.start, segment.end))
        return self._of_texts(segment) | {at for at in range(first, stop) if story.tokens[at].low in self.words.clauses.plain}

    def _of_texts(self, segment: Segment) -> frozenset[int]:
        """The place of the reporting verb, where a text or an institution is its subject."""
        if segment.cue is None or segment.source is None:
            return frozenset()
        story = self.sources[segment.document].story
        first = story.token_at(segment.source.start)
        sentence = story.sentences[bisect_right(story.sentences, first, key=lambda s: s.first) - 1]
        kinds = {noun.kind for noun in sentence.nouns if noun.first == first}
        start, stop = (story.token_at(place) for place in (segment.cue.start, segment.cue.end))
        return frozenset(range(start, stop)) if kinds & {*_TEXTS} else frozenset()


def _places(difference: Difference) -> list[tuple[str, int, int]]:
    return [(reading.document, reading.start, reading.end) for reading in difference.values.values()]


def _beside(left: Sequence[Unit], right: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """Each statement of one side with the one of the other side that has most words in common with it."""
    pairs = {}
    for mine, others, turned in ((left, right, False), (right, left, True)):
        for unit in mine:
            best = max((o for o in others if o.segment.id != unit.segment.id), key=lambda o: _common(unit, o), default=None)
            if best is not None:
                pair = (best, unit) if turned else (unit, best)
                pairs[pair[0].segment.id, pair[1].segment.id] = pair
    return iter(pairs.values())


def _common(unit: Unit, other: Unit) -> int:
    return len(unit.terms.stems & other.terms.stems)
