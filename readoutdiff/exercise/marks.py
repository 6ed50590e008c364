"""The marks as they are written: a table to read, a gradebook, JSON, and a folder with what each student is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from readoutdiff.errors import InputError
from readoutdiff.exercise.feedback import feedback_html, feedback_markdown
from readoutdiff.exercise.gradebook import gradebook_csv
from readoutdiff.exercise.grading import graded_one
from readoutdiff.exercise.values import Answers, Exercise, Grades, Key
from readoutdiff.render.shown import plain
from readoutdiff.writing import write_whole


def as_bytes(format_: str, exercise: Exercise, grades: Grades) -> bytes:
    """The marks as "text", "csv" or "json"."""
    if format_ == "csv":
        return gradebook_csv(exercise, grades)
    if format_ == "json":
        return msgspec.json.format(msgspec.json.encode(grades), indent=1) + b"\n"
    return _table(exercise, grades).encode("utf-8")


def _table(exercise: Exercise, grades: Grades) -> str:
    """A line a student, what is left to the teacher, and how much of the key nobody has vouched for."""
    width = max([len("student"), *(len(plain(g.student)) for g in grades.students)])
    lines = [f"{exercise.title}: {len(grades.students)} students, {len(exercise.items)} questions", ""]
    lines.append(f"{'student':{width}}  score  to mark")
    lines += [f"{plain(g.student):{width}}  {g.score:5.0%}  {g.pending or '':>7}" for g in grades.students]
    waiting = [f"  {plain(g.student)}: {mark.item}: {mark.note}" for g in grades.students for mark in g.items if mark.score is None]
    lines += ["", "For you to mark:", *waiting] if waiting else []
    if grades.unconfirmed:
        lines += ["", f"{grades.unconfirmed} answers of the key are the program's and not confirmed: readoutdiff exercise review"]
    return "\n".join(plain(line) if not line.startswith(" ") else line for line in lines) + "\n"


def write_marks(folder: Path, exercise: Exercise, key: Key, answers: Sequence[Answers], grades: Grades) -> None:
    """A gradebook, and for each student a page and a Markdown file, named by the student's id."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}: cannot be made ({error.strerror}); check the path and its permissions") from error
    write_whole(folder / "gradebook.csv", gradebook_csv(exercise, grades))
    for given, name in zip(answers, _names(answers), strict=True):
        graded = graded_one(exercise, key, given)
        write_whole(folder / f"feedback-{name}.html", feedback_html(exercise, key, given, graded).encode("utf-8"))
        write_whole(folder / f"feedback-{name}.md", feedback_markdown(exercise, key, given, graded).encode("utf-8"))


def _names(answers: Sequence[Answers]) -> list[str]:
    """Students' ids as parts of files' names, each its own: letters, digits, dots and dashes stay, others become underscores."""
    names: list[str] = []
    for given in answers:
        plain_id = re.sub(r"[^\w.-]", "_", given.student).strip(".") or "_"
        taken = sum(name.partition("~")[0].casefold() == plain_id.casefold() for name in names)
        names.append(f"{plain_id}~{taken + 1}" if taken else plain_id)
    return names
