"""Polarity: one affirms what the other denies of the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from readoutdiff.differences.clause import Clause, clause_at, named_at, same_thing
from readoutdiff.differences.parsing import is_asked, is_waiting, is_wished
from readoutdiff.differences.passage import Item, Passage
from readoutdiff.differences.words import CONVERSE, TURNING, turned

_BETWEEN = 4  # words between the denial and its verb


class Told(Item, frozen=True):
    """What is denied or affirmed; whether it is only wished for, and whether it is told until when."""

    wished: bool = False
    waits: bool = False


def find_denials(passage: Passage) -> Iterator[Told]:
    """What a passage denies: the verb with its denial, its root the key."""
    places = [*_negations(passage), *((at, at + size) for at, size in passage.phrases(passage.words.refusals))]
    seeming = {i for at, size in passage.phrases(passage.words.seeming) for i in range(at, at + size)} if places else set()
    for at, begin in places:
        verb = _denied_verb(passage, begin)
        if at not in seeming and verb is not None:
            yield _told(passage, at, verb, "denied")


def _negations(passage: Passage) -> Iterator[tuple[int, int]]:
    """The places of negations, each with that from which on its verb stands."""
    words, helping = passage.words.polarity, passage.words.clauses.helpers
    for at in [at for at, low in passage.low.items() if low == "no" or low in words.negations or low.endswith("n't")]:
        if passage.low[at] == "no":
            if _denies_by_no(passage, at):
                yield at, (at + 1 if passage.low[at - 1] in words.having else _after_helper(passage, at))
        elif passage.low[at] != "not" or passage.low[at - 1] in helping or passage.low[at + 1] == "to":
            yield at, at + 1  # not 'a place of meeting and not of separation'


def _denied_verb(passage: Passage, begin: int) -> int | None:
    """The first telling word after a denial; 'not before June' denies no verb."""
    clauses = passage.words.clauses
    passed = passage.words.polarity.between | clauses.helpers | clauses.stops | passage.knowledge.grammar.words.determiners
    for at in range(begin, begin + _BETWEEN):
        low = passage.low[at]
        if not low[:1].isalpha() or low in clauses.linking:
            return None
        if low not in passed:
            return at
    return None


def find_affirmed(passage: Passage, denial: Told, denials: Sequence[Told]) -> Iterator[Told]:
    """Where a passage affirms what another denies; `denials` are its own."""
    denied = {i for d in denials for i in range(d.first, d.end)}
    for at in range(passage.first, passage.stop):
        if not denial.keys.isdisjoint(_keys(passage, at)) and at not in denied and not is_asked(passage, at):
            yield _told(passage, at, at, "affirmed")


def same_mood(denial: Told, affirmed: Told) -> bool:
    """Whether one denies what the other affirms: not 'asked not to close' and 'will close', 'not before the audit' and 'after it'."""
    return denial.wished == affirmed.wished and denial.waits == affirmed.waits


def _told(passage: Passage, at: int, verb: int, value: str) -> Told:
    """A verb with its helpers and its denial."""
    first, end = _group_start(passage, at), _group_end(passage, verb)
    return Told(
        first, end, value, passage.near(first, end), _keys(passage, verb),
        wished=is_wished(passage, first), waits=is_waiting(passage, end),
    )  # fmt: skip


def _keys(passage: Passage, verb: int) -> frozenset[str]:
    """What a verb does, whatever its form; to raise a point is what it is for the point to come up."""
    polarity, both = passage.words.polarity, f"{passage.root(verb)} {passage.low[verb + 1]}"
    raises = passage.root(verb) in passage.words.raising or both in passage.words.raising
    return frozenset({passage.root(verb), *((polarity.raising[0],) if raises else ())})


def find_ways(passage: Passage) -> dict[int, frozenset[str]]:
    """The places of verbs and nouns of a direction, with the ways that they may mean."""
    said = passage.words.ways
    found = {at: ways for at, low in passage.low.items() if (ways := said[low])}
    return {at: frozenset(way.way for way in ways if way.particle in ("", passage.low[at + 1])) for at, ways in found.items()}


def find_contraries(passage: Passage, ways: Mapping[int, frozenset[str]], denials: Sequence[Told]) -> Iterator[Clause]:
    """What is done in one of two contrary directions ('raised', 'a rise in') and not denied; the keys are the ways of its verb or noun."""
    denied = {i for d in denials for i in range(d.first, d.end)}
    for at, keys in ways.items():
        root = passage.root(at)
        clause = (named_at(passage, at, root, keys) or clause_at(passage, at, root, keys)) if keys and at not in denied else None
        limit = passage.words.meant.get(passage.low[at + 1])
        if clause is not None and not (limit is not None and limit.leads):
            yield clause  # 'open only by day' is not the contrary of 'closed by night'


def on_one_thing(left: Clause, right: Clause) -> bool:
    """Whether both do something to one thing, in one direction or in contrary ones."""
    return same_thing(left, right) and (contrary(left, right) or not left.keys.isdisjoint(right.keys))


def contrary(left: Clause, right: Clause) -> bool:
    """Whether their directions are contrary, and one cannot just be the other's selling, or have come after it."""
    common = {turned(way) for way in left.keys} & right.keys
    one_doer = left.who is not None and left.who == right.who
    one_time = left.mood != "done" or not left.times.isdisjoint(right.times)
    return any(one_doer if way.startswith(CONVERSE) else one_time or not way.startswith(TURNING) for way in common)


def one_way(left: Clause, right: Clause) -> bool:
    """Whether they are of one direction."""
    return not contrary(left, right)


def _denies_by_no(passage: Passage, at: int) -> bool:
    return passage.low[at + 1] == "longer" or passage.low[at - 1] in passage.words.polarity.having or _after_helper(passage, at) > at + 1


def _after_helper(passage: Passage, at: int) -> int:
    """Where the verb begins that 'no' denies: 'no agreement was reached'; the next place, if it has none."""
    helpers = (i for i in range(at + 2, at + 2 + _BETWEEN) if passage.low[i] in passage.knowledge.grammar.verbs.auxiliaries)
    return next(helpers, at) + 1


def _group_start(passage: Passage, at: int) -> int:
    """Where the auxiliaries before a verb or denial begin."""
    auxiliaries = passage.knowledge.helping
    while at > passage.first and (passage.low[at - 1] in auxiliaries or passage.low[at - 1] in ("be", "been", "not")):
        at -= 1
    return at


def _group_end(passage: Passage, verb: int) -> int:
    return verb + 1 + (passage.low[verb + 1] in passage.words.polarity.particles)
