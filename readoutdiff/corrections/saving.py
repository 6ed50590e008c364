"""Writing down what was decided, in a form that a person can edit."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import tomli_w

from readoutdiff.contract import Comparison, Segment, Topic
from readoutdiff.corrections.anchoring import find_documents, find_segment
from readoutdiff.corrections.entries import SCHEMA, Corrections, SegmentEntry, Text, TopicEntry, is_correction

_HEAD = """\
# What readoutdiff decided, for you to correct. Give the file back with --corrections.
#
# Whose words:       change `role` and `parties` of a [[segment]]. A statement has the sides that stand behind it; all other
#                    roles have parties = []: outlet, third_party, background, headline, caption, boilerplate.
# Join two topics:   give the segments of one the `topics` of the other.
# Split a topic:     give some of its segments a topic of a new name.
# Rename a topic:    change its `label`.
# Overrule:          change its `verdict` (shared, possible, one_sided).
# Confirm:           add `confirmed = true` to a segment or a topic.
#
# `decided` is what the program decided; leave it as it is. What you do not change you may delete.

"""


def corrections_of(comparison: Comparison, applied: Corrections | None = None) -> str:
    """The decisions of a comparison as TOML; of those that `applied` has corrected, what the program decided is kept."""
    before = _decided(comparison, applied) if applied else {}
    topics = {entry.id: entry for entry in applied.topic} if applied else {}
    given = Corrections(
        schema=SCHEMA,
        document=tuple(Text(d.id, d.name, d.sha256) for d in comparison.documents),
        segment=tuple(_segment(comparison, s, before) for s in comparison.segments if s.role != "boilerplate"),
        topic=tuple(_topic(t, topics) for t in comparison.topics),
    )
    return _HEAD + tomli_w.dumps(msgspec.to_builtins(given))


def _decided(comparison: Comparison, applied: Corrections) -> dict[str, str | None]:
    """What the program had decided of the segments that a file corrects, by their ids."""
    documents = find_documents(applied, comparison.documents)
    corrected = [e for e in applied.segment if is_correction(e) and e.document in documents]
    found = ((e, find_segment(e, documents[e.document], comparison.segments)) for e in corrected)
    return {segment.id: entry.decided for entry, segment in found if segment is not None}


def decided_segment(segment: Segment) -> str:
    """What was decided of a segment, in one line."""
    whose = f"{segment.role}: {', '.join(segment.parties)}" if segment.parties else segment.role
    return "; ".join([whose, *segment.topics])


def decided_topic(topic: Topic) -> str:
    """What was decided of a topic, in one line."""
    return f"{topic.status}: {topic.label}"


def _segment(comparison: Comparison, segment: Segment, before: Mapping[str, str | None]) -> SegmentEntry:
    return SegmentEntry(
        document=segment.document,
        start=segment.start,
        end=segment.end,
        words=comparison.text_of(segment),
        role=segment.role,
        parties=segment.parties,
        topics=segment.topics,
        confirmed=segment.confirmed,
        decided=before[segment.id] if segment.id in before else decided_segment(segment),
    )


def _topic(topic: Topic, before: Mapping[str, TopicEntry]) -> TopicEntry:
    kept = before.get(topic.id) if topic.corrected else None
    decided = kept.decided if kept else decided_topic(topic)
    return TopicEntry(id=topic.id, label=topic.label, verdict=topic.status, confirmed=topic.confirmed, decided=decided)
