"""Every entry of the lexicon does what its example says."""

from collections import Counter

import msgspec
import pytest

from readoutdiff import label, read
from readoutdiff.alignment.terms import content_stems, fields_in, topics_in
from readoutdiff.attribution.introducing import introduce
from readoutdiff.errors import LexiconError
from readoutdiff.language import detect_language
from readoutdiff.lexicon.compiled import COMPILED, FOLDER, stamp_of
from readoutdiff.lexicon.compiling import compile_lexicon
from readoutdiff.lexicon.entries import digest_of, parse, raw_files
from readoutdiff.lexicon.knowledge import load
from readoutdiff.lexicon.phrases import PhraseSet
from readoutdiff.parsing.story import take_apart
from readoutdiff.text.sentences import split_sentences
from readoutdiff.text.tokens import phrase_stems, stem

LEXICON = parse(raw_files())
KNOWLEDGE = load()


def entries(group, key="id"):
    return [pytest.param(entry, id=str(getattr(entry, key))) for entry in group]


@pytest.mark.parametrize("party", entries(LEXICON.party))
def test_a_party_is_named_in_its_example(party):
    story = take_apart(party.example, KNOWLEDGE)
    assert party.id in {p for mention in story.mentions.values() for p in mention.parties}


def test_most_parties_are_the_source_of_their_example():
    """The examples put the party's name where a source stands; nearly all must be found as such."""
    found = 0
    for party in LEXICON.party:
        story = take_apart(party.example, KNOWLEDGE)
        found += any(party.id in frame.source.owner for sentence in story.sentences for frame in sentence.frames)
    assert found >= 0.85 * len(LEXICON.party), f"{found} of {len(LEXICON.party)}"


def test_no_name_belongs_to_two_parties_unless_it_is_shared():
    owners: Counter[str] = Counter()
    for party in LEXICON.party:
        owners.update({name.lower() for kind, name in party.named() if kind != "shared"})
    assert [name for name, n in owners.items() if n > 1] == []


def test_party_ids_are_unique():
    assert max(Counter(party.id for party in LEXICON.party).values()) == 1


def test_leaders_belong_to_known_parties_and_end_after_they_begin():
    ids = {party.id for party in LEXICON.party}
    assert [leader.name for leader in LEXICON.leader if leader.party not in ids] == []
    assert [leader.name for leader in LEXICON.leader if leader.to and leader.to <= leader.from_] == []


@pytest.mark.parametrize("leader", entries(LEXICON.leader, "name"))
def test_a_leader_is_known_by_full_name_and_a_text_outweighs_the_list(leader):
    listed = introduce(take_apart(f"President {leader.name} spoke by phone on Monday.", KNOWLEDGE), KNOWLEDGE)
    assert {person.party for person in listed.persons.values()} == {leader.party}
    if not take_apart(leader.name, KNOWLEDGE).mentions:  # 'Israel Katz' names a country too
        other, party = ("Tongan", "to") if leader.party != "to" else ("Samoan", "ws")
        told = introduce(take_apart(f"{other} President {leader.name} spoke by phone on Monday.", KNOWLEDGE), KNOWLEDGE)
        assert {person.party for person in told.persons.values()} == {party}


@pytest.mark.parametrize("cue", entries(LEXICON.cue, "verb"))
def test_a_cue_reports_in_its_example(cue):
    story = take_apart(cue.example, KNOWLEDGE)
    forms = set(cue.all_forms())
    cues = {story.tokens[frame.cue_first].low for sentence in story.sentences for frame in sentence.frames}
    assert cues & forms
    assert {frame.source.owner for sentence in story.sentences for frame in sentence.frames} == {("dk",)}


@pytest.mark.parametrize("topic", entries(LEXICON.topic))
def test_a_topic_is_raised_by_its_example_and_not_by_its_near_miss(topic):
    assert topic.id in topics_in(topic.example, KNOWLEDGE)
    if topic.near_miss:
        assert topic.id not in topics_in(topic.near_miss, KNOWLEDGE)


def test_topics_have_labels_of_their_own():
    assert max(Counter(topic.label for topic in LEXICON.topic).values()) == 1
    assert max(Counter(topic.id for topic in LEXICON.topic).values()) == 1


@pytest.mark.parametrize("field", entries(LEXICON.field))
def test_a_field_is_touched_by_both_its_examples(field):
    assert all(field.id in fields_in(example, KNOWLEDGE) for example in field.example)


@pytest.mark.parametrize("group", [pytest.param(g, id=g.terms[0]) for g in LEXICON.group])
def test_synonyms_are_one_word_in_comparing(group):
    canonical = "=" + "_".join(phrase_stems(group.terms[0]))
    if canonical in KNOWLEDGE.empty:
        assert all(canonical not in content_stems(example, KNOWLEDGE) for example in group.example)
    else:
        assert all(canonical in content_stems(example, KNOWLEDGE) for example in group.example)


