"""Alignment: which statements of different sides raise one point, and what that makes of each topic.

Pairs of statements are kept that reach a threshold and at least .8 of the best of either; topics are what hangs
together, as long as the mean similarity inside holds (no chains). A pair that comes near but not near enough makes
the topic 'possible': the tool does not decide it, and accuses nobody of silence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from readoutdiff.contract import Status
from readoutdiff.similarity import Scorer, Terms
from readoutdiff.value import Value, replace

DECIDES = 0.22  # a score from here on links two sides' statements
HINTS = 0.13  # from here on it may be the same point
ECHOES = 0.3  # the outlet's own telling comes this near: the other side may have said it
WITHIN = 0.34  # links two statements of one side
FLOOR = 0.16  # mean similarity inside a topic
_OF_BEST = 0.8
_KNOWN = 2  # fields of meaning that a statement touches: with fewer the lexicon does not know what it is about
_TOLD = 5  # claims of a side in an article: with fewer, too little of its account is there to miss a point in it
_TOLD_IN_FULL = 4  # the same for a side's own readout
_FULL = 5  # stems of a statement in an article: with fewer, what it is about may be told elsewhere in other words
_TELLING = 3  # stems: of a statement with fewer, nobody can be said to be silent
_LIFTS = {"together": 0.3, "beside": 0.14, "": 0.0}  # what standing side by side in an article adds
_TOPIC_LIFT = 0.12  # what a topic of the lexicon in common adds


class Claim(Value, frozen=True):
    """A statement as the alignment sees it: whose (several for a joint one), its terms, and where it stands.

    `place` is its number among the statements of an article and `paragraph` that of its paragraph; both are None in
    a readout, where only one side speaks and what stands side by side tells nothing. `further` marks 'He also …',
    `denied` the sides of which the reporter says that they have nothing on it, `sure` one whose owner is named or
    plainly meant: what is carried over or inferred is not enough to call another side silent.
    """

    segment: str
    parties: tuple[str, ...]
    terms: Terms
    place: int | None = None
    paragraph: int | None = None
    further: bool = False
    denied: frozenset[str] = frozenset()
    sure: bool = True


class Pair(Value, frozen=True):
    """Two claims by their places, and how near they come (0-1)."""

    left: int
    right: int
    score: float


class Group(Value, frozen=True):
    """A topic: the places of its claims, and for sides that are not in it what comes nearest."""

    claims: tuple[int, ...]
    status: Status
    possible: Mapping[str, tuple[tuple[str, float], ...]]
    nearest: Mapping[str, tuple[str, float]]


def pair_score(scorer: Scorer, left: Terms, right: Terms) -> float:
    """LEX, lifted where both raise one topic of the lexicon."""
    lifted = scorer.score(left, right) + (_TOPIC_LIFT if left.topics & right.topics else 0.0)
    return round(min(1.0, lifted), 4)


def juxtaposed(left: Claim, right: Claim) -> str:
    """How an article puts two statements side by side: "together" in a paragraph, "beside" in the next one, or "".

    Reporters set one side's words against the other's on one point: three neighbours in four within a paragraph are
    on one topic, one in three across paragraphs. 'He also …' and 'only …' go on to a further point.
    """
    if left.place is None or right.place is None or left.paragraph is None or right.paragraph is None:
        return ""
    first, second = (left, right) if left.place < right.place else (right, left)
    if second.place != (first.place or 0) + 1 or second.further:
        return ""
    gap = (second.paragraph or 0) - (first.paragraph or 0)
    return "together" if gap == 0 else "beside" if gap == 1 else ""


def align(claims: Sequence[Claim], echoes: Sequence[Claim], sides: Sequence[str]) -> list[Group]:
    """Group the claims into topics and give each its verdict.

    `echoes` are stretches that nobody's words could be told to be (the outlet's telling of the call), and a side's
    statements that make no point of their own: where one of them comes near, a side is not called silent.
    """
    scorer = Scorer([*(c.terms for c in claims), *(e.terms for e in echoes)])
    pairs = [Pair(i, j, _claim_score(scorer, claims[i], claims[j])) for i, j in combinations(range(len(claims)), 2)]
    kept = _kept(pairs, claims)
    groups = _components(len(claims), kept, pairs)
    linked = frozenset(i for p in kept if _differ(claims[p.left], claims[p.right]) for i in (p.left, p.right))
    return [_judged(group, claims, echoes, sides, pairs, scorer, linked) for group in groups]


def _claim_score(scorer: Scorer, left: Claim, right: Claim) -> float:
    lift = _LIFTS[juxtaposed(left, right)] if _differ(left, right) else 0.0
    return round(min(1.0, pair_score(scorer, left.terms, right.terms) + lift), 4)


def _kept(pairs: Sequence[Pair], claims: Sequence[Claim]) -> list[Pair]:
    """The links: across sides by the threshold and the best of row or column, within a side by a stricter threshold."""
    across = [p for p in pairs if p.score >= DECIDES and _differ(claims[p.left], claims[p.right])]
    best: dict[int, float] = {}
    for pair in across:
        for end in (pair.left, pair.right):
            best[end] = max(best.get(end, 0.0), pair.score)
    linked = [p for p in across if p.score >= _OF_BEST * min(best[p.left], best[p.right])]
    within = [p for p in pairs if p.score >= WITHIN and not _differ(claims[p.left], claims[p.right])]
    return sorted([*linked, *within], key=lambda p: (-p.score, p.left, p.right))


def _differ(left: Claim, right: Claim) -> bool:
    """Whether a link between them would tell of two sides: not between two statements of one side, nor of the same two."""
    return set(left.parties) != set(right.parties)


def _components(n: int, kept: Sequence[Pair], pairs: Sequence[Pair]) -> list[list[int]]:
    """What the links hold together, the strongest first; a link is refused that would bring the mean below the floor."""
    score = {(p.left, p.right): p.score for p in pairs}
    group = {i: [i] for i in range(n)}
    for pair in kept:
        left, right = group[pair.left], group[pair.right]
        if left is right:
            continue
        between = [score[min(i, j), max(i, j)] for i in left for j in right]
        if sum(between) / len(between) < FLOOR:
            continue
        joined = sorted([*left, *right])
        for i in joined:
            group[i] = joined
    return sorted({id(g): g for g in group.values()}.values())


def _judged(
    group: Sequence[int],
    claims: Sequence[Claim],
    echoes: Sequence[Claim],
    sides: Sequence[str],
    pairs: Sequence[Pair],
    scorer: Scorer,
    linked: frozenset[int],
) -> Group:
    inside = set(group)
    raised = {party for i in group for party in claims[i].parties}
    possible: dict[str, tuple[tuple[str, float], ...]] = {}
    nearest: dict[str, tuple[str, float]] = {}
    for side in sides:
        if side in raised:
            continue
        found = _candidates(inside, side, claims, pairs, linked)
        little = _little_told(side, claims)
        if little:
            found = [replace(near, likely=True) for near in found]
        mine = [claims[i] for i in group]
        heard = [near for e in echoes if not e.parties or side in e.parties for near in _heard(e, mine, scorer, little)]
        denied = any(side in claims[i].denied and claims[i].sure for i in group)
        if any(c.likely for c in (*found, *heard)) and not denied:
            ranked = sorted({*(c for c in found if c.likely), *heard}, key=lambda c: (-c.score - c.hints, c.segment))
            possible[side] = tuple((c.segment, c.score) for c in ranked[:3])
        elif found:
            nearest[side] = (found[0].segment, found[0].score)
    status: Status = "shared" if len(raised) > 1 else "possible" if possible else "one_sided"
    return Group(tuple(group), status, possible, nearest)


def _little_told(side: str, claims: Sequence[Claim]) -> bool:
    """Whether so few of a side's claims are there that nothing can be missed among them."""
    told = [claim for claim in claims if side in claim.parties]
    return len(told) < (_TOLD if any(claim.place is not None for claim in told) else _TOLD_IN_FULL)


