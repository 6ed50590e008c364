"""Topics of a comparison: from labelled segments to what both sides raise and what only one does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from readoutdiff.align import align
from readoutdiff.claim import Claim
from readoutdiff.claims import behind, find_claims, find_echoes, find_units, names_to_ignore
from readoutdiff.contract import Candidate, Emphasis, Segment, Topic
from readoutdiff.differences.finding import Differences
from readoutdiff.judging import Group
from readoutdiff.knowledge import Knowledge
from readoutdiff.labelled import Labelled, Unit
from readoutdiff.labels import Labels, slug
from readoutdiff.matching import Matching
from readoutdiff.parts import UNNAMED
from readoutdiff.terms import TermFinder
from readoutdiff.weigh import Counted, count, weigh

if TYPE_CHECKING:
    from readoutdiff.corrections.revision import Revision
    from readoutdiff.opinions import SecondOpinion


class Found(NamedTuple):
    """The topics by weight, all segments with the topics they belong to, and what of a person's corrections could not be applied."""

    topics: tuple[Topic, ...]
    segments: list[Segment]
    unfit: list[str]


def find_topics(
    sources: Sequence[Labelled],
    sides: Sequence[str],
    own: Sequence[str],
    knowledge: Knowledge,
    opinion: SecondOpinion | None = None,
    revision: Revision | None = None,
) -> Found:
    """The topics of some sources.

    `own` are the sides whose readout is there: for them only the readout counts, not what an article gives to them. `opinion`
    is a second one on what is alike, `revision` what a person has corrected of an earlier result.
    """
    ignored = names_to_ignore(sources, sides, knowledge)
    finder = TermFinder(knowledge, ignored)
    found = find_units(sources, finder)
    units = {unit.segment.id: unit for unit in found}
    order = [unit for unit in found if set(behind(unit.segment, own)) & set(sides)]
    claims = find_claims(found, sources, sides, own, knowledge, revision.named if revision else ())
    echoes = find_echoes(found, claims, own)
    alignment = align(claims, echoes, sides, knowledge.signs.link, opinion)
    counts = {u.segment.id: count(u, knowledge) for u in order}
    builder = _Builder(claims, units, counts, order, sides, knowledge, ignored)
    differing = Differences(sources, sides, finder)
    matching = Matching(units, finder, alignment.scorer.alike)

    def built(group: Group) -> Topic:
        topic = builder.topic(group)
        return msgspec.structs.replace(topic, matched=matching.of(topic), differences=differing.of(topic, units))

    topics = list(builder.named([*_ranked([built(group) for group in alignment.groups]), *builder.outlet_topics(echoes)]))
    segments = [s for source in sources for s in source.segments]
    unfit: list[str] = []
    if revision:
        places = {claim.segment: place for place, claim in enumerate(claims)}
        revised = revision.revised(
            topics, segments, places.keys(), lambda ids: built(alignment.judge.judged(sorted(places[i] for i in ids)))
        )  # fmt: skip
        topics, unfit = _ranked(revised.topics), revised.unfit
        segments = [msgspec.structs.replace(s, decided=revised.decided.get(s.id, s.decided)) for s in segments]
    return Found(tuple(topics), list(_with_topics(segments, topics)), unfit)


def _ranked(topics: Sequence[Topic]) -> list[Topic]:
    return sorted(topics, key=lambda t: (t.status == "outlet_only", -sum(e.weight for e in t.emphasis.values())))


class _Builder:
    """Builds topics from groups of claims."""

    def __init__(
        self,
        claims: Sequence[Claim],
        units: Mapping[str, Unit],
        counts: Mapping[str, Counted],
        order: Sequence[Unit],
        sides: Sequence[str],
        knowledge: Knowledge,
        ignored: frozenset[str],
    ) -> None:
        self.claims, self.units, self.counts = claims, units, counts
        self.sides, self.knowledge, self.ignored = sides, knowledge, ignored
        behind = {c.segment: c.parties for c in claims}
        told = {p: dict.fromkeys(c.segment for c in claims if p in c.parties) for p in sides}
        self.order = {p: {segment: place for place, segment in enumerate(segments)} for p, segments in told.items()}
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
            remarks=dict(group.remarks),
            emphasis={p: self._emphasis(p, ids) for p, ids in segments.items()},
        )

    def _emphasis(self, party: str, segments: Sequence[str]) -> Emphasis:
        return weigh(self.counts, segments, self.order[party], self.totals[party])

    def outlet_topics(self, echoes: Sequence[Claim]) -> Iterator[Topic]:
        """What the outlet tells of the call on its own authority."""
        for echo in echoes:
            if echo.parties or self.units[echo.segment].segment.rule not in UNNAMED:  # that there was a call is no topic
                continue
            yield Topic(id="", label="", status="outlet_only", segments={}, possible={}, nearest={}, emphasis={}, outlet=(echo.segment,))

    def named(self, topics: Sequence[Topic]) -> Iterator[Topic]:
        """The topics with labels and ids, each its own."""
        labels = Labels(self.knowledge, self.ignored)
        ids: set[str] = set()
        for topic in topics:
            members = [self.units[s] for s in _members(topic)]
            label = labels.of([u.terms for u in members], [u.tokens for u in members])
            address = slug(label, ids)
            ids.add(address)
            yield msgspec.structs.replace(topic, label=label, id=address)


def _members(topic: Topic) -> list[str]:
    return list(dict.fromkeys([*(s for ids in topic.segments.values() for s in ids), *topic.outlet]))


def _with_topics(segments: Sequence[Segment], topics: Sequence[Topic]) -> Iterator[Segment]:
    of: dict[str, list[str]] = {}
    for topic in topics:
        for member in _members(topic):
            of.setdefault(member, []).append(topic.id)
    for segment in segments:
        yield msgspec.structs.replace(segment, topics=tuple(of.get(segment.id, ())))
