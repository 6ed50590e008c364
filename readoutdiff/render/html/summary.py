"""What the page says first: how many topics of each verdict, how much of each account is told, what to bear in mind."""

from __future__ import annotations

from collections import Counter

from readoutdiff.contract import Comparison, Party, Span, Topic
from readoutdiff.render import words
from readoutdiff.value import Value


class Count(Value, frozen=True):
    """How many topics have a verdict; `status` and `party` are what a filter for it asks for."""

    status: str
    sign: str
    word: str
    number: int
    meaning: str


class Account(Value, frozen=True):
    """A side: its name, how much of its account is told, why it was taken for a side, the weightiest topic that only it raises."""

    side: int
    id: str
    name: str
    told: str
    why: str
    weightiest: Topic | None
    asked: str


def counts(comparison: Comparison) -> tuple[Count, ...]:
    """A line for each verdict, each side's 'only' apart."""
    status = Counter(t.status for t in comparison.topics)
    only = Counter(next(iter(t.segments)) for t in comparison.topics if t.status == "one_sided")
    sides = [
        Count("one_sided", "◀" if place == 0 else "▶", f"only {party.name}", only[party.id], "nothing on another side comes near")
        for place, party in enumerate(comparison.parties)
    ]
    return (
        Count("shared", "≡", "both", status["shared"], "raised by two sides or more; they may still contradict each other"),
        Count("possible", "≈", "possible", status["possible"], "one side raises it; whether another does is left to the reader"),
        *sides,
        Count("outlet_only", "○", "outlet", status["outlet_only"], "the outlet's own, given to no side"),
    )


def accounts(comparison: Comparison) -> tuple[Account, ...]:
    """A line for each side."""
    return tuple(_account(comparison, place, party) for place, party in enumerate(comparison.parties))


def _account(comparison: Comparison, place: int, party: Party) -> Account:
    mine = words.account(comparison, party.id)
    loose = sum(not s.topics for s in mine) if comparison.topics else 0
    told = f"{words.counted(words.account_words(comparison, party.id), 'word')} in {words.counted(len(mine), 'statement')}"
    told += f", {loose} of them in no topic" if loose else ""
    return Account(place, party.id, party.name, told, party.why, _weightiest(comparison, party.id), _asked(comparison, party.id))


def _weightiest(comparison: Comparison, party: str) -> Topic | None:
    """The first of the topics that this side alone raises: they come by weight."""
    return next((t for t in comparison.topics if t.status == "one_sided" and party in t.segments), None)


def _asked(comparison: Comparison, party: str) -> str:
    """Who asked for the call, by a side's own readout."""
    reading = comparison.asked.get(party)
    if reading is None:
        return ""
    told = comparison.text_of(Span(document=reading.document, start=reading.start, end=reading.end))
    return f"{words.party_of(comparison, reading.normal).name} (“{told}”)"
