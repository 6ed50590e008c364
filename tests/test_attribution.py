"""Whose words they are: the constructions in which stories name their sources."""

import pytest

from tests.stories import segment_with, tell, who

LEAD = "Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday."
NORWAY = "The Norwegian readout said the ministers had discussed cod quotas."
SWEDEN = "The Swedish readout said the ministers had discussed rail freight."
BOTH = (LEAD, NORWAY, SWEDEN)


@pytest.mark.parametrize(
    ("paragraph", "words", "parties"),
    [
        ("The Norwegian foreign ministry said herring would be next.", "herring", ("no",)),
        ("Herring would be next, the Norwegian foreign ministry said.", "Herring", ("no",)),
        ("“Herring will be next,” said the Norwegian foreign ministry.", "Herring", ("no",)),
        ("According to Stockholm, herring would be next.", "herring", ("se",)),
        ("Herring would be next, according to a statement from the Swedish government.", "Herring", ("se",)),
        ("In its readout, Oslo said herring would be next.", "herring", ("no",)),
        ("The Swedish account of the call, published late on Monday, highlighted herring.", "herring", ("se",)),
        ("The Swedish text speaks only of herring.", "herring", ("se",)),
        ("Swedish government spokesman Bo Ek said herring was on the list.", "herring", ("se",)),
        ("Oslo wants herring on the list.", "herring", ("no",)),
        ("For the Swedish side herring is a matter of principle.", "herring", ("se",)),
        ("The Swedes, too, say that herring was on the list.", "herring", ("se",)),
        ("Strand also raised herring, the Norwegian ministry said.", "herring", ("no",)),
        ("Herring, in the Swedish ministry’s words, is “a matter of principle”.", "Herring", ("se",)),
        ("Both governments said herring was on the list.", "herring", ("no", "se")),
        ("Oslo and Stockholm both said herring was on the list.", "herring", ("no", "se")),
    ],
)
def test_a_source_owns_its_words(paragraph, words, parties):
    role, owners = who(tell(*BOTH, paragraph), words)
    assert (role, set(owners)) == ("statement", set(parties))


def test_the_outermost_source_owns_what_the_other_leader_did():
    comparison = tell(*BOTH, "Alm also asked Strand for herring, the Norwegian readout said.")
    segment = segment_with(comparison, "herring")
    assert segment.parties == ("no",)
    assert segment.actor == "se"


def test_a_quotation_keeps_its_source_in_every_sentence():
    comparison = tell(*BOTH, "“Herring is one thing. Mackerel is another,” the Swedish ministry said.")
    assert who(comparison, "Herring") == who(comparison, "Mackerel") == ("statement", ("se",))


def test_a_quotation_keeps_its_source_over_paragraphs():
    comparison = tell(*BOTH, "“Herring is one thing.", "“Mackerel is another,” the Swedish ministry said.")
    assert who(comparison, "Herring") == who(comparison, "Mackerel") == ("statement", ("se",))
    assert segment_with(comparison, "Herring").rule == "quotation"


def test_a_block_of_quotations_belongs_to_who_is_named_before_the_colon():
    comparison = tell(*BOTH, "Here is what a Swedish spokesperson sent out:", "“Herring was raised.", "“Mackerel was not.”")
    assert who(comparison, "Herring") == ("statement", ("se",))


def test_it_goes_back_to_the_last_paper_and_he_to_the_last_person():
    comparison = tell(
        *BOTH,
        "Norwegian spokesman Ola Dahl said herring was raised. The Swedish statement dealt with rail. He added that mackerel was too.",
    )
    assert who(comparison, "mackerel") == ("statement", ("no",))
    comparison = tell(*BOTH, "The Swedish statement dealt with rail.", "It added that herring was raised.")
    assert who(comparison, "herring") == ("statement", ("se",))


def test_the_readout_added_goes_back_over_a_background_paragraph():
    comparison = tell(*BOTH, "Trains first ran on the line in 1871.", "“Herring was raised too,” the readout added.")
    assert who(comparison, "Herring") == ("statement", ("se",))


