"""Each construct in which a story names its sources, with the way it is told: order, antecedent, marks, wrappers."""

import pytest

from tests.stories import segment_with, tell, who

LEAD = "Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday."
NORWAY = "The Norwegian readout said the ministers had discussed cod quotas."
SWEDEN = "The Swedish readout said the ministers had discussed rail freight."
BOTH = (LEAD, NORWAY, SWEDEN)
NO, SE = ("statement", ("no",)), ("statement", ("se",))
OUTLET, THIRD, CONTEXT = ("outlet", ()), ("third_party", ()), ("background", ())


def told(*paragraphs):
    """The story of the call with these paragraphs after both readouts."""
    return tell(*BOTH, *paragraphs, sides=["no", "se"])


CASES: dict[str, list[tuple[list[str], str, tuple[str, tuple[str, ...]]]]] = {
    "quotations in every style of mark": [
        (["“Herring first,” the Swedish ministry said. “Crab later.”"], "Crab", SE),
        (['"Herring first," the Swedish ministry said. "Crab later."'], "Crab", SE),
        (["‘Herring first,’ the Swedish ministry said. ‘Crab later.’"], "Crab", SE),
        (["'Herring first,' the Swedish ministry said. 'Crab later.'"], "Crab", SE),
        (["«Herring first», the Swedish ministry said. «Crab later.»"], "Crab", SE),
        (["„Herring first“, the Swedish ministry said. „Crab later.“"], "Crab", SE),
        (["「Herring first,」 the Swedish ministry said. 「Crab later.」"], "Crab", SE),
        (["「Herring first」 said the Swedish ministry. 「Crab later.」"], "Crab", SE),
        (['“Herring first," the Swedish ministry said.', "Nobody counted the boats in 1905."], "boats", CONTEXT),
        (["The ministers’ ʼherringʼ was no quotation.", "Crab came later, the Swedish ministry said."], "Crab", SE),
    ],
    "quotations over sentences and paragraphs": [
        (["“Herring first. Salmon second. Crab third,” the Swedish ministry said."], "Salmon", SE),
        (["“Herring first,” the Swedish ministry said. “Salmon second.", "“Crab third.”"], "Crab", SE),
        (["The Swedish ministry sent this:", "“Herring first.", "“Crab third.”"], "Crab", SE),
        (["On fish, the Swedish ministry has this:", "The parties looked at herring. Crab comes third."], "Crab", SE),
        (["The Swedish ministry sent this:", "> Crab comes third."], "Crab", SE),
    ],
    "both orders, and a source in the middle": [
        (["Said the Swedish ministry: crab comes third."], "crab", SE),
        (["Crab, the Swedish ministry said, comes third."], "comes third", SE),
        (["Crab comes third, said Per Alm, the Swedish foreign minister."], "Crab", SE),
        (["Crab comes third, Sweden’s foreign minister was quoted as saying."], "Crab", SE),
        (["“Crab third” is how the Swedish ministry puts it."], "Crab", SE),
        (["Stockholm’s account dwelt longest on the crab that Norway undertook to count."], "crab", SE),
        (["Pressed on crab, the Swedish spokesman was curt. Crab should not be on the list."], "should not", SE),
    ],
    "nominal sources": [
        (["The Swedish readout of the call put crab third."], "crab", SE),
        (["A statement from the Swedish prime minister’s office highlighted crab."], "crab", SE),
        (["In its note, Stockholm put crab third."], "crab", SE),
        (["Stockholm’s was shorter and put crab third."], "crab", SE),
        (["Sweden keeps crab for its last paragraph."], "crab", SE),
        (["Half of the Swedish text is about crab."], "crab", SE),
        (["Sweden is in need of crab, in its telling."], "crab", SE),
        (["In Stockholm the prime minister said crab came third."], "crab", SE),
        (["The Norwegian ministry named cod.", "The Swedish ministry was of another mind about crab, its spokesman said."], "crab", SE),
        (["The Swedish statement asks that crab be published."], "crab", SE),
        (["The Swedish note, sent out by Bo Ek at noon, dwelt on crab."], "crab", SE),
        (["Stockholm was more specific. It said crab came third."], "more specific", SE),
    ],
    "clauses within what a source tells": [
        (["The Swedish ministry said that crab was on the list, and that Norway had agreed to count it."], "agreed to count", SE),
        (["Asked whether Norway had raised the toll on crab, the Swedish spokesman said that it had."], "crab", SE),
        (["The ban on crab stays until divers say that it is safe, Alm told reporters, the Swedish ministry said."], "The ban", SE),
        (["Herring was the money that Swedish firms have pledged, the Norwegian ministry said."], "Herring", NO),
        (["Norway’s text names salmon, which Sweden has held “in contempt” for years. It demands more crab."], "It demands", NO),
        (["The Swedish account is shorter: crab was weighed, it says, and the two agreed to meet."], "crab was weighed", SE),
    ],
    "who spoke last": [
        (
            ["Alm asked for herring, in the words of the Swedish text, while Strand said that salmon came first.", "She also named crab."],
            "crab",
            NO,
        ),
        (["Traders in Malmö could see the first boats soon, Alm has said.", "He told reporters that crab comes third."], "crab", SE),
        (
            [
                "Strand had asked for salmon, the Norwegian ministry said.",
                "Herring was refused, by Alm’s account.",
                "“Crab comes third,” he said.",
            ],
            "Crab",
            SE,
        ),
        (["Strand was brief. For Alm, the success lay in herring. He told reporters that crab came third."], "crab", SE),
        (["Strand named salmon. Her guest, smiling, said crab came third."], "crab", SE),
        (["Strand said salmon came first; Alm said crab came third, in his office’s version."], "crab", SE),
        (["The Swedish text is warm on crab: crab “comes first,” the ministry wrote."], "crab “comes", SE),
        (
            ["A statement read out by the Swedish government’s spokeswoman, Nina Falk, named salmon.", "Falk said crab came third."],
            "crab",
            SE,
        ),
        (["Sweden’s communications chief, Nina Falk, said crab came third."], "crab", SE),
    ],
    "whoever governs, by whatever name": [
        (["The authorities in Sweden said crab came third."], "crab", SE),
        (["The junta in Stockholm said crab came third."], "crab", SE),
        (["The government of national unity in Sweden said crab came third."], "crab", SE),
        (["SAP General Secretary Per Alm said crab came third."], "crab", SE),
        (["Alm’s chief of staff, Ali Ba, said crab came third."], "crab", SE),
    ],
    "what is no furniture and no remark on a text": [
        (["A message from Alm said crab came third."], "crab", SE),
        (["With help from Sweden the crab will grow, Alm said."], "crab", SE),
        (["The Swedish text offers more crab."], "crab", SE),
        (["The Swedish text paints a grim picture of the crab trade."], "crab", SE),
    ],
    "how a person is introduced": [
        (["Oslo asked Stockholm for crab, by its own account."], "crab", NO),
        (["On arrival at Malmö, Swedish Minister of Information Nina Falk named salmon.", "Falk said crab came third."], "crab", SE),
        (["“Herring,” Alm told her, as quoted by his spokesman, Tom Ek.", "Ek said crab came third."], "crab", SE),
    ],
    "bystanders and what is no name": [
        (["A diplomat from Chile who follows both countries says crab never mattered."], "crab", OUTLET),
        (["Ontario Premier Doug Hart said crab came third."], "crab", THIRD),
        (["When the Sentinel put it to Alm, he replied that crab came third."], "crab", SE),
        (["“Crab comes third,” the Swedish note quoted him as saying."], "Crab", SE),
        (["Fishermen in Sweden asked for crab."], "crab", THIRD),
        (["The mayor of a town in Sweden said crab was dear."], "crab", THIRD),
        (["Both press services said crab came third."], "crab", ("statement", ("no", "se"))),
        (["The Swedish summary went up two hours later."], "went up", OUTLET),
    ],
    "two antecedents": [
        (["The Norwegian statement named salmon. Alm, in Malmö, said herring mattered.", "The statement added crab."], "crab", NO),
        (["Alm said herring mattered. The Norwegian statement named salmon.", "He added crab."], "crab", SE),
        (["“Herring,” Strand said.", "He then told Alm about cod, the Norwegian ministry said.", "She added crab."], "crab", NO),
        (["The Norwegian note named salmon.", "The bay has been Danish, then Norwegian.", "The note added crab."], "crab", NO),
    ],
    "source apart from actor": [
        (["Alm asked Strand about crab, the Norwegian ministry said."], "crab", NO),
        (["Strand thanked Alm for the crab, according to Stockholm."], "crab", SE),
        (["Oslo said that Stockholm had promised crab."], "crab", NO),
        (["Alm named herring.", "He asked for crab while the boats waited, the Norwegian ministry said."], "crab", NO),
        (["The Norwegian ministry named cod.", "“Crab comes third,” Alm said, according to the ministry."], "Crab", SE),
    ],
    "joint statements": [
        (["Both ministries said crab came third."], "crab", ("statement", ("no", "se"))),
        (["In a joint statement, the ministers promised crab."], "crab", ("statement", ("no", "se"))),
        (["Oslo and Stockholm both said crab came third."], "crab", ("statement", ("no", "se"))),
        (["The two ministers agreed on crab, the Swedish ministry said."], "crab", SE),
        (["Crab takes up much of both accounts."], "Crab", ("statement", ("no", "se"))),
        (["Crab came third, according to statements from both ministries."], "Crab", ("statement", ("no", "se"))),
        (["Both Nordic capitals said crab came third."], "crab", ("statement", ("no", "se"))),
        (["The foreign ministers of the two countries announced that crab came third."], "crab", ("statement", ("no", "se"))),
    ],
    "passive and agentless": [
        (["The Swedish ministry named herring. The two were also said to have discussed crab."], "crab", SE),
        (["It was said in the statement of the Swedish government that crab came third."], "crab", SE),
        (["“It was noted that crab came third,” the Swedish ministry said."], "crab", SE),
    ],
    "other events": [
        (["Alm said last week that crab was dear."], "crab", THIRD),
        (["In a speech, Strand said crab was a pest."], "crab", THIRD),
        (["In May, Alm said crab was dear."], "crab", THIRD),
        (["The Swedish ministry said Norway had asked for crab last week."], "crab", SE),
    ],
    "denials": [
        (["The Swedish ministry denied that crab had come up."], "crab", SE),
        (["Crab did not come up, the Swedish ministry said."], "Crab", SE),
        (["Alm said neither minister had named crab."], "crab", SE),
    ],
    "wrapped agencies": [
        (["The Norwegian news agency NTB reported, citing the Swedish ministry, that crab came third."], "crab", SE),
        (["Crab came third, the Swedish ministry told Reuters."], "Crab", SE),
    ],
    "unnamed sources": [
        (["A Swedish official, who asked not to be named, said crab came up."], "crab", OUTLET),
        (["The Herald has learned that crab came up."], "crab", OUTLET),
        (["“Crab came up,” one of the two said."], "Crab", OUTLET),
        (["Sources at the Swedish presidency said crab came up."], "crab", OUTLET),
        (["A senior Swedish official who was in the room said crab came up."], "crab", OUTLET),
        (["A source close to the Swedish cabinet said crab came up."], "crab", OUTLET),
        (["Two people briefed on the call said crab came up."], "crab", OUTLET),
    ],
    "third parties": [
        (["Denmark welcomed the talk of crab."], "crab", THIRD),
        (["“Crab is dear,” said Ida Holm, who studies fish."], "Crab", THIRD),
        (["Retired skippers said crab was dear."], "crab", THIRD),
        (["The Swedish opposition leader, Åsa Ek, said crab was a scandal."], "crab", THIRD),
        (["A Centre Party spokesman said crab was dear."], "crab", THIRD),
        (["According to the skipper Omar Zaki, crab is dear."], "crab", THIRD),
        (["According to the 2019 count by Omar Zaki, crab is dear."], "crab", CONTEXT),
    ],
    "what a country does beside": [
        (["Crab landings fell after Sweden raised the tariff."], "Crab", OUTLET),
        (["Ferries to Sweden demand a new quay."], "quay", OUTLET),
    ],
    "posts": [
        (["“Crab next,” Alm wrote on X."], "Crab", SE),
        (["In a post on X, Strand put crab third."], "crab", NO),
        (["Crab comes third, according to the Swedish ministry’s post."], "Crab", SE),
    ],
    "the reporter's omissions": [
        (["The Swedish readout made no mention of crab."], "crab", OUTLET),
        (["Neither readout mentions crab."], "crab", OUTLET),
        (["No ministry spoke of crab."], "crab", OUTLET),
        (["The Swedish text leaves crab out."], "crab", OUTLET),
        (["None of the crab is in the Swedish note."], "crab", OUTLET),
        (["Crab came third, the Norwegian ministry said, something the Swedish readout leaves out."], "leaves out", OUTLET),
        (["The Norwegian ministry, which made no mention of salmon, said crab came third."], "crab", NO),
        (["The Swedish text gives no figure, and puts crab third."], "crab", SE),
        (["Sweden would not say whether crab came up."], "crab", OUTLET),
        (["The Swedish note names no fish."], "fish", OUTLET),
        (["The Swedish note made no promise on salmon, saying that crab came third."], "crab", SE),
        (["That line is absent from the Swedish note, which speaks of crab as a pest."], "crab", SE),
        (["Stockholm did not specify a month."], "month", OUTLET),
        (["The Swedish note does not rule out crab."], "crab", SE),
        (["The Swedish note did not only name crab."], "crab", SE),
        (["The Swedish note has no doubt that crab matters."], "crab", SE),
        (["The Swedish account was more guarded."], "guarded", OUTLET),
        (["Crab was not mentioned, Alm wrote on X."], "Crab", SE),
    ],
    "transcripts": [
        (["MINISTER ALM: Thank you all. Crab comes third."], "Crab", SE),
        (["Liv Strand: Crab comes third."], "Crab", NO),
    ],
    "sections of a page": [
        (["What Stockholm says", "It said crab came third."], "crab", SE),
        (["The Swedish ministry has four points:", "• Crab comes third.", "• Herring comes first."], "Herring", SE),
    ],
    "the same text": [
        (["Stockholm said in a media release that herring came first.", "Crab came third, according to the release."], "Crab", SE),
        (["On the Swedish telling, crab came third."], "crab", SE),
        (["The longest part, by Alm’s account, was about crab."], "crab", SE),
    ],
    "points told one by one": [
        (["The Swedish note has three points. One asks for herring. Another concerns crab."], "herring", SE),
        (["Sweden’s note has three points. The third declares crab a pest."], "crab", SE),
    ],
}


