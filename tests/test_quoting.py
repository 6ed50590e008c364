"""A student's quotation beside the evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readoutdiff.exercise.quoting import look_up

HELD = "The minister said that 18,000 tonnes would not be held back, and that no ship can’t sail before 9 May."


@pytest.mark.parametrize(
    ("told", "looked"),
    [
        ("18,000 tonnes would not be held back", "found"),
        ("18 000 TONNES “would not” be held back!", "found"),
        ("28,000 tonnes would not be held back", "like"),  # another figure
        ("18,000 tonnes would be held back, and", "like"),  # a denial less
        ("18,000 tonnes would never not be held back", "like"),  # one more
        ("He wrote:\n18,000 tonnes would not be held back", "found"),
        ("tonnes would not be", "short"),  # four words
        ("tonnes could not be", "foreign"),  # no words of it
        ("It is clear:\ntonnes would not be", "short"),
        ("18,000 tonnes would not be held back; in the article", "found"),
        ("nothing of the kind was said; and 18,000 tonnes would not be held back", "found"),
        ("the weather in the capital was fine", "foreign"),
        ("", "foreign"),
    ],
)
def test_what_is_found(told, looked):
    assert look_up(told, [HELD]) == looked


def test_a_semicolon_may_be_of_the_text():
    held = "The quota stays; no boat sails before the ninth."
    assert look_up("quota stays; no boat sails", [held]) == "found"
    assert look_up("The quota stays; the weather in the capital was fine", [held]) == "short"


def test_a_short_passage_may_be_quoted_whole():
    assert look_up("Costs would be split.", ["Costs would be split."]) == "found"


@given(
    st.lists(st.sampled_from(["the", "quota", "for", "cod", "is", "not", "40", "or", "50", "tonnes", "in", "may"]), min_size=5, max_size=20)
)
def test_all_of_a_passage_is_always_found(words):
    assert look_up(" ".join(words), [" ".join(words)]) == "found"
