"""The marks as they are written: tables to read, a gradebook, JSON, and a folder with the class for you and its marks for each student."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from readoutdiff.escaping import as_indented_json
from readoutdiff.exercise.feedback import feedback_html, feedback_markdown
from readoutdiff.exercise.gradebook import gradebook_csv, items_csv
from readoutdiff.exercise.items_page import items_page
from readoutdiff.exercise.marks_text import text
from readoutdiff.exercise.values import Answers, Exercise, Grades, Key
from readoutdiff.writing import write_all

_LONGEST = 60  # characters of an id in a file's name


def as_bytes(format_: str, exercise: Exercise, key: Key, answers: Sequence[Answers], grades: Grades) -> bytes:
    """The marks as "text", "csv" or "json"."""
    if format_ == "csv":
        return gradebook_csv(exercise, key, grades)
    if format_ == "json":
        return as_indented_json(grades)
    return text(exercise, key, answers, grades).encode("utf-8")


def write_marks(folder: Path, exercise: Exercise, key: Key, answers: Sequence[Answers], grades: Grades) -> None:
    """A gradebook, the items as table and page, and for each student a page and a Markdown file, named by the id; all or nothing.

    Raises InputError where they cannot be written.
    """
    graded = {g.student: g for g in grades.students}
    files = {
        folder / "gradebook.csv": gradebook_csv(exercise, key, grades),
        folder / "items.csv": items_csv(exercise, key, grades),
        folder / "items.html": items_page(exercise, key, grades).encode("utf-8"),
    }
    for given, name in zip(answers, _names(answers), strict=True):
        told = (exercise, key, given, graded[given.student])
        files[folder / f"feedback-{name}.html"] = feedback_html(*told).encode("utf-8")
        files[folder / f"feedback-{name}.md"] = feedback_markdown(*told).encode("utf-8")
    write_all(folder, files)


def _names(answers: Sequence[Answers]) -> list[str]:
    """Students' ids as parts of files' names, each its own: letters, digits, dots and dashes stay, others become underscores."""
    names: list[str] = []
    for given in answers:
        plain_id = re.sub(r"[^\w.-]", "_", given.student).strip(".")[:_LONGEST] or "_"
        taken = sum(name.partition("~")[0].casefold() == plain_id.casefold() for name in names)
        names.append(f"{plain_id}~{taken + 1}" if taken else plain_id)
    return names
