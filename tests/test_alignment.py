"""Which statements are paired, and how near they come: index, quantities, second opinions."""

import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readoutdiff import UsageError, compare, read, similarity, topics
from readoutdiff.alignment.align import align
from readoutdiff.alignment.lex import Scorer
from readoutdiff.alignment.linking import Linker
from readoutdiff.alignment.opinions import Vectors, find_opinion
from readoutdiff.alignment.pairing import Lookup, near_pairs
from readoutdiff.lexicon.knowledge import load
from readoutdiff.lexicon.quantities import plain_words
from readoutdiff.render.drawing import Style
from readoutdiff.render.terminal import render_text
from readoutdiff.text.tokens import tokenize
from tests.conftest import ROOT
from tests.corpus import run_case
from tests.stories import tell, topic_with

GOLD = os.environ.get("READOUTDIFF_GOLD")
CASES = sorted([*(ROOT / "tests" / "stories").glob("pairs-*/*/case.json"), *(Path(GOLD).glob("*/*/case.json") if GOLD else ())])
LEAD = "Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday."


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_the_index_finds_all_that_the_full_matrix_has(path, monkeypatch):
    seen = []

    def watched(claims, echoes, sides, weights, *rest):
        seen.append((claims, echoes, weights))
        return align(claims, echoes, sides, weights, *rest)

    monkeypatch.setattr(topics, "align", watched)
    run_case(path.parent)
    for claims, echoes, weights in seen:
        scorer = Scorer([c.terms for c in (*claims, *echoes)])
        linker = Linker(claims, scorer, weights)
        found = {(p.left, p.right) for p in near_pairs(claims, Lookup(claims, scorer), linker)}
        assert found == {(i, j) for i, j in combinations(range(len(claims)), 2) if linker.score(i, j)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$600bn", "600 billion dollars"),
        ("US$1.5 million", "1,500,000 US dollars"),
        ("€90bn", "90 billion euro"),
        ("May 9", "9 May"),
        ("9th of May", "May 9th"),
        ("40%", "40 percent"),
        ("Rs 500 crore", "5 billion rupee"),
    ],
)
def test_numbers_and_dates_have_one_form(one, other):
    quantities = load().grammar.quantities
    words = [sorted(plain_words(tokenize(text), quantities)) for text in (one, other)]
    assert [w.removesuffix("s") for w in words[0]] == [w.removesuffix("s") for w in words[1]]


def test_may_is_a_month_only_beside_its_day():
    assert list(plain_words(tokenize("Ministers may 5 times ask"), load().grammar.quantities)) == ["ministers", "may", "5", "times", "ask"]


def test_similarity_is_a_matrix_of_rows():
    rows = similarity(["The captives must be freed.", "Fish."], ["Quotas for cod were set.", "He asked to free the hostages.", ""])
    assert [len(row) for row in rows] == [3, 3]
    assert rows[0][1] > 0.2 > rows[0][0]
    assert all(0 <= score <= 1 for row in rows for score in row)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=5), st.lists(st.text(max_size=60), max_size=5))
def test_similarity_is_the_same_from_both_ends(left, right):
    forward, backward = similarity(left, right), similarity(right, left)
    assert forward == [[backward[j][i] for j in range(len(right))] for i in range(len(left))]


FERRY = "They discussed quotas for herring and mackerel in the north.\n\nThe ministers welcomed the national film festival in the capital."
OTHERS = (
    "They condemned the attack on the embassy in Khartoum.",
    "The price of natural gas and the new pipeline were touched upon.",
    "Visa rules for students will be eased before the summer term.",
    "The ministers agreed on quotas for herring in the north.",
    "The cinema week was praised as a success.",
)


def two(similar=None):
    left, right = read(FERRY, role="readout", party="no", name="no"), read("\n\n".join(OTHERS), role="readout", party="se", name="se")
    return compare(left, right, similarity=similar)


def test_a_second_opinion_doubts_a_silence_and_never_makes_one():
    alone, asked = two(), two(find_opinion("wordllama"))
    festival = [topic_with(comparison, "festival").status for comparison in (alone, asked)]
    silent = [{t.id for t in comparison.topics if t.status == "one_sided"} for comparison in (alone, asked)]
    assert festival[1] in ("possible", "shared")
    assert silent[1] <= silent[0]
    assert asked.signature.split("|")[3] == "sim:lex+wordllama"


