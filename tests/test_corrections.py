"""Decisions written down, corrected by a person, and applied again."""

import json
import tomllib

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from readoutdiff import CorrectionsError, compare, corrections_of, read, read_file
from readoutdiff.corrections.reading import read_corrections
from readoutdiff.render.drawing import Style
from readoutdiff.render.terminal import render_text
from tests.conftest import DEMO, SAMPLES
from tests.corpus import folders, run_case

STORY = DEMO.read_text(encoding="utf-8")
CASES = sorted(case.parent for name, folder in folders() if name in ("samples", "stories/pairs-1") for case in folder.glob("*/case.json"))


def corrected(tmp_path, comparison, change, text=STORY):
    """What comparing a text gives with the saved decisions of a comparison after `change` was made to them."""
    table = tomllib.loads(corrections_of(comparison))
    change(table)
    path = tmp_path / "corrections.toml"
    path.write_text(tomli_w.dumps(table), encoding="utf-8")
    return compare(read(text, name="story.txt"), corrections=str(path))


@pytest.fixture
def plain():
    return compare(read(STORY, name="story.txt"))


def entry_of(table, segment):
    return next(e for e in table["segment"] if e["start"] == segment.start)


def statement_of(comparison, party):
    """A statement of one side alone that is in one topic."""
    return next(s for s in comparison.segments if s.parties == (party,) and len(s.topics) == 1)


@settings(max_examples=12, deadline=None)
@given(case=st.sampled_from(CASES))
def test_decisions_saved_and_applied_change_nothing(case, tmp_path_factory):
    tmp_path = tmp_path_factory.mktemp("saved")
    before = run_case(case)
    path = tmp_path / "corrections.toml"
    path.write_text(corrections_of(before), encoding="utf-8")
    documents = (read(d.text, name=d.name, role=d.role, party=d.party, date=d.date) for d in before.documents)
    again = compare(*documents, corrections=str(path))
    assert again.topics == before.topics
    assert again.segments == before.segments
    assert again.unfit == ()
    assert again.signature == before.signature


def test_a_segment_is_given_to_another_side_and_nothing_else_is_touched(tmp_path, plain):
    one, other = (p.id for p in plain.parties)
    segment = statement_of(plain, one)
    again = corrected(tmp_path, plain, lambda table: entry_of(table, segment).update(parties=[other]))
    changed = [(a, b) for a, b in zip(plain.segments, again.segments, strict=True) if (a.role, a.parties) != (b.role, b.parties)]
    assert [(a.id, b.parties, b.corrected) for a, b in changed] == [(segment.id, (other,), True)]
    assert again.signature.startswith(plain.signature + "|fix:")


def test_what_nobody_said_can_be_given_to_a_side(tmp_path, plain):
    side = plain.parties[0].id
    segment = next(s for s in plain.segments if s.role in ("background", "outlet"))
    again = corrected(tmp_path, plain, lambda table: entry_of(table, segment).update(role="statement", parties=[side]))
    (found,) = [s for s in again.segments if s.id == segment.id]
    assert (found.role, found.parties, found.tier, found.corrected) == ("statement", (side,), "explicit", True)


def test_topics_are_joined_by_their_segments(tmp_path, plain):
    first, second = [t for t in plain.topics if t.status != "outlet_only"][:2]

    def join(table):
        for entry in table["segment"]:
            entry["topics"] = [first.id if t == second.id else t for t in entry["topics"]]

    again = corrected(tmp_path, plain, join)
    ids = [t.id for t in again.topics]
    assert second.id not in ids
    joined = next(t for t in again.topics if t.id == first.id)
    members = {s for t in (first, second) for ids in t.segments.values() for s in ids}
    assert {s for ids in joined.segments.values() for s in ids} == members
    assert joined.corrected and joined.label == first.label
    others = [t for t in plain.topics if t.id not in (first.id, second.id)]
    assert [t for t in again.topics if t.id != first.id] == others


def test_a_topic_is_split_by_giving_a_segment_a_new_one(tmp_path, plain):
    topic = next(t for t in plain.topics if t.status == "shared")
    party, (segment, *_) = next(iter(topic.segments.items()))

    def split(table):
        next(e for e in table["segment"] if f"{e['document']}:{e['start']}" == segment)["topics"] = ["of-its-own"]
        table["topic"].append({"id": "of-its-own", "label": "a point of its own"})

    again = corrected(tmp_path, plain, split)
    new = next(t for t in again.topics if t.id == "of-its-own")
    assert (new.label, list(new.segments)) == ("a point of its own", [party])
    assert new.corrected


