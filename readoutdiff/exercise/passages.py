"""Words of a comparison as the items of an exercise quote them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from readoutdiff.contract import Comparison, Segment, Span, Topic
from readoutdiff.exercise.values import Passage
from readoutdiff.render.words import spoken

_NAMED = ("explicit", "anaphoric", "carried")  # the surest first; what is not inferred
_SURE = {"beginner": _NAMED[:1], "advanced": _NAMED}
_DOUBT = (*_NAMED, None)  # None for what needs no source
_THAT = "that "  # which leads in reported words, and is none of them


def doubt_of(*segments: Segment) -> int:
    """How unsure it is whose they are, by the least sure of them: 0 for the surest."""
    return max(_DOUBT.index(s.tier) if s.tier in _DOUBT else len(_DOUBT) for s in segments)


class Material:
    """What an exercise is made of: a comparison by the ids of its segments, and how sure a statement must be to be asked about."""

    def __init__(self, comparison: Comparison, level: str) -> None:
        self.comparison, self.tiers = comparison, _SURE[level]
        self.segments = {s.id: s for s in comparison.segments}
        self.names = {p.id: spoken(p) for p in comparison.parties}

    def is_sure(self, segment: Segment) -> bool:
        """Whether it may go into a key: its owner is named or plainly meant, as the level asks, or a teacher has vouched for it."""
        return segment.confirmed or segment.tier in self.tiers

    def is_of_article(self, segment: Segment) -> bool:
        """Whether it stands in an article, and not in a readout."""
        return next(d.role for d in self.comparison.documents if d.id == segment.document) == "article"

    def is_decided(self, topic: Topic) -> bool:
        """Whether a topic may go into a key: its verdict is not left open, or a teacher has vouched for it."""
        return topic.confirmed or topic.status in ("shared", "one_sided")

    def proofs(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The words of statements that prove whose a point is, at any level: none that is inferred, unless a teacher has vouched for it."""
        found = (self.segments[id_] for id_ in ids)
        return tuple(self.words(s) for s in found if s.confirmed or s.tier in _NAMED)

    def words(self, segment: Segment | Span) -> str:
        """The words of a range, on one line."""
        return " ".join(self.comparison.text_of(segment).split())

    def passage(self, segment: Segment) -> Passage:
        """A segment in its sentence."""
        whole = segment.sentence or segment
        return self.within(_from_to(segment, segment), whole.start, whole.end)

    def within(self, span: Span, start: int, end: int) -> Passage:
        """A range with what stands around it, from one place to another."""
        before, after = (
            self._spaced(Span(document=span.document, start=here, end=there)) for here, there in ((start, span.start), (span.end, end))
        )
        return Passage(span.document, span.start, span.end, self.words(span), before, after)

    def together(self, segments: Sequence[Segment]) -> list[Passage]:
        """Segments in their sentences, those that follow one another in one sentence as one passage."""
        runs: list[list[Segment]] = []
        for segment in segments:
            if runs and self._goes_on(runs[-1][-1], segment):
                runs[-1].append(segment)
            else:
                runs.append([segment])
        wholes = [(run, run[0].sentence or run[0]) for run in runs]
        return [self.within(_from_to(run[0], run[-1]), whole.start, whole.end) for run, whole in wholes]

    def reported(self, segment: Segment) -> Passage:
        """What a statement reports, without the naming of its source: the side is not given away."""
        if not segment.content or segment.rule == "own readout":
            return self._alone(_from_to(segment, segment))
        first, last = segment.content[0].start, segment.content[-1].end
        inside = [h for h in (segment.source, segment.cue) if h is not None and first < h.end and h.start < last]
        if inside:
            last = max((c.end for c in segment.content if c.end <= inside[0].start), default=segment.content[0].end)
        told = Span(document=segment.document, start=first, end=last)
        lead = len(_THAT) if self.comparison.text_of(told).startswith(_THAT) else 0
        return self._alone(Span(document=segment.document, start=first + lead, end=last))

    def _alone(self, span: Span) -> Passage:
        return Passage(span.document, span.start, span.end, self.words(span))

    def _goes_on(self, one: Segment, other: Segment) -> bool:
        """Whether a segment follows another in the same sentence, with no word between them."""
        return other.sentence is not None and one.sentence == other.sentence and not self.words(_between(one, other))

    def _spaced(self, span: Span) -> str:
        """The words of a range on one line, with the space that stands at its ends."""
        return re.sub(r"\s+", " ", self.comparison.text_of(span))


def _from_to(first: Segment, last: Segment) -> Span:
    return Span(document=first.document, start=first.start, end=last.end)


def _between(one: Segment, other: Segment) -> Span:
    return Span(document=one.document, start=one.end, end=other.start)
