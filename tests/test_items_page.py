"""The page of the item analysis: in a real browser, for the eye and the printer, with nobody on it and nothing that acts."""

import re

import msgspec
import pytest

from readoutdiff import grade
from readoutdiff.checksums import sha256
from readoutdiff.exercise.folder import write_folder
from readoutdiff.exercise.gradebook import items_csv
from readoutdiff.exercise.items_page import items_page
from readoutdiff.exercise.marks import as_bytes
from readoutdiff.exercise.values import Answers, Key
from readoutdiff.value import replace
from tests.browser import needed, opened
from tests.exercises import MARK
from tests.expected_files import check
from tests.test_html import HOSTILE, Outline, without_code
from tests.test_sheets import hostile
from tests.thirty import STUDENTS, THIRTY, THIRTY_KEY

_ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\u200b]")
BLANK = Answers(exercise=MARK, student="blank", answers={})


def page_of(class_, exercise=THIRTY, key=THIRTY_KEY):
    return items_page(exercise, key, grade(exercise, key, class_))


def written(folder, page):
    file = folder / "items.html"
    file.write_text(page, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def thirty(tmp_path_factory):
    return written(tmp_path_factory.mktemp("items"), page_of(STUDENTS))


def test_the_whole_page():
    check("items", without_code(page_of(STUDENTS)), "html")


def test_no_student_is_on_it():
    page = page_of(STUDENTS)
    assert not [given.student for given in STUDENTS if given.student in page]


class TestInTheBrowser:
    def test_without_script_all_figures_are_there(self, chromium, thirty):
        with opened(chromium, thirty, java_script_enabled=False) as page:
            rows = [row.inner_text().split("\t") for row in page.locator("#_shares tbody tr").all()]
            assert [cell.strip() for cell in rows[4][1:]] == ["17%", "30", "0", "-0.33", "67%", "Sweden", "Norway (20)"]
            assert page.locator(".doubted li").all_inner_texts()[0].startswith("5. Whose account is this? who-5")
            assert page.locator(".look").count() == 2  # in the table, and over the question
            assert page.locator("#_question-5 .bars li").first.locator(".hidden").text_content() == "20 of 30"

    def test_a_bar_is_as_long_as_its_figure_and_the_keys_is_told_in_words(self, chromium, thirty):
        with opened(chromium, thirty) as page:
            widths = [rect.bounding_box()["width"] for rect in page.locator("#_question-5 rect").all()]
            assert [round(width / widths[0], 2) for width in widths] == [1, 0.25, 0.15, 0.1]  # 20, 5, 3, 2
            assert page.locator("#_question-5 .bars li:has(.in-key)").inner_text().startswith("Sweden in the key")
            assert page.locator("#_question-5 rect.key").count() == 1

    def test_a_flag_leads_to_its_question(self, chromium, thirty):
        with opened(chromium, thirty) as page:
            page.locator(".doubted a").click()
            assert page.evaluate("document.activeElement.id") == "_question-5"

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("width", [1280, 390])
    def test_no_serious_fault_for_axe(self, chromium, thirty, scheme, width):
        axe = needed("axe_playwright_python.sync_playwright").Axe()
        with opened(chromium, thirty, width=width, color_scheme=scheme, bypass_csp=True) as page:
            found = axe.run(page).response["violations"]
            assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []

    def test_on_a_phone_only_tables_are_scrolled(self, chromium, thirty):
        with opened(chromium, thirty, width=360) as page:
            assert page.evaluate("document.documentElement.scrollWidth") <= 360

    def test_on_paper_and_in_forced_colours_a_pattern_stands_for_the_colour(self, chromium, thirty):
        fill = "(name) => getComputedStyle(document.querySelector(`#_question-5 rect.${name}`)).fill"
        with opened(chromium, thirty) as page:
            page.emulate_media(media="print")
            assert page.evaluate(fill, "key") == "rgb(0, 0, 0)"
            assert "_hatch" in page.evaluate(fill, "other")
        with opened(chromium, thirty, forced_colors="active") as page:
            assert "_hatch" in page.evaluate(fill, "other")

    def test_no_question_is_split_on_paper(self, chromium, thirty, tmp_path):
        pypdf = needed("pypdf")
        with opened(chromium, thirty) as page:
            page.pdf(path=tmp_path / "items.pdf", format="A4")
        pages = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(tmp_path / "items.pdf").pages]
        assert len(pages) > 1
        (whole,) = (text for text in pages if "30 answered · right 17%" in text)
        assert "5. Whose account is this? who-5" in whole
        assert "the outlet itself" in whole.partition("30 answered · right 17%")[2]