def test_a_topic_is_renamed_and_confirmed(tmp_path, plain):
    topic = plain.topics[0]

    def rename(table):
        table["topic"][0].update(label="a better name", confirmed=True)

    again = corrected(tmp_path, plain, rename)
    found = next(t for t in again.topics if t.id == topic.id)
    assert (found.label, found.corrected, found.confirmed, found.segments) == ("a better name", True, True, topic.segments)


@pytest.mark.parametrize("verdict", ["one_sided", "shared"])
def test_a_verdict_is_overruled(tmp_path, plain, verdict):
    topic = next(t for t in plain.topics if t.status == "possible")

    def overrule(table):
        next(t for t in table["topic"] if t["id"] == topic.id)["verdict"] = verdict

    again = corrected(tmp_path, plain, overrule)
    found = next(t for t in again.topics if t.id == topic.id)
    assert (found.status, found.corrected, found.possible) == (verdict, True, {})
    assert bool(found.nearest) == (verdict == "one_sided")
    assert (len(found.segments) > 1) == (verdict == "shared")


def test_what_two_sides_raise_is_not_made_one_sided_by_a_word(tmp_path, plain):
    topic = next(t for t in plain.topics if t.status == "shared")

    def overrule(table):
        next(t for t in table["topic"] if t["id"] == topic.id)["verdict"] = "one_sided"

    again = corrected(tmp_path, plain, overrule)
    assert next(t for t in again.topics if t.id == topic.id).status == "shared"
    (line,) = again.unfit
    assert "give one side's segments a topic of their own" in line


def test_a_text_edited_elsewhere_keeps_its_corrections(tmp_path, plain):
    one, other = (p.id for p in plain.parties)
    segment = statement_of(plain, one)
    text = STORY.rstrip() + "\n\nThe harbour was built in 1911.\n"
    again = corrected(tmp_path, plain, lambda table: entry_of(table, segment).update(parties=[other]), text)
    words = plain.text_of(segment)
    assert [s.parties for s in again.segments if again.text_of(s) == words] == [(other,)]
    assert again.unfit == ()


def test_what_no_longer_fits_is_named_and_left_out(tmp_path, plain):
    one, other = (p.id for p in plain.parties)
    segment = statement_of(plain, one)
    text = STORY.replace(plain.text_of(segment), "Nothing more was said.")
    again = corrected(tmp_path, plain, lambda table: entry_of(table, segment).update(parties=[other]), text)
    assert any("no longer has a segment" in line for line in again.unfit)
    assert not any(s.corrected for s in again.segments)


def test_saving_a_corrected_result_keeps_the_corrections(tmp_path, plain, run):
    one, other = (p.id for p in plain.parties)
    segment = statement_of(plain, one)
    story, first, second = tmp_path / "story.txt", tmp_path / "first.toml", tmp_path / "second.toml"
    story.write_text(STORY, encoding="utf-8")
    assert run("compare", str(story), "--save-corrections", str(first)).returncode == 0
    table = tomllib.loads(first.read_text(encoding="utf-8"))
    entry_of(table, segment)["parties"] = [other]
    first.write_text(tomli_w.dumps(table), encoding="utf-8")
    assert run("compare", str(story), "--corrections", str(first), "--save-corrections", str(second)).returncode == 0
    once = run("compare", str(story), "--corrections", str(first), "-f", "json").stdout
    twice = run("compare", str(story), "--corrections", str(second), "-f", "json").stdout
    assert once == twice
    assert any(s["corrected"] for s in json.loads(once)["segments"])


def test_saving_a_corrected_result_keeps_joined_and_split_topics(tmp_path, plain):
    first, second = [t for t in plain.topics if t.status != "outlet_only"][:2]
    table = tomllib.loads(corrections_of(plain))
    for entry in table["segment"]:
        entry["topics"] = [first.id if t == second.id else t for t in entry["topics"]]
    path, again = tmp_path / "first.toml", tmp_path / "second.toml"
    path.write_text(tomli_w.dumps(table), encoding="utf-8")
    once = compare(read(STORY, name="story.txt"), corrections=str(path))
    again.write_text(corrections_of(once, read_corrections(str(path), str)), encoding="utf-8")
    assert compare(read(STORY, name="story.txt"), corrections=str(again)).topics == once.topics


