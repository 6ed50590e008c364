"""The marks of a class as tables: one row a student, one column an item; and of its items, one row an item."""

from __future__ import annotations

import csv
import io

from readoutdiff.exercise.item_rows import Row, rows
from readoutdiff.exercise.values import Exercise, Grades, Key, asked
from readoutdiff.render.csv import harmless

PENDING = "teacher"  # stands where the teacher is to mark


def gradebook_csv(exercise: Exercise, key: Key, grades: Grades) -> bytes:
    """UTF-8 with BOM, so that a spreadsheet reads it; an id that would be a formula is made harmless."""
    table: list[list[str]] = [["student", "score", "to mark", *(harmless(item.id) for item in asked(exercise, key).items)]]
    for graded in grades.students:
        marks = [PENDING if mark.score is None else _number(mark.score) for mark in graded.items]
        table.append([harmless(graded.student), _number(graded.score), str(graded.pending), *marks])
    return _csv(table)


_ITEMS = (
    "number", "item", "kind", "question", "key", "right", "answered", "to mark", "discrimination", "alike", "instead", "by how many",
    "look at the key",
)  # fmt: skip


def items_csv(exercise: Exercise, key: Key, grades: Grades) -> bytes:
    """The item analysis, in like manner; shares and scores run from 0 to 1."""
    return _csv([list(_ITEMS), *(_line(row) for row in rows(exercise, key, grades))])


def _line(row: Row) -> list[str]:
    told = row.figures
    words = [harmless(cell) for cell in (row.item.id, row.item.kind, row.item.prompt, row.key)]
    figures = [_number(told.score), str(told.answered), str(told.pending), _number(told.discrimination), _number(told.modal)]
    students = str(told.others[0].count) if told.others else ""
    return [str(row.question.number), *words, *figures, harmless(row.others), students, harmless(" ".join(told.reasons))]


def _number(figure: float | None) -> str:
    return "" if figure is None else f"{round(figure, 4):g}"


def _csv(table: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(table)
    return out.getvalue().encode("utf-8-sig")
