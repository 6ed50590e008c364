"""Moodle XML and GIFT: each holds to its format, and what is read of it is what the exercise and its key say."""

import io
import re
from xml.etree import ElementTree

import moodle_xml_parser.parser as moodle_reader
import pygiftparser.parser as gift_reader
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readoutdiff import compare, make_exercise, read_file
from readoutdiff.exercise.forms.gift import moodle_gift
from readoutdiff.exercise.forms.markup import inline
from readoutdiff.exercise.forms.moodle import moodle_xml
from readoutdiff.exercise.forms.shares import shares
from readoutdiff.render.words import PROMISE
from readoutdiff.value import replace
from tests.conftest import DEMO
from tests.exercises import EXERCISE, IN_EXCERPTS, KEY
from tests.expected_files import check
from tests.hostile import ACTING
from tests.platforms import PLACES, TOKENS, Read, Words, everywhere, hostile_exercises, said, unnamed, wanted

_THIRDS = ("83.33333", "66.66667", "33.33333", "16.66667", "14.28571", "12.5", "11.11111")
GRADES = {float(grade) for grade in ("100", "90", "80", "75", "70", "60", "50", "40", "30", "25", "20", "10", "5", *_THIRDS)}  # Moodle's list
ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\u200b\ud800-\udfff\ufffe\uffff]")
OURS = {"p", "b", "blockquote", "span"}


@pytest.fixture(scope="module")
def story():
    return make_exercise(compare(read_file(str(DEMO))), level="advanced")


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

_ESCAPED = re.compile(r"\\([\\~=#{}:])")
_TAGS = str.maketrans("‹›", "<>")
_MASK = 0xE000  # no text has signs for private use: they are made visible


def in_gift(text):
    """The category, what stands before the questions, and the questions."""
    pieces = [piece for piece in text.split("\n\n") if piece.strip()]
    lines = [line for piece in pieces for line in piece.splitlines()]
    assert not [line for line in lines if line.startswith("//")]  # a comment
    assert "\n\n\n" not in text
    assert pieces[0].startswith("$CATEGORY: ")
    assert not [piece for piece in pieces[1:] if not piece.startswith("::")]
    parts = [_ESCAPED.sub(lambda found: chr(_MASK + ord(found[1])), piece) for piece in pieces[1:]]
    texts = [part for part in parts if "{" not in part]
    return pieces[0][len("$CATEGORY: ") :].replace("\\\\", "\\"), texts, [_question_in_gift(part) for part in parts[len(texts) :]]


def _question_in_gift(part):
    name, text, answers = re.fullmatch(r"::([^:]*)::\[html\]([^{}]*) \{\n([^{}]*)\}\n?", part).groups()
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
    weighed = [re.fullmatch(r"~%(-?[\d.]+)%(.*)", line).groups() for line in lines]
    assert sum(float(w) for w, _ in weighed if float(w) > 0) == pytest.approx(100 if weighed else 0, abs=0.001)
    assert all(abs(float(w)) in GRADES for w, _ in weighed)
    return [(one(_unmasked(label)), mark) for (_, label), mark in zip(weighed, marks(w for w, _ in weighed), strict=True)]


def _unmasked(text):
    return re.sub("[\ue000-\ue0ff]", lambda found: chr(ord(found[0]) - _MASK), text)


FORMATS = {
    "xml": lambda exercise, key: in_xml(moodle_xml(exercise, key)),
    "gift": lambda exercise, key: in_gift(moodle_gift(exercise, key)),
}


@pytest.fixture(params=FORMATS.values(), ids=FORMATS)
def reading(request):
    return request.param


class TestWhole:
    def test_moodle_xml(self):
        check("moodle", moodle_xml(EXERCISE, KEY).decode("utf-8"), "xml")

    def test_gift(self):
        check("moodle", moodle_gift(EXERCISE, KEY), "gift")

    def test_the_same_exercise_makes_the_same_bytes(self, story):
        assert (moodle_xml(*story), moodle_gift(*story)) == (moodle_xml(*story), moodle_gift(*story))


