"""What the reporter says that a text has not: 'the Danish readout made no mention of the dam'."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, pairwise

from readoutdiff.alignment.parting import borders, joined
from readoutdiff.alignment.unit import Unit
from readoutdiff.attribution.labelled import Labelled
from readoutdiff.contract import Segment
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.noun import Noun
from readoutdiff.text.tokens import Token, stem
from readoutdiff.value import Value

_ASKED = ("asked", "questioned", "pressed", "reached by", "when ")
_SPEAKING = ("paper", "post", "side", "institution")
_SURELY = 2  # words that recall another statement than the one a remark points back to
_TELLING = 3  # stems: an answer with fewer may be on anything
_SOON = 4  # segments in which a side answers
_OF_TWO = ("neither", "either")  # of the two points before: in the sentence before, or in the two
_NOT_STORY = ("caption", "boilerplate", "headline")


class Denial(Value, frozen=True):
    """A statement of which the reporter says that the `silent` sides have nothing on it.

    `remark` is the segment in which he does, `words` are those by which it recalls the statement, if it does by its words. A
    statement is `broader` that has more in it than he denies.
    """

    statement: Unit
    silent: frozenset[str]
    remark: str
    words: frozenset[str]
    broader: bool = False


def find_denials(units: Sequence[Unit], sources: Sequence[Labelled], sides: Sequence[str], knowledge: Knowledge) -> Iterator[Denial]:
    """What the reporter says that a named side has nothing on.

    The remark is about the statement in its own sentence ('which the Danish text leaves out'), else, if it points back ('nothing about
    this'), about the sentence before it, else about the one that its own words recall ('no reference to the dam').
    """
    texts = {source.document.id: _Text(source, units, sides, knowledge) for source in sources}
    for remark in units:
        if remark.segment.rule != "omission":
            continue
        text = texts[remark.segment.document]
        silent = text.silent(remark) & set(sides)
        if not silent or _is_of_a_detail(remark, knowledge):
            continue
        meant = text.meant(remark, silent)
        if not text.answered(remark, [statement for statement, _ in meant], silent):
            yield from (Denial(unit, silent, remark.segment.id, words, text.is_broader(unit, words)) for unit, words in meant)


def silences(denials: Iterable[Denial]) -> dict[str, dict[str, str]]:
    """For each statement that is denied, and nothing more in it, the silent sides, each with the reporter's last remark on it."""
    denied: dict[str, dict[str, str]] = {}
    for denial in (denial for denial in denials if not denial.broader):
        denied.setdefault(denial.statement.segment.id, {}).update(dict.fromkeys(sorted(denial.silent), denial.remark))
    return denied


def _is_of_a_detail(remark: Unit, knowledge: Knowledge) -> bool:
    """'It gave no further detail', 'did not say when', 'Neither text touched on it': nothing is said of a whole point's absence."""
    words = [t.low for t in remark.tokens]
    silence = knowledge.grammar.phrases.omission.find(" ".join(words)) or ""
    told = [low for low in words if low not in silence.split()]  # 'does not figure' gives no figures
    both = words[0] in _OF_TWO and len(words) > 1 and (words[1] == "of" or knowledge.heads.get(words[1]) in _SPEAKING)
    return both or not knowledge.grammar.words.particulars.isdisjoint(told)


class _Text:
    """A text in which remarks stand, with its statements by their sentences and by what they tell of: looked up for every remark."""

    def __init__(self, source: Labelled, units: Sequence[Unit], sides: Sequence[str], knowledge: Knowledge) -> None:
        self._source, self._story, self._units, self._sides = source, source.story, units, sides
        self._words, self._stems = knowledge.grammar.words, knowledge.stems
        self._knowledge, self._passing = knowledge, knowledge.passing

    def silent(self, remark: Unit) -> frozenset[str]:
        """Whose silence a remark tells of: of the texts and offices it names, else of its subject, else of all parties it names."""
        story, segment = self._story, remark.segment
        first, stop = story.token_at(segment.start), story.token_at(segment.end)
        nouns = story.sentences[self._sentence_of(segment)].nouns
        inside = [n for n in nouns if first <= n.first < stop]
        if story.tokens[first].low == "whose":  # 'Lima, whose text omits the fish'
            return next((self._owners(n) for n in reversed(nouns) if n.end <= first and n.kind != "pronoun"), frozenset())
        if any(n.holder == "its" for n in inside) and any(story.tokens[i].low in self._words.counterparts for i in range(first, stop)):
            return self._others(self._told_before(segment))  # 'its counterpart's text says nothing of it'
        texts = frozenset(party for n in inside if n.kind in _SPEAKING for party in self._owners(n))
        named = (story.mentions.get(i) for i in range(first, stop) if not self._is_outlet(i))
        return texts or self._subject(segment, inside) or frozenset(m.parties[0] for m in named if m is not None and len(m.parties) == 1)

    def _subject(self, segment: Segment, nouns: Sequence[Noun]) -> frozenset[str]:
        """'Lima does not mention it', 'Mr Prado says nothing of it'; 'it makes no mention' of whoever was told of before."""
        tokens = self._story.tokens
        subject = next((n for n in nouns if not n.first or tokens[n.first - 1].low not in self._words.connectors), None)
        if subject is None or subject.kind == "pronoun":
            return self._told_before(segment)
        return self._owners(subject)

    def _others(self, parties: frozenset[str]) -> frozenset[str]:
        """The other side of two."""
        return frozenset(self._sides) - parties if parties and len(self._sides) == len(parties) + 1 else frozenset()

    def _is_outlet(self, at: int) -> bool:
        """'Iranian state television left it out'."""
        return any(t.low in self._words.outlets for t in self._story.tokens[at + 1 : at + 3])

    def _told_before(self, segment: Segment) -> frozenset[str]:
        """The side whose account was told right before, in the same paragraph."""
        segments = self._source.segments
        at = bisect_left(segments, segment.start, key=lambda s: s.start)
        before = segments[at - 1] if at else None
        if before is None or len(before.parties) != 1 or self._paragraph_of(before) != self._paragraph_of(segment):
            return frozenset()
        return frozenset(before.parties)

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
        theirs = [s for s in after if s.role == "statement" and silent & set(s.parties)]
        if any(self._story.text[self._start_of(s) : s.end].lower().startswith(_ASKED) for s in theirs):
            return True
        at_once = after[:1] == theirs[:1] != [] and self._paragraph_of(theirs[0]) == self._paragraph_of(remark.segment)
        return at_once and any(self._touches(self._by_segment[theirs[0].id], unit) for unit in denied)

    def _touches(self, answer: Unit, denied: Unit) -> bool:
        mine, theirs = answer.terms, denied.terms
        alike = mine.stems & theirs.stems or mine.topics & theirs.topics
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
        ends = (at for at, (mark, t) in enumerate(pairwise(remark.tokens), 1) if mark.key == "," and t.low in words.joiners)
        clause = [t.low for t in remark.tokens[: next(ends, None)]]  # 'did not mention the fruit, but it …' points to nothing
        counted = (low in words.counting and after.isalpha() and after != "of" for low, after in pairwise([*clause, "."]))
        return any(low in words.pointing and not counts for low, counts in zip(clause, counted, strict=True))

    def _points_back(self, remark: Unit) -> bool:
        """'Nothing about this', 'no word of it': a pronoun for the point itself."""
        before = self._words.prepositions | {"of", "on"}
        return any(p.low in before and t.low in self._words.demonstrative for p, t in pairwise(remark.tokens))

    def _recalled(self, remark: Unit, silent: frozenset[str]) -> tuple[Unit | None, frozenset[str]]:
        """The statement that shares the most of a remark's words outside quotation marks, of those before it the last; and these.

        Where none before it has one, those after it are looked at, the first first. A remark without a telling word ('no reference to any offer of mediation') goes by all that it has.
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
                if silent.isdisjoint(self._spoken[place].segment.parties):
                    common[place].add(word)
        before = {place for place in common if self._spoken[place].segment.start < remark.segment.start}
        best = max(before or common, key=lambda place: (len(common[place]), place if before else -place), default=None)
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
