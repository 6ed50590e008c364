"""Polarity: one affirms what the other denies of the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.differences.passage import Item, Passage
from readoutdiff.tokens import stem

_BETWEEN = 4  # words between the denial and its verb


def find_denials(passage: Passage) -> Iterator[Item]:
    """What a passage denies: the verb with its denial, its stem the key."""
    seeming = {i for at, size in passage.phrases(passage.words.seeming) for i in range(at, at + size)}
    negations = passage.words.polarity.negations
    for at in [at for at, low in passage.low.items() if low == "no" or low in negations or low.endswith("n't")]:
        if at in seeming or (passage.low[at] == "no" and not _denies_by_no(passage, at)):
            continue
        begin = (
            _after_helper(passage, at) if passage.low[at] == "no" and passage.low[at - 1] not in passage.words.polarity.having else at + 1
        )
        verb = next(
            (i for i in range(begin, begin + _BETWEEN) if passage.low[i] and passage.low[i] not in passage.words.polarity.between), None
        )
        if verb is not None and passage.low[verb][0].isalpha():
            yield passage.item(_group_start(passage, at), _group_end(passage, verb), "denied", {stem(passage.low[verb])})


def find_affirmed(passage: Passage, denial: Item, denials: Sequence[Item]) -> Iterator[Item]:
    """Where a passage affirms what another denies; `denials` are its own."""
    denied = {i for d in denials for i in range(d.first, d.end)}
    for at in range(passage.first, passage.stop):
        if stem(passage.low[at]) in denial.keys and at not in denied and passage.low[at]:
            yield passage.item(_group_start(passage, at), _group_end(passage, at), "affirmed", denial.keys)


def find_contraries(passage: Passage, denials: Sequence[Item]) -> Iterator[Item]:
    """Verbs that have a contrary ('accepted', 'rejected'), not denied themselves; their keys are the stems of the contraries."""
    denied = {i for d in denials for i in range(d.first, d.end)}
    contrary = passage.words.contrary
    for at, low in [(at, low) for at, low in passage.low.items() if stem(low) in contrary]:
        against = contrary[stem(low)]
        if against and at not in denied and (low.endswith(("ed", "s")) or passage.low[at - 1] in ("will", "would", "to", "shall", "can")):
            yield passage.item(_group_start(passage, at), _group_end(passage, at), stem(low), against)


def contrary(left: Item, right: Item) -> bool:
    """Whether each is the contrary of the other."""
    return left.value in right.keys and right.value in left.keys


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
