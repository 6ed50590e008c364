"""An article beside the readouts it tells of: what it left out, what no readout has, and each quotation word for word."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readoutdiff import compare, read
from readoutdiff.render.cautions import cautions
from readoutdiff.render.checks import changes
from readoutdiff.render.drawing import Style
from readoutdiff.render.terminal import render_text
from tests.stories import OSLO, STOCKHOLM, beside


def quoted(*paragraphs):
    """(party, words, result) of each quotation."""
    compared = beside(*paragraphs)
    return [(q.party, compared.documents[0].text[q.start : q.end], q.result) for q in compared.quotations]


def found(comparison, kind):
    """(party, words) of each finding of a kind."""
    documents = {s.id: s.document for s in comparison.segments}
    texts = {d.id: d.text for d in comparison.documents}
    return [(f.party, texts[documents[f.segment]][f.start : f.end]) for f in comparison.findings if f.kind == kind]


@pytest.mark.parametrize(
    "words",
    [
        "“will run on time and at a fair price”",
        '"will run on time and at a fair price"',
        "“[W]ill run on time and at a fair price,”",
        "“will run ... at a fair price”",
        "“will run […] at a fair price”",
        "“the night‑train to Gothenburg will run on time”",
    ],
)
def test_typography_capitals_brackets_and_ellipses_change_no_quotation(words):
    (result,) = quoted(f"The night train {words}, the Norwegian government said.")
    assert result[0] == "no" and result[2] == "verbatim"


def test_an_ellipsis_that_hides_a_condition_is_an_altered_quotation():
    (result,) = quoted("“She welcomed the night train to Gothenburg … cross the nature reserve,” the Swedish readout said.")
    assert result[2] == "altered"


def test_a_changed_word_is_named_with_both_places():
    compared = beside("The night train “will run on time and at a low price”, the Norwegian government said.")
    (quotation,) = compared.quotations
    (change,) = quotation.changes
    article, readout = compared.documents[0].text, OSLO
    assert article[change.article.start : change.article.end] == "low"
    assert readout[change.readout.start : change.readout.end] == "fair"
    (finding,) = [f for f in compared.findings if f.kind.startswith("quote_")]
    assert (finding.kind, finding.party) == ("quote_altered", "no")
    assert finding.nearest.segment.startswith("no:")


def test_words_before_a_quotation_mark_are_not_in_the_place_of_others():
    """'as soon as' stands for 'provided that', not for 'May, "provided that'; and what is changed together is told together."""
    readout = read('Norway said the bridge could open in May, "provided that the weather is fine".', role="readout", party="no")
    story = 'Norway and Sweden spoke on Monday. The bridge will open "as soon as the weather is fine", the Norwegian government said.'
    compared = compare(read(story), readout, read(STOCKHOLM, role="readout", party="se"))
    assert changes(compared, compared.quotations[0]) == ["“as soon as” for “provided that”"]


def test_an_invented_quotation_is_not_found():
    compared = beside("“Trains are the poetry of a small country,” the Norwegian government said.")
    assert found(compared, "quote_not_found") == [("no", "Trains are the poetry of a small country")]


def test_what_somebody_else_is_quoted_with_is_no_finding():
    compared = beside("“Trains are the poetry of a small country,” said Ida Ek, an analyst at a think tank in Bergen.")
    assert not compared.quotations


def test_a_claim_of_the_readout_that_the_article_does_not_tell_is_left_out():
    compared = beside(
        "The night train to Gothenburg will run at a fair price by the end of next year, the Norwegian government said.",
        "Oslo asked Sweden to store 40,000 tonnes of grain, its readout said.",
    )
    assert ("no", "and agreed on a joint fund for young glaciologists.") in found(compared, "left_out_by_article")
    assert not any("night train" in words or "grain" in words for p, words in found(compared, "left_out_by_article") if p == "no")


def test_a_figure_that_the_readout_has_not_is_found_with_its_unit():
    compared = beside("Oslo asked Sweden to store 60,000 tonnes of grain in Malmo, its readout said.")
    assert ("no", "60,000 tonnes") in found(compared, "not_in_readout")


@pytest.mark.parametrize(
    ("told", "nearest"),
    [
        (
            "Norway said Ms Lund had stressed that the night train to Gothenburg would run on time at a fair price and had asked Sweden to "
            "store 70,000 tonnes of grain.",
            "40,000 tonnes of grain",
        ),
        ("Norway said the prime minister had “implored” Sweden to store grain in Malmo.", "40,000 tonnes of grain"),
    ],
)
def test_what_comes_nearest_is_what_is_said_in_the_same_breath(told, nearest):
    comparison = beside(told)
    (finding,) = (f for f in comparison.findings if f.kind in ("not_in_readout", "quote_not_found"))
    assert nearest in comparison.text_of(next(s for s in comparison.segments if s.id == finding.nearest.segment))


def test_a_country_that_the_readout_does_not_name_is_found():
    compared = beside("Oslo asked Sweden to store grain from Ukraine in Malmo, its readout said.")
    assert found(compared, "not_in_readout") == [("no", "Ukraine")]


def test_whom_the_article_names_belongs_to_the_side_that_a_readout_names_him_with():
    story = read("Norway and Sweden spoke by phone on Monday.\n\nMr Brekke asked for grain. “We need it,” Brekke said.", name="story.txt")
    oslo = read("Norwegian Prime Minister Lars Brekke asked Sweden for grain. He said: we need it.", role="readout", party="no")
    compared = compare(story, oslo, read(STOCKHOLM, role="readout", party="se"))
    (segment,) = [s for s in compared.segments if s.document == "article" and "We need it" in compared.text_of(s)]
    assert (segment.parties, segment.known_by) == (("no",), "readout")


def test_a_quotation_over_several_sentences_is_aligned_as_a_whole():
    words = OSLO.split("He stressed ")[1].split(", and agreed")[0].replace("fair", "kind")
    compared = beside(f"“{words},” the Norwegian government said.")
    (quotation,) = compared.quotations
    assert (quotation.result, len(quotation.changes)) == ("altered", 1)


@pytest.mark.parametrize("words", ["‘on time’ and at a fair price", "on\u00ad time and at a fair price", "on time and at a fair price"])
def test_marks_within_words_change_no_quotation(words):
    (result,) = quoted(f"The night train will run “{words}”, the Norwegian government said.")
    assert result[2] == "verbatim"


@pytest.mark.parametrize("figure", ["40 thousand tonnes", "forty thousand tonnes", "40 000 tonnes", "40 million kilograms"])
def test_a_figure_in_other_words_is_no_finding(figure):
    compared = beside(f"Oslo asked Sweden to store {figure} of grain in Malmo, its readout said.")
    assert found(compared, "not_in_readout") == []


def test_somebody_else_of_the_same_name_is_not_placed_by_a_readout():
    story = read(
        "Norway and Sweden spoke by phone on Monday, both governments said.\n\n"
        "“It is a dream,” said Ida Ek, an analyst at a think tank in Bergen. “Nobody will ride it in winter,” Ek said.",
        name="story.txt",
    )
    swede = read("Swedish Prime Minister Eva Ek welcomed the night train to Gothenburg.", role="readout", party="se")
    compared = compare(story, read(OSLO, role="readout", party="no"), swede)
    assert not any("se" in s.parties for s in compared.segments if s.document == "article" and "winter" in compared.text_of(s))


def test_a_side_whose_text_says_nothing_can_be_drawn():
    compared = compare(read("Call with Sweden", role="readout", party="no"), read(STOCKHOLM, role="readout", party="se"))
    assert "nothing of its account" in render_text(compared, Style(110, color=False), {})


def test_only_an_article_beside_readouts_has_findings():
    compared = compare(read(OSLO, role="readout", party="no"), read(STOCKHOLM, role="readout", party="se"))
    assert (compared.findings, compared.quotations) == ((), ())


WORDS = OSLO.split()


@given(start=st.integers(0, len(WORDS) - 4), size=st.integers(4, 12), marks=st.sampled_from(["“{}”", '"{}"', "“{},”"]))
def test_any_words_of_a_readout_in_one_row_are_found_at_their_place(start, size, marks):
    taken = WORDS[start : start + size]
    words = " ".join(taken).rstrip(".,")
    compared = beside(f"The Norwegian government said: {marks.format(words)}")
    for quotation in compared.quotations:
        assert quotation.result == "verbatim"
        assert OSLO[quotation.passage.start : quotation.passage.end].split()[0] == taken[0]


def test_findings_are_in_the_json_with_their_places():
    answer = json.loads(beside("“Trains are the poetry of a small country,” the Norwegian government said.").to_json())
    (finding,) = [f for f in answer["findings"] if f["kind"] == "quote_not_found"]
    assert set(finding) == {"kind", "party", "segment", "start", "end", "nearest", "elsewhere"}
    assert set(answer["quotations"][0]) == {"party", "segment", "start", "end", "result", "passage", "changes"}


def test_a_readout_of_another_call_is_asked_after():
    article = read(
        "Norway and Sweden spoke by phone on Monday.\n\nNorway said crab was cheap.\n\nSweden said trains were late.", name="story.txt"
    )
    spain = read(
        "The Foreign Minister spoke today with the Foreign Minister of Peru. They discussed visas.",
        role="readout",
        party="es",
        name="es.txt",
    )
    told = cautions(compare(article, spain))
    assert "The article gives nothing to Spain: is es.txt a readout of the same call?" in told
    assert not any("same call" in caution for caution in cautions(beside("Norway said crab was cheap. Sweden said trains were late.")))
