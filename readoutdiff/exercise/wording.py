"""`wording`: pairs of sentences on one point; name what differs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from readoutdiff.contract import Difference, Reading, Segment, Span, Topic
from readoutdiff.exercise.choosing import Made
from readoutdiff.exercise.passages import Material, doubt_of
from readoutdiff.exercise.values import Answer, Item, Option
from readoutdiff.render.words import KINDS

_PROMPT = "Both sentences are on one point. What do they put differently?"


def items(material: Material) -> Iterator[Made]:
    """An item for each pair of sure statements between which something differs."""
    for topic in material.comparison.topics:
        for one, other in combinations(topic.segments, 2):
            yield from _between(material, topic, one, other)


def _between(material: Material, topic: Topic, one: str, other: str) -> Iterator[Made]:
    pairs: dict[tuple[str, str], list[Difference]] = {}
    for difference in topic.differences:
        mine, theirs = (_where(material, topic, party, difference.values.get(party)) for party in (one, other))
        if mine and theirs and material.is_sure(mine) and material.is_sure(theirs):
            pairs.setdefault((mine.id, theirs.id), []).append(difference)
    for (left, right), found in pairs.items():
        yield _made(material, material.segments[left], material.segments[right], one, other, found, topic.confirmed)


def _where(material: Material, topic: Topic, party: str, reading: Reading | None) -> Segment | None:
    """The statement in which a side's form stands."""
    mine = (material.segments[s] for s in topic.segments[party])
    return next((s for s in mine if reading and s.document == reading.document and s.start <= reading.start < s.end), None)


def _made(material: Material, left: Segment, right: Segment, one: str, other: str, found: list[Difference], vouched: bool) -> Made:
    kinds = tuple(dict.fromkeys(d.kind for d in found))
    told = [f"{KINDS[d.kind]}: “{_form(material, d, one)}” and “{_form(material, d, other)}”" for d in found]
    item = Item(
        id="", kind="wording", shape="several", prompt=_PROMPT, passages=(material.passage(left), material.passage(right)),
        options=tuple(Option(kind, label) for kind, label in KINDS.items()),
    )  # fmt: skip
    key = Answer(id="", answer=kinds, evidence=tuple(told), why="Both may be true; a difference is no contradiction.", confirmed=vouched)
    return Made(item, key, kinds[0], doubt_of(left, right), left.start)


def _form(material: Material, difference: Difference, party: str) -> str:
    reading = difference.values[party]
    return material.words(Span(document=reading.document, start=reading.start, end=reading.end))
