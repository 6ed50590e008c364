"""Writing down what was decided, in a form that a person can edit."""

from __future__ import annotations

import msgspec
import tomli_w

from readoutdiff.contract import Comparison, Segment, Topic
from readoutdiff.corrections.entries import (
    SCHEMA,
    Corrections,
    SegmentEntry,
    Text,
    TopicEntry,
    decided_segment,
    decided_topic,
    is_correction,
)
from readoutdiff.escaping import in_toml

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
    """The decisions of a comparison as TOML, for `compare(corrections=…)`.

    Of what was corrected, `decided` is what the program had decided. `applied` are the corrections it was made with: those that no
    longer fit are written down again, so that nothing is lost.
    """
    ids = {d.id for d in comparison.documents}
    segments = {(s.document, comparison.text_of(s)) for s in comparison.segments}
    kept = [e for e in applied.segment if is_correction(e) and (e.document, e.words) not in segments] if applied else []
    topics = {t.id for t in comparison.topics}
    given = Corrections(
        schema=SCHEMA,
        document=(
            *(Text(d.id, d.name, d.sha256) for d in comparison.documents),
            *(text for text in (applied.document if applied else ()) if text.id not in ids),
        ),
        segment=(*(_segment(comparison, s) for s in comparison.segments if s.role != "boilerplate" or s.corrected), *kept),
        topic=(*(_topic(t) for t in comparison.topics), *(e for e in (applied.topic if applied else ()) if e.id not in topics)),
    )
    return _HEAD + in_toml(tomli_w.dumps(msgspec.to_builtins(given)))


def _segment(comparison: Comparison, segment: Segment) -> SegmentEntry:
    return SegmentEntry(
        document=segment.document,
        start=segment.start,
        end=segment.end,
        words=comparison.text_of(segment),
        role=segment.role,
        parties=segment.parties,
        topics=segment.topics,
        confirmed=segment.confirmed,
        decided=segment.decided or decided_segment(segment, segment.topics),
    )


def _topic(topic: Topic) -> TopicEntry:
    return TopicEntry(
        id=topic.id,
        label=topic.label,
        verdict=topic.status,
        confirmed=topic.confirmed,
        decided=topic.decided or decided_topic(topic.status, topic.label),
    )
