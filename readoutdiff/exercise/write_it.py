"""`write-it`: a story fair to both accounts, with a check list and a model answer that is shown afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.contract import Topic
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
        lines = _lines(source, topic)
        if lines and sum(len(line.split()) for line in (*told, *lines)) <= _WORDS:
            told += lines
    return "\n".join(told)


def _lines(source: Source, topic: Topic) -> list[str]:
    """What each side says on a topic, where all of it is sure; sides that say it in one sentence are told of together."""
    if topic.status not in ("shared", "one_sided") and not topic.confirmed:
        return []
    told: dict[str, list[str]] = {}
    for party, ids in topic.segments.items():
        first = source.segments[ids[0]]
        if not source.is_sure(first):
            return []
        told.setdefault(source.reported(first).text, []).append(party)
    return [f"By {_accounts(source, parties)}: {words}" for words, parties in told.items()]


def _accounts(source: Source, parties: list[str]) -> str:
    names = joined([genitive(source.names[p]) for p in parties])
    return f"{names} account" if len(parties) == 1 else f"{names} accounts alike"
