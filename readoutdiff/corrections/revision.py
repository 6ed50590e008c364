"""What a person has corrected, as one comparison is revised by it."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec

from readoutdiff.attribution.labelled import Labelled
from readoutdiff.checksums import sha256
from readoutdiff.contract import Segment, Topic
from readoutdiff.corrections.applying import Anchored, anchor, reassigned
from readoutdiff.corrections.entries import Corrections, SegmentEntry, decided_segment, moves, short
from readoutdiff.corrections.overruling import overruled
from readoutdiff.corrections.regrouping import Build, regrouped
from readoutdiff.errors import CorrectionsError
from readoutdiff.value import Value


class Revised(Value, frozen=True):
    """The topics as corrected, a line for each correction that cannot be applied, and what had been decided of moved segments."""

    topics: list[Topic]
    unfit: list[str]
    decided: Mapping[str, str]


class Revision(Value, frozen=True):
    """The corrections of a file as they fit the sources at hand."""

    given: Corrections
    anchored: Anchored

    @property
    def named(self) -> frozenset[str]:
        """The segments that are to be in a topic, whether or not they make a point by themselves."""
        return frozenset(segment.id for entry, segment in self.anchored.entries if entry.topics)

    def reassigned(self, source: Labelled) -> Labelled:
        """A source with the segments whose sides a person has corrected."""
        return reassigned(source, self.anchored)

    def revised(self, topics: Sequence[Topic], segments: Sequence[Segment], claims: Collection[str], build: Build) -> Revised:
        """The topics joined, split, renamed and overruled."""
        before = _topics_of(topics)
        moved = {s.id: e for e, s in self.anchored.entries if moves(e, before.get(s.id, ()))}
        status = {topic.id: topic.status for topic in topics}
        lost = {id_: line for id_, entry in moved.items() if (line := _problem(entry, id_ in claims, status))}
        able = {id_: entry.topics or () for id_, entry in moved.items() if id_ not in lost}
        labels = {entry.id: entry.label for entry in self.given.topic if entry.label}
        now = regrouped(topics, able, labels, build)
        of = {s.id: s for s in segments}
        out, unfit = overruled(now, self.given.topic, self._fitting(able), of, build)
        doubtful = dict.fromkeys(_misspelt([t for ids in able.values() for t in ids], [*labels, *status]))
        decided = {id_: moved[id_].decided or decided_segment(of[id_], before.get(id_, ())) for id_ in able}
        return Revised(out, [*self.anchored.unfit, *lost.values(), *doubtful, *unfit], decided)

    def _fitting(self, moved: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
        """The topics of which the texts still have a segment; all, where the texts are unchanged."""
        if self.anchored.same:
            return frozenset(entry.id for entry in self.given.topic)
        return frozenset(t for entry, s in self.anchored.entries for t in (*(entry.topics or ()), *moved.get(s.id, ())))


def revision_of(given: Corrections, sources: Sequence[Labelled], sides: Sequence[str], path: str) -> Revision:
    """The corrections of a file as they fit the sources. Raises CorrectionsError where not one of its segments is in these texts."""
    anchored = anchor(given, sources, sides)
    if given.segment and not anchored.entries and not anchored.same:
        names = ", ".join(text.name for text in given.document)
        raise CorrectionsError(f"{path}: is of other texts ({names}); give the corrections of these, or leave --corrections out")
    return Revision(given, anchored)


def mark_of(topics: Sequence[Topic], segments: Sequence[Segment]) -> str:
    """What a signature says of corrections: six digits that change with them; '' where nothing is corrected."""
    changed = [
        *((s.id, s.role, s.parties, s.topics) for s in segments if s.decided),
        *((t.id, t.label, t.status, sorted(t.segments.items())) for t in topics if t.corrected),
    ]
    return f"|fix:{sha256(msgspec.json.encode(changed))[:6]}" if changed else ""


def _topics_of(topics: Sequence[Topic]) -> dict[str, tuple[str, ...]]:
    """The topics each segment is in."""
    found: dict[str, tuple[str, ...]] = {}
    for topic in topics:
        for segment in dict.fromkeys([*(s for ids in topic.segments.values() for s in ids), *topic.outlet]):
            found[segment] = (*found.get(segment, ()), topic.id)
    return found


def _problem(entry: SegmentEntry, is_claim: bool, status: Mapping[str, str]) -> str | None:
    """Why a segment cannot be put where a person wants it."""
    outlets = [topic for topic in entry.topics or () if status.get(topic) == "outlet_only"]
    if outlets:
        return f"{short(entry.words)}: topic {outlets[0]!r} is the outlet's own; give it another"
    if not is_claim and entry.topics:
        return (
            f"{short(entry.words)}: cannot be in a topic: it is no side's account, or its side's readout is given and only that is compared"
        )
    return None


def _misspelt(wanted: Sequence[str], known: Sequence[str]) -> Iterator[str]:
    """New topics that nothing names, and whose id is nearly another's."""
    for id_ in wanted:
        close = [] if id_ in known else difflib.get_close_matches(id_, known, 1, 0.85)
        if close:
            yield f"topic {id_!r}: is new; if you meant {close[0]!r}, write it so, else give it a [[topic]] with a label"
