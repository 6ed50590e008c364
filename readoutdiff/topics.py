"""Topics of a comparison: from labelled segments to what both sides raise and what only one does."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from readoutdiff.align import Claim, Group, align
from readoutdiff.contract import Candidate, Emphasis, Segment, Topic
from readoutdiff.frames import has_phrase
from readoutdiff.knowledge import Knowledge
from readoutdiff.labels import slug, topic_label
from readoutdiff.similarity import Terms
from readoutdiff.story import Story
from readoutdiff.terms import TermFinder, ignored_stems
from readoutdiff.tokens import Token
from readoutdiff.weigh import Counted, count, weigh

if TYPE_CHECKING:
    from readoutdiff.pipeline import Labelled

_MORE = 4  # stems: a statement that names the encounter must have so many to tell more than that
_PRONOUNS = ("this", "that", "these", "those", "it", "them", "they", "either", "neither", "none", "which", "any", "so", "one")
_START = 9  # tokens in which 'also', 'meanwhile' or 'only' tell that a further point begins
_FEW = 8  # statements: fewer are no measure of what a text is about
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
    units = {u.segment.id: u for u in _without_common([u for source in sources for u in _units(source, finder)])}
    order = [u for u in units.values() if _counts(u.segment, sides, own)]
    denied = _denied(list(units.values()), {s.document.id: s for s in sources})
    claims = list(_claims([u for u in order if _is_point(u) and not _is_framing(u, knowledge)], sources, own, knowledge, denied))
    echoes = [Claim(u.segment.id, (), u.terms) for u in units.values() if _is_echo(u)]
    groups = align(claims, echoes, sides)
    counts = {u.segment.id: count(u.segment, u.tokens, u.quoted, knowledge, u.segment.rule == "own readout") for u in order}
    builder = _Builder(claims, units, counts, order, sides, knowledge, ignored)
    topics = [builder.topic(group) for group in groups]
    ranked = sorted(topics, key=lambda t: -sum(e.weight for e in t.emphasis.values()))
    named = tuple(builder.named([*ranked, *builder.outlet_topics(echoes)]))
    return named, list(_with_topics([s for source in sources for s in source.segments], named))


def _claims(
    units: Sequence[_Unit],
    sources: Sequence[Labelled],
    own: Sequence[str],
    knowledge: Knowledge,
    denied: Mapping[str, frozenset[str]],
) -> Iterator[Claim]:
    further = knowledge.grammar.words.further
    paragraphs = {s.document.id: [b.start for b in s.story.blocks] for s in sources}
    for place, unit in enumerate(units):
        segment, behind = unit.segment, _behind(unit.segment, own)
        if segment.rule == "own readout":
            yield Claim(segment.id, behind, unit.terms)
            continue
        paragraph = bisect_right(paragraphs[segment.document], segment.start)
        goes_on = any(t.low in further for t in unit.tokens[:_START])
        yield Claim(segment.id, behind, unit.terms, place, paragraph, goes_on, denied.get(segment.id, frozenset()))


def _denied(units: Sequence[_Unit], sources: Mapping[str, Labelled]) -> dict[str, frozenset[str]]:
    """Statements of which the reporter says that a named side has nothing on them, and those sides.

    The remark is about the statement in its own sentence ('which the Danish text leaves out'), else about the one
    that its own words recall ('no reference to the dam'), else, if it has but a pronoun, about the sentence before it.
    """
    denied: dict[str, frozenset[str]] = {}
    for remark in units:
        if remark.segment.rule != "omission":
            continue
        source = sources[remark.segment.document]
        silent = _named_parties(source.story, remark.segment)
        others = [u for u in units if u.segment.role == "statement" and not silent & set(u.segment.parties)]
        for unit in _meant(remark, others, source) if silent else ():
            denied[unit.segment.id] = denied.get(unit.segment.id, frozenset()) | silent
    return denied


def _meant(remark: _Unit, others: Sequence[_Unit], source: Labelled) -> list[_Unit]:
    story = source.story
    here = _sentence_of(story, remark.segment)
    same = [u for u in others if _sentence_of(story, u.segment) == here]
    if same:
        return same
    recalled = [u for u in others if u.terms.stems & remark.terms.stems and u.segment.start < remark.segment.start]
    if recalled:
        most = max(len(u.terms.stems & remark.terms.stems) for u in recalled)
        return [u for u in recalled if len(u.terms.stems & remark.terms.stems) == most][-1:]
    if remark.terms.stems and not any(t.low in _PRONOUNS for t in remark.tokens):
        return []
    before = [s for s in source.segments if s.end <= remark.segment.start and s.role not in ("caption", "boilerplate", "headline")]
    return [u for u in others if before and _sentence_of(story, u.segment) == _sentence_of(story, before[-1])]


def _named_parties(story: Story, segment: Segment) -> frozenset[str]:
    inside = (m for i, m in story.mentions.items() if segment.start <= story.tokens[i].start < segment.end)
    return frozenset(m.parties[0] for m in inside if len(m.parties) == 1)


def _sentence_of(story: Story, segment: Segment) -> int:
    return bisect_right(story.sentences, segment.start, key=lambda s: s.start) - 1


def _ignored(sources: Sequence[Labelled], sides: Sequence[str], knowledge: Knowledge) -> frozenset[str]:
    names = [name for side in sides for name in knowledge.parties[side].names if " " not in name]
    names += [name for side in sides for name in (knowledge.parties[side].name, knowledge.parties[side].adjective)]
    names += [part for source in sources for part in source.people.persons]
    names += [part for source in sources for part in _speakers(source)]
    return ignored_stems(names) - knowledge.empty


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
        if segment.role not in ("statement", "outlet"):
            continue
        first = bisect_left(tokens, segment.start, key=lambda t: t.start)
        stop = bisect_left(tokens, segment.end, key=lambda t: t.start)
        holes = [s for s in (segment.source, segment.cue) if s is not None]
        inside = [t for t in tokens[first:stop] if not any(h.start <= t.start < h.end for h in holes)]
        text = source.story.text[segment.start : segment.end]
        yield _Unit(segment, tokens[first:stop], source.story.quoted[first:stop], finder.terms(text, inside))


def _without_common(units: Sequence[_Unit]) -> Iterator[_Unit]:
    """Topics and fields that much of the text is about tell no statement from another: leave them out."""
    statements = [u.terms for u in units if u.segment.role == "statement"]
    topics = Counter(t for terms in statements for t in terms.topics)
    fields = Counter(f for terms in statements for f in terms.fields)
    n = max(len(statements), _FEW)
    wide_topics = {t for t, count in topics.items() if count > n / 3}
    wide_fields = {f for f, count in fields.items() if count > n / 2}
    for unit in units:
        terms = unit.terms._replace(topics=unit.terms.topics - wide_topics, fields=unit.terms.fields - wide_fields)
        yield unit._replace(terms=terms)


def _counts(segment: Segment, sides: Sequence[str], own: Sequence[str]) -> bool:
    return segment.role == "statement" and bool(_behind(segment, own)) and bool(set(segment.parties) & set(sides))


def _behind(segment: Segment, own: Sequence[str]) -> tuple[str, ...]:
    """The sides behind a segment whose account is told there and nowhere better."""
    return segment.parties if segment.rule == "own readout" else tuple(p for p in segment.parties if p not in own)


def _is_point(unit: _Unit) -> bool:
    return len(unit.terms.stems) >= _FRAMING or bool(unit.terms.topics)


def _is_framing(unit: _Unit, knowledge: Knowledge) -> bool:
    """'… spoke by phone on Tuesday ahead of the summit': that there was a call, and hardly more."""
    return len(unit.terms.stems) < _MORE and has_phrase(unit.terms.text.lower(), knowledge.grammar.phrases.encounter) is not None


def _is_echo(unit: _Unit) -> bool:
    return unit.segment.role == "outlet" and unit.segment.rule not in ("omission", "no comment", "publication") and _is_point(unit)


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
