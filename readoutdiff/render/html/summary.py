"""What the page says first: how many topics of each verdict, how much of each account is told, what to bear in mind."""

from __future__ import annotations

from collections import Counter

from readoutdiff.contract import Comparison, Party, Span, Topic
from readoutdiff.render import words
from readoutdiff.render.checks import apart
from readoutdiff.value import Value


class Count(Value, frozen=True):
    """How many topics have a verdict, or how much is of a kind."""

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
    """A line for each verdict, each side's 'only' apart; then for what differs, and for what the article and the readouts have apart."""
    status = Counter(t.status for t in comparison.topics)
    differing = words.differing(comparison)
    return (
        Count("≡", "both", status["shared"], "raised by two sides or more; they may still contradict each other"),
        Count("≈", "possible", status["possible"], "one side raises it; whether another does is left to the reader"),
        *(
            Count("◀" if place == 0 else "▶", f"only {party.name}", len(words.alone(comparison, party.id)), "no other side comes near")
            for place, party in enumerate(comparison.parties)
        ),
        Count("○", "outlet", status["outlet_only"], "the outlet's own, given to no side"),
        *([Count("≠", "differ", differing, "put differently within a shared point; both may be true")] if differing else []),
        *([Count("†", "apart", len(comparison.findings), apart(comparison))] if comparison.mode == "triangulated" else []),
    )


def accounts(comparison: Comparison) -> tuple[Account, ...]:
    """A line for each side."""
    return tuple(_account(comparison, place, party) for place, party in enumerate(comparison.parties))


def _account(comparison: Comparison, place: int, party: Party) -> Account:
    weightiest = next(iter(words.alone(comparison, party.id)), None)
    told = words.coverage(comparison, party.id)
    return Account(place, party.id, party.name, told, party.why, weightiest, _asked(comparison, party.id))


def _asked(comparison: Comparison, party: str) -> str:
    """Who asked for the call, by a side's own readout."""
    reading = comparison.asked.get(party)
    if reading is None:
        return ""
    told = comparison.text_of(Span(document=reading.document, start=reading.start, end=reading.end))
    return f"{words.party_of(comparison, reading.normal).name} (“{told}”)"
