"""Topics joined and split as a person has put their segments."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from readoutdiff.contract import Topic
from readoutdiff.corrections.entries import decided_topic
from readoutdiff.value import replace

Build = Callable[[Sequence[str]], Topic]


def regrouped(topics: Sequence[Topic], moves: Mapping[str, tuple[str, ...]], labels: Mapping[str, str], build: Build) -> list[Topic]:
    """The topics with segments moved to the topics of the given ids; those that have lost all are gone.

    `labels` name new topics by their id, and `build` makes a topic of segments, with no id and label yet.
    """
    before = {topic.id: list(dict.fromkeys(s for ids in topic.segments.values() for s in ids)) for topic in topics}
    after = {id_: [s for s in segments if s not in moves] for id_, segments in before.items()}
    for segment, wanted in moves.items():
        for id_ in wanted:
            after.setdefault(id_, []).append(segment)
    known = {topic.id: topic for topic in topics}
    out = []
    for id_, segments in after.items():
        old = known.get(id_)
        if old is not None and (old.status == "outlet_only" or set(segments) == set(before[id_])):
            out.append(old)
        elif segments:
            label = old.label if old is not None else labels.get(id_) or id_.replace("-", " ")
            decided = decided_topic(old.status, old.label) if old is not None else None
            out.append(replace(build(segments), id=id_, label=label, corrected=True, decided=decided))
    return out
