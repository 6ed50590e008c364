"""The Word document: whole, laid crosswise, with a table to mark up; nothing of an input acts in it, and LibreOffice opens it."""

import io
import re

import docx
import pypdf
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from readoutdiff import compare, read_file
from readoutdiff.render.docx.report import render_docx
from readoutdiff.render.docx.writing import shown
from tests.conftest import DEMO, SAMPLES
from tests.docx_text import parts, words_of
from tests.hostile import ACTING, hostile
from tests.stories import beside
from tests.terminal_cases import three_sides

LANGUAGES = {"en": "English"}
CASES = {
    "a story": compare(read_file(str(DEMO))),
    "three sides": three_sides(),
    "an article checked": beside(
        "Norway stressed that the night train would run “on time and at a low price,” the Norwegian readout said."
    ),
}


@pytest.fixture(params=CASES)
def comparison(request):
    return CASES[request.param]


def opened(comparison):
    return docx.Document(io.BytesIO(render_docx(comparison, LANGUAGES)))


def test_a_row_for_each_topic_a_column_for_each_side_and_one_for_remarks(comparison):
    table = opened(comparison).tables[0]
    names = [p.name for p in comparison.parties]
    assert [cell.text for cell in table.rows[0].cells] == ["Topic", "Verdict", *names, "Remarks"]
    assert [row.cells[0].text for row in table.rows[1:]] == [t.label for t in comparison.topics]
    assert {row.cells[-1].text for row in table.rows[1:]} == {""}
    for row, topic in zip(table.rows[1:], comparison.topics, strict=True):
        for place, party in enumerate(comparison.parties, 2):
            said = [comparison.text_of(comparison_segment(comparison, s)) for s in topic.segments.get(party.id, ())]
            told = re.sub("[‹›]", "", row.cells[place].text)
            assert all(" ".join(words.split()) in told for words in said)


def comparison_segment(comparison, id_):
    return next(s for s in comparison.segments if s.id == id_)


def test_the_head_is_repeated_and_no_row_is_split(comparison):
    for table in opened(comparison).tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_it_is_laid_crosswise_and_the_table_fits(comparison):
    document = opened(comparison)
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    room = section.page_width - section.left_margin - section.right_margin
    for table in document.tables:
        assert sum(column.width for column in table.columns) <= room + 10_000


def test_what_was_checked_is_a_table_too():
    comparison = CASES["an article checked"]
    table = opened(comparison).tables[-1]
    assert len(table.rows) == len(comparison.findings) + 1
    assert "≠ “low” for “fair”" in words_of(render_docx(comparison, LANGUAGES))


def test_no_clock_is_read(comparison):
    data = render_docx(comparison, LANGUAGES)
    assert data == render_docx(comparison, LANGUAGES)
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.created.year, properties.modified.year, properties.author) == (2000, 2000, "")
    assert properties.title == " – ".join(p.name for p in comparison.parties)


@pytest.mark.parametrize("text", ACTING.values(), ids=ACTING)
def test_hostile_text_is_legible_and_acts_nowhere(text):
    comparison = hostile(text)
    data = render_docx(comparison, LANGUAGES)
    files = parts(data)
    assert not [name for name in files if "embed" in name.lower() or "macro" in name.lower() or "vba" in name.lower()]
    assert not re.search(rb'TargetMode="External"|<w:(hyperlink|instrText|fldSimple|object)', b"".join(files.values()))
    told = words_of(data)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", told)
    for record in comparison.records():
        assert shown(record["sentence"]) in re.sub("[‹›]", "", told)


def test_right_to_left_words_are_marked_as_such():
    comparison = hostile("the word שלום")
    files = parts(render_docx(comparison, LANGUAGES))
    assert b"<w:rtl/>" in files["word/document.xml"]


class TestInLibreOffice:
    @pytest.mark.parametrize("case", CASES)
    def test_it_opens_and_every_page_has_the_head(self, office, tmp_path, case):
        comparison = CASES[case]
        path = tmp_path / "report.docx"
        path.write_bytes(render_docx(comparison, LANGUAGES))
        pages = pypdf.PdfReader(office(path, "pdf")).pages
        assert all(page.mediabox.width > page.mediabox.height for page in pages)
        told = [" ".join(page.extract_text().split()) for page in pages]
        assert all(t.label in " ".join(told) for t in comparison.topics)
        assert all("Remarks" in page and "Silence proves nothing" in page for page in told)

    def test_it_opens_whatever_the_texts_hold(self, office, tmp_path):
        path = tmp_path / "report.docx"
        path.write_bytes(render_docx(hostile(" ".join(ACTING.values())), LANGUAGES))
        told = "".join("".join(page.extract_text() for page in pypdf.PdfReader(office(path, "pdf")).pages).split())
        assert "<script>alert(1)</script>" in told

    def test_a_report_of_no_comparison_opens(self, office, tmp_path):
        path = tmp_path / "report.docx"
        path.write_bytes(render_docx(compare(read_file(str(SAMPLES / "one-account" / "article.txt"))), LANGUAGES))
        assert "Only New Zealand's account" in pypdf.PdfReader(office(path, "pdf")).pages[0].extract_text()
