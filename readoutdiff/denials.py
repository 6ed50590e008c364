"""What the reporter says that a text has not: 'the Danish readout made no mention of the dam'."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from operator import attrgetter

from readoutdiff.contract import Segment
from readoutdiff.drawers import Known
from readoutdiff.knowledge import Knowledge
from readoutdiff.labelled import Labelled, Unit
from readoutdiff.story import Story

_PRONOUNS = ("this", "that", "these", "those", "it", "them", "they", "either", "neither", "none", "which", "any", "so", "one")
_ASKED = ("asked", "questioned", "pressed", "reached by")
_SPEAKING = ("paper", "side", "institution")
_SOON = 4  # segments in which a side answers
_OF_TWO = ("neither", "either")  # of the two points before: in the sentence before, or in the two
_NOT_STORY = ("caption", "boilerplate", "headline")


def find_denials(
    units: Sequence[Unit], sources: Mapping[str, Labelled], sides: Sequence[str], knowledge: Knowledge
) -> dict[str, dict[str, str]]:
    """Statements of which the reporter says that a named side has nothing on them, and those sides with his remark's segment.

    The remark is about the statement in its own sentence ('which the Danish text leaves out'), else about the one
    that its own words recall ('no reference to the dam'), else, if it has but a pronoun, about the sentence before it.
    """
    denied: dict[str, dict[str, str]] = {}
    named = Known[str, frozenset[int]](lambda document: _places_named(sources[document].story))
    by_id = {unit.segment.id: unit for unit in units}
    told = Known[tuple[str, str], frozenset[str]](lambda key: _told_of(by_id[key[1]], named[key[0]]))
    for remark in units:
        if remark.segment.rule != "omission":
            continue
        source = sources[remark.segment.document]
        silent = _named_parties(source.story, remark.segment) & set(sides)
        others = [u for u in units if u.segment.role == "statement" and not silent & set(u.segment.parties)]
        if not silent or _answered(remark, silent, source) or _is_of_a_detail(remark, knowledge):
            continue
        for unit in _meant(remark, others, source, told):
            denied.setdefault(unit.segment.id, {}).update(dict.fromkeys(sorted(silent), remark.segment.id))
    return denied


def _is_of_a_detail(remark: Unit, knowledge: Knowledge) -> bool:
    """'It gave no further detail', 'did not say when', 'Neither text touched on it': nothing is said of a whole point's absence."""
    words = [t.low for t in remark.tokens]
    both = words[0] in _OF_TWO and len(words) > 1 and (words[1] == "of" or knowledge.heads.get(words[1]) in _SPEAKING)
    return both or not knowledge.grammar.words.particulars.isdisjoint(words)


def _answered(remark: Unit, silent: frozenset[str], source: Labelled) -> bool:
    """'Asked about it, the spokesman said …': the side that was silent speaks to the point after all."""
    after = [s for s in source.segments if s.start >= remark.segment.end]
    answer = next((s for s in after[:_SOON] if s.role == "statement" and silent & set(s.parties)), None)
    if answer is None:
        return False
    if source.story.text[_start_of(source.story, answer) : answer.end].lower().startswith(_ASKED):
        return True
    return answer is after[0] and _paragraph_of(source.story, answer) == _paragraph_of(source.story, remark.segment)


def _start_of(story: Story, segment: Segment) -> int:
    """Where its sentence begins."""
    return story.sentences[_sentence_of(story, segment)].start


def _paragraph_of(story: Story, segment: Segment) -> int:
    return bisect_right(story.blocks, segment.start, key=lambda block: block.start)


def _meant(remark: Unit, others: Sequence[Unit], source: Labelled, told: Mapping[tuple[str, str], frozenset[str]]) -> list[Unit]:
    """The statements that a remark is about; `told` has for a document and a segment what the segment tells of."""
    story, document = source.story, remark.segment.document
    here = _sentence_of(story, remark.segment)
    same = [u for u in others if _sentence_of(story, u.segment) == here]
    if same:
        return same
    wanted = told[document, remark.segment.id]
    common = {id(u): len(told[document, u.segment.id] & wanted) for u in others if u.segment.start < remark.segment.start}
    most = max(common.values(), default=0)
    if most:
        return [u for u in others if common.get(id(u)) == most][-1:]
    if remark.terms.stems and not any(t.low in _PRONOUNS for t in remark.tokens):
        return []
    before = [s for s in source.segments if s.end <= remark.segment.start and s.role not in _NOT_STORY]
    meant = list(dict.fromkeys(_sentence_of(story, s) for s in reversed(before)))
    last, further = ([u for u in others if _sentence_of(story, u.segment) in meant[i : i + 1]] for i in (0, 1))
    two = any(t.low in _OF_TWO for t in remark.tokens) and len(last) == 1
    return [*further, *last] if two else last


def _places_named(story: Story) -> frozenset[int]:
    """Where the words stand that name parties."""
    return frozenset(story.tokens[i].start for mention in story.mentions.values() for i in range(mention.first, mention.end))


def _told_of(unit: Unit, named: Collection[int]) -> frozenset[str]:
    """What a unit tells of: its stems, and names that are no party's, by which alignment does not go."""
    names = (t.low for t in unit.tokens[1:] if t.key != t.low and t.key[0].isalpha() and t.start not in named)
    return unit.terms.stems | frozenset(names)


def _named_parties(story: Story, segment: Segment) -> frozenset[str]:
    inside = (story.mentions.get(i) for i in range(story.token_at(segment.start), story.token_at(segment.end)))
    return frozenset(m.parties[0] for m in inside if m is not None and len(m.parties) == 1)


_start = attrgetter("start")


def _sentence_of(story: Story, segment: Segment) -> int:
    return bisect_right(story.sentences, segment.start, key=_start) - 1
