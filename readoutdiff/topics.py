"""Topics of a comparison: from labelled segments to what both sides raise and what only one does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from readoutdiff.alignment.align import align
from readoutdiff.alignment.claim import Claim
from readoutdiff.alignment.claims import behind, find_claims, find_echoes, find_units, names_to_ignore
from readoutdiff.alignment.denials import find_denials
from readoutdiff.alignment.judging import Group
from readoutdiff.alignment.labels import Labels, slug
from readoutdiff.alignment.lex import Scorer
from readoutdiff.alignment.matching import Matching
from readoutdiff.alignment.terms import TermFinder
from readoutdiff.alignment.unit import Unit
from readoutdiff.alignment.weigh import count, weigh
from readoutdiff.attribution.labelled import Labelled
from readoutdiff.attribution.parts import UNNAMED
from readoutdiff.contract import Candidate, Emphasis, Segment, Topic
from readoutdiff.differences.finding import Differences
from readoutdiff.lexicon.knowledge import Knowledge

if TYPE_CHECKING:
    from readoutdiff.alignment.opinions import SecondOpinion
    from readoutdiff.corrections.revision import Revision


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
    finder = TermFinder(knowledge, names_to_ignore(sources, sides, knowledge))
    units = find_units(sources, finder)
    denials = list(find_denials(units, sources, sides, knowledge))
    claims = find_claims(units, sources, denials, own, knowledge, revision.named if revision else ())
    echoes = find_echoes(units, claims, own)
    alignment = align(claims, echoes, sides, knowledge.signs.link, opinion)
    builder = _Builder(units, claims, sources, sides, own, finder, alignment.scorer)
    topics = list(builder.named([*_ranked(map(builder.topic, alignment.groups)), *builder.outlet_topics(echoes)]))
    found = Found(tuple(topics), [s for source in sources for s in source.segments], [])
    if revision:
        places = {claim.segment: place for place, claim in enumerate(claims)}
        found = _revised(found, revision, places, lambda at: builder.topic(alignment.judge.judged(at)))
    return found._replace(segments=list(_with_topics(found.segments, found.topics)))


def _revised(found: Found, revision: Revision, places: Mapping[str, int], built: Callable[[Sequence[int]], Topic]) -> Found:
    """What was found as a person has corrected it; `places` are those of the claims, of which topics are `built` anew."""
    revised = revision.revised(found.topics, found.segments, places.keys(), lambda ids: built(sorted(places[i] for i in ids)))
    segments = [msgspec.structs.replace(s, decided=revised.decided.get(s.id, s.decided)) for s in found.segments]
    return Found(tuple(_ranked(revised.topics)), segments, revised.unfit)


def _ranked(topics: Iterable[Topic]) -> list[Topic]:
    return sorted(topics, key=lambda t: (t.status == "outlet_only", -sum(e.weight for e in t.emphasis.values())))


class _Builder:
    """Builds topics from groups of claims."""

    def __init__(
        self,
        units: Sequence[Unit],
        claims: Sequence[Claim],
        sources: Sequence[Labelled],
        sides: Sequence[str],
        own: Sequence[str],
        finder: TermFinder,
        scorer: Scorer,
    ) -> None:
        self.units, self.claims, self.sides, self.finder = {u.segment.id: u for u in units}, claims, sides, finder
        self.differing, self.matching = Differences(sources, sides, finder), Matching(self.units, finder, scorer.alike)
        told = [u for u in units if not set(behind(u.segment, own)).isdisjoint(sides)]
        self.counts = {u.segment.id: count(u, finder.knowledge) for u in told}
        raised = {p: dict.fromkeys(c.segment for c in claims if p in c.parties) for p in sides}
        self.order = {p: {segment: place for place, segment in enumerate(segments)} for p, segments in raised.items()}
        parties = {u.segment.id: u.segment.parties for u in told} | {c.segment: c.parties for c in claims}
        self.totals = {p: sum(self.counts[u.segment.id].words for u in told if p in parties[u.segment.id]) for p in sides}

    def topic(self, group: Group) -> Topic:
        """A topic without a label yet."""
        bare = self._bare(group)
        return msgspec.structs.replace(bare, matched=self.matching.of(bare), differences=self.differing.of(bare, self.units))

    def _bare(self, group: Group) -> Topic:
        """A topic as its verdict has it."""
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
        labels = Labels(self.finder.knowledge, self.finder.ignored)
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
