"""`readoutdiff segments`: the labelled text, its JSON, and one segment explained."""

import json
import re
from pathlib import Path

import pytest

from readoutdiff import label, read, read_file
from readoutdiff.render.drawing import Style
from readoutdiff.render.explain import explain
from readoutdiff.render.segments import render_segments
from tests.conftest import DEMO, ROOT, SAMPLES
from tests.expected_files import check

STORIES = [*SAMPLES.rglob("*.txt"), *(ROOT / "tests" / "stories").rglob("*.txt")]


@pytest.fixture(scope="module")
def labelled():
    return label(read_file(str(DEMO)))


@pytest.mark.parametrize("width", [60, 100])
def test_the_labelled_demo_story(labelled, width):
    check(f"segments-{width}", render_segments(labelled, Style(width, False)))


def test_all_words_of_the_text_are_shown(labelled):
    shown = render_segments(labelled, Style(None, False)).split()
    places = iter(shown)
    assert all(word in places for word in labelled.documents[0].text.split())


def test_sources_cues_and_reported_words_are_seen_in_colour():
    story = label(read("Norway thanked Sweden for the call. The ferry was late, the Swedish ministry said."), sides=["no", "se"])
    shown = render_segments(story, Style(100, True))
    assert re.search(r"\x1b\[[\d;]*4[\d;]*mthe Swedish ministry\x1b", shown)
    assert re.search(r"\x1b\[[\d;]*1[\d;]*msaid\x1b", shown)


def test_every_segment_of_every_story_can_be_explained():
    rules = set()
    for path in STORIES:
        story = label(read_file(str(path)))
        for segment in story.segments:
            told = explain(story, segment, Style(100, False))
            rules.add(segment.rule)
            assert told.startswith(segment.id)
            assert "- " in told
    assert len(rules) > 20


def test_an_explanation_quotes_the_source_and_where_it_stands(labelled):
    segment = next(s for s in labelled.segments if s.tier == "explicit" and s.source)
    told = explain(labelled, segment, Style(100, False))
    assert f"'{labelled.text_of(segment.source)}' (characters {segment.source.start} to {segment.source.end})" in " ".join(told.split())


def test_json_is_the_contract_without_topics(run):
    done = run("segments", DEMO, "-f", "json")
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["topics"], answer["schema"]) == (0, [], "readoutdiff/comparison/1")
    assert {s["role"] for s in answer["segments"]} >= {"statement", "headline", "outlet"}


@pytest.mark.parametrize(
    "text",
    [
        "Bread rose in the bakery at dawn, and the town was glad of it all day long.",
        "Le ministère a dit que les deux présidents ont parlé de la paix et des visas.",
        "Президенты поговорили по телефону о мире и торговле, сообщил Кремль.",
        (SAMPLES / "one-account" / "article.txt").read_text(encoding="utf-8"),
        "x",
    ],
)
def test_any_readable_text_exits_with_0(run, text):
    for more in ((), ("-f", "json")):
        done = run("segments", "-", *more, stdin=text.encode())
        assert (done.returncode, done.stderr) == (0, b"")


def test_every_attribution_is_told_whoever_the_source_is(run):
    text = "The mayor of Porto said that the bridge would open. “It is late,” said Inês Prado, an engineer."
    segments = json.loads(run("segments", "-", "-f", "json", stdin=text.encode()).stdout)["segments"]
    sources = [text[s["source"]["start"] : s["source"]["end"]] for s in segments if s["source"]]
    reported = [text[c["start"] : c["end"]] for s in segments for c in s["content"]]
    assert sources == ["The mayor of Porto", "Inês Prado"]
    assert reported == ["that the bridge would open.", "“It is late,”"]


def test_explain_on_the_command_line(run):
    done = run("segments", DEMO, "--explain", "article:0")
    assert done.returncode == 0
    assert "headline" in done.stdout.decode()
    assert run("segments", DEMO, "--explain", "0").stdout == done.stdout


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ((DEMO, "--explain", "article:3"), "the nearest is article:0"),
        ((DEMO, "--explain", "99999999"), "the nearest is article:"),
        ((DEMO, "--explain", "lead"), "as in article:0"),
        ((DEMO, "--explain", "0", "-f", "json"), "told in words"),
        ((DEMO, "--sides", ","), "name a side"),
        ((DEMO, "--date", "6 May"), "write it as 2025-05-06"),
        ((DEMO, DEMO), "unexpected extra argument"),
    ],
)
def test_wrong_usage_is_one_line(run, args, says):
    done = run("segments", *args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_the_day_decides_who_held_office(run):
    text = "Iran said it had spoken with Britain. Keir Starmer said the call was short. Boris Johnson told reporters he was glad."
    for day, expected in (("2025-03-01", ["gb"]), ("2020-03-01", [])):
        answer = json.loads(run("segments", "-", "-f", "json", "--sides", "ir,gb", "--date", day, stdin=text.encode()).stdout)
        told = next(s for s in answer["segments"] if "the call was short" in text[s["start"] : s["end"]])
        assert (told["parties"], answer["documents"][0]["date"]) == (expected, day)


def test_without_a_day_a_listed_name_is_only_inferred():
    text = "Iran said it had spoken with Britain. Keir Starmer said the call was short."
    story = label(read(text), sides=["ir", "gb"])
    assert [(s.tier, s.known_by) for s in story.segments if s.parties == ("gb",)] == [("inferred", "list")]


def test_the_readmes_explanation_is_the_real_one(run):
    readme = Path(ROOT, "README.md").read_text(encoding="utf-8")
    block = re.search(r"    \$ readoutdiff (segments .*--explain \d+)\n((?:    .*\n|\n)+)", readme)
    assert block is not None
    shown = run(*block[1].split(), "--width", "120", cwd=ROOT).stdout.decode()
    assert [line.strip() for line in shown.splitlines()] == [line.strip() for line in block[2].rstrip().splitlines()]