@pytest.mark.parametrize(
    ("paragraphs", "words", "expected"),
    [pytest.param(*case, id=f"{name}-{n}") for name, cases in CASES.items() for n, case in enumerate(cases)],
)
def test_who_owns_the_words(paragraphs, words, expected):
    assert who(told(*paragraphs), words) == expected


@pytest.mark.parametrize(
    ("paragraph", "words", "tier"),
    [
        ("The Swedish ministry said crab came third.", "crab", "explicit"),
        ("Crab came third, the ministry of Sweden said. It added that herring was first.", "herring", "anaphoric"),
        ("The Swedish ministry named herring. The two were also said to have discussed crab.", "crab", "carried"),
        ("Alm named herring. His spokesman said crab came third.", "crab", "anaphoric"),
        ("Alm urged Strand to count the crab.", "crab", "inferred"),
    ],
)
def test_the_tier_says_how_sure_it_is(paragraph, words, tier):
    assert segment_with(told(paragraph), words).tier == tier


@pytest.mark.parametrize(
    ("paragraph", "source"),
    [
        ("“Crab came up,” said two retired skippers.", "two retired skippers"),
        ("Two retired skippers said crab came up.", "Two retired skippers"),
        ("“Crab came up,” said everyone.", None),
    ],
)
def test_a_source_that_no_list_has_is_named_whole(paragraph, source):
    story = told(paragraph)
    segment = segment_with(story, "rab ")
    assert (segment.role, story.text_of(segment.source) if segment.source else None) == ("third_party", source)


