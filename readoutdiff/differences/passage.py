"""A statement as differences are looked for in it, and what is found there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from readoutdiff.differences.words import Differing
from readoutdiff.knowledge import Knowledge
from readoutdiff.mentions import Mention
from readoutdiff.people import People
from readoutdiff.story import Story
from readoutdiff.tokens import Token, stem
from readoutdiff.value import Value

_SHORT = 3  # letters: a shorter word tells nothing
_REACH = 8  # tokens to either side that tell what something is said of


class Item(Value, frozen=True):
    """tokens[first:end] say `value`; `keys` are what it can be compared by, `near` the stems around it."""

    first: int
    end: int
    value: str
    near: frozenset[str]
    keys: frozenset[str] = frozenset()
    amount: float = 0.0


class Passage(Value, frozen=True):
    """A side's sentence or sentences: tokens[first:stop] of a story."""

    document: str
    party: str
    sides: tuple[str, ...]
    story: Story
    people: People
    first: int
    stop: int
    knowledge: Knowledge
    words: Differing
    stemming: Mapping[str, frozenset[str]]

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the whole story."""
        return self.story.tokens

    def low(self, at: int) -> str:
        """The lower-cased word at a place; '' outside the passage."""
        return self.tokens[at].low if self.first <= at < self.stop else ""

    def sentence(self, at: int) -> tuple[int, int]:
        """The range of tokens of the sentence around a place, within the passage."""
        found = self.story.sentences[bisect_right(self.story.sentences, at, key=lambda s: s.first) - 1]
        return max(self.first, found.first), min(self.stop, found.stop)

    def stems(self, at: int) -> frozenset[str]:
        """The stem of one content word, or what it is a synonym of; none for any other word."""
        return self.stemming[self.tokens[at].low]

    def said(self, at: int) -> frozenset[str]:
        """The stem of one word, of a reporting verb too, and what it is a synonym of; none for a small word."""
        low, words = self.low(at), self.knowledge.grammar.words
        if len(low) < _SHORT or low in self.knowledge.small or low in self.knowledge.helping or low in words.prepositions:
            return frozenset()
        return self.stems(at) or frozenset((stem(low),))

    def near(self, first: int, end: int, reach: int = _REACH) -> frozenset[str]:
        """The stems of the words around tokens[first:end], in its sentence."""
        opens, closes = self.sentence(first)
        around = (*range(max(opens, first - reach), first), *range(end, min(closes, end + reach)))
        return frozenset(found for at in around for found in self.said(at))

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


Same = Callable[[Item, Item], bool]


def differing_pairs(
    left: Sequence[Item], right: Sequence[Item], comparable: Same, equal: Same, plain: Same | None = None
) -> Iterator[tuple[Item, Item]]:
    """Items that say another thing of the same: comparable, in like surroundings, and neither has its equal on the other side.

    Like surroundings are a stem in common; where a pair is `plain`, none is asked. What has most in common is paired first.
    """
    pairs = [(a, b) for a in left for b in right if comparable(a, b)]
    settled = {id(item) for pair in pairs if equal(*pair) for item in pair}
    open_pairs = [(len(a.near & b.near), a, b) for a, b in pairs if id(a) not in settled and id(b) not in settled]
    for common, a, b in sorted(open_pairs, key=lambda found: (-found[0], found[1].first, found[2].first)):
        if (common or (plain is not None and plain(a, b))) and id(a) not in settled and id(b) not in settled:
            settled |= {id(a), id(b)}
            yield a, b
