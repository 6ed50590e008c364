"""The marks of a class as a table: one row a student, one column an item."""

from __future__ import annotations

import csv
import io

from readoutdiff.exercise.values import Exercise, Grades, Key, asked
from readoutdiff.render.csv import harmless

PENDING = "teacher"  # stands where the teacher is to mark


def gradebook_csv(exercise: Exercise, key: Key, grades: Grades) -> bytes:
    """UTF-8 with BOM, so that a spreadsheet reads it; an id that would be a formula is made harmless."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["student", "score", "to mark", *(item.id for item in asked(exercise, key).items)])
    for graded in grades.students:
        marks = [PENDING if mark.score is None else f"{mark.score:g}" for mark in graded.items]
        writer.writerow([harmless(graded.student), "" if graded.score is None else f"{graded.score:g}", graded.pending, *marks])
    return out.getvalue().encode("utf-8-sig")