@pytest.mark.parametrize(
    ("paragraph", "quote"),
    [
        ("“Herring comes first, then the crab of the bay, and last the small salmon of the river,” Alm said.", "direct"),
        ("The Swedish ministry spoke of “a sea of herring” and of cheap crab for everybody on the coast.", "mixed"),
        ("Herring came first, Alm said.", "indirect"),
    ],
)
def test_how_much_of_a_statement_is_quoted(paragraph, quote):
    assert segment_with(told(paragraph), "erring").quote == quote


@pytest.mark.parametrize(
    "units",
    [
        ["The Swedish ministry said crab came first on the list,", "adding that the night ferry must sail."],
        ["The Swedish ministry said crab came first on the list;", "the night ferry must sail."],
        ["The Swedish ministry said crab came first on the list,", "as well as the boats that came home late."],
        ["The Swedish ministry said crab came first on the list, as the boats came home late."],
        ["They discussed the crab of the north,", "the slow trains to Malmö,", "and the night ferry, the Swedish ministry said."],
    ],
)
def test_a_statement_on_several_points_is_cut(units):
    story = told(" ".join(units))
    assert [story.text_of(s) for s in story.segments[-len(units) :]] == units


def test_captions_subheads_and_times_are_not_statements():
    comparison = tell(
        "Strand and Alm talk fish",
        "By Nora Lind",
        "12 May 2025",
        *BOTH,
        "Crab and more",
        "Per Alm at the harbour in Malmö. (Photo: Nora Lind/Fjord Pictures)",
        "10:42",
        "The Swedish ministry said herring came first.",
        "Read more: The crab of the north",
    )
    assert who(comparison, "Crab and more") == ("headline", ())
    assert who(comparison, "Fjord Pictures") == ("caption", ())
    assert who(comparison, "10:42") == ("boilerplate", ())
    assert who(comparison, "Read more") == ("boilerplate", ())
    assert who(comparison, "herring came first") == SE


