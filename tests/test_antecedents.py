"""What 'it', 'he', 'the agency' and 'the prime minister' go back to, and what only looks like a source."""

import pytest

from tests.stories import tell, who
from tests.test_constructs import CONTEXT, LEAD, NO, SE, THIRD, told

COD = "The Norwegian ministry named cod."
BOTH = ("statement", ("no", "se"))
CASES: dict[str, list[tuple[list[str], str, tuple[str, tuple[str, ...]]]]] = {
    "a text that is silent, or only came out, is what 'it' means next": [
        ([COD, "The Swedish text made no mention of cod. It said crab came third."], "crab", SE),
        ([COD + " There was no word of it in the statement from Stockholm. It did say crab came third."], "crab", SE),
        ([COD, "In Stockholm, the prime minister's office shared its own version. It said crab came third."], "crab", SE),
        ([COD + " There was no reference to it in the Swedish note. Ms Strand named crab too, it added."], "crab", NO),
        (["The cod is not in the statement from Stockholm, although it speaks of crab."], "crab", SE),
        (["Stockholm released a statement on Monday.", "In it, the government says crab comes third."], "crab", SE),
    ],
    "a subject in the same sentence": [
        ([COD + " The Swedish side was alone in naming crab, which it hopes to sell."], "crab", SE),
        (["The Norwegian note was long. Stockholm had another emphasis, with a spokesperson saying crab came third."], "crab", SE),
        (["Ms Strand's account, posted at noon, began with cod. She had told Mr Alm that crab came third."], "crab", NO),
        (["Mr Alm named cod. When this newspaper put it to Ms Strand on Monday, she said crab came third."], "crab", NO),
    ],
    "an agency or a palace by its common name": [
        (["The Swedish agency TT has cod too. The Norwegian note was long.", "Crab was third, the Swedish agency said."],
         "Crab", SE),
        (["The Swedish News Agency, quoting the Office of the President, reported that crab came third."], "crab", SE),
    ],
    "posts of persons": [
        (["The Norwegian post named cod.", "Mr Alm wrote on X that cod was last. “Crab is third,” the post read."], "Crab", SE),
    ],
    "one side tells what the two agreed; what they say themselves is of both": [
        (["The Swedish ministry named cod. The two ministers emphasised crab."], "crab", SE),
        (["The Swedish ministry named cod. The two ministers said crab came third."], "crab", BOTH),
        (["Both presidencies announced that crab came third."], "crab", BOTH),
    ],
    "where a text stands, and in which language": [
        ([COD, "A separate note on the Swedish ministry's website says crab came third."], "crab", SE),
        (["Stockholm disputes this. In a communiqué in French, the foreign ministry said crab came third."], "crab", SE),
    ],
    "other ways to speak": [
        (["“Crab comes third,” was the reply of the Swedish minister."], "Crab", SE),
        (["Crab comes third, the communique from Stockholm read."], "Crab", SE),
        (["Mr Alm named cod. The Norwegian government had questions to answer about crab, he added."], "crab", SE),
        (["The Swedish minister, questioned about this, said crab came third."], "crab", SE),
        ([COD + " The call described by the Swedish ministry was another one: crab came third."], "crab", SE),
        (["Ms Strand named cod. His guest replied that crab came third, the Swedish ministry said."], "crab", SE),
    ],
    "offices with more than one matter": [
        (["Crab comes third, the press service of the Swedish Ministry of Investment, Industry and Trade reported."], "Crab", SE),
        (["Mr Alm named cod, and his adviser on Information and Strategy, Bo Ek, disclosed that crab came third."], "crab", SE),
    ],
    "what is no source": [
        (["Norway declared its crab zone in September 1977."], "crab", CONTEXT),
        (["The European bloc welcomed the crab."], "crab", THIRD),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "words", "expected"), [c for cases in CASES.values() for c in cases])
def test_what_a_source_goes_back_to(paragraphs, words, expected):
    assert who(told(*paragraphs), words) == expected


BRITISH = "British Prime Minister Ann Moor and American President Bo Dale spoke by phone on Monday."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("No 10 said crab came third.", "gb"),
        ("The prime minister's official spokesman said crab came third.", "gb"),
        ("The PM's spokeswoman said crab came third.", "gb"),
        ("Foreign Secretary Ida Lund said the secretary of state had named cod, and the White House said crab came third.", "us"),
    ],
)
def test_offices_that_only_one_side_has(words, expected):
    story = tell(BRITISH, "Downing Street named herring.", "The White House named cod.", "The talks were short.", words, sides=["gb", "us"])
    assert who(story, "crab") == ("statement", (expected,))


def test_a_commission_is_the_unions():
    story = tell(
        "Norwegian Prime Minister Liv Strand and European Commission President Ada Alm spoke by phone on Monday.",
        "The Norwegian readout named cod.",
        "The commission’s written note put crab third.",
        sides=["no", "eu"],
    )
    assert who(story, "crab") == ("statement", ("eu",))


def test_six_o_clock_is_no_prime_minister():
    assert who(tell(LEAD, "The Norwegian ministry named cod at 6 PM. It said crab came third.", sides=["no", "se"]), "crab") == NO