class TestWhatIsRead:
    def test_a_question_of_every_kind(self, reading):
        category, texts, questions = reading(EXERCISE, KEY)
        assert category == EXERCISE.title
        assert len(texts) == 4
        assert list(map(unnamed, questions)) == wanted(EXERCISE, KEY)
        assert [question.name for question in questions][:3] == [
            "01 Who says it? (who-1)", "02 Only one side, or both? (col-1)", "03 Only one side, or both? (col-2)",
        ]  # fmt: skip

    def test_a_story(self, reading, story):
        _, _, questions = reading(*story)
        expected = wanted(*story)
        assert [(q.answers, q.told) for q in questions] == [(q.answers, q.told) for q in expected]
        alone = [n for n, item in enumerate(story[0].items) if not item.id.endswith(("-quote", "-text"))]
        assert [unnamed(questions[n]) for n in alone] == [expected[n] for n in alone]

    def test_what_goes_on_with_a_question_shows_it(self, reading, story):
        exercise, _ = story
        _, _, questions = reading(*story)
        (n, *_) = (n for n, item in enumerate(exercise.items) if item.shape == "quote")
        before = exercise.items[n - 1]
        assert questions[n].asked[:2] == (f"To question {n}: {said(before.prompt)}", before.passages[0].marked)
        assert questions[n].asked[2].startswith(f"{n + 1}. How do you know?")

    def test_a_dropped_question_is_left_out(self, tmp_path):
        from readoutdiff.exercise.folder import write_folder

        key = replace(KEY, items=(replace(KEY.items[0], dropped=True), *KEY.items[1:]))
        write_folder(tmp_path / "lesson", EXERCISE, key)
        _, _, questions = in_xml((tmp_path / "lesson" / "moodle.xml").read_bytes())
        _, _, again = in_gift((tmp_path / "lesson" / "moodle.gift").read_text(encoding="utf-8"))
        assert questions == again
        assert len(questions) == len(EXERCISE.items) - 1

    def test_the_texts_stand_first_unless_only_passages_are_given(self, reading):
        _, texts, _ = reading(IN_EXCERPTS, KEY)
        assert len(texts) == 1
        told = moodle_xml(EXERCISE, KEY).decode("utf-8")
        assert PROMISE in told
        assert "They also discussed herring. The Prime Minister thanked Sweden" in told

    @pytest.mark.parametrize(
        ("title", "path"), [("a/b", "a//b"), ("$course$", "course"), ("<b>a</b>", "‹b›a‹//b›"), ("", "–"), ("x" * 300, "x" * 200)]
    )
    def test_a_title_is_one_category(self, reading, title, path):
        assert reading(replace(EXERCISE, title=title), KEY)[0] == path


class TestShares:
    @pytest.mark.parametrize("options", range(2, 12))
    def test_they_are_moodles_and_ticking_all_gains_nothing(self, options):
        for count in range(1, min(options, 10) + 1):
            given = [float(share) for share in shares(options, range(count))]
            assert all(abs(share) in GRADES for share in given)
            assert [share > 0 for share in given] == [place < count for place in range(options)]
            assert round(sum(given[:count]), 2) == 100
            assert count == options or sum(given) < 0.01

    def test_one_wrong_costs_about_what_it_costs_by_the_rubric(self):
        assert shares(8, {0, 3}) == ["50", "-33.33333", "-33.33333", "50", *["-33.33333"] * 4]
        assert shares(3, {0, 1}) == ["50", "50", "-100"]


