"""Who asked for the call, by each side's own readout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from readoutdiff.alignment.terms import TermFinder
from readoutdiff.attribution.labelled import Labelled
from readoutdiff.contract import Reading
from readoutdiff.differences.finding import Differences
from readoutdiff.differences.initiative import find_initiatives
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.story import body

_OPENING = 3  # sentences of a readout in which it tells of the call itself


def who_asked(readouts: Sequence[Labelled], sides: Sequence[str], knowledge: Knowledge) -> dict[str, Reading]:
    """For each side whose readout says who asked for the call, the words that do, and as `normal` the side that asked."""
    differences = Differences(readouts, sides, TermFinder(knowledge, frozenset()))
    asked: dict[str, Reading] = {}
    for readout in readouts:
        party = readout.document.party
        first = next(_told(readout, party, differences), None) if party is not None else None
        if party is not None and first is not None:
            asked.setdefault(party, first)
    return asked


def _told(readout: Labelled, party: str, differences: Differences) -> Iterator[Reading]:
    for sentence in islice(body(readout.story), _OPENING):
        for item in find_initiatives(differences.passage(readout.document.id, party, sentence.first, sentence.stop)):
            if "call" in item.keys:
                start, end = readout.story.tokens[item.first].start, readout.story.tokens[item.end - 1].end
                yield Reading(document=readout.document.id, start=start, end=end, normal=item.value)
