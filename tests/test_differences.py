"""What two accounts of a shared point put differently, and what only looks so."""

import json
import tomllib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readoutdiff import compare, read
from readoutdiff.differences.words import differing
from readoutdiff.render.words import verdict
from tests import expected_files, expert_rows
from tests.difference_pairs import FILES, KNOWLEDGE, figures, found_in, measured, passage
from tests.stories import tell

KINDS = ("number", "date", "name", "place", "initiator", "polarity", "strength", "qualifier")


def told(left, right, sides=("no", "fi")):
    """(kind, words, words) of each difference between two passages."""
    return found_in({"sides": list(sides), "left": left, "right": right})


def test_the_labelled_pairs_hold_their_floors(capsys):
    pooled: Counter[str] = Counter()
    for path in FILES:
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


@pytest.mark.parametrize("denial", ["did not come up", "was not mentioned", "was not touched on", "was not discussed"])
def test_what_one_side_raised_did_not_come_up_for_the_other(denial):
    told = tell(
        "Norway and Sweden spoke by phone on Monday.",
        "The Norwegian ministry said Ms Lund raised the mercury mine at Falun.",
        f"The Swedish ministry said the mercury mine at Falun {denial}.",
    )
    (topic,) = told.topics
    assert "polarity" in [d.kind for d in topic.differences]
    assert verdict(told, topic).startswith("told of by Norway and Sweden")


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


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_text_and_the_same_in_reported_speech_differ_in_nothing(path):
    """But in who asked: 'the President' is another's in each side's text."""
    for pair in tomllib.loads(path.read_text(encoding="utf-8"))["pair"]:
        for text in (pair["left"], pair["right"]):
            reported = text.replace(" will ", " would ").replace(" may ", " might ")
            assert [found for found in told(text, reported, pair["sides"]) if found[0] != "initiator"] == []


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


def differ(left, right):
    """The kinds and words of the differences between two passages of Norway's and Estonia's."""
    return told(left, right, ("no", "ee"))


OPPOSED = differing(KNOWLEDGE).words.opposed


@pytest.mark.parametrize("opposed", OPPOSED, ids=lambda opposed: opposed.one[0])
def test_contrary_directions_differ_in_one_thing_only(opposed):
    assert [kind for kind, *_ in differ(opposed.example, opposed.contrary)] == ["polarity"]
    assert [kind for kind, *_ in differ(opposed.contrary, opposed.example)] == ["polarity"]
    assert "polarity" not in [kind for kind, *_ in differ(opposed.example, opposed.near_miss)]


