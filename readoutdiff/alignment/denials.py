"""What the reporter says that a text has not: 'the Danish readout made no mention of the dam'."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, pairwise

from readoutdiff.alignment.parting import borders
from readoutdiff.alignment.unit import Unit
from readoutdiff.attribution.labelled import Labelled
from readoutdiff.contract import Segment
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.noun import Noun
from readoutdiff.value import Value

_ASKED = ("asked", "questioned", "pressed", "reached by", "when ")
_SPEAKING = ("paper", "post", "side", "institution")
_SURELY = 2  # words that recall another statement than the one a remark points back to
_SOON = 4  # segments in which a side answers
_TELLING = 3  # stems: an answer with fewer may be on anything
_OF_TWO = ("neither", "either")  # of the two points before: in the sentence before, or in the two
_NOT_STORY = ("caption", "boilerplate", "headline")


class Denial(Value, frozen=True):
    """A statement of which the reporter says that the `silent` sides have nothing on it.

    `remark` is the segment in which he does, `words` are those by which it recalls the statement, if it does by its words.
    """

    statement: Unit
    silent: frozenset[str]
    remark: str
    words: frozenset[str]


def find_denials(units: Sequence[Unit], sources: Sequence[Labelled], sides: Sequence[str], knowledge: Knowledge) -> Iterator[Denial]:
    """What the reporter says that a named side has nothing on.

    The remark is about the statement in its own sentence ('which the Danish text leaves out'), else, if it points back ('nothing about
    this'), about the sentence before it, else about the one that its own words recall ('no reference to the dam').
    """
    texts = {source.document.id: _Text(source, units, knowledge) for source in sources}
    for remark in units:
        if remark.segment.rule != "omission":
            continue
        text = texts[remark.segment.document]
        silent = text.silent(remark) & set(sides)
        if not silent or _is_of_a_detail(remark, knowledge):
            continue
        meant = text.meant(remark, silent)
        if not text.answered(remark, [statement for statement, _ in meant], silent):
            yield from (Denial(statement, silent, remark.segment.id, words) for statement, words in meant)


def silences(denials: Iterable[Denial]) -> dict[str, dict[str, str]]:
    """For each statement that is denied the silent sides, each with the reporter's last remark on it."""
    denied: dict[str, dict[str, str]] = {}
    for denial in denials:
        denied.setdefault(denial.statement.segment.id, {}).update(dict.fromkeys(sorted(denial.silent), denial.remark))
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
        self._knowledge, self._passing = knowledge, knowledge.passing

    def silent(self, remark: Unit) -> frozenset[str]:
        """Whose silence a remark tells of: of the texts and offices it names, else of its subject, else of all parties it names."""
        story, segment = self._story, remark.segment
        first, stop = story.token_at(segment.start), story.token_at(segment.end)
        nouns = [n for n in story.sentences[self._sentence_of(segment)].nouns if first <= n.first < stop]
        texts = frozenset(party for n in nouns if n.kind in _SPEAKING for party in self._owners(n))
        named = (story.mentions.get(i) for i in range(first, stop))
        return texts or self._subject(nouns) or frozenset(m.parties[0] for m in named if m is not None and len(m.parties) == 1)

    def _subject(self, nouns: Sequence[Noun]) -> frozenset[str]:
        """'Lima does not mention it', 'Mr Prado says nothing of it'."""
        tokens = self._story.tokens
        subject = next((n for n in nouns if not n.first or tokens[n.first - 1].low not in self._words.connectors), None)
        return self._owners(subject) if subject is not None else frozenset()

    def _owners(self, noun: Noun) -> frozenset[str]:
        """The party of a source, by its own words or by the person that it names."""
        if len(noun.owner) == 1:
            return frozenset(noun.owner)
        persons = (self._source.people.find(name) for name in (*noun.names, noun.holder) if name)
        return frozenset(person.party for person in persons if person is not None)

    def answered(self, remark: Unit, denied: Iterable[Unit], silent: frozenset[str]) -> bool:
        """'Asked about it, the spokesman said …': the side that was silent speaks to the point after all.

        In the same breath ('It spoke of the region instead') that is so where it says little, limits itself, or touches what was denied.
        """
        segments = self._source.segments
        first = bisect_left(segments, remark.segment.end, key=lambda s: s.start)
        after = segments[first : first + _SOON]
        answer = next((s for s in after if s.role == "statement" and silent & set(s.parties)), None)
        if answer is None:
            return False
        if self._story.text[self._start_of(answer) : answer.end].lower().startswith(_ASKED):
            return True
        at_once = answer is after[0] and self._paragraph_of(answer) == self._paragraph_of(remark.segment)
        return at_once and any(self._touches(self._by_segment[answer.id], unit) for unit in denied)

    def _touches(self, answer: Unit, denied: Unit) -> bool:
        mine, theirs = answer.terms, denied.terms
        alike = mine.stems & theirs.stems or mine.topics & theirs.topics or mine.fields & theirs.fields
        limited = not self._words.limiting.isdisjoint(t.low for t in answer.tokens)
        return bool(alike) or limited or len(mine.stems) < _TELLING

    def meant(self, remark: Unit, silent: frozenset[str]) -> list[tuple[Unit, frozenset[str]]]:
        """The statements of other sides that a remark is about, each with the words that recall it."""
        same = self._statements(self._sentence_of(remark.segment), silent)
        if same:
            return [(unit, frozenset()) for unit in same]
        recalled, shared = self._recalled(remark, silent)
        last, further = (self._statements(sentence, silent) for sentence in self._sentences_before(remark))
        if recalled is not None and not (last and len(shared) < _SURELY and self._points_back(remark)):
            return [(recalled, shared)]
        if (remark.terms.stems or self._plain(remark)) and not self._points(remark):
            return []
        two = any(t.low in _OF_TWO for t in remark.tokens) and len(last) == 1 and not self._has_two_points(last[0])
        return [(unit, frozenset()) for unit in ([*further, *last] if two else last)]

    def _has_two_points(self, statement: Unit) -> bool:
        return next(borders(statement.tokens, 0, len(statement.tokens), self._knowledge), None) is not None

    def _points(self, remark: Unit) -> bool:
        """'It has none of this', 'has not one'; in 'no trace of any conditions' the word only counts them."""
        words = self._words
        ends = (at for at, (mark, t) in enumerate(pairwise(remark.tokens), 1) if mark.key == "," and t.low in words.joiners)
        clause = [t.low for t in remark.tokens[: next(ends, None)]]  # 'did not mention the fruit, but it …' points to nothing
        counted = (low in words.counting and after.isalpha() and after != "of" for low, after in pairwise([*clause, "."]))
        return any(low in words.pointing and not counts for low, counts in zip(clause, counted, strict=True))

    def _points_back(self, remark: Unit) -> bool:
        """'Nothing about this', 'no word of it': a pronoun for the point itself."""
        before = self._words.prepositions | {"of", "on"}
        return any(p.low in before and t.low in self._words.demonstrative for p, t in pairwise(remark.tokens))

    def _recalled(self, remark: Unit, silent: frozenset[str]) -> tuple[Unit | None, frozenset[str]]:
        """The statement before a remark that shares the most of its words outside quotation marks, the last of several; and these.

        A remark without a telling word ('no reference to any offer of mediation') goes by all that it has.
        """
        not_told = [t.low for t, quoted in zip(remark.tokens, remark.quoted, strict=True) if quoted or t.low in self._passing]
        other = {stem for low in not_told for stem in (low, *(self._stems[low] or ()))}
        words, telling = self._told_of(remark) - other, True
        if not words:
            words, telling = self._plain(remark) - other, False
        index = self._telling if telling else self._all
        common: dict[int, set[str]] = defaultdict(set)
        for word in words:
            for place in index.get(word, ()):
                statement = self._spoken[place].segment
                if statement.start < remark.segment.start and silent.isdisjoint(statement.parties):
                    common[place].add(word)
        best = max(common, key=lambda place: (len(common[place]), place), default=None)
        return (None, frozenset()) if best is None else (self._spoken[best], frozenset(common[best]))

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
    def _by_segment(self) -> Mapping[str, Unit]:
        return {unit.segment.id: unit for unit in self._spoken}

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
        return _places(map(self._told_of, self._spoken))

    @cached_property
    def _all(self) -> Mapping[str, Sequence[int]]:
        """The places of statements by all their words."""
        return _places(map(self._plain, self._spoken))

    @cached_property
    def _named(self) -> frozenset[int]:
        """Where the words of parties' and of persons' names begin."""
        story = self._story
        parties = (i for mention in story.mentions.values() for i in range(mention.first, mention.end))
        nouns = (noun for sentence in story.sentences for noun in sentence.nouns)
        persons = (i for n in nouns for i in range(n.first, n.end) if story.tokens[i].key in (*n.names, n.holder))
        return frozenset(story.tokens[i].start for i in (*parties, *persons))

    def _told_of(self, unit: Unit) -> frozenset[str]:
        """What a unit tells of: its stems, and names of no party and no person, by which alignment does not go."""
        names = (t.low for t in unit.tokens[1:] if t.key != t.low and t.key[0].isalpha() and t.start not in self._named)
        return unit.terms.stems | frozenset(names)

    def _plain(self, unit: Unit) -> frozenset[str]:
        """The stems of a unit's words, those too that tell nothing by themselves; of a remark those that tell of silence are none."""
        words = (t.low for t in unit.tokens if t.is_word and t.start not in self._named and t.low not in self._passing)
        return frozenset(stem for low in words for stem in self._stems[low] or ())

    def _start_of(self, segment: Segment) -> int:
        """Where its sentence begins."""
        return self._story.sentences[self._sentence_of(segment)].start

    def _paragraph_of(self, segment: Segment) -> int:
        return self._story.block_at(segment.start)

    def _sentence_of(self, segment: Segment) -> int:
        return self._story.sentence_at(segment.start)


def _places(told: Iterable[frozenset[str]]) -> Mapping[str, Sequence[int]]:
    """For each word the places at which it is told."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, words in enumerate(told):
        for word in words:
            found[word].append(place)
    return found


def _distinct(numbers: Iterator[int]) -> Iterator[int]:
    """The numbers, each once."""
    seen: set[int] = set()
    for number in numbers:
        if number not in seen:
            seen.add(number)
            yield number
