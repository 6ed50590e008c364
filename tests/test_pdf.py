"""PDFs as Chromium and LibreOffice write them: lines become paragraphs again, in one column and in two."""

import io

import docx
import pypdf
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm

from readoutdiff import InputError, read, read_file
from readoutdiff.reading.lines import Line
from readoutdiff.reading.typeset import paragraphs
from tests.same_story import BODY, EXPECTED, HEADLINE, LAYOUTS, PARAGRAPHS, site, verdicts
from tests.test_any_file import PDF

STYLE = "p { text-align: justify; margin: 0; text-indent: 1.5em } h1 { text-align: center }"


def page(style="", paragraphs=PARAGRAPHS):
    """A plain page with the story."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs[1:])
    head = f"<meta charset='utf-8'><title>{paragraphs[0]}</title><style>{style}</style>"
    return f"<!doctype html><html lang='en'><head>{head}</head><body><h1>{paragraphs[0]}</h1>{body}</body></html>"


@pytest.fixture
def printed(chromium, tmp_path):
    """printed(html, …): the file of a page printed by Chromium."""

    def _print(html, **options):
        source, file = tmp_path / "page.html", tmp_path / "printed"
        source.write_text(html, encoding="utf-8")
        tab = chromium.new_page()
        tab.goto(source.as_uri())
        tab.pdf(path=str(file), **options)
        tab.close()
        return file

    return _print


@pytest.fixture(scope="module")
def written(office_files, tmp_path_factory):
    """The story in one column and in two, with a head and a page's number on each page, written by LibreOffice."""
    folder = tmp_path_factory.mktemp("documents")
    files = []
    for columns in (1, 2):
        document = docx.Document()
        section = document.sections[0]
        section.page_height = Cm(15)  # several pages
        section.header.paragraphs[0].text, section.footer.paragraphs[0].text = "Gulf Gazette, 9 May 2025", "Kai 1, Tallinn"
        section._sectPr.find(qn("w:cols")).set(qn("w:num"), str(columns))
        document.core_properties.title = HEADLINE
        document.add_heading(HEADLINE, 1)
        for paragraph in PARAGRAPHS[1:]:
            document.add_paragraph(paragraph).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if columns == 2 else WD_ALIGN_PARAGRAPH.LEFT
        files.append(folder / f"columns-{columns}.docx")
        document.save(files[-1])
    return office_files(files, "pdf")


def body_of(document):
    """The paragraphs of the story as they were found, in order."""
    return [paragraph for paragraph in document.text.rstrip().split("\n\n") if paragraph in BODY]


@pytest.mark.parametrize("columns", [1, 2])
def test_what_libreoffice_writes(written, columns):
    document = read_file(str(written[columns - 1]))
    assert verdicts(document) == EXPECTED
    assert body_of(document) == BODY
    assert (document.title, document.encoding) == (HEADLINE, "pdf")
    assert document.text.count("Gulf Gazette, 9 May 2025") == 1  # the head of the first page tells the day
    assert "Kai 1" not in document.text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_page_printed_by_chromium(printed, layout):
    document = read_file(str(printed(site(layout))))
    assert verdicts(document) == EXPECTED
    assert str(document.title).startswith(HEADLINE)
    assert document.date is None  # the day of printing is not the day of the story


@pytest.mark.parametrize(
    "style", ["", STYLE, STYLE + "body { columns: 2 } h1 { column-span: all }", "body { width: 260px; line-height: 2 }"]
)
@pytest.mark.parametrize("size", ["A4", "A6"])
def test_paragraphs_are_found_again(printed, style, size):
    document = read_file(str(printed(page(style), format=size, display_header_footer=True)))
    assert verdicts(document) == EXPECTED
    assert body_of(document) == BODY
    assert "file:" not in document.text  # what a browser prints on the edges of a page
    assert document.text.startswith(HEADLINE)


@pytest.mark.parametrize(
    ("stamp", "date"),
    [("D:20250509063000+03'00'", "2025-05-09"), ("D:20251399", None), ("D:2025", None), ("D:19700101", None), ("yesterday", None)],
)
def test_the_day_a_pdf_was_made(stamp, date):
    properties = f"6 0 obj<</CreationDate({stamp})/Producer(A press office)>>endobj\ntrailer<</Root 1 0 R/Info 6 0 R>>"
    document = read(PDF.replace(b"trailer<</Root 1 0 R>>", properties.encode()))
    assert document.date == date
    assert document.text == "The two ministers spoke of fish, the ministry said. They did.\n"


def test_hyphens_at_the_ends_of_lines(printed):
    said = (
        "The two minis\u00adters agreed on long-term plans for fish\u00aderies in inter\u00adna\u00adtional waters. The Franco-German "
        "office will guard over-the-horizon work, and 20-year leases. It was a long night, and the term was long."
    )
    whole = said.replace("\u00ad", "")
    for width in range(60, 300, 12):
        document = read_file(str(printed(page(f"body {{ width: {width}px; hyphens: manual }}", ["Hyphens", said]))))
        assert document.text.rstrip().split("\n\n")[-1] == whole, width


def test_ligatures_and_scripts(printed):
    said = "Efficient first flights of affluent officials, «так сказал министр», dijo el señor Núñez."
    document = read_file(
        str(printed(page("p { font-family: 'DejaVu Serif', serif; font-variant-ligatures: common-ligatures }", ["Letters", said])))
    )
    assert said in document.text


def test_lines_of_a_script_without_spaces_go_together_without():
    lines = [Line(text, 50, 290, 700 - 14 * n, 12) for n, text in enumerate(("双方讨论了渡轮救援，那艘渡轮在雾中", "漂流了四个小时。"))]
    assert list(paragraphs([lines])) == ["双方讨论了渡轮救援，那艘渡轮在雾中漂流了四个小时。"]


def test_standard_input_may_be_a_pdf(run, printed):
    assert b"engine failure" in run("compare", "-", stdin=printed(page()).read_bytes()).stdout


def test_a_scan_is_refused_and_a_scanned_page_is_told_of(printed):
    picture = "<svg width='300' height='300'><rect width='300' height='300' fill='grey'/></svg>"
    with pytest.raises(InputError, match=r"is a PDF without a text layer, as a scan is; run text recognition \(OCR\) on it"):
        read_file(str(printed(picture)))
    notes: list[str] = []
    read_file(str(printed(f"<p>The ministry said so.</p><div style='break-before: page'>{picture}</div>")), tell=notes.append)
    assert notes == ["printed: no text on page 2; a scanned page is not read"]


def test_a_pdf_that_a_password_protects_is_refused(printed):
    writer = pypdf.PdfWriter(clone_from=str(printed(page())))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    with pytest.raises(InputError, match="is protected with a password; save it without one"):
        read(stream.getvalue())


def test_a_pdf_of_many_pages_is_refused():
    writer, stream = pypdf.PdfWriter(), io.BytesIO()
    for _ in range(201):
        writer.add_blank_page(100, 100)
    writer.write(stream)
    with pytest.raises(InputError, match="has 201 pages; give those of one article"):
        read(stream.getvalue())


def test_a_damaged_pdf_is_refused(printed):
    with pytest.raises(InputError, match=r"damaged|without a text layer|cannot be read"):
        read(printed(page()).read_bytes()[:700])
