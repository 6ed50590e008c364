"""The marks of a class as text: its students, and what it made of the questions."""

from __future__ import annotations

from collections.abc import Sequence

from readoutdiff.exercise.feedback import in_per_cent
from readoutdiff.exercise.item_rows import Row, agreed, on_the_class, on_the_key, rows, signed
from readoutdiff.exercise.values import Exercise, Grades, Key, asked
from readoutdiff.render.shown import plain
from readoutdiff.render.words import counted


def text(exercise: Exercise, key: Key, grades: Grades) -> str:
    """A line a student, what is left to the teacher, a line a question, and how much of the key nobody has vouched for."""
    lines = [f"{plain(exercise.title)}: {on_the_class(grades)}, {counted(len(asked(exercise, key).items), 'question')}", ""]
    lines += _students(grades)
    waiting = [f"  {plain(g.student)}: {plain(m.item)}: {plain(m.note)}" for g in grades.students for m in g.items if m.score is None]
    lines += ["", "For you to mark:", *waiting] if waiting else []
    lines += _questions(rows(exercise, key, grades)) if grades.students else []
    lines += _agreement(grades)
    if grades.unconfirmed:
        lines += ["", f"{counted(grades.unconfirmed, 'answer')} of the key not confirmed by anybody: readoutdiff exercise review"]
    return "\n".join(lines) + "\n"


def _students(grades: Grades) -> list[str]:
    width = max([len("student"), *(len(plain(g.student)) for g in grades.students)])
    told = [f"{plain(g.student):{width}}  {in_per_cent(g.score):>5}  {g.pending or '':>7}".rstrip() for g in grades.students]
    return [f"{'student':{width}}  score  to mark", *told]


def _questions(table: Sequence[Row]) -> list[str]:
    """The table of the questions, with a mark before those on which class and key part; and what was seen of these."""
    width = max([len("question"), *(len(plain(row.item.id)) for row in table)])
    lines = ["", f"  {'question':{width}}  right  answered  to mark  discrimination  alike  instead of the key's"]
    for row in table:
        told = row.figures
        mark, pending = "!" if told.reasons else " ", told.pending or ""
        figures = f"{row.right:>5}  {told.answered:>8}  {pending:>7}  {row.discrimination:>14}  {row.modal:>5}  {plain(row.others)}"
        lines.append(f"{mark} {plain(row.item.id):{width}}  {figures}".rstrip())
    seen = [f"! {plain(row.item.id)}: {plain(reason)}" for row in table for reason in row.figures.reasons]
    return [*lines, "", on_the_key([row.figures for row in table]), *seen]


def _agreement(grades: Grades) -> list[str]:
    """The alphas that are known."""
    known = [f"  {signed(one.alpha)}  {agreed(one)}" for one in grades.agreement if one.alpha is not None]
    return ["", "How far students agree with each other (Krippendorff's alpha: 1 all, 0 as by chance):", *known] if known else []
