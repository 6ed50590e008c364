"""Exercises: which questions are asked, a key that a teacher edits, marks by a stated rubric."""

import csv
import io
import json
import random
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from readoutdiff import ExerciseError, InputError, UsageError, compare, grade, make_exercise, read
from readoutdiff.exercise.answers import gather_answers, read_answers
from readoutdiff.exercise.folder import build, read_folder, write_folder
from readoutdiff.exercise.given import split
from readoutdiff.exercise.grading import graded_one
from readoutdiff.exercise.keyfile import key_toml, read_key
from readoutdiff.exercise.marks import write_marks
from readoutdiff.exercise.reviewing import outcome, review
from readoutdiff.exercise.values import Answers, Item, Option
from readoutdiff.schemas import schema
from tests.browser import opened
from tests.conftest import DEMO, ROOT
from tests.corpus import run_case
from tests.stories import OSLO, STOCKHOLM, beside

TRAIN = "Norway stressed that the night train would run \u201con time and at a low price,\u201d the Norwegian readout said."


@pytest.fixture(scope="module")
def made(story):
    return make_exercise(story, level="advanced")


def full(exercise, key, student="1"):
    """The key's answers as a student would give them."""
    given = {i.id: quoted(key.of(i.id)) if i.shape == "quote" else key.of(i.id).answer for i in exercise.items}
    return Answers(exercise=key.exercise, student=student, answers=given)


def quoted(answer):
    """Words of each side that are wanted, each on a line of its own."""
    return "\n".join([answer.evidence[0], *answer.beside[:1]])


