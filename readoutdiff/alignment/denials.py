"""What the reporter says that a text has not: 'the Danish readout made no mention of the dam'."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, pairwise

from readoutdiff.alignment.unit import Unit
from readoutdiff.attribution.labelled import Labelled
from readoutdiff.contract import Segment
from readoutdiff.lexicon.knowledge import Knowledge

_ASKED = ("asked", "questioned", "pressed", "reached by", "when ")
_SPEAKING = ("paper", "side", "institution")
_SURELY = 2  # words that recall another statement than the one a remark points back to
_SOON = 4  # segments in which a side answers
_OF_TWO = ("neither", "either")  # of the two points before: in the sentence before, or in the two
_NOT_STORY = ("caption", "boilerplate", "headline")


def find_denials(
    units: Sequence[Unit], sources: Mapping[str, Labelled], sides: Sequence[str], knowledge: Knowledge
) -> dict[str, dict[str, str]]:
    """Statements of which the reporter says that a named side has nothing on them, and those sides with his remark's segment.

    The remark is about the statement in its own sentence ('which the Danish text leaves out'), else, if it points back ('nothing about
    this'), about the sentence before it, else about the one that its own words recall ('no reference to the dam').
    """
    denied: dict[str, dict[str, str]] = {}
    texts = {id_: _Text(source, units, knowledge) for id_, source in sources.items()}
    for remark in units:
        if remark.segment.rule != "omission":
            continue
        text = texts[remark.segment.document]
        silent = text.named_parties(remark.segment) & set(sides)
        if not silent or text.answered(remark, silent) or _is_of_a_detail(remark, knowledge):
            continue
        for unit in text.meant(remark, silent):
            denied.setdefault(unit.segment.id, {}).update(dict.fromkeys(sorted(silent), remark.segment.id))
    return denied


def _is_of_a_detail(remark: Unit, knowledge: Knowledge) -> bool:
    """'It gave no further detail', 'did not say when', 'Neither text touched on it': nothing is said of a whole point's absence."""
    words = [t.low for t in remark.tokens]
    both = words[0] in _OF_TWO and len(words) > 1 and (words[1] == "of" or knowledge.heads.get(words[1]) in _SPEAKING)
    return both or not knowledge.grammar.words.particulars.isdisjoint(words)


class _Text:
    """A text in which remarks stand, with its statements by their sentences and by what they tell of: looked up for every remark."""

    def __init__(self, source: Labelled, units: Sequence[Unit], knowledge: Knowledge) -> None:
        self._source, self._story, self._units = source, source.story, units
        self._words, self._stems = knowledge.grammar.words, knowledge.stems

    def named_parties(self, segment: Segment) -> frozenset[str]:
        """The parties that a segment names, each alone."""
        story = self._story
        inside = (story.mentions.get(i) for i in range(story.token_at(segment.start), story.token_at(segment.end)))
        return frozenset(m.parties[0] for m in inside if m is not None and len(m.parties) == 1)

    def answered(self, remark: Unit, silent: frozenset[str]) -> bool:
        """'Asked about it, the spokesman said …': the side that was silent speaks to the point after all."""
        segments = self._source.segments
        first = bisect_left(segments, remark.segment.end, key=lambda s: s.start)
        after = segments[first : first + _SOON]
        answer = next((s for s in after if s.role == "statement" and silent & set(s.parties)), None)
        if answer is None:
            return False
        if self._story.text[self._start_of(answer) : answer.end].lower().startswith(_ASKED):
            return True
        return answer is after[0] and self._paragraph_of(answer) == self._paragraph_of(remark.segment)

    def meant(self, remark: Unit, silent: frozenset[str]) -> list[Unit]:
        """The statements of other sides that a remark is about."""
        same = self._statements(self._sentence_of(remark.segment), silent)
        if same:
            return same
        recalled, shared = self._recalled(remark, silent)
        last, further = (self._statements(sentence, silent) for sentence in self._sentences_before(remark))
        if recalled is not None and not (last and shared < _SURELY and self._points_back(remark)):
            return [recalled]
        if remark.terms.stems and not self._points(remark):
            return []
        two = any(t.low in _OF_TWO for t in remark.tokens) and len(last) == 1
        return [*further, *last] if two else last

    def _points(self, remark: Unit) -> bool:
        """'It has none of this', 'has not one'; in 'no trace of any conditions' the word only counts them."""
        words, after = self._words, [*(t.low for t in remark.tokens[1:]), "."]
        counted = (
            t.low in words.counting and following.isalpha() and following != "of" for t, following in zip(remark.tokens, after, strict=True)
        )
        return any(t.low in words.pointing and not counts for t, counts in zip(remark.tokens, counted, strict=True))

    def _points_back(self, remark: Unit) -> bool:
        """'Nothing about this', 'no word of it': a pronoun for the point itself."""
        before = self._words.prepositions | {"of", "on"}
        return any(p.low in before and t.low in self._words.demonstrative for p, t in pairwise(remark.tokens))

    def _recalled(self, remark: Unit, silent: frozenset[str]) -> tuple[Unit | None, int]:
        """The statement before a remark that shares the most of its words outside quotation marks, the last of several; and how many."""
        quoted = {stem for t, q in zip(remark.tokens, remark.quoted, strict=True) if q for stem in (t.low, *(self._stems[t.low] or ()))}
        places = (place for word in self._told_of(remark) - quoted for place in self._telling.get(word, ()))
        common = Counter(
            place
            for place in places
            if self._spoken[place].segment.start < remark.segment.start and silent.isdisjoint(self._spoken[place].segment.parties)
        )
        best = max(common, key=lambda place: (common[place], place), default=None)
        return (None, 0) if best is None else (self._spoken[best], common[best])

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
    def _telling(self) -> Mapping[str, Sequence[int]]:
        """The places of statements by what they tell of."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, unit in enumerate(self._spoken):
            for word in self._told_of(unit):
                found[word].append(place)
        return found

    @cached_property
    def _named(self) -> frozenset[int]:
        """Where the words of parties' names begin."""
        story = self._story
        return frozenset(story.tokens[i].start for mention in story.mentions.values() for i in range(mention.first, mention.end))

    def _told_of(self, unit: Unit) -> frozenset[str]:
        """What a unit tells of: its stems, and names that are no party's, by which alignment does not go."""
        names = (t.low for t in unit.tokens[1:] if t.key != t.low and t.key[0].isalpha() and t.start not in self._named)
        return unit.terms.stems | frozenset(names)

    def _start_of(self, segment: Segment) -> int:
        """Where its sentence begins."""
        return self._story.sentences[self._sentence_of(segment)].start

    def _paragraph_of(self, segment: Segment) -> int:
        return self._story.block_at(segment.start)

    def _sentence_of(self, segment: Segment) -> int:
        return self._story.sentence_at(segment.start)


def _distinct(numbers: Iterator[int]) -> Iterator[int]:
    """The numbers, each once."""
    seen: set[int] = set()
    for number in numbers:
        if number not in seen:
            seen.add(number)
            yield number