def _heard(echo: Claim, group: Sequence[Claim], scorer: Scorer, little: bool) -> list[Nearby]:
    """The echo, where it comes near one of a topic's claims.

    Of a side's own words, touching the same field is enough, and where little of that side is told, being there is.
    """
    score = max(pair_score(scorer, claim.terms, echo.terms) for claim in group)
    touches = little or any(_touch(claim.terms, echo.terms) for claim in group)
    return [Nearby(echo.segment, score, True)] if score >= ECHOES or (echo.parties and touches) else []


def _touch(left: Terms, right: Terms) -> bool:
    return bool(left.stems & right.stems or left.topics & right.topics or left.fields & right.fields)


class Nearby(Value, frozen=True):
    """A segment of another side, its score, whether it may be the same point, and what besides the score speaks for it."""

    segment: str
    score: float
    likely: bool
    hints: float = 0.0


def _candidates(inside: set[int], side: str, claims: Sequence[Claim], pairs: Sequence[Pair], linked: frozenset[int]) -> list[Nearby]:
    """The side's claims outside the topic, nearest first."""
    best: dict[int, Nearby] = {}
    for pair in pairs:
        for here, there in ((pair.left, pair.right), (pair.right, pair.left)):
            if here in inside and there not in inside and side in claims[there].parties:
                mine, other = claims[here], claims[there]
                before = best.get(there) or Nearby(other.segment, 0.0, False)
                likely = before.likely or _may_be(mine, other, pair.score, there in linked)
                hints = max(before.hints, _hints(mine, other))
                best[there] = Nearby(other.segment, max(before.score, pair.score), likely, hints)
    return sorted(best.values(), key=lambda c: (-c.score - c.hints, c.segment))


def _hints(mine: Claim, other: Claim) -> float:
    """What orders passages that share no word: a topic or fields of meaning in common, a place side by side."""
    fields = min(2, len(mine.terms.fields & other.terms.fields))
    return 0.05 * fields + 0.1 * bool(mine.terms.topics & other.terms.topics) + 0.05 * bool(juxtaposed(mine, other))


def _may_be(mine: Claim, other: Claim, score: float, spoken_for: bool) -> bool:
    """Whether another side's claim may raise the same point, in whatever words.

    It comes near, or raises a topic of the lexicon that mine raises, or touches a field of meaning that mine touches
    (in a readout only if it has found no partner yet). Of a claim that is too short to tell, or touches no known
    field, nothing can be said: an article sets one account against the other, and most of what it tells is in both.
    """
    if score >= HINTS or mine.terms.topics & other.terms.topics:
        return True
    common = bool(mine.terms.fields & other.terms.fields)
    if mine.place is None:
        known = bool(mine.terms.topics) or len(mine.terms.fields) >= _KNOWN
        return (common and not spoken_for) or len(mine.terms.stems) < _TELLING or not known
    unclear = len(mine.terms.stems) < _FULL or len(mine.terms.fields) < _KNOWN or not mine.sure
    return common or unclear or bool(juxtaposed(mine, other))
