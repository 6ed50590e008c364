"""Verdicts: whether a side that is not in a topic is silent on it, or may have raised it in other words.

To call a side silent is to accuse it. In an article, which tells but part of either account, only the reporter's own remark
('the Danish text makes no mention of it') says so; in readouts, that nothing in all of the other text comes near.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from readoutdiff.alignment.claim import Claim
from readoutdiff.alignment.linking import pair_score, set_against
from readoutdiff.alignment.pairing import Lookup, Pair
from readoutdiff.contract import Status
from readoutdiff.value import Value

if TYPE_CHECKING:
    from readoutdiff.alignment.hearing import Heard

HINTS = 0.08  # from here on it may be the same point
MAYBE = 0.3  # the same for a likelihood
TOUCHES = 1  # and with so many fields of meaning in common
ECHOES = 0.3  # the outlet's own telling comes this near: the other side may have said it
_TOLD_IN_FULL = 4  # claims of a side's own readout: with fewer, nothing can be missed among them
_TELLING = 3  # stems: of a statement with fewer, nobody can be said to be silent
_SHOWN = 3  # passages that a report shows of what may be the same point


class Group(Value, frozen=True):
    """A topic: the places of its claims, for sides that are not in it what comes nearest, and the reporter's remark on them."""

    claims: tuple[int, ...]
    status: Status
    possible: Mapping[str, tuple[tuple[str, float], ...]]
    nearest: Mapping[str, tuple[str, float]]
    remarks: Mapping[str, str] = {}


class Nearby(Value, frozen=True):
    """A segment of another side, its score, whether it may be the same point, and what besides the score speaks for it."""

    segment: str
    score: float
    likely: bool
    hints: float = 0.0