def test_two_papers_are_told_apart_by_their_names():
    comparison = tell(
        LEAD,
        "The Norwegian communiqué spoke of cod quotas.",
        "The Swedish note spoke of rail freight.",
        "The communiqué also dealt with herring.",
    )
    assert who(comparison, "herring") == ("statement", ("no",))


def test_a_person_introduced_once_is_known_by_the_last_name():
    comparison = tell(*BOTH, "“Herring first,” said Ola Dahl, a Norwegian government spokesman.", "Mackerel came next, Dahl said.")
    assert who(comparison, "Mackerel") == ("statement", ("no",))


def test_a_family_name_may_come_first():
    comparison = tell(
        "Chinese Foreign Minister Shen Guolan and Norwegian Foreign Minister Liv Strand met on Monday.",
        "Chinese foreign ministry spokesperson Tao Min said soybeans were discussed.",
        "The Norwegian ministry said salmon was discussed.",
        "Tao added that pork was discussed too.",
    )
    assert who(comparison, "pork") == ("statement", ("cn",))


def test_a_sentence_of_two_sides_is_cut():
    comparison = tell(*BOTH, "While Oslo said herring was raised, Stockholm said nickel was the topic.")
    assert who(comparison, "herring") == ("statement", ("no",))
    assert who(comparison, "nickel") == ("statement", ("se",))


def test_the_home_press_leaves_its_own_country_out():
    comparison = tell(
        "OSLO, May 3 - Foreign Minister Liv Strand spoke by phone on Monday with Swedish Foreign Minister Per Alm.",
        "Strand asked for cod quotas, the ministry said.",
        "The Swedish readout said rail freight was discussed.",
        "Norway and Sweden share a long border.",
    )
    assert who(comparison, "cod quotas") == ("statement", ("no",))


def test_at_home_a_title_that_one_alone_has_needs_no_country():
    comparison = tell(
        "OSLO, May 3 - Energy Minister Liv Strand spoke by phone on Monday with Swedish Foreign Minister Per Alm.",
        "Strand asked for cod quotas, the ministry said.",
        "The Swedish readout said rail freight was discussed. Alm added that mackerel was fourth.",
        "The energy minister said herring was third.",
        sides=["no", "se"],
    )
    assert who(comparison, "herring") == ("statement", ("no",))


def test_two_in_a_headline_are_two():
    lead = "Norway and Sweden spoke by phone on Monday, both governments said."
    comparison = tell("Strand, Swedish minister talk fish", lead, NORWAY, SWEDEN, "Strand said herring was third.")
    assert who(comparison, "herring") == ("third_party", ())


def test_at_home_the_embassy_is_the_other_sides():
    comparison = tell(
        "OSLO, May 3 - Foreign Minister Liv Strand spoke by phone on Monday with Swedish Foreign Minister Per Alm.",
        "Strand asked for cod quotas, the ministry said.",
        "The embassy said rail freight was discussed.",
        sides=["no", "se"],
    )
    assert who(comparison, "rail freight") == ("statement", ("se",))


def test_an_office_that_one_side_alone_has_is_taken_for_that_sides():
    comparison = tell(
        "Norway and Finland spoke by phone on Monday, both governments said.",
        NORWAY,
        "The Finnish readout said the ministers had discussed rail freight.",
        "The president said herring was raised.",
    )
    segment = segment_with(comparison, "herring")
    assert (segment.parties, segment.tier, segment.known_by) == (("fi",), "inferred", "title")


def test_a_government_that_goes_by_its_own_name_speaks_for_its_country():
    comparison = tell(
        "Afghanistan and Pakistan spoke by phone on Monday, both governments said.",
        "The Pakistani readout said the ministers had discussed rail freight.",
        "The Afghan foreign ministry said melons were on the list. The Taliban said herring was raised.",
    )
    assert who(comparison, "herring") == ("statement", ("af",))


