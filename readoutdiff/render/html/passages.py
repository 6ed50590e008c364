"""The passages that a topic's cells quote, each with the place where it stands and what is to be known of it."""

from __future__ import annotations

from collections.abc import Sequence

from readoutdiff.contract import Comparison, Segment, Span
from readoutdiff.render import words
from readoutdiff.render.html.marking import Mark, Run, sentence_runs
from readoutdiff.render.reasons import RULES, TIERS
from readoutdiff.value import Value


class Passage(Value, frozen=True):
    """A quoted sentence: `segment` is its address among the texts, `place` says it in words, `notes` what is not quite sure.

    `known` tells how it is known whose words they are.
    """

    segment: str
    place: str
    language: str
    runs: tuple[Run, ...]
    notes: tuple[str, ...]
    known: tuple[str, ...]


class Reader:
    """Finds the segments and documents of a comparison by their ids."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.segments = {s.id: s for s in comparison.segments}
        self.documents = {d.id: d for d in comparison.documents}

    def passage(self, segment: str, marks: Sequence[Mark] = ()) -> Passage:
        """The sentence of a segment, with marks on it."""
        found = self.segments[segment]
        document = self.documents[found.document]
        return Passage(
            found.id,
            f"{document.name}, {found.start}–{found.end}",
            "" if document.language == "und" else document.language,
            sentence_runs(self.comparison, found, marks),
            tuple(self._notes(found)),
            tuple(self._known(found)),
        )

    def _notes(self, segment: Segment) -> list[str]:
        told = words.told_of(self.comparison, segment)
        unsure = [segment.tier] if segment.tier in ("inferred", "carried") else ["joint"] if len(segment.parties) > 1 else []
        return [*unsure, *([told] if told else []), *vouched(segment.corrected, segment.confirmed)]

    def _known(self, segment: Segment) -> list[str]:
        """How sure it is, and the words that name the source and report."""
        if segment.rule == "own readout":
            return [RULES[segment.rule]]
        out = [f"{segment.tier}: {TIERS[segment.tier]}"] if segment.tier else []
        out += [f"source: “{self.words(segment.source)}”"] if segment.source else []
        return out + ([f"reported with: “{self.words(segment.cue)}”"] if segment.cue else [])

    def words(self, span: Span | Segment) -> str:
        """The words of a range, safe to show."""
        return self.comparison.text_of(span)


def vouched(corrected: bool, confirmed: bool) -> list[str]:
    """What a person has done with it."""
    return [*(["corrected"] if corrected else []), *(["confirmed"] if confirmed else [])]
