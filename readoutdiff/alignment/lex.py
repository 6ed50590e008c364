"""How near two statements are: rapidfuzz over stems, weighted by how rare a stem is in the texts at hand.

LEX = .35 soft idf overlap + .35 idf overlap over the smaller side + .3 token-set ratio. Soft: stems of an Indel
similarity of .8 or more count as one, so that Troufanov meets Trufanov. Round weights, not fitted.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from readoutdiff.value import Value

_SOFT = 0.8  # Indel similarity
_NEARLY = 0.9  # of a common stem's weight
_MIN_SOFT = 5  # letters: shorter stems are too alike to be matched softly
_CROWD = 300  # stems with the same first letter: more than an article and its readouts have
_COMMON = 0.3  # weighs down what the texts are about as a whole: it meets everything
FEW = 8  # statements: fewer are no measure of what is rare in the texts at hand, or of what they are about
_ENOUGH = 3  # stems: a statement with fewer meets too many others by chance


class Terms(Value, frozen=True):
    """What a statement is compared by: its stems (synonyms already one), and what it raises of the lexicon."""

    stems: frozenset[str]
    topics: frozenset[str]
    fields: frozenset[str]
    text: str


class Scorer:
    """LEX over one set of statements; idf comes from all of them."""

    def __init__(self, statements: Sequence[Terms]) -> None:
        counts = Counter(stem for terms in statements for stem in terms.stems)
        n = max(len(statements), FEW)
        self._idf = {stem: math.log((n + 1) / count) * (_COMMON if count > n / 3 else 1.0) for stem, count in counts.items()}
        self.most = max(self._idf.values(), default=0.0)  # the weight of the rarest stem
        self._near = _near_stems(sorted(counts))
        self._spelled = frozenset(self._near)  # those that are spelled nearly as another is
        self._wholes: dict[frozenset[str], tuple[float, str]] = {}
        self._score = lru_cache(maxsize=4096)(self._shared)  # what is said again and again is compared once

    def score(self, left: Terms, right: Terms) -> float:
        """0 to 1: how much of their weight two statements share."""
        return self._score(left.stems, right.stems)

    def _shared(self, left: frozenset[str], right: frozenset[str]) -> float:
        if not left or not right:
            return 0.0
        (total_left, text_left), (total_right, text_right) = self._whole(left), self._whole(right)
        common = left & right
        hard = self._weight(common)
        only_left, only_right = left - common, right - common
        near = self._soft(only_left, only_right)
        soft = hard + (min(near, self._soft(only_right, only_left)) if near else 0.0)
        if not soft:
            return 0.0  # no word in common: that the letters are alike tells nothing
        token_set = fuzz.token_set_ratio(text_left, text_right) / 100
        either = total_left + total_right
        smaller = min(total_left, total_right)
        lexical = (0.35 * 2 * soft / either if either else 0.0) + (0.35 * hard / smaller if smaller else 0.0)
        enough = min(1.0, min(len(left), len(right)) / _ENOUGH)
        return enough * min(1.0, lexical + 0.3 * _above_chance(token_set))

    def alike(self, stem: str) -> tuple[str, ...]:
        """Other stems of nearly the same spelling."""
        return self._near.get(stem, ())

    def forms(self, stems: frozenset[str]) -> set[str]:
        """Some stems and the others of nearly the same spelling."""
        return {*stems, *(near for stem in stems & self._spelled for near in self._near[stem])}

    def idf(self, stem: str) -> float:
        """The weight of a stem: high where it is rare in the texts at hand."""
        return self._idf.get(stem, 0.0)

    def _whole(self, stems: frozenset[str]) -> tuple[float, str]:
        """The weight of a statement's stems, and the stems in order, kept for the next pair."""
        kept = self._wholes.get(stems)
        if kept is None:
            kept = self._wholes[stems] = self._weight(stems), " ".join(sorted(stems))
        return kept

    def _weight(self, stems: Iterable[str]) -> float:
        return sum([self._idf[stem] for stem in stems])

    def _soft(self, left: frozenset[str], right: frozenset[str]) -> float:
        total = 0.0
        for stem in sorted(left & self._spelled):
            match = next((near for near in self._near[stem] if near in right), None)
            if match is not None:
                total += min(self._idf[stem], self._idf[match]) * _NEARLY
        return total


def _above_chance(token_set: float) -> float:
    """Token-set ratio of unrelated statements is about .35: what is above it counts."""
    return max(0.0, (token_set - 0.35) / 0.65)


def _beginning_alike(stems: list[str]) -> Iterator[list[str]]:
    """Stems with the same first letter; where these are a crowd, with as many of the first letters as make it none."""
    waiting = [(stems, 0)]
    while waiting:
        together, at = waiting.pop()
        by_letter: dict[str, list[str]] = defaultdict(list)
        for stem in together:
            by_letter[stem[at : at + 1]].append(stem)
        for alike in by_letter.values():
            if len(alike) > _CROWD:
                waiting.append((alike, at + 1))
            else:
                yield alike


def _near_stems(vocabulary: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Stems of nearly the same spelling; names spelled in two ways meet, short and different words do not."""
    near: dict[str, tuple[str, ...]] = {}
    for stems in _beginning_alike([stem for stem in vocabulary if len(stem) >= _MIN_SOFT and stem.isalpha()]):
        for stem in stems:
            found = process.extract(stem, stems, scorer=Indel.normalized_similarity, score_cutoff=_SOFT, limit=4)
            others = tuple(other for other, _, _ in found if other != stem)
            if others:
                near[stem] = others
    return near
