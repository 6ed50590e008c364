"""Word documents, as LibreOffice and python-docx write them."""

import datetime
import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from readoutdiff import InputError, read, read_file
from tests.same_story import EXPECTED, HEADLINE, PARAGRAPHS, verdicts


def saved(document):
    """The bytes of a document."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def of(*paragraphs, **properties):
    """A document as python-docx makes one."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    return document


def within(document, xml):
    """A paragraph of raw WordprocessingML at the end of a document."""
    document.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))


def test_a_document_gives_the_verdicts_of_its_plain_text():
    document = read(saved(of(*PARAGRAPHS)), name="story.docx")
    assert verdicts(document) == EXPECTED
    assert document.encoding == "docx"


def test_so_does_one_that_libreoffice_wrote(office_files, tmp_path):
    page = tmp_path / "story.html"
    page.write_text("<html><meta charset='utf-8'>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS), encoding="utf-8")
    (written,) = office_files([page], "docx:MS Word 2007 XML", "--infilter=HTML (StarWriter)")
    assert verdicts(read_file(str(written))) == EXPECTED


def test_standard_input_may_be_a_document(run):
    assert b"engine failure" in run("compare", "-", stdin=saved(of(*PARAGRAPHS))).stdout


def test_paragraphs_tables_and_line_breaks():
    document = of("One.", "", "Two,\nin two lines.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Fish", "12 tonnes\nof cod"
    document.add_paragraph("Three.")
    assert read(saved(document)).text == "One.\n\nTwo,\nin two lines.\n\nFish\n\n12 tonnes\nof cod\n\nThree.\n"


def test_tracked_changes_are_read_as_they_stand():
    document = of("Before.")
    within(
        document,
        "<w:r><w:t xml:space='preserve'>They discussed </w:t></w:r>"
        "<w:ins w:id='1' w:author='a'><w:r><w:t>fish</w:t></w:r></w:ins>"
        "<w:del w:id='2' w:author='a'><w:r><w:delText>ships</w:delText></w:r></w:del>"
        "<w:moveFrom w:id='3' w:author='a'><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
        "<w:hyperlink><w:r><w:t xml:space='preserve'> at sea</w:t></w:r></w:hyperlink>"
        "<w:sdt><w:sdtContent><w:r><w:t>.</w:t></w:r></w:sdtContent></w:sdt>",
    )
    assert read(saved(document)).text == "Before.\n\nThey discussed fish at sea.\n"


def test_a_text_box_is_a_paragraph_of_its_own_and_read_once():
    box = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"
    spaces = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document = of()
    within(
        document,
        f"<w:r><w:t>Around it.</w:t></w:r><w:r><mc:AlternateContent {spaces}><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>",
    )
    assert read(saved(document)).text == "Around it.\n\nIn the box.\n"


def test_title_and_day_are_taken_where_they_are_real():
    may = datetime.datetime(2025, 5, 9, 8, tzinfo=datetime.UTC)
    told = read(saved(of("The ministry said so.", title=HEADLINE, created=may)))
    assert (told.title, told.date) == (HEADLINE, "2025-05-09")
    template = read(saved(of("The ministry said so.")))
    assert (template.title, template.date) == (None, None)


@pytest.mark.parametrize("title", ["Microsoft Word - readout final.docx", "Untitled", "readout.doc", "   ", "12/05"])
def test_a_title_that_a_program_made_up_is_none(title):
    assert read(saved(of("The ministry said so.", title=title))).title is None


def test_the_day_in_the_text_outweighs_the_day_of_the_file():
    paper = of("Readout of the call", "12 March 2024", "The ministry said on Monday that the talks would go on in the spring.")
    paper.core_properties.created = datetime.datetime(2025, 5, 9, tzinfo=datetime.UTC)
    assert read(saved(paper)).date is None  # the comparison finds the one in the text
    assert read(saved(paper), date="2023-01-02").date == "2023-01-02"


def packed(**parts):
    """An archive of parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_part(name, content):
    """A document with a part of it replaced or added."""
    parts = {part.filename: part for part in zipfile.ZipFile(io.BytesIO(saved(of("One.")))).infolist()}
    archive = zipfile.ZipFile(io.BytesIO(saved(of("One."))))
    return packed(**{part: archive.read(part) for part in parts} | {name: content})


def test_a_document_that_unpacks_to_more_than_the_limit_is_refused():
    bomb = with_part("word/media/x.xml", b"\0" * (11 * 1024 * 1024))
    assert len(bomb) < 100_000
    with pytest.raises(InputError, match="unpacks to over 10 MiB"):
        read(bomb)


def test_no_more_is_unpacked_than_a_part_declares():
    size = 9 * 1024 * 1024
    body = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'.ljust(size)
    liar = with_part("word/document.xml", body).replace(size.to_bytes(4, "little"), (200).to_bytes(4, "little"))
    with pytest.raises(InputError, match="cannot be read") as refused:
        read(liar)
    assert isinstance(refused.value.__cause__, zipfile.BadZipFile)


def test_entities_of_a_document_are_not_expanded():
    body = (
        b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        b"<w:t>They laughed. &b; &f;</w:t></w:r></w:p></w:body></w:document>"
    )
    try:
        text = read(with_part("word/document.xml", body)).text
    except InputError as error:
        text = str(error)
    assert "haha" not in text
    assert "root:" not in text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (packed(a="1"), "is an archive, but no Word document"),
        (packed(**{"word/document.xml": "1"}), "cannot be read"),
        (saved(of("One."))[:-200], "damaged archive"),
        (with_part("word/document.xml", b"<w:document"), "cannot be read"),
        (packed(**{"word/document.xml": "1"} | {f"{n}": "" for n in range(2500)}), "an archive of 2501 files"),
        (saved(of()), "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "old kind"),
        (b"{\\rtf1\\ansi The ministry said so.}", "RTF"),
    ],
)
def test_what_is_no_document_is_one_clear_line(run, tmp_path, data, says):
    file = tmp_path / "story.docx"
    file.write_bytes(data)
    done = run("compare", file)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert says in done.stderr.decode()
