"""The questions as every form has them: numbered, and grouped by kind under what is to be done."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from readoutdiff.exercise.forms.meanings import Meaning, meanings
from readoutdiff.exercise.values import KINDS, Answer, Exercise, Item, Key, Kind, Option, Passage, Shape
from readoutdiff.render.words import counted, genitive
from readoutdiff.value import Value

HEADS: dict[Kind, tuple[str, str]] = {
    "who-says-it": ("Who says it?", "Find in the texts whose words these are, and what tells you."),
    "three-columns": ("Only one side, or both?", "Say of each point who raises it, and be ready to show where."),
    "left-out": ("What is left out?", "Look for what one account has and another has not. Read once more before you call somebody silent."),
    "weight": (
        "How much weight?",
        "Count the words. Place in the text, emphatic verbs and quotation may tell another weight.",
    ),
    "wording": ("In other words", "The same point may be put in different words. Look at verbs, numbers, names and conditions."),
    "check-the-story": ("Check the story", "Hold the story against the accounts, word for word where it quotes."),
    "write-it": ("Write it", "Say whose words each statement is, and claim no more than you have read."),
}
HOW: dict[Shape, str] = {
    "choice": "Choose one.",
    "several": "Choose all that are right.",
    "order": "Put them in order.",
    "quote": "Copy the words from the texts, word for word.",
    "text": "Answer in your own words.",
}
_GIVEN_AWAY = ("who-says-it", "three-columns", "check-the-story")  # kinds in which the text that a passage is from would tell the answer
_ROOM: dict[Shape, int] = {"quote": 3, "text": 12}  # lines to write on
_WHOLE_TEXT = 18  # lines, for 150 words by hand


class Shown(Value, frozen=True):
    """A passage, and the point that it is on or the text that it is from; '' where that would be the answer."""

    passage: Passage
    whose: str


class Question(Value, frozen=True):
    """An item and its number; `how` says how it is answered."""

    number: int
    item: Item
    how: str
    passages: tuple[Shown, ...]

    @property
    def room(self) -> int:
        """The lines that paper has for it."""
        return _WHOLE_TEXT if self.item.kind == "write-it" else _ROOM.get(self.item.shape, 0)


class Group(Value, frozen=True):
    """The questions of a kind, and what their options mean.

    `columns` are the options, where one table serves for all of them; `points` are then its rows: each question with the one that
    asks to quote what shows it, where there is one.
    """

    kind: Kind
    head: str
    task: str
    questions: tuple[Question, ...]
    columns: tuple[Option, ...]
    meanings: tuple[Meaning, ...]

    @property
    def is_marked(self) -> bool:
        """Whether some words of a sentence are marked as those that are meant."""
        return any(is_marked(question.item) for question in self.questions)

    @property
    def points(self) -> list[tuple[Question, Question | None]]:
        """The rows of the table."""
        after = {one.number: other for one, other in pairwise(self.questions) if other.item.shape == "quote"}
        return [(question, after.get(question.number)) for question in self.questions if question.item.shape != "quote"]


def is_marked(item: Item) -> bool:
    """Whether it is about a part of a sentence, which forms mark."""
    return any(passage.is_part for passage in item.passages)


def groups(exercise: Exercise) -> tuple[Group, ...]:
    """The exercise's questions, kind by kind."""
    return tuple(_groups(exercise))


def questions(exercise: Exercise) -> list[Question]:
    """All of them, in the order of their numbers."""
    return [question for group in groups(exercise) for question in group.questions]


def explained(exercise: Exercise, key: Key) -> list[tuple[Question, Answer]]:
    """Each question with what the key says of it."""
    return [(question, key.of(question.item.id)) for question in questions(exercise)]


def whose(exercise: Exercise) -> dict[str, str]:
    """What each document is called: 'Norway's readout', 'The story'."""
    names = {p.id: p.name for p in exercise.parties}
    return {d.id: f"{genitive(names[d.party])} readout" if d.party in names else "The story" for d in exercise.documents}


def about(exercise: Exercise) -> str:
    """The level, the number of questions, and the time for them."""
    timed = [f"{exercise.minutes} minutes"] if exercise.minutes else []
    return " · ".join([exercise.level.capitalize(), counted(len(exercise.items), "question"), *timed])


def _groups(exercise: Exercise) -> Iterator[Group]:
    number, called = 0, whose(exercise)
    for kind in KINDS:
        mine = [item for item in exercise.items if item.kind == kind]
        numbered = tuple(_question(number + n, item, called) for n, item in enumerate(mine, 1))
        number += len(mine)
        if mine:
            yield Group(kind, *HEADS[kind], numbered, _columns(kind, mine), meanings(kind, mine))


def _question(number: int, item: Item, called: dict[str, str]) -> Question:
    told = {} if item.kind in _GIVEN_AWAY else called
    return Question(number, item, HOW[item.shape], tuple(Shown(p, p.point or told.get(p.document, "")) for p in item.passages))


def _columns(kind: Kind, items: list[Item]) -> tuple[Option, ...]:
    """The options of a kind that can be a table, where all its questions have the same; those for quotations have none."""
    same = all(item.shape == "quote" or (item.shape == "choice" and item.options == items[0].options) for item in items)
    return items[0].options if kind == "three-columns" and same else ()
