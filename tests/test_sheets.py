"""What is handed out on paper: worksheet, answers, the empty form, and the same for Word."""

import csv
import io
import re
import sys
import textwrap

import pytest

from readoutdiff.contract import Excerpt
from readoutdiff.errors import UsageError
from readoutdiff.exercise.forms.page import student_page
from readoutdiff.exercise.forms.sheets import answer_sheet, worksheet
from readoutdiff.exercise.forms.table import answers_form
from readoutdiff.exercise.forms.word import answer_sheet_docx, worksheet_docx
from readoutdiff.exercise.values import Answer, Item, Key, Option, Passage, Shape
from readoutdiff.render.words import PROMISE
from readoutdiff.value import replace
from tests.browser import needed, opened
from tests.exercises import EXERCISE, IN_EXCERPTS, KEY, MARK, NORWAY, SWEDEN
from tests.expected_files import check
from tests.test_html import HOSTILE, Outline, without_code

_ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\u200b]")


def written(folder, page):
    file = folder / "form.html"
    file.write_text(page, encoding="utf-8")
    return file


def squeezed(text):
    return "".join(text.split())


class TestWholeForms:
    def test_the_worksheet(self):
        check("worksheet", without_code(worksheet(EXERCISE)), "html")

    def test_the_answers(self):
        check("answer-sheet", without_code(answer_sheet(EXERCISE, KEY)), "html")

    def test_the_page(self):
        check("student-page", without_code(student_page(EXERCISE, MARK, KEY)), "html")

    def test_the_promise_is_on_each(self):
        for form in (worksheet(EXERCISE), answer_sheet(EXERCISE, KEY), student_page(EXERCISE, MARK, None)):
            assert PROMISE in " ".join(Outline(form).words)


class TestTexts:
    def test_they_are_whole_with_every_fifth_line_numbered(self):
        page = worksheet(EXERCISE)
        told = squeezed("".join(Outline(page).words))
        assert squeezed(NORWAY) in told
        assert squeezed(SWEDEN) in told
        assert re.findall(r'data-line="(\d+)"', page) == ["5"]  # Norway's alone has so many
        long = replace(EXERCISE.documents[1], text="\n\n".join(f"Point {n} was discussed." for n in range(1, 13)))
        page = worksheet(replace(EXERCISE, documents=(long,)))
        assert re.findall(r'data-line="(\d+)">(.*?)<', page) == [("5", "Point 5 was discussed."), ("10", "Point 10 was discussed.")]

    def test_a_paragraph_that_was_hard_wrapped_is_one(self):
        wrapped = replace(EXERCISE.documents[1], text="\n".join(textwrap.wrap(NORWAY.split("\n\n")[1], 50)))
        page = worksheet(replace(EXERCISE, documents=(wrapped,)))
        assert page.count('<p dir="auto"><span class="line"') == 1
        cut = replace(wrapped, text="", excerpts=(Excerpt(start=0, end=60, text=wrapped.text[:60]),))
        assert "[…]" not in worksheet(replace(EXERCISE, documents=(cut,)))

    def test_of_an_exercise_without_texts_only_the_excerpts(self):
        page = worksheet(IN_EXCERPTS)
        assert "herring" not in page.partition("<h2>Who says it?")[0]
        assert page.count("in excerpts") == 3
        assert page.count("[…]") == 3

    def test_where_a_passage_is_from_is_not_told_where_that_is_the_answer(self):
        page = worksheet(EXERCISE)
        who, _, rest = page.partition("<h2>Who says it?")[2].partition("<h2>")
        assert "readout" not in who
        assert "Norway's readout:" in rest.replace("&#39;", "'")


