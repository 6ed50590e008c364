"""What a person has corrected, as one comparison is revised by it."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence

import msgspec

from readoutdiff.contract import Segment, Topic
from readoutdiff.corrections.applying import Anchored, anchor, moves, overruled, reassigned
from readoutdiff.corrections.entries import Corrections
from readoutdiff.corrections.regrouping import regrouped
from readoutdiff.errors import CorrectionsError
from readoutdiff.labelled import Labelled
from readoutdiff.value import Value


class Revision(Value, frozen=True):
    """The corrections of a file that fit the sources at hand; `moves` are the topics that segments are to be in."""

    given: Corrections
    anchored: Anchored
    moves: Mapping[str, tuple[str, ...]]

    def reassigned(self, source: Labelled) -> Labelled:
        """A source with the segments whose sides a person has corrected."""
        return reassigned(source, self.anchored)

    def revised(
        self, topics: Sequence[Topic], segments: Sequence[Segment], claims: Collection[str], build: Callable[[Sequence[str]], Topic]
    ) -> tuple[list[Topic], list[str]]:
        """The topics joined, split, renamed and overruled, and a line for each correction that cannot be applied."""
        labels = {entry.id: entry.label for entry in self.given.topic if entry.label}
        able = {segment: wanted for segment, wanted in self.moves.items() if segment in claims}
        lost = [_outside(segment) for entry, segment in self.anchored.entries if segment.id in self.moves and segment.id not in claims]
        out, unfit = overruled(regrouped(topics, able, labels, build), self.given, segments, build)
        known = [*labels, *(topic.id for topic in topics)]
        doubtful = [line for wanted in able.values() for id_ in wanted if (line := _misspelt(id_, known))]
        return out, [*self.anchored.unfit, *lost, *dict.fromkeys(doubtful), *unfit]


def _outside(segment: Segment) -> str:
    where = "its side's readout is given, and only that is compared" if segment.parties else "it is nobody's account"
    return f"{segment.id}: is put into no topic: {where}"


def _misspelt(id_: str, known: Sequence[str]) -> str | None:
    """A new topic that nothing names, and whose id is nearly another's."""
    close = [] if id_ in known else difflib.get_close_matches(id_, known, 1, 0.85)
    return f"topic {id_!r}: is new; if you meant {close[0]!r}, write it so, else give it a [[topic]] with a label" if close else None


def revision_of(given: Corrections, sources: Sequence[Labelled], sides: Sequence[str], path: str) -> Revision:
    """The corrections of a file as they fit the sources. Raises CorrectionsError where not one of its segments is in these texts."""
    anchored = anchor(given, sources, sides)
    if given.segment and not anchored.found:
        names = ", ".join(text.name for text in given.document)
        raise CorrectionsError(f"{path}: is of other texts ({names}); give the corrections of these, or leave --corrections out")
    return Revision(given, anchored, moves(anchored))


def mark_of(topics: Sequence[Topic], segments: Sequence[Segment]) -> str:
    """What a signature says of corrections: six digits that change with them; '' where nothing is corrected."""
    changed = [
        *((s.id, s.role, s.parties, s.topics) for s in segments if s.corrected),
        *((t.id, t.label, t.status, sorted(t.segments.items())) for t in topics if t.corrected),
    ]
    return f"|fix:{hashlib.sha256(msgspec.json.encode(changed)).hexdigest()[:6]}" if changed else ""
