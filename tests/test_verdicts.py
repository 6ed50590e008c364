"""What both sides raise, what only one does, and what is left open."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readoutdiff import UsageError, compare, read, read_file
from readoutdiff.render.cautions import outcome_sentence
from tests.conftest import SAMPLES
from tests.stories import segment_with, tell, topic_with, who


def readouts(left, right, parties=("no", "se")):
    return compare(
        *(read(text, role="readout", party=party, name=f"{party}.txt") for text, party in zip((left, right), parties, strict=True))
    )


VICTORY = read_file(str(SAMPLES / "victory-day-call" / "article.txt"))


class TestTheVictoryDayStory:
    """The story that the project began with, told in our own words."""

    comparison = compare(VICTORY)

    def test_the_sides_are_found(self):
        assert [p.id for p in self.comparison.parties] == ["il", "ru"]
        assert self.comparison.outcome == "compared"

    def test_the_hostages_are_the_outlets_own_knowledge(self):
        hostages = [
            s for s in self.comparison.segments if "hostage" in self.comparison.text_of(s) and s.role not in ("headline", "caption")
        ]
        assert {s.role for s in hostages} <= {"outlet", "background", "third_party"}
        assert "outlet" in {s.role for s in hostages}

    def test_the_jewish_fighters_are_not_called_omitted(self):
        topic = topic_with(self.comparison, "a million Jews")
        assert list(topic.segments) == ["il"]
        assert topic.status in ("one_sided", "possible")

    def test_the_soviet_role_is_shared(self):
        soviet = [t for t in self.comparison.topics if any("Soviet" in self.comparison.text_of(s) for s in members(self.comparison, t))]
        assert "shared" in {t.status for t in soviet}


def members(comparison, topic):
    ids = {segment for segments in topic.segments.values() for segment in segments}
    return [s for s in comparison.segments if s.id in ids]


def test_the_same_point_in_other_words_is_shared():
    comparison = readouts(
        "The prime minister demanded that the captives be set free at once.",
        "The freeing of the hostages was also on the agenda of the conversation.",
    )
    assert [t.status for t in comparison.topics] == ["shared"]


def test_no_label_has_a_small_word_twice_over():
    told = tell(
        "Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday.",
        "The Swedish ministry told them that Sweden would not object to the prosecution of any of its citizens found wanting.",
        "The Norwegian readout named cod.",
    )
    assert all(" of of " not in topic.label for topic in told.topics)


def test_no_label_begins_with_the_end_of_a_genitive():
    told = tell(
        "British Prime Minister Ann Hill and Norwegian Prime Minister Liv Strand spoke by phone on Monday.",
        "No 10’s quota has to grow, Downing Street said. The 1990s’ quota was too small, it added.",
        "The Norwegian readout said that No 10’s quota was too large.",
    )
    assert all(not topic.label.startswith("s ") for topic in told.topics)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norway welcomed the night ferry.", "Sweden spoke of grain prices."),
        ("Norway complained about illegal trawlers.", "Sweden offered scholarships for nurses."),
        ("Norway demanded the return of the stolen masks.", "Sweden proposed a joint satellite."),
        ("Norway’s ministry asked for spare parts for its buses.", "Sweden’s ministry wanted news of a jailed engineer."),
    ],
)
def test_in_a_story_of_one_statement_each_their_places_make_no_common_point(one, other):
    comparison = compare(read(f"Norway and Sweden spoke by phone on Monday.\n\n{one} {other}\n", name="story.txt"))
    assert {t.status for t in comparison.topics} == {"possible"}


def test_names_in_two_spellings_meet():
    comparison = readouts(
        "She asked about the release of the journalist Troufanov from the prison.",
        "The release of the journalist Trufanov was discussed.",
    )
    assert comparison.topics[0].status == "shared"


FISHERIES = (
    "The ministers discussed quotas for herring and mackerel in the northern fishing grounds.",
    "They condemned the attack on the embassy in Khartoum.",
    "The price of natural gas and the new pipeline were touched upon.",
    "Visa rules for students will be eased before the summer term.",
    "Both sides welcomed the vaccination of children in the camps.",
)
FESTIVAL = "The ministers welcomed the national film festival and the touring theatre company."


def test_a_point_that_nothing_comes_near_is_one_sided_and_shows_what_is_nearest():
    comparison = readouts(f"They discussed quotas for herring and mackerel.\n\n{FESTIVAL}", "\n\n".join(FISHERIES))
    festival = topic_with(comparison, "festival")
    assert festival.status == "one_sided"
    assert festival.nearest["se"].score < 0.2


def test_where_little_is_told_nobody_is_called_silent():
    comparison = readouts(f"They discussed quotas for herring and mackerel.\n\n{FESTIVAL}", "\n\n".join(FISHERIES[:2]))
    assert topic_with(comparison, "festival").status == "possible"


def test_an_article_leaves_open_what_it_does_not_settle():
    comparison = tell(
        "Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday.",
        "The Norwegian readout said the ministers had discussed cod quotas in the northern seas.",
        "The Swedish readout said the ministers had discussed fishing.",
    )
    assert topic_with(comparison, "cod quotas").status in ("shared", "possible")


def test_a_side_of_which_hardly_anything_is_told_is_not_called_silent():
    comparison = tell(
        "Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday.",
        "The Norwegian readout said the ministers had discussed the new lighthouse near Kirkenes and the radar on the northern border.",
        "The Swedish readout said the talks were good.",
    )
    topic = topic_with(comparison, "lighthouse")
    assert topic.status == "possible"
    assert comparison.text_of(segment_with(comparison, "talks were good")) in {
        comparison.text_of(next(s for s in comparison.segments if s.id == c.segment)) for c in topic.possible["se"]
    }


def test_the_reporters_own_remark_makes_a_topic_one_sided():
    comparison = tell(
        "Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday.",
        "The Norwegian readout said the ministers had discussed cod quotas in the northern seas.",
        "The Swedish readout said the ministers had discussed rail freight to Narvik.",
        "Stockholm also raised the clean-up of the old mercury mine.",
        "The Norwegian readout makes no mention of the mine.",
    )
    topic = topic_with(comparison, "mercury mine")
    assert (topic.status, list(topic.segments)) == ("one_sided", ["se"])


def test_a_joint_statement_is_shared():
    comparison = tell(
        "Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday.",
        "The Norwegian readout said the ministers had discussed cod quotas.",
        "The Swedish readout said the ministers had discussed rail freight.",
        "Both governments said a rescue exercise would be held in the Skagerrak.",
    )
    topic = topic_with(comparison, "rescue exercise")
    assert topic.status == "shared"
    assert set(topic.segments) == {"no", "se"}


def test_that_there_was_a_call_is_no_topic():
    comparison = readouts("Prime Minister Strand spoke today with Prime Minister Alm of Sweden.", "The two spoke by telephone on Monday.")
    assert comparison.topics == ()


def test_outlet_topics_belong_to_no_side():
    comparison = tell(
        "Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday.",
        "The Norwegian readout said the ministers had discussed cod quotas.",
        "The Swedish readout said the ministers had discussed rail freight.",
        "Strand also offered Alm two reindeer for the zoo, the Fjord Times has learned.",
    )
    topic = topic_with(comparison, "reindeer")
    assert (topic.status, topic.segments) == ("outlet_only", {})
    assert topic.outlet


def test_labels_and_addresses_are_unique():
    for comparison in (compare(VICTORY), compare(*victory_readouts())):
        labels = [t.label for t in comparison.topics]
        assert len(set(labels)) == len(labels)
        assert len({t.id for t in comparison.topics}) == len(labels)


def victory_readouts():
    folder = SAMPLES / "victory-day-readouts"
    return [read_file(str(folder / f"{party}.txt"), role="readout", party=party) for party in ("il", "ru")]


def test_readouts_are_told_apart_by_themselves():
    il, ru = victory_readouts()
    comparison = compare(*(read(d.text, role="readout", name=d.name) for d in (ru, il)))
    assert [d.party for d in comparison.documents] == ["ru", "il"]


def test_whose_readout_a_text_is_is_not_guessed():
    with pytest.raises(UsageError, match="--sides"):
        compare(read("Fish was discussed.", role="readout"), read("Trains were discussed.", role="readout"))


def test_a_country_that_the_talk_is_of_does_not_hide_who_talked():
    kenya = (
        "The president spoke by telephone with the Chancellor of Germany. He recalled the talks in Sudan and asked for visas for nurses."
    )
    germany = "The Chancellor spoke today with the President of Kenya. She paid tribute to the efforts to bring peace to Sudan."
    comparison = compare(read(kenya, role="readout"), read(germany, role="readout"))
    assert [d.party for d in comparison.documents] == ["ke", "de"]


def test_sides_name_readouts_in_order():
    comparison = compare(
        read("Fish was discussed.", role="readout"), read("Trains were discussed.", role="readout"), sides=["Norway", "Sweden"]
    )
    assert [d.party for d in comparison.documents] == ["no", "se"]


def test_with_an_article_and_readouts_the_readouts_decide():
    comparison = compare(VICTORY, *victory_readouts())
    assert comparison.mode == "triangulated"
    assert {s.split(":")[0] for t in comparison.topics for ids in t.segments.values() for s in ids} == {"il", "ru"}


@pytest.mark.parametrize(("sides", "why"), [(["il", "xx"], "unknown side"), (["il", "ru", "us"], "3 sides for 2 readouts")])
def test_wrong_sides_are_named(sides, why):
    texts = [read("Fish was discussed.", role="readout"), read("Trains were discussed.", role="readout")]
    with pytest.raises(UsageError, match=why):
        compare(*texts, sides=sides)


@pytest.mark.parametrize(
    "lead", ["Norwegian Premier Liv Strand and Swedish Premier Per Alm", "Swedish Premier Per Alm and Norwegian Premier Liv Strand"]
)
def test_the_one_account_that_is_told_is_named(lead):
    told = tell(
        f"{lead} spoke by phone on Monday.", "Sweden's foreign ministry said they discussed cod. It said trains were discussed too."
    )
    assert told.outcome == "one_side"
    assert outcome_sentence(told, {}).startswith("Only Sweden's account of the call is told here")


def test_where_nothing_but_their_places_bring_two_statements_together_the_score_says_so():
    told = tell("Norway said they discussed oil.", "Sweden said they discussed wheat.", sides=["no", "se"])
    assert [c.score for t in told.topics for found in t.possible.values() for c in found] == [0.0, 0.0]


def test_one_account_alone_is_never_two():
    comparison = compare(read_file(str(SAMPLES / "one-account" / "article.txt")))
    assert comparison.outcome == "one_side"
    assert comparison.topics == ()
    assert {p for s in comparison.segments for p in s.parties} == {comparison.parties[0].id}


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (
            "The presidents of Kenya and Peru spoke by telephone on Monday. They discussed coffee. An exchange of visits was agreed.",
            "unattributed",
        ),
        ("The bakery opened at dawn. Greeks and Turks came, and both sides said the rolls were good.", "no_sides"),
        (
            "President Alder of Norway had a telephone conversation with the President of Sweden, Bo Ek. The President stressed the "
            "importance of cod quotas. President Ek noted the progress on rail freight.",
            "unattributed",  # a readout of its own, given as an article
        ),
        ("Norway and Sweden held a call on cod on Monday. Oslo said quotas came first. Stockholm said rail did.", "compared"),
        ("More to follow.", "no_sides"),
        ("Le ministère a indiqué que les deux présidents ont parlé de la situation dans la région et de la coopération.", "language"),
    ],
)
def test_only_what_tells_two_accounts_is_compared(text, outcome):
    comparison = tell(text)
    assert comparison.outcome == outcome
    assert bool(comparison.topics) == (outcome == "compared")


def test_texts_in_two_languages_are_never_compared():
    comparison = compare(
        read("The ministers discussed fishing and the rail freight to the north of the country.", role="readout", party="no"),
        read("Министры обсудили рыболовство и железнодорожные перевозки.", role="readout", party="ru"),
    )
    assert (comparison.outcome, comparison.topics) == ("language", ())
    assert comparison.segments


SENTENCES = (
    "They discussed the release of the hostages held in the north.",
    "The minister stressed the need for lower tariffs on steel.",
    "A new railway to the harbour was welcomed.",
    "She raised the case of the jailed journalist.",
    "Visa rules for students will be eased, it was agreed.",
    "The drought and the level of the river were reviewed.",
    "He invited his counterpart to the film festival in May.",
    "Both sides condemned the attack on the embassy.",
    "The price of natural gas was touched upon.",
)
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True).map("\n\n".join)


def summary(comparison):
    """Per segment text, the verdict of its topics."""
    status = {t.id: t.status for t in comparison.topics}
    return {(s.parties, comparison.text_of(s)): sorted(status[t] for t in s.topics) for s in comparison.segments}


@settings(max_examples=40, deadline=None)
@given(texts, texts)
def test_swapping_the_sides_mirrors_every_verdict(left, right):
    forward = readouts(left, right)
    backward = readouts(right, left, parties=("se", "no"))
    assert summary(forward) == summary(backward)


UNRELATED = "The two choirs of the lighthouse keepers will sing on the island of Utsira."


told_in_full = st.lists(st.sampled_from(SENTENCES), min_size=5, max_size=8, unique=True).map("\n\n".join)


@settings(max_examples=60, deadline=None)
@given(told_in_full, told_in_full)
def test_an_unrelated_paragraph_changes_no_verdict_of_the_others(left, right):
    before, after = summary(readouts(left, right)), summary(readouts(left, f"{right}\n\n{UNRELATED}"))
    assert {key: verdicts for key, verdicts in after.items() if UNRELATED not in key[1]} == before


@settings(max_examples=20, deadline=None)
@given(texts, texts)
def test_the_same_input_gives_the_same_bytes(left, right):
    assert readouts(left, right).to_json() == readouts(left, right).to_json()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_to_its_last_character(text):
    if not text.strip():
        return
    comparison = tell(text.encode("utf-8", "replace").decode())
    document = comparison.documents[0]
    covered = {i for s in comparison.segments for i in range(s.start, s.end)}
    assert all(i in covered or document.text[i].isspace() for i in range(len(document.text)))


def test_a_text_of_one_short_sentence_is_read_too():
    comparison = readouts("Fish was discussed at length in the harbour.", "Trains were discussed.")
    assert who(comparison, "Fish") == ("statement", ("no",))
    assert segment_with(comparison, "Trains").parties == ("se",)


ARTICLE = (
    "Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday.",
    "The Norwegian readout named cod quotas in the northern seas. Oslo also asked for rail freight, its readout said.",
    "The Swedish ministry said a hunt of wolves in the forests had been discussed. It added that Stockholm wants cheaper ferry tickets.",
)
OSLO = """The minister raised quotas for cod.

