"""Which claims make one topic: what their links hold together, as long as the sides inside it do come near one another (no chains)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from readoutdiff.alignment.claim import Claim
from readoutdiff.alignment.linking import differ, set_against
from readoutdiff.alignment.pairing import Pair

FLOOR, LIKELY_FLOOR = 0.16, 0.35  # mean score between the sides inside a topic; the same for likelihoods
_ALIKE = 0.2  # two statements of one side with less in common are not joined by what another side says


def grouped(claims: Sequence[Claim], links: Sequence[Pair], pairs: Sequence[Pair]) -> list[list[int]]:
    """The places of the claims of each topic, in order; `links` come the strongest first, `pairs` are all that have a score."""
    grouping = _Grouping(claims, [*pairs, *links])
    for link in links:
        grouping.join(link)
    return sorted(grouping.groups.values())


class _Grouping:
    """Claims put together link by link."""

    def __init__(self, claims: Sequence[Claim], scored: Sequence[Pair]) -> None:
        self._claims = claims
        self._scores = {(pair.left, pair.right): pair.score for pair in scored}
        self.groups = {i: [i] for i in range(len(claims))}  # by a number of its own, a new one wherever two have been joined
        self._numbers, self._fresh = [*self.groups], count(len(claims))
        self._refused: set[tuple[int, int]] = set()

    def join(self, link: Pair) -> None:
        """Make one of the two groups that a link ties, if they hold."""
        one, other = sorted((self._numbers[link.left], self._numbers[link.right]))
        if one == other or (one, other) in self._refused:
            return
        if not self._holds(self.groups[one], self.groups[other]):
            self._refused.add((one, other))
            return
        joined = next(self._fresh)
        self.groups[joined] = sorted([*self.groups.pop(one), *self.groups.pop(other)])
        for i in self.groups[joined]:
            self._numbers[i] = joined

    def _holds(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """Whether the mean between the sides of two groups, or of one side's own, reaches the floor, and no two claims stand apart."""
        ends = [(i, j) for i in one for j in other]
        between = [self._in_floors(i, j) for i, j in ends if differ(self._claims[i], self._claims[j])]
        between = between or [self._in_floors(i, j) for i, j in ends]
        return sum(between) >= len(between) and not any(self._apart(i, j) for i, j in ends)

    def _in_floors(self, i: int, j: int) -> float:
        """The score of two claims, in floors: a likelihood has another than a likeness by words."""
        return self._score(i, j) / (LIKELY_FLOOR if set_against(self._claims[i], self._claims[j]) else FLOOR)

    def _apart(self, i: int, j: int) -> bool:
        """Whether an article's two statements of one side are of two points: not of one sentence, and with hardly a word in common."""
        one, other = self._claims[i], self._claims[j]
        if differ(one, other) or not (one.told and other.told):
            return False
        whole = one.sentence >= 0 and (one.document, one.sentence) == (other.document, other.sentence)
        return not whole and one.terms.topics.isdisjoint(other.terms.topics) and self._score(i, j) < _ALIKE

    def _score(self, i: int, j: int) -> float:
        return self._scores.get((i, j) if i < j else (j, i), 0.0)
