"""Item analysis: a class of known behaviour, and the figures that were put into it."""

import csv
import io
import json

import krippendorff
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from readoutdiff import grade
from readoutdiff.exercise.alpha import alpha
from readoutdiff.exercise.gradebook import gradebook_csv, items_csv
from readoutdiff.exercise.marks import as_bytes
from readoutdiff.exercise.values import Answer, Answers, Chosen, Exercise, Item, Key, Option, Other
from readoutdiff.schemas import schema
from readoutdiff.value import replace
from tests.exercises import EXERCISE, MARK
from tests.expected_files import check
from tests.thirty import CLASS, STUDENTS, THIRTY, THIRTY_KEY

GRADES = grade(THIRTY, THIRTY_KEY, STUDENTS)
ITEMS = {one.item: one for one in GRADES.items}
TRAIN = ("train", "brigades", "herring")
BLANK = Answers(exercise=MARK, student="blank", answers={})


class TestThirtyStudents:
    """The figures are counted by hand from the letters in thirty.py."""

    @pytest.mark.parametrize(
        ("item", "score", "answered", "pending", "modal"),
        [
            ("who-1", 25 / 30, 29, 0, 25 / 29),
            ("who-2", 18 / 30, 29, 0, 18 / 29),
            ("who-3", 15 / 30, 30, 0, 15 / 30),
            ("who-4", 7 / 30, 30, 0, 8 / 30),
            ("who-5", 5 / 30, 30, 0, 20 / 30),
            ("col-1", 18 / 30, 30, 0, 18 / 30),
            ("left-1", 15 / 30, 25, 0, None),
            ("weight-1", (15 + 9 * 2 / 3) / 30, 29, 0, 15 / 29),  # nine have two pairs of three
            ("word-1", (13 + 8 / 2 + 6 / 3) / 28, 29, 2, 13 / 29),  # two who chose more than the key has are left to the teacher
            ("write-1", None, 25, 25, None),
        ],
    )
    def test_how_many_are_right(self, item, score, answered, pending, modal):
        found = ITEMS[item]
        assert found.score == (score if score is None else pytest.approx(score, abs=1e-4))
        assert (found.answered, found.pending) == (answered, pending)
        assert found.modal == (modal if modal is None else pytest.approx(modal, abs=1e-4))

    @pytest.mark.parametrize(
        ("item", "others"),
        [
            ("who-1", [Other(answer="se", count=4)]),
            ("who-2", [Other(answer="both", count=5)]),
            ("who-3", [Other(answer="no", count=15)]),
            ("who-4", [Other(answer="no", count=8), Other(answer="se", count=8)]),  # both that are level
            ("who-5", [Other(answer="no", count=20)]),
            ("col-1", [Other(answer="both", count=7)]),
            ("left-1", [Other(answer="the bridge at kornsjø mended", count=6)]),  # with and without capitals and marks
            ("weight-1", [Other(answer=("brigades", "train", "herring"), count=9)]),
            ("word-1", [Other(answer="firm", count=14, left=True)]),
            ("write-1", []),
        ],
    )
    def test_what_they_give_instead(self, item, others):
        assert list(ITEMS[item].others) == others

    def test_half_of_a_quotation_is_told_as_such(self):
        key = replace(
            THIRTY_KEY,
            items=tuple(replace(a, beside=("Nothing of this was said in Oslo.",)) if a.id == "left-1" else a for a in THIRTY_KEY.items),
        )
        grades = grade(THIRTY, key, STUDENTS)
        (half, *_) = next(one.others for one in grades.items if one.item == "left-1")
        assert half == Other(answer="", count=15, half=True)
        assert "only one side quoted (15)" in as_bytes("text", THIRTY, key, STUDENTS, grades).decode("utf-8")

    def test_what_was_chosen(self):
        assert [(c.answer, c.count, c.in_key) for c in ITEMS["who-5"].chosen] == [
            ("no", 20, False), ("se", 5, True), ("both", 3, False), ("outlet", 2, False),
        ]  # fmt: skip
        assert [(c.answer, c.count, c.in_key) for c in ITEMS["word-1"].chosen] == [
            ("date", 29, True), ("firm", 15, True), ("place", 8, False),
        ]  # fmt: skip
        assert ITEMS["weight-1"].chosen == (
            Chosen(answer=TRAIN, count=15, in_key=True),
            Chosen(answer=("brigades", "train", "herring"), count=9, in_key=False),
            Chosen(answer=("herring", "brigades", "train"), count=5, in_key=False),
        )

    def test_only_the_question_whose_key_is_wrong_is_flagged(self):
        assert [one.item for one in GRADES.items if one.reasons] == ["who-5"]
        assert ITEMS["who-5"].reasons == (
            "20 of 30 chose “Norway” and 5 “Sweden”, which is in the key; "
            "of the half that does better on the other questions 15 of 15 against 0.",
            "Who does well on the other questions does worse on this one (it goes with the rest by -0.33).",
        )

    def test_with_the_right_key_nothing_is(self):
        mended = replace(THIRTY_KEY, items=tuple(replace(a, answer="no") if a.id == "who-5" else a for a in THIRTY_KEY.items))
        assert not [one.item for one in grade(THIRTY, mended, STUDENTS).items if one.reasons]

    def test_it_tells_who_knows_from_who_does_not(self):
        assert ITEMS["write-1"].discrimination is None
        found = {id_: one.discrimination for id_, one in ITEMS.items() if one.discrimination is not None}
        assert len(found) == 9
        assert abs(found.pop("who-4")) < 0.05  # all guess
        assert found.pop("who-5") < -0.3
        assert all(figure > 0.6 for figure in found.values())

    def test_students_agree_as_another_program_says(self):
        found = {(one.kind, one.shape): one for one in GRADES.agreement}
        who = [CLASS[f"who-{n}"] for n in range(1, 6)]
        counts = [[(strong + weak).count(letter) for letter in "nsbo"] for *_, strong, weak in who]
        assert found["who-says-it", "choice"].alpha == pytest.approx(
            krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"), abs=1e-4
        )
        assert found["who-says-it", "choice"].values == 29 + 29 + 30 + 30 + 30
        word = [[29, 0], [15, 14], [8, 21]]  # chosen and left
        assert found["wording", "several"].alpha == pytest.approx(
            krippendorff.alpha(value_counts=word, level_of_measurement="nominal"), abs=1e-4
        )
        assert (found["three-columns", "choice"].alpha, found["three-columns", "choice"].values) == (None, 0)  # one alone tells nothing
        assert found[None, "choice"].alpha == found["who-says-it", "choice"].alpha

    def test_questions_with_other_options_are_not_thrown_together(self):
        """A second question with three options: of all, what is unlike and what chance would make so is summed over either set."""
        twice = replace(THIRTY.items[5], id="col-2")
        class_ = [replace(a, answers={**a.answers, "col-2": a.answers["col-1"]}) for a in STUDENTS]
        key = replace(THIRTY_KEY, items=(*THIRTY_KEY.items, Answer(id="col-2", answer="only-no")))
        exercise: Exercise = replace(THIRTY, items=(*THIRTY.items, twice))
        found = {(one.kind, one.shape): one.alpha for one in grade(exercise, key, class_).agreement}
        units = [
            [row[2] + row[3] for row in (CLASS[id_] for id_ in ids)]
            for ids in (["who-1", "who-2", "who-3", "who-4", "who-5"], ["col-1"] * 2)
        ]
        strata = [[unit.replace(".", "") for unit in stratum] for stratum in units]
        assert found["three-columns", "choice"] == alpha(strata[1])
        assert found[None, "choice"] == alpha(*strata) != alpha([*strata[0], *strata[1]])

    def test_the_whole_class(self):
        scores = [s.score for s in GRADES.students if s.score is not None]
        assert len(scores) == 30
        exact = [sum(m.score for m in g.items if m.score is not None) / (len(g.items) - g.pending) for g in GRADES.students]
        assert GRADES.mean == pytest.approx(sum(exact) / 30, abs=1e-8)  # rounded once, where it is told
        assert GRADES.spread == pytest.approx((sum((s - sum(scores) / 30) ** 2 for s in scores) / 29) ** 0.5, abs=1e-4)

    def test_the_gradebook_says_what_was_put_in(self):
        rows = {r["student"]: r for r in csv.DictReader(io.StringIO(gradebook_csv(THIRTY, THIRTY_KEY, GRADES).decode("utf-8-sig")))}
        first, last = rows["knows-01"], rows["weak-15"]
        assert (first["score"], first["to mark"], first["who-4"], first["who-5"]) == ("0.7778", "1", "0", "0")  # seven of nine
        assert (last["score"], last["to mark"]) == ("0", "0")
        assert rows["knows-14"]["word-1"] == "teacher"

    def test_the_table_of_items(self):
        rows = {r["item"]: r for r in csv.DictReader(io.StringIO(items_csv(THIRTY, THIRTY_KEY, GRADES).decode("utf-8-sig")))}
        who, word, write = rows["who-5"], rows["word-1"], rows["write-1"]
        assert (who["key"], who["right"], who["answered"]) == ("Sweden", "0.1667", "30")
        assert (who["instead"], who["by how many"], who["look at the key"][:8]) == ("Norway (20)", "20", "20 of 30")
        assert (word["to mark"], word["instead"], word["look at the key"]) == ("2", "not chosen: how firmly it is put (14)", "")
        assert (write["right"], write["answered"], write["discrimination"]) == ("", "25", "")

    def test_the_text(self):
        check("class", as_bytes("text", THIRTY, THIRTY_KEY, STUDENTS, GRADES).decode("utf-8"))

    def test_json_holds_to_its_schema(self):
        written = json.loads(as_bytes("json", THIRTY, THIRTY_KEY, STUDENTS, GRADES))
        Draft202012Validator(json.loads(schema("grades"))).validate(written)
        assert written["items"][4]["others"] == [{"answer": "no", "count": 20, "left": False, "half": False}]


