"""Topics of a comparison: from labelled segments to what both sides raise and what only one does."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from readoutdiff.align import Claim, Group, align
from readoutdiff.contract import Candidate, Emphasis, Segment, Topic
from readoutdiff.knowledge import Knowledge
from readoutdiff.labels import slug, topic_label
from readoutdiff.similarity import Terms
from readoutdiff.terms import TermFinder, ignored_stems
from readoutdiff.tokens import Token
from readoutdiff.weigh import Counted, count, weigh

if TYPE_CHECKING:
    from readoutdiff.compare import Labelled

_FRAMING = 2  # stems: a statement with fewer tells that there was a call, not what of


class _Unit(NamedTuple):
    segment: Segment
    tokens: Sequence[Token]
    quoted: Sequence[bool]
    terms: Terms


def find_topics(
    sources: Sequence[Labelled], sides: Sequence[str], own: Sequence[str], knowledge: Knowledge
) -> tuple[tuple[Topic, ...], list[Segment]]:
    """The topics by weight, and all segments with the topics they belong to.

    `own` are the sides whose readout is there: for them only the readout counts, not what an article gives to them.
    """
    ignored = _ignored(sources, sides, knowledge)
    finder = TermFinder(knowledge, ignored)
    units = {u.segment.id: u for source in sources for u in _units(source, finder)}
    order = [u for u in units.values() if _counts(u.segment, sides, own)]
    claims = list(_claims([u for u in order if _is_point(u)], sources, own, knowledge))
    echoes = [Claim(u.segment.id, (), u.terms) for u in units.values() if _is_echo(u)]
    groups = align(claims, echoes, sides)
    counts = {u.segment.id: count(u.segment, u.tokens, u.quoted, knowledge, u.segment.rule == "own readout") for u in order}
    builder = _Builder(claims, units, counts, order, sides, knowledge, ignored)
    topics = [builder.topic(group) for group in groups]
    ranked = sorted(topics, key=lambda t: -sum(e.weight for e in t.emphasis.values()))
    named = tuple(builder.named([*ranked, *builder.outlet_topics(echoes)]))
    return named, list(_with_topics([s for source in sources for s in source.segments], named))


def _claims(units: Sequence[_Unit], sources: Sequence[Labelled], own: Sequence[str], knowledge: Knowledge) -> Iterator[Claim]:
    further = knowledge.grammar.words.further
    denied = {segment for source in sources for segment in _denied(source, knowledge)}
    paragraphs = {s.document.id: [b.start for b in s.story.blocks] for s in sources}
    for place, unit in enumerate(units):
        segment, behind = unit.segment, _behind(unit.segment, own)
        if segment.rule == "own readout":
            yield Claim(segment.id, behind, unit.terms)
            continue
        paragraph = bisect_right(paragraphs[segment.document], segment.start)
        goes_on = any(t.low in further for t in unit.tokens[:6])
        yield Claim(segment.id, behind, unit.terms, place, paragraph, goes_on, segment.id in denied)


def _denied(source: Labelled, knowledge: Knowledge) -> Iterator[str]:
    """Statements of which the reporter says that another side's account has nothing on them.

    The remark goes with the statement in its own sentence ('which the other text leaves out'), else with the sentence
    just before it ('The Danish readout made no mention of it').
    """
    segments = source.segments
    for at, segment in enumerate(segments):
        if segment.rule != "omission":
            continue
        silent = _named_parties(source, segment)
        beside = _same_sentence(source, segments, at) or _sentence_before(source, segments, at)
        for other in beside:
            if other.role == "statement" and len(other.parties) == 1 and not silent & set(other.parties):
                yield other.id


def _named_parties(source: Labelled, segment: Segment) -> set[str]:
    mentions, tokens = source.story.mentions, source.story.tokens
    return {m.parties[0] for i, m in mentions.items() if segment.start <= tokens[i].start < segment.end and len(m.parties) == 1}


def _sentence_of(source: Labelled, segment: Segment) -> int:
    return next(i for i, s in enumerate(source.story.sentences) if s.start <= segment.start < s.end)


def _same_sentence(source: Labelled, segments: Sequence[Segment], at: int) -> list[Segment]:
    here = _sentence_of(source, segments[at])
    return [s for s in segments[max(0, at - 4) : at + 5] if s is not segments[at] and _sentence_of(source, s) == here]


def _sentence_before(source: Labelled, segments: Sequence[Segment], at: int) -> list[Segment]:
    if at == 0:
        return []
    before = _sentence_of(source, segments[at - 1])
    return [s for s in segments[max(0, at - 5) : at] if _sentence_of(source, s) == before]


def _ignored(sources: Sequence[Labelled], sides: Sequence[str], knowledge: Knowledge) -> frozenset[str]:
    names = [name for side in sides for name in knowledge.parties[side].names]
    names += [part for source in sources for part in source.people.persons]
    names += [part for source in sources for part in _speakers(source)]
    return ignored_stems(names)


def _speakers(source: Labelled) -> Iterator[str]:
    """Names of persons who hold a title or say something: they tell who acts, not what of."""
    for sentence in source.story.sentences:
        said = {frame.source.first for frame in sentence.frames}
        for noun in sentence.nouns:
            if noun.kind in ("principal", "spokes", "outside") or noun.first in said:
                yield from noun.names


def _units(source: Labelled, finder: TermFinder) -> Iterator[_Unit]:
    tokens = source.story.tokens
    for segment in source.segments:
        first = bisect_left(tokens, segment.start, key=lambda t: t.start)
        stop = bisect_left(tokens, segment.end, key=lambda t: t.start)
        holes = [s for s in (segment.source, segment.cue) if s is not None]
        inside = [t for t in tokens[first:stop] if not any(h.start <= t.start < h.end for h in holes)]
        text = source.story.text[segment.start : segment.end]
        yield _Unit(segment, tokens[first:stop], source.story.quoted[first:stop], finder.terms(text, inside))


def _counts(segment: Segment, sides: Sequence[str], own: Sequence[str]) -> bool:
    return segment.role == "statement" and bool(_behind(segment, own)) and bool(set(segment.parties) & set(sides))


def _behind(segment: Segment, own: Sequence[str]) -> tuple[str, ...]:
    """The sides behind a segment whose account is told there and nowhere better."""
    return segment.parties if segment.rule == "own readout" else tuple(p for p in segment.parties if p not in own)


def _is_point(unit: _Unit) -> bool:
    return len(unit.terms.stems) >= _FRAMING or bool(unit.terms.topics)


def _is_echo(unit: _Unit) -> bool:
    return unit.segment.role == "outlet" and unit.segment.rule in ("narration", "unnamed source") and _is_point(unit)


class _Builder:
    """Builds topics from groups of claims."""

    def __init__(
        self,
        claims: Sequence[Claim],
        units: Mapping[str, _Unit],
        counts: Mapping[str, Counted],
        order: Sequence[_Unit],
        sides: Sequence[str],
        knowledge: Knowledge,
        ignored: frozenset[str],
    ) -> None:
        self.claims, self.units, self.counts = claims, units, counts
        self.sides, self.knowledge, self.ignored = sides, knowledge, ignored
        behind = {c.segment: c.parties for c in claims}
        self.order = {p: [c.segment for c in claims if p in c.parties] for p in sides}
        everything = {p: [u.segment.id for u in order if p in behind.get(u.segment.id, u.segment.parties)] for p in sides}
        self.totals = {p: sum(counts[s].words for s in ids) for p, ids in everything.items()}

    def topic(self, group: Group) -> Topic:
        """A topic without a label yet."""
        mine = [self.claims[i] for i in group.claims]
        by_side = {p: tuple(c.segment for c in mine if p in c.parties) for p in self.sides}
        segments = {p: ids for p, ids in by_side.items() if ids}
        return Topic(
            id="",
            label="",
            status=group.status,
            segments=segments,
            possible={p: tuple(Candidate(segment=s, score=v) for s, v in c) for p, c in group.possible.items()},
            nearest={p: Candidate(segment=s, score=v) for p, (s, v) in group.nearest.items()},
            emphasis={p: self._emphasis(p, ids) for p, ids in segments.items()},
        )

    def _emphasis(self, party: str, segments: Sequence[str]) -> Emphasis:
        return weigh(self.counts, segments, self.order[party], self.totals[party])

    def outlet_topics(self, echoes: Sequence[Claim]) -> Iterator[Topic]:
        """What the outlet tells of the call on its own authority."""
        for echo in echoes:
            yield Topic(id="", label="", status="outlet_only", segments={}, possible={}, nearest={}, emphasis={}, outlet=(echo.segment,))

    def named(self, topics: Sequence[Topic]) -> Iterator[Topic]:
        """The topics with labels and ids, each its own."""
        labels: set[str] = set()
        ids: set[str] = set()
        for topic in topics:
            members = [self.units[s] for s in _members(topic)]
            label = topic_label([u.terms for u in members], [u.tokens for u in members], self.knowledge, labels, self.ignored)
            address = slug(label, ids)
            labels.add(label)
            ids.add(address)
            yield msgspec.structs.replace(topic, label=label, id=address)


def _members(topic: Topic) -> list[str]:
    return list(dict.fromkeys([*(s for ids in topic.segments.values() for s in ids), *topic.outlet]))


def _with_topics(segments: Sequence[Segment], topics: Sequence[Topic]) -> Iterator[Segment]:
    of: dict[str, list[str]] = {}
    for topic in topics:
        for segment in _members(topic):
            of.setdefault(segment, []).append(topic.id)
    for segment in segments:
        yield msgspec.structs.replace(segment, topics=tuple(of.get(segment.id, ())))
