"""Quotations are found in every style, and sentences never cut through one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readoutdiff.lexicon.knowledge import load
from readoutdiff.text.quotations import find_quotations
from readoutdiff.text.sentences import split_inside, split_sentences

ABBREVIATIONS = load().abbreviations


def sentences(text):
    quotations = find_quotations(text, 0, len(text))
    return [text[a:b] for a, b in split_sentences(text, 0, len(text), quotations, ABBREVIATIONS)]


def quotations(text):
    return [text[q.start : q.end] for q in find_quotations(text, 0, len(text))]


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "''", "«»", "„“", "„”", "「」"])
def test_a_quotation_is_found_in_every_style_of_mark(marks):
    quoted = f"{marks[0]}the ferry will sail at dawn{marks[1]}"
    assert quotations(f"The minister said {quoted} and left.") == [quoted]


def test_apostrophes_open_and_close_nothing():
    assert quotations("Norway’s and Sweden's ministers’ talks weren’t long.") == []


def test_a_single_quotation_runs_past_a_plural_possessive():
    quoted = "‘the ministers’ ferry will sail’"
    assert quotations(f"He spoke of {quoted}, he said.") == [quoted]


def test_a_curly_opening_may_be_closed_by_a_straight_mark():
    text = 'He called it “a good start" and left. The ferry sailed.'
    assert quotations(text) == ['“a good start"']


def test_a_stray_mark_is_no_quotation():
    assert quotations('The boat is 12" long and the ferry longer.') == []


def test_a_quotation_left_open_goes_to_the_end_of_its_paragraph():
    assert quotations("“We talked. We agreed.") == ["“We talked. We agreed."]


def test_a_sentence_without_end_is_cut_between_words():
    text = ("They spoke of cod, " * 600).strip()
    pieces = sentences(text)
    assert len(pieces) == 3
    assert all(len(piece) <= 4000 for piece in pieces)
    assert " ".join(pieces) == text


def test_an_inner_quotation_belongs_to_the_outer_one():
    text = "“The minister called it ‘a start’ and left,” it said."
    assert quotations(text) == ["“The minister called it ‘a start’ and left,”"]


def test_a_quotation_of_three_sentences_is_one_unit():
    text = "“We talked. We agreed. We moved on,” the ministry said. Then it rained."
    assert sentences(text) == ["“We talked. We agreed. We moved on,” the ministry said.", "Then it rained."]


def test_a_question_in_quotation_marks_keeps_its_speaker():
    text = "“Will it sail?” Ms Lund asked. Nobody knew."
    assert sentences(text) == ["“Will it sail?” Ms Lund asked.", "Nobody knew."]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Lund met the U.S. envoy on Sept. 4 in Oslo.",
        "The ferry, No. 3 of its class, cost $1.5 million.",
        "J. R. Lund spoke with Б. Нетаньяху by phone.",
        "Vice-Adm. Lund said so.",
    ],
)
def test_stops_within_a_sentence(text):
    assert sentences(text) == [text]


def test_the_next_sentence_may_open_with_a_quotation():
    assert sentences("The ferry sailed. “At last,” he said.") == ["The ferry sailed.", "“At last,” he said."]


def test_units_are_cut_within_a_quotation_too():
    text = "“We talked of fish. We agreed on gas,” she said."
    assert [text[a:b] for a, b in split_inside(text, 0, len(text), ABBREVIATIONS)] == [
        "“We talked of fish.",
        "We agreed on gas,” she said.",
    ]


@given(st.text(alphabet="ab .?!“”\"'‘’«»\n", max_size=200))
def test_sentences_cover_all_but_white_space(text):
    ranges = split_sentences(text, 0, len(text), find_quotations(text, 0, len(text)), ABBREVIATIONS)
    covered = {i for a, b in ranges for i in range(a, b)}
    assert all(i in covered or text[i].isspace() for i in range(len(text)))
    assert all(a[1] <= b[0] for a, b in pairwise(ranges))


@pytest.mark.parametrize("text", ["3. The ministers agreed.", "12. The ministers agreed."])
def test_the_number_of_an_entry_is_no_sentence(text):
    assert sentences(text) == [text]


def test_a_year_ends_a_sentence():
    assert sentences("It was 2019. The ministers agreed.") == ["It was 2019.", "The ministers agreed."]
