"""Which statement a reporter's remark on a silence is about: by where it points, or by the words that it shares with one."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, pairwise

from readoutdiff.alignment.doubting import OF_TWO
from readoutdiff.alignment.parting import borders, joined
from readoutdiff.alignment.unit import Unit
from readoutdiff.attribution.labelled import Labelled
from readoutdiff.contract import Segment
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.text.tokens import Token, low_at, stem

_SURELY = 2  # words that recall another statement than the one a remark points back to
_LATTER = {"latter": -1, "former": 0}
_WHOLE = frozenset(("neither", "none", "all", "both", "any"))  # a remark with one of these is about all points of a statement
_NOTHING: frozenset[str] = frozenset()
_NOT_STORY = ("caption", "boilerplate", "headline")

Meant = tuple[Unit, frozenset[str]]  # a statement, and the words by which a remark recalls it


class Recall:
    """A text in which remarks stand, with its statements by their sentences and by what they tell of: looked up for every remark."""

    def __init__(self, source: Labelled, units: Sequence[Unit], knowledge: Knowledge) -> None:
        self._source, self._story, self._units = source, source.story, units
        self._words, self._stems = knowledge.grammar.words, knowledge.stems
        self._knowledge, self._passing = knowledge, knowledge.passing

    def meant(self, remark: Unit, silent: frozenset[str]) -> list[Meant]:
        """The statements of other sides that a remark is about, each with the words that recall it.

        The remark is about the statement in its own sentence ('which the Danish text leaves out'), else, if it points back ('nothing
        about this'), about the sentence before it, else about the one that its own words recall ('no reference to the dam').
        """
        same = [unit for unit in self._statements(self._sentence_of(remark.segment), silent) if unit is not remark]
        lows = {t.low for t in remark.tokens}
        if same:
            last = [unit for unit in same if unit.segment.start < remark.segment.start][-1:]  # '…, which it leaves out': the last point
            return [(unit, self._point(unit, -1) if not lows & _WHOLE else _NOTHING) for unit in last or same]
        recalled, shared = self._recalled(self._telling_words(remark), remark, silent)
        last, further = (self._statements(sentence, silent) for sentence in self._sentences_before(remark))
        if last and lows & _LATTER.keys():
            return [(unit, self._point(unit, place)) for unit in last[-1:] for low, place in _LATTER.items() if low in lows]
        if recalled is not None and not (last and len(shared) < _SURELY and self._points_back(remark)):
            if self._denies_an_outcome(recalled, remark):
                return []
            others = self._parties_in(remark.segment) - self._parties_in(recalled.segment) - silent - {*recalled.segment.parties}
            return [] if others else [(recalled, shared)]  # 'no mention of quotas for Chinese vessels'
        if (self._own_stems(remark) or self._plain(remark.tokens)) and not self._points(remark):
            return []
        if not last and self._points_back(remark):
            return self._asked_after(remark, silent)
        two = lows & OF_TWO and len(last) == 1 and not self._has_two_points(last[0])
        return [(unit, _NOTHING) for unit in ([*further, *last] if two else last)]

    def _own_stems(self, remark: Unit) -> frozenset[str]:
        """What a remark tells of beside the silence: nothing in 'the subject is absent from the note'."""
        passing = {form for t in remark.tokens if t.low in self._passing for form in self._stems[t.low] or ()}
        return remark.terms.stems - passing

    def named(self, remark: Unit, silent: frozenset[str]) -> list[Meant]:
        """A remark that is a side's statement itself, and the other one of that side that it surely recalls by its words."""
        found, words = self._recalled(self._telling_words(remark), remark, silent)
        return [(remark, _NOTHING), *([(found, words)] if found is not None and len(words) >= _SURELY else [])]

    def _asked_after(self, remark: Unit, silent: frozenset[str]) -> list[Meant]:
        """'And the discount? The text says nothing of it': what was asked right before."""
        nearest, _ = self._sentences_before(remark)
        asked = self._story.sentences[nearest] if nearest is not None else None
        tokens = self._story.tokens[asked.first : asked.stop] if asked is not None else ()
        if not tokens or tokens[-1].key != "?":
            return []
        found, words = self._recalled(self._plain(tokens), remark, silent)
        return [(found, words)] if found is not None else []

    def _point(self, statement: Unit, place: int) -> frozenset[str]:
        """The words of the first (0) or last (-1) of a statement's points; none where it has but one."""
        tokens = statement.tokens
        edges = [0, *borders(tokens, 0, len(tokens), self._knowledge), len(tokens)]
        begin, end = [*pairwise(edges)][place]
        return self._plain(tokens[begin:end]) if len(edges) > 2 else _NOTHING

    def is_broader(self, statement: Unit, words: frozenset[str]) -> bool:
        """Whether a statement joins what is denied with something else that it cannot be cut from: 'trade and investment'."""
        tokens = statement.tokens
        parts = ((tokens[:at], tokens[at + 1 :]) for at in joined(tokens) if words)
        return any(self._has(left, words) != self._has(right, words) and self._tells(left) and self._tells(right) for left, right in parts)

    def _has(self, tokens: Sequence[Token], words: frozenset[str]) -> bool:
        return any(t.low in words or not words.isdisjoint(self._stems[t.low] or ()) for t in tokens)

    def _tells(self, tokens: Sequence[Token]) -> bool:
        return any(t.is_word and t.low not in self._passing and self._knowledge.telling[stem(t.low)] for t in tokens)

    def _has_two_points(self, statement: Unit) -> bool:
        return next(borders(statement.tokens, 0, len(statement.tokens), self._knowledge), None) is not None

    def _points(self, remark: Unit) -> bool:
        """'It has none of this', 'has not one'; in 'no trace of any conditions' the word only counts them."""
        words = self._words
        clause = [remark.tokens[at].low for at in self._clause(remark)]  # 'did not mention the fruit, but it …' points to nothing
        counted = (low in words.counting and after.isalpha() and after != "of" for low, after in pairwise([*clause, "."]))
        return any(low in words.pointing and not counts for low, counts in zip(clause, counted, strict=True))

    def _points_back(self, remark: Unit) -> bool:
        """'Nothing about this', 'no word of it': a pronoun for the point itself."""
        before = self._words.prepositions | {"of", "on"}
        return any(p.low in before and t.low in self._words.demonstrative for p, t in pairwise(remark.tokens))

    def _telling_words(self, remark: Unit) -> frozenset[str]:
        """What a remark tells of in its own clause, outside quotation marks; within them only where that is all it has.

        A remark without a telling word ('no reference to any offer of mediation') goes by all that it has.
        """
        inside = set(self._clause(remark))
        own = [at for at, t in enumerate(remark.tokens) if at in inside and t.low not in self._passing]
        for kept in ([at for at in own if not remark.quoted[at]], own):
            other = {form for at, t in enumerate(remark.tokens) if at not in kept for form in (t.low, *(self._stems[t.low] or ()))}
            words = self._plain([remark.tokens[at] for at in kept])
            telling = (self.told_of(remark) - other) | {word for word in words if self._knowledge.telling[word]}
            if telling or words:
                return telling or words
        return _NOTHING

    def _clause(self, remark: Unit) -> range:
        """The tokens with what a text lacks: not 'Unlike the Danish one, …', nor '…, but it has fish', '…, which is old'."""
        tokens, words = remark.tokens, self._words
        commas = [at for at, t in enumerate(tokens) if t.key == ","]
        first = commas[0] + 1 if commas and tokens[0].low in words.contrasting else 0
        silence = (self._knowledge.grammar.phrases.omission.find(" ".join(t.low for t in tokens)) or "").partition(" ")[0]
        told = next((at for at, t in enumerate(tokens) if t.low == silence), first)
        ends = (at for at in commas if at > max(first, told) and low_at(tokens, at + 1) in words.joiners | words.hanging)
        return range(first, next(ends, len(tokens)))

    def _recalled(self, words: frozenset[str], remark: Unit, silent: frozenset[str]) -> tuple[Unit | None, frozenset[str]]:
        """The statement that shares the most of some words, of those before a remark the last; and these.

        What tells of a point counts before other words. Where none before it has one, those after it are looked at, the first first.
        """
        common: dict[int, set[str]] = defaultdict(set)
        for word in words:
            for place in self._places.get(word, ()):
                if silent.isdisjoint(self._spoken[place].segment.parties) and self._spoken[place] is not remark:
                    common[place].add(word)
        before = {place for place in common if self._spoken[place].segment.start < remark.segment.start}
        telling = self.told_of(remark)
        best = max(
            before or common,
            key=lambda place: (len(common[place] & telling), len(common[place]), place if before else -place),
            default=None,
        )
        return (None, _NOTHING) if best is None else (self._spoken[best], frozenset(common[best]))

    def _statements(self, sentence: int | None, silent: frozenset[str]) -> list[Unit]:
        """The statements in a sentence that are not of the silent sides."""
        return [unit for unit in self._standing.get(sentence, ()) if silent.isdisjoint(unit.segment.parties)]

    def _sentences_before(self, remark: Unit) -> tuple[int | None, int | None]:
        """The last two sentences of the story before a remark, the nearest first."""
        segments = self._source.segments
        end = bisect_left(segments, remark.segment.start, key=lambda s: s.start)
        told = (segments[i] for i in range(end - 1, -1, -1) if segments[i].role not in _NOT_STORY)
        nearest, further, *_ = *islice(_distinct(self._sentence_of(s) for s in told), 2), None, None
        return nearest, further

    @cached_property
    def _spoken(self) -> list[Unit]:
        """The statements of this text, in order."""
        return [u for u in self._units if u.segment.role == "statement" and u.segment.document == self._source.document.id]

    @cached_property
    def _standing(self) -> Mapping[int | None, Sequence[Unit]]:
        """Statements by the sentences they stand in."""
        found: dict[int | None, list[Unit]] = defaultdict(list)
        for unit in self._spoken:
            found[self._sentence_of(unit.segment)].append(unit)
        return found

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        """The places of statements by all that they say."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, unit in enumerate(self._spoken):
            for word in self.told_of(unit) | self._plain(unit.tokens):
                found[word].append(place)
        return found

    @cached_property
    def _named(self) -> frozenset[int]:
        """Where the words of parties' and of persons' names begin."""
        story = self._story
        parties = (i for mention in story.mentions.values() for i in range(mention.first, mention.end))
        nouns = (noun for sentence in story.sentences for noun in sentence.nouns)
        persons = (i for n in nouns for i in range(n.first, n.end) if story.tokens[i].key in (*n.names, n.holder))
        return frozenset(story.tokens[i].start for i in (*parties, *persons))

    def told_of(self, unit: Unit) -> frozenset[str]:
        """What a unit tells of: its stems, and names of no party and no person, by which alignment does not go."""
        names = (t.low for t in unit.tokens[1:] if t.key != t.low and t.key[0].isalpha() and t.start not in self._named)
        return unit.terms.stems | frozenset(names)

    def _plain(self, tokens: Sequence[Token]) -> frozenset[str]:
        """The stems of words, those too that tell nothing by themselves; those that tell of silence are none."""
        words = (t.low for t in tokens if t.is_word and t.start not in self._named and t.low not in self._passing)
        return frozenset(form for low in words for form in self._stems[low] or ())

    def _denies_an_outcome(self, statement: Unit, remark: Unit) -> bool:
        """'No mention of a deal on fish', 'no promise on fish': what came of it is missed, and the statement did not tell of that."""
        outcomes = [t for t in remark.tokens if t.low in self._words.outcomes]
        return not self._plain(outcomes) <= self._plain(statement.tokens)

    def _parties_in(self, segment: Segment) -> frozenset[str]:
        """The parties that a segment names."""
        first, stop = self._story.token_at(segment.start), self._story.token_at(segment.end)
        mentions = (mention for i in range(first, stop) if (mention := self._story.mentions.get(i)) is not None)
        return frozenset(party for mention in mentions if len(mention.parties) == 1 for party in mention.parties)

    def _sentence_of(self, segment: Segment) -> int:
        return self._story.sentence_at(segment.start)


def _distinct(numbers: Iterator[int]) -> Iterator[int]:
    """The numbers, each once."""
    seen: set[int] = set()
    for number in numbers:
        if number not in seen:
            seen.add(number)
            yield number
