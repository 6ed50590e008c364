"""Who asked for the call, by each side's own readout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from readoutdiff.contract import Reading
from readoutdiff.differences.initiative import find_initiatives
from readoutdiff.differences.passage import Passage
from readoutdiff.differences.words import differing
from readoutdiff.knowledge import Knowledge
from readoutdiff.labelled import Labelled
from readoutdiff.story import body
from readoutdiff.terms import TermFinder

_OPENING = 3  # sentences of a readout in which it tells of the call itself


def who_asked(readouts: Sequence[Labelled], sides: Sequence[str], knowledge: Knowledge) -> dict[str, Reading]:
    """For each side whose readout says who asked for the call, the words that do, and as `normal` the side that asked."""
    found = ((readout.document.party, reading) for readout in readouts for reading in _told(readout, sides, knowledge))
    asked: dict[str, Reading] = {}
    for party, reading in found:
        if party is not None:
            asked.setdefault(party, reading)
    return asked


def _told(readout: Labelled, sides: Sequence[str], knowledge: Knowledge) -> Iterator[Reading]:
    people = readout.people.settled(readout.document.party, knowledge.grammar.words.sole)
    for sentence in islice(body(readout.story), _OPENING):
        passage = Passage(
            document=readout.document.id,
            party=readout.document.party or "",
            sides=tuple(sides),
            story=readout.story,
            people=people,
            first=sentence.first,
            stop=sentence.stop,
            words=differing(knowledge),
            finder=TermFinder(knowledge, frozenset()),
        )
        for item in find_initiatives(passage):
            if "call" in item.keys:
                start, end = readout.story.tokens[item.first].start, readout.story.tokens[item.end - 1].end
                yield Reading(document=readout.document.id, start=start, end=end, normal=item.value)