@pytest.mark.parametrize(("table", "kind"), [("modality", "qualifier"), ("bounds", "qualifier"), ("multiples", "number")])
def test_a_table_tells_its_example_from_its_contrary_and_not_from_its_near_miss(table, kind):
    entry = getattr(differing(KNOWLEDGE).words, table)
    assert [found for found, *_ in differ(entry.example, entry.contrary)] == [kind]
    assert differ(entry.example, entry.near_miss) == []


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("The minister refused to lower ferry tolls.", "The minister lowered ferry tolls.", ("polarity", "refused to lower", "lowered")),
        ("Ferry tolls are to fall.", "Ferry tolls are to rise.", ("polarity", "are to fall", "are to rise")),
        ("They agreed on the closure of the port.", "They agreed on the opening of the port.", ("polarity", "closure", "opening")),
        ("The ferry will sail every day.", "The ferry will sail every week.", ("number", "every day", "every week")),
        ("The ferry met us twice.", "The ferry met us three times.", ("number", "twice", "three times")),
        ("Tolls at the port were doubled.", "Tolls at the port were halved.", ("number", "doubled", "halved")),
        ("Norway will cut tolls by 20 per cent.", "Norway will cut tolls to 20 per cent.", ("number", "by 20 per cent", "to 20 per cent")),
        ("Tolls fell from 20 per cent to 15 per cent.", "Tolls fell to 20 per cent.", ("number", "15 per cent", "20 per cent")),
        ("Norway gave Estonia five ferries.", "Norway gave Estonia six ferries.", ("number", "five ferries", "six ferries")),
        ("The ferries carry 4,500 a year.", "The ferries carry 5,400 a year.", ("number", "4,500 a year", "5,400 a year")),
        ("The fleet of ferries will grow to 25.", "The fleet of ferries will grow to 30.", ("number", "25", "30")),
        ("The ferry leaves from Tallinn for Oslo.", "The ferry leaves from Oslo for Tallinn.",
         ("place", "from Tallinn for Oslo", "from Oslo for Tallinn")),
        ("The minister supports a ferry without tolls.", "The minister supports a ferry with tolls.",
         ("qualifier", "without tolls", "with tolls")),
        ("The sides will meet next month about the ferry.", "The sides may meet next month about the ferry.",
         ("qualifier", "will meet", "may meet")),
        ("Norway would consider sending ferries.", "Norway will send ferries.", ("qualifier", "would consider sending", "will send")),
        ("Only Norway pays for the ferry.", "Norway pays for the ferry.", ("qualifier", "Only Norway", "Norway")),
        ("They agreed in principle on the ferry.", "They agreed on the ferry.", ("qualifier", "agreed in principle", "agreed")),
        ("Norway will lend up to 20 ferries.", "Norway will lend 20 ferries.", ("qualifier", "up to 20 ferries", "20 ferries")),
        ("Norway asked for the call.", "Norway received a call from Estonia.",
         ("initiator", "Norway asked for the call", "received a call from Estonia")),
        ("The Norwegian minister called the Estonian minister today.", "The Estonian minister called the Norwegian minister today.",
         ("initiator", "The Norwegian minister called the Estonian minister", "The Estonian minister called the Norwegian minister")),
    ],
)  # fmt: skip
def test_a_difference_that_turns_on_a_small_word(left, right, found):
    assert differ(left, right) == [found]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Norway will raise tolls on the ferry.", "Estonia will lower tolls on the ferry."),
        ("Norway will raise tolls on rice.", "Norway will lower tolls on wheat."),
        ("Norway raised tolls on the ferry.", "Norway will lower tolls on the ferry."),
        ("Estonia should open the border.", "Estonia will close the border."),
        ("Norway hopes the tolls will be kept.", "The tolls will be lifted."),
        ("Norway will lift the ban after the audit.", "Norway will keep the ban until the audit."),
        ("Norway will buy gas from Estonia.", "Estonia will sell gas to Norway."),
        ("Exports of fish rose.", "Imports of fish fell."),
        ("Norway and Estonia will strengthen ties in energy.", "Ties in energy would be deepened by Norway and Estonia."),
        ("Norway is open to talks on the ferry.", "The talks on the ferry were closed."),
        ("Norway will send the ferry.", "The minister said that Norway would send the ferry."),
        ("Norway will send the ferry.", "Estonia may send the ferry."),
        ("Norway asked whether the ferry will sail.", "The ferry may sail."),
        ("Norway would welcome a ferry to Narva.", "Norway may welcome a ferry to Narva."),
        ("The ministers meet in May about the ferry.", "The ministers may meet about the ferry in May."),
        ("The ferry sails once a week.", "The ferry sails weekly."),
        ("Tolls will fall from 12 to 9 per cent.", "Tolls will fall to nine per cent from 12 per cent."),
        ("Norway welcomes not only the ferry but also the bridge.", "Norway welcomes the ferry and the bridge."),
        ("The only way to Narva is the ferry.", "The way to Narva is the ferry."),
        ("The road from Narva to Paide is shut.", "The road from Paide to Narva is shut."),
        ("They signed with the consent of parliament.", "They signed without the consent of the king."),
        ("Norway called on Estonia to open the port.", "Estonia was called on by Norway to open the port."),
        ("Norway asked Estonia not to close the port.", "Estonia will close the port."),
        ("Norway will not sign the ferry accord before the audit.", "Norway will sign the ferry accord after the audit."),
        ("It is to be a ferry of friendship and not of trade.", "A ferry of trade is to sail."),
        ("The port was opened to ferries.", "The port was closed to ferries."),
        ("Ferries would sail if the ice melted.", "Ferries may sail if the ice melts."),
        ("Ferries can sail once the ice melts.", "Ferries can sail after the ice melts."),
        ("Ferries without a licence will not be admitted.", "Ferries will be admitted only with a licence."),
        ("The base was closed, Norway denied.", "Norway denied that the base was open."),
        ("Norway accepted 20 ferries.", "Norway accepted at least 20 ferries."),
    ],
)  # fmt: skip
def test_what_goes_another_way_for_another_reason_is_no_difference(left, right):
    assert [found for found in differ(left, right) if found[0] not in ("strength", "date")] == []


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


@pytest.mark.parametrize("when", ["", "this Saturday, August 9, ", "on the morning of 9 August 2025 "])
def test_a_call_that_was_received_was_the_other_sides_whatever_stands_between(when):
    finland = read(
        f"President Lund received {when}a phone call from the President of Norway. They spoke of cod.", role="readout", party="fi"
    )
    norway = read("The Prime Minister spoke with her Finnish colleague about the night train.", role="readout", party="no")
    assert {side: reading.normal for side, reading in compare(finland, norway).asked.items()} == {"fi": "no"}


def test_who_asked_for_the_call_is_told_by_each_readout_that_says_so():
    oslo = "The Prime Minister spoke today with the Prime Minister of Finland, at Finland's request. They discussed the tunnel."
    helsinki = "The call took place at the initiative of the Norwegian side. The prime ministers discussed the tunnel."
    compared = compare(read(oslo, role="readout", party="no"), read(helsinki, role="readout", party="fi"))
    assert {side: reading.normal for side, reading in compared.asked.items()} == {"no": "fi", "fi": "no"}
