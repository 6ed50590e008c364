"""The course in samples/course: its keys fit its texts, its plans their time, its commands run, and its pages say what is so."""

import json
import re
import shlex
import shutil

import msgspec
import pytest

from readoutdiff.exercise.folder import read_folder
from readoutdiff.exercise.forms.questions import questions
from readoutdiff.exercise.values import Answers, asked
from tests.conftest import SAMPLES

COURSE = SAMPLES / "course"
LESSONS = sorted(path.parent for path in COURSE.glob("*/lesson.md"))
PAGES = [COURSE / "README.md", *(lesson / "lesson.md" for lesson in LESSONS)]
FORMS = {"worksheet.html", "answer-sheet.html", "page.html", "answers.csv"}

each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.name)
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.parent.name)


def told(page):
    return page.read_text(encoding="utf-8")


def commands(page):
    """Those that a teacher types once the program is installed."""
    blocks = re.findall(r"(<!-- install -->\n)?( *)```sh\n(.*?)```", told(page), re.DOTALL)
    return [shlex.split(line) for install, _, block in blocks if not install for line in block.splitlines() if line.strip()]


def on_one_line(text):
    return " ".join(text.split())


def answers_of_the_key(lesson, student="7"):
    """A file as the page saves it, by a student who knows all."""
    exercise, key = read_folder(lesson / "exercise")
    given = {i.id: key.of(i.id).answer or "\n".join([*key.of(i.id).evidence[:1], *key.of(i.id).beside[:1]]) for i in exercise.items}
    return msgspec.json.encode(Answers(exercise=key.exercise, student=student, answers=given))


@pytest.fixture
def copy(tmp_path):
    """A copy of the course, with what is committed of it and answers of a class in each lesson, where commands may write."""
    for lesson in LESSONS:
        there = tmp_path / lesson.relative_to(SAMPLES.parent)
        shutil.copytree(lesson, there, ignore=shutil.ignore_patterns("exercise", "marks", "answers"))
        for folder, files in (("exercise", ("exercise.json", "key.toml")), ("answers", ())):
            (there / folder).mkdir()
            for name in files:
                shutil.copy(lesson / folder / name, there / folder / name)
        (there / "answers" / "7.json").write_bytes(answers_of_the_key(lesson))
    return tmp_path


def runs(run, copy, page):
    """Run the commands of a page from the top of the copy."""
    for program, *args in commands(page):
        if program == "cp":
            shutil.copytree(copy / args[-2], copy / args[-1])
            continue
        assert program == "readoutdiff"
        done = run(*args, cwd=copy)
        assert (done.returncode, done.stderr) == (0, b""), (args, done.stderr)
        yield args, done.stdout.decode()


def test_there_are_three_lessons():
    assert [lesson.name[0] for lesson in LESSONS] == ["1", "2", "3"]
    assert all(f"]({lesson.name}/lesson.md)" in told(COURSE / "README.md") for lesson in LESSONS)


@each_lesson
def test_every_answer_of_the_key_is_vouched_for(lesson):
    _, key = read_folder(lesson / "exercise")
    assert all(answer.confirmed for answer in key.items)


@each_lesson
def test_what_is_asked_and_shown_stands_in_the_texts(lesson):
    exercise, key = read_folder(lesson / "exercise")
    texts = {d.id: d.text for d in exercise.documents}
    assert {d.name: d.text for d in exercise.documents} == {d.name: (lesson / d.name).read_text("utf-8") for d in exercise.documents}
    for passage in (passage for item in exercise.items for passage in item.passages):
        assert on_one_line(texts[passage.document][passage.start : passage.end]) == passage.text
    everywhere = on_one_line(" ".join(texts.values()))
    for item in asked(exercise, key).items:
        for words in (*key.of(item.id).evidence, *key.of(item.id).beside):
            quoted = re.findall("“(.*?)”", words) if item.kind == "wording" else [words]
            assert quoted
            assert all(part in everywhere for whole in quoted for part in whole.split(" … ")), words


@each_lesson
def test_the_model_answers_quote_word_for_word_and_keep_to_the_length_asked_for(lesson):
    exercise, key = read_folder(lesson / "exercise")
    everywhere = on_one_line(" ".join(d.text for d in exercise.documents))
    for item in exercise.items:
        if item.kind == "write-it":
            model = str(key.of(item.id).answer)
            assert 120 <= len(model.split()) <= 150
            assert all(words.rstrip(",") in everywhere for words in re.findall('"(.*?)"', model))


