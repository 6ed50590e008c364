"""A comparison as a table: one row a claim, which is a statement of a side in a topic, or what the outlet tells in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from readoutdiff.contract import Candidate, Comparison, Segment, Span, Status, Tier, Topic
from readoutdiff.contract import Quote as Quoting
from readoutdiff.escaping import carried
from readoutdiff.value import Value

SCHEMA = "readoutdiff/claim/1"
Cell = str | int | float | bool | None


class Claim(Value, frozen=True, kw_only=True):
    """A statement of a side in a topic: what a row of every table has.

    A joint statement is a row for each of its sides. Of what the outlet tells and gives to no side, `party` is null, and so is all
    that only a side has. Positions are code points of the document's text as it was read. `nearest` is what comes closest to the
    topic in the account of a side that does not raise it, the closest of all such sides.
    """

    topic: str
    label: str
    verdict: Status
    party: str | None
    party_name: str | None
    document: str
    sha256: str
    segment: str
    start: int
    end: int
    statement: str
    sentence: str
    tier: Tier | None
    rule: str | None
    source: str | None
    cue: str | None
    quote: Quoting | None
    share: float | None
    position: int | None
    emphatic: int | None
    quoted: float | None
    weight: float | None
    differs: str | None
    nearest_party: str | None
    nearest: str | None
    nearest_score: float | None
    corrected: bool
    confirmed: bool
    signature: str
    schema: str = SCHEMA


COLUMNS = Claim.__struct_fields__


def claims(comparison: Comparison) -> tuple[Claim, ...]:
    """The claims of all topics, in the order of the topics and, within one, of the sides.

    >>> from readoutdiff import compare, read
    >>> oslo = read("Norway asked for a ferry at dawn.", role="readout", party="no")
    >>> riga = read("Latvia asked for a ferry at dawn.", role="readout", party="lv")
    >>> [(claim.party, claim.verdict, claim.statement) for claim in claims(compare(oslo, riga))][0]
    ('no', 'shared', 'Norway asked for a ferry at dawn.')
    """
    made = _Claims(comparison)
    return tuple(claim for topic in comparison.topics for claim in made.of(topic))


def records(comparison: Comparison) -> list[dict[str, Cell]]:
    """The claims as plain dictionaries, for a data frame."""
    return [msgspec.structs.asdict(claim) for claim in claims(comparison)]


class _Claims:
    """Finds by their ids what a claim is made of."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.segments = {s.id: s for s in comparison.segments}
        self.documents = {d.id: d for d in comparison.documents}
        self.names = {p.id: p.name for p in comparison.parties}

    def of(self, topic: Topic) -> Iterator[Claim]:
        for party, ids in topic.segments.items():
            yield from (self._claim(topic, party, self.segments[id_]) for id_ in ids)
        yield from (self._claim(topic, None, self.segments[id_]) for id_ in topic.outlet)

    def _claim(self, topic: Topic, party: str | None, found: Segment) -> Claim:
        document, emphasis = self.documents[found.document], topic.emphasis.get(party or "")
        whole = found.sentence or found
        beside, near = self._nearest(topic) or (None, None)
        return Claim(
            topic=topic.id,
            label=carried(topic.label),
            verdict=topic.status,
            party=party,
            party_name=carried(self.names[party]) if party else None,
            document=carried(document.name),
            sha256=document.sha256,
            segment=found.id,
            start=found.start,
            end=found.end,
            statement=self._words(found),
            sentence=self._words(Span(document=document.id, start=whole.start, end=whole.end)),
            tier=found.tier,
            rule=found.rule,
            source=self._words(found.source) if found.source else None,
            cue=self._words(found.cue) if found.cue else None,
            quote=found.quote,
            share=emphasis.share if emphasis else None,
            position=emphasis.position if emphasis else None,
            emphatic=self._inside(found, emphasis.emphatic) if emphasis else None,
            quoted=emphasis.quoted if emphasis else None,
            weight=emphasis.weight if emphasis else None,
            differs=", ".join(dict.fromkeys(d.kind for d in topic.differences if party in d.values)) or None,
            nearest_party=beside,
            nearest=self._words(self.segments[near.segment]) if near else None,
            nearest_score=near.score if near else None,
            corrected=found.corrected or topic.corrected,
            confirmed=found.confirmed or topic.confirmed,
            signature=self.comparison.signature,
        )

    def _words(self, span: Segment | Span) -> str:
        return carried(self.comparison.text_of(span))

    def _inside(self, found: Segment, spans: Sequence[Span]) -> int:
        """How many of a side's emphatic words in the topic stand in this statement."""
        return sum(s.document == found.document and found.start <= s.start and s.end <= found.end for s in spans)

    def _nearest(self, topic: Topic) -> tuple[str, Candidate] | None:
        """What comes closest in the account of a side that does not raise the topic, and which side."""
        candidates = [(party, c) for party, found in topic.possible.items() for c in found] + [*topic.nearest.items()]
        return max(candidates, key=lambda pair: pair[1].score, default=None)
