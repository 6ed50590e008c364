"""Applying corrections to what was decided: whose words, which topics, which verdict."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from readoutdiff.contract import Candidate, Segment, Topic
from readoutdiff.corrections.anchoring import find_documents, find_segment
from readoutdiff.corrections.entries import Corrections, SegmentEntry, TopicEntry, is_correction, moves_topics, reassigns
from readoutdiff.corrections.regrouping import Build
from readoutdiff.labelled import Labelled
from readoutdiff.value import Value, replace


class Anchored(Value, frozen=True):
    """The entries that fit the texts at hand, each with its segment, and a line for each that does not; whether any was found."""

    entries: tuple[tuple[SegmentEntry, Segment], ...]
    unfit: tuple[str, ...]
    found: bool


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
        if found is not None and not (strange and reassigns(entry)):
            fit.append((entry, found))
        elif found is not None:
            unfit.append(f"{_name(given, entry.document)}: {_short(entry.words)}: {strange[0]} is no side here; name it with --sides")
        elif is_correction(entry) or entry.confirmed:
            unfit.append(f"{_name(given, entry.document)}: no longer has a segment {_short(entry.words)}; its correction is left out")
    return Anchored(tuple(fit), tuple(unfit), bool(fit) or any(" is no side here" in line for line in unfit))


def reassigned(source: Labelled, anchored: Anchored) -> Labelled:
    """A document with the segments whose role or sides a person has corrected."""
    changed = {segment.id: entry for entry, segment in anchored.entries if reassigns(entry)}
    confirmed = {segment.id for entry, segment in anchored.entries if entry.confirmed}
    segments = [
        _reassigned(s, changed[s.id], source) if s.id in changed else msgspec.structs.replace(s, confirmed=True) if s.id in confirmed else s
        for s in source.segments
    ]
    return replace(source, segments=tuple(segments))


def moves(anchored: Anchored) -> dict[str, tuple[str, ...]]:
    """For each segment whose topics a person has changed, the ids of those it is to be in."""
    return {segment.id: entry.topics for entry, segment in anchored.entries if entry.topics is not None and moves_topics(entry)}


def overruled(topics: Sequence[Topic], given: Corrections, segments: Sequence[Segment], build: Build) -> tuple[list[Topic], list[str]]:
    """The topics with the labels and verdicts that a person has given them, and a line for each that cannot be given."""
    entries = {entry.id: entry for entry in given.topic}
    of = {s.id: s for s in segments}
    out, unfit = [], []
    for topic in topics:
        entry = entries.get(topic.id)
        found, problem = _overruled(topic, entry, of, build) if entry is not None else (topic, None)
        out.append(found)
        unfit += [problem] if problem else []
    there = {topic.id for topic in topics}
    lost = [e for e in given.topic if e.id not in there and (e.confirmed or e.decided not in (None, f"{e.verdict}: {e.label}"))]
    return out, [*unfit, *(f"topic {_short(e.label or e.id)}: is no longer there; its correction is left out" for e in lost)]


def _overruled(topic: Topic, entry: TopicEntry, of: dict[str, Segment], build: Build) -> tuple[Topic, str | None]:
    label = entry.label if entry.label is not None and not _kept(entry, "label") else topic.label
    verdict = entry.verdict if entry.verdict is not None and not _kept(entry, "verdict") else topic.status
    changed = msgspec.structs.replace(topic, label=label, confirmed=entry.confirmed, corrected=topic.corrected or label != topic.label)
    if verdict == topic.status:
        return changed, None
    judged = _judged(changed, verdict, of, build)
    return (msgspec.structs.replace(judged, corrected=True), None) if judged else (changed, _impossible(topic, verdict))


def _judged(topic: Topic, verdict: str, of: dict[str, Segment], build: Build) -> Topic | None:
    """The topic with another verdict, if there is what that verdict needs."""
    near = {p: c[0] for p, c in topic.possible.items() if c} | topic.nearest
    if verdict == "shared":
        joined = [c.segment for p, c in near.items() if p in of[c.segment].parties]
        members = [s for ids in topic.segments.values() for s in ids]
        if not joined or not members:
            return None
        made = build(list(dict.fromkeys([*members, *joined])))
        return msgspec.structs.replace(made, id=topic.id, label=topic.label, confirmed=topic.confirmed) if made.status == "shared" else None
    if topic.status in ("shared", "outlet_only") or verdict == "outlet_only":
        return None
    if verdict == "one_sided":
        return msgspec.structs.replace(topic, status="one_sided", possible={}, nearest=near)
    possible: dict[str, tuple[Candidate, ...]] = {**topic.possible, **{p: (c,) for p, c in topic.nearest.items()}}
    return msgspec.structs.replace(topic, status="possible", possible=possible, nearest={}) if possible else None


def _impossible(topic: Topic, verdict: str) -> str:
    if topic.status == "outlet_only" or verdict == "outlet_only":
        return f"topic {_short(topic.label)}: stays {topic.status}; correct the role of its segments instead"
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


def _kept(entry: TopicEntry, field: str) -> bool:
    """Whether a topic's label or verdict is what the program had decided."""
    verdict, _, label = (entry.decided or "").partition(": ")
    return entry.decided is not None and getattr(entry, field) == (label if field == "label" else verdict)


def _name(given: Corrections, document: str) -> str:
    return next((text.name for text in given.document if text.id == document), document)


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return repr(plain if len(plain) <= 50 else f"{plain[:49]}…")
