"""`three-columns`: sort the claims into only A, both, only B; each with 'how do you know? quote it'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.contract import Segment, Topic
from readoutdiff.exercise.choosing import Made
from readoutdiff.exercise.passages import Material, doubt_of
from readoutdiff.exercise.values import Answer, Item, Option
from readoutdiff.render.words import verdict

_PROMPT = "Who raises this point: one side alone, or both?"
_AMONG = "Who raises this point: one side alone, or several?"
_WORDS = 2  # in common
# the same for every key, which it would otherwise give away
_QUOTE = (
    "How do you know? Copy the words that show it, at least five in a row. "
    "If your answer is “{shared}”, copy words of each side, each on a new line."
)


def items(material: Material) -> Iterator[Made]:
    """An item for each topic whose verdict is sure, with the quotation that proves it."""
    for topic in material.comparison.topics:
        told = _told(material, topic)
        if told and _is_sure(material, topic):
            yield _made(material, topic, told)


def _is_sure(material: Material, topic: Topic) -> bool:
    """One side alone, or sides that have two words in common at least, each in a sentence of its own; or what a teacher has confirmed."""
    if topic.confirmed:
        return topic.status in ("shared", "one_sided")
    together = len({segment for ids in topic.segments.values() for segment in ids}) > 1
    meet = max((sum(len(material.words(span).split()) for span in spans) for spans in topic.matched.values()), default=0)
    return topic.status == "one_sided" or (topic.status == "shared" and together and meet >= _WORDS)


def _told(material: Material, topic: Topic) -> list[Segment]:
    """The surest statement of each side; none where a side has no sure one."""
    sides = [[material.segments[s] for s in ids if material.is_sure(material.segments[s])] for ids in topic.segments.values()]
    return [found[0] for found in sides] if all(sides) else []


def _made(material: Material, topic: Topic, told: Sequence[Segment]) -> Made:
    answer, vouched = "both" if topic.status == "shared" else next(iter(topic.segments)), topic.confirmed
    options = [Option(p, f"only {name}") for p, name in material.names.items()]
    options.insert(1, Option("both", _shared(material)))
    prompt = f"{_PROMPT if len(material.names) == 2 else _AMONG} ({topic.label})"
    item = Item(
        id="", kind="three-columns", shape="choice", prompt=prompt, passages=(material.reported(told[0]),), options=tuple(options)
    )  # fmt: skip
    why = verdict(material.comparison, topic)
    key = Answer(id="", answer=answer, why=f"{why[0].upper()}{why[1:]}.", confirmed=vouched)
    return Made(item, key, answer, doubt_of(*told), told[0].start, (_proof(material, topic, vouched),))


def _shared(material: Material) -> str:
    """What the option is called that more than one side raises the point."""
    return "both" if len(material.names) == 2 else "more than one"


def _proof(material: Material, topic: Topic, vouched: bool) -> tuple[Item, Answer]:
    """Words of each side that raises the point; of one alone its own, or where the article says that the other has nothing on it."""
    first, *others = (material.proofs(ids) for ids in topic.segments.values())
    remarks = tuple(material.words(material.segments[s]) for s in topic.remarks.values())
    why = "One passage of each side is wanted." if others else "Any of these passages shows it."
    beside = tuple(words for other in others for words in other)
    item = Item(id="", kind="three-columns", shape="quote", prompt=_QUOTE.format(shared=_shared(material)))
    return item, Answer(id="", evidence=(*first, *remarks), beside=beside, why=why, confirmed=vouched)
