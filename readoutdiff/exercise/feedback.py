"""What a student is told of the marks: each question with the answer given, the right one, and why; as a page and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from readoutdiff.exercise.given import worded
from readoutdiff.exercise.values import Answer, Answers, Exercise, Given, Graded, Item, Key, asked
from readoutdiff.render.html.alone import beside, environment, policy
from readoutdiff.render.markdown.escaping import escaped
from readoutdiff.render.words import PROMISE
from readoutdiff.value import Value
from readoutdiff.version import __version__

_HERE = "readoutdiff.exercise"


class Line(Value, frozen=True):
    """One item as a student reads it; `right` is empty where any passage of the evidence is."""

    prompt: str
    passages: tuple[str, ...]
    score: str
    given: str
    right: str
    evidence: tuple[str, ...]
    why: str
    note: str


def feedback_html(exercise: Exercise, key: Key, answers: Answers, graded: Graded) -> str:
    """A page for one student."""
    style = beside(_HERE, "feedback.css")
    values = {"style": Markup(style), "policy": policy(style), "promise": PROMISE, "version": __version__}  # noqa: S704 - our own file
    template = environment(_HERE).get_template("feedback.html")
    return template.render(
        exercise=exercise, graded=graded, score=in_per_cent(graded.score), lines=list(_lines(exercise, key, answers, graded)), **values
    )


def feedback_markdown(exercise: Exercise, key: Key, answers: Answers, graded: Graded) -> str:
    """The same in Markdown."""
    told = [f"# {escaped(exercise.title)}", f"{escaped(graded.student)}: {in_per_cent(graded.score)}{_pending(graded)}"]
    for number, line in enumerate(_lines(exercise, key, answers, graded), 1):
        told.append(f"## {number}. {escaped(line.prompt.splitlines()[0])}")
        told += [f"> {escaped(passage)}" for passage in line.passages]
        told += [f"Your answer: {escaped(line.given) or '–'} ({line.score}: {escaped(line.note)})"]
        told += [f"In the key: {'<br>'.join(escaped(part) for part in line.right.splitlines())}"] if line.right else []
        told += [f"- {escaped(passage)}" for passage in line.evidence]
        told += [escaped(line.why)] if line.why else []
    return "\n\n".join([*told, escaped(PROMISE)]) + "\n"


def in_per_cent(score: float | None) -> str:
    """A score as it is told; what is not marked yet has none."""
    return "to be marked" if score is None else f"{score:.0%}"


def _pending(graded: Graded) -> str:
    return f", {graded.pending} for your teacher to mark" if graded.pending else ""


def _lines(exercise: Exercise, key: Key, answers: Answers, graded: Graded) -> Iterator[Line]:
    marks = {mark.item: mark for mark in graded.items}
    for item in asked(exercise, key).items:
        mark = marks[item.id]
        yield _line(item, key.of(item.id), answers.answers.get(item.id, ""), mark.score, mark.note)


def _line(item: Item, answer: Answer, given: Given, score: float | None, note: str) -> Line:
    passages = tuple(p.marked for p in item.passages)
    evidence = (*answer.evidence, *answer.beside)
    mine, right = (", ".join(worded(item, told)) for told in (given, answer.answer))
    return Line(item.prompt, passages, in_per_cent(score), mine, right, evidence, reason(answer), note)


def reason(answer: Answer) -> str:
    """Why, and whether anybody has vouched for it."""
    return answer.why if answer.confirmed else f"{answer.why} (Made by machine; no teacher has confirmed it.)".strip()
