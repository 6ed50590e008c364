"""What reports look up and count in a comparison: whose account is there, who is silent, what is in no topic, what differs."""

from __future__ import annotations

from readoutdiff.alignment.judging import HINTS, MAYBE
from readoutdiff.contract import Candidate, Comparison, Party, Reading, Segment, Span, Topic


def party_of(comparison: Comparison, party: str) -> Party:
    """A side by its id."""
    return next(p for p in comparison.parties if p.id == party)


def are_several(comparison: Comparison) -> bool:
    """Whether there are more sides than two, so that none is 'the other'."""
    return len(comparison.parties) > 2


def has_readout(comparison: Comparison, party: str) -> bool:
    """Whether a side's own readout was read, not only what an article reports of it."""
    return any(d.role == "readout" and d.party == party for d in comparison.documents)


def account(comparison: Comparison, party: str) -> list[Segment]:
    """The statements of a side's account: those of its own readout, where that is there, else those that an article gives to it."""
    own = {d.id for d in comparison.documents if d.role == "readout" and d.party == party}
    return [s for s in comparison.segments if party in s.parties and (s.document in own or not own)]


def account_words(comparison: Comparison, party: str) -> int:
    """How many words of a side's account are told."""
    return sum(len(comparison.text_of(s).split()) for s in account(comparison, party))


def loose_statements(comparison: Comparison, party: str) -> list[Segment]:
    """The statements of a side's account that are in no topic; what is given to several sides comes with the first of them."""
    sides = [p.id for p in comparison.parties]
    return [s for s in account(comparison, party) if not s.topics and party == min(s.parties, key=sides.index)]


def loose_remarks(comparison: Comparison) -> list[Segment]:
    """What an article says that an account has not, where it could not be told of which statement."""
    tied = {remark for topic in comparison.topics for remark in topic.remarks.values()}
    return [s for s in comparison.segments if s.rule == "omission" and s.id not in tied]


def with_context(comparison: Comparison, remark: Segment) -> Span:
    """A remark with the stretch before it, where that stands in its paragraph: 'It made no mention of grain' says of whom only so."""
    before = [s for s in comparison.segments if s.document == remark.document and s.end <= remark.start][-1:]
    text = next(d.text for d in comparison.documents if d.id == remark.document)
    near = [s.start for s in before if text and "\n" not in text[s.end : remark.start]]
    return Span(document=remark.document, start=min([remark.start, *near]), end=remark.end)


def silent_sides(comparison: Comparison, topic: Topic) -> list[Party]:
    """Sides in whose account nothing on the topic was found, not even a possible passage."""
    if topic.status == "outlet_only":
        return []
    return [p for p in comparison.parties if p.id not in topic.segments and p.id not in topic.possible]


def alone(comparison: Comparison, party: str) -> list[Topic]:
    """The topics that a side alone raises, the weightiest first."""
    return [t for t in comparison.topics if t.status == "one_sided" and party in t.segments]


def told_before(comparison: Comparison, topic: Topic, party: str, segment: str) -> bool:
    """Whether a sentence given to several sides stands in the cell of a side before this one."""
    before = [p.id for p in comparison.parties]
    return any(segment in topic.segments.get(p, ()) for p in before[: before.index(party)])


def is_near(comparison: Comparison, topic: Topic, party: str, candidate: Candidate) -> bool:
    """Whether a side's passage comes so near a topic that it may well be the same point."""
    if any(has_readout(comparison, side) for side in (party, *topic.segments)):
        return candidate.score >= HINTS
    return candidate.score >= MAYBE and _meets(comparison, topic, party, candidate) and not loose_remarks(comparison)


def _meets(comparison: Comparison, topic: Topic, party: str, candidate: Candidate) -> bool:
    """Whether a passage has a word of the topic: in an article place alone makes passages likely, and says nothing of what they are on."""
    found = next(s for s in comparison.segments if s.id == candidate.segment)
    return any(s.document == found.document and found.start <= s.start < found.end for s in topic.matched.get(party, ()))


def differing(comparison: Comparison) -> int:
    """How much is put differently within shared topics."""
    return sum(len(t.differences) for t in comparison.topics)


def put_otherwise(comparison: Comparison, topic: Topic, party: str) -> list[tuple[str, Reading, list[str]]]:
    """What a side puts otherwise within a topic, each form once: its kind, the form, and the ids of those who have it otherwise."""
    found: dict[tuple[str, str], tuple[str, Reading, list[str]]] = {}
    for difference in topic.differences:
        reading = difference.values.get(party)
        if reading is not None:
            _, _, others = found.setdefault((difference.kind, comparison.text_of(reading)), (difference.kind, reading, []))
            others.extend(p for p in difference.values if p != party and p not in others)
    return list(found.values())


def greatest_share(comparison: Comparison) -> float:
    """The greatest share of its words that a side gives to a topic: the length of the longest bar."""
    return max((e.share for t in comparison.topics for e in t.emphasis.values()), default=0.0)
