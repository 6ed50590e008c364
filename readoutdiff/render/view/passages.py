"""The passages that a topic's cells quote, each with the place where it stands and what is to be known of it."""

from __future__ import annotations

from collections.abc import Sequence

from readoutdiff.contract import Comparison, Segment
from readoutdiff.render import facts, words
from readoutdiff.render.reasons import RULES, TIERS
from readoutdiff.render.view.marking import Mark, Run, heard, runs, sentence_runs
from readoutdiff.value import Value, replace


class Passage(Value, frozen=True):
    """A quoted sentence: `segment` is its address among the texts, `place` says it in words, `notes` what is to be known of it.

    `known` tells how it is known whose words they are, `heard` what of it is marked, for those who hear the page.
    """

    segment: str
    place: str
    language: str
    runs: tuple[Run, ...]
    notes: tuple[str, ...]
    known: tuple[str, ...]
    heard: str = ""


class Reader:
    """Finds the segments and documents of a comparison by their ids."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.segments = {s.id: s for s in comparison.segments}
        self.documents = {d.id: d for d in comparison.documents}

    def passage(self, segment: str, marks: Sequence[Mark] = ()) -> Passage:
        """The sentence of a segment, with marks on it."""
        found = self.segments[segment]
        language = self.documents[found.document].language
        pieces = sentence_runs(self.comparison, found, marks)
        return Passage(
            segment=found.id,
            place=f"{words.document_name(self.comparison, found.document)}, {found.start}–{found.end}",
            language="" if language == "und" else language,
            runs=pieces,
            notes=tuple(words.notes(self.comparison, found)),
            known=tuple(self._known(found)),
            heard=heard(pieces),
        )

    def in_context(self, remark: Segment) -> Passage:
        """A remark with the stretch before it."""
        span = facts.with_context(self.comparison, remark)
        around = [Mark("around", span.start, remark.start)] if span.start < remark.start else []
        pieces = runs(self.comparison, span.document, span.start, span.end, around)
        return replace(self.passage(remark.id), runs=pieces)

    def _known(self, segment: Segment) -> list[str]:
        """How sure it is, and the words that name the source and report."""
        if segment.rule == "own readout":
            return [RULES[segment.rule]]
        out = [f"{segment.tier}: {TIERS[segment.tier]}"] if segment.tier else []
        out += [f"source: “{self.comparison.text_of(segment.source)}”"] if segment.source else []
        return out + ([f"reported with: “{self.comparison.text_of(segment.cue)}”"] if segment.cue else [])


def rest(comparison: Comparison) -> list[tuple[str, list[Passage]]]:
    """What each side says that is in no topic, and what the article says is missing, where it could not be told of which statement."""
    reader, names = Reader(comparison), {p.id: p.name for p in comparison.parties}
    found = [(f"{names[p]}, in no topic", [reader.passage(s.id) for s in facts.loose_statements(comparison, p)]) for p in names]
    found += [("The article also says", [reader.in_context(s) for s in facts.loose_remarks(comparison)])]
    return [(head, passages) for head, passages in found if passages]
