"""What the reporter says that a text has not: 'the Danish readout made no mention of the dam'."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from readoutdiff.alignment.doubting import is_meant
from readoutdiff.alignment.recalling import Meant, Recall
from readoutdiff.alignment.silent import Silences
from readoutdiff.alignment.unit import Unit
from readoutdiff.attribution.labelled import Labelled
from readoutdiff.contract import Segment
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.value import Value

_TELLING = 3  # stems: an answer with fewer may be on anything
_NEAR = 6  # words from 'only' to the text
_SOON = 4  # segments in which a side answers


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
    """What the reporter says that a side has nothing on, unless it speaks to the point after all."""
    remarks = [unit for unit in units if _misses(unit, knowledge) or _is_of_one(unit, knowledge)]
    for source in sources if remarks else ():
        whose, recall = Silences(source, sides, knowledge), Recall(source, units, knowledge)
        answers = _Answers(source, units, recall, knowledge)
        for remark in (remark for remark in remarks if remark.segment.document == source.document.id):
            alone = remark.segment.role == "statement"
            silent = frozenset(sides).difference(remark.segment.parties) if alone else whose.of(remark)
            meant = (recall.named if alone else recall.meant)(remark, silent) if silent else []
            if not answers.there(remark, meant, silent):
                yield from (Denial(unit, silent, remark.segment.id, words, recall.is_broader(unit, words)) for unit, words in meant)


def _misses(unit: Unit, knowledge: Knowledge) -> bool:
    """Whether the reporter misses a whole point in a text."""
    return unit.segment.rule == "omission" and is_meant(unit, knowledge)


def _is_of_one(unit: Unit, knowledge: Knowledge) -> bool:
    """'Only the Thai text names the dam', 'the dam appears only in the Thai text': the others have nothing on it."""
    segment, lows = unit.segment, [t.low for t in unit.tokens]
    if segment.role != "statement" or len(segment.parties) != 1 or "only" not in lows:
        return False
    if not knowledge.grammar.words.particulars.isdisjoint(lows):
        return False  # 'only Lima gives a date'
    at = lows.index("only")
    if segment.rule == "text described":
        return lows[at + 1 : at + 2] == ["in"] and any(knowledge.heads.get(low) == "paper" for low in lows[at + 2 : at + _NEAR])
    return at == 0 and segment.source is not None and segment.source.start <= unit.tokens[min(2, len(lows) - 1)].start


def silences(denials: Iterable[Denial]) -> dict[str, dict[str, str]]:
    """For each statement that is denied, and nothing more in it, the silent sides, each with the reporter's last remark on it."""
    denied: dict[str, dict[str, str]] = {}
    for denial in (denial for denial in denials if not denial.broader):
        denied.setdefault(denial.statement.segment.id, {}).update(dict.fromkeys(sorted(denial.silent), denial.remark))
    return denied


class _Answers:
    """Looks whether a side that was silent speaks to the point after all."""

    def __init__(self, source: Labelled, units: Sequence[Unit], recall: Recall, knowledge: Knowledge) -> None:
        self._story, self._segments, self._recall = source.story, source.segments, recall
        self._limiting = knowledge.grammar.words.limiting
        self._venues = knowledge.grammar.words.press | knowledge.grammar.words.venues
        self._openings = tuple(f"{phrase} " for phrase in knowledge.grammar.phrases.answering.phrases)
        self._units: Mapping[str, Unit] = {unit.segment.id: unit for unit in units}

    def there(self, remark: Unit, denied: Iterable[Meant], silent: frozenset[str]) -> bool:
        """'Asked about it, the spokesman said …': the side that was silent speaks to the point after all.

        In the same breath ('It spoke of the region instead') that is so where it says little, limits itself, or touches what was denied.
        """
        segments = self._segments
        first = bisect_left(segments, remark.segment.end, key=lambda s: s.start)
        after = segments[first : first + _SOON]
        theirs = [s for s in after if s.role == "statement" and silent & set(s.parties)]
        if any(self._story.text[self._start_of(s) : s.end].lower().startswith(self._openings) for s in theirs):
            return True
        if any(self._is_told_elsewhere(s, silent) for s in segments[first:]):
            return True
        at_once = bool(theirs) and theirs[0] is after[0] and self._paragraph_of(theirs[0]) == self._paragraph_of(remark.segment)
        return at_once and any(self._touches(self._units[theirs[0].id], *meant) for meant in denied)

    def _is_told_elsewhere(self, segment: Segment, silent: frozenset[str]) -> bool:
        """'The minister told a television channel late on Thursday …': what a side says there may be on any point."""
        if segment.role not in ("statement", "third_party"):
            return False
        sentence = self._story.sentences[self._story.sentence_at(segment.start)]
        theirs = silent & ({*segment.parties} or sentence.named)
        return bool(theirs) and not sentence.words.isdisjoint(self._venues)

    def _touches(self, answer: Unit, denied: Unit, words: frozenset[str]) -> bool:
        limited = not self._limiting.isdisjoint(t.low for t in answer.tokens)
        alike = not self._recall.told_of(answer).isdisjoint(words or denied.terms.stems)
        return alike or limited or len(answer.terms.stems) < _TELLING

    def _start_of(self, segment: Segment) -> int:
        """Where its sentence begins."""
        return self._story.sentences[self._story.sentence_at(segment.start)].start

    def _paragraph_of(self, segment: Segment) -> int:
        return self._story.block_at(segment.start)
