"""`three-columns`: sort the claims into only A, both, only B; each with 'how do you know? quote it'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.contract import Segment, Topic
from readoutdiff.exercise.choosing import Made
from readoutdiff.exercise.passages import ORDER, Source
from readoutdiff.exercise.values import Answer, Item, Option
from readoutdiff.render.words import verdict

_PROMPT = "Who raises this point: one side alone, or both?"
_QUOTE = "How do you know? Quote the words that show it."


def items(source: Source) -> Iterator[Made]:
    """An item for each topic whose verdict is sure, with the quotation that proves it."""
    for topic in source.comparison.topics:
        told = _told(source, topic)
        sure = topic.status in ("shared", "one_sided") or (topic.confirmed and topic.status != "outlet_only")
        if told and sure and topic.status != "possible":
            yield _made(source, topic, told)


def _told(source: Source, topic: Topic) -> list[Segment]:
    """The statements of a topic, of each side one at least that is sure; none where a side has no sure one."""
    sides = {p: [source.segments[s] for s in ids if source.is_sure(source.segments[s])] for p, ids in topic.segments.items()}
    return [s for found in sides.values() for s in found] if all(sides.values()) else []


def _made(source: Source, topic: Topic, told: Sequence[Segment]) -> Made:
    answer = "both" if topic.status == "shared" else next(iter(topic.segments))
    options = [Option(p, f"only {name}") for p, name in source.names.items()]
    options.insert(1, Option("both", "both" if len(options) == 2 else "more than one"))
    item = Item(
        id="", kind="three-columns", shape="choice", prompt=f"{_PROMPT} ({topic.label})", passages=(source.reported(told[0]),),
        options=tuple(options),
    )  # fmt: skip
    evidence = tuple(dict.fromkeys(source.words(s) for s in told))
    vouched, told_of = topic.confirmed, verdict(source.comparison, topic)
    key = Answer(id="", answer=answer, evidence=evidence, why=f"{told_of[0].upper()}{told_of[1:]}.", confirmed=vouched)
    quote = Item(id="", kind="three-columns", shape="quote", prompt=_QUOTE)
    proof = Answer(id="", evidence=evidence, why="Any of these passages shows it.", confirmed=vouched)
    doubt = max(ORDER.index(s.tier) if s.tier in ORDER else len(ORDER) for s in told)
    return Made(item, key, answer, doubt, told[0].start, ((quote, proof),))
