"""Giving topics the labels and verdicts that a person has given them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from readoutdiff.contract import Candidate, Segment, Topic
from readoutdiff.corrections.entries import TopicEntry, decided_topic, short, topic_before
from readoutdiff.corrections.regrouping import Build
from readoutdiff.value import replace


def overruled(
    topics: Sequence[Topic], entries: Sequence[TopicEntry], fitting: Collection[str], segments: Mapping[str, Segment], build: Build
) -> tuple[list[Topic], list[str]]:
    """The topics as a person has named and judged them, and a line for each entry that cannot be applied.

    `fitting` are the ids of entries of which the texts still have a segment; another topic of the same id may be about anything.
    """
    of = {entry.id: entry for entry in entries}
    out, unfit = [], []
    for topic in topics:
        entry = of.get(topic.id)
        found, problem = _applied(topic, entry, segments, build) if entry is not None and topic.id in fitting else (topic, None)
        out.append(found)
        unfit += [problem] if problem else []
    there = {topic.id for topic in topics}
    lost = [entry for entry in entries if _says(entry) and (entry.id not in there or entry.id not in fitting)]
    return out, [*unfit, *(f"topic {short(e.label or e.id)}: is no longer there; its correction is left out" for e in lost)]


def _says(entry: TopicEntry) -> bool:
    """Whether an entry says anything else than what the program decided."""
    return entry.confirmed or entry.decided is None or entry.decided != decided_topic(entry.verdict, entry.label)


def _applied(topic: Topic, entry: TopicEntry, segments: Mapping[str, Segment], build: Build) -> tuple[Topic, str | None]:
    verdict_before, label_before = topic_before(entry)
    label = entry.label if entry.label and entry.label != label_before else topic.label
    verdict = entry.verdict if entry.verdict and entry.verdict != verdict_before else topic.status
    named = replace(topic, label=label)
    judged = named if verdict == topic.status else _judged(named, verdict, segments, build)
    problem = None if judged is not None else _impossible(topic, verdict)
    result = judged or named
    changed = (result.label, result.status) != (topic.label, topic.status)
    if entry.confirmed and problem is None and (entry.label or label, entry.verdict or verdict) != (result.label, result.status):
        problem = f"topic {short(topic.label)}: was confirmed as {entry.verdict}, and is now {result.status}; look at it again"
    return replace(
        result,
        corrected=topic.corrected or changed,
        confirmed=entry.confirmed and problem is None,
        decided=topic.decided or (entry.decided or decided_topic(topic.status, topic.label) if changed else None),
    ), problem


def _judged(topic: Topic, verdict: str, segments: Mapping[str, Segment], build: Build) -> Topic | None:
    """The topic with another verdict, if there is what that verdict needs."""
    near = {p: c[0] for p, c in topic.possible.items() if c} | topic.nearest
    if verdict == "shared":
        joined = [c.segment for p, c in near.items() if c.score and p in segments[c.segment].parties]
        members = [s for ids in topic.segments.values() for s in ids]
        made = build(list(dict.fromkeys([*members, *joined]))) if joined and members else None
        return replace(made, id=topic.id, label=topic.label) if made and made.status == "shared" else None
    if topic.status in ("shared", "outlet_only") or verdict == "outlet_only":
        return None
    if verdict == "one_sided":
        return replace(topic, status="one_sided", possible={}, nearest=near)
    possible: dict[str, tuple[Candidate, ...]] = {**topic.possible, **{p: (c,) for p, c in topic.nearest.items()}}
    return replace(topic, status="possible", possible=possible, nearest={}) if possible else None


def _impossible(topic: Topic, verdict: str) -> str:
    if topic.status == "outlet_only" or verdict == "outlet_only":
        return f"topic {short(topic.label)}: stays {topic.status}; correct the role of its segments instead"
    if topic.status == "shared":
        return f"topic {short(topic.label)}: cannot be {verdict} while two sides raise it; give one side's segments a topic of their own"
    return f"topic {short(topic.label)}: cannot be {verdict}: no passage of another side is near; give one of its segments this topic"