def test_names_go_with_their_countries_in_order():
    comparison = tell(
        "The foreign ministers of Norway and Sweden, Liv Strand and Per Alm, met on Monday.",
        "Norway said cod was on the list. Sweden said rail was.",
        "“Crab is third,” Alm told reporters.",
    )
    assert who(comparison, "Crab") == SE


def test_a_counterpart_without_a_country_is_the_other_sides():
    comparison = tell(
        "Norway and Sweden talk fish",
        "Norwegian Foreign Minister Liv Strand spoke by phone with her counterpart, Per Alm, on Monday.",
        "Oslo said cod was on the list. Stockholm said rail was.",
        "“Crab is third,” Alm wrote on X.",
    )
    assert who(comparison, "Crab") == SE


def test_who_led_the_delegation_speaks_for_it():
    assert who(told("Bo Ek, who led the Swedish delegation, put crab third.", "Ek added herring."), "herring") == SE


def test_a_person_first_named_in_an_account_is_of_that_side():
    story = told("That is not how Stockholm tells it.", "“Crab came first,” spokesperson Bo Ek told reporters.", "Ek added herring.")
    assert who(story, "herring") == SE
    assert segment_with(story, "herring").known_by == "account"


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("Crab landings rose, according to Statistics Sweden.", THIRD),
        ("Greenpeace Sweden said crab came first.", THIRD),
        ("The University of Sweden said crab came first.", THIRD),
        ("The Swedish Chamber of Commerce said crab came first.", THIRD),
        ("Swedish fishermen said crab came first.", THIRD),
        ("Swedish Crab AG, a canner, said crab came first.", THIRD),
        ("The Swedish parliament's biggest opposition group said crab came first.", THIRD),
        ("The shadow Swedish foreign minister, Bo Ek, accused the cabinet of leaving crab landings out.", THIRD),
        ("His sister, Ida Ek, said crab came first.", THIRD),
        ("Crab landings doubled, according to Swedish foreign ministry figures.", THIRD),
        ("The Swedish foreign ministry estimates that crab landings will double.", SE),
        ("Sweden estimates that crab landings will double.", SE),
        ("His brother Foreign Minister Alm said crab came first.", SE),
        ("Tiny Sweden said crab came first.", SE),
        ("Sweden said crab came first.", SE),
    ],
)
def test_a_country_in_the_name_of_a_body_does_not_speak(sentence, voice):
    assert who(told(sentence), "rab ") == voice