class Judge:
    """Gives topics their verdicts."""

    def __init__(
        self,
        claims: Sequence[Claim],
        echoes: Sequence[Claim],
        sides: Sequence[str],
        lookup: Lookup,
        pairs: Sequence[Pair],
        groups: Sequence[Sequence[int]],
        heard: Heard | None = None,
        hints: float = HINTS,
        touches: int = TOUCHES,
    ) -> None:
        self.claims, self.echoes, self.sides, self.lookup = claims, echoes, sides, lookup
        self.opinion, self.hints, self.touches = heard, hints, touches
        self.like = _first_alike(claims)
        self.scores: dict[int, dict[int, float]] = defaultdict(dict)
        for pair in pairs:
            self.scores[pair.left][pair.right] = self.scores[pair.right][pair.left] = pair.score
        self.heard = Lookup(echoes, lookup.scorer)
        self.parts: dict[tuple[str, int], set[str]] = defaultdict(set)  # the sides that raise a part of a sentence
        for group in groups:
            raised = {party for i in group for party in claims[i].parties}
            for claim in (claims[i] for i in group):
                self.parts[claim.document, claim.sentence] |= raised if claim.sentence >= 0 else set()
        self.told = {side: [i for i, claim in enumerate(claims) if side in claim.parties] for side in sides}

    def judged(self, places: Sequence[int]) -> Group:
        """A topic with its verdict."""
        raised = {party for i in places for party in self.claims[i].parties}
        possible: dict[str, tuple[tuple[str, float], ...]] = {}
        nearest: dict[str, tuple[str, float]] = {}
        for side in self.sides:
            if side in raised:
                continue
            found = self._candidates(places, side)
            near = [*(c for c in found if c.likely), *self._echoing(places, side)] or self._doubted(places, side)
            if near or not self._may_be_silent(places, side):
                ranked = sorted({*(near or found)}, key=lambda c: (-c.score - c.hints, c.segment))
                possible[side] = tuple((c.segment, c.score) for c in ranked[:_SHOWN])  # none where nothing of it is told
            elif found:
                nearest[side] = (found[0].segment, found[0].score)
        status: Status = "shared" if len(raised) > 1 else "possible" if possible else "one_sided"
        remarks = {side: remark for i in places for side, remark in self.claims[i].denied.items() if side in nearest}
        return Group(tuple(places), status, possible, nearest, remarks)

    def _doubted(self, places: Sequence[int], side: str) -> list[Nearby]:
        """The side's statement that a second opinion finds most like the topic's, if it is like enough to doubt a silence."""
        if self.opinion is None:
            return []
        theirs = [*self.told[side], *(len(self.claims) + i for i, echo in enumerate(self.echoes) if side in echo.parties)]
        found = self.opinion.doubted(places, theirs)
        if found is None:
            return []
        place, likeness = found
        claim = self.claims[place] if place < len(self.claims) else self.echoes[place - len(self.claims)]
        return [Nearby(claim.segment, likeness, True)]

    def _may_be_silent(self, places: Sequence[int], side: str) -> bool:
        """Whether so much of a side's account is there that it can be called silent.

        Where an article tells either side's, the reporter must say so himself. What stands in one sentence with a point that the
        side raises may be a detail of it.
        """
        if any(self.claims[i].told for i in (*places, *self.told[side])):
            return any(side in self.claims[i].denied and self.claims[i].sure for i in places)
        beside = any(side in self.parts[self.claims[i].document, self.claims[i].sentence] for i in places)
        return len(self.told[side]) >= _TOLD_IN_FULL and not beside

    def _echoing(self, places: Sequence[int], side: str) -> Iterator[Nearby]:
        """Echoes that come near one of a topic's claims; of a side's own words, touching the same field is enough."""
        mine = [self.claims[i] for i in places]
        if any(side in claim.denied for claim in mine):
            return
        terms = {(t.stems, t.topics, t.fields): t for t in (claim.terms for claim in mine)}.values()  # what is said again is looked up once
        near = {e for t in terms for e in (*self.heard.near(t), *self.heard.touching(t))}
        for place in sorted(near):
            echo = self.echoes[place]
            if echo.parties and side not in echo.parties:
                continue
            score = max(pair_score(self.lookup.scorer, t, echo.terms) for t in terms)
            if score >= ECHOES or echo.parties:
                yield Nearby(echo.segment, score, True)

    def _candidates(self, places: Sequence[int], side: str) -> list[Nearby]:
        """The side's claims outside the topic that have anything in common with it, nearest first; else the first of all."""
        near = {
            there for here in places for there in (*self.scores[here], *self.lookup.touching(self.claims[here].terms), here - 1, here + 1)
        }
        unclear = any(self._is_unclear(self.claims[i]) for i in places)
        found = [self._nearby(places, there, unclear) for there in sorted(near.intersection(self.told[side]).difference(places))]
        if found:
            return sorted(found, key=lambda c: -c.score - c.hints)
        words = [self.claims[i].segment for i in self.told[side]] or [e.segment for e in self.echoes if side in e.parties]
        return [Nearby(words[0], 0.0, unclear)] if words else []

    def _nearby(self, places: Sequence[int], there: int, unclear: bool) -> Nearby:
        other, scores = self.claims[there], self.scores[there]
        alike = {(self.like[here], scores.get(here, 0.0)) for here in places}  # what is said again is looked at once
        mine = [(self.claims[here], score) for here, score in alike]
        likely = unclear or any(self._may_be(claim, other, score) for claim, score in mine)
        return Nearby(other.segment, max(score for _, score in mine), likely, max(_hints(claim, other) for claim, _ in mine))

    def _may_be(self, mine: Claim, other: Claim, score: float) -> bool:
        """Whether another side's claim may raise the same point, in whatever words.

        An article sets it against mine and it is as likely as not; else it comes near, or touches a field of meaning that mine
        touches: by its words, or by the topics of the lexicon it raises.
        Where the reporter says that the side has nothing on it, only its words count.
        """
        if mine.denied.keys() & {*other.parties}:
            return pair_score(self.lookup.scorer, mine.terms, other.terms) >= self.hints
        if set_against(mine, other):
            return score >= MAYBE
        touching = len(mine.terms.fields & other.terms.fields) >= self.touches
        return score >= self.hints or touching or bool(mine.terms.topics & other.terms.topics)

    def _is_unclear(self, claim: Claim) -> bool:
        """Whether a claim of a readout is too short, too general, or of nothing that the lexicon knows, to say that it is nowhere."""
        return not claim.told and (len(claim.terms.stems) < _TELLING or claim.general or not claim.terms.topics)


def _first_alike(claims: Sequence[Claim]) -> list[int]:
    """For each claim the place of the first that is no other in all that a verdict asks of it."""
    first: dict[object, int] = {}
    keys = ((c.terms.stems, c.terms.topics, c.terms.fields, c.parties, c.told, frozenset(c.denied)) for c in claims)
    return [first.setdefault(key, place) for place, key in enumerate(keys)]


def _hints(mine: Claim, other: Claim) -> float:
    """What orders passages that share no word: a topic or fields of meaning in common. A likelihood has them in it."""
    hints = 0.05 * min(2, len(mine.terms.fields & other.terms.fields)) + 0.1 * bool(mine.terms.topics & other.terms.topics)
    return 0.0 if hints and set_against(mine, other) else hints