class TestFew:
    @pytest.mark.parametrize("class_", [(), STUDENTS[:1], (BLANK,), STUDENTS[:9]], ids=["nobody", "one", "blank", "nine"])
    def test_it_says_that_nothing_is_said(self, chromium, tmp_path, class_):
        with opened(chromium, written(tmp_path, page_of(class_))) as page:
            assert "Too few answers to doubt the key" in page.inner_text("#_key")
            assert page.locator(".doubted, .look").count() == 0
            assert page.locator("#_shares tbody tr").count() == 10

    def test_where_only_the_teacher_marks(self, chromium, tmp_path):
        exercise = replace(THIRTY, items=THIRTY.items[-1:])
        with opened(chromium, written(tmp_path, page_of(STUDENTS, exercise))) as page:
            assert "Too few answers to doubt the key" in page.inner_text("#_key")
            assert "25 answered · 25 for you to mark · right –" in page.inner_text("#_question-1")
            assert page.locator("#_agreement").count() == 0


class TestInputIsData:
    def class_of(self, exercise, key: Key):
        """Twelve who choose what the key does not, in words that would act."""
        shapes = {item.shape: item.id for item in exercise.items}
        given: dict[str, str | tuple[str, ...]] = {
            shapes["choice"]: "b",
            shapes["several"]: ("b",),
            shapes["order"]: ("b", HOSTILE),
            shapes["quote"]: f"{HOSTILE} and five words more than that",
            shapes["text"]: HOSTILE,
        }
        return [Answers(exercise=MARK, student=f"{HOSTILE}{n}", answers=given) for n in range(12)]

    def test_on_the_page(self, chromium, tmp_path):
        exercise, key = hostile()
        page = page_of(self.class_of(exercise, key), exercise, key)
        outline = Outline(page)
        assert outline.open == []
        assert not {"script", "img"} & set(outline.tags)
        assert not _ACTS.search(page)
        assert len(outline.ids) == len(set(outline.ids))
        with opened(chromium, written(tmp_path, page), width=390) as shown:
            assert "alert(1)" in shown.inner_text("#_key")  # the label of the option, in the reason
            assert shown.evaluate("document.documentElement.scrollWidth") <= 390

    def test_in_text_and_table(self):
        exercise, key = hostile()
        class_ = self.class_of(exercise, key)
        grades = grade(exercise, key, class_)
        assert not _ACTS.search(as_bytes("text", exercise, key, class_, grades).decode("utf-8"))
        for cell in re.split(r"[,\n]", items_csv(exercise, key, grades).decode("utf-8-sig")):
            assert not cell.lstrip('"').startswith(("=", "@", "\x1b"))


def test_the_command_writes_it(run, tmp_path):
    """From files of answers to the folder of marks, with one class and its page."""
    mark = sha256(THIRTY.to_json())
    write_folder(tmp_path / "lesson", THIRTY, replace(THIRTY_KEY, exercise=mark))
    (tmp_path / "answers").mkdir()
    for given in STUDENTS:
        (tmp_path / "answers" / f"{given.student}.json").write_bytes(msgspec.json.encode(replace(given, exercise=mark)))
    done = run("exercise", "grade", tmp_path / "lesson" / "key.toml", tmp_path / "answers", "--out", tmp_path / "marks")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "! 5 (who-5): 20 of 30 chose “Norway”" in done.stdout.decode("utf-8")
    assert "20 of 30 chose “Norway”" in (tmp_path / "marks" / "items.html").read_text(encoding="utf-8")
    assert (tmp_path / "marks" / "items.csv").read_bytes().startswith(b"\xef\xbb\xbfnumber,item,kind,question,key,right")