def pair(one, other, wanted="a", more=()):
    """A class that answered two questions of two options, each with its first in the key."""
    options = (Option("a", "A"), Option("b", "B"))
    items = tuple(Item(id=str(n), kind="wording", shape="choice", prompt="?", options=options) for n in (1, 2))
    exercise: Exercise = replace(EXERCISE, items=items)
    key = Key(exercise=MARK, items=(Answer(id="1", answer=wanted), Answer(id="2", answer="a")))
    given = [Answers(exercise=MARK, student=f"{n:02}", answers={"1": x, "2": y}) for n, (x, y) in enumerate(zip(one, other, strict=True))]
    return grade(exercise, key, [*given, *more])


class TestDiscrimination:
    def test_by_hand(self):
        """Of ten four have both, four none, one either alone: (4 * 4 - 1 * 1) / (5 * 5)."""
        assert [one.discrimination for one in pair("aaaabbbbab", "aaaabbbbba").items] == [0.6, 0.6]

    @pytest.mark.parametrize(
        ("one", "other"),
        [("aaaabbbba", "aaaabbbbb"), ("aaaaaaaaaa", "aaaabbbbba"), ("aaaabbbbab", "aaaaaaaaaa")],
        ids=["nine", "all", "rest"],
    )
    def test_of_few_or_where_nobody_differs_it_is_not_known(self, one, other):
        assert pair(one, other).items[0].discrimination is None

    def test_who_did_not_answer_is_not_in_it(self):
        assert pair("aaaabbbbab", "aaaabbbbba", more=[BLANK] * 3).items[0].discrimination == 0.6