She asked for rail freight.

Visa rules for students were eased.

The attack on the embassy in Khartoum was condemned."""


def test_an_article_beside_one_readout_has_the_other_side_too():
    comparison = compare(read("\n\n".join(ARTICLE)), read(OSLO, role="readout", party="no"))
    assert [p.id for p in comparison.parties] == ["no", "se"]
    assert {t.status for t in comparison.topics} <= {"shared", "possible"}  # of Stockholm's account only the article is there
    assert topic_with(comparison, "wolves").segments.keys() == {"se"}


def test_two_accounts_of_one_side_are_no_comparison():
    with pytest.raises(UsageError, match="Norway: all accounts are of this one side"):
        compare(read(OSLO, role="readout", party="no"), read(OSLO, role="readout", party="no"))


def test_one_word_in_common_is_not_one_point():
    comparison = readouts(
        "The prime minister raised the safety of journalists who cover the protests.",
        "The president noted the safety of the mountain railway and looked forward to more visitors.",
    )
    assert "shared" not in {t.status for t in comparison.topics}


class TestEmphasis:
    @pytest.mark.parametrize(
        ("sentence", "counted"),
        [
            ("Norway called for herring quotas in autumn.", ["called"]),
            ("Norway called on Sweden to store herring in autumn.", ["called"]),
            ("Norway asked for the call on herring quotas.", []),
            ("The phone call dealt with herring quotas in autumn.", []),
            ("In a call on Monday they discussed herring quotas.", []),
            ("The demand for herring grew in autumn.", []),
            ("There was great demand for herring quotas in autumn.", []),
            ("The ministers demand herring quotas in autumn.", ["demand"]),
            ("They would reject herring quotas in autumn.", ["reject"]),
            ("Norway stresses herring quotas in autumn.", ["stresses"]),
        ],
    )
    def test_a_noun_is_no_emphatic_verb(self, sentence, counted):
        compared = readouts(f"{sentence}\n\n{FESTIVAL}", "\n\n".join(FISHERIES))
        emphasis = next(
            t.emphasis["no"] for t in compared.topics if any(compared.text_of(s) in sentence for s in compared.segments if t.id in s.topics)
        )
        assert [compared.text_of(span) for span in emphasis.emphatic] == counted


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Norway asked Sweden to stop such provocations at the source.", "provocations at the source"),
        ("Norway said that Sweden did not ask for a veto.", "ask for a veto"),
    ],
)
def test_a_label_of_one_word_takes_the_one_beside_it(sentence, label):
    compared = readouts(f"{sentence}\n\n{FESTIVAL}", "\n\n".join(FISHERIES))
    assert label in [t.label for t in compared.topics]