@pytest.mark.parametrize("name", LEXICON.abbreviations)
def test_an_abbreviation_does_not_end_a_sentence(name):
    text = LEXICON.abbreviations[name].example
    assert len(split_sentences(text, 0, len(text), (), KNOWLEDGE.abbreviations)) == 1


@pytest.mark.parametrize("language", entries((*LEXICON.languages.language, *LEXICON.languages.script)))
def test_a_language_is_told_by_its_example(language):
    assert detect_language(language.example, KNOWLEDGE) == language.id


@pytest.mark.parametrize("name", LEXICON.stopwords)
def test_stopwords_are_left_out_of_comparing(name):
    entry = LEXICON.stopwords[name]
    stems = content_stems(entry.example, KNOWLEDGE)
    assert not {stem(word) for word in entry.words} & stems


@pytest.mark.parametrize(
    ("label", "example"),
    [(label, example) for label in ("boilerplate", "caption", "byline", "bio") for example in LEXICON.furniture[label]["examples"]],
)
def test_furniture_is_labelled_in_a_page(label, example):
    body = "Norway and Sweden spoke by phone on Friday about the ferry that both of them would like to see sail again."
    page = f"Ferry talks go on\n\n{body}\n\n{example}\n" if label != "byline" else f"Ferry talks go on\n\n{example}\n\n{body}\n"
    blocks = {page[b.start : b.end]: b.label for b in take_apart(page, KNOWLEDGE).blocks}
    assert blocks[example] == ("caption" if label == "caption" else "boilerplate")
    assert blocks[body] == "body"


@pytest.mark.parametrize("group", ["heads", "words", "verbs", "phrases"])
def test_grammar_classes_have_examples(group):
    assert LEXICON.grammar[group]["examples"]


@pytest.mark.parametrize(
    ("example", "kind"),
    [
        ("the Danish readout", "paper"),
        ("a thread on X", "post"),
        ("the foreign ministry", "institution"),
        ("the Danish side", "side"),
        ("a spokeswoman", "spokes"),
        ("the prime minister", "principal"),
        ("analysts", "outside"),
    ],
)
def test_heads_name_their_kind_of_source(example, kind):
    story = take_apart(f"{example[0].upper()}{example[1:]} said that the bridge was open.", KNOWLEDGE)
    assert story.sentences[0].nouns[0].kind == kind


def test_an_installed_package_carries_the_current_tables(tmp_path):
    compiled = FOLDER / COMPILED
    fresh = compile_lexicon()
    assert fresh.startswith(f'{{"stamp":"{stamp_of(FOLDER)}"'.encode())
    if compiled.exists() and compiled.read_bytes().startswith(f'{{"stamp":"{stamp_of(FOLDER)}"'.encode()):
        assert msgspec.json.decode(compiled.read_bytes()) == msgspec.json.decode(fresh)


def test_the_digest_changes_with_any_file():
    raw = raw_files()
    assert digest_of(raw) != digest_of(raw | {"cues": raw["cues"] + b"\n# more\n"})


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("cues", b'[[cue]]\nverb = "say"\nkind = "say"\n', "cues.toml"),
        ("cues", b'[[cue]]\nverb = "say"\nkind = "say"\nexample = "x"\nforce = 3\n', "force"),
        ("parties", b"[[party]\n", "parties.toml"),
    ],
)
def test_a_wrong_file_is_named_with_its_key(name, text, says):
    with pytest.raises(LexiconError, match=says):
        parse(raw_files() | {name: text})


def test_a_users_lexicon_is_read_as_it_now_is(tmp_path):
    mine = tmp_path / "mine.toml"
    text = read("The Herald said crab was cheap.", name="x.txt")
    for name in ("Fjord League", "Skerry League"):
        mine.write_text(f'[[party]]\nid = "league"\nname = "{name}"\nadjective = "League"\nnames = []\nexample = "The {name} spoke."\n')
        (party,) = label(text, sides=["league"], lexicon=str(mine)).parties
        assert party.name == name
    mine.write_text("broken")
    with pytest.raises(LexiconError):
        label(text, lexicon=str(mine))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lima keeps the date to itself.", "keeps"),
        ("lima keeps it, and to itself it says no.", None),
        ("the text leaves the dam out.", "leaves"),
        ("the text leaves out the dam.", None),
    ],
)
def test_a_phrase_with_a_gap_has_both_its_parts_in_one_clause(text, found):
    assert PhraseSet(("keeps … to itself", "leaves … out")).find(text) == found
