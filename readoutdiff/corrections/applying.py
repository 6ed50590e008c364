"""Applying corrections to what was decided: whose words, which topics, which verdict."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from readoutdiff.contract import Candidate, Segment, Topic
from readoutdiff.corrections.anchoring import find_documents, find_segment
from readoutdiff.corrections.entries import Corrections, SegmentEntry, TopicEntry
from readoutdiff.labelled import Labelled
from readoutdiff.value import Value, replace


class Anchored(Value, frozen=True):
    """The entries that fit the texts at hand, each with its segment, and a line for each that does not."""

    entries: tuple[tuple[SegmentEntry, Segment], ...]
    unfit: tuple[str, ...]


def anchor(given: Corrections, sources: Sequence[Labelled], sides: Sequence[str]) -> Anchored:
    """Find each entry's segment again; those that cannot be found, or are given to no side here, are named."""
    documents = find_documents(given, [s.document for s in sources])
    segments = [s for source in sources for s in source.segments]
    fit: list[tuple[SegmentEntry, Segment]] = []
    unfit: list[str] = []
    for entry in given.segment:
        document = documents.get(entry.document)
        found = find_segment(entry, document, segments) if document is not None else None
        strange = [p for p in entry.parties or () if p not in sides]
        if found is not None and not (strange and _reassigns(entry)):
            fit.append((entry, found))
        elif found is not None:
            unfit.append(f"{_name(given, entry.document)}: {_short(entry.words)}: {strange[0]} is no side here; name it with --sides")
        elif _reassigns(entry) or _moves(entry) or entry.confirmed:
            unfit.append(f"{_name(given, entry.document)}: no longer has a segment {_short(entry.words)}; its correction is left out")
    return Anchored(tuple(fit), tuple(unfit))


def reassigned(source: Labelled, anchored: Anchored) -> Labelled:
    """A document with the segments whose role or sides a person has corrected."""
    changed = {segment.id: entry for entry, segment in anchored.entries if _reassigns(entry)}
    confirmed = {segment.id for entry, segment in anchored.entries if entry.confirmed}
    segments = [
        _reassigned(s, changed[s.id], source) if s.id in changed else msgspec.structs.replace(s, confirmed=True) if s.id in confirmed else s
        for s in source.segments
    ]
    return replace(source, segments=tuple(segments))


def moves(anchored: Anchored) -> dict[str, tuple[str, ...]]:
    """For each segment whose topics a person has changed, the ids of those it is to be in."""
    return {segment.id: entry.topics for entry, segment in anchored.entries if entry.topics is not None and _moves(entry)}


def overruled(topics: Sequence[Topic], given: Corrections, segments: Sequence[Segment]) -> tuple[list[Topic], list[str]]:
    """The topics with the labels and verdicts that a person has given them, and a line for each that cannot be given."""
    entries = {entry.id: entry for entry in given.topic}
    of = {s.id: s for s in segments}
    out, unfit = [], []
    for topic in topics:
        entry = entries.get(topic.id)
        found, problem = _overruled(topic, entry, of) if entry is not None else (topic, None)
        out.append(found)
        unfit += [problem] if problem else []
    there = {topic.id for topic in topics}
    lost = [e for e in given.topic if e.id not in there and (e.confirmed or e.decided not in (None, f"{e.verdict}: {e.label}"))]
    return out, [*unfit, *(f"topic {_short(e.label or e.id)}: is no longer there; its correction is left out" for e in lost)]


def _overruled(topic: Topic, entry: TopicEntry, of: dict[str, Segment]) -> tuple[Topic, str | None]:
    label = entry.label if entry.label is not None and not _kept(entry, "label") else topic.label
    verdict = entry.verdict if entry.verdict is not None and not _kept(entry, "verdict") else topic.status
    changed = msgspec.structs.replace(topic, label=label, confirmed=entry.confirmed, corrected=topic.corrected or label != topic.label)
    if verdict == topic.status:
        return changed, None
    judged = _judged(changed, verdict, of)
    return (msgspec.structs.replace(judged, corrected=True), None) if judged else (changed, _impossible(topic, verdict))


def _judged(topic: Topic, verdict: str, of: dict[str, Segment]) -> Topic | None:
    """The topic with another verdict, if there is what that verdict needs."""
    near = {p: c[0] for p, c in topic.possible.items() if c} | topic.nearest
    if verdict == "shared":
        joined = {p: (c.segment,) for p, c in near.items() if p in of[c.segment].parties}
        if not joined:
            return None
        rest = {p: c for p, c in topic.possible.items() if p not in joined}
        silent = {p: c for p, c in topic.nearest.items() if p not in joined}
        return msgspec.structs.replace(topic, status="shared", segments={**topic.segments, **joined}, possible=rest, nearest=silent)
    if topic.status == "shared":
        return None
    if verdict == "one_sided":
        return msgspec.structs.replace(topic, status="one_sided", possible={}, nearest=near)
    possible: dict[str, tuple[Candidate, ...]] = {**topic.possible, **{p: (c,) for p, c in topic.nearest.items()}}
    return msgspec.structs.replace(topic, status="possible", possible=possible, nearest={}) if possible else None


def _impossible(topic: Topic, verdict: str) -> str:
    if topic.status == "shared":
        return f"topic {_short(topic.label)}: cannot be {verdict} while two sides raise it; give one side's segments a topic of their own"
    return f"topic {_short(topic.label)}: cannot be {verdict}: no passage of another side is near; give one of its segments this topic"


def _reassigned(segment: Segment, entry: SegmentEntry, source: Labelled) -> Segment:
    parties = entry.parties or ()
    own = source.document.role == "readout" and parties == (source.document.party,)
    return msgspec.structs.replace(
        segment,
        role=entry.role,
        parties=parties,
        tier="explicit" if parties else None,
        rule="own readout" if own else "corrected",
        known_by=None,
        signs=(),
        corrected=True,
        confirmed=entry.confirmed,
    )


def _decided(entry: SegmentEntry) -> tuple[str, tuple[str, ...]]:
    """Whose words the program took them for, and in which topics."""
    whose, *topics = (entry.decided or "").split("; ")
    return whose, tuple(topics)


def _reassigns(entry: SegmentEntry) -> bool:
    if entry.role is None:
        return False
    whose = f"{entry.role}: {', '.join(entry.parties)}" if entry.parties else entry.role
    return entry.decided is None or whose != _decided(entry)[0]


def _moves(entry: SegmentEntry) -> bool:
    return entry.topics is not None and (entry.decided is None or entry.topics != _decided(entry)[1])


def _kept(entry: TopicEntry, field: str) -> bool:
    """Whether a topic's label or verdict is what the program had decided."""
    verdict, _, label = (entry.decided or "").partition(": ")
    return entry.decided is not None and getattr(entry, field) == (label if field == "label" else verdict)


def _name(given: Corrections, document: str) -> str:
    return next((text.name for text in given.document if text.id == document), document)


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return repr(plain if len(plain) <= 50 else f"{plain[:49]}…")
