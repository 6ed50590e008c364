"""What the page says first: how many topics of each verdict, how much of each account is told, what to bear in mind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from readoutdiff.contract import Comparison, Party, Topic
from readoutdiff.render import facts, words
from readoutdiff.render.checks import apart
from readoutdiff.render.symbols import RICH
from readoutdiff.value import Value


class Count(Value, frozen=True):
    """How many topics have a verdict, or how much is of a kind."""

    symbol: str
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


def title(comparison: Comparison) -> str:
    """'Finland – Estonia'."""
    return " – ".join(p.name for p in comparison.parties) or "No comparison"


def about(comparison: Comparison) -> str:
    """'fi.txt (120 words), ee.txt (97 words)'."""
    return ", ".join(f"{d.name} ({words.counted(d.words, 'word')})" for d in comparison.documents)


def counts(comparison: Comparison) -> tuple[Count, ...]:
    """A line for each verdict, each side's 'only' apart; then for what differs, and for what the article and the readouts have apart."""
    status, meaning = Counter(t.status for t in comparison.topics), words.meanings(comparison)
    differing = facts.differing(comparison)
    only = [(RICH.arrow(comparison, p.id), f"only {p.name}", len(facts.alone(comparison, p.id))) for p in comparison.parties]
    return (
        Count(RICH.shared, "both", status["shared"], meaning["shared"]),
        Count(RICH.possible, "possible", status["possible"], meaning["possible"]),
        *(Count(*side, meaning["one_sided"]) for side in only),
        Count(RICH.outlet, "outlet", status["outlet_only"], meaning["outlet_only"]),
        *([Count(RICH.differs, "differ", differing, meaning["differs"])] if differing else []),
        *([Count(RICH.apart, "apart", len(comparison.findings), apart(comparison))] if comparison.mode == "triangulated" else []),
    )


def accounts(comparison: Comparison, shown: Collection[str]) -> tuple[Account, ...]:
    """A line for each side; `shown` are the ids of the topics that the page shows."""
    return tuple(_account(comparison, place, party, shown) for place, party in enumerate(comparison.parties))


def _account(comparison: Comparison, place: int, party: Party, shown: Collection[str]) -> Account:
    weightiest = next((t for t in facts.alone(comparison, party.id) if t.id in shown), None)
    told = words.coverage(comparison, party.id)
    return Account(place, party.id, party.name, told, party.why, weightiest, _asked(comparison, party.id))


def _asked(comparison: Comparison, party: str) -> str:
    """Who asked for the call, by a side's own readout."""
    reading = comparison.asked.get(party)
    if reading is None:
        return ""
    return f"{facts.party_of(comparison, reading.normal).name} (“{comparison.text_of(reading)}”)"
