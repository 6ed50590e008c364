"""The page that marks itself, as students use it: in a real browser, by keyboard, with a break in the middle."""

import msgspec
import pytest

from readoutdiff.exercise.forms.page import student_page
from readoutdiff.exercise.grading import graded_one
from readoutdiff.exercise.values import KINDS, Answers
from readoutdiff.value import replace
from tests.browser import needed, opened
from tests.exercises import EXERCISE, KEY, MARK

RIGHT = {
    "who-1": "se",
    "col-1": "only-no",
    "col-2": "both",
    "left-1": ["price", "herring"],
    "left-2": "Its price should be “low enough”",
    "weight-1": ["train", "brigades", "herring"],
    "word-1": ["date", "firm"],
    "check-1": "one",
    "write-1": "Norway said May, Sweden said June.",
}
WRONG = {"who-1": "no", "left-1": ["price", "grain"], "left-2": "rice should be", "weight-1": ["herring", "train", "brigades"]}
NUMBERS = {item.id: number for number, item in enumerate(EXERCISE.items, 1)}
ITEMS = {item.id: item for item in EXERCISE.items}


def _written(folder, key=KEY, exercise=EXERCISE):
    file = folder / "page.html"
    file.write_text(student_page(exercise, MARK, key), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def marking(tmp_path_factory):
    return _written(tmp_path_factory.mktemp("marking"))


@pytest.fixture(scope="module")
def unmarked(tmp_path_factory):
    return _written(tmp_path_factory.mktemp("unmarked"), key=None)


def begin(page, student="17", when="end"):
    page.fill("#_student", student)
    if page.locator(f"[name=_when][value={when}]").count():
        page.check(f"[name=_when][value={when}]")
    page.click("#_begin")


def box(page, item):
    return page.locator(f"#_question-{NUMBERS[item]}")


def answer(page, answers):
    """Answer with a pointer; by keyboard it is done below."""
    for item, given in answers.items():
        if ITEMS[item].shape in ("quote", "text"):
            box(page, item).locator("textarea").fill(given)
        elif ITEMS[item].shape == "order":
            for id_ in reversed(given):
                _to_the_top(box(page, item), next(o.label for o in ITEMS[item].options if o.id == id_))
        else:
            for id_ in [given] if isinstance(given, str) else given:
                box(page, item).get_by_label(next(o.label for o in ITEMS[item].options if o.id == id_), exact=True).check()


def _to_the_top(question, label):
    while question.locator(".options .label").first.inner_text() != label:
        question.get_by_role("button", name=f"{label}: move up").click()


def saved(page):
    with page.expect_download() as waiting:
        page.click("#_save")
    file = waiting.value
    return file.suggested_filename, msgspec.json.decode(file.path().read_bytes(), type=Answers)


def verdict(page, item):
    return box(page, item).locator(".verdict").inner_text()


def mark_all(page):
    page.click("#_mark")
    page.click("#_yes")


class TestMarks:
    def test_a_right_student(self, chromium, marking):
        with opened(chromium, marking) as page:
            begin(page)
            answer(page, RIGHT)
            mark_all(page)
            assert page.locator("#_score").inner_text() == (
                "You have 7 of 7 points. 2 answers in words are not counted here: they are marked later."
            )
            assert page.evaluate("document.activeElement.id") == "_score"
            assert verdict(page, "left-1") == "✓ Right: 1 of 1 point."
            assert verdict(page, "left-2") == "✓ Found in the evidence."
            assert verdict(page, "write-1").startswith("Your teacher reads this one.")

    def test_a_wrong_one_has_a_part_where_a_part_is_right(self, chromium, marking):
        with opened(chromium, marking) as page:
            begin(page)
            answer(page, WRONG)
            mark_all(page)
            assert verdict(page, "who-1") == "✗ Not right: 0 of 1 point."
            assert verdict(page, "left-1") == "≈ Partly right: 0.33 of 1 point."  # one of three that were chosen or right
            assert verdict(page, "weight-1") == "≈ Partly right: 0.33 of 1 point."  # one pair of three
            assert verdict(page, "left-2").startswith("≈ Not found word for word")  # 'rice' is no word of it
            assert verdict(page, "col-1") == "✗ No answer: 0 of 1 point."
            assert page.locator("#_score").inner_text().startswith("You have 0.67 of 7 points.")

    def test_every_answer_is_explained(self, chromium, marking):
        with opened(chromium, marking) as page:
            begin(page)
            mark_all(page)
            told = {item: box(page, item).locator(".explained").inner_text() for item in NUMBERS}
            for one in KEY.items:
                assert one.why in told[one.id]
                assert all(words in told[one.id] for words in one.evidence)
                assert ("no teacher has confirmed" in told[one.id]) is not one.confirmed
            assert "The answer: the night train → the fire brigades → herring" in told["weight-1"]
            assert f"A model answer: {KEY.of('write-1').answer}" in told["write-1"]

    def test_after_each_question(self, chromium, marking):
        with opened(chromium, marking) as page:
            begin(page, when="each")
            answer(page, {"who-1": "se"})
            assert page.locator(".explained:visible").count() == 0
            box(page, "who-1").get_by_role("button", name="Mark question 1").click()
            assert page.locator(".explained:visible").count() == 1
            assert page.locator("#_told").inner_text() == "Question 1: ✓ Right: 1 of 1 point."
            assert page.evaluate("document.activeElement.id") == "_question-1"
            assert box(page, "who-1").get_by_label("Norway").is_disabled()
            page.reload()
            assert verdict(page, "who-1") == "✓ Right: 1 of 1 point."
            assert box(page, "col-1").get_by_label("both").is_enabled()
            for number in range(2, 10):
                page.click(f"#_question-{number} .mark")
            assert page.locator("#_score").inner_text().startswith("You have 1 of 7 points.")

    def test_marks_can_be_put_off(self, chromium, marking):
        with opened(chromium, marking) as page:
            begin(page)
            page.click("#_mark")
            assert page.locator("#_asked").inner_text() == "9 questions have no answer. Once marked, answers cannot be changed."
            page.keyboard.press("Enter")  # the way back has the focus
            assert page.locator(".explained:visible").count() == 0


class TestGraded:
    """What the page saves, of every kind and shape, is marked by the program as the page marks it."""

    @pytest.mark.parametrize(("answers", "points"), [(RIGHT, 7), (WRONG, 0.6667)])
    def test_a_right_and_a_wrong_student(self, chromium, marking, tmp_path, answers, points):
        with opened(chromium, marking) as page:
            begin(page)
            answer(page, answers)
            _, given = saved(page)
        graded = graded_one(EXERCISE, KEY, given)
        shapes = {item.id: item.shape for item in EXERCISE.items}
        marked = {m.item: m.score for m in graded.items if shapes[m.item] in ("choice", "several", "order")}
        assert sum(score or 0 for score in marked.values()) == pytest.approx(points, abs=1e-3)
        assert all(m.score is None for m in graded.items if shapes[m.item] == "text" and m.item in given.answers)

    def test_every_kind_by_keyboard_with_a_break_in_the_middle(self, chromium, marking):
        assert {ITEMS[item].kind for item in RIGHT} == {item.kind for item in EXERCISE.items} == set(KINDS)
        with opened(chromium, marking) as page:
            page.locator("#_student").focus()
            page.keyboard.type("23")
            page.keyboard.press("Enter")
            for number, (item, given) in enumerate(RIGHT.items()):
                by_keyboard(page, box(page, item), ITEMS[item], given)
                if number == len(RIGHT) // 2:
                    page.reload()
            _, answers = saved(page)
        assert answers.student == "23"
        graded = graded_one(EXERCISE, KEY, answers)
        assert {m.item: m.score for m in graded.items if m.score is not None} == {i: 1.0 for i in ITEMS if ITEMS[i].shape not in ("text",)}


def by_keyboard(page, question, item, given):
    """Answer one question without a pointer."""
    labels = {o.id: o.label for o in item.options}
    if item.shape in ("quote", "text"):
        question.locator("textarea").focus()
        page.keyboard.type(given)
    elif item.shape == "order":
        for id_ in reversed(given):
            while question.locator(".options .label").first.inner_text() != labels[id_]:
                question.get_by_role("button", name=f"{labels[id_]}: move up").focus()
                page.keyboard.press("Enter")
    else:
        for id_ in [given] if isinstance(given, str) else given:
            question.get_by_label(labels[id_], exact=True).focus()
            page.keyboard.press("Space")


class TestByKeyboardAlone:
    def test_from_the_number_to_the_saved_answers(self, chromium, marking):
        with opened(chromium, marking) as page:
            press = page.keyboard.press
            self._reach(page, "#_student")
            page.keyboard.type("17")
            press("Enter")
            assert page.evaluate("document.activeElement.id") == "_texts-head"
            self._reach(page, "#_question-1 input")
            press("ArrowDown")
            self._reach(page, "#_question-4 input[value='0']")
            press("Space")
            page.reload()  # in the middle
            assert box(page, "who-1").get_by_label("Sweden").is_checked()
            self._reach(page, "#_question-4 input[value='2']")
            press("Space")
            self._reach(page, "#_question-5 textarea")
            page.keyboard.type("its price should be low")
            self._reach(page, "#_question-6 li:nth-child(3) .up")
            press("Enter")
            press("Enter")  # the focus goes with what moves
            assert page.locator("#_told").inner_text() == "the night train: 1 of 3"
            self._reach(page, "#_mark")
            press("Enter")
            press("Shift+Tab")  # from 'Go back' to 'Mark them'
            press("Enter")
            assert page.evaluate("document.activeElement.id") == "_score"
            assert page.locator("#_score").inner_text().startswith("You have 2.67 of 7 points.")
            self._reach(page, "#_save")
            with page.expect_download() as waiting:
                press("Enter")
            assert msgspec.json.decode(waiting.value.path().read_bytes(), type=Answers).answers == {
                "who-1": "se",
                "left-1": ("price", "herring"),
                "left-2": "its price should be low",
                "weight-1": ("train", "herring", "brigades"),
            }

    def _reach(self, page, target):
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("target => document.activeElement.matches(target)", target):
                return
        pytest.fail(f"{target} is not reached by the keyboard")


class TestKept:
    def test_all_that_was_answered_is_there_again(self, chromium, marking):
        with opened(chromium, marking) as page:
            begin(page)
            answer(page, RIGHT)
            page.reload()
            _, found = saved(page)
            assert found == Answers(
                exercise=MARK, student="17", answers={k: v if isinstance(v, str) else tuple(v) for k, v in RIGHT.items()}
            )
            assert msgspec.json.decode(page.input_value("#_copy"), type=Answers) == found

    def test_each_student_has_a_place_of_his_own(self, chromium, marking):
        with opened(chromium, marking) as page:
            begin(page, "17")
            answer(page, {"who-1": "se"})
            page.evaluate("sessionStorage.clear()")
            page.reload()
            begin(page, "18")
            assert page.locator("#_count").inner_text().startswith("Student 18: 0 of 9")
            page.evaluate("sessionStorage.clear()")
            page.reload()
            begin(page, "17")
            assert page.locator("#_count").inner_text().startswith("Student 17: 1 of 9")

    def test_this_computer_is_cleared(self, chromium, marking):
        with opened(chromium, marking) as page:
            begin(page)
            answer(page, RIGHT)
            page.click("#_clear")
            page.click("#_yes")
            page.wait_for_selector("#_start:visible")
            assert page.evaluate("localStorage.length + sessionStorage.length") == 0
            begin(page)
            assert page.locator("#_count").inner_text().startswith("Student 17: 0 of 9")

    def test_a_browser_that_keeps_nothing_says_so(self, chromium, marking):
        with opened(chromium, marking) as page:
            page.evaluate("void (Storage.prototype.setItem = () => { throw new Error('full'); })")
            begin(page)
            assert page.locator("#_told").inner_text().startswith("This browser keeps nothing")
            answer(page, {"who-1": "se"})
            assert saved(page)[1].answers == {"who-1": "se"}

    def test_a_number_is_asked_for_and_makes_a_safe_name(self, chromium, marking):
        with opened(chromium, marking) as page:
            page.click("#_begin")
            assert page.locator("#_start-told").inner_text() == "Type your number first."
            begin(page, "../a b:№7")
            name, found = saved(page)
            assert (name, found.student) == ("answers--a-b-7.json", "../a b:№7")


class TestTime:
    def test_it_is_told_and_takes_nothing_away(self, chromium, marking):
        with opened(chromium, marking) as page:
            page.clock.install()
            begin(page)
            assert page.locator("#_left").inner_text() == "25:00 left"
            page.clock.run_for(20 * 60_000)
            assert page.locator("#_time-told").inner_text() == "5 minutes left."
            page.click("#_hide")
            assert page.locator("#_left").is_hidden()
            page.clock.run_for(6 * 60_000)
            assert page.locator("#_time-told").inner_text() == "Time is up. Your answers stay, and you can go on."
            answer(page, {"who-1": "se"})
            assert saved(page)[1].answers == {"who-1": "se"}

    def test_a_reload_gains_no_time(self, chromium, marking):
        with opened(chromium, marking) as page:
            page.clock.install()
            begin(page)
            page.clock.run_for(10 * 60_000)
            page.reload()
            assert page.locator("#_left").inner_text() in ("15:00 left", "14:59 left")

    def test_none_where_none_is_given(self, chromium, tmp_path):
        with opened(chromium, _written(tmp_path, exercise=replace(EXERCISE, minutes=None))) as page:
            begin(page)
            assert page.locator("#_clock").is_hidden()


class TestWithoutFeedback:
    def test_answers_are_saved_and_nothing_is_marked(self, chromium, unmarked):
        with opened(chromium, unmarked) as page:
            begin(page)
            answer(page, RIGHT)
            assert page.get_by_role("button", name="Mark").count() == 0
            assert len(saved(page)[1].answers) == 9

    def test_no_key_is_in_the_page(self, unmarked, marking):
        page = unmarked.read_text(encoding="utf-8")
        other = replace(KEY, items=tuple(replace(one, answer="", evidence=(), why="") for one in KEY.items))
        assert '"key": null' in page
        assert not any(one.why and one.why in page for one in KEY.items)
        assert KEY.of("write-1").answer not in page
        assert KEY.of("write-1").answer in marking.read_text(encoding="utf-8")
        assert student_page(EXERCISE, MARK, None) == page != student_page(EXERCISE, MARK, other)


class TestEverybody:
    def test_without_script_texts_and_questions_are_there(self, chromium, marking):
        with opened(chromium, marking, java_script_enabled=False) as page:
            assert page.locator("#_without").is_visible()
            assert page.locator("fieldset.item:visible").count() == 9
            assert page.locator("article.text:visible").count() == 3
            assert page.locator("input:enabled:visible, button:enabled:visible, textarea:enabled:visible").count() == 0

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("width", [1280, 360])
    def test_no_serious_fault_for_axe(self, chromium, marking, scheme, width):
        axe = needed("axe_playwright_python.sync_playwright").Axe()

        def grave(page):
            found = axe.run(page).response["violations"]
            return [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")]

        with opened(chromium, marking, width=width, color_scheme=scheme, bypass_csp=True) as page:
            assert grave(page) == []
            begin(page)
            answer(page, WRONG)
            page.evaluate("document.querySelector('details').open = true")
            assert grave(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.click("#_mark")
            assert grave(page) == []
            page.click("#_yes")
            assert grave(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width

    def test_the_texts_stay_beside_the_questions_where_there_is_room(self, chromium, marking):
        with opened(chromium, marking) as page:
            begin(page)
            page.locator("#_question-6").scroll_into_view_if_needed()
            texts, late = page.locator("#_texts").bounding_box(), page.locator("#_question-6").bounding_box()
            assert 0 <= texts["y"] < 100
            assert texts["x"] + texts["width"] <= late["x"]
        with opened(chromium, marking, width=360) as page:
            begin(page)
            texts, first = page.locator("#_texts").bounding_box(), page.locator("#_question-1").bounding_box()
            assert texts["y"] + texts["height"] <= first["y"]

    def test_forced_colours_keep_what_is_asked_about_apart(self, chromium, marking):
        with opened(chromium, marking, forced_colors="active") as page:
            begin(page)
            line = "getComputedStyle(document.querySelector('blockquote b')).textDecorationLine"
            assert page.evaluate(line) == "underline"
