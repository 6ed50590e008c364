"""The marks of a class as text: its students, and what it made of the questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import shorten

from readoutdiff.exercise.feedback import in_per_cent
from readoutdiff.exercise.forms.questions import questions
from readoutdiff.exercise.item_rows import Row, agreed, labelled, on_the_class, on_the_key, rows, signed
from readoutdiff.exercise.values import Answers, Exercise, Grades, Key, asked
from readoutdiff.render.shown import plain
from readoutdiff.render.words import counted

_GIVEN = 160  # characters of an answer that is left to the teacher; the student's page has all of it
_FIGURES = """\
goes with the rest (discrimination, -1 to +1): above 0 who is good on the other questions did better here, below 0 worse.
same answer: the share of those who answered that gave the most common answer, right or not.\
"""


def text(exercise: Exercise, key: Key, answers: Sequence[Answers], grades: Grades) -> str:
    """A line a student, what is left to the teacher, a line a question, and how much of the key nobody has vouched for."""
    exercise = asked(exercise, key)
    lines = [f"{plain(exercise.title)}: {on_the_class(grades)}, {counted(len(exercise.items), 'question')}", ""]
    lines += _students(grades)
    waiting = list(_waiting(exercise, answers, grades))
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


def _waiting(exercise: Exercise, answers: Sequence[Answers], grades: Grades) -> Iterator[str]:
    """What is left to the teacher: whose it is, the question's number, why, and the words that were given."""
    of = {question.item.id: question for question in questions(exercise)}
    given = {one.student: one.answers for one in answers}
    for student, mark in ((graded.student, mark) for graded in grades.students for mark in graded.items if mark.score is None):
        question, why = of[mark.item], mark.note.partition(": for the teacher")[0]
        words = shorten(plain(labelled(question.item, given[student][mark.item])), _GIVEN, placeholder=" …")
        yield f"  {plain(student)}: question {question.number}: {plain(why)}: “{words}”"


def _questions(table: Sequence[Row]) -> list[str]:
    """The table of the questions, with a mark before those to read again; and what was seen of these."""
    width = max([len("question"), *(len(_named(row)) for row in table)])
    lines = ["", f"  {'question':{width}}  right  answered  to mark  goes with the rest  same answer  most common other answer"]
    for row in table:
        told = row.figures
        mark, pending = "!" if told.reasons else " ", told.pending or ""
        figures = f"{row.right:>5}  {told.answered:>8}  {pending:>7}  {row.discrimination:>18}  {row.modal:>11}  {plain(row.others)}"
        lines.append(f"{mark} {_named(row):{width}}  {figures}".rstrip())
    seen = [f"! {row.question.number} ({plain(row.item.id)}): {plain(reason)}" for row in table for reason in row.figures.reasons]
    return [*lines, _FIGURES, "", on_the_key([row.figures for row in table]), *seen]


def _named(row: Row) -> str:
    return f"{row.question.number:>2} {plain(row.words)}"


def _agreement(grades: Grades) -> list[str]:
    """The alphas that are known."""
    known = [f"  {signed(one.alpha)}  {agreed(one)}" for one in grades.agreement if one.alpha is not None]
    return ["", "How far students agree with each other (Krippendorff's alpha: 1 all, 0 as by chance):", *known] if known else []
