"""Sheets to print: the worksheet for the class, and the answers for the teacher."""

from __future__ import annotations

from readoutdiff.exercise.forms.questions import about, explained, groups
from readoutdiff.exercise.forms.texts import texts
from readoutdiff.exercise.values import Exercise, Key
from readoutdiff.render.html.alone import beside, page

_HERE = "readoutdiff.exercise.forms"


def worksheet(exercise: Exercise) -> str:
    """worksheet.html: the texts and the questions, with room to answer them on paper."""
    return _sheet("worksheet.html", exercise, texts=texts(exercise), groups=groups(exercise))


def answer_sheet(exercise: Exercise, key: Key) -> str:
    """The teacher's sheet: each question with its answer, the evidence, why, and whether a teacher has vouched for it."""
    told = explained(exercise, key)
    return _sheet("answers.html", exercise, explained=told, unconfirmed=sum(not answer.confirmed for _, answer in told))


def _sheet(template: str, exercise: Exercise, **values: object) -> str:
    return page(_HERE, template, beside(_HERE, "sheet.css"), exercise=exercise, about=about(exercise), **values)
