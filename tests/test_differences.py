"""What two accounts of a shared point put differently, and what only looks so."""

import json
import tomllib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readoutdiff import compare, read
from readoutdiff.differences.words import differing
from tests import expected_files, expert_rows
from tests.difference_pairs import FILES, KNOWLEDGE, figures, found_in, measured, passage

KINDS = ("number", "date", "name", "place", "initiator", "polarity", "strength", "qualifier")


def told(left, right, sides=("no", "fi")):
    """(kind, words, words) of each difference between two passages."""
    return found_in({"sides": list(sides), "left": left, "right": right})


def test_the_labelled_pairs_hold_their_floors(capsys):
    pooled: Counter[str] = Counter()
    for path in FILES[:4]:
        counts, _ = measured(path)
        pooled += counts
    precision, recall = figures(pooled)
    with capsys.disabled():
        print(f"\ndifferences: precision {precision:.2f} recall {recall:.2f} of {pooled['right'] + pooled['missed']}")
    assert precision >= 0.95
    assert recall >= 0.85


def test_there_are_enough_pairs_of_every_kind():
    pairs = [pair for path in FILES for pair in tomllib.loads(path.read_text(encoding="utf-8"))["pair"]]
    labels = Counter(label["kind"] for pair in pairs for label in pair["differences"])
    assert len(pairs) >= 60
    assert set(labels) == set(KINDS) and min(labels.values()) >= 12
    assert sum(not pair["differences"] for pair in pairs) >= 20


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The leaders agreed on a loan of $600bn.", "The leaders agreed on a loan of 600 billion dollars."),
        ("The pause will last two weeks.", "The pause will last 14 days."),
        ("Half of the grain was shipped.", "50 per cent of the grain was shipped."),
        ("They agreed to meet again on 9 May.", "They agreed to meet again on the ninth of May."),
        ("Norway supports not only the tunnel but also the bridge.", "Norway supports the tunnel and the bridge."),
        ("Norway supports the plan, which has not been published.", "Norway supports the plan."),
        ("At least 5,000 soldiers will be trained.", "No less than 5,000 soldiers will be trained."),
        ("Envoy Kari Vinje will head the mission.", "Envoy K. Vinje will head the mission."),
        ("Tariffs on grain will fall.", "Tariffs on grain will be cut in March."),
        ("Norway backs Vision 2030 for the tunnel.", "Norway backs the plan for the tunnel by 2027."),
        ("Two thousand five hundred tonnes of grain were sent.", "2,500 tonnes of grain were sent."),
        ("Half a dozen ships were sent.", "Six ships were sent."),
        ("The work ends within a fortnight.", "The work ends within 14 days."),
    ],
)
def test_the_same_in_other_words_is_no_difference(left, right):
    assert told(left, right) == []


def test_a_difference_is_told_with_its_words_on_either_side():
    assert told("The leaders discussed a loan of 40 million euros.", "The leaders agreed on a loan of €60 million.") == [
        ("number", "40 million euros", "€60 million"),
        ("strength", "discussed", "agreed"),
    ]


def test_a_denial_stands_against_what_it_denies():
    assert told("Norway will not close the tunnel.", "Norway will close the tunnel.") == [("polarity", "will not close", "will close")]


def test_the_united_states_is_no_verb():
    left = "Norway stressed that ties of the United States with Europe hold."
    assert told(left, "Ties of the United States with Europe hold, it was emphasised.", ("us", "no")) == []


def test_a_verb_of_a_relative_clause_tells_no_strength():
    left = "The leaders agreed to respond together to the yellow dust that covered both countries last week."
    right = "The leaders discussed the yellow dust that covered both countries last week."
    assert told(left, right) == [("strength", "agreed", "discussed")]


def test_no_before_a_noun_denies_its_verb():
    assert told("No agreement was reached on the tunnel.", "An agreement was reached on the tunnel.")[0][0] == "polarity"


