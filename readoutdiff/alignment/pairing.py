"""Pairs of claims that come near: looked up in an inverted index of stems, the best fifty of each claim scored.

A pair that shares no stem, nor one of nearly the same spelling, nor a topic of the lexicon, nor stands close together in an
article, has a score of 0; of the others those are kept that share the most weight. Up to `_CROWD` claims that is all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from readoutdiff.alignment.claim import Claim
from readoutdiff.alignment.lex import Scorer, Terms
from readoutdiff.alignment.linking import CLOSE, Linker
from readoutdiff.value import Value

_BEST = 50  # candidates of a claim that are scored
_FEWEST, _PAIRS = 10, 200_000  # of very many claims fewer, so that all in all no more pairs are scored
_VISITS = 300  # entries of the index that are looked at for one claim, the rarest stems first
_CROWD = 150  # claims up to which every entry is looked at


class Pair(Value, frozen=True):
    """Two claims by their places, and how near they come (0-1)."""

    left: int
    right: int
    score: float


class HasTerms(Protocol):
    """A claim, or anything else that is compared by terms."""

    @property
    def terms(self) -> Terms:
        """What it is compared by."""


class Lookup:
    """Claims by what they hold: stems, topics, fields."""

    def __init__(self, claims: Sequence[HasTerms], scorer: Scorer) -> None:
        self.claims, self.scorer = claims, scorer
        self.best = min(_BEST, max(_FEWEST, _PAIRS // max(1, len(claims))))
        self.stems: dict[str, list[int]] = defaultdict(list)
        self.topics: dict[str, list[int]] = defaultdict(list)
        self.fields: dict[str, list[int]] = defaultdict(list)
        for place, claim in enumerate(claims):
            for index, keys in ((self.stems, claim.terms.stems), (self.topics, claim.terms.topics), (self.fields, claim.terms.fields)):
                for key in keys:
                    index[key].append(place)

    def near(self, terms: Terms) -> list[int]:
        """The places of at most `best` claims that share the most weight with some terms."""
        if len(self.claims) <= _CROWD:
            return list({*self.sharing(self.stems, self.scorer.forms(terms.stems)), *self.sharing(self.topics, terms.topics)})
        weights: dict[int, float] = defaultdict(float)
        limit = _VISITS
        for stem in sorted(terms.stems, key=lambda s: (-self.scorer.idf(s), s)):
            for form in (stem, *self.scorer.alike(stem)):
                weight, places = self.scorer.idf(form), self.stems.get(form, ())[: max(limit, 0)]
                limit -= len(places)
                for place in places:
                    weights[place] += weight
        for place in self.sharing(self.topics, terms.topics):
            weights[place] += self.scorer.most
        return sorted(weights, key=lambda place: (-weights[place], place))[: self.best]

    def touching(self, terms: Terms) -> set[int]:
        """The places of claims that share a topic or a field of meaning with some terms, the first of each."""
        return {*self.sharing(self.topics, terms.topics), *self.sharing(self.fields, terms.fields)}

    def sharing(self, index: Mapping[str, Sequence[int]], keys: Iterable[str]) -> Iterable[int]:
        """The places that an index has for some keys, of each key no more than are looked at."""
        return [place for key in keys if key in index for place in index[key][:_CROWD]]


def near_pairs(claims: Sequence[Claim], lookup: Lookup, linker: Linker) -> list[Pair]:
    """All pairs of claims whose score is not 0, in order."""
    found = {(min(i, j), max(i, j)) for i, claim in enumerate(claims) for j in lookup.near(claim.terms) if i != j}
    found |= {(i, j) for i, claim in enumerate(claims) if claim.told for j in range(i + 1, min(i + CLOSE + 1, len(claims)))}
    scored = (Pair(i, j, linker.score(i, j)) for i, j in sorted(found))
    return [pair for pair in scored if pair.score]
