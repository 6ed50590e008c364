"""The exercise as Moodle XML, with its texts, for Moodle's question bank (https://docs.moodle.org/en/Moodle_XML_format).

An order is a matching question, in which each thing is given its place: Moodle has questions for an order of their own only from 4.4
on, and refuses the whole file where they are not installed. Students' own words are essays, which the teacher marks.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from readoutdiff.exercise.forms.markup import category, html, inline, named
from readoutdiff.exercise.forms.platforms import Paragraph, Posed, plain, posed, prefaces
from readoutdiff.exercise.forms.shares import shares
from readoutdiff.exercise.values import Exercise, Key, Shape

_TYPES: dict[Shape, str] = {"choice": "multichoice", "several": "multichoice", "order": "matching", "quote": "essay", "text": "essay"}
_LINES = {"quote": "5", "text": "15"}  # of the box to write in


def moodle_xml(exercise: Exercise, key: Key) -> bytes:
    """moodle.xml for an exercise: its category, its texts as descriptions, its questions with the key; the same bytes for the same."""
    quiz = Element("quiz")
    _text(SubElement(quiz, "question", type="category"), "category", category(exercise.title))
    for preface in prefaces(exercise):
        _question(quiz, "description", preface.name, preface.paragraphs, (), 0)
    for question in posed(exercise, key):
        asked = (*question.asked, plain(question.how))
        element = _question(quiz, _TYPES[question.shape], question.name, asked, question.told, 1)
        _WRITE[question.shape](element, question)
    indent(quiz)
    written: bytes = tostring(quiz, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _question(quiz: Element, type_: str, name: str, asked: tuple[Paragraph, ...], told: tuple[Paragraph, ...], mark: int) -> Element:
    element = SubElement(quiz, "question", type=type_)
    _text(element, "name", named(name))
    _html(element, "questiontext", html(asked))
    _html(element, "generalfeedback", html(told))
    for tag, value in (("defaultgrade", str(mark)), ("penalty", "0"), ("hidden", "0")):
        SubElement(element, tag).text = value
    return element


def _choices(element: Element, question: Posed) -> None:
    single = question.shape == "choice"
    given = ["100" if n in question.right else "0" for n in range(len(question.labels))]
    _settings(element, single=str(single).lower(), shuffleanswers="false", answernumbering="none")
    for label, share in zip(question.labels, given if single else shares(len(question.labels), question.right), strict=True):
        _html(_html(element, "answer", inline(label), fraction=share), "feedback", "")


def _matching(element: Element, question: Posed) -> None:
    _settings(element, shuffleanswers="false")
    for place, label in enumerate(question.labels):
        _text(_html(element, "subquestion", inline(label)), "answer", str(question.right.index(place) + 1))


def _essay(element: Element, question: Posed) -> None:
    lines = _LINES[question.shape]
    _settings(element, responseformat="editor", responserequired="1", responsefieldlines=lines, attachments="0", attachmentsrequired="0")
    _html(element, "graderinfo", html(question.told))
    _html(element, "responsetemplate", "")


_WRITE: dict[Shape, Callable[[Element, Posed], None]] = {
    "choice": _choices,
    "several": _choices,
    "order": _matching,
    "quote": _essay,
    "text": _essay,
}


def _settings(element: Element, **values: str) -> None:
    for tag, value in values.items():
        SubElement(element, tag).text = value


def _text(element: Element, tag: str, text: str) -> None:
    SubElement(SubElement(element, tag), "text").text = text


def _html(element: Element, tag: str, text: str, **attributes: str) -> Element:
    added = SubElement(element, tag, {**attributes, "format": "html"})
    SubElement(added, "text").text = text
    return added
