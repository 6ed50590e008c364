"""Moodle XML and GIFT: each holds to its format, and what is read of it is what the exercise and its key say."""

import io
import re

import moodle_xml_parser.parser as moodle_reader
import pygiftparser.parser as gift_reader
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readoutdiff import make_exercise
from readoutdiff.exercise.forms.gift import moodle_gift
from readoutdiff.exercise.forms.markup import inline
from readoutdiff.exercise.forms.moodle import moodle_xml
from readoutdiff.exercise.forms.shares import shares
from readoutdiff.render.words import PROMISE
from readoutdiff.value import replace
from tests.exercises import EXERCISE, IN_EXCERPTS, KEY
from tests.expected_files import check
from tests.hostile import ACTING
from tests.moodle_formats import ACTS, ESCAPED, GRADES, blocks, in_gift, in_xml, marks, one
from tests.platforms import PLACES, STORIES, TOKENS, Read, everywhere, hostile_exercises, said, unnamed, wanted

_TAGS = str.maketrans("‹›", "<>")


@pytest.fixture(scope="module", params=[*STORIES.values()], ids=[*STORIES])
def story(request):
    return make_exercise(request.param(), level="advanced")


FORMATS = {
    "xml": lambda exercise, key: in_xml(moodle_xml(exercise, key)),
    "gift": lambda exercise, key: in_gift(moodle_gift(exercise, key)),
}


@pytest.fixture(params=[*FORMATS.values()], ids=[*FORMATS])
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
        expected = [
            q for q, item in zip(in_xml(moodle_xml(exercise, key))[2], exercise.items, strict=True) if item.shape in ("choice", "several")
        ]
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
    return ESCAPED.sub(r"\1", text.strip())
