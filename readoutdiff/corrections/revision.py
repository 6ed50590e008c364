"""What a person has corrected, as one comparison is revised by it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence

import msgspec

from readoutdiff.contract import Segment, Topic
from readoutdiff.corrections.applying import Anchored, anchor, moves, overruled, reassigned
from readoutdiff.corrections.entries import Corrections
from readoutdiff.corrections.regrouping import regrouped
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
        lost = [f"{segment}: nobody's account, so in no topic of the sides" for segment in self.moves if segment not in claims]
        out, unfit = overruled(regrouped(topics, able, labels, build), self.given, segments)
        return out, [*self.anchored.unfit, *lost, *unfit]


def revision_of(given: Corrections, sources: Sequence[Labelled], sides: Sequence[str]) -> Revision:
    """The corrections of a file as they fit the sources."""
    anchored = anchor(given, sources, sides)
    return Revision(given, anchored, moves(anchored))


def mark_of(topics: Sequence[Topic], segments: Sequence[Segment]) -> str:
    """What a signature says of corrections: six digits that change with them; '' where nothing is corrected."""
    changed = [
        *((s.id, s.role, s.parties, s.topics) for s in segments if s.corrected),
        *((t.id, t.label, t.status, sorted(t.segments.items())) for t in topics if t.corrected),
    ]
    return f"|fix:{hashlib.sha256(msgspec.json.encode(changed)).hexdigest()[:6]}" if changed else ""
