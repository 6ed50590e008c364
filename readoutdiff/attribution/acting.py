"""Who acts in a readout's sentences: its publisher often tells what the other side's leader said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readoutdiff.attribution.attribute import attribute
from readoutdiff.attribution.context import Context
from readoutdiff.attribution.parts import Part
from readoutdiff.attribution.people import People
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.story import Sentence, Story


def _nobody(at: Context, number: int, sentence: Sentence, actor: str | None) -> Part:
    """A sentence that names no source is not weighed: in a readout it is the publisher's in any case."""
    return Part(sentence.start, sentence.end, number, "background")


_NAMED = ("explicit", "anaphoric")


def actors_of(story: Story, people: People, sides: Sequence[str], knowledge: Knowledge) -> Mapping[int, str]:
    """For each sentence, by its number, the side that says or does what it tells, or "joint"; none where nobody is named."""
    found: dict[int, set[tuple[str, ...]]] = {}
    for part in attribute(story, people, sides, knowledge, _nobody):
        if part.tier in _NAMED and part.parties and part.known_by != "title":  # 'the President' may be either's
            found.setdefault(part.sentence, set()).add(part.parties)
    sole = {number: next(iter(whose)) for number, whose in found.items() if len(whose) == 1}
    return {number: parties[0] if len(parties) == 1 else "joint" for number, parties in sole.items()}
