"""`write-it`: a story fair to both accounts, with a check list and a model answer that is shown afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.contract import Segment, Topic
from readoutdiff.exercise.choosing import Made
from readoutdiff.exercise.passages import Material
from readoutdiff.exercise.values import Answer, Item
from readoutdiff.render.words import genitive, joined

_WORDS = 150
_CHECKS = (
    "Each claim is given to the side whose account it is.",
    "What both sides raise is said of both, without saying that they agree.",
    "What only one side tells is given to that side; the other is not said to have omitted it.",
    "Quotations are word for word.",
    "The weightiest points of each side are there.",
)


def items(material: Material) -> Iterator[Made]:
    """The one task."""
    names = joined(list(material.names.values()))
    checks = "\n".join(f"- {check}" for check in _CHECKS)
    prompt = f"Write a story of {_WORDS} words on this call that is fair to the accounts of {names}. Check it against this list:\n{checks}"
    model = _model(material)
    if model:
        item = Item(id="", kind="write-it", shape="text", prompt=prompt)
        why = "Put together from the accounts' own sentences: a frame to compare with, not a style to follow."
        yield Made(item, Answer(id="", answer=model, why=why), "", 0, 0)


def _model(material: Material) -> str:
    """Sentences of the sure topics, the weightiest first, each given to its side, up to the length asked for."""
    told: list[str] = []
    for topic in material.comparison.topics:
        lines = [line for line in _lines(material, topic) if line not in told]
        if lines and sum(len(line.split()) for line in (*told, *lines)) <= _WORDS:
            told += lines
    return "\n".join(told)


def _lines(material: Material, topic: Topic) -> list[str]:
    """A sentence of each side on a topic, where its verdict and all of them are sure; one that is given to several sides comes once."""
    if not material.is_decided(topic):
        return []
    first = {party: material.segments[ids[0]] for party, ids in topic.segments.items()}
    if not all(material.is_sure(segment) for segment in first.values()):
        return []
    return list(dict.fromkeys(_sentence(material, segment, party) for party, segment in first.items()))


def _sentence(material: Material, segment: Segment, party: str) -> str:
    """In an article a sentence names its source; one of a readout is led in."""
    told = material.passage(segment)
    whole = f"{told.before}{told.text}{told.after}".strip()
    return f"By {genitive(material.names[party])} account: {whole}" if segment.rule == "own readout" else whole
