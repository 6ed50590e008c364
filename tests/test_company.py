"""Whose people they are whom a text does not place: by the company they are in."""

import pytest

from readoutdiff import compare, label, read
from readoutdiff.attribution.allegiance import placed
from readoutdiff.attribution.figures import Figure
from readoutdiff.attribution.home import find_home
from readoutdiff.attribution.introducing import introduce
from readoutdiff.attribution.people import People, Person
from readoutdiff.lexicon.knowledge import load
from readoutdiff.parsing.story import take_apart
from tests.stories import segment_with, tell, who

NO, SE = ("statement", ("no",)), ("statement", ("se",))
ACCOUNTS = (
    "The Norwegian readout said the ministers had discussed cod quotas.",
    "The Swedish readout said the ministers had discussed rail freight.",
)


def told(*paragraphs, after=()):
    return tell(*paragraphs, *ACCOUNTS, *after, sides=["no", "se"])


def test_whoever_has_a_counterpart_there_is_of_the_other_side():
    story = told(
        "Foreign Minister Liv Strand told her Swedish counterpart, Per Alm, on Monday that cod came first.",
        after=("“Crab is third,” Strand told reporters.", "“It is fourth,” Alm told reporters."),
    )
    assert who(story, "Crab") == NO
    assert who(story, "fourth") == SE


def test_whoever_speaks_for_a_title_is_of_whom_has_it():
    story = told(
        "The Norwegian prime minister, Liv Strand, and the Swedish president, Per Alm, spoke by phone on Monday.",
        after=("Presidential spokesman Bo Ek said crab was third.", "Ek added that herring was fourth."),
    )
    assert who(story, "crab") == SE
    assert who(story, "herring") == SE


def test_whoever_speaks_for_a_person_is_of_his_side():
    story = told(
        "Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday.",
        after=("Alm’s spokeswoman, Eva Ek, said crab was third.", "A spokesperson for Ms Strand said herring was fourth."),
    )
    assert who(story, "crab") == SE
    assert who(story, "herring") == NO


def test_somebody_of_a_body_of_neither_is_nobodys():
    story = told(
        "Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday.",
        after=("Ida Holm of the Herring Council said crab was dear.", "In Riga the prime minister’s office said crab was cheap."),
    )
    assert who(story, "dear") == ("third_party", ())
    assert who(story, "cheap") == ("third_party", ())


def test_a_dateline_is_neither_speaker_nor_subject():
    story = tell(
        "OSLO, May 3 (Fjord) - Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday.",
        *ACCOUNTS,
        "STOCKHOLM: The Norwegian ministry said crab was third.",
    )
    assert who(story, "crab") == NO
    assert [party.id for party in story.parties] == ["no", "se"]


def test_two_people_of_one_first_name_are_two():
    story = told(
        "Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday.",
        after=("Alm’s spokeswoman, Ida Ek, said crab was third.", "Strand’s spokeswoman, Ida Berg, said herring was fourth."),
    )
    assert who(story, "crab") == SE
    assert who(story, "herring") == NO


def test_a_dash_in_a_sentence_makes_no_dateline():
    story = told("Norwegian Foreign Minister Liv Strand spoke with Swedish Foreign Minister Per Alm – who had called twice – on Monday.")
    assert [party.id for party in story.parties] == ["no", "se"]


def test_a_name_may_end_a_text():
    words = "Norway and Sweden spoke by phone on Monday. Herring was fourth on the list of fish and crab was third, said Ida Holm"
    assert who(tell(words, sides=["no", "se"]), "Herring") == ("third_party", ())


def test_a_caption_is_no_subhead():
    story = told(
        "Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday.",
        after=(
            "The Norwegian ministry said crab was third.",
            "Image caption, Sweden says rail is built",
            "It added that herring was fourth.",
        ),
    )
    assert who(story, "herring") == NO


def test_its_spokesperson_is_not_a_sides_where_it_is_another_body():
    story = told(
        "Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday.",
        after=("The Popular Party was less polite: its spokesperson, Ida Holm, said crab was a scandal.",),
    )
    assert who(story, "scandal") == ("third_party", ())


def test_what_goes_back_to_a_person_who_was_only_inferred_is_no_surer():
    story = told(
        "Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday.",
        after=("“Crab is third,” fisheries minister Bo Ek told reporters in Stockholm.", "He said herring was fourth."),
    )
    first, second = (segment_with(story, word) for word in ("Crab", "herring"))
    assert (first.parties, first.known_by, first.tier) == (("se",), "account", "inferred")
    assert (second.parties, second.known_by, second.tier) == (("se",), "antecedent", "inferred")


def test_the_side_that_has_no_leader_yet_gets_the_one_who_is_left():
    story = told(
        "Norwegian Foreign Minister Liv Strand spoke by phone with Sweden on Monday.",
        after=("Alm answered that crab was third.", "Strand told reporters that herring was fourth.", "Alm wrote that carp was fifth."),
    )
    assert who(story, "carp") == SE


