"""What comes nearest to a statement among others, looked up in the inverted index of pairing.py."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from readoutdiff.alignment.lex import Scorer, Terms
from readoutdiff.alignment.linking import pair_score
from readoutdiff.alignment.pairing import Lookup
from readoutdiff.alignment.unit import Unit
from readoutdiff.contract import Candidate

TOLD = 0.15  # a likeness from here on: it is told, in whatever words
_COVERED = 0.5  # of the weight of its words: that much is told here and there
_TOUCHES = 2  # fields of meaning in common


class Near:
    """Units in which others are looked up."""

    def __init__(self, units: Sequence[Unit], scorer: Scorer) -> None:
        self.units, self._scorer = units, scorer
        self._lookup = Lookup(units, scorer)
        self._stems = frozenset(stem for unit in units for stem in unit.terms.stems)

    def best(self, terms: Terms) -> tuple[float, Unit | None]:
        """The unit that comes nearest, and how near (0-1); the first of several."""
        scored = ((pair_score(self._scorer, terms, self.units[i].terms), -i) for i in self._lookup.near(terms))
        score, place = max(scored, default=(0.0, 0))
        return (score, self.units[-place]) if score else (0.0, None)

    def candidate(self, terms: Terms) -> Candidate | None:
        """The same as evidence; None where nothing has a word in common."""
        score, unit = self.best(terms)
        return Candidate(segment=unit.segment.id, score=score) if unit is not None else None

    def touches(self, terms: Terms) -> bool:
        """Whether a unit raises a topic that some terms raise, or touches two fields that they touch."""
        return any(
            terms.topics & unit.terms.topics or len(terms.fields & unit.terms.fields) >= _TOUCHES for unit in self._touching(terms)
        )  # fmt: skip

    def tells(self, terms: Terms) -> bool:
        """Whether some unit tells what the terms do, in whatever words, or all of them together most of it."""
        if self.best(terms)[0] >= TOLD or self._covers(terms.stems):
            return True
        for unit in self._touching(terms):
            touching = len(terms.fields & unit.terms.fields)
            if terms.topics & unit.terms.topics or touching > _TOUCHES:
                return True
            if touching == _TOUCHES and pair_score(self._scorer, terms, unit.terms):
                return True
        return False

    def _touching(self, terms: Terms) -> Iterable[Unit]:
        return (self.units[i] for i in sorted(self._lookup.touching(terms)))

    def _covers(self, stems: frozenset[str]) -> bool:
        whole = self._weight(stems)
        return bool(whole) and self._weight(stems & self._stems) >= _COVERED * whole

    def _weight(self, stems: frozenset[str]) -> float:
        return math.fsum(self._scorer.idf(stem) for stem in stems)  # the same in whatever order