def test_an_energy_and_infrastructure_ceasefire_is_no_energy_infrastructure_ceasefire():
    found = told(
        "The leaders agreed to an energy and infrastructure ceasefire.", "The leaders agreed to an energy infrastructure ceasefire."
    )
    assert found == [("qualifier", "energy and infrastructure ceasefire", "energy infrastructure ceasefire")]


@given(st.integers(2, 9_000), st.integers(2, 9_000))
def test_two_amounts_differ_if_they_are_not_equal(one, other):
    found = told(f"They agreed to store {one:,} tonnes of grain.", f"They agreed to store {other:,} tonnes of grain.")
    assert bool(found) == (abs(one - other) > 0.02 * max(one, other))


@given(st.sampled_from([pair for path in FILES for pair in tomllib.loads(path.read_text(encoding="utf-8"))["pair"]]))
def test_turning_the_sides_round_turns_the_differences_round(pair):
    turned = {"sides": pair["sides"][::-1], "left": pair["right"], "right": pair["left"]}
    assert sorted(found_in(turned)) == sorted((kind, right, left) for kind, left, right in found_in(pair))


OSLO = "The President asked for the opening of the tunnel on 9 May. The leaders discussed a loan of 40 million euros for the tunnel."
HELSINKI = "It was agreed to open the tunnel on 12 May. The leaders agreed on a loan of 60 million euros for the tunnel."


def test_shared_topics_have_their_differences_and_the_spans_are_exact():
    compared = compare(read(OSLO, role="readout", party="no"), read(HELSINKI, role="readout", party="fi"))
    texts = {d.id: d.text for d in compared.documents}
    found = {
        (d.kind, *(texts[r.document][r.start : r.end] for r in d.values.values())) for t in compared.topics for d in t.differences
    }  # fmt: skip
    assert ("date", "9 May", "12 May") in found
    assert ("number", "40 million euros", "60 million euros") in found
    answer = json.loads(compared.to_json())
    values = [d["values"] for t in answer["topics"] for d in t["differences"]]
    assert values and all(set(v) == {"document", "start", "end", "normal"} for value in values for v in value.values())


@pytest.mark.parametrize("rung", differing(KNOWLEDGE).words.rung, ids=lambda rung: rung.name)
def test_a_rung_is_found_in_its_example(rung):
    from readoutdiff.differences.strength import find_verbs

    assert [item.value for item in find_verbs(passage(rung.example, "no", ["no", "fi"]), ())] == [rung.name]


@pytest.mark.parametrize("qualifier", differing(KNOWLEDGE).words.qualifier, ids=lambda qualifier: qualifier.words[0])
def test_a_qualifier_is_found_in_its_example(qualifier):
    from readoutdiff.differences.qualifying import find_qualified

    number = differing(KNOWLEDGE).words.qualifier.index(qualifier)
    assert f"{number}+" in [item.value for item in find_qualified(passage(f"They want {qualifier.example}.", "no", ["no", "fi"]))]


def test_the_rows_of_expert_tables_are_found_or_named_as_missed():
    expected_files.check("expert-rows", expert_rows.table())


@pytest.mark.parametrize(
    "text",
    [
        "The ministers spoke today. Finland requested two helicopters from Norway for the rescue.",
        "The ministers spoke today. At Norway's request, Finland will send two ambulances.",
        "The Prime Minister of Finland initiated a new programme for schools.",
    ],
)
def test_who_asked_for_something_else_has_not_asked_for_the_call(text):
    helsinki = read(text, role="readout", party="fi")
    assert compare(read(OSLO, role="readout", party="no"), helsinki).asked == {}


def test_who_asked_for_the_call_is_told_by_each_readout_that_says_so():
    oslo = "The Prime Minister spoke today with the Prime Minister of Finland, at Finland's request. They discussed the tunnel."
    helsinki = "The call took place at the initiative of the Norwegian side. The prime ministers discussed the tunnel."
    compared = compare(read(oslo, role="readout", party="no"), read(helsinki, role="readout", party="fi"))
    assert {side: reading.normal for side, reading in compared.asked.items()} == {"no": "fi", "fi": "no"}