class TestAFamilyNameThatIsACountrys:
    LEAD = "OTTAWA - Canada and Portugal spoke by phone on Monday, both governments said."

    @pytest.mark.parametrize(
        "named",
        [
            "Portuguese Prime Minister Luís Montenegro said that Lisbon would wait. Montenegro promised aid.",
            "The Prime Minister of Portugal, Luís Montenegro, said that Lisbon would wait. Montenegro promised aid.",
            "Prime Minister Montenegro said that Lisbon would wait, the Portuguese statement said. Mr Montenegro promised aid.",
        ],
    )
    def test_it_makes_no_side_of_that_country(self, named):
        compared = compare(read(f"{self.LEAD}\n\nCanada raised the cod, the Canadian readout said.\n\n{named}", name="story.txt"))
        assert [p.id for p in compared.parties] == ["ca", "pt"]
        waits = next(s for s in compared.segments if "Lisbon would wait" in compared.text_of(s))
        assert waits.parties == ("pt",)

    @pytest.mark.parametrize(
        ("text", "countries"),
        [
            ("Israel and Russia spoke. Foreign Minister Israel Katz raised grain. Israel waits.", ["Israel", "Russia", "Israel", "Israel"]),
            ("Montenegro and Portugal spoke. Prime Minister Montenegro was brief.", ["Montenegro", "Portugal"]),
            ("Host Egypt and Guest Kenya spoke. Egypt praised the tea.", ["Egypt", "Kenya", "Egypt"]),
            ("The President of South Korea, Kim Jordan, rang Kenya. Jordan was brief.", ["South Korea", "Kenya"]),
            ("Mr Chad rang Kenya. Later Chad was brief.", ["Kenya"]),
        ],
    )
    def test_names_of_countries_that_are_left(self, text, countries):
        story = take_apart(text, load())
        named = [text[story.tokens[m.first].start : story.tokens[m.end - 1].end] for _, m in sorted(story.mentions.items())]
        assert named == countries

    def test_the_country_is_still_named_where_the_text_means_it(self):
        text = "Montenegro and Portugal spoke by phone on Monday, both governments said. The Montenegrin ministry said the cod is small."
        text += " Portuguese Prime Minister Luís Montenegro praised Montenegro, the Portuguese readout said."
        assert [p.id for p in compare(read(text)).parties] == ["me", "pt"]


def test_a_namesake_who_is_nobodys_takes_no_side_away():
    people = People({"Per": Person("se", "principal", "company"), "Alm": Person("se", "principal", "company")}, {}, ())
    found = placed(people, [(Figure(("Olof", "Alm"), ()), None)]).find("Alm")
    assert found is not None
    assert found.party == "se"


def test_home_is_rather_where_the_capital_is_than_whose_ships_are_spoken_of():
    knowledge = load()
    story = take_apart(
        "\n\n".join([
            "Minister back from call with Caracas",
            "US ships are what Venezuela wants to see gone",
            "By Ida Ek",
            "Photo: Foreign Minister Per Alm in Port of Spain on Monday",
            "Foreign Minister Per Alm says crab “is not dead”, after he spoke by telephone with his Venezuelan counterpart, Liv Strand.",
            "In a communique, Venezuela's Foreign Ministry asked how many US flights and US boats had landed.",
            "Alm told a media conference in Port of Spain that crab comes third. US ships are no matter of Trinidad and Tobago, he added.",
        ]),
        knowledge,
    )  # fmt: skip
    assert find_home(story, introduce(story, knowledge), knowledge.grammar.words.sole) == "tt"


def test_the_day_in_a_dateline_tells_who_was_in_office():
    text = (
        "BRASILIA, 3 May 2021 — Brazil and Finland spoke by phone on Monday, both governments said.\n\nJair Bolsonaro said crab was cheap."
    )
    labelled = label(read(text, name="story.txt"))
    assert labelled.documents[0].date == "2021-05-03"
    (segment,) = (s for s in labelled.segments if "crab" in labelled.text_of(s))
    assert (segment.tier, segment.parties) == ("explicit", ("br",))


@pytest.mark.parametrize("counterpart", ["Swedish", "Norwegian"])
def test_who_has_a_sides_counterpart_is_of_the_other_side(counterpart):
    own = {"Swedish": "no", "Norwegian": "se"}[counterpart]
    told = tell(
        "The foreign ministers of Norway and Sweden met in Kuala Lumpur on Monday, both ministries said.",
        f"When Judith Harl left the hotel with her {counterpart} counterpart, she smiled.",
        "The Norwegian ministry said cod had been discussed. The Swedish ministry said trains had been discussed.",
        "Nobody asked for crab, Harl said.",
    )
    assert who(told, "Nobody asked for crab") == ("statement", (own,))