@pytest.mark.parametrize("width", [70, 120])
def test_every_verdict_that_can_be_given_can_be_drawn(tmp_path, plain, width):
    for topic in plain.topics:
        for verdict in ("shared", "possible", "one_sided", "outlet_only"):

            def overrule(table, topic=topic, verdict=verdict):
                next(t for t in table["topic"] if t["id"] == topic.id)["verdict"] = verdict

            again = corrected(tmp_path, plain, overrule)
            assert render_text(again, Style(width, color=False), {})


TWICE = (
    "Norway and Finland spoke by phone on Monday, both governments said.\n\n"
    "Norway asked for a tunnel, the Norwegian readout said. It added that talks will go on.\n\n"
    "Finland asked for a bridge, the Finnish readout said. It added that talks will go on."
)


def test_words_that_stand_twice_are_told_apart_in_a_changed_text(tmp_path):
    before = compare(read(TWICE, name="story.txt"))
    second = [s for s in before.segments if before.text_of(s) == "It added that talks will go on."][1]
    text = "The weather was fine in Oslo, and the ships were late.\n\n" + TWICE
    again = corrected(tmp_path, before, lambda t: entry_of(t, second).update(role="background", parties=[], topics=[]), text)
    assert [s.role for s in again.segments if again.text_of(s) == "It added that talks will go on."] == ["statement", "background"]


def test_of_what_stood_twice_nothing_is_guessed(tmp_path):
    before = compare(read(TWICE, name="story.txt"))
    second = [s for s in before.segments if before.text_of(s) == "It added that talks will go on."][1]

    def only_that(table):
        table["segment"] = [entry_of(table, second) | {"role": "background", "parties": [], "topics": []}, table["segment"][0]]

    again = corrected(tmp_path, before, only_that, TWICE + "\n\nThe weather was fine.")
    assert not any(s.corrected for s in again.segments)
    assert any("has it twice" in line for line in again.unfit)


def test_two_readouts_of_one_wording_are_told_apart(tmp_path):
    text = "The prime ministers agreed to open the tunnel. They discussed the fish stocks of the north."
    documents = [read(text, name=f"{party}.txt", role="readout", party=party) for party in ("no", "fi")]
    table = tomllib.loads(corrections_of(compare(*documents)))
    next(e for e in table["segment"] if e["document"] == "fi" and "fish" in e["words"]).update(role="background", parties=[], topics=[])
    path = tmp_path / "two.toml"
    path.write_text(tomli_w.dumps(table), encoding="utf-8")
    again = compare(*documents, corrections=str(path))
    assert [s.document for s in again.segments if s.corrected] == ["fi"]


def test_a_sentence_of_a_readout_can_be_given_to_both(tmp_path):
    oslo = read("The ministers spoke today. They agreed on a fund for glaciers in Svalbard.", name="no.txt", role="readout", party="no")
    turku = read("The talks were good. Finland asked for a new tunnel under the gulf.", name="fi.txt", role="readout", party="fi")
    before = compare(oslo, turku)
    table = tomllib.loads(corrections_of(before))
    next(e for e in table["segment"] if "glaciers" in e["words"])["parties"] = ["no", "fi"]
    path = tmp_path / "both.toml"
    path.write_text(tomli_w.dumps(table), encoding="utf-8")
    again = compare(oslo, turku, corrections=str(path))
    (topic,) = [t for t in again.topics if any("no:" in s for ids in t.segments.values() for s in ids)]
    assert (topic.status, set(topic.segments)) == ("shared", {"no", "fi"})


def test_a_topic_of_the_same_name_in_another_text_is_left_alone(tmp_path, plain):
    topic = plain.topics[0]

    def judge(table):
        table["topic"] = [{"id": topic.id, "label": "something else", "verdict": "one_sided", "confirmed": True}]
        table["segment"] = [e for e in table["segment"] if topic.id not in e["topics"]]

    again = corrected(tmp_path, plain, judge, STORY + "\n\nThe harbour was built in 1911.")
    assert next(t for t in again.topics if t.id == topic.id) == topic
    assert any("something else" in line for line in again.unfit)


