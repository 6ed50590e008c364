"""Alignment: which statements of different sides raise one point, and what that makes of each topic.

Pairs of statements are linked that reach a threshold and at least .8 of the best of either; topics are what hangs together
(grouping.py), their verdicts those of judging.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from readoutdiff.alignment.claim import Claim
from readoutdiff.alignment.grouping import grouped
from readoutdiff.alignment.hearing import Heard
from readoutdiff.alignment.judging import HINTS, TOUCHES, Group, Judge
from readoutdiff.alignment.lex import Scorer
from readoutdiff.alignment.linking import Linker, differ, in_common, set_against
from readoutdiff.alignment.pairing import Lookup, Pair, near_pairs
from readoutdiff.value import Value

if TYPE_CHECKING:
    from readoutdiff.alignment.opinions import SecondOpinion

# The thresholds are of LEX over units of this size: they carry over to no other scorer and no other unit.
DECIDES = 0.18  # a score from here on links two sides' statements
LIKELY = 0.35  # the same for a likelihood of two that have a word or a topic in common: with them, nine topics in ten are right
LIKELY_ALONE = 0.66  # and where only their places in the article speak for it
WITHIN = 0.34  # links two statements of one side
# Of the best of either end: on SuperPAL's sentence links F1 .68, and .18 wrongly called omitted; with a plain threshold .67 and .23.
_OF_BEST = 0.8
_CHANCE = 2  # words in common: fewer may be chance


class Alignment(Value, frozen=True):
    """The topics, the judge who can say what another grouping of the claims would make of them, and what their words were scored by."""

    groups: list[Group]
    judge: Judge
    scorer: Scorer


def align(
    claims: Sequence[Claim],
    echoes: Sequence[Claim],
    sides: Sequence[str],
    weights: Mapping[str, float],
    opinion: SecondOpinion | None = None,
    hints: float = HINTS,
    touches: int = TOUCHES,
) -> Alignment:
    """Group the claims into topics and give each its verdict.

    `weights` are those of the signs that two statements of an article raise one point. `echoes` are stretches that nobody's
    words could be told to be (the outlet's telling of the call), and a side's statements that make no point of their own: where
    one of them comes near, a side is not called silent. From the score `hints` on it may be the same point, and with `touches`
    fields of meaning in common, by default the calibrated ones. An `opinion` links what words only hint at, and doubts a silence.
    """
    scorer = Scorer([*(c.terms for c in claims), *(e.terms for e in echoes)])
    lookup = Lookup(claims, scorer)
    pairs = near_pairs(claims, lookup, Linker(claims, scorer, weights))
    heard = Heard(opinion, [*claims, *echoes]) if opinion else None
    groups = grouped(claims, _links(pairs, claims, heard, hints), pairs)
    judge = Judge(claims, echoes, sides, lookup, pairs, groups, heard, hints, touches)
    return Alignment([judge.judged(group) for group in groups], judge, scorer)


def _links(pairs: Sequence[Pair], claims: Sequence[Claim], heard: Heard | None, hints: float) -> list[Pair]:
    """The links: across sides by the threshold and the best of row or column, within a side by a stricter threshold."""
    differing = (pair for pair in pairs if differ(claims[pair.left], claims[pair.right]))
    across = [found for pair in differing if (found := _decided(pair, claims, heard, hints)) is not None]
    best: dict[int, float] = {}
    for pair in across:
        for end in (pair.left, pair.right):
            best[end] = max(best.get(end, 0.0), pair.score)
    linked = [p for p in across if p.score >= _OF_BEST * min(best[p.left], best[p.right])]
    within = [p for p in pairs if p.score >= WITHIN and not differ(claims[p.left], claims[p.right])]
    return sorted([*linked, *within], key=lambda p: (-p.score, p.left, p.right))


def _decided(pair: Pair, claims: Sequence[Claim], heard: Heard | None, hints: float) -> Pair | None:
    """A pair that is a link; one on which a second opinion agrees with a hint is as good as one that just reaches the threshold."""
    left, right = claims[pair.left], claims[pair.right]
    if not (left.denied.keys().isdisjoint(right.parties) and right.denied.keys().isdisjoint(left.parties)):
        return None  # of what the reporter says that a side has nothing on, nothing of it is on the same point
    threshold = _threshold(left, right)
    if pair.score >= threshold and not _by_chance(left, right):
        return pair
    agreed = heard is not None and pair.score >= hints and heard.agrees(pair.left, pair.right)
    return Pair(pair.left, pair.right, threshold) if agreed else None


def _threshold(left: Claim, right: Claim) -> float:
    if not set_against(left, right):
        return DECIDES
    return LIKELY if in_common(left, right) else LIKELY_ALONE


def _by_chance(left: Claim, right: Claim) -> bool:
    """Whether two readouts meet in one word and in no topic or field: 'the return of the bronzes', 'the return of migrants'."""
    one, other = left.terms, right.terms
    of_one_matter = one.topics & other.topics or one.fields & other.fields
    return not set_against(left, right) and not of_one_matter and len(one.stems & other.stems) < _CHANCE
