"""How near two statements come: by their words; in an article also by where they stand.

Reporters set one side's words against the other's on one point, and tell both accounts in like order. Whether two statements
that an article gives to different sides raise one point is therefore a likelihood, from signs with weights that were learned
from labelled stories (`python -m tests.learn`): a logistic model of words, topics, fields of meaning, distance and order.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from readoutdiff.alignment.claim import Claim
from readoutdiff.alignment.lex import Scorer, Terms

CLOSE = 3  # statements: what is farther off must share a word or a topic
_TOPIC_LIFT = 0.14  # what a topic of the lexicon in common adds to likeness by words
_ALONE_LIFT = 0.05  # and more where neither side raises it twice: then it is what it says on it, in whatever words
_MANY = 0.3  # likeness by words
_ACCOUNT = 3  # statements of a side: with fewer they stand beside the other's whatever they say, and their places tell nothing
_BRIEF = 4  # stems: a statement with fewer adds to what stands before it


def pair_score(scorer: Scorer, left: Terms, right: Terms) -> float:
    """LEX, lifted where both raise one topic of the lexicon."""
    return _lifted(scorer.score(left, right), left, right)


def _lifted(words: float, left: Terms, right: Terms) -> float:
    return round(min(1.0, words + (0.0 if left.topics.isdisjoint(right.topics) else _TOPIC_LIFT)), 4)


def differ(left: Claim, right: Claim) -> bool:
    """Whether a link between them would tell of two sides: not between two statements of one side, nor of the same two."""
    mine, others = left.parties, right.parties
    return mine != others and (len(mine) == len(others) == 1 or set(mine) != set(others))


def set_against(left: Claim, right: Claim) -> bool:
    """Whether an article tells both, of different sides, and does not say itself that one side has nothing on the other's point."""
    if not (left.told and right.told and differ(left, right)):
        return False
    if not (left.denied or right.denied):
        return True
    return left.denied.keys().isdisjoint(right.parties) and right.denied.keys().isdisjoint(left.parties)


def in_common(left: Claim, right: Claim) -> bool:
    """Whether two statements have a word or a topic of the lexicon in common."""
    return bool(left.terms.stems & right.terms.stems or left.terms.topics & right.terms.topics)


class Linker:
    """Scores pairs of some claims, by their places; `weights` are those of the signs."""

    def __init__(self, claims: Sequence[Claim], scorer: Scorer, weights: Mapping[str, float]) -> None:
        self._claims, self._scorer, self._weights = claims, scorer, weights
        self._fields = Counter(field for claim in claims for field in claim.terms.fields)
        self._order = _orders(claims)
        told = Counter(party for claim in claims for party in claim.parties)
        self._scant = frozenset(party for party, times in told.items() if times < _ACCOUNT)  # the order of so little tells nothing
        self._raised_once = _once((topic, claim.parties) for claim in claims for topic in claim.terms.topics)
        self._touched_once = _once((field, claim.parties) for claim in claims for field in claim.terms.fields)

    def score(self, left: int, right: int) -> float:
        """0 to 1: how near two claims come; of two that an article sets against each other, how likely they raise one point."""
        mine, other = self._claims[left], self._claims[right]
        alike = self._scorer.score(mine.terms, other.terms)
        words = _lifted(alike, mine.terms, other.terms)
        if not set_against(mine, other) or self._only_beside(mine, other):
            topic = mine.terms.topics & other.terms.topics & self._raised_once
            field = mine.terms.fields & other.terms.fields & self._touched_once
            return round(min(1.0, words + _ALONE_LIFT), 4) if topic or (field and words) else words
        if not words and abs(left - right) > CLOSE:
            return 0.0
        total = sum(self._weights.get(sign, 0.0) * value for sign, value in self._signs(left, right, alike))
        return round(1 / (1 + math.exp(-total)), 4)

    def _only_beside(self, mine: Claim, other: Claim) -> bool:
        """Whether two statements of an article meet in nothing but their places, where these tell nothing."""
        met = in_common(mine, other) or mine.terms.fields & other.terms.fields
        return not met and not self._scant.isdisjoint((*mine.parties, *other.parties))

    def signs(self, left: int, right: int) -> Iterator[tuple[str, float]]:
        """What speaks for or against one point, and how much of it there is."""
        return self._signs(left, right, self._scorer.score(self._claims[left].terms, self._claims[right].terms))

    def _signs(self, left: int, right: int, words: float) -> Iterator[tuple[str, float]]:
        left, right = sorted((left, right))
        first, second = self._claims[left], self._claims[right]
        yield "always", 1.0
        if set(first.parties) & set(second.parties):
            yield "joint", 1.0
        yield "like order", 1 - abs(self._order[left] - self._order[right])
        yield from _words(words, first, second)
        yield from self._meaning(first.terms, second.terms)
        yield from _distance(right - left, first, second)

    def _meaning(self, left: Terms, right: Terms) -> Iterator[tuple[str, float]]:
        if left.topics & right.topics:
            yield "topic", 1.0
        elif left.topics and right.topics:
            yield "other topics", 1.0
        shared = self._weight(left.fields & right.fields)
        if shared:
            yield "fields", shared
            yield "share of fields", shared / min(self._weight(left.fields), self._weight(right.fields))
        elif left.fields and right.fields:
            yield "other fields", 1.0

    def _weight(self, fields: Iterable[str]) -> float:
        """More for fields that fewer of the claims touch."""
        return sum(math.log((len(self._claims) + 1) / self._fields[field]) for field in sorted(fields))


def _words(words: float, first: Claim, second: Claim) -> Iterator[tuple[str, float]]:
    """A word in common tells more of statements far apart: of two side by side it is not asked."""
    place = "near" if second.paragraph - first.paragraph <= 1 else "far"
    yield (f"words, {place}", words) if words else (f"no word, {place}", 1.0)
    if words >= _MANY:
        yield "many words", 1.0


def _once(raised: Iterable[tuple[str, tuple[str, ...]]]) -> frozenset[str]:
    """What no side raises twice."""
    times = Counter(raised)
    return frozenset(what for what, _ in times) - {what for (what, _), many in times.items() if many > 1}


def _distance(on: int, first: Claim, second: Claim) -> Iterator[tuple[str, float]]:
    on, paragraphs = min(CLOSE, on), min(CLOSE, second.paragraph - first.paragraph)
    yield f"{on} on, {paragraphs} paragraphs on", 1.0
    if on < CLOSE and second.further:
        yield "further", 1.0
    if on == 1 and len(second.terms.stems) < _BRIEF:
        yield "brief", 1.0


def _orders(claims: Sequence[Claim]) -> list[float]:
    """Where in its side's account each claim stands, from 0 to 1."""
    accounts: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        accounts[claim.document, claim.parties].append(place)
    orders = [0.0] * len(claims)
    for places in accounts.values():
        for number, place in enumerate(places):
            orders[place] = number / max(1, len(places) - 1)
    return orders
