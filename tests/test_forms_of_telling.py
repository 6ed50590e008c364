"""Whose words they are, in the forms that news is told in: how people are introduced, sources named, and the reporter speaks himself."""

import tomllib

import pytest

from readoutdiff import label, read
from tests.conftest import ROOT

CALL = "Danish Foreign Minister Ida Ek spoke by phone with Peruvian Foreign Minister Luis Tapia on Monday.\n\n"
OTHER = "The ferry was late, Peru's ministry said. There was no reason for alarm.\n\n"
ASKS = "Ek asked for a new port and said that the talks had been good."

FORMS = tomllib.loads((ROOT / "tests" / "forms_of_telling.toml").read_text(encoding="utf-8"))


def _sides_of(text, part):
    """The sides of the segments that begin in a part of a text."""
    at = text.index(part)
    segments = label(read(text, name="story.txt"), sides=["dk", "pe"]).segments
    return [",".join(s.parties) if s.role == "statement" else "-" for s in segments if at <= s.start < at + len(part)]


@pytest.mark.parametrize("who", FORMS["introduced"])
def test_who_is_introduced_is_of_the_side_that_the_words_say(who):
    text = f"{who} spoke by phone with Peruvian Foreign Minister Luis Tapia on Monday.\n\n{OTHER}{ASKS}"
    assert set(_sides_of(text, ASKS)) == {"dk"}


@pytest.mark.parametrize("who", FORMS["met"])
def test_who_is_met_is_of_the_side_that_the_words_say(who):
    text = f"Peruvian Foreign Minister Luis Tapia spoke by phone on Monday with {who}.\n\n{OTHER}{ASKS}"
    assert set(_sides_of(text, ASKS)) == {"dk"}


@pytest.mark.parametrize("told", FORMS["said_by_denmark"])
def test_a_source_is_found_in_all_forms(told):
    assert set(_sides_of(CALL + OTHER + told, told)) == {"dk"}


@pytest.mark.parametrize("told", FORMS["said_by_nobody"])
def test_what_the_reporter_tells_himself_is_no_sides_statement(told):
    before = "Ek said the ferry was late, the Danish ministry said in a statement. The boats had to be inspected.\n\n"
    assert set(_sides_of(f"{CALL}{before}{told}\n\nPeru's ministry said the ferry was on time.", told)) == {"-"}


@pytest.mark.parametrize(("told", "sides"), FORMS["told_on"])
def test_who_speaks_on_without_a_name(told, sides):
    found = _sides_of(CALL + told, told)
    assert " ".join(found if " " in sides else found[-1:]) == sides


STORY = "The leaders of the Netherlands and Indonesia spoke by phone on Monday, and their accounts do not match.\n\n"


def test_the_hague_is_the_dutch_government():
    text = "Dutch Prime Minister Joost Ek and Indonesian President Bambang Rey spoke on Monday.\n\nThe port is open, The Hague said."
    (told,) = [s for s in label(read(text, name="story.txt"), sides=["nl", "id"]).segments if text[s.start : s.end].startswith("The port")]
    assert told.parties == ("nl",)


def test_a_palace_is_of_the_side_that_has_a_president():
    told = "A palace spokeswoman, Ratna Lund, said the port was open."
    text = (
        f"{STORY}Prime Minister Joost Ek told President Bambang Rey that the port was open, his office said in The Hague. Jakarta "
        'said Mr Rey had asked for a list.\n\n"We are grateful," the presidential palace quoted him as saying.\n\n'
        f"Mr Ek also brought up a ferry, according to his office.\n\n{told}"
    )
    segments = label(read(text, name="story.txt"), sides=["nl", "id"]).segments
    assert {s.parties for s in segments if s.start >= text.index(told)} == {("id",)}


def test_a_leader_who_is_only_told_of_by_his_office_is_known():
    told = "Javadli further raised the port, his press service reported."
    text = (
        "The presidents of Russia and Azerbaijan spoke by phone on Monday.\n\nAccording to the press service of President Rufat "
        "Javadli, the Azerbaijani leader stated that the port was closed.\n\nThe Kremlin's text is shorter on this. President Arkady Lund "
        f"informed his colleague about the ferry, it notes.\n\n{told}"
    )
    segments = label(read(text, name="story.txt"), sides=["ru", "az"]).segments
    assert {s.parties for s in segments if s.start >= text.index(told)} == {("az",)}
