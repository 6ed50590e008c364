"""Moodle XML and GIFT read by their documentation, with what each format demands (docs.moodle.org: Moodle XML format, GIFT format)."""

import re
from xml.etree import ElementTree

import pytest

from tests.platforms import Read, Words

GRADES = {100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5}  # per cent
ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\u200b\ud800-\udfff\ufffe\uffff]")
OURS = {"p", "b", "blockquote", "span"}


def blocks(html):
    words = Words(html)
    assert words.tags <= OURS
    assert words.attributes == []
    return tuple(words.blocks)


def one(html):
    """A label: one block, or none where it is empty."""
    (told,) = blocks(html)
    return told


def marks(fractions):
    return [int(float(fraction) > 0) for fraction in fractions]


# Moodle XML


def in_xml(data):
    """The questions that are marked, and what stands before them."""
    quiz = ElementTree.fromstring(data)
    assert quiz.tag == "quiz"
    first, *rest = quiz
    assert (first.get("type"), [e.tag for e in first]) == ("category", ["category"])
    texts = [q for q in rest if q.get("type") == "description"]
    return first.findtext("category/text"), texts, [_question_in_xml(q) for q in rest[len(texts) :]]


def _question_in_xml(question):
    for tag in ("name/text", "questiontext/text", "generalfeedback/text", "defaultgrade", "penalty", "hidden"):
        assert len(question.findall(tag)) == 1
    for text in question.iter():
        assert text.get("format", "html") == "html"
    return Read(
        question.findtext("name/text"),
        blocks(question.findtext("questiontext/text")),
        tuple(_ANSWERS[question.get("type")](question)),
        blocks(question.findtext("generalfeedback/text") or ""),
    )


def _choices_in_xml(question):
    fractions = [answer.get("fraction") for answer in question.findall("answer")]
    total = sum(float(f) for f in fractions if float(f) > 0)
    assert question.findtext("single") in ("true", "false")
    assert len(fractions) > 1
    assert total == pytest.approx(100, abs=0.001)
    assert all(f == "0" or abs(float(f)) in GRADES for f in fractions)
    assert (question.findtext("single") == "false") is (max(map(float, fractions)) < 100 or min(map(float, fractions)) < 0)
    return [(one(a.findtext("text")), mark) for a, mark in zip(question.findall("answer"), marks(fractions), strict=True)]


def _places_in_xml(question):
    return [(one(q.findtext("text")), int(q.findtext("answer/text"))) for q in question.findall("subquestion")]


def _essay_in_xml(question):
    assert question.findtext("responseformat") == "editor"
    assert question.findtext("graderinfo/text") == question.findtext("generalfeedback/text")
    return []


_ANSWERS = {"multichoice": _choices_in_xml, "matching": _places_in_xml, "essay": _essay_in_xml}

# GIFT, read by its documentation

ESCAPED = re.compile(r"\\([\\~=#{}:])")
_MASK = 0xE000  # no text has signs for private use: they are made visible


def in_gift(text):
    """The category, what stands before the questions, and the questions."""
    pieces = [piece for piece in text.split("\n\n") if piece.strip()]
    lines = [line for piece in pieces for line in piece.splitlines()]
    assert not [line for line in lines if line.startswith("//")]  # a comment
    assert "\n\n\n" not in text
    assert pieces[0].startswith("$CATEGORY: ")
    assert not [piece for piece in pieces[1:] if not piece.startswith("::")]
    parts = [ESCAPED.sub(lambda found: chr(_MASK + ord(found[1])), piece) for piece in pieces[1:]]
    texts = [part for part in parts if "{" not in part]
    return pieces[0][len("$CATEGORY: ") :].replace("\\\\", "\\"), texts, [_question_in_gift(part) for part in parts[len(texts) :]]


def _question_in_gift(part):
    ((name, text, answers),) = re.findall(r"\A::([^:]*)::\[html\]([^{}]*) \{\n([^{}]*)\}\n?\Z", part)
    answers, _, told = answers.partition("####")
    assert not re.search("[~=#]", name + text + told)
    return Read(_unmasked(name), blocks(_unmasked(text)), tuple(_answers_in_gift(answers)), blocks(_unmasked(told)))


def _answers_in_gift(answers):
    lines = answers.splitlines()
    signs = [line[0] for line in lines]
    assert all(not re.search("[~=#]", line[1:]) for line in lines)
    if signs and set(signs) == {"="}:
        return [(one(_unmasked(label)), int(place)) for label, place in (line[1:].split(" -> ") for line in lines)]
    if "=" in signs:
        assert signs.count("=") == 1
        assert not [line for line in lines if line[1] in "%["]  # a weight, a format
        return [(one(_unmasked(line[1:])), int(line[0] == "=")) for line in lines]
    weighed = [found for line in lines for found in re.findall(r"\A~%(-?[\d.]+)%(.*)\Z", line)]
    assert len(weighed) == len(lines)
    assert sum(float(w) for w, _ in weighed if float(w) > 0) == pytest.approx(100 if weighed else 0, abs=0.001)
    assert all(abs(float(w)) in GRADES for w, _ in weighed)
    return [(one(_unmasked(label)), mark) for (_, label), mark in zip(weighed, marks(w for w, _ in weighed), strict=True)]


def _unmasked(text):
    return re.sub("[\ue000-\ue0ff]", lambda found: chr(ord(found[0]) - _MASK), text)
