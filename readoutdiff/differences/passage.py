"""A statement as differences are looked for in it, and what is found there."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from readoutdiff.alignment.terms import TermFinder
from readoutdiff.attribution.people import People
from readoutdiff.differences.words import Differing
from readoutdiff.lexicon.phrases import PhraseSet
from readoutdiff.parsing.mentions import Mention
from readoutdiff.parsing.story import Story
from readoutdiff.value import Value

_REACH = 8  # tokens to either side that tell what something is said of


class Item(Value, frozen=True):
    """tokens[first:end] say `value`; `keys` are what it can be compared by, `near` the stems around it."""

    first: int
    end: int
    value: str
    near: frozenset[str]
    keys: frozenset[str] = frozenset()
    amount: float = 0.0


class Lows(dict[int, str]):
    """The lower-cased words of a passage by their places; '' outside of it."""

    def __missing__(self, at: int) -> str:
        return ""


class Passage:
    """A side's sentence or sentences: tokens[first:stop] of a story.

    `low` has the lower-cased word at a place, '' outside the passage; `finder` tells what words are compared by.
    """

    def __init__(
        self,
        document: str,
        party: str,
        sides: tuple[str, ...],
        story: Story,
        people: People,
        first: int,
        stop: int,
        words: Differing,
        finder: TermFinder,
    ) -> None:
        self.document, self.party, self.sides, self.story, self.people = document, party, sides, story, people
        self.tokens, self.first, self.stop = story.tokens, first, stop
        self.words, self.knowledge = words, finder.knowledge
        self._alone, self._said = finder.alone, finder.said
        self.low = Lows({at: token.low for at, token in enumerate(self.tokens[first:stop], first)})

    @cached_property
    def _places(self) -> Mapping[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for at, low in self.low.items():
            places[low].append(at)
        return places

    def has(self, words: Collection[str]) -> bool:
        """Whether one of some words stands in the passage."""
        return not self._places.keys().isdisjoint(words)

    def places(self, words: Collection[str]) -> list[int]:
        """The places of the passage at which one of some words stands, in order."""
        found = self._places.keys() & words
        return sorted([at for low in found for at in self._places[low]]) if found else []

    def phrases(self, phrases: PhraseSet) -> list[tuple[int, int]]:
        """(place, length) of each of some phrases."""
        return [found for at in self.places(phrases.opening) if (found := phrases.at(self.tokens, at, self.stop)) is not None]

    def sentence(self, at: int) -> tuple[int, int]:
        """The range of tokens of the sentence around a place, within the passage."""
        found = self.story.sentences[bisect_right(self.story.sentences, at, key=_first) - 1]
        return max(self.first, found.first), min(self.stop, found.stop)

    def stems(self, at: int) -> frozenset[str]:
        """The stem of one content word, or what it is a synonym of; none for any other word."""
        return self._alone[self.tokens[at].low]

    def said(self, at: int) -> frozenset[str]:
        """The stem of one word, of a reporting verb too, and what it is a synonym of; none for a small word."""
        return self._said[self.low[at]]

    def root(self, at: int) -> str:
        """The stem of the verb at a place, in whatever form."""
        return self.words.roots[self.low[at]]

    def near(self, first: int, end: int, reach: int = _REACH) -> frozenset[str]:
        """The stems of the words around tokens[first:end], in its sentence."""
        opens, closes = self.sentence(first)
        around = (*range(max(opens, first - reach), first), *range(end, min(closes, end + reach)))
        return _NONE.union(*[self._said[self.low[at]] for at in around])

    def mention_at(self, at: int) -> Mention | None:
        """The party named at a place."""
        return self.story.mentions.get(at)

    def mentioned(self, first: int, end: int) -> frozenset[int]:
        """The places of tokens[first:end] at which a party is named."""
        return frozenset(i for at in range(first, end) if (m := self.mention_at(at)) is not None for i in range(m.first, m.end))

    def is_name(self, at: int) -> bool:
        """Whether a word is written as a name, and does not only open its sentence."""
        token = self.tokens[at]
        return token.is_word and token.key[0].isupper() and at != self.sentence(at)[0]

    def item(self, first: int, end: int, value: str, keys: Iterable[str] = (), amount: float = 0.0) -> Item:
        """Something found, with what stands around it."""
        return Item(first, end, value, self.near(first, end), frozenset(keys), amount)


_TABLE = 10_000  # pairs
_NONE: frozenset[str] = frozenset()
_first = attrgetter("first")

Found = TypeVar("Found", bound=Item)
Same = Callable[[Found, Found], bool]


def differing_pairs(
    left: Sequence[Found], right: Sequence[Found], comparable: Same[Found], equal: Same[Found], plain: Same[Found] | None = None
) -> Iterator[tuple[Found, Found]]:
    """Items that say another thing of the same: comparable, in like surroundings, and neither has its equal on the other side.

    Like surroundings are a stem in common; where a pair is `plain`, none is asked. What has most in common is paired first.
    Two passages of hundreds of them are tables, not sentences: of these nothing is said.
    """
    if len(left) * len(right) > _TABLE:
        return
    pairs = [(a, b) for a in left for b in right if comparable(a, b)]
    settled = {id(item) for pair in pairs if equal(*pair) for item in pair}
    open_pairs = [(len(a.near & b.near), a, b) for a, b in pairs if id(a) not in settled and id(b) not in settled]
    for common, a, b in sorted(open_pairs, key=lambda found: (-found[0], found[1].first, found[2].first)):
        if (common or (plain is not None and plain(a, b))) and id(a) not in settled and id(b) not in settled:
            settled |= {id(a), id(b)}
            yield a, b
