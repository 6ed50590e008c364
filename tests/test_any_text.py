"""Whatever the text: nothing breaks, every character keeps its place, and time grows with length."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readoutdiff import compare, label, read
from tests.conftest import ROOT
from tests.monotonous import MONOTONOUS, name

WORDS = """the a his her its their both it he she they who which that and but while by of for with from in on to as
Peru Peruvian Lima Kremlin Russia Russian Moscow Taliban EU Mr Ms President Prime Minister foreign minister ministry spokesman
spokeswoman for the readout statement communiqué account post two sides leaders office presidency Lund Ana Prado Xi Jinping de al-Sisi
said told added according to was quoted as saying noted wrote asked made no mention of did not say reportedly also agreed stressed
call Monday May 2025 last week “ ” " ' ’ ‘ « » . , ; : — – - ( ) ? ! … • > 9:40"""
TEXTS = st.lists(st.sampled_from([*WORDS.split(), "\n", "\n\n"]), min_size=1, max_size=60).map(" ".join).filter(str.strip)
SIDES = st.sampled_from([None, ["pe", "ru"], ["pe"], ["af", "eu", "ru"]])


@settings(max_examples=300, deadline=None)
@given(TEXTS, SIDES)
def test_grammar_in_any_order(text, sides):
    check(label(read(text, language="en"), sides=sides))


BEFORE = """Norway and Sweden spoke by phone on Monday about the ferry, the ministries said.

The Norwegian text has three points on crab and fish and on the ferry that sails at dawn from Oslo to the islands in the north. """
STORIES = [path.read_text(encoding="utf-8").split() for path in sorted(ROOT.glob("tests/stories/round-*/*/article.txt"))]


@st.composite
def torn_off(draw):
    """A stretch of a story that breaks off after any word."""
    words = draw(st.sampled_from(STORIES))
    first = draw(st.integers(0, len(words) - 1))
    return " ".join(words[first : first + draw(st.integers(1, 30))]).rstrip('.,;:!?"”')


@settings(max_examples=300, deadline=None)
@given(torn_off())
@example("One of them")
@example("The third of them")
@example("Norway rejected the plan in September")
@example("For Prime Minister Ana Lund")
def test_a_text_may_break_off_anywhere(end):
    check(label(read(BEFORE + end, language="en"), sides=["no", "se"]))


@settings(max_examples=150, deadline=None)
@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_any_characters(text):
    check(label(read(text, language="en"), sides=["pe", "ru"]))


def check(labelled):
    """Segments are in order and cover all but white space; spans lie in the text; the JSON can be written."""
    (document,) = labelled.documents
    at = 0
    for segment in labelled.segments:
        assert segment.start < segment.end
        assert not document.text[at : segment.start].strip()
        at = segment.end
        for stretch in (segment.source, segment.cue, *segment.content):
            assert stretch is None or 0 <= stretch.start < stretch.end <= len(document.text)
        assert (segment.tier is not None) == (segment.role == "statement") == bool(segment.parties)
    assert not document.text[at:].strip()
    json.loads(labelled.to_json())


@pytest.mark.parametrize(
    "text",
    [
        '"' * 100_000,
        "“so " * 50_000,
        "".join(f"so “cold ‘{name(i)} \"it 'was «so " for i in range(5_000)),
        " ".join(f"Prime Minister Abe {name(i)} said it was cold." for i in range(10_000)),
        "." * 100_000,
        "cold. (" + "A" * 390 + "!\n" * 20,
        "1" + "A" * 55 + " 2025\n" * 50,
        "Jane" * 10_000 + " in Oslo",
        "a, " * 50_000,
        "spokesman for the ministry of " * 5_000,
        "Peru and " * 20_000,
        "a" * 300_000,
        "a'" * 100_000,
        " \n" * 200_000 + "x",
        "• cold\n" * 20_000,
    ],
    ids=lambda text: text[:12],
)
def test_texts_that_nobody_wrote(text):
    labelled = label(read(text, language="en"), sides=["pe", "ru"])
    assert "".join(labelled.text_of(s) for s in labelled.segments).split() != []


@pytest.mark.parametrize("what", MONOTONOUS)
def test_two_texts_of_one_thing_are_compared(what):
    text = MONOTONOUS[what](300)
    assert compare(*(read(text, language="en", role="readout", party=party) for party in ("pe", "ru"))).outcome == "compared"


def test_marks_alone_are_no_sentence():
    text = "Peru spoke with Russia. . . . The ferry was late. ? ! It left."
    assert [text[s.start : s.end] for s in label(read(text, language="en")).segments] == [
        "Peru spoke with Russia. . . .", "The ferry was late. ? !", "It left.",
    ]  # fmt: skip


def test_a_name_that_ends_the_text():
    assert label(read(f"{'the ' * 24}. Lund", language="en"), sides=["pe", "ru"]).segments


def test_a_name_right_before_a_quotation_has_no_reporting_words():
    labelled = label(
        read("Peru and Russia spoke, and Ida Hartnett came. Hartnett “offered two flights and a ship”.", language="en"), sides=["pe", "ru"]
    )
    check(labelled)
    assert [labelled.text_of(s.source) for s in labelled.segments if s.source][-1:] == ["Hartnett"]
    assert all(s.cue is None for s in labelled.segments)