@pytest.mark.parametrize("others", ["Norwegian officials pressed for herring", "The Norwegian fishermen want herring"])
def test_a_clause_on_others_is_not_the_next_clauses(others):
    story = told(f"{others}, while the Swedish ministry said crab came first.")
    assert who(story, "herring") == OUTLET
    assert who(story, "crab") == SE


def test_two_titles_are_two_persons():
    story = tell(
        "What Oslo and Stockholm each heard",
        "Foreign Minister of Norway Liv Strand and Foreign Minister Per Alm had a call on Monday. Strand said cod was on the list.",
        "The Swedish readout said rail was. “Crab is third,” Alm told reporters.",
    )
    assert who(story, "Crab") == SE
    assert who(story, "cod was") == NO


def test_what_both_have_agreed_is_told_by_who_says_so():
    assert who(told("Norway and Sweden have agreed to lift the crab permits, Strand said on Tuesday."), "crab") == NO
    assert who(told("According to Strand, a hotline between the two ministries will deal with crab."), "crab") == NO


def test_a_text_put_out_by_a_seat_is_what_it_means_next():
    story = told(
        "The Norwegian ministry said cod came first.",
        "You would be hard pressed to recognise the meeting from the statement put out by Stockholm a little later. In it, Alm “won” "
        "lower tariffs. Canners would be welcome, it went on, with crab.",
    )
    assert who(story, "Canners") == SE