def test_the_questions_are_those_that_the_stated_commands_make(run, copy):
    """Of the questions and texts, not of the bytes: what else stands in exercise.json may grow."""
    made = [args[args.index("--out") + 1] for args, _ in runs(run, copy, COURSE / "README.md") if args[:2] == ["exercise", "new"]]
    assert len(made) == len(LESSONS)
    for folder, lesson in zip(made, LESSONS, strict=True):
        now, _ = read_folder(copy / folder)
        kept, _ = read_folder(lesson / "exercise")
        assert now.items == kept.items, "make the exercise anew with the command in samples/course/README.md, and look at its key again"
        assert (now.title, now.level, now.minutes, now.seed) == (kept.title, kept.level, kept.minutes, kept.seed)


@each_page
def test_its_commands_run_and_make_the_forms(page, run, copy):
    for args, out in runs(run, copy, page):
        assert out
        if args[:2] == ["exercise", "build"]:
            assert {path.name for path in (copy / args[2]).iterdir()} >= FORMS
        if "marks" in args[-1]:
            assert {path.name for path in (copy / args[-1]).iterdir()} >= {"gradebook.csv", "feedback-7.html"}


@each_lesson
def test_the_key_marks_its_own_answers_right(lesson, run, copy):
    folder = copy / lesson.relative_to(SAMPLES.parent)
    graded = json.loads(run("exercise", "grade", folder / "exercise" / "key.toml", folder / "answers", "--format", "json").stdout)
    assert [student["score"] for student in graded["students"]] == [1]
    assert graded["unconfirmed"] == 0


@each_lesson
def test_its_plan_takes_fifty_minutes_and_leaves_the_time_that_the_forms_tell(lesson):
    plan = [
        (int(start), int(end), what) for start, end, what in re.findall(r"^\| (\d+)–(\d+) \| (.*) \|$", told(lesson / "lesson.md"), re.M)
    ]
    assert plan[0][0] == 0
    assert plan[-1][1] == 50
    assert all(start < end for start, end, _ in plan)
    assert [end for _, end, _ in plan[:-1]] == [start for start, _, _ in plan[1:]]
    exercise, _ = read_folder(lesson / "exercise")
    assert sum(end - start for start, end, what in plan if re.search(r"\bquestions? \d", what, re.I)) == exercise.minutes


@each_lesson
def test_it_speaks_of_the_questions_by_their_numbers(lesson):
    exercise, key = read_folder(lesson / "exercise")
    by_number = {question.number: question for question in questions(asked(exercise, key))}
    named = re.findall(r"\*\*question (\d+)\*\* \(\*(.*?)\*\)", told(lesson / "lesson.md"), re.I)
    assert named
    for number, words in named:
        item = by_number[int(number)].item
        asks = " ".join([item.prompt, *(f"{p.before}{p.text}{p.after}" for p in item.passages)])
        assert words.replace(" …", "").strip('"') in asks, (number, words)


@each_lesson
def test_the_words_to_read_are_counted(lesson):
    words = [re.findall(r"\S*\w\S*", path.read_text("utf-8")) for path in sorted(lesson.glob("*.txt"))]  # a dash is none
    sizes = [len(one) for one in words]
    row = next(line for line in told(COURSE / "README.md").splitlines() if f"({lesson.name}/" in line)
    assert f"({sum(sizes)})" in row
    plan = re.findall(r"\((\d+) words\)", told(lesson / "lesson.md"))
    assert [int(number) for number in plan] in (sizes, [sum(sizes)])


def test_the_sample_answers_are_marked_as_the_lesson_says(run):
    lesson = LESSONS[0]
    done = run("exercise", "grade", lesson / "exercise" / "key.toml", lesson / "sample-answers.csv", "--format", "json")
    found = {}
    for student in json.loads(done.stdout)["students"]:
        wrong = [mark["item"].rpartition("-")[2] for mark in student["items"] if mark["score"] == 0 and mark["note"] == "wrong"]
        found[student["student"]] = (f"{student['score']:.0%}", ", ".join(wrong))
    page = told(lesson / "lesson.md")
    assert found == {s: (score, wrong) for s, score, wrong in re.findall(r"^\| (s\d+) \| (\d+%) \| (.*?) ?\| ", page, re.M)}
    right = {n: sum(n not in wrong.split(", ") for _, wrong in found.values()) for n in ("5", "7")}
    assert right == {"5": 2, "7": len(found)}
    assert "Question 5 is right with two of eight, question 7 with all." in page


@each_page
def test_what_it_points_at_is_there(page):
    for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", told(page)):
        assert (page.parent / link).exists(), link
    for heading in re.findall(r"\(\.\./README\.md#([^)]*)\)", told(page)):
        heads = [head.lower().replace(" ", "-") for head in re.findall(r"^#+ (.*)$", told(COURSE / "README.md"), re.M)]
        assert heading in heads
