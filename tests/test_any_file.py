"""Whatever the bytes: a document or one clear error; and a kind whose extra is missing is named with what installs it."""

import io
import subprocess
import sys

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readoutdiff import ReadoutdiffError, read
from tests.conftest import DEMO
from tests.same_story import site

ARCHIVE = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="a"\r\n\r\n--a\r\nContent-Type: text/html\r\n\r\n'
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 96>>stream
BT /F 12 Tf 20 150 Td (The two ministers spoke of fish, the ministry said.) Tj 0 -14 Td (They did.) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
"""


def word():
    """A document of Word."""
    stream, document = io.BytesIO(), docx.Document()
    document.add_paragraph("The two ministers spoke of fish, the ministry said.")
    document.save(stream)
    return stream.getvalue()


WHOLE = (PDF, word(), site("newspaper").encode(), ARCHIVE + site("ministry").encode() + b"\r\n--a--\r\n", DEMO.read_bytes())
BEGINNINGS = st.sampled_from(
    [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"PK\x03\x04", b"%PDF-1.7\n", b"<html><body>", b"<?xml ", b"<p>",
     b"<!DOCTYPE html><meta charset=", b"{\\rtf", ARCHIVE]
)  # fmt: skip


def is_read_or_refused(data, **options):
    """Any other exception fails the test."""
    try:
        document = read(data, **options)
    except ReadoutdiffError as error:
        assert str(error)
        assert "\n" not in str(error)
    else:
        assert document.text.strip()


def test_what_is_damaged_below_is_whole_here():
    for data in WHOLE:
        assert "minister" in read(data).text


@settings(max_examples=300, deadline=None)
@given(BEGINNINGS, st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16", "windows-1252", "shift_jis", "utf-7", "idna"]))
def test_any_bytes(beginning, rest, encoding):
    is_read_or_refused(beginning + rest, encoding=encoding)


@settings(max_examples=200, deadline=None)
@given(BEGINNINGS, st.text(max_size=300), st.sampled_from(["utf-8", "utf-16", "utf-32", "windows-1251", "gb18030", "cp437"]))
def test_any_characters(beginning, text, encoding):
    is_read_or_refused(beginning + text.encode(encoding, "replace"))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(WHOLE), st.floats(0, 1), st.integers(0, 40), st.binary(max_size=40))
def test_any_damage(data, place, length, other):
    at = int(place * len(data))
    is_read_or_refused(data[:at] + other + data[at + length :])


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(WHOLE), st.floats(0, 1))
def test_any_part_of_a_file(data, share):
    is_read_or_refused(data[: int(share * len(data))])


@pytest.mark.parametrize(
    ("module", "extra", "data"),
    [("trafilatura", "web", WHOLE[2]), ("trafilatura", "web", WHOLE[3]), ("docx", "docx", WHOLE[1]), ("pypdfium2", "pdf", PDF)],
)
def test_a_missing_extra_is_named_with_what_installs_it(module, extra, data):
    command = (
        f"import sys; sys.modules['{module}'] = None; sys.argv = ['readoutdiff', 'compare', '-']; from readoutdiff.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", command], input=data, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert f"for which an extra is missing; pip install 'readoutdiff[{extra}]'" in done.stderr.decode()


def test_plain_text_loads_nothing_that_it_does_not_need():
    command = f"import sys; from readoutdiff import read_file; read_file({str(DEMO)!r}); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", command], capture_output=True, timeout=60, check=True).stdout.decode().split()
    for module in ("chardet", "zipfile", "email", "lxml", "trafilatura", "docx", "pypdfium2", "logging"):
        assert module not in loaded
    own = {name.rpartition(".")[2] for name in loaded if name.startswith("readoutdiff.reading.")}
    assert own == {"content", "decoding", "file", "kinds"}