def answers_csv(answers):
    """One student's answers as a teacher would type them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(("student", "item", "answer"))
    writer.writerows((answers.student, i, a if isinstance(a, str) else "; ".join(a)) for i, a in answers.answers.items())
    return out.getvalue().encode("utf-8-sig")


class TestMaking:
    def test_an_article_gives_these_kinds(self, made):
        exercise, _ = made
        assert {i.kind for i in exercise.items} == {"who-says-it", "three-columns", "weight", "write-it"}

    def test_readouts_give_differences_and_a_story_beside_them_what_to_check(self):
        readouts = compare(read(OSLO, role="readout", party="no"), read(STOCKHOLM, role="readout", party="se"))
        exercise, key = make_exercise(readouts, ["wording"], level="advanced")
        assert exercise.items
        assert all(set(key.of(i.id).answer) <= {o.id for o in i.options} for i in exercise.items)
        exercise, key = make_exercise(beside(TRAIN), ["check-the-story"], level="advanced")
        assert "quote_altered" in {key.of(i.id).answer for i in exercise.items}

    def test_items_are_even_over_the_answers(self, story):
        exercise, key = make_exercise(story, ["who-says-it"], items=5, level="advanced")
        assert sorted(key.of(i.id).answer for i in exercise.items) == ["background", "both", "ee", "fi", "outlet"]

    def test_the_same_seed_gives_the_same_bytes(self, story):
        one, other = (make_exercise(story, items=3, seed=7) for _ in range(2))
        assert (one[0].to_json(), key_toml(*one)) == (other[0].to_json(), key_toml(*other))
        assert len({make_exercise(story, ["who-says-it"], items=2, level="advanced", seed=n)[0].to_json() for n in range(9)}) > 1

    def test_what_is_inferred_is_not_asked_until_a_teacher_has_confirmed_it(self, story):
        unsure = msgspec.structs.replace(
            story, segments=tuple(msgspec.structs.replace(s, tier="inferred") if s.role == "statement" else s for s in story.segments)
        )
        with pytest.raises(UsageError, match="three-columns: these texts have nothing sure to ask"):
            make_exercise(unsure, ["three-columns"], level="advanced")
        sure = msgspec.structs.replace(unsure, segments=tuple(msgspec.structs.replace(s, confirmed=True) for s in unsure.segments))
        exercise, _ = make_exercise(sure, ["three-columns"], level="advanced")
        assert exercise.items

    def test_no_topic_whose_verdict_is_left_open_is_in_a_key(self, story, made):
        exercise, key = made
        open_ones = [t for t in story.topics if t.status == "possible"]
        told = {
            " ".join(story.text_of(s).split()) for s in story.segments if {t.id for t in open_ones} & set(s.topics) and len(s.topics) == 1
        }
        models = [key.of(i.id).answer for i in exercise.items if i.kind == "write-it"]
        ranked = {id_ for i in exercise.items if i.shape == "order" for id_ in key.of(i.id).answer}
        assert told
        assert ranked.isdisjoint(t.id for t in open_ones)
        assert not any(words in model for words in told for model in models)

    def test_what_is_inferred_proves_nothing(self, story):
        topic = next(t for t in story.topics if t.status == "shared")
        extra = next(s for s in story.segments if s.parties == ("fi",) and s.id not in topic.segments["fi"])
        wider = msgspec.structs.replace(topic, segments=topic.segments | {"fi": (*topic.segments["fi"], extra.id)})
        topics = tuple(wider if t is topic else t for t in story.topics)
        for tier, counts in (("carried", True), ("inferred", False)):
            segments = tuple(msgspec.structs.replace(s, tier=tier) if s is extra else s for s in story.segments)
            changed = msgspec.structs.replace(story, topics=topics, segments=segments)
            _, key = make_exercise(changed, ["three-columns"], level="advanced")
            words = " ".join(story.text_of(extra).split())
            assert any(words in (*a.evidence, *a.beside) and len(a.evidence) > 1 for a in key.items) is counts

    def test_no_verdict_that_is_left_open_is_asked(self, story, made):
        exercise, _ = made
        open_ones = {t.label for t in story.topics if t.status == "possible"}
        assert open_ones
        asked = [i.prompt for i in exercise.items if i.kind == "three-columns"]
        assert not any(label in prompt for label in open_ones for prompt in asked)

    def test_beginners_are_asked_only_about_what_names_its_source(self, story):
        exercise, _ = make_exercise(story, ["who-says-it"], items=50)
        tiers = {(s.start, s.end): s.tier for s in story.segments}
        asked = {tiers[(i.passages[0].start, i.passages[0].end)] for i in exercise.items}
        assert asked == {"explicit", None}

    def test_a_claim_does_not_give_its_side_away(self, made):
        exercise, _ = made
        asked = [i.passages[0].text for i in exercise.items if i.kind == "three-columns" and i.passages]
        assert asked
        assert not any("readout said" in text or "It added" in text for text in asked)

    def test_without_texts_only_the_passages_are_there(self, story):
        exercise, _ = make_exercise(story, texts=False)
        assert [d.text for d in exercise.documents] == [""]

    def test_what_is_not_compared_gives_no_exercise(self):
        with pytest.raises(UsageError, match="not compared"):
            make_exercise(compare(read("It rained in Oslo.")))


class TestKey:
    def test_reading_it_again_gives_the_same(self, made, tmp_path):
        exercise, key = made
        (tmp_path / "key.toml").write_text(key_toml(exercise, key), encoding="utf-8")
        assert read_key(tmp_path / "key.toml", exercise, key.exercise) == key

    @pytest.mark.parametrize(
        ("before", "after", "problem"),
        [
            ('answer = "both"', 'answer = "norway"', "is none of fi, ee, both"),
            ('schema = "readoutdiff/key/1"', 'schema = "x/1"', "has schema 'x/1'"),
            ('id = "who-says-it-1"', 'id = "who-says-it-9"', "must be there once"),
            ("confirmed = false", "confirmed = perhaps", "is no key"),
            ('exercise = "', 'exercise = "0', "the key of another exercise"),
        ],
    )
    def test_what_is_wrong_is_named(self, made, tmp_path, before, after, problem):
        exercise, key = made
        text = key_toml(exercise, key)
        assert before in text
        (tmp_path / "key.toml").write_text(text.replace(before, after, 1), encoding="utf-8")
        with pytest.raises(ExerciseError, match=problem):
            read_key(tmp_path / "key.toml", exercise, key.exercise)

    def test_review_confirms_changes_skips_and_stops(self, made):
        exercise, key = made
        typed = iter(["", "?", "nobody", "ee", "The ministry is named.", "s", "q"])
        told: list[str] = []
        keys = list(review(exercise, key, lambda _: next(typed), told.append))
        ids = [a.id for a in key.items]
        assert [[a.confirmed for a in k.items].count(True) for k in keys] == [1, 2]
        assert keys[-1].of(ids[1]).answer == "ee"
        assert keys[-1].of(ids[0]).answer == key.of(ids[0]).answer
        assert any("'nobody' is none of" in line for line in told)
        assert "The reason and the evidence that stood here were for the other answer, and are gone." in told
        assert sum("?: this line" in line for line in told) == 5  # once for each of four questions, and once when asked
        assert outcome(keys[-1]) == "2 of 23 answers confirmed, 0 dropped, 21 left for later"


class TestWhatIsAsked:
    def test_the_question_for_a_quotation_does_not_give_the_key_away(self, made):
        exercise, key = made
        quotes = [item for item in exercise.items if item.shape == "quote"]
        assert {bool(key.of(item.id).beside) for item in quotes} == {True, False}
        assert len({item.prompt for item in quotes}) == 1

    def test_a_ranking_has_each_of_its_words_once_under_their_point(self, made):
        exercise, _ = made
        ranked = [item for item in exercise.items if item.shape == "order"]
        assert ranked
        for item in ranked:
            ranges = sorted((p.document, p.start, p.end) for p in item.passages)
            assert all(one[0] != other[0] or one[2] <= other[1] for one, other in pairwise(ranges))
            assert list(dict.fromkeys(p.point for p in item.passages)) == [option.label for option in item.options]


class TestGrading:
    def test_the_key_scores_one_and_nothing_scores_nought(self, made):
        exercise, key = made
        assert graded_one(exercise, key, full(exercise, key)).score == 1.0
        assert graded_one(exercise, key, Answers(exercise=key.exercise, student="2", answers={})).score == 0.0

    def test_the_order_of_students_does_not_matter(self, made):
        exercise, key = made
        class_ = [full(exercise, key, student=str(n)) for n in range(9)]
        shuffled = random.Random(1).sample(class_, len(class_))
        assert grade(exercise, key, class_) == grade(exercise, key, shuffled)

    def test_partial_credit(self, made):
        exercise, key = made
        order = next(i for i in exercise.items if i.shape == "order")
        right = key.of(order.id).answer
        swapped = (right[1], right[0], *right[2:])
        pairs = len(right) * (len(right) - 1) // 2
        mark = next(
            m
            for m in graded_one(exercise, key, Answers(exercise=key.exercise, student="1", answers={order.id: swapped})).items
            if m.item == order.id
        )
        assert mark.score == pytest.approx((pairs - 1) / pairs, abs=1e-4)

    @pytest.mark.parametrize(
        ("given", "score"),
        [
            ("inquiry into the engine failure should begin at once", 0.5),
            ("INQUIRY  into the \u201cengine failure\u201d should begin at once!", 0.5),
            ("inquiry into the motor failure should start at once", None),
            ("the weather was fine in both capitals", 0.0),
            ("inquiry", None),  # exact, and short
            ("enquiry", 0.0),
            ("", 0.0),
        ],
    )
    def test_a_quotation_is_looked_up(self, made, given, score):
        exercise, key = made
        item = next(i for i in exercise.items if i.shape == "quote" and any("inquiry" in e for e in key.of(i.id).evidence))
        graded = graded_one(exercise, key, Answers(exercise=key.exercise, student="1", answers={item.id: given}))
        assert next(m.score for m in graded.items if m.item == item.id) == score

    def test_words_of_ones_own_are_left_to_the_teacher(self, made):
        exercise, key = made
        graded = graded_one(exercise, key, full(exercise, key))
        assert {m.item for m in graded.items if m.score is None} == {i.id for i in exercise.items if i.shape == "text"}

    @settings(max_examples=60, deadline=None)
    @given(st.data())
    def test_any_answers_are_marked_from_nought_to_one(self, made, data):
        exercise, key = made
        values = st.text(max_size=20) | st.lists(st.text(max_size=8), max_size=4).map(tuple)
        some = data.draw(st.dictionaries(st.sampled_from([i.id for i in exercise.items]), values))
        graded = graded_one(exercise, key, Answers(exercise=key.exercise, student="1", answers=some))
        assert graded.score is not None
        assert 0 <= graded.score <= 1
        assert all(m.score is None or 0 <= m.score <= 1 for m in graded.items)


class TestFiles:
    @pytest.mark.parametrize("sign", [";", "\t"])
    def test_a_spreadsheet_may_put_another_sign_between_columns(self, made, tmp_path, sign):
        exercise, key = made
        given = full(exercise, key)
        rows = list(csv.reader(io.StringIO(answers_csv(given).decode("utf-8-sig"), newline="")))
        with (tmp_path / "1.csv").open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=sign).writerows(rows)
        [back], _ = read_answers(tmp_path / "1.csv", exercise, key.exercise)
        assert graded_one(exercise, key, back) == graded_one(exercise, key, given)

    def test_answers_to_csv_and_back(self, made, tmp_path):
        exercise, key = made
        given = full(exercise, key)
        (tmp_path / "1.csv").write_bytes(answers_csv(given))
        [back], _ = read_answers(tmp_path / "1.csv", exercise, key.exercise)
        assert graded_one(exercise, key, back) == graded_one(exercise, key, given)

    @pytest.mark.parametrize("written", ["whether, or which way", "Whether, or which way", "polarity"])
    def test_a_label_with_a_comma_is_one_answer(self, written):
        options = (Option("number", "number"), Option("polarity", "whether, or which way"), Option("date", "date"))
        item = Item(id="wording-1", kind="wording", shape="several", prompt="What?", options=options)
        assert split(item, written) == ("polarity",)
        assert split(item, f"{written}; date") == ("polarity", "date")
        assert split(item, "number, date") == ("number", "date")

    @pytest.mark.parametrize(
        ("row", "problem", "graded"),
        [
            ("s02,who-says-it-1,no", "student s02 has two answers to who-says-it-1; leave one: nothing of s02 was marked", ["s01", "s03"]),
            (",who-says-it-1,no", "the answer 'no' to who-says-it-1 has no student; write an id", ["s01", "s02", "s03"]),
        ],
    )
    def test_one_bad_row_costs_nobody_else_a_mark(self, made, tmp_path, row, problem, graded):
        exercise, key = made
        rows = [f"{student},who-says-it-1,fi" for student in ("s01", "s02", "s03")]
        (tmp_path / "class.csv").write_text("\n".join(["student,item,answer", *rows[:2], row, rows[2]]), encoding="utf-8")
        found, failures = gather_answers([str(tmp_path / "class.csv")], exercise, key.exercise)
        assert [a.student for a in found] == graded
        assert [f.problem for f in failures] == [problem]

    def test_a_folder_is_written_and_read(self, made, tmp_path):
        exercise, key = made
        write_folder(tmp_path / "lesson", exercise, key)
        assert read_folder(tmp_path / "lesson") == (exercise, key)
        assert {p.name for p in (tmp_path / "lesson").iterdir()} == {
            "exercise.json", "key.toml", "worksheet.html", "answer-sheet.html", "page.html", "answers.csv",
            "moodle.xml", "moodle.gift", "canvas.md",
        }  # fmt: skip
        with pytest.raises(UsageError, match="is not empty"):
            write_folder(tmp_path / "lesson", exercise, key)

    def test_forms_are_built_from_the_reviewed_key(self, made, tmp_path):
        exercise, key = made
        write_folder(tmp_path / "lesson", exercise, key)
        toml = (tmp_path / "lesson" / "key.toml").read_text(encoding="utf-8")
        (tmp_path / "lesson" / "key.toml").write_text(toml.replace("it is taken for context.", "nobody says it.", 1), encoding="utf-8")
        assert "nobody says it." not in (tmp_path / "lesson" / "page.html").read_text(encoding="utf-8")
        build(tmp_path / "lesson")
        assert "nobody says it." in (tmp_path / "lesson" / "page.html").read_text(encoding="utf-8")

    def test_without_feedback_no_form_of_the_key_is_in_the_page_built_anew_too(self, story, tmp_path):
        exercise, key = make_exercise(story, level="advanced", feedback=False)
        write_folder(tmp_path / "lesson", exercise, key)
        build(tmp_path / "lesson")
        page = (tmp_path / "lesson" / "page.html").read_text(encoding="utf-8")
        assert not any(answer.why in page for answer in key.items if answer.why)

    def test_bad_files_are_named_and_the_rest_is_graded(self, made, tmp_path):
        exercise, key = made
        folder = tmp_path / "answers"
        folder.mkdir()
        good = full(exercise, key, student="7")
        (folder / "a.json").write_bytes(msgspec.json.encode(good))
        (folder / "b.json").write_bytes(msgspec.json.encode(good))
        (folder / "c.json").write_text("{")
        (folder / "d.json").write_bytes(msgspec.json.encode(msgspec.structs.replace(good, exercise="0", student="8")))
        (folder / "e.csv").write_text("student,item,answer\n5,who-says-it-1,FI\n9,no-such-item,fi\n6,who-says-it-1,Finland\n")
        (folder / "f.csv").write_text("a,b\n1,2\n")
        found, failures = gather_answers([str(folder)], exercise, key.exercise)
        assert [a.student for a in found] == ["5", "6"]
        problems = {f.file: f.problem for f in failures}
        assert list(problems) == ["a.json", "b.json", "c.json", "d.json", "e.csv", "f.csv"]
        told = (
            "is there 2 times",
            "is there 2 times",
            "are no answers",
            "another exercise",
            "'no-such-item' is no item",
            "has not the columns",
        )
        assert all(words in problem for words, problem in zip(told, problems.values(), strict=True))


class TestCommands:
    def test_from_a_story_to_a_mark(self, run, tmp_path):
        assert run("exercise", "new", DEMO, "--out", tmp_path / "lesson", "--level", "advanced", "--time", "20").returncode == 0
        done = run("exercise", "review", tmp_path / "lesson", stdin=b"\n\nq\n")
        assert b"2 of 23 answers confirmed" in done.stdout.replace(b"\r", b"")
        assert run("exercise", "build", tmp_path / "lesson").returncode == 0
        exercise, key = read_folder(tmp_path / "lesson")
        (tmp_path / "right.json").write_bytes(msgspec.json.encode(full(exercise, key, "right")))
        (tmp_path / "wrong.json").write_bytes(msgspec.json.encode(Answers(exercise=key.exercise, student="wrong", answers={})))
        done = run(
            "exercise",
            "grade",
            tmp_path / "lesson" / "key.toml",
            tmp_path / "right.json",
            tmp_path / "wrong.json",
            "--out",
            tmp_path / "marks",
            "-f",
            "json",
        )
        assert done.returncode == 0, done.stderr
        grades = json.loads(done.stdout)
        assert {s["student"]: s["score"] for s in grades["students"]} == {"right": 1.0, "wrong": 0.0}
        assert sorted(p.name for p in (tmp_path / "marks").iterdir()) == [
            "feedback-right.html", "feedback-right.md", "feedback-wrong.html", "feedback-wrong.md", "gradebook.csv",
            "items.csv", "items.html",
        ]  # fmt: skip
        rows = list(csv.DictReader(io.StringIO((tmp_path / "marks" / "gradebook.csv").read_text(encoding="utf-8-sig"))))
        assert [(r["student"], r["score"]) for r in rows] == [("right", "1"), ("wrong", "0")]

    def test_failures_are_listed_and_end_with_their_own_status(self, run, tmp_path):
        run("exercise", "new", DEMO, "--out", tmp_path / "lesson")
        (tmp_path / "bad.json").write_text("{}")
        done = run("exercise", "grade", tmp_path / "lesson" / "key.toml", tmp_path / "bad.json")
        assert done.returncode == 4
        assert done.stderr.decode().startswith("readoutdiff: bad.json: are no answers")

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["new", "FILE", "--out", "OUT", "--kind", "essay"], "--kind essay: is not there; the kinds are who-says-it"),
            (["new", "FILE", "--out", "OUT", "--kind", "check-the-story"], "these texts have nothing sure to ask"),
            (["grade", "nowhere/key.toml", "FILE"], "no such file; make the exercise"),
            (["grade", "FILE", "FILE"], "give the key.toml of the exercise"),
            (["review", "OUT"], "no such file; make the exercise"),
        ],
    )
    def test_wrong_use_is_one_line(self, run, tmp_path, arguments, told):
        done = run("exercise", *[{"FILE": DEMO, "OUT": tmp_path / "lesson"}.get(a, a) for a in arguments])
        assert done.returncode == 2
        assert told in done.stderr.decode()
        assert len(done.stderr.splitlines()) == 1
        assert not (tmp_path / "lesson").exists()

    def test_hostile_ids_and_texts_act_nowhere(self, run, tmp_path):
        story = tmp_path / "story.txt"
        story.write_bytes(DEMO.read_bytes().replace(b"calm and quick", b"calm <script>alert(1)</script> \x1b[31m"))
        assert run("exercise", "new", story, "--out", tmp_path / "lesson").returncode == 0
        exercise, key = read_folder(tmp_path / "lesson")
        student = "../=cmd|' /C calc'!A0 \x1b[31m<b>"
        (tmp_path / "a.json").write_bytes(msgspec.json.encode(full(exercise, key, student)))
        done = run("exercise", "grade", tmp_path / "lesson" / "key.toml", tmp_path / "a.json", "--out", tmp_path / "marks")
        assert b"\x1b" not in done.stdout
        names = [path.name for path in (tmp_path / "marks").iterdir()]
        assert len(names) == 5
        assert all("/" not in name for name in names)
        pages = [p.read_text(encoding="utf-8") for p in (tmp_path / "marks").iterdir() if p.suffix == ".html"]
        assert not any(acting in page for page in pages for acting in ("<script", "<b>&", "\x1b"))


class TestSchemas:
    def test_what_is_written_holds_to_its_schema(self, made):
        exercise, key = made
        given = full(exercise, key)
        for name, value in (("exercise", exercise), ("answers", given), ("grades", grade(exercise, key, [given]))):
            Draft202012Validator(json.loads(schema(name))).validate(json.loads(msgspec.json.encode(value)))


class TestInTheBrowser:
    """From the page that a student opens to the mark that the teacher's program gives."""

    def test_saved_answers_are_graded(self, chromium, made, tmp_path):
        exercise, key = made
        write_folder(tmp_path / "lesson", exercise, key)
        right = full(exercise, key, "23")
        with opened(chromium, tmp_path / "lesson" / "page.html") as page:
            page.fill("#_student", "23")
            page.click("#_begin")
            for number, item in enumerate(exercise.items, 1):
                answer(page.locator(f"#_question-{number}"), item, right.answers[item.id])
            with page.expect_download() as waiting:
                page.click("#_save")
            waiting.value.save_as(tmp_path / waiting.value.suggested_filename)
        found, failures = gather_answers([str(tmp_path / "answers-23.json")], exercise, key.exercise)
        assert failures == []
        (graded,) = grade(exercise, key, found).students
        assert (graded.student, graded.score) == ("23", 1.0)


