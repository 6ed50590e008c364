"""`wording`: pairs of sentences on one point; name what differs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from readoutdiff.contract import Difference, Reading, Segment, Span, Topic
from readoutdiff.exercise.choosing import Made
from readoutdiff.exercise.passages import Source, doubt_of
from readoutdiff.exercise.values import Answer, Item, Option
from readoutdiff.render.words import KINDS

_PROMPT = "Both sentences are on one point. What do they put differently?"


def items(source: Source) -> Iterator[Made]:
    """An item for each pair of sure statements between which something differs."""
    for topic in source.comparison.topics:
        for one, other in combinations(topic.segments, 2):
            yield from _between(source, topic, one, other)


def _between(source: Source, topic: Topic, one: str, other: str) -> Iterator[Made]:
    pairs: dict[tuple[str, str], list[Difference]] = {}
    for difference in topic.differences:
        mine, theirs = (_where(source, topic, party, difference.values.get(party)) for party in (one, other))
        if mine and theirs and source.is_sure(mine) and source.is_sure(theirs):
            pairs.setdefault((mine.id, theirs.id), []).append(difference)
    for (left, right), found in pairs.items():
        yield _made(source, source.segments[left], source.segments[right], one, other, found, topic.confirmed)


def _where(source: Source, topic: Topic, party: str, reading: Reading | None) -> Segment | None:
    """The statement in which a side's form stands."""
    mine = (source.segments[s] for s in topic.segments[party])
    return next((s for s in mine if reading and s.document == reading.document and s.start <= reading.start < s.end), None)


def _made(source: Source, left: Segment, right: Segment, one: str, other: str, found: list[Difference], vouched: bool) -> Made:
    kinds = tuple(dict.fromkeys(d.kind for d in found))
    told = [f"{KINDS[d.kind]}: “{_form(source, d, one)}” and “{_form(source, d, other)}”" for d in found]
    item = Item(
        id="", kind="wording", shape="several", prompt=_PROMPT, passages=(source.passage(left), source.passage(right)),
        options=tuple(Option(kind, label) for kind, label in KINDS.items()),
    )  # fmt: skip
    key = Answer(id="", answer=kinds, evidence=tuple(told), why="Both may be true; a difference is no contradiction.", confirmed=vouched)
    return Made(item, key, kinds[0], doubt_of(left, right), left.start)


def _form(source: Source, difference: Difference, party: str) -> str:
    reading = difference.values[party]
    return source.words(Span(document=reading.document, start=reading.start, end=reading.end))
