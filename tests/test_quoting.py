"""A student's quotation beside the evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readoutdiff.exercise.quoting import look_up

HELD = "The minister said that 18,000 tonnes would not be held back, and that no ship can’t sail before 9 May."


@pytest.mark.parametrize(
    ("told", "score"),
    [
        ("18,000 tonnes would not be held back", 1.0),
        ("18 000 TONNES “would not” be held back!", 1.0),
        ("28,000 tonnes would not be held back", None),  # another figure
        ("18,000 tonnes would be held back, and", None),  # a denial less
        ("18,000 tonnes would never not be held back", None),  # one more
        ("He wrote:\n18,000 tonnes would not be held back", 1.0),
        ("tonnes would not be", 0.0),  # four words
        ("the weather in the capital was fine", 0.0),
        ("", 0.0),
    ],
)
def test_what_is_found(told, score):
    assert look_up(told, [HELD]) == score


def test_a_short_passage_may_be_quoted_whole():
    assert look_up("Costs would be split.", ["Costs would be split."]) == 1.0


@given(
    st.lists(st.sampled_from(["the", "quota", "for", "cod", "is", "not", "40", "or", "50", "tonnes", "in", "may"]), min_size=5, max_size=20)
)
def test_all_of_a_passage_is_always_found(words):
    assert look_up(" ".join(words), [" ".join(words)]) == 1.0
