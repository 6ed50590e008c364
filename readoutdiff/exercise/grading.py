"""Marks: what a student answered beside the key, by a stated rubric; what no machine can mark is left to the teacher.

One option: 1 if it is the key's, else 0. Several: what was chosen rightly over all that was chosen or is right. An order: of the
pairs of the key's order those that the answer has too. A quotation of three words or more: 1 where it is nine tenths like a
passage of the evidence or a part of it (rapidfuzz's partial ratio), 0 where it is less than two thirds like one, else it is left
to the teacher. Words of one's own are always left to the teacher. Nothing given is 0.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import combinations

from rapidfuzz import fuzz

from readoutdiff.exercise.keyfile import problem_of
from readoutdiff.exercise.values import Answer, Answers, Exercise, Failure, Graded, Grades, Item, Key, Mark

FOUND, FOREIGN = 90.0, 65.0  # likeness in per cent: from here on a quotation is found; below, it is not
LEAST = 3  # words of a quotation


def grade(exercise: Exercise, key: Key, answers: Sequence[Answers], failures: Sequence[Failure] = ()) -> Grades:
    """The marks of a class, by student; the order in which answers are given does not matter."""
    graded = sorted((graded_one(exercise, key, given) for given in answers), key=lambda g: g.student)
    machine = [answer for answer, item in zip(key.items, exercise.items, strict=True) if item.shape != "text"]
    unconfirmed = sum(not answer.confirmed for answer in machine)
    return Grades(exercise=key.exercise, students=tuple(graded), failures=tuple(failures), unconfirmed=unconfirmed)


def graded_one(exercise: Exercise, key: Key, given: Answers) -> Graded:
    """One student's marks: the score is the mean over the items that could be marked."""
    marks = tuple(_mark(item, key.of(item.id), given.answers.get(item.id, "")) for item in exercise.items)
    scores = [mark.score for mark in marks if mark.score is not None]
    score = round(sum(scores) / len(scores), 4) if scores else 0.0
    return Graded(student=given.student, score=score, pending=len(marks) - len(scores), items=marks)


def _mark(item: Item, answer: Answer, given: str | tuple[str, ...]) -> Mark:
    if not (given.strip() if isinstance(given, str) else any(given)):
        return Mark(item=item.id, score=0.0, note="not answered")
    if item.shape == "text":
        return Mark(item=item.id, score=None, note="words of one's own: for the teacher to mark")
    if item.shape == "quote":
        return _quoted(item, answer, given)
    problem = problem_of(item, given)
    if problem and item.shape != "order":
        return Mark(item=item.id, score=0.0, note=problem)
    score = round(_SCORES[item.shape](_several(answer.answer), _several(given)), 4)
    return Mark(item=item.id, score=score, note="right" if score == 1 else "wrong" if score == 0 else "partly right")


def _several(given: str | tuple[str, ...]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else given


def _same(key: tuple[str, ...], given: tuple[str, ...]) -> float:
    return float(key == given)


def _shared(key: tuple[str, ...], given: tuple[str, ...]) -> float:
    return len({*key} & {*given}) / len({*key} | {*given})


def _in_order(key: tuple[str, ...], given: tuple[str, ...]) -> float:
    places = {id_: place for place, id_ in enumerate(given)}
    pairs = list(combinations(key, 2))
    return sum(one in places and other in places and places[one] < places[other] for one, other in pairs) / max(len(pairs), 1)


_SCORES = {"choice": _same, "several": _shared, "order": _in_order}


def _quoted(item: Item, answer: Answer, given: str | tuple[str, ...]) -> Mark:
    told = plain(" ".join(_several(given)))
    if len(told.split()) < LEAST:
        return Mark(item=item.id, score=0.0, note=f"a quotation needs {LEAST} words")
    likeness = max((_contained(told, plain(passage)) for passage in answer.evidence), default=0.0)
    if likeness >= FOUND:
        return Mark(item=item.id, score=1.0, note="found in the evidence")
    if likeness < FOREIGN:
        return Mark(item=item.id, score=0.0, note="not in the evidence")
    return Mark(item=item.id, score=None, note=f"like the evidence ({likeness:.0f} of 100): for the teacher to mark")


def _contained(told: str, passage: str) -> float:
    """How much of a quotation stands in a passage, in per cent; more than the passage is no part of it."""
    return fuzz.partial_ratio(told, passage) if len(told) <= len(passage) else fuzz.ratio(told, passage)


def plain(text: str) -> str:
    """Words without typography, capitals and marks, as quotations are compared."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c)).split())
