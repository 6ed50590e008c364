"""The texts in lines that are the same on every paper, so that a class can speak of 'line 15'; a screen shows where each begins."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.contract import Document
from readoutdiff.exercise.forms.questions import whose
from readoutdiff.exercise.values import Exercise
from readoutdiff.render.styled import wrap
from readoutdiff.render.visible import visible
from readoutdiff.text.blocks import block_ranges
from readoutdiff.value import Value

WIDTH = 76  # columns: fits between the margins of A4 and of Letter
EVERY = 5  # lines between two that are numbered


class Line(Value, frozen=True):
    """A line of a text; `number` stands in the margin, '' for most."""

    number: str
    text: str


class Text(Value, frozen=True):
    """A document to read: whose it is, what else is known of it, and its paragraphs. `parts` where only excerpts are given."""

    whose: str
    about: str
    language: str
    parts: bool
    paragraphs: tuple[tuple[Line, ...], ...]


def texts(exercise: Exercise) -> tuple[Text, ...]:
    """The documents of an exercise, whole or in excerpts."""
    called = whose(exercise)
    return tuple(_text(document, called[document.id]) for document in exercise.documents)


def _text(document: Document, called: str) -> Text:
    parts = not document.text
    told = [document.title, document.date, "in excerpts" if parts else None]
    language = "" if document.language == "und" else document.language
    return Text(called, ", ".join(t for t in told if t), language, parts, tuple(_numbered(document)))


def _numbered(document: Document) -> Iterator[tuple[Line, ...]]:
    number = 0
    for paragraph in paragraphs(document):
        lines = []
        for line in wrap([(visible(paragraph), "")], WIDTH):
            number += 1
            lines.append(Line("" if number % EVERY else str(number), "".join(text for text, _ in line)))
        yield tuple(lines)


def paragraphs(document: Document) -> Iterator[str]:
    """What is given in paragraphs, their hard line breaks set aside; an excerpt is one."""
    text = document.text
    given = [text[start:end] for start, end in block_ranges(text)] if text else [excerpt.text for excerpt in document.excerpts]
    return (" ".join(paragraph.split()) for paragraph in given)