class TestPaper:
    @pytest.mark.parametrize("size", ["A4", "Letter"])
    def test_no_question_is_split(self, chromium, tmp_path, size):
        pypdf = needed("pypdf")
        options = tuple(Option(str(n), f"option {n}") for n in range(7))
        items = tuple(
            Item(id=f"i{n}", kind="left-out", shape="several", prompt=f"begin-{n}", options=(*options, Option("last", f"end-{n}")))
            for n in range(20)
        )
        with opened(chromium, written(tmp_path, worksheet(replace(EXERCISE, items=items)))) as page:
            page.pdf(path=tmp_path / "sheet.pdf", format=size)
        pages = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "sheet.pdf").pages]
        assert len(pages) > 2
        for n in range(20):
            (whole,) = (text for text in pages if re.search(rf"begin-{n}\b", text))
            assert re.search(rf"end-{n}\b", whole)

    def test_nothing_is_filled_and_every_kind_has_room(self, chromium, tmp_path):
        with opened(chromium, written(tmp_path, worksheet(EXERCISE))) as page:
            page.emulate_media(media="print")
            filled = """[...document.querySelectorAll('body *')].filter(e =>
                !['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(getComputedStyle(e).backgroundColor)).length"""
            assert page.evaluate(filled) == 0
            counts = [page.locator(f".{name}").count() for name in ("box", "blank", "rule")]
            assert counts == [2 + 6 + 4 + 3 + 3, 3, 3 + 18]
            assert [page.locator("thead th").nth(n).inner_text() for n in range(3)] == ["only Norway", "both", "only Sweden"]

    def test_what_options_mean_is_said_above_the_questions(self):
        told = Option("verbatim", "in both, word for word")
        exercise = replace(EXERCISE, items=(replace(EXERCISE.items[-2], options=(told, *EXERCISE.items[-2].options)),))
        for form in (worksheet(exercise), student_page(exercise, MARK, KEY)):
            before, _, after = form.partition("every word that is marked, in this order")
            assert after and EXERCISE.items[-2].prompt not in before

    @pytest.mark.parametrize("sheet", [worksheet(EXERCISE), answer_sheet(EXERCISE, KEY)], ids=["worksheet", "answers"])
    def test_no_serious_fault_for_axe(self, chromium, tmp_path, sheet):
        axe = needed("axe_playwright_python.sync_playwright").Axe()
        with opened(chromium, written(tmp_path, sheet), bypass_csp=True) as page:
            found = axe.run(page).response["violations"]
            assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []


class TestAnswers:
    def test_none_is_on_the_worksheet(self):
        page = worksheet(EXERCISE)
        assert not [one.why for one in KEY.items if one.why and one.why in page]
        assert str(KEY.of("write-1").answer) not in page

    def test_the_teacher_is_told_what_nobody_has_confirmed(self):
        assert "7 of 9 answers were made by machine" in answer_sheet(EXERCISE, KEY)
        sure = replace(KEY, items=tuple(replace(one, confirmed=True) for one in KEY.items))
        assert "machine" not in answer_sheet(EXERCISE, sure)


class TestEmptyForm:
    def test_a_row_a_question(self):
        form = answers_form(EXERCISE)
        assert form.startswith(b"\xef\xbb\xbfstudent,item,answer\r\n")
        rows = list(csv.DictReader(io.StringIO(form.decode("utf-8-sig"), newline="")))
        assert rows == [{"student": "", "item": item.id, "answer": ""} for item in EXERCISE.items]


def hostile():
    """An exercise and a key in which every text would act, if it could."""
    options = (Option(HOSTILE, HOSTILE), Option("b", HOSTILE))
    passage = (Passage("norway", 0, 1, HOSTILE, HOSTILE, HOSTILE),)
    shapes: tuple[Shape, ...] = ("choice", "several", "order", "quote", "text")
    items = tuple(
        Item(id=f"{shape}{HOSTILE}", kind="wording", shape=shape, prompt=HOSTILE, passages=passage, options=options if n < 3 else ())
        for n, shape in enumerate(shapes)
    )
    answers: tuple[str | tuple[str, ...], ...] = (HOSTILE, (HOSTILE,), (HOSTILE, "b"), (), HOSTILE)
    key = tuple(Answer(id=i.id, answer=a, evidence=(HOSTILE,), why=HOSTILE) for i, a in zip(items, answers, strict=True))
    documents = tuple(replace(d, text=HOSTILE, title=HOSTILE, date=HOSTILE) for d in EXERCISE.documents)
    parties = tuple(replace(p, name=HOSTILE) for p in EXERCISE.parties)
    return replace(EXERCISE, title=HOSTILE, parties=parties, documents=documents, items=items), Key(exercise=MARK, items=key)


