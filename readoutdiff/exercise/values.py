"""An exercise, its key and what students answer, as they are written to files.

Every value is frozen. Places are half-open ranges of code points of a document's text as it was read; points and scores run from
0 to 1 for an item.
"""

from __future__ import annotations

from typing import Literal

from readoutdiff.contract import Document, Party
from readoutdiff.escaping import as_indented_json
from readoutdiff.value import Value, replace

EXERCISE, KEY, ANSWERS, GRADES = (f"readoutdiff/{name}/1" for name in ("exercise", "key", "answers", "grades"))

Kind = Literal["who-says-it", "three-columns", "left-out", "weight", "wording", "check-the-story", "write-it"]
Level = Literal["beginner", "advanced"]
Shape = Literal["choice", "several", "order", "quote", "text"]
Given = str | tuple[str, ...]  # an answer: an option's id or some words; several ids, or those of an order

KINDS: tuple[Kind, ...] = ("who-says-it", "three-columns", "left-out", "weight", "wording", "check-the-story", "write-it")


class Option(Value, frozen=True):
    """Something that can be answered: its id, as answers have it, and how it is worded."""

    id: str
    label: str


class Passage(Value, frozen=True):
    """Words of a document that an item is about, with what stands before and after them in their sentence.

    `before` ends and `after` begins with the space that stands there. `point` is what the words are on, where an item is about several.
    """

    document: str
    start: int
    end: int
    text: str
    before: str = ""
    after: str = ""
    point: str = ""

    @property
    def is_part(self) -> bool:
        """Whether the words are but a part of their sentence."""
        return bool(self.before or self.after)

    @property
    def marked(self) -> str:
        """The sentence, with the words that are meant between ‹ ›, where they are but a part of it."""
        return f"{self.before}‹{self.text}›{self.after}" if self.is_part else self.text


class Item(Value, frozen=True, kw_only=True):
    """One question.

    `shape` says how it is answered: with one option (`choice`), with some (`several`), with all in an `order`, with words of the
    texts (`quote`), or in words of one's own (`text`). The first four are marked by machine, `text` by the teacher.
    """

    id: str
    kind: Kind
    shape: Shape
    prompt: str
    passages: tuple[Passage, ...] = ()
    options: tuple[Option, ...] = ()

    @property
    def labels(self) -> dict[str, str]:
        """What its options are called, by their ids."""
        return {option.id: option.label for option in self.options}


class Exercise(Value, frozen=True, kw_only=True):
    """What students are given: the texts and the questions, without an answer.

    `minutes` is the time for it, if it is timed. Without `feedback` the page that students open has no key in it.
    """

    title: str
    level: Level
    seed: int
    parties: tuple[Party, ...]
    documents: tuple[Document, ...]
    items: tuple[Item, ...]
    minutes: int | None = None
    feedback: bool = True
    schema: str = EXERCISE

    def to_json(self) -> bytes:
        """The bytes of exercise.json; their SHA-256 is the exercise's mark in keys and answers."""
        return as_indented_json(self)


class Answer(Value, frozen=True, kw_only=True):
    """What the key says of an item.

    `answer` is an option's id (`choice`), ids (`several`, `order`: in their order), or a model answer (`text`); for a `quote` it is
    none: words of one of the passages in `evidence` are wanted, and where there are some in `beside`, of one of these too. `why`
    explains it. `confirmed` where the teacher has vouched for it, `dropped` where the teacher has taken the question out.
    """

    id: str
    answer: Given = ()
    evidence: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    why: str = ""
    confirmed: bool = False
    dropped: bool = False


class Key(Value, frozen=True, kw_only=True):
    """The answers to an exercise, which is named by the SHA-256 of its exercise.json."""

    exercise: str
    items: tuple[Answer, ...]
    schema: str = KEY

    def of(self, item: str) -> Answer:
        """The answer to an item."""
        return next(answer for answer in self.items if answer.id == item)


def asked(exercise: Exercise, key: Key) -> Exercise:
    """The exercise without the questions that the teacher has taken out."""
    dropped = {answer.id for answer in key.items if answer.dropped}
    return replace(exercise, items=tuple(item for item in exercise.items if item.id not in dropped)) if dropped else exercise


class Answers(Value, frozen=True, kw_only=True):
    """What one student answered: by item an option's id, some ids, or words. Students appear by their id only."""

    exercise: str
    student: str
    answers: dict[str, Given]
    schema: str = ANSWERS


class Mark(Value, frozen=True, kw_only=True):
    """An item as it was marked: `score` is None where it is left to the teacher; `note` says why."""

    item: str
    score: float | None
    note: str


class Graded(Value, frozen=True, kw_only=True):
    """A student's marks; `score` is the mean over the items that could be marked, `pending` how many are left to the teacher.

    Where none could be marked the score is not known: None.
    """

    student: str
    score: float | None
    pending: int
    items: tuple[Mark, ...]


class Failure(Value, frozen=True, kw_only=True):
    """An answers file that could not be graded, and what is wrong with it."""

    file: str
    problem: str


class Chosen(Value, frozen=True, kw_only=True):
    """An option, or an order of all, and how many students gave it; `in_key` where it is the key's."""

    answer: Given
    count: int
    in_key: bool


class Other(Value, frozen=True, kw_only=True):
    """What was given in place of the key's answer, and by how many.

    `left` where an option of the key was not chosen, `half` where words of two sides were wanted and those of one quoted.
    """

    answer: Given
    count: int
    left: bool = False
    half: bool = False


class ItemFigures(Value, frozen=True, kw_only=True):
    """What a class made of an item; see analysing.py for how each figure is reckoned. Shares and scores run from 0 to 1.

    `score` is the mean over the students whose answer could be marked, nothing given being 0; it is not known where something was
    given and all of it is left to the teacher. `answered` counts those who gave something, `pending` those left to the teacher.
    `discrimination` runs from -1 to 1. `modal` is the share of those who answered that gave the most frequent answer. `chosen` has the
    options, `others` the most frequent answer that is not the key's, or all that are level. `reasons` say in words what speaks for a
    look at the key; none where nothing does, or too few answered to tell. What is not known is None.
    """

    item: str
    score: float | None
    answered: int
    pending: int
    discrimination: float | None
    modal: float | None
    chosen: tuple[Chosen, ...]
    others: tuple[Other, ...]
    reasons: tuple[str, ...]


class Agreement(Value, frozen=True, kw_only=True):
    """How far students agree with each other, whatever the key says: Krippendorff's alpha, None where it is not known.

    `kind` is that of the items, None for all that are answered with one option; `values` counts what they were reckoned of.
    """

    kind: Kind | None
    shape: Shape
    items: int
    values: int
    alpha: float | None


class Grades(Value, frozen=True, kw_only=True):
    """The marks of a class by student id, and by item what the class made of it.

    `mean` and `spread` (the standard deviation, of two students or more) are of the scores that are known. `unconfirmed` counts the
    answers of the key for which no teacher has vouched.
    """

    exercise: str
    students: tuple[Graded, ...]
    mean: float | None
    spread: float | None
    items: tuple[ItemFigures, ...]
    agreement: tuple[Agreement, ...]
    failures: tuple[Failure, ...]
    unconfirmed: int
    schema: str = GRADES
