"""Pairs of claims that come near: looked up in an inverted index of stems, the best fifty of each claim scored.

A pair that shares no stem, nor one of nearly the same spelling, nor a topic of the lexicon, nor stands side by side in an
article, has a score of 0; of the others those are kept that share the most weight. Up to `_CROWD` claims that is all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from readoutdiff.lex import Scorer, Terms
from readoutdiff.value import Value

LIFTS = {"together": 0.3, "beside": 0.06, "": 0.0}  # what standing side by side in an article adds
_TOPIC_LIFT = 0.14  # what a topic of the lexicon in common adds
_BEST = 50  # candidates of a claim that are scored
_VISITS = 300  # entries of the index that are looked at for one claim, the rarest stems first
_CROWD = 150  # claims up to which every entry is looked at


class Claim(Value, frozen=True):
    """A statement as the alignment sees it: whose (several for a joint one), its terms, and where it stands.

    `place` is its number among the statements of an article and `paragraph` that of its paragraph; both are None in
    a readout, where only one side speaks and what stands side by side tells nothing. `further` marks 'He also …',
    `denied` the sides of which the reporter says that they have nothing on it, with the segment in which he does, `sure`
    one whose owner is named or plainly meant: what is carried over or inferred is not enough to call another side silent.
    """

    segment: str
    parties: tuple[str, ...]
    terms: Terms
    place: int | None = None
    paragraph: int | None = None
    further: bool = False
    denied: Mapping[str, str] = {}
    sure: bool = True


class Pair(Value, frozen=True):
    """Two claims by their places, and how near they come (0-1)."""

    left: int
    right: int
    score: float


class Lookup:
    """Claims by what they hold: stems, topics, fields."""

    def __init__(self, claims: Sequence[Claim], scorer: Scorer) -> None:
        self.claims, self.scorer = claims, scorer
        self.stems: dict[str, list[int]] = defaultdict(list)
        self.topics: dict[str, list[int]] = defaultdict(list)
        self.fields: dict[str, list[int]] = defaultdict(list)
        for place, claim in enumerate(claims):
            for index, keys in ((self.stems, claim.terms.stems), (self.topics, claim.terms.topics), (self.fields, claim.terms.fields)):
                for key in keys:
                    index[key].append(place)

    def near(self, terms: Terms) -> list[int]:
        """The places of at most `_BEST` claims that share the most weight with some terms."""
        weights: dict[int, float] = defaultdict(float)
        limit = _VISITS if len(self.claims) > _CROWD else len(self.claims) * len(terms.stems)
        for stem in sorted(terms.stems, key=lambda s: (-self.scorer.idf(s), s)):
            for form in (stem, *self.scorer.alike(stem)):
                weight, places = self.scorer.idf(form), self.stems.get(form, ())[: max(limit, 0)]
                limit -= len(places)
                for place in places:
                    weights[place] += weight
        for place in self.sharing(self.topics, terms.topics):
            weights[place] += self.scorer.most
        if len(self.claims) <= _CROWD:
            return list(weights)
        return sorted(weights, key=lambda place: (-weights[place], place))[:_BEST]

    def touching(self, terms: Terms) -> set[int]:
        """The places of claims that share a topic or a field of meaning with some terms, the first of each."""
        return {*self.sharing(self.topics, terms.topics), *self.sharing(self.fields, terms.fields)}

    def sharing(self, index: Mapping[str, Sequence[int]], keys: Iterable[str]) -> Iterable[int]:
        """The places that an index has for some keys, of each key no more than are looked at."""
        return (place for key in keys for place in index.get(key, ())[:_CROWD])


def pair_score(scorer: Scorer, left: Terms, right: Terms) -> float:
    """LEX, lifted where both raise one topic of the lexicon."""
    lifted = scorer.score(left, right) + (_TOPIC_LIFT if left.topics & right.topics else 0.0)
    return round(min(1.0, lifted), 4)


def near_pairs(claims: Sequence[Claim], lookup: Lookup) -> list[Pair]:
    """All pairs of claims whose score is not 0, in order."""
    found = {(min(i, j), max(i, j)) for i, claim in enumerate(claims) for j in lookup.near(claim.terms) if i != j}
    found |= {(i, i + 1) for i in range(len(claims) - 1) if juxtaposed(claims[i], claims[i + 1])}
    scored = (Pair(i, j, claim_score(lookup.scorer, claims[i], claims[j])) for i, j in sorted(found))
    return [pair for pair in scored if pair.score]


def claim_score(scorer: Scorer, left: Claim, right: Claim) -> float:
    """How near two claims come, lifted where an article sets them side by side."""
    lift = LIFTS[juxtaposed(left, right)] if differ(left, right) else 0.0
    return round(min(1.0, pair_score(scorer, left.terms, right.terms) + lift), 4)


def differ(left: Claim, right: Claim) -> bool:
    """Whether a link between them would tell of two sides: not between two statements of one side, nor of the same two."""
    return set(left.parties) != set(right.parties)


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
