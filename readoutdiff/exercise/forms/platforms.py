"""The questions as learning platforms are given them: with all that belongs to one in it, for a platform may show it alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, count

from readoutdiff.exercise.feedback import reason
from readoutdiff.exercise.forms.meanings import meanings
from readoutdiff.exercise.forms.questions import HEADS, Question, Shown, about, explained, is_marked
from readoutdiff.exercise.forms.texts import paragraphs, texts
from readoutdiff.exercise.given import parts
from readoutdiff.exercise.values import Answer, Exercise, Item, Key, Shape
from readoutdiff.render.shown import visible
from readoutdiff.render.words import PROMISE
from readoutdiff.value import Value

_PLACES = "Give each its place: 1 comes first."  # platforms have no common way to drag things into an order


class Paragraph(Value, frozen=True):
    """A paragraph in runs, each with whether its words are the ones that are meant; `quoted` where they are those of a text."""

    runs: tuple[tuple[str, bool], ...]
    quoted: bool = False


class Preface(Value, frozen=True):
    """What is to be read before the questions."""

    name: str
    paragraphs: tuple[Paragraph, ...]


class Posed(Value, frozen=True):
    """A question: what is asked, how it is answered, and what is told afterwards.

    `name` is what a list of questions calls it. `right` are the places in `labels` of what the key has, counted from 0: of an order
    all of them, in their order. All text is on one line, nothing in it acts on a terminal, and XML can carry it.
    """

    name: str
    shape: Shape
    asked: tuple[Paragraph, ...]
    how: str
    labels: tuple[str, ...]
    right: tuple[int, ...]
    told: tuple[Paragraph, ...]


def said(text: str) -> str:
    """Text on one line, as all platforms can carry it; '–' for none."""
    return _line(text).strip() or "–"


def plain(text: str) -> Paragraph:
    """A paragraph of words of which none is marked."""
    return Paragraph(((said(text), False),))


def prefaces(exercise: Exercise) -> tuple[Preface, ...]:
    """What the exercise is, and its texts; not those of which there are only excerpts, for each question has its own."""
    whole = [(text, document) for text, document in zip(texts(exercise), exercise.documents, strict=True) if not text.parts]
    read = [(text.whose, [*([text.about] if text.about else []), *paragraphs(document)]) for text, document in whole]
    return (
        Preface("00 1 Read this first", (plain(about(exercise)), plain(PROMISE))),
        # numbered, for banks sort by name
        *(Preface(f"00 {n} {said(whose)}", (_strong(whose), *map(plain, lines))) for n, (whose, lines) in enumerate(read, 2)),
    )


def posed(exercise: Exercise, key: Key) -> tuple[Posed, ...]:
    """All questions, in the order of their numbers."""
    return tuple(_posed(exercise, key))


def _posed(exercise: Exercise, key: Key) -> Iterator[Posed]:
    before: Question | None = None
    for question, answer in explained(exercise, key):
        item = question.item
        ids = [option.id for option in item.options]
        yield Posed(
            name=f"{question.number:02} {HEADS[item.kind][0]} ({said(item.id)})",
            shape=item.shape,
            asked=(*_before(before, item), *_asked(question)),
            how=_PLACES if item.shape == "order" else question.how,
            labels=_distinct([option.label for option in item.options]),
            right=tuple(ids.index(id_) for id_ in parts(answer.answer)) if item.options else (),
            told=tuple(_told(item, answer)),
        )
        before = question


def _before(before: Question | None, item: Item) -> Iterator[Paragraph]:
    """The question before, where this one goes on with it: 'how do you know?'."""
    if before is not None and item.id == f"{before.item.id}-{item.shape}":
        yield plain(f"To question {before.number}: {before.item.prompt}")
        yield from map(_passage, before.passages)


def _asked(question: Question) -> Iterator[Paragraph]:
    first, *lines = question.item.prompt.splitlines() or [""]
    yield Paragraph(((f"{question.number}.", True), (f" {said(first)}", False)))
    yield from (plain(line) for line in lines if line.strip())
    yield from map(_passage, question.passages)
    if is_marked(question.item):
        yield plain("The question is about the words in bold; the rest of a sentence only shows where they stand.")
    yield from (plain(f"{meaning.label}: {meaning.text}.") for meaning in meanings(question.item.kind, [question.item]))


def _passage(shown: Shown) -> Paragraph:
    whose = f"{shown.whose}: " if shown.whose else ""
    before, after = _line(whose + shown.passage.before).lstrip(), _line(shown.passage.after).rstrip()
    runs = ((before, False), (said(shown.passage.text), True), (after, False))
    return Paragraph(tuple(run for run in runs if run[0]), quoted=True)


def _told(item: Item, answer: Answer) -> Iterator[Paragraph]:
    if item.shape == "text":
        yield plain("A model answer:")
        yield from (plain(line) for text in parts(answer.answer) for line in text.splitlines() if line.strip())
    for head, passages in (("Evidence:", answer.evidence), ("And of the other side:", answer.beside)):
        if passages:
            yield plain(head)
            yield from (Paragraph(((said(words), False),), quoted=True) for words in passages)
    if reason(answer):
        yield plain(reason(answer))


def _distinct(labels: Sequence[str]) -> tuple[str, ...]:
    """The labels, those that are the same numbered: some platforms refuse two answers that are alike."""
    found: list[str] = []
    for label in map(said, labels):
        names = chain([label], (f"{label} ({n})" for n in count(2)))
        found.append(next(name for name in names if name not in found))
    return tuple(found)


def _strong(text: str) -> Paragraph:
    return Paragraph(((said(text), True),))


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", visible(text))