class TestDoubt:
    def test_the_better_half_must_be_of_another_mind_by_more_than_chance(self):
        """Twenty of whom ten have the other question right; the sign test takes nine to one for another mind, and not eight to two."""
        better, worse = "b" * 9 + "a", "a" * 5 + "b" * 5
        flagged = pair(better + worse, "a" * 10 + "b" * 10).items[0]
        assert flagged.reasons[0] == (
            "14 of 20 chose “B” and 6 “A”, which is in the key; of the half that does better on the other questions 9 of 10 against 1."
        )
        better = "b" * 8 + "aa"
        assert pair(better + "b" * 10, "a" * 10 + "b" * 10).items[0].reasons == ()

    def test_a_majority_of_those_who_do_worse_is_none(self):
        assert pair("a" * 5 + "b" * 15, "a" * 5 + "a" * 5 + "b" * 10).items[0].reasons == ()
        assert pair("a" * 8 + "b" * 12, "a" * 8 + "b" * 12).items[0].reasons == ()

    def test_of_nine_nothing_is_said(self):
        assert pair("b" * 9, "a" * 9).items[0].reasons == ()
        assert pair("b" * 10, "a" * 10).items[0].reasons != ()

    def test_the_options_of_several_are_judged_each(self):
        """All who know leave one of the key's and choose one that is not in it."""
        key = replace(THIRTY_KEY, items=tuple(replace(a, answer=("date", "place")) if a.id == "word-1" else a for a in THIRTY_KEY.items))
        found = next(one for one in grade(THIRTY, key, STUDENTS).items if one.item == "word-1")
        half = "of the half that does better on the other questions"
        assert f"15 of 29 chose “how firmly it is put”, which is not in the key; {half} 15 of 15 did so." in found.reasons
        assert f"21 of 29 did not choose “the place”, which is in the key; {half} 13 of 15 did so." in found.reasons


