"""The page that marks itself: one file to open in any browser, without a network."""

from __future__ import annotations

from typing import Any

from readoutdiff.exercise.forms.questions import about, groups, questions
from readoutdiff.exercise.forms.texts import texts
from readoutdiff.exercise.values import ANSWERS, Answer, Exercise, Item, Key
from readoutdiff.render.html.alone import beside, page
from readoutdiff.render.visible import visible

_HERE = "readoutdiff.exercise.forms"
_MARKING = ("marking.js", "explaining.js")
_SCRIPTS = ("telling.js", "answering.js", "keeping.js", "timing.js", *_MARKING, "saving.js", "page.js")


def student_page(exercise: Exercise, mark: str, key: Key | None) -> str:
    """page.html for an exercise. `mark` is the SHA-256 of its exercise.json; without a key nothing of one is in the page."""
    return page(
        _HERE,
        "page.html",
        beside(_HERE, "page.css"),
        "".join(beside(_HERE, name) for name in _SCRIPTS if key is not None or name not in _MARKING),
        exercise=exercise,
        about=about(exercise),
        texts=texts(exercise),
        groups=groups(exercise),
        data=_data(exercise, mark, key),
        marked=key is not None,
    )


def _data(exercise: Exercise, mark: str, key: Key | None) -> dict[str, Any]:
    """What the page's script is given; items and options in the order in which they stand in the page."""
    items = [question.item for question in questions(exercise)]
    return {
        "schema": ANSWERS,
        "exercise": mark,
        "minutes": exercise.minutes,
        "items": [{"id": item.id, "shape": item.shape, "options": [option.id for option in item.options]} for item in items],
        "key": None if key is None else [_answer(item, key.of(item.id)) for item in items],
    }


def _answer(item: Item, answer: Answer) -> dict[str, Any]:
    """What is shown of the key is data, as on the rest of the page; ids are only compared."""
    return {
        "answer": visible(answer.answer) if item.shape == "text" and isinstance(answer.answer, str) else answer.answer,
        "evidence": [visible(words) for words in answer.evidence],
        "beside": [visible(words) for words in answer.beside],
        "why": visible(answer.why),
        "confirmed": answer.confirmed,
    }