def answer(question, item, given):
    """Answer one question of the page by keyboard."""
    if item.shape in ("quote", "text"):
        question.locator("textarea").fill(given)
    elif item.shape == "order":
        labels = {o.id: o.label for o in item.options}
        for id_ in reversed(given):
            while question.locator(".options .label").first.inner_text() != labels[id_]:
                question.get_by_role("button", name=f"{labels[id_]}: move up").press("Enter")
    else:
        label = next(o.label for o in item.options if o.id == given)
        question.get_by_label(label, exact=True).press("Space")


class TestWhatATeacherNeeds:
    def test_a_dropped_question_is_in_no_form_and_no_mark(self, made, tmp_path):
        exercise, key = made
        typed = iter(["d", "q"])
        (dropped,) = review(exercise, key, lambda _: next(typed), lambda _: None)
        write_folder(tmp_path / "lesson", exercise, dropped)
        sheet, page = ((tmp_path / "lesson" / name).read_text(encoding="utf-8") for name in ("answer-sheet.html", "page.html"))
        assert exercise.items[0].passages[0].text[:40] not in sheet
        assert page.count('"shape"') == len(exercise.items) - 1
        graded = graded_one(exercise, dropped, full(exercise, key))
        assert exercise.items[0].id not in {m.item for m in graded.items}
        assert graded.score == 1.0
        assert outcome(dropped) == "0 of 23 answers confirmed, 1 dropped, 22 left for later"

    def test_what_a_teacher_changes_loses_the_programs_reasons(self, made):
        exercise, key = made
        typed = iter(["ee", "", "q"])
        (changed,) = review(exercise, key, lambda _: next(typed), lambda _: None)
        assert (changed.items[0].answer, changed.items[0].why, changed.items[0].evidence) == ("ee", "", ())
        typed = iter(["ee", "Estonia's ministry said it.", "q"])
        (changed,) = review(exercise, key, lambda _: next(typed), lambda _: None)
        assert (changed.items[0].why, changed.items[0].confirmed) == ("Estonia's ministry said it.", True)
        typed = iter(["ee", "q", "q"])  # who types q for a reason wants to stop, and gives none
        (changed,) = review(exercise, key, lambda _: next(typed), lambda _: None)
        assert (changed.items[0].answer, changed.items[0].why) == ("ee", "")

    def test_each_student_has_files_of_his_own_whatever_the_ids(self, made, tmp_path):
        exercise, key = made
        class_ = [full(exercise, key, student) for student in ("a/b", "a?b", "A_B", "..")]
        write_marks(tmp_path / "marks", exercise, key, class_, grade(exercise, key, class_))
        names = {path.name for path in (tmp_path / "marks").iterdir()}
        assert names == {"gradebook.csv", "items.csv", "items.html"} | {
            f"feedback-{name}.{ending}" for name in ("a_b", "a_b~2", "A_B~3", "_") for ending in ("html", "md")
        }

    def test_a_reviewed_key_is_never_written_over(self, made, tmp_path):
        exercise, key = made
        reviewed = msgspec.structs.replace(key, items=(msgspec.structs.replace(key.items[0], confirmed=True), *key.items[1:]))
        write_folder(tmp_path / "lesson", exercise, reviewed)
        with pytest.raises(UsageError, match="1 confirmed answer, which would be lost"):
            write_folder(tmp_path / "lesson", exercise, key, force=True)

    def test_a_folder_that_cannot_be_filled_is_left_as_it_was(self, made, tmp_path):
        exercise, key = made
        (tmp_path / "lesson").mkdir()
        (tmp_path / "lesson" / "page.html").mkdir()  # a folder where a file is to be
        with pytest.raises(InputError, match="cannot be written"):
            write_folder(tmp_path / "lesson", exercise, key, force=True)
        assert not [p for p in (tmp_path / "lesson").iterdir() if p.name.startswith(".")]

    @pytest.mark.parametrize(
        ("given", "score"),
        [
            ("experts from both countries would look for the cause\nan inquiry into the engine failure should begin at once", 1.0),
            ("an inquiry into the engine failure should begin at once", 0.5),
            ("an inquiry into the engine failure should not begin at once", None),
            ("an inquiry into the 3 engine failures should begin at once", None),
        ],
    )
    def test_both_is_proved_by_words_of_either_side(self, made, given, score):
        exercise, key = made
        item = next(i for i in exercise.items if i.shape == "quote" and key.of(i.id).beside)
        graded = graded_one(exercise, key, Answers(exercise=key.exercise, student="1", answers={item.id: given}))
        assert next(m.score for m in graded.items if m.item == item.id) == score

    def test_of_one_side_alone_the_articles_remark_is_proof_too(self, story, made):
        exercise, key = made
        proofs = [key.of(i.id).evidence for i in exercise.items if i.shape == "quote" and not key.of(i.id).beside]
        remarks = {" ".join(story.text_of(s).split()) for s in story.segments if s.rule == "omission"}
        assert proofs
        assert all(remarks & set(evidence) for evidence in proofs)

    def test_passages_keep_the_space_before_and_after(self, made):
        exercise, _ = made
        for item in exercise.items:
            for p in item.passages:
                assert not p.before or p.before[-1] in ' "“‘(' or not p.text[0].isalnum()
                assert not p.after or not (p.after[0].isalnum() and p.text[-1].isalnum())


@pytest.mark.parametrize("level", ["beginner", "advanced"])
@pytest.mark.parametrize("case", sorted((ROOT / "tests" / "stories").glob("*-1/*/case.json")), ids=lambda path: path.parent.name)
def test_the_key_of_any_story_can_be_edited_and_scores_one(case, level, tmp_path):
    comparison = run_case(case.parent)
    if comparison.outcome != "compared":
        pytest.skip("not compared")
    exercise, key = make_exercise(comparison, level=level)
    (tmp_path / "key.toml").write_text(key_toml(exercise, key), encoding="utf-8")
    assert read_key(tmp_path / "key.toml", exercise, key.exercise) == key
    by_machine = any(item.shape != "text" for item in exercise.items)
    assert graded_one(exercise, key, full(exercise, key)).score == (1.0 if by_machine else None)  # nothing marked, nothing known
