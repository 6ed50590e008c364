"""The exercise in the Markdown of text2qti, which makes of it what Canvas and others import (https://github.com/gpoore/text2qti).

text2qti has neither orders nor matching. An order is asked place by place, each a question with one right answer: so it is marked by
machine, and in part. Students' own words are essays; what the key says of them is told afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from readoutdiff.exercise.forms.platforms import Paragraph, Posed, plain, posed, prefaces, said
from readoutdiff.exercise.values import Exercise, Key
from readoutdiff.value import replace

_ENTITIES = {"&": "&amp;", "<": "&lt;"}
_ACTS = re.compile(
    r"""(?P<formula>(?<=\$)\$|(?<=\\)[()\[\]])"""  # Canvas looks for formulas in what it shows
    r"""|[&<]"""
    r"""|[\\`*_\[\]$"']"""  # quotation marks would be made curly
    r"""|\.(?=\.)|(?<=\.)\.|-(?=-)|(?<=-)-"""  # one sign would be made of several
)
_BEGINS = re.compile(r"(\d+)\.|([-+#>])|([:~])")  # a list, a heading, a quotation; a note, a fence
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def canvas_markdown(exercise: Exercise, key: Key) -> str:
    """canvas.md for an exercise: its texts, and its questions with the key. No two questions are alike, which text2qti refuses."""
    about, *texts = prefaces(exercise)
    blocks = [f"Quiz title: {said(exercise.title)}\n{_block('Quiz description:', about.paragraphs)}"]
    blocks += [f"Text title: {text.name}\n{_block('Text:', text.paragraphs)}" for text in texts]
    asked = [part for question in posed(exercise, key) for part in _parts(question)]
    return "\n\n".join([*blocks, *(_question(number, question) for number, question in enumerate(asked, 1))]) + "\n"


def _parts(question: Posed) -> Iterator[Posed]:
    """The question itself; an order place by place."""
    if question.shape != "order":
        yield question
        return
    for place, right in enumerate(question.right, 1):
        how = f"Which takes place {place} of {len(question.right)}?"
        yield replace(question, name=f"{question.name}, place {place}", shape="choice", how=how, right=(right,))


def _question(number: int, question: Posed) -> str:
    lines = [f"Title: {question.name}", _block(f"{number}.", (*question.asked, plain(question.how)))]
    lines += [_block("...", question.told)] if question.told else []
    return "\n".join([*lines, *_answers(question)])


def _answers(question: Posed) -> Iterator[str]:
    if not question.labels:
        yield "____"
    for place, label in enumerate(question.labels):
        right, letter = place in question.right, _LETTERS[place % len(_LETTERS)]
        mark = f"{'*' if right else ''}{letter})" if question.shape == "choice" else "[*]" if right else "[ ]"
        yield f"{mark} {_opening(label)}"


def _block(mark: str, paragraphs: Iterable[Paragraph]) -> str:
    """Paragraphs after what marks them: the first beside it, the others under it."""
    indent = " " * (4 if mark.endswith(":") else len(mark) + 1)
    return f"{mark} " + f"\n\n{indent}".join(map(_paragraph, paragraphs))


def _paragraph(paragraph: Paragraph) -> str:
    (text, meant), *rest = paragraph.runs
    words = [_strong(text) if meant else _opening(text), *(_strong(text) if meant else _escaped(text) for text, meant in rest)]
    return f"{'> ' if paragraph.quoted else ''}{''.join(words)}"


def _strong(text: str) -> str:
    return f"**{_escaped(text)}**"


def _opening(text: str) -> str:
    r"""Text at the beginning of a line.

    >>> _opening("1. May: $5"), _opening("# *May*"), _opening(": May")
    ('1\\. May: \\$5', '\\# \\*May\\*', '&#58; May')
    """
    begins = _BEGINS.match(text)
    if begins is None:
        return _escaped(text)
    number, sign, other = begins.groups()
    return (f"{number}\\." if number else f"\\{sign}" if sign else f"&#{ord(other)};") + _escaped(text[begins.end() :])


def _escaped(text: str) -> str:
    return _ACTS.sub(_safe, text)


def _safe(found: re.Match[str]) -> str:
    sign = found[0]
    if found["formula"]:
        return f"<span>\\{sign}</span>"
    return _ENTITIES.get(sign, f"\\{sign}")
