"""The marks of a class as tables: one row a student, one column an item; and of its items, one row an item."""

from __future__ import annotations

from readoutdiff.exercise.item_rows import Row, rows
from readoutdiff.exercise.values import Exercise, Graded, Grades, Key, asked
from readoutdiff.records import Cell
from readoutdiff.render.csv import as_csv, harmless

PENDING = "teacher"  # stands where the teacher is to mark


def gradebook_csv(exercise: Exercise, key: Key, grades: Grades) -> bytes:
    """UTF-8 with BOM, so that a spreadsheet reads it; an id that would be a formula is made harmless. Scores run from 0 to 1."""
    columns = ["student", "score", "to mark", *(harmless(item.id) for item in asked(exercise, key).items)]
    return as_csv(columns, (_marks(graded) for graded in grades.students))


def _marks(graded: Graded) -> list[Cell]:
    marks = (PENDING if mark.score is None else _number(mark.score) for mark in graded.items)
    return [graded.student, _number(graded.score), graded.pending, *marks]


_ITEMS = (
    "number", "item", "kind", "question", "key", "right", "answered", "to mark", "discrimination", "alike", "instead", "by how many",
    "look at the key",
)  # fmt: skip


def items_csv(exercise: Exercise, key: Key, grades: Grades) -> bytes:
    """The item analysis, in like manner; shares and scores run from 0 to 1."""
    return as_csv(_ITEMS, (_line(row) for row in rows(exercise, key, grades)))


def _line(row: Row) -> list[Cell]:
    told = row.figures
    words = (row.item.id, row.item.kind, row.item.prompt, row.key)
    figures = (_number(told.score), told.answered, told.pending, _number(told.discrimination), _number(told.modal))
    students = told.others[0].count if told.others else None
    return [row.question.number, *words, *figures, row.others, students, " ".join(told.reasons)]


def _number(figure: float | None) -> Cell:
    """To four places; a whole number as one: 1, not 1.0."""
    rounded = None if figure is None else round(figure, 4)
    return int(rounded) if rounded is not None and rounded.is_integer() else rounded