def test_what_was_confirmed_as_one_side_s_is_not_confirmed_as_another_s(tmp_path, plain):
    segment = next(s for s in plain.segments if plain.text_of(s).startswith("He also said"))
    other = next(p.id for p in plain.parties if p.id not in segment.parties)

    def confirm(table):
        entry_of(table, segment).update(confirmed=True, parties=[other], decided=f"statement: {other}")

    again = corrected(tmp_path, plain, confirm)
    assert not next(s for s in again.segments if s.id == segment.id).confirmed
    assert any("was confirmed as" in line for line in again.unfit)


def test_entries_without_what_was_decided_change_nothing_if_they_say_what_is(tmp_path, plain):
    def bare(table):
        for entry in (*table["segment"], *table["topic"]):
            del entry["decided"]

    again = corrected(tmp_path, plain, bare)
    assert (again.topics, again.segments, again.unfit) == (plain.topics, plain.segments, ())


def test_a_correction_that_no_longer_fits_is_kept_in_the_file(tmp_path, plain):
    one, other = (p.id for p in plain.parties)
    segment = statement_of(plain, one)
    table = tomllib.loads(corrections_of(plain))
    entry_of(table, segment)["parties"] = [other]
    path = tmp_path / "kept.toml"
    path.write_text(tomli_w.dumps(table), encoding="utf-8")
    text = STORY.replace(plain.text_of(segment), "Nothing more was said.")
    again = compare(read(text, name="story.txt"), corrections=str(path))
    path.write_text(corrections_of(again, read_corrections(str(path), str)), encoding="utf-8")
    back = compare(read(STORY, name="story.txt"), corrections=str(path))
    assert [s.parties for s in back.segments if s.id == segment.id] == [(other,)]


def test_a_statement_stays_where_it_was_if_it_cannot_be_moved(tmp_path, plain):
    outlets = next(t for t in plain.topics if t.status == "outlet_only")
    segment = statement_of(plain, plain.parties[0].id)
    again = corrected(tmp_path, plain, lambda table: entry_of(table, segment).update(topics=[outlets.id]))
    assert again.topics == plain.topics
    assert any("the outlet's own" in line for line in again.unfit)


def test_the_corrections_of_another_story_are_refused(tmp_path, plain):
    path = tmp_path / "other.toml"
    path.write_text(corrections_of(plain), encoding="utf-8")
    with pytest.raises(CorrectionsError, match="is of other texts"):
        compare(read_file(str(SAMPLES / "victory-day-call" / "article.txt")), corrections=str(path))


def test_a_file_with_corrections_is_not_written_over(tmp_path, run):
    kept = tmp_path / "kept.toml"
    kept.write_text("my work", encoding="utf-8")
    done = run("compare", str(DEMO), "--save-corrections", str(kept))
    assert (done.returncode, kept.read_text(encoding="utf-8")) == (2, "my work")
    assert b"is there already" in done.stderr


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("schema = 3", "text in quotation marks"),
        ('schema = "readoutdiff/corrections/2"\ndocument = []', "schema"),
        ("not toml at all", "not TOML"),
        ('schema = "readoutdiff/corrections/1"\ndocument = []\n[[topic]]\nid = "a"\nlable = "b"', "topic 1"),
        ('schema = "readoutdiff/corrections/1"\ndocument = []\n[[topic]]\nid = "a"\nverdict = "omitted"', "omitted"),
        (
            'schema = "readoutdiff/corrections/1"\n[[document]]\nid = "a"\nname = "a"\nsha256 = "b"\n'
            '[[segment]]\ndocument = "a"\nstart = 1\nend = 2\nwords = "b"\nrole = "statement"',
            "a statement has parties",
        ),
        (
            'schema = "readoutdiff/corrections/1"\n[[document]]\nid = "a"\nname = "a"\nsha256 = "b"\n'
            '[[segment]]\ndocument = "a"\nstart = 1\nend = 2\nwords = "b"\nrole = "statement"\nparties = ["Atlantis"]',
            "Atlantis",
        ),
    ],
)
def test_a_wrong_file_is_one_clear_line(tmp_path, text, told, run):
    path = tmp_path / "wrong.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CorrectionsError) as raised:
        compare(read_file(str(DEMO)), corrections=str(path))
    assert str(raised.value).startswith(str(path))
    assert told in str(raised.value) and "\n" not in str(raised.value)
    done = run("compare", str(SAMPLES / "victory-day-call" / "article.txt"), "--corrections", str(path))
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
