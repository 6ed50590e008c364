"""What a student is told of the marks: each question with the answer given, the right one, and why; as a page and as Markdown."""

from __future__ import annotations

from readoutdiff.exercise.values import Answer, Answers, Exercise, Graded, Item, Key
from readoutdiff.value import Value


class Line(Value, frozen=True):
    """One item as a student reads it."""

    item: Item
    score: str
    given: str
    right: str
    evidence: tuple[str, ...]
    why: str
    note: str


def lines(exercise: Exercise, key: Key, answers: Answers, graded: Graded) -> list[Line]:
    """A line for each item."""
    marks = {mark.item: mark for mark in graded.items}
    return [
        _line(item, key.of(item.id), answers.answers.get(item.id, ""), marks[item.id].score, marks[item.id].note) for item in exercise.items
    ]


def _line(item: Item, answer: Answer, given: str | tuple[str, ...], score: float | None, note: str) -> Line:
    told = "to be marked" if score is None else f"{score:.0%}"
    return Line(item, told, _worded(item, given), _worded(item, answer.answer), answer.evidence, answer.why, note)


def _worded(item: Item, given: str | tuple[str, ...]) -> str:
    """An answer in the words of its options."""
    labels = {option.id: option.label for option in item.options}
    parts = (given,) if isinstance(given, str) else given
    return ", ".join(labels.get(part, part) for part in parts)
