"""Sheets to print: the worksheet for the class, and the answers for the teacher."""

from __future__ import annotations

from markupsafe import Markup

from readoutdiff.exercise.forms.questions import about, explained, groups
from readoutdiff.exercise.forms.texts import texts
from readoutdiff.exercise.values import Exercise, Key
from readoutdiff.render.html.alone import beside, environment, policy
from readoutdiff.render.words import PROMISE
from readoutdiff.version import __version__

_HERE = "readoutdiff.exercise.forms"


def worksheet(exercise: Exercise) -> str:
    """worksheet.html: the texts and the questions, with room to answer them on paper."""
    return _sheet("worksheet.html", exercise, texts=texts(exercise), groups=groups(exercise))


def answer_sheet(exercise: Exercise, key: Key) -> str:
    """The teacher's sheet: each question with its answer, the evidence, why, and whether a teacher has vouched for it."""
    told = explained(exercise, key)
    return _sheet("answers.html", exercise, explained=told, unconfirmed=sum(not answer.confirmed for _, answer in told))


def _sheet(template: str, exercise: Exercise, **values: object) -> str:
    style = beside(_HERE, "sheet.css")
    return (
        environment(_HERE)
        .get_template(template)
        .render(
            exercise=exercise,
            about=about(exercise),
            style=Markup(style),  # noqa: S704 - our own file, and what the policy's hash is of
            policy=policy(style),
            promise=PROMISE,
            version=__version__,
            **values,
        )
    )