def test_what_a_leader_posts_is_his_sides_account():
    comparison = tell(*BOTH, "“Herring is ours,” Strand wrote on X.")
    assert who(comparison, "Herring") == ("statement", ("no",))


@pytest.mark.parametrize(
    ("paragraph", "words", "role"),
    [
        ("Strand also thanked Alm for the herring, the Fjord Times has learned.", "herring", "outlet"),
        ("A source familiar with the call said herring came up.", "herring", "outlet"),
        ("The Swedish readout made no mention of herring.", "herring", "outlet"),
        ("Herring did not feature in the Norwegian account.", "Herring", "outlet"),
        ("The Swedish statement was published at midnight.", "midnight", "outlet"),
        ("The Norwegian government declined to comment on herring.", "herring", "outlet"),
        ("“Herring is dead,” said Jo Hall, an analyst in Tromso.", "Herring", "third_party"),
        ("Denmark’s foreign ministry said herring was its own affair.", "herring", "third_party"),
        ("Alm told parliament last month that herring would decide it.", "herring", "third_party"),
        ("Herring have been fished there since the Vikings.", "Herring", "background"),
    ],
)
def test_what_is_nobodys_account(paragraph, words, role):
    assert who(tell(*BOTH, paragraph), words) == (role, ())


def test_an_omission_is_cut_from_what_the_other_side_says():
    comparison = tell(*BOTH, "Oslo also says it raised herring, a point that the Swedish account does not record.")
    assert who(comparison, "herring") == ("statement", ("no",))
    assert who(comparison, "does not record") == ("outlet", ())


def test_a_sentence_of_its_own_goes_on_with_the_account_before_it_and_says_so():
    comparison = tell(*BOTH, "Strand raised herring, the Norwegian ministry said. She also asked for mackerel.")
    segment = segment_with(comparison, "mackerel")
    assert (segment.parties, segment.tier) == (("no",), "carried")


def test_every_statement_says_how_it_was_told():
    comparison = tell(*BOTH, "Herring was raised, according to Stockholm.")
    segment = segment_with(comparison, "Herring")
    assert segment.tier == "explicit"
    assert comparison.text_of(segment.source) == "Stockholm"
    assert comparison.text_of(segment.cue) == "according to"
    assert [comparison.documents[0].text[c.start : c.end] for c in segment.content] == ["Herring was raised"]


def test_headlines_captions_and_furniture_are_not_the_story():
    comparison = tell(
        "Neighbours talk fish",
        "By Jo Hall",
        "A trawler at dawn. (Jo Hall / Fjord Pictures)",
        *BOTH,
        "Sign up for our morning letter",
    )
    roles = [s.role for s in comparison.segments]
    assert roles[:3] == ["headline", "boilerplate", "caption"]
    assert roles[-1] == "boilerplate"


def test_third_countries_do_not_become_sides():
    comparison = tell(*BOTH, "Denmark’s foreign ministry said it welcomed the talks.")
    assert [p.id for p in comparison.parties] == ["no", "se"]
    assert all(p.why for p in comparison.parties)


def test_three_sides_are_found():
    comparison = tell(
        "The foreign ministers of Kenya, Uganda and Rwanda spoke by video on Monday.",
        "Kenya’s foreign ministry said the railway was discussed. It said tea was discussed.",
        "The Ugandan statement speaks of the railway. It speaks of sugar.",
        "Rwanda’s government said the railway would be finished. It said coffee was raised.",
    )
    assert {p.id for p in comparison.parties} == {"ke", "ug", "rw"}


def test_two_who_did_not_meet_are_no_sides():
    story = tell(
        "Norwegian Prime Minister Liv Strand and Sweden’s Finance Minister Per Alm set out budgets on Monday that economists discussed.",
        "Strand said crab was third.",
        "Alm said herring was fourth.",
    )
    assert story.outcome == "no_sides"