@pytest.mark.parametrize(
    ("paragraphs", "words", "voice"),
    [
        (["There, Alm is quoted as restating that crab comes third, a rank which, he said, will stay."], "crab", SE),
        (["Both releases say that crab comes third."], "crab", ("statement", ("no", "se"))),
        (["Crab will come third, both of them say, and herring first."], "Crab", ("statement", ("no", "se"))),
        (["The two signed off on a crab plan, it was announced in Stockholm, with six boats from Kalmar."], "crab", SE),
        (["On the Swedish side this becomes “crab first”, with all boats on the hunt for it."], "crab", SE),
        (["If you go by Stockholm, crab comes third."], "crab", SE),
        (["As noted in Stockholm, crab came third at the request of the canners."], "crab", SE),
        (["There was also, from Stockholm, mention of crab."], "crab", SE),
        (["Two smaller things in the Swedish version. One is a request that crab be put third."], "crab be", SE),
        (["“We shall count every crab in the sea.”", "— Per Alm, Foreign Minister of Sweden"], "every crab", SE),
        (["Crab came third, a Swedish vice-minister, Bo Ek, confirmed on the radio on Thursday."], "Crab", SE),
        (["The Assistant to the Prime Minister of Sweden, Bo Ek, said crab came third."], "crab", SE),
        (["In a statement issued late in the evening, Alm asked for crab."], "crab", SE),
        (["“The Honourable Minister looked at crab,” the Swedish statement read in part."], "crab", SE),
        (["“Crab is third,” the minister said, as quoted in the Swedish bulletin."], "Crab", SE),
        (["Only the Swedes report an understanding on crab."], "crab", SE),
        (["Both camps acknowledge that crab came up."], "crab", ("statement", ("no", "se"))),
        (
            ["The Swedish ministry said so.", "An hour later the Office of the King in Oslo put out a text. Crab, it said, is third."],
            "Crab",
            NO,
        ),
        (["The ministry in Oslo said little.", "The Swedish side was brief. Crab comes third, it said."], "Crab", SE),
        (["A Swedish spokeswoman, Eva Ek, said so.", "“Enough,” Strand said.", "The spokeswoman added that crab came third."], "crab", SE),
        (
            ["Strand had asked about crab.", "A Swedish spokesman, Bo Ek, had an answer: Crabs followed “an old practice”, he said."],
            "Crabs",
            SE,
        ),
        (["The Swedish ministry named herring.", "Asked whether Strand had named it too, the spokesman said crab was third."], "crab", SE),
        (["Speaking of herring, the Swedish ministry said so. Announcements “do not fill any crab traps”."], "crab", SE),
        (["“Krabban först,” the Swedish ministry said. [Crab first.]"], "[Crab", SE),
        (["The Norwegian readout passes crab over."], "crab", OUTLET),
        (["The Norwegian statement does not go into crab."], "crab", OUTLET),
        (["The Norwegian statement stops short of any promise on crab."], "crab", OUTLET),
        (["You know of course who loves crab."], "crab", OUTLET),
        (["Both countries claim the crab banks."], "crab", CONTEXT),
        (["The Swedish Crab Party said that herring was late."], "herring", THIRD),
        (["The President of the Swedish Union of Crabbers, Mr Bo Ek, said members were at sea."], "members", THIRD),
        (["Each of the two capitals says that crab came up."], "crab", ("statement", ("no", "se"))),
        (["The Norwegian ministry named cod.", "The Swedes see it otherwise. Their text puts crab third."], "crab", SE),
        (["The Swedish ministry said little.", "They met for an hour.", "It was noted that crab will come third."], "crab", SE),
        (["There is no sign of crab in the Norwegian text."], "crab", OUTLET),
        (["A ministry official, speaking on condition he not be named, laughed at crab."], "crab", OUTLET),
        (["A chief executive of a cannery said crab was late."], "crab", THIRD),
        (["Assistant coach Bo Ek said crab was late."], "crab", THIRD),
        (["The Swedish Minister of University and Research, Bo Ek, said crab came third."], "crab", SE),
        (["Oslo said crab had triumphed, as reported by Reuters."], "crab", NO),
        (["The Swedish statement did not leave crab out."], "crab", SE),
        (["KDV leader Bo Ek told reporters that crab came third."], "crab", THIRD),
        (["Bo Ek, an analyst, said crab was late, a claim Sweden has rejected."], "crab", THIRD),
        (["In 1995, Sweden authorised all crab boats to fish there."], "crab", CONTEXT),
    ],
)
def test_more_ways_to_name_a_source_or_none(paragraphs, words, voice):
    assert who(told(*paragraphs), words) == voice


