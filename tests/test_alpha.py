"""Krippendorff's alpha: his own examples, another program's figures, and what must hold of any data."""

import krippendorff
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from readoutdiff.exercise.alpha import alpha, pairable

# K. Krippendorff, 'Computing Krippendorff's Alpha-Reliability' (2011): two observers of ten units with two values, two of twelve
# with five, four of twelve with values missing; a row an observer, a point where none was given
BINARY = ("0100000010", "1110010000")
NOMINAL = ("aabbdcccedda", "babbbccceddd")
MISSING = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def units(rows):
    """The values of each unit, from rows of observers."""
    return [[value for value in unit if value != "."] for unit in zip(*rows, strict=True)]


@pytest.mark.parametrize(
    ("rows", "values", "published"), [(BINARY, 20, 0.095), (NOMINAL, 24, 0.692), (MISSING, 40, 0.743)], ids=["binary", "nominal", "missing"]
)
def test_the_published_examples(rows, values, published):
    found = alpha(units(rows))
    assert found is not None
    assert round(found, 3) == published
    assert pairable(units(rows)) == values


DATA = st.lists(st.lists(st.sampled_from("abcd"), max_size=7), min_size=1, max_size=12)


@given(DATA)
def test_another_program_finds_the_same(data):
    kept = [unit for unit in data if len(unit) > 1]
    assume(len({value for unit in kept for value in unit}) > 1)
    counts = [[unit.count(value) for value in "abcd"] for unit in data]
    assert alpha(data) == pytest.approx(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"), abs=1e-4)


@given(DATA, st.randoms())
def test_neither_the_order_of_units_nor_that_of_raters_matters(data, chance):
    mixed = [chance.sample(unit, len(unit)) for unit in chance.sample(data, len(data))]
    assert alpha(mixed) == alpha(data)


@given(DATA)
def test_what_stands_alone_changes_nothing(data):
    assert alpha([*data, ["a"], []]) == alpha(data)


@pytest.mark.parametrize("data", [[], [[]], [["a"], ["b"]], [["a", "a"], ["a", "a", "a"]]])
def test_where_no_two_values_differ_nothing_is_known(data):
    assert alpha(data) is None


def test_values_of_other_strata_are_no_chance_of_agreement():
    """Two sets of options on each of which raters agree by halves: thrown together they would seem to agree far more."""
    one, other = [["a", "a"], ["b", "b"], ["a", "b"], ["b", "a"]], [["c", "c"], ["d", "d"], ["c", "d"], ["d", "c"]]
    assert alpha(one) == alpha(other) == alpha(one, other) == 0.125  # 1 - 7 * 4 / 32
    assert alpha(one + other) == 0.375  # 1 - 15 * 8 / 192
