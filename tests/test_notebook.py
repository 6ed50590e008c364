"""A comparison in a notebook: a fragment that neither acts nor changes the page, and an example that runs."""

import re

import nbformat
import pytest
from nbclient import NotebookClient

from readoutdiff import compare, read_file
from tests.browser import opened
from tests.comparisons import demo, three_sides
from tests.conftest import SAMPLES
from tests.hostile import ACTING, hostile
from tests.test_html import Outline

NOTEBOOK = SAMPLES / "claims.ipynb"
TAGS = {"div", "p", "table", "thead", "tbody", "tr", "th", "td", "br", "span", "em", "small"}
STYLE = "text-align: left; vertical-align: top"


def checked(comparison):
    """The fragment, whose elements are all closed, with nothing in it that loads, acts or changes anything around it."""
    fragment = comparison._repr_html_()
    outline = Outline(fragment)
    assert outline.open == []
    assert set(outline.tags) <= TAGS
    allowed = {"style": {STYLE}, "class": {"tex2jax_ignore mathjax_ignore"}, "dir": {"auto"}}
    for _, name, value in outline.attributes:
        assert name in ("title", "colspan") or value in allowed[name]
    return fragment, " ".join(" ".join(outline.words).split())


@pytest.mark.parametrize("comparison", [demo(), three_sides()], ids=["two", "three"])
def test_the_topics_are_a_table(comparison):
    fragment, told = checked(comparison)
    assert fragment.count("<tr>") == len(comparison.topics) + 1
    assert all(topic.label in told for topic in comparison.topics)
    assert all(party.name in told for party in comparison.parties)
    assert "Silence proves nothing" in told
    rows = fragment.split("<tr>")[1:]
    spans = [re.findall(r'colspan="(\d+)"', row) for row in rows[1:]]
    assert all(sum(map(int, row)) == len(comparison.parties) for row in spans)


def test_it_is_compact():
    assert len(demo()._repr_html_()) < 10_000


def test_no_comparison_says_why():
    _, told = checked(compare(read_file(str(SAMPLES / "one-account" / "article.txt"))))
    assert told.startswith("Only New Zealand's account")


@pytest.mark.parametrize("text", ACTING.values(), ids=ACTING)
def test_hostile_text_is_legible_and_acts_nowhere(text):
    fragment, _ = checked(hostile(text))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ud800-\udfff]", fragment)


def test_nothing_of_it_runs_in_a_page(chromium, tmp_path):
    file = tmp_path / "cell.html"
    body = "".join(hostile(text)._repr_html_() for text in ACTING.values())
    head = "<!doctype html><html lang=en><meta charset=utf-8><title>x</title><link rel=icon href=data:,>"
    file.write_text(f"{head}<body>{body}", encoding="utf-8")
    with opened(chromium, file) as page:  # fails on any dialog, request or complaint
        assert "<script>alert(1)</script>" in page.inner_text("body")
        assert page.locator("table").count() == len(ACTING)


def test_the_example_runs(monkeypatch):
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")
    book = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(book, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(SAMPLES)}}).execute()
    outputs = [output for cell in book.cells if cell.cell_type == "code" for output in cell.outputs]
    assert all(output.output_type == "execute_result" for output in outputs)
    assert outputs[0].data["text/html"].startswith("<div ")
    assert "Nigeria" in outputs[0].data["text/html"]
    assert outputs[-1].data["text/plain"] in ("True", "np.True_")


def test_the_example_is_kept_without_outputs():
    book = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(book)
    cells = [cell for cell in book.cells if cell.cell_type == "code"]
    assert cells
    assert all(cell.outputs == [] and cell.execution_count is None for cell in cells)
