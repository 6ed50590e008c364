"""Which topics a report shows: chosen by verdict, by side, by number, and in which order."""

import json

import pytest

from readoutdiff.render.chosen import Choice, chosen, in_words
from readoutdiff.render.facts import silent_sides
from readoutdiff.value import replace
from tests import comparisons as cases
from tests.conftest import DEMO, SAMPLES


def labels(comparison, **choice):
    return [t.label for t in chosen(comparison, Choice(**choice))]


def test_all_topics_by_weight_unless_something_else_is_asked_for():
    assert chosen(cases.demo(), Choice()) == cases.demo().topics


@pytest.mark.parametrize(("only", "status"), [("shared", "shared"), ("possible", "possible"), ("outlet", "outlet_only")])
def test_topics_of_one_verdict(only, status):
    topics = chosen(cases.demo(), Choice(only=only))
    assert topics == tuple(t for t in cases.demo().topics if t.status == status)
    assert topics


def test_one_sided_are_all_with_a_silent_side():
    story = cases.demo()
    assert labels(story, only="one-sided") == ["railways", "every crossing", "ferries and cruise ships"]
    assert all(silent_sides(story, t) for t in chosen(story, Choice(only="one-sided")))


def test_what_two_of_three_raise_is_one_sided_too_where_the_third_is_silent():
    three = cases.three_sides()
    topic = next(t for t in three.topics if len(t.segments) == 2)
    (third,) = topic.possible
    silent = replace(topic, possible={})
    changed = replace(three, topics=(silent,))
    assert third == "fi"
    assert chosen(changed, Choice(only="one-sided")) == (silent,)
    assert chosen(changed, Choice(only="shared")) == (silent,)


def test_topics_of_a_side_are_those_that_it_raises():
    assert all("ee" in t.segments for t in chosen(cases.demo(), Choice(side="ee")))
    assert "ferries and cruise ships" not in labels(cases.demo(), side="ee")


def test_the_order_of_the_texts():
    story = cases.demo()
    places = {s.id: s.start for s in story.segments}
    topics = chosen(story, Choice(sort="order"))
    first = [min(places[s] for s in (*t.outlet, *(s for ids in t.segments.values() for s in ids))) for t in topics]
    assert first == sorted(first)
    assert len(topics) == len(story.topics)


def test_choices_go_together():
    assert labels(cases.demo(), side="fi", only="one-sided", top=1) == ["every crossing"]
    assert len(labels(cases.demo(), top=100)) == len(cases.demo().topics)


def test_the_report_says_what_it_shows():
    story = cases.demo()
    assert in_words(story, Choice()) == "9 topics"
    assert in_words(story, Choice(only="shared")) == "2 of 9 topics shown: --only shared"
    assert in_words(story, Choice(side="fi", top=1, sort="order")) == "1 of 9 topics shown, in the order of the texts: --side fi --top 1"


@pytest.mark.parametrize("side", ["fi", "Finland", "FI"])
def test_a_side_goes_by_its_id_or_any_name(run, side):
    report = run("compare", DEMO, "--side", side, "--only", "one-sided").stdout.decode()
    assert "2 of 9 topics shown: --only one-sided --side fi" in report
    assert "≡ both        2" in report
    assert "joint rescue drill" not in report


@pytest.mark.parametrize("side", ["us", "atlantis"])
def test_a_side_that_is_none_is_told_which_there_are(run, side):
    done = run("compare", DEMO, "--side", side)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        f"readoutdiff: --side {side}: is no side of this comparison; its sides are fi (Finland), ee (Estonia)\n"
    )


@pytest.mark.parametrize("choice", [("--only", "shared"), ("--side", "fi"), ("--top", "2"), ("--sort", "order")])
def test_other_programs_get_all_of_it(run, choice):
    done = run("compare", DEMO, "--format", "json", *choice)
    assert (done.returncode, done.stdout) == (2, b"")
    assert f"readoutdiff: {choice[0]}: " in done.stderr.decode()
    assert json.loads(run("compare", DEMO, "--format", "json").stdout)["outcome"] == "compared"


def test_what_is_not_compared_says_so_whatever_is_chosen(run):
    done = run("compare", SAMPLES / "one-account" / "article.txt", "--side", "fi", "--top", "1")
    assert done.returncode == 3
    assert "Only New Zealand's account" in done.stdout.decode()


@pytest.mark.parametrize("wrong", [("--only", "both"), ("--top", "0"), ("--sort", "size"), ("--layout", "rows")])
def test_a_choice_that_is_none_is_one_clear_line(run, wrong):
    done = run("compare", DEMO, *wrong)
    assert (done.returncode, done.stdout) == (2, b"")
    assert wrong[0] in done.stderr.decode()
