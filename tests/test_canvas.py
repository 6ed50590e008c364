"""canvas.md: text2qti makes a package of it, and the questions in the package are what the exercise and its key say."""

import io
import os
import re
import subprocess
import sys
import zipfile
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from text2qti.config import Config
from text2qti.qti import QTI
from text2qti.quiz import Quiz

from readoutdiff import make_exercise
from readoutdiff.exercise.folder import write_folder
from readoutdiff.exercise.forms.canvas import canvas_markdown
from readoutdiff.render.words import PROMISE
from readoutdiff.value import replace
from tests.exercises import EXERCISE, IN_EXCERPTS, KEY
from tests.expected_files import check
from tests.moodle_formats import ACTS
from tests.platforms import PLACES, STORIES, TOKENS, Read, Words, everywhere, hostile_exercises, said, unnamed, wanted

Q = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
OURS = {"p", "strong", "blockquote", "span"}


def package(markdown):
    """What text2qti makes of it."""
    return QTI(Quiz(markdown, config=Config())).zip_bytes()


def items(data):
    """The items of a package: the texts and the questions."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        (name,) = (n for n in packed.namelist() if n.endswith(".xml") and "assessment_meta" not in n and n != "imsmanifest.xml")
        assert not [n for n in packed.namelist() if n.startswith("images/")]
        return list(ElementTree.fromstring(packed.read(name)).iter(f"{Q}item"))


def kind(item):
    return next(f.findtext(f"{Q}fieldentry") for f in item.iter(f"{Q}qtimetadatafield") if f.findtext(f"{Q}fieldlabel") == "question_type")


def blocks(html):
    words = Words(html or "")
    assert words.tags <= OURS
    assert words.attributes == []
    return tuple(words.blocks)


def read(item):
    """A question of a package; an answer is right where choosing it, or choosing it among others, gives the whole score."""
    told = [m.text for f in item.iter(f"{Q}itemfeedback") if f.get("ident") == "general_fb" for m in f.iter(f"{Q}mattext")]
    labels = [(r.get("ident"), " ".join(blocks(r.findtext(f".//{Q}mattext")))) for r in item.iter(f"{Q}response_label")]
    right = _right(item)
    return Read(
        item.get("title"),
        blocks(item.findtext(f"{Q}presentation/{Q}material/{Q}mattext")),
        tuple((label, int(ident in right)) for ident, label in labels if kind(item) != "essay_question"),
        tuple(block for html in told for block in blocks(html)),
    )


def _right(item):
    (scored,) = [c for c in item.iter(f"{Q}respcondition") if c.findtext(f"{Q}setvar") == "100"] or [ElementTree.Element("none")]
    wrong = {v.text for n in scored.iter(f"{Q}not") for v in n.iter(f"{Q}varequal")}
    return {v.text for v in scored.iter(f"{Q}varequal")} - wrong


def in_canvas(exercise, key):
    """The texts and the questions that Canvas is given."""
    found = [(kind(item), read(item)) for item in items(package(canvas_markdown(exercise, key)))]
    return [r for k, r in found if k == "text_only_question"], [r for k, r in found if k != "text_only_question"]


def wanted_in_canvas(exercise, key):
    """An order is asked place by place, each with the one thing that takes it."""
    for question, item in zip(wanted(exercise, key), exercise.items, strict=True):
        if item.shape != "order":
            yield question
        else:
            for place in range(1, len(question.answers) + 1):
                yield replace(question, answers=tuple((label, int(mark == place)) for label, mark in question.answers))


@pytest.fixture(scope="module", params=[*STORIES.values()], ids=[*STORIES])
def story(request):
    return make_exercise(request.param(), level="advanced")


class TestWhole:
    def test_the_file(self):
        check("canvas", canvas_markdown(EXERCISE, KEY), "md")

    def test_the_same_exercise_makes_the_same_bytes(self, story):
        assert canvas_markdown(*story) == canvas_markdown(*story)


class TestWhatIsRead:
    def test_a_question_of_every_kind(self):
        texts, questions = in_canvas(EXERCISE, KEY)
        assert [text.name for text in texts] == ["00 2 The story", "00 3 Norway's readout", "00 4 Sweden's readout"]
        assert list(map(unnamed, questions)) == list(wanted_in_canvas(EXERCISE, KEY))
        assert [q.name for q in questions][:1] == ["01 Who says it? (who-1)"]

    def test_they_are_of_canvass_kinds(self):
        kinds = [kind(item).removesuffix("_question") for item in items(package(canvas_markdown(EXERCISE, KEY)))]
        choice, several = "multiple_choice", "multiple_answers"
        assert kinds == ["text_only"] * 3 + [choice] * 3 + [several, "essay", *[choice] * 3, several, choice, "essay"]

    def test_an_order_is_asked_place_by_place(self):
        _, questions = in_canvas(EXERCISE, KEY)
        asked = [q for q in questions if "weight-1" in q.name]
        assert [q.name for q in asked] == [f"06 How much weight? (weight-1), place {place}" for place in (1, 2, 3)]
        assert [q.asked[-1] for q in asked] == [f"Which takes place {place} of 3?" for place in (1, 2, 3)]
        assert [label for q in asked for label, right in q.answers if right] == ["the night train", "the fire brigades", "herring"]

    def test_a_story(self, story):
        texts, questions = in_canvas(*story)
        expected = list(wanted_in_canvas(*story))
        assert len(texts) == len(story[0].documents)
        assert [(q.answers, q.told) for q in questions] == [(q.answers, q.told) for q in expected]
        alone = [q for q in questions if "-quote" not in q.name and "-text" not in q.name]
        assert [unnamed(q) for q in alone] == [q for q, read in zip(expected, questions, strict=True) if read in alone]

    def test_what_goes_on_with_a_question_shows_it(self, story):
        _, questions = in_canvas(*story)
        quote = next(q for q in questions if "-quote" in q.name)
        before = next(item for item in story[0].items if f"{item.id}-quote)" in quote.name)
        assert quote.asked[0].endswith(said(before.prompt))
        assert quote.asked[1] == before.passages[0].marked

    def test_the_promise_is_told_first_and_the_texts_unless_only_passages_are_given(self):
        assert PROMISE.replace("'", "\\'") in canvas_markdown(EXERCISE, KEY).partition("Title:")[0]
        texts, _ = in_canvas(IN_EXCERPTS, KEY)
        assert texts == []

    def test_the_program_makes_a_package_of_the_file_in_a_folder(self, tmp_path):
        write_folder(tmp_path / "lesson", EXERCISE, KEY)
        done = subprocess.run(
            [sys.executable, "-c", "from text2qti.cmdline import main; main()", "canvas.md"],
            cwd=tmp_path / "lesson",
            env={**os.environ, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path)},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        made = [read(item) for item in items((tmp_path / "lesson" / "canvas.zip").read_bytes())]
        assert [unnamed(q) for q in made[3:]] == list(wanted_in_canvas(EXERCISE, KEY))


class TestInputIsData:
    @settings(max_examples=80, deadline=None)
    @given(hostile_exercises())
    def test_any_text_is_read_as_it_is(self, made):
        exercise, key = made
        _, questions = in_canvas(exercise, key)
        assert list(map(unnamed, questions)) == list(wanted_in_canvas(exercise, key))
        assert not ACTS.search(canvas_markdown(exercise, key))

    @pytest.mark.parametrize("place", PLACES)
    def test_in_every_place(self, place):
        exercise, key = everywhere(place)
        _, questions = in_canvas(exercise, key)
        for question, expected in zip(questions, wanted_in_canvas(exercise, key), strict=True):
            assert unnamed(question) == expected

    def test_in_texts(self):
        documents = tuple(replace(EXERCISE.documents[0], text=f"{text}\n\n{text}", title=None) for text in TOKENS if text.strip())
        texts, _ = in_canvas(replace(EXERCISE, documents=documents), KEY)
        for shown, document in zip(texts, documents, strict=True):
            assert squeezed("".join(shown.asked[1:])).strip("–") == squeezed(said(document.text)).strip("–")

    @pytest.mark.parametrize("text", [token for token in TOKENS if len(token) < 20])
    def test_in_titles(self, text):
        exercise = replace(EXERCISE, title=text, items=EXERCISE.items[:1])
        assert list(map(unnamed, in_canvas(exercise, KEY)[1])) == wanted(exercise, KEY)

    def test_no_formula_is_left_whole(self):
        told = canvas_markdown(replace(EXERCISE, items=(replace(EXERCISE.items[0], prompt="$$a$$ \\(a\\) \\[a\\] $a$ \\num{5}"),)), KEY)
        (shown,) = (q for q in in_canvas_html(told) if "num{5}" in q)
        assert not re.search(r"\$\$|\\[(\[]|<img", shown)


def in_canvas_html(markdown):
    return [m.text for item in items(package(markdown)) for m in item.iter(f"{Q}mattext") if m.text]


def squeezed(text):
    return "".join(text.split())
