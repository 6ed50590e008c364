"""What each block of a page is."""

import textwrap

import pytest

from readoutdiff.lexicon.knowledge import load
from readoutdiff.parsing.story import take_apart
from tests.stories import tell, who

PARAGRAPH = (
    "Norwegian Foreign Minister Liv Strand and her Swedish counterpart, Per Alm, spoke by phone on Monday about cod quotas and the "
    "rail line to Narvik, the Norwegian government said in a statement that was published late in the evening."
)
SECOND = "The Swedish readout said rail freight had been discussed, and that a joint working group would meet in May in Kiruna."


def labels(page):
    return [(page[b.start : b.end], b.label) for b in take_apart(page, load()).blocks]


def test_hard_wrapped_paragraphs_are_one_block_each():
    for width in (60, 72, 80, 120):
        page = "\n\n".join(["Neighbours talk fish", *(textwrap.fill(p, width) for p in (PARAGRAPH, SECOND))])
        assert [label for _, label in labels(page)] == ["headline", "body", "body"], width


def test_lines_of_a_page_without_blank_lines_are_blocks_each():
    page = "\n".join(["Neighbours talk fish", PARAGRAPH, SECOND])
    assert [label for _, label in labels(page)] == ["headline", "body", "body"]


def test_windows_line_ends_change_nothing():
    page = "\n\n".join(["Neighbours talk fish", PARAGRAPH, SECOND])
    assert [label for _, label in labels(page.replace("\n", "\r\n"))] == [label for _, label in labels(page)]


def test_a_headline_and_a_standfirst_stand_before_the_by_line():
    page = "\n\n".join(["Neighbours talk fish", "Two accounts of one call, and only one names the cod.", "By Jo Hall", PARAGRAPH, SECOND])
    assert [label for _, label in labels(page)] == ["headline", "headline", "boilerplate", "body", "body"]


def test_a_subhead_does_not_break_the_account():
    comparison = tell("Neighbours talk fish", PARAGRAPH, SECOND, "A line to the north", "It added that the line would be mended.")
    assert who(comparison, "A line to the north") == ("headline", ())
    assert who(comparison, "would be mended") == ("statement", ("se",))


def test_after_the_story_all_is_furniture():
    page = "\n\n".join(["Neighbours talk fish", PARAGRAPH, SECOND, "Most popular", "Five herring dishes", "Sign up for our letter"])
    assert [label for _, label in labels(page)][-3:] == ["boilerplate"] * 3


def test_a_text_of_one_block_is_its_body():
    assert labels(PARAGRAPH) == [(PARAGRAPH, "body")]


def test_a_page_of_white_space_has_no_blocks():
    assert labels(" \n\n\t\n") == []


def test_the_page_around_a_story_is_furniture():
    page = "\n\n".join(
        [
            "News / Europe / Nordic",
            "Neighbours talk fish",
            "Jo Hall, Nordic Reporter, in Oslo",
            "Trawlers wait in the harbour of Bodø. Fjord Pictures",
            PARAGRAPH,
            "Ms Strand in her study on Monday. — Fjordlys photo",
            SECOND,
            "Write to jo.hall@fjord.example",
            "Five herring dishes for May",
        ]
    )
    found = [label for _, label in labels(page)]
    assert found == ["boilerplate", "headline", "boilerplate", "caption", "body", "caption", "body", "boilerplate", "boilerplate"]


def test_bullets_above_the_story_are_headlines():
    page = "\n\n".join(
        ["Neighbours talk fish", "• Oslo says cod will be counted first this year.", "• Rail comes next.", PARAGRAPH, SECOND]
    )
    assert [label for _, label in labels(page)][:3] == ["headline"] * 3


@pytest.mark.parametrize("headline", ["Oslo Expels Swedish Correspondent", "Iran and U.S. Hold Talks", "Norway tells St. Lucia PM"])
def test_a_headline_is_no_by_line_and_no_credit(headline):
    assert labels("\n\n".join([headline, PARAGRAPH, SECOND]))[0] == (headline, "headline")


@pytest.mark.parametrize(
    "sentence",
    [
        "Issued on Tuesday, the Norwegian statement said that cod came first and nothing else did.",
        "It was so, he wrote on X on Monday evening, tagging @peralm.",
    ],
)
def test_a_sentence_that_begins_or_ends_like_furniture_is_the_storys(sentence):
    assert (sentence, "body") in labels("\n\n".join(["Neighbours talk fish", PARAGRAPH, sentence, SECOND]))


@pytest.mark.parametrize(
    "told",
    [
        "OSLO (AP) — Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday about cod.",
        "STOCKHOLM (Reuters) - Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday.",
        "The Norwegian readout said the ministers had spoken of the Palestinian Authority (PA) and of the crossing at the border.",
        "The two accounts paint a different picture: the Norwegian readout said the ministers had spoken of cod and of crab.",
        "The Norwegian readout said that senators Bo Ek (R) and Eva Lund (D) had written to both of the ministers about cod.",
        "Sweden should “join our patrols”, the Norwegian ministry said, and accept the terms and conditions of the agreement on cod.",
        "The Norwegian readout said the ministers would shake hands in Oslo once the quota for cod had been divided fairly.",
        "The Norwegian readout said the boats had sailed home from the western banks by courtesy of the Swedish coast guard.",
    ],
)
def test_words_of_furniture_within_a_paragraph_leave_it_in_the_story(told):
    assert dict(labels("\n\n".join(["Neighbours talk fish", PARAGRAPH, told])))[told] == "body"


def test_a_credit_that_names_who_took_it_for_whom_ends_a_caption():
    assert ("The harbour has been short of boats for years. (Fjord News: Nora Lind)", "caption") in labels(
        "\n\n".join(["Neighbours talk fish", PARAGRAPH, "The harbour has been short of boats for years. (Fjord News: Nora Lind)", SECOND])
    )


def test_a_name_under_a_quotation_is_the_storys_and_a_dashed_heading_is_not():
    found = dict(
        labels("\n\n".join(["Neighbours talk fish", PARAGRAPH, "“We shall count.”", "— Per Alm, minister", "- On crab -", SECOND]))
    )
    assert (found["— Per Alm, minister"], found["- On crab -"]) == ("body", "headline")


def test_a_longer_question_on_a_line_of_its_own_is_a_subhead():
    question = "So what did the two of them want?"
    assert (question, "headline") in labels("\n\n".join(["Neighbours talk fish", PARAGRAPH, question, SECOND]))