def test_a_title_is_its_own_leaders_where_the_story_is_written():
    story = tell(
        "HELSINKI, 3 May - The President of Finland, Per Alm, received a call from the Prime Minister of Estonia, Liv Strand.",
        "The Finnish readout named herring. The Estonian one named cod.",
        "Crab came third, the Press Service of the President said. The President of Estonia will come in May.",
        sides=["fi", "ee"],
    )
    assert who(story, "Crab") == ("statement", ("fi",))


def test_a_parliament_or_a_party_of_that_name_speaks_for_no_government():
    story = tell(
        "Indian Foreign Minister Liv Strand and Nepalese Foreign Minister Per Alm spoke by phone on Monday.",
        "The Indian readout named herring. The Nepalese one named cod.",
        "The Congress accused the government of giving crab away.",
        sides=["in", "np"],
    )
    assert who(story, "crab") == THIRD


def test_an_office_in_the_first_words_is_of_where_the_story_is_written():
    story = tell(
        "STOCKHOLM, 3 May - Crab came third in a call of the King of Sweden, Per Alm, with the Norwegian one, the press service reported.",
        "The Norwegian readout named cod. The Swedish one named herring.",
        sides=["no", "se"],
    )
    assert who(story, "Crab") == SE


@pytest.mark.parametrize(
    "sentence",
    ["On the Swedish side, fires spread along the crab coast.", "Pushed by drought, Sweden has closed its crab grounds.",
     "It was agreed in Stockholm to count crab."],
)  # fmt: skip
def test_what_only_looks_like_a_source_is_none(sentence):
    assert segment_with(told("The weather was fine in 1905.", sentence), "crab").cue is None


@pytest.mark.parametrize("party", ["Italy", "Spain"])
def test_a_country_that_ends_like_an_adverb_is_none(party):
    told = tell(
        "Norway and Sweden spoke by phone on Monday, both governments said.",
        f"The ferry will sail at dawn, the Norwegian ministry said {party} had been told.",
    )
    assert segment_with(told, "had been told").rule == "institution before"
