"""The marks as they are written: a table to read, a gradebook, JSON, and a folder with what each student is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from readoutdiff.exercise.feedback import feedback_html, feedback_markdown, in_per_cent
from readoutdiff.exercise.gradebook import gradebook_csv
from readoutdiff.exercise.values import Answers, Exercise, Grades, Key
from readoutdiff.render.shown import plain
from readoutdiff.render.words import counted
from readoutdiff.writing import write_all

_LONGEST = 60  # characters of an id in a file's name


def as_bytes(format_: str, exercise: Exercise, key: Key, grades: Grades) -> bytes:
    """The marks as "text", "csv" or "json"."""
    if format_ == "csv":
        return gradebook_csv(exercise, key, grades)
    if format_ == "json":
        return msgspec.json.format(msgspec.json.encode(grades), indent=1) + b"\n"
    return _table(exercise, grades).encode("utf-8")


def _table(exercise: Exercise, grades: Grades) -> str:
    """A line a student, what is left to the teacher, and how much of the key nobody has vouched for."""
    width = max([len("student"), *(len(plain(g.student)) for g in grades.students)])
    lines = [f"{plain(exercise.title)}: {counted(len(grades.students), 'student')}, {counted(len(exercise.items), 'question')}", ""]
    lines.append(f"{'student':{width}}  score  to mark")
    lines += [f"{plain(g.student):{width}}  {in_per_cent(g.score):>5}  {g.pending or '':>7}".rstrip() for g in grades.students]
    waiting = [f"  {plain(g.student)}: {m.item}: {plain(m.note)}" for g in grades.students for m in g.items if m.score is None]
    lines += ["", "For you to mark:", *waiting] if waiting else []
    if grades.unconfirmed:
        lines += ["", f"{counted(grades.unconfirmed, 'answer')} of the key not confirmed by anybody: readoutdiff exercise review"]
    return "\n".join(lines) + "\n"


def write_marks(folder: Path, exercise: Exercise, key: Key, answers: Sequence[Answers], grades: Grades) -> None:
    """A gradebook, and for each student a page and a Markdown file, named by the student's id; all of it or nothing."""
    graded = {g.student: g for g in grades.students}
    files = {folder / "gradebook.csv": gradebook_csv(exercise, key, grades)}
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