class TestFew:
    @pytest.mark.parametrize("class_", [(), STUDENTS[:1], (BLANK,), (BLANK, replace(BLANK, student="2"))], ids=["0", "1", "blank", "2"])
    def test_nothing_is_told_of_the_key_and_no_figure_is_made_up(self, class_):
        grades = grade(THIRTY, THIRTY_KEY, class_)
        assert len(grades.items) == 10
        assert not any(one.reasons or one.discrimination for one in grades.items)
        assert {one.alpha for one in grades.agreement} == {None}
        told = as_bytes("text", THIRTY, THIRTY_KEY, class_, grades).decode("utf-8")
        assert ("Too few answers to doubt the key: that takes 10 students" in told) == bool(class_)
        assert grades.spread == (0.0 if len(class_) > 1 else None)

    def test_of_nobody_no_share_is_known(self):
        grades = grade(THIRTY, THIRTY_KEY, ())
        assert (grades.mean, {one.score for one in grades.items}) == (None, {None})

    def test_all_blank_is_nought(self):
        assert {one.score for one in grade(THIRTY, THIRTY_KEY, [BLANK]).items} == {0.0}

    def test_what_only_the_teacher_marks_has_no_share(self):
        exercise: Exercise = replace(THIRTY, items=THIRTY.items[-1:])
        (found,) = grade(exercise, THIRTY_KEY, STUDENTS).items
        assert (found.score, found.answered, found.pending, found.reasons) == (None, 25, 25, ())

    def test_a_dropped_question_is_not_among_them(self):
        key = replace(THIRTY_KEY, items=tuple(replace(a, dropped=a.id == "who-5") for a in THIRTY_KEY.items))
        assert [one.item for one in grade(THIRTY, key, STUDENTS).items] == [i.id for i in THIRTY.items if i.id != "who-5"]


class TestProperties:
    @settings(max_examples=20, deadline=None)
    @given(st.permutations(STUDENTS))
    def test_the_order_of_students_changes_nothing(self, class_):
        assert grade(THIRTY, THIRTY_KEY, class_) == GRADES

    @pytest.mark.parametrize("place", ["0", "blank", "zz"])
    def test_who_leaves_all_blank_lowers_what_is_right_and_nothing_else(self, place):
        wider = grade(THIRTY, THIRTY_KEY, [*STUDENTS, replace(BLANK, student=place)])
        assert wider.agreement == GRADES.agreement
        for before, after in zip(GRADES.items, wider.items, strict=True):
            assert msgspec.structs.replace(after, score=before.score) == before
            marked = 30 - before.pending
            assert after.score == (before.score and pytest.approx(before.score * marked / (marked + 1), abs=1e-4))

    @settings(max_examples=60, deadline=None)
    @given(st.data())
    def test_of_any_answers_every_figure_is_in_its_bounds(self, data):
        several = st.lists(st.sampled_from(["date", "firm", "train", "herring", "brigades", "x"]), max_size=4).map(tuple)
        values = st.text(max_size=8) | several | st.sampled_from(["no", "se", "both", "only-no"])
        one = st.dictionaries(st.sampled_from(sorted(CLASS)), values)
        class_ = [Answers(exercise=MARK, student=str(n), answers=a) for n, a in enumerate(data.draw(st.lists(one, max_size=15)))]
        grades = grade(THIRTY, THIRTY_KEY, class_)
        for found in grades.items:
            assert 0 <= (found.score or 0) <= 1
            assert -1 <= (found.discrimination or 0) <= 1
            assert found.answered + found.pending <= 2 * len(class_)
            assert all(count <= found.answered for count in [*(c.count for c in found.chosen), *(o.count for o in found.others)])
        assert all(one.alpha is None or -1 <= one.alpha <= 1 for one in grades.agreement)
        as_bytes("text", THIRTY, THIRTY_KEY, class_, grades)
        items_csv(THIRTY, THIRTY_KEY, grades)
