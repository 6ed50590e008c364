"""A verb with what it is said of: whether two clauses are of one thing, one time and one doer."""

from __future__ import annotations

from readoutdiff.differences.parsing import (
    BESIDE,
    WHERE,
    Parts,
    clause_end,
    clause_start,
    governing,
    group_start,
    is_date,
    is_finite,
    mood_of,
    named_after_by,
    noun_phrases,
    one_side,
    other_parties,
    standing,
    subject_end,
    taking_on,
)
from readoutdiff.differences.passage import Item, Passage

_MUCH = 2  # stems in common


class Clause(Item, frozen=True):
    """tokens[first:end] are a verb with its helpers.

    `heads` are the stems of what it is done to (of the subject, where that is all there is), `parts` those that stand beside, each
    with its preposition; `who` is the side that does it, `doers` are others; `times` are months, days and years,
    `until` and `since` what it lasts to or comes after. `mood` tells
    whether it is done, is so, is planned, or is wished for by whom the governing verb names.
    """

    heads: frozenset[str] = frozenset()
    parts: Parts = frozenset()
    who: str | None = None
    doers: frozenset[str] = frozenset()
    mood: str = ""
    times: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()

    @property
    def told(self) -> frozenset[str]:
        """All stems of what it is said of."""
        return self.heads | {stem for _, stem in self.parts}

    @property
    def around(self) -> frozenset[str]:
        """The stems after prepositions."""
        return frozenset(stem for name, stem in self.parts if name != BESIDE)


def clause_at(passage: Passage, at: int, value: str, keys: frozenset[str], first: int | None = None) -> Clause | None:
    """The clause of the verb at a place, whose helpers begin at `first` if that is known.

    None where it is no verb, where nothing is named that it is said of, or where it is not told who wishes it.
    """
    first = group_start(passage, at) if first is None else first
    helpers = [passage.low[i] for i in range(first, at)]
    if not helpers and not is_finite(passage, at):
        return None
    clauses = passage.words.clauses
    after = at + 1 + (passage.low[at + 1] in passage.words.polarity.particles)
    until = subject_end(passage, first)
    opens, closes = clause_start(passage, until), clause_end(passage, after)
    subject, before = noun_phrases(passage, opens, until)
    object_, beside = noun_phrases(passage, after, closes)
    passive = bool(helpers) and helpers[-1] in clauses.passive | clauses.states and not passage.low[at].endswith("ing")
    done = passive or not object_
    acting = frozenset() if passive else subject - standing(passage, opens, until)
    heads, parts = (subject if passive else acting, before | beside) if done else (object_, beside)
    mood = mood_of(passage, at, helpers, opens)
    if not mood or not (heads or parts):
        return None
    return Clause(
        first, after, value, passage.near(first, after), keys, 0.0, heads, parts,
        who=named_after_by(passage, after, closes) if passive else one_side(passage, opens, until) or taking_on(passage, opens, first),
        doers=frozenset() if done else acting | other_parties(passage, opens, until),
        mood=mood,
        until=_after_any(parts | beside, clauses.ending),
        since=_after_any(parts | beside, clauses.starting),
        times=_dates(passage, opens, closes),
    )  # fmt: skip


def named_at(passage: Passage, at: int, value: str, keys: frozenset[str]) -> Clause | None:
    """The clause that a noun stands for: 'the withdrawal of the observers'; none where it is not told of what it is."""
    if (
        passage.low[at] not in passage.words.naming
        or passage.low[at + 1] not in ("of", "in")
        or passage.low[at - 1] in passage.words.clauses.helpers
    ):
        return None
    closes = clause_end(passage, at + 1)
    heads, parts = noun_phrases(passage, at + 2, closes)
    if not heads:
        return None
    return Clause(
        at, at + 1, value, passage.near(at, at + 1), keys, 0.0, heads, parts, mood=f"the {governing(passage, at)}",
        who=named_after_by(passage, at + 1, closes), times=_dates(passage, at, closes),
        until=_after_any(parts, passage.words.clauses.ending), since=_after_any(parts, passage.words.clauses.starting),
    )  # fmt: skip


def same_thing(left: Clause, right: Clause) -> bool:
    """Whether two clauses are of one thing and time, and of no two doers; what both have with one preposition must be one too."""
    if left.mood != right.mood or any(
        _apart(*pair) for pair in ((left.heads, right.heads), (left.doers, right.doers), (left.times, right.times))
    ):
        return False
    if _turn(left, right) or _turn(right, left):
        return False
    if (left.who and right.who and left.who != right.who) or (left.who and right.doers) or (right.who and left.doers):
        return False
    common = left.told & right.told
    if len(common) < _MUCH and (_apart(left.around, right.around) or bool(left.heads) != bool(right.heads)):
        return False
    both = {name for name, _ in left.parts} & {name for name, _ in right.parts}
    apart = {name for name in both if _after(left, name).isdisjoint(_after(right, name))}
    return bool(common) and (not apart or (len(common) >= _MUCH and apart <= WHERE))


def _turn(left: Clause, right: Clause) -> bool:
    """Whether one is until what the other is after: 'kept until the audit', 'lifted after the audit'."""
    return not left.since.isdisjoint(right.until)


def _apart(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right) and left.isdisjoint(right)


def _dates(passage: Passage, first: int, end: int) -> frozenset[str]:
    return frozenset(passage.low[i] for i in range(first, end) if is_date(passage, i))


def _after_any(parts: Parts, prepositions: frozenset[str]) -> frozenset[str]:
    return frozenset(stem for name, stem in parts if name in prepositions)


def _after(clause: Clause, preposition: str) -> frozenset[str]:
    return frozenset(stem for name, stem in clause.parts if name == preposition)
