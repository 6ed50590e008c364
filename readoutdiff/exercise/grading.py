"""Marks: what a student answered beside the key, by a stated rubric; what no machine can mark is left to the teacher.

One option: 1 if it is the key's, else 0. Several: what was chosen rightly over all that was chosen or is right; where all of the
key's are there and more, a teacher must see, for the key may have missed one. An order: of the pairs of the key's order those that
the answer has too. A quotation: see quoting.py; where words of each side are wanted, a half for each. Words of one's own, and what is
none of the options, are left to the teacher. Nothing given is 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from statistics import fmean, stdev

from readoutdiff.exercise.agreeing import agreements
from readoutdiff.exercise.analysing import EXACT, analyse
from readoutdiff.exercise.given import is_answered, known, parts, problem_of
from readoutdiff.exercise.quoting import Looked, look_up
from readoutdiff.exercise.values import Answer, Answers, Exercise, Failure, Given, Graded, Grades, Item, Key, Mark, asked

_OWN = "words of one's own: for the teacher to mark"
_TO_MARK: dict[Looked, str] = {
    "like": "like the evidence, and not the same: for the teacher to mark",
    "short": "exact, but short: for the teacher to mark",
}
_MORE = "more than the key has: for the teacher to look at"


def grade(exercise: Exercise, key: Key, answers: Sequence[Answers], failures: Sequence[Failure] = ()) -> Grades:
    """The marks of a class, by student, and the analysis of its items; the order in which answers are given does not matter.

    Questions that were dropped do not count.
    """
    class_ = sorted(((graded_one(exercise, key, given), given) for given in answers), key=lambda pair: pair[0].student)
    scores = [graded.score for graded, _ in class_ if graded.score is not None]  # as they are: rounded twice, 73.498% would be 74%
    machine = [item.id for item in asked(exercise, key).items if item.shape != "text"]
    return Grades(
        exercise=key.exercise,
        students=tuple(graded for graded, _ in class_),
        mean=round(fmean(scores), EXACT) if scores else None,
        spread=round(stdev(scores), EXACT) if len(scores) > 1 else None,
        items=analyse(exercise, key, class_),
        agreement=agreements(exercise, key, class_),
        failures=tuple(failures),
        unconfirmed=sum(not key.of(id_).confirmed for id_ in machine),
    )


def graded_one(exercise: Exercise, key: Key, given: Answers) -> Graded:
    """One student's marks: the score is the mean over the items that could be marked."""
    marks = tuple(_mark(item, key.of(item.id), given.answers.get(item.id, "")) for item in asked(exercise, key).items)
    scores = [mark.score for mark in marks if mark.score is not None]
    score = round(fmean(scores), EXACT) if scores else None
    return Graded(student=given.student, score=score, pending=len(marks) - len(scores), items=marks)


def _mark(item: Item, answer: Answer, given: Given) -> Mark:
    if not is_answered(given):
        return Mark(item=item.id, score=0.0, note="not answered")
    if item.shape == "text":
        return Mark(item=item.id, score=None, note=_OWN)
    if item.shape == "quote":
        return _quoted(item, answer, "\n".join(parts(given)))
    chosen = tuple(known(item, id_) for id_ in parts(given))
    problem = problem_of(item, chosen) if item.shape != "order" else ""
    if problem:
        return Mark(item=item.id, score=None, note=f"{problem}: for the teacher to look at")
    return _chosen(item, parts(answer.answer), chosen)


def _chosen(item: Item, right: tuple[str, ...], chosen: tuple[str, ...]) -> Mark:
    if item.shape == "several" and {*right} < {*chosen}:
        return Mark(item=item.id, score=None, note=_MORE)
    score = round(_SCORES[item.shape](right, chosen), EXACT)
    return Mark(item=item.id, score=score, note="right" if score == 1 else "wrong" if score == 0 else "partly right")


def _same(key: tuple[str, ...], given: tuple[str, ...]) -> float:
    return float(key == given)


def _shared(key: tuple[str, ...], given: tuple[str, ...]) -> float:
    return len({*key} & {*given}) / len({*key} | {*given})


def _in_order(key: tuple[str, ...], given: tuple[str, ...]) -> float:
    places = {id_: place for place, id_ in enumerate(given)}
    pairs = list(combinations(key, 2))
    return sum(one in places and other in places and places[one] < places[other] for one, other in pairs) / max(len(pairs), 1)


_SCORES = {"choice": _same, "several": _shared, "order": _in_order}


def _quoted(item: Item, answer: Answer, given: str) -> Mark:
    wanted = [passages for passages in (answer.evidence, answer.beside) if passages]
    found = [look_up(given, passages) for passages in wanted]
    note = next((_TO_MARK[looked] for looked in found if looked in _TO_MARK), "")
    if note:
        return Mark(item=item.id, score=None, note=note)
    score = found.count("found") / len(wanted)
    note = "found in the evidence" if score == 1 else "not in the evidence" if score == 0 else "found for one side, not for the other"
    return Mark(item=item.id, score=score, note=note)
