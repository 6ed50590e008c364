"""What the report says of one side on one topic, as paragraphs: its words and their weight, or that it is silent or not decided."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.contract import Candidate, Party, Span, Topic
from readoutdiff.render import facts, words
from readoutdiff.render.styled import Line
from readoutdiff.render.terminal.evidence import counted, place, shared_words
from readoutdiff.render.terminal.findings import under_topic
from readoutdiff.render.terminal.page import Page
from readoutdiff.render.view.marking import Mark

_BAR = 10  # cells of an emphasis bar


def cell(page: Page, topic: Topic, party: Party) -> Iterator[Line]:
    """The paragraphs of a side's cell."""
    if party.id in topic.segments:
        yield from _raised(page, topic, party)
    elif party.id in topic.possible:
        yield from _undecided(page, topic, party)
    else:
        yield from _silent(page, topic, party)


def outlet_cell(page: Page, topic: Topic) -> Iterator[Line]:
    """What the outlet tells, given to no side."""
    yield [(" ".join(page.segment_words(s) for s in topic.outlet), "")]
    if page.evidence:
        yield from (place(page, s) for s in topic.outlet)


def _raised(page: Page, topic: Topic, party: Party) -> Iterator[Line]:
    for segment in topic.segments[party.id]:
        if facts.told_before(page.comparison, topic, party.id, segment):
            yield [(f"The same sentence, {words.given_to(page.segments[segment])}.", "dim")]
            continue
        yield [*_statement(page, topic, party, segment), page.marked(words.notes(page.comparison, page.segments[segment]))]
        if page.evidence:
            yield place(page, segment)
    yield _bar(page, topic, party)
    if page.evidence:
        yield counted(page, topic, party)
    yield from _differences(page, topic, party)
    yield from under_topic(page, topic, party)
    if page.evidence:
        yield from shared_words(page, topic, party)


def _statement(page: Page, topic: Topic, party: Party, segment: str) -> Line:
    """The whole sentence in which a statement stands, with the statement marked where it is but a part of it."""
    found = page.segments[segment]
    told = page.words_of(found, _shared(topic, party, found.document))
    if found.sentence is None:
        return told
    before = page.words_of(Span(document=found.document, start=found.sentence.start, end=found.start), style="dim")
    after = page.words_of(Span(document=found.document, start=found.end, end=found.sentence.end), style="dim")
    opens, closes = page.symbols.part
    return [*before, (opens, ""), *told, (closes, ""), *after]


def _shared(topic: Topic, party: Party, document: str) -> list[Mark]:
    """The words by which a side's passages in a document meet another's."""
    return [Mark("bold underline", s.start, s.end) for s in topic.matched.get(party.id, ()) if s.document == document]


def _bar(page: Page, topic: Topic, party: Party) -> Line:
    """How much of its words a side gives to the topic; all bars of a report have one scale."""
    emphasis = topic.emphasis[party.id]
    filled = max(1, round(_BAR * emphasis.share / page.heaviest)) if page.heaviest else 0
    full, empty = page.symbols.full * filled, page.symbols.empty * (_BAR - filled)
    return [(full, page.colors[party.id]), (empty, "dim"), (f" {words.figures(emphasis)}", "dim")]


def _differences(page: Page, topic: Topic, party: Party) -> Iterator[Line]:
    """The side's own words for what others put differently."""
    for kind, reading, others in facts.put_otherwise(page.comparison, topic, party.id):
        whom = f" ({words.joined([page.name(p) for p in others])} otherwise)" if page.several else ""
        yield [(f"{page.symbols.differs} {words.KINDS[kind]}: ", "bold"), (page.plain(page.comparison.text_of(reading)), ""), (whom, "dim")]


def _undecided(page: Page, topic: Topic, party: Party) -> Iterator[Line]:
    """What comes nearest, with the evidence whatever else comes near."""
    found = [c for c in topic.possible[party.id] if c.score]
    if not found:
        yield [(f"{_sentence(words.undecided(page.comparison, topic, party.id))}.", "dim")]
    for candidate in found if page.evidence else found[:1]:
        told = _sentence(words.nearness(page.comparison, topic, party.id, candidate))
        yield [(f"{told}: ", "dim"), *_passage(page, topic, party, candidate, "italic")]
        if page.evidence:
            yield place(page, candidate.segment)
    if page.evidence:
        yield from shared_words(page, topic, party)


def _sentence(told: str) -> str:
    return told[0].upper() + told[1:]


def _silent(page: Page, topic: Topic, party: Party) -> Iterator[Line]:
    """That nothing was found, where the article says so, and what comes nearest."""
    yield [(page.plain(words.silence(page.comparison, party.id)), "dim")]
    if party.id in topic.remarks:
        yield [("The article says: ", "dim"), (page.segment_words(topic.remarks[party.id]), "")]
    near = topic.nearest.get(party.id)
    if near:
        yield [(words.nearest_lead(near), "dim"), *_passage(page, topic, party, near, "dim")]
        if page.evidence:
            yield place(page, near.segment)


def _passage(page: Page, topic: Topic, party: Party, candidate: Candidate, style: str) -> Line:
    """A candidate's words, those that the topic shares marked, and how near it comes."""
    found = page.segments[candidate.segment]
    told = page.words_of(found, _shared(topic, party, found.document), style)
    return [*told, (f" ({candidate.score:.2f})", "dim")]
