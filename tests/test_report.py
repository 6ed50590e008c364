"""Whole reports, as text that a person can read."""

import pytest

from readoutdiff import compare, read_file
from readoutdiff.render.drawing import Style
from readoutdiff.render.terminal import render_text
from tests.conftest import SAMPLES
from tests.expected_files import check
from tests.test_verdicts import FESTIVAL, FISHERIES, readouts

LANGUAGES = {"en": "English"}


@pytest.mark.parametrize("width", [72, 100, 160])
def test_the_demo_story(story, width):
    check(f"demo-{width}", render_text(story, Style(width, False), LANGUAGES))


def test_the_demo_story_piped(story):
    check("demo-piped", render_text(story, Style(None, False), LANGUAGES))


def test_the_demo_story_in_ascii(story):
    report = render_text(story, Style(100, False, ascii_only=True, encoding="ascii"), LANGUAGES)
    assert report.isascii()
    check("demo-ascii", report)


def test_two_readouts():
    folder = SAMPLES / "lagos-brasilia-readouts"
    documents = [read_file(str(folder / f"{party}.txt"), role="readout", party=party) for party in ("ng", "br")]
    check("readouts-120", render_text(compare(*documents), Style(120, False), LANGUAGES))


def test_one_account():
    check("one-account", render_text(compare(read_file(str(SAMPLES / "one-account" / "article.txt"))), Style(100, False), LANGUAGES))


def test_colour_changes_no_word(story):
    import re

    plain = render_text(story, Style(100, False), LANGUAGES)
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", render_text(story, Style(100, True), LANGUAGES))
    assert [line.rstrip() for line in coloured.splitlines()] == plain.splitlines()


def test_an_article_is_never_said_to_omit(story):
    report = render_text(story, Style(None, False), LANGUAGES)
    assert "omit" not in report
    assert "as this article reports it" in report
    assert "Silence proves nothing" in report


def test_a_readout_is_named_as_one():
    two = readouts(f"They discussed quotas for herring and mackerel.\n\n{FESTIVAL}", "\n\n".join(FISHERIES))
    report = render_text(two, Style(None, False), LANGUAGES)
    assert "only in Norway's readout" in report
    assert "article" not in report
