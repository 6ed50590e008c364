"""Claims as CSV: the same cells in whatever reads them, and no cell that acts."""

import csv
import io
import re
from xml.etree import ElementTree

import duckdb
import pandas
import pytest

from readoutdiff import compare, read
from readoutdiff.records import COLUMNS
from readoutdiff.render.csv import harmless, render_csv
from readoutdiff.render.visible import visible
from tests.comparisons import demo
from tests.hostile import ACTING, FORMULAS, hostile

AWKWARD = 'Café "Zoë", so to say; a line\nbreak there, Привет, 平静 and 1,5\u00a0m'
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
COMMA, QUOTE, UTF8 = 44, 34, 76


@pytest.fixture(scope="module")
def awkward():
    said = f"The night train runs at dawn with {AWKWARD} on board."
    return compare(
        read(f"Norway spoke with Sweden.\n\n{said}", role="readout", party="no", name='Zoë, "final".txt', language="en"),
        read(f"Sweden spoke with Norway.\n\n{said}", role="readout", party="se", name="é.txt", language="en"),
    )


def cells(comparison):
    """The cells that a reader is to find, as text."""
    told = [[visible(v) if isinstance(v, str) else v for v in r.values()] for r in comparison.records()]
    return [["" if v is None else str(v).lower() if isinstance(v, bool) else str(v) for v in row] for row in told]


def test_it_is_utf_8_with_a_mark_and_lines_as_the_standard_has_them(awkward):
    data = render_csv(awkward)
    assert data.startswith(b"\xef\xbb\xbftopic,label,verdict,")
    assert data.endswith(b"\r\n")
    outside = re.sub(r'"(?:[^"]|"")*"', "", data.decode("utf-8-sig"))
    assert "\n" not in outside.replace("\r\n", "")
    assert outside.count("\r\n") == len(awkward.records()) + 1


def test_pythons_reader(awkward):
    head, *rows = csv.reader(io.StringIO(render_csv(awkward).decode("utf-8-sig"), newline=""))
    assert tuple(head) == COLUMNS
    assert rows == cells(awkward)
    assert AWKWARD in "".join(rows[0])


def test_pandas(awkward):
    frame = pandas.read_csv(io.BytesIO(render_csv(awkward)), dtype=str, keep_default_na=False)
    assert [list(row) for row in frame.itertuples(index=False)] == cells(awkward)
    typed = pandas.read_csv(io.BytesIO(render_csv(awkward)))
    assert typed["start"].tolist() == [r["start"] for r in awkward.records()]
    assert typed["share"].tolist() == [r["share"] for r in awkward.records()]
    assert typed["corrected"].dtype == bool


def test_duckdb(awkward, tmp_path):
    path = tmp_path / "claims.csv"
    path.write_bytes(render_csv(awkward))
    rows = duckdb.read_csv(str(path), all_varchar=True, header=True).fetchall()
    assert [["" if value is None else value for value in row] for row in rows] == cells(awkward)
    ((counted,),) = duckdb.read_csv(str(path)).aggregate('sum("end" - start)').fetchall()
    assert counted == sum(r["end"] - r["start"] for r in awkward.records())


def sheet(office, path, types=""):
    """The cells as LibreOffice Calc shows them, and all formulas in them."""
    made = ElementTree.parse(office(path, "fods", reads=f"CSV:{COMMA},{QUOTE},{UTF8},1,{types},0,false,true"))
    rows = []
    for row in made.iter(f"{TABLE}table-row"):
        line = []
        for cell in row.iter(f"{TABLE}table-cell"):
            told = "\n".join(_paragraph(p) for p in cell.iter(f"{TEXT}p"))
            line += [told] * int(cell.get(f"{TABLE}number-columns-repeated", "1"))
        rows += [line]
    return rows, [cell for cell in made.iter(f"{TABLE}table-cell") if cell.get(f"{TABLE}formula")]


def _paragraph(element):
    told = element.text or ""
    for part in element:
        told += {f"{TEXT}s": " " * int(part.get(f"{TEXT}c", "1")), f"{TEXT}tab": "\t"}.get(part.tag, "".join(part.itertext()))
        told += part.tail or ""
    return told


def test_libreoffice(office, awkward, tmp_path):
    path = tmp_path / "claims.csv"
    path.write_bytes(render_csv(awkward))
    rows, formulas = sheet(office, path, types="/".join(f"{n}/2" for n in range(1, len(COLUMNS) + 1)))
    assert formulas == []
    told = [row[: len(COLUMNS)] for row in rows[: len(awkward.records()) + 1]]
    assert told == [list(COLUMNS), *cells(awkward)]


def test_no_formula_in_libreoffice(office, tmp_path):
    """Read as a user would, with the types told from the cells."""
    path = tmp_path / "claims.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([[harmless(text), "x"] for text in FORMULAS])
    rows, formulas = sheet(office, path)
    assert formulas == []
    assert [row[0].lstrip("'").strip() for row in rows[: len(FORMULAS)]] == [visible(text).strip() for text in FORMULAS]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_would_be_a_formula_is_text(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["1 = 1", "a-b", "", "x@y", "–1", "5 %", "'=1"])
def test_all_else_stays_as_it_is(text):
    assert harmless(text) == text


@pytest.mark.parametrize("text", [*ACTING.values(), *FORMULAS], ids=[*ACTING, *map(repr, FORMULAS)])
def test_hostile_text_is_legible_and_acts_nowhere(text):
    comparison = hostile(text)
    data = render_csv(comparison).decode("utf-8-sig")
    assert not re.search("[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]", data)
    head, *rows = csv.reader(io.StringIO(data, newline=""))
    assert all(harmless(cell) == cell for row in rows for cell in row)
    place = head.index("sentence")
    assert [row[place].lstrip("'") for row in rows] == [visible(r["sentence"]).lstrip("'") for r in comparison.records()]


def test_an_empty_table_has_its_head():
    data = render_csv(compare(read("It rained.")))
    assert data.decode("utf-8-sig") == ",".join(COLUMNS) + "\r\n"


def test_a_story_as_a_frame():
    story = demo()
    frame = pandas.DataFrame(story.records())
    assert list(frame.columns) == list(COLUMNS)
    assert set(frame.groupby("verdict").topic.nunique().items()) == {("shared", 2), ("possible", 3), ("one_sided", 3), ("outlet_only", 1)}
