"""Strength: the verbs that govern a point, on a ladder from 'discussed' to 'demanded'."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from readoutdiff.differences.passage import Item, Passage

_ENOUGH = 2  # stems that two governed stretches have in common
_SHARE = 0.33  # and of the smaller of them
_SUBJECT = 6  # tokens before a verb in which its subject stands


def find_verbs(passage: Passage, outlets: Collection[int]) -> Iterator[Item]:
    """The ladder's verbs with the stems of what each governs; `outlets` are the places of verbs that are the outlet's."""
    places = [(at, size) for at, size in passage.phrases(passage.words.ladder) if at not in outlets and _governs(passage, at, size)]
    for number, (at, size) in enumerate(places):
        name = " ".join(passage.low[i] for i in range(at, at + size))
        rung = passage.words.rungs[name]
        before = places[number - 1] if number else None
        after = places[number + 1][0] if number + 1 < len(places) else passage.stop
        first = at - (passage.low[at - 1] in passage.words.clauses.passive)
        yield Item(first, at + size, passage.words.ladder_names[rung], _governed(passage, at, size, before, after), amount=rung)


def same_rung(left: Item, right: Item) -> bool:
    """Whether both verbs stand on one rung."""
    return left.amount == right.amount


def on_one_point(left: Item, right: Item) -> bool:
    """Whether what the verbs govern has enough in common to be one point."""
    common = len(left.near & right.near)
    return common >= _ENOUGH and common >= _SHARE * min(len(left.near), len(right.near))


def _governs(passage: Passage, at: int, size: int) -> bool:
    """A verb that says how a point was put: not 'the agreed text', 'reports', nor one in a relative clause."""
    low, before = passage.low[at], passage.low[at - 1]
    if passage.tokens[at].key != low and at != passage.sentence(at)[0]:
        return False  # 'the United States'
    if (phrase := passage.words.initiating.at(passage.tokens, at, passage.stop)) is not None and phrase[1] > size:
        return False  # 'asked for the call' asks for no point
    if size == 1 and low.endswith("s") and not is_present(passage, at):
        return False
    if size == 1 and (
        before in ("the", "a", "an", "his", "her", "its", "their", "of", "as", "by") or passage.low[at + 1] == "by" != before
    ):
        return before in passage.words.clauses.passive
    opens = passage.sentence(at)[0]
    if any(passage.low[i].startswith("spokes") for i in range(max(opens, at - _SUBJECT), at)):
        return False  # 'the Spokesman stated that the President welcomed': he only passes it on
    if before == "that":
        return False  # 'the dust that covered both countries'
    clause = [passage.low[i] for i in range(max(opens, at - 4), at)]
    return before == "who" or not any(
        word in passage.words.clauses.relative or word == "who" for word in clause
    )  # 'the Presidents, who agreed'


def is_present(passage: Passage, at: int) -> bool:
    """'Cairo stresses', 'the ministry notes'; not 'the notes'."""
    before = passage.low[at - 1]
    named = at - 1 in passage.mentioned(max(passage.first, at - 4), at)
    return named or before in ("he", "she", "it", "side", "also", "further") or before in passage.knowledge.heads


def _governed(passage: Passage, at: int, size: int, before: tuple[int, int] | None, after: int) -> frozenset[str]:
    """What follows the verb up to the next; in a passive what stands before it too."""
    opens, closes = passage.sentence(at)
    stems = _said(passage, at + size, min(closes, after))
    passive = passage.low[at - 1] in passage.words.clauses.passive
    start = max(opens, before[0] + before[1] if before is not None else opens)
    if passive or not stems:
        stems |= _said(passage, start, at)
    return stems


def _said(passage: Passage, first: int, end: int) -> frozenset[str]:
    return frozenset(found for at in range(first, end) for found in passage.said(at))
