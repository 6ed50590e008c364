"""`weight`: rank what a side stresses, with reasons, against the counted indicators."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.contract import Topic
from readoutdiff.exercise.choosing import Made
from readoutdiff.exercise.passages import Material
from readoutdiff.exercise.values import Answer, Item, Option, Passage
from readoutdiff.render.words import figures, genitive, has_readout
from readoutdiff.value import replace

_MOST, _LEAST = 5, 3  # topics to rank
_SIGNS = "Length alone is not emphasis. Which of them comes first by its place in the text, by emphatic verbs, by quotation?"


def items(material: Material) -> Iterator[Made]:
    """For each side an order of the topics that its account is fullest of, and the reasons for it."""
    for place, (party, name) in enumerate(material.names.items()):
        ranked = _ranked(material, party)[:_MOST]
        if len(ranked) >= _LEAST:
            yield _made(material, party, name, ranked, place)


def _ranked(material: Material, party: str) -> list[Topic]:
    """The side's topics that are sure, by the share of its words in per cent, no two of one share."""
    mine = [t for t in material.comparison.topics if party in t.segments and _is_sure(material, t, party)]
    shares = {round(t.emphasis[party].share, 2): t for t in reversed(mine)}
    return [shares[share] for share in sorted(shares, reverse=True)]


def _is_sure(material: Material, topic: Topic, party: str) -> bool:
    mine = [material.segments[s] for s in topic.segments[party]] if material.is_decided(topic) else []
    own = any(len(s.parties) == 1 for s in mine)  # what opens a story and is given to all tells nothing of a side's weight
    return topic.confirmed or (own and all(material.is_sure(s) for s in mine))


def _made(material: Material, party: str, name: str, ranked: list[Topic], place: int) -> Made:
    shown = sorted(ranked, key=lambda t: t.label)  # the order of the options gives nothing away
    passages = tuple(passage for topic in shown for passage in _passages(material, topic, party))
    account = "readout" if has_readout(material.comparison, party) else "account"
    prompt = f"Rank these points by how many words {genitive(name)} {account} has on each, the most first."
    item = Item(
        id="", kind="weight", shape="order", prompt=prompt, options=tuple(Option(t.id, t.label) for t in shown),
        passages=passages,
    )  # fmt: skip
    why = "; ".join(f"{t.label}: {figures(t.emphasis[party])}" for t in ranked)
    key = Answer(id="", answer=tuple(t.id for t in ranked), why="By the share of its words.")
    reasons = Item(id="", kind="weight", shape="text", prompt=_SIGNS)
    signs = "Share of words, place in the text, emphatic verbs, quotation: each can be recounted."
    model = Answer(id="", answer=f"Counted: {why}.", why=signs)
    return Made(item, key, party, 0, place, ((reasons, model),))


def _passages(material: Material, topic: Topic, party: str) -> list[Passage]:
    """Where the side speaks of the topic, in the order of the texts, each named by it."""
    mine = sorted((material.segments[s] for s in topic.segments[party]), key=lambda s: (s.document, s.start))
    return [replace(passage, point=topic.label) for passage in material.together(mine)]
