r"""The exercise as GIFT, the text format of Moodle and others (https://docs.moodle.org/en/GIFT_format).

A text is a description, which is a question without an answer. An order is a matching question: GIFT has none for orders. Students' own
words are essays, which have no room for notes to a grader: what the key says is told afterwards. What would act is escaped as Moodle
does it, with a backslash before each of \ # = ~ { } :.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readoutdiff.exercise.forms.markup import category, html, inline, named
from readoutdiff.exercise.forms.platforms import Paragraph, Posed, plain, posed, prefaces
from readoutdiff.exercise.forms.shares import shares
from readoutdiff.exercise.values import Exercise, Key

_ACTS = re.compile(r"[\\#=~{}:]")


def moodle_gift(exercise: Exercise, key: Key) -> str:
    """moodle.gift for an exercise: its category, its texts, its questions with the key, a blank line between two."""
    path = category(exercise.title).replace("\\", "\\\\")  # of all signs, this one alone is escaped in a category's name
    texts = [_head(preface.name, preface.paragraphs) for preface in prefaces(exercise)]
    return "\n\n".join([f"$CATEGORY: {path}", *texts, *map(_question, posed(exercise, key))]) + "\n"


def _question(question: Posed) -> str:
    head = _head(question.name, (*question.asked, plain(question.how)))
    told = [f"####{_escaped(html(question.told))}"] if question.told else []
    return "\n".join([f"{head} {{", *_answers(question), *told, "}"])


def _answers(question: Posed) -> Iterator[str]:
    """A line an answer: `=` the right one, `~` a wrong one or, with its share, one of several; in an order each with its place."""
    labels = [_escaped(inline(label)) for label in question.labels]
    if question.shape == "choice":
        yield from (f"{'=' if place in question.right else '~'}{label}" for place, label in enumerate(labels))
    elif question.shape == "several":
        given = shares(len(labels), question.right)
        yield from (f"~%{share}%{label}" for share, label in zip(given, labels, strict=True))
    else:
        yield from (f"={label} -> {question.right.index(place) + 1}" for place, label in enumerate(labels))


def _head(name: str, asked: tuple[Paragraph, ...]) -> str:
    return f"::{_escaped(named(name))}::[html]{_escaped(html(asked))}"


def _escaped(text: str) -> str:
    return _ACTS.sub(r"\\\g<0>", text)