def test_any_object_with_a_likeness_can_be_asked():
    sure = Vectors("sure", lambda texts: [[1.0] for _ in texts], doubts=0.5, agrees=2.0)
    assert {t.status for t in two(sure).topics} <= {"possible", "shared"}


@pytest.mark.parametrize(("agrees", "status"), [(0.9, {"shared"}), (2.0, {"possible"})])
def test_a_second_opinion_that_agrees_with_a_hint_makes_one_point_of_two(agrees, status):
    sure = Vectors("sure", lambda texts: [[1.0] for _ in texts], doubts=0.5, agrees=agrees)
    left = read("He praised the puppet theatre of Bergen and its young players.", role="readout", party="no")
    right = read("She liked the puppet show that children played for her.", role="readout", party="se")
    assert {t.status for t in compare(left, right).topics} == {"possible"}
    assert {t.status for t in compare(left, right, similarity=sure).topics} == status


def test_a_model_of_ones_own_is_read_from_its_folder(tmp_path):
    import numpy as np
    from model2vec import StaticModel
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    words = ["[UNK]", *sorted({word for text in (FERRY, *OTHERS) for word in text.replace(".", "").split()})]
    tokenizer = Tokenizer(WordLevel({word: i for i, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    StaticModel(np.eye(len(words)), tokenizer).save_pretrained(tmp_path / "own")
    rows = find_opinion(str(tmp_path / "own")).likeness(["herring and mackerel", "herring and cod", "visa"])
    assert rows[0][0] > 0.99 > rows[0][1] > rows[0][2]


def test_a_model_that_is_not_there_is_named():
    with pytest.raises(UsageError, match="no such model on this machine"):
        find_opinion("nobody/has-this-model")


@pytest.mark.parametrize(("name", "command"), [("wordllama", r"readoutdiff\[wordllama\]"), ("own-model", r"readoutdiff\[model2vec\]")])
def test_a_missing_package_is_named_with_the_command_that_installs_it(name, command):
    blocked = "import sys; sys.modules.update(dict.fromkeys(['wordllama', 'model2vec', 'sentence_transformers']))"
    code = f"{blocked}; from readoutdiff.alignment.opinions import find_opinion; find_opinion({name!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert command.replace("\\", "") in done.stderr.splitlines()[-1]


REMARKED = (
    LEAD,
    "The Norwegian readout named cod quotas in the northern seas.",
    "Stockholm also raised the clean-up of the old mercury mine.",
)


@pytest.mark.parametrize(
    ("remark", "status"),
    [
        ("The Norwegian readout makes no mention of the mine.", "one_sided"),
        ("The Norwegian readout gave no further detail on the mine.", "possible"),
        ("The Norwegian readout did not say when the mine would close.", "possible"),
        ("Neither text touched on the price of the mine.", "possible"),
    ],
)
def test_only_a_remark_on_the_whole_point_makes_a_side_silent(remark, status):
    told = tell(*REMARKED, remark)
    topic = topic_with(told, "mercury mine")
    assert topic.status == status
    silent = {party: told.text_of(next(s for s in told.segments if s.id == segment)) for party, segment in topic.remarks.items()}
    assert silent == ({"no": remark} if status == "one_sided" else {})


def test_what_an_article_does_not_settle_accuses_nobody():
    told = tell(*REMARKED, "The Norwegian readout also named rail freight, new radars, a visa rule and the price of gas.")
    assert {t.status for t in told.topics} <= {"shared", "possible"}


def test_what_the_reporter_misses_in_a_text_is_not_found_there_by_its_place():
    told = tell(
        LEAD,
        "The Norwegian readout named cod quotas in the northern seas. Stockholm said in its text that the mercury mine must be cleaned up.",
        "The Norwegian readout makes no mention of the mine.",
    )
    assert topic_with(told, "mercury mine").segments.keys() == {"se"}


@pytest.mark.parametrize(
    ("points", "silent"),
    [
        (
            "Stockholm asked for a hunt of wolves in the border forests, the Swedish text said, and for cheaper ferry tickets.",
            {"wolves", "ferry"},
        ),
        (
            "Stockholm asked for a hunt of wolves in the border forests, the Swedish text said. It added that ferry tickets cost too much.",
            {"wolves", "ferry"},
        ),
        ("Stockholm hoped for better radars, the Swedish text said. It added that wolves had been seen and ferries missed.", {"wolves"}),
    ],
)
def test_neither_is_of_two_points(points, silent):
    told = tell(
        LEAD, "The Norwegian readout named cod quotas in the northern seas.", points, "Neither point is to be found in the Norwegian text."
    )
    only = {
        told.text_of(next(s for s in told.segments if s.id == i))
        for t in told.topics
        if t.remarks
        for ids in t.segments.values()
        for i in ids
    }
    assert {word for word in ("wolves", "ferry", "radars") if any(word in text for text in only)} >= silent
    assert not any("cod" in text for text in only)


def test_statements_set_against_each_other_are_one_point_though_no_word_is_shared():
    told = tell(
        LEAD,
        "Oslo wants cod catches cut by a tenth, its readout said. The Swedish ministry said stocks must be given time to recover.",
        "Separately, the Swedish readout named rail freight.",
    )
    assert topic_with(told, "cod catches").status == "shared"
    assert topic_with(told, "rail freight").status == "possible"


@pytest.mark.parametrize(("opening", "status"), [("The main topic of the talks was", "possible"), ("He asked for order in", "one_sided")])
def test_of_what_the_talks_were_about_as_a_whole_nobody_is_silent(opening, status):
    left = read(f"{opening} cod fisheries in the northern seas.\n\nVisa rules for students will be eased.", role="readout", party="no")
    comparison = compare(left, read("\n\n".join((*OTHERS[:3], OTHERS[4])), role="readout", party="se"))
    assert topic_with(comparison, "fisheries").status == status


@pytest.mark.parametrize(
    ("remark", "tied"),
    [
        ("Nor did the Norwegian statement refer to Ms Ravn.", True),
        ("There is nothing of Ms Ravn in the Norwegian text.", True),
        ("The Norwegian readout made no mention of Ms Ravn.", True),
        ("The Norwegian readout made no mention of whales.", False),
    ],
)
def test_a_remark_finds_its_statement_by_a_name_or_is_shown_by_itself(remark, tied):
    told = tell(
        LEAD,
        "The Norwegian readout named cod quotas in the northern seas.",
        "The Swedish ministry raised the case of Ida Ravn, a sailor held in jail. It added that Stockholm wants cheaper ferry tickets.",
        "The weather was fine in both capitals.",
        remark,
    )
    assert (topic_with(told, "Ida Ravn").status == "one_sided") is tied
    lines = [line.strip() for line in render_text(told, Style(200, False), {}).splitlines()]
    assert ("The article also says:" in lines and f"– {remark}" in lines) is not tied


@pytest.mark.parametrize(
    ("said", "remark", "silent_on", "left_open"),
    [
        (
            "The Swedish ministry said Mr Alm raised student visas, sea piracy and the mercury mine.",
            "The Norwegian readout omits the mine.",
            "mercury mine",
            ["visas", "piracy"],
        ),
        (
            "Stockholm said Mr Alm protested against the tolls at Svinesund and offered firemen for the Lofoten blaze.",
            "The Norwegian text made no reference to the offer of firemen.",
            "Lofoten blaze",
            ["tolls"],
        ),
        (
            "Stockholm said Mr Alm offered to mediate between miners and mayor in Kiruna and expressed sorrow over the Bergen bus crash.",
            "The Norwegian statement does not refer to any offer of mediation.",
            "offered to mediate",
            ["bus crash"],
        ),
        (
            "Sweden said the ministers discussed the mercury mine; Norway did not report that.",
            "The weather was fine in both capitals.",
            "mercury mine",
            [],
        ),
    ],
)
def test_a_remark_makes_a_side_silent_on_what_it_names_alone(said, remark, silent_on, left_open):
    told = tell(LEAD, "The Norwegian readout named cod quotas in the northern seas.", said, remark)
    topic = topic_with(told, silent_on)
    assert (topic.status, list(topic.segments)) == ("one_sided", ["se"])
    words = " ".join(told.text_of(next(s for s in told.segments if s.id == i)) for i in topic.segments["se"])
    assert not any(point in words for point in left_open)
    assert {topic_with(told, point).status for point in left_open} <= {"possible"}
    cut = [s for s in told.segments if s.sentence is not None and told.text_of(s) in said]
    assert " ".join(told.text_of(s) for s in cut) == said or not left_open  # nothing of the sentence is lost


@pytest.mark.parametrize(
    ("after", "status"),
    [
        ("It said the two had agreed to widen the Kiruna railway.", "one_sided"),
        ("It spoke only of nature and its care.", "possible"),
        ("It said the mercury of the mine had been dealt with.", "shared"),
    ],
)
def test_what_a_silent_text_says_next_is_an_answer_only_if_it_comes_near(after, status):
    told = tell(*REMARKED, f"The Norwegian readout makes no mention of the mine. {after}")
    assert topic_with(told, "mercury mine").status == status


@pytest.mark.parametrize(
    "remark",
    [
        "Ms Strand did not mention the mine in her post.",
        "The Norwegian text said nothing of the mine that Sweden wants closed.",
        "The mine is absent from the Norwegian text.",
    ],
)
def test_silent_is_whose_text_or_words_a_remark_is_of(remark):
    topic = topic_with(tell(*REMARKED, remark), "mercury mine")
    assert (topic.status, list(topic.remarks)) == ("one_sided", ["no"])


def test_a_remark_that_points_back_is_about_the_sentence_before_it():
    told = tell(
        LEAD,
        "The Norwegian readout named cod quotas in the northern seas.",
        "“There is nothing to say of eels,” the Swedish ministry said.",
        "The Swedish ministry asked Norway for cheaper ferry tickets. Oddly, there was nothing about this in the Norwegian version.",
    )
    assert topic_with(told, "ferry tickets").status == "one_sided"
    assert topic_with(told, "of eels").status != "one_sided"


def test_a_word_that_only_counts_does_not_point_back():
    told = tell(
        LEAD,
        "The Norwegian readout named cod quotas in the northern seas.",
        "The Swedish ministry asked Norway for cheaper ferry tickets to Bergen.",
        "The Norwegian version contained no trace of any weather.",
    )
    assert topic_with(told, "ferry tickets").status != "one_sided"


def test_what_a_remark_quotes_recalls_no_statement():
    told = tell(
        LEAD,
        "The Swedish ministry asked for a joint working group on eels. Alm thanked Norway for its boats, it said.",
        "In Oslo’s version the thanks are absent but the ministers “touched on a joint purchase of planes”, it says.",
    )
    assert topic_with(told, "working group").status != "one_sided"


def test_who_answers_when_the_paper_asks_is_not_silent():
    told = tell(
        LEAD,
        "The Norwegian readout named cod quotas in the northern seas.",
        "The Swedish ministry raised the case of Ida Ravn, a sailor held in jail. That case is missing from the Norwegian readout.",
        "When The Beacon sought clarification, the Norwegian spokesman, Bo Ek, said that a court would decide.",
    )
    assert topic_with(told, "Ida Ravn").status != "one_sided"


def test_of_what_others_say_of_a_side_nobody_is_silent():
    words = "Oslo was dismayed by the {} about its whale hunts in the far northern seas."
    for told, status in (("rules", "one_sided"), ("accusations", "possible")):
        left = read(f"{words.format(told)}\n\nVisa rules for students will be eased.", role="readout", party="no")
        comparison = compare(left, read("\n\n".join((*OTHERS[:3], OTHERS[4])), role="readout", party="se"))
        assert topic_with(comparison, "whale").status == status


def test_the_order_of_the_texts_does_not_matter():
    haddock = "Oslo wants haddock and whale hunts of Iceland banned for a decade, its readout said."
    article = read(f"{LEAD}\n\n{haddock}")
    catches = (
        "The minister raised the cod and haddock catches of trawlers, shrimp licences, herring, mackerel, harbour dues and lobster pots."
    )
    readout = read(catches, role="readout", party="se")
    for documents in ((article, readout), (readout, article)):
        assert [t.status for t in compare(*documents, sides=["no", "se"]).topics] == ["shared"]


def test_where_a_story_was_filed_is_no_point_of_it():
    told = tell(
        "NONG KHAI, Thailand — Norway and Sweden spoke by phone on Monday, both governments said.",
        "The Norwegian readout named cod quotas in the northern seas.",
        "The Swedish ministry raised the case of Ida Ravn, a sailor held in jail.",
    )
    assert not any("NONG" in t.label or "Thailand" in t.label for t in told.topics)