class TestInputIsData:
    @settings(max_examples=80, deadline=None)
    @given(hostile_exercises())
    def test_any_text_is_read_as_it_is(self, made):
        exercise, key = made
        for read in FORMATS.values():
            _, _, questions = read(exercise, key)
            assert list(map(unnamed, questions)) == wanted(exercise, key)
        assert not ACTS.search(moodle_gift(exercise, key))
        assert not ACTS.search(moodle_xml(exercise, key).decode("utf-8"))

    @pytest.mark.parametrize("place", PLACES)
    def test_in_every_place(self, reading, place):
        exercise, key = everywhere(place)
        _, _, questions = reading(exercise, key)
        for question, expected in zip(questions, wanted(exercise, key), strict=True):
            assert unnamed(question) == expected

    @pytest.mark.parametrize("text", TOKENS)
    def test_in_titles_and_texts(self, reading, text):
        documents = tuple(replace(d, text=text, title=text) for d in EXERCISE.documents)
        path, _, questions = reading(replace(EXERCISE, title=text, documents=documents), KEY)
        assert path.strip("$").replace("//", "/").translate(_TAGS) == said(text).translate(_TAGS)[:200].strip(" $")
        assert list(map(unnamed, questions)) == wanted(EXERCISE, KEY)

    def test_no_address_and_no_formula_is_left_whole(self):
        told = moodle_xml(replace(EXERCISE, title="x", items=(replace(EXERCISE.items[0], prompt=" ".join(ACTING.values())),)), KEY).decode()
        assert not re.search(r"://|www\.|\$\$|\\[(\[]", inline("http://a www.a $$a$$ \\(a\\) \\[a\\]") + told.partition("01 Who")[2])


class TestOtherReaders:
    """Programs that are not ours read the same."""

    @settings(max_examples=40, deadline=None)
    @given(hostile_exercises())
    @example((EXERCISE, KEY))
    def test_moodle_xml_parser(self, made):
        """It reads questions with choices alone, and takes entities away once more than there are."""
        exercise, key = made
        found = moodle_reader.parse_bytes(io.BytesIO(moodle_xml(exercise, key)))["multichoice"]
        expected = [q for q, item in zip(in_xml(moodle_xml(exercise, key))[2], exercise.items, strict=True) if item.shape in ("choice", "several")]
        assert len(found) == len(expected)
        for question, ours in zip(found, expected, strict=True):
            assert tuple(marks(o.score_fraction for o in question.options)) == tuple(mark for _, mark in ours.answers)
        if made == (EXERCISE, KEY):
            assert [blocks(q.text_pre_parse) for q in found] == [q.asked for q in expected]
            assert [[o.answer for o in q.options] for q in found] == [[label for label, _ in q.answers] for q in expected]
            assert [blocks(q.general_feedback) for q in found] == [q.told for q in expected]

    def test_pygiftparser_reads_a_story(self, story):
        assert in_pygiftparser(*story) == wanted_of_gift(*story)

    @settings(max_examples=60, deadline=None)
    @given(hostile_exercises(st.text("\\~=#:/->$%[]()&<`*_.1a \n", max_size=8)))
    def test_pygiftparser_reads_signs_that_act(self, made):
        """But for braces: it ends the answers at an escaped one."""
        assert in_pygiftparser(*made) == wanted_of_gift(*made)


def wanted_of_gift(exercise, key):
    return in_gift(moodle_gift(exercise, key))[2]


def in_pygiftparser(exercise, key):
    found = gift_reader.parseFile(io.StringIO(moodle_gift(exercise, key)))
    return [_read(q) for q in found if type(q.answers).__name__ != "Description"]


def _read(question):
    kind = type(question.answers).__name__
    given = getattr(question.answers, "answers", [])
    if kind == "MatchingSet":
        answers = [(one(_plain(a.question)), int(a.answer)) for a in given]
    else:
        answers = [(one(_plain(a.answer)), int(a.fraction > 0)) for a in given]
    return Read(_plain(question.title), blocks(_plain(question.text)), tuple(answers), blocks(_plain(question.generalFeedback)))


def _plain(text):
    return _ESCAPED.sub(r"\1", text.strip())
