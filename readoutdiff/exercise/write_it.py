"""`write-it`: a story fair to both accounts, with a check list and a model answer that is shown afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.contract import Segment, Topic
from readoutdiff.exercise.choosing import Made
from readoutdiff.exercise.passages import Source
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


def items(source: Source) -> Iterator[Made]:
    """The one task."""
    names = joined(list(source.names.values()))
    checks = "\n".join(f"- {check}" for check in _CHECKS)
    prompt = f"Write a story of {_WORDS} words on this call that is fair to the accounts of {names}. Check it against this list:\n{checks}"
    model = _model(source)
    if model:
        item = Item(id="", kind="write-it", shape="text", prompt=prompt)
        why = "Put together from the accounts' own sentences: a frame to compare with, not a style to follow."
        yield Made(item, Answer(id="", answer=model, why=why), "", 0, 0)


def _model(source: Source) -> str:
    """Sentences of the sure topics, the weightiest first, each given to its side, up to the length asked for."""
    told: list[str] = []
    for topic in source.comparison.topics:
        lines = [line for line in _lines(source, topic) if line not in told]
        if lines and sum(len(line.split()) for line in (*told, *lines)) <= _WORDS:
            told += lines
    return "\n".join(told)


def _lines(source: Source, topic: Topic) -> list[str]:
    """A sentence of each side on a topic, where its verdict and all of them are sure; one that is given to several sides comes once."""
    if not source.is_decided(topic):
        return []
    first = {party: source.segments[ids[0]] for party, ids in topic.segments.items()}
    if not all(source.is_sure(segment) for segment in first.values()):
        return []
    return list(dict.fromkeys(_sentence(source, segment, party) for party, segment in first.items()))


def _sentence(source: Source, segment: Segment, party: str) -> str:
    """In an article a sentence names its source; one of a readout is led in."""
    told = source.passage(segment)
    whole = f"{told.before}{told.text}{told.after}".strip()
    return f"By {genitive(source.names[party])} account: {whole}" if segment.rule == "own readout" else whole