class TestInputIsData:
    def test_on_paper(self, chromium, tmp_path):
        exercise, key = hostile()
        for sheet in (worksheet(exercise), answer_sheet(exercise, key)):
            outline = Outline(sheet)
            assert outline.open == []
            assert not {"script", "img"} & set(outline.tags)
            assert not _ACTS.search(sheet)
            with opened(chromium, written(tmp_path, sheet)) as page:
                assert "alert(1)" in page.inner_text("body")

    def test_on_the_page_and_in_its_explanations(self, chromium, tmp_path):
        exercise, key = hostile()
        sheet = student_page(exercise, MARK, key)
        outline = Outline(sheet)
        assert outline.open == []
        assert outline.tags.count("script") == 2  # data and program
        assert not _ACTS.search(sheet)
        assert len(outline.ids) == len(set(outline.ids))
        with opened(chromium, written(tmp_path, sheet)) as page:
            page.fill("#_student", HOSTILE[:40])
            page.click("#_begin")
            page.check("#_question-1 input >> nth=0")
            page.click("#_mark")
            page.click("#_yes")
            assert page.locator("#_question-1 .verdict").inner_text() == "✓ Right: 1 of 1 point."
            assert "alert(1)" in page.inner_text("#_question-5 .explained")
            assert page.locator("img").count() == 0
            assert not re.search("[\u202a-\u202e]", page.inner_text("#_work"))

    def test_in_word(self):
        docx = needed("docx")
        exercise, key = hostile()
        for made in (worksheet_docx(exercise), answer_sheet_docx(exercise, key)):
            told = "\n".join(p.text for p in docx.Document(io.BytesIO(made)).paragraphs)
            assert "alert(1)" in told
            assert not _ACTS.search(told)


class TestWord:
    def test_all_questions_and_texts_are_there(self):
        document = needed("docx").Document(io.BytesIO(worksheet_docx(EXERCISE)))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        told = "\n".join([*(p.text for p in document.paragraphs), *cells])
        assert all(item.prompt in told for item in EXERCISE.items)
        assert all(option.label in told for item in EXERCISE.items for option in item.options)
        assert squeezed("thanked Sweden for the help of its fire brigades in August") in squeezed(told)
        assert PROMISE in told
        assert document.core_properties.title == EXERCISE.title

    def test_every_answer_is_there(self):
        document = needed("docx").Document(io.BytesIO(answer_sheet_docx(EXERCISE, KEY)))
        told = "\n".join(p.text for p in document.paragraphs)
        assert "☒ only Norway\n☐ both" in told
        assert "1. the night train\n2. the fire brigades" in told
        assert all(words in told for one in KEY.items for words in (one.why, *one.evidence))
        assert told.count("not confirmed") == 7

    def test_the_same_exercise_makes_the_same_bytes(self, monkeypatch):
        needed("docx")
        first = worksheet_docx(EXERCISE), answer_sheet_docx(EXERCISE, KEY)
        monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
        assert (worksheet_docx(EXERCISE), answer_sheet_docx(EXERCISE, KEY)) == first

    def test_without_the_extra_it_says_what_to_install(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "docx", None)
        with pytest.raises(UsageError, match=r"pip install 'readoutdiff\[docx\]'"):
            worksheet_docx(EXERCISE)
