"""From what became of a case to the rows of all tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from readoutdiff.alignment.terms import topics_in
from readoutdiff.contract import Comparison, Document, Finding, Quoted, Segment, Span, Stretch, Topic
from readoutdiff.corpus.comparing import Compared
from readoutdiff.corpus.tables import CaseRow, ClaimRow, FailureRow, FindingRow, SegmentRow, Stance, TextRow, TopicRow
from readoutdiff.escaping import carried
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.records import claims
from readoutdiff.text.tokens import count_words
from readoutdiff.value import Value


def rows_of(done: Compared, knowledge: Knowledge) -> dict[str, tuple[Value, ...]]:
    """The rows of a case by table; a table of which it has none is not there."""
    if done.comparison is None:
        return {"failures": (_failure(done),)}
    case, comparison = carried(done.case.id), done.comparison
    made = _Rows(case, comparison, knowledge)
    found: dict[str, tuple[Value, ...]] = {
        "cases": (_case(done, comparison),),
        "segments": tuple(made.segments()),
        "topics": tuple(made.topics()),
        "claims": tuple(
            ClaimRow(**msgspec.structs.asdict(claim), case_id=case, n=n) for n, claim in enumerate(claims(comparison), 1)
        ),
        "findings": tuple(made.findings()),
    }  # fmt: skip
    return {table: rows for table, rows in found.items() if rows}


def _failure(done: Compared) -> FailureRow:
    case = done.case
    return FailureRow(
        case_id=carried(case.id), n=1, date=_day(case.date), outlet=_carried(case.outlet), problem=carried(done.problem or "")
    )


def _case(done: Compared, comparison: Comparison) -> CaseRow:
    statuses = [topic.status for topic in comparison.topics]
    dated = sorted(comparison.documents, key=lambda d: d.role)  # an article before readouts
    return CaseRow(
        case_id=carried(done.case.id),
        n=1,
        date=_day(done.case.date or next((d.date for d in dated if d.date), None)),
        outlet=_carried(done.case.outlet),
        mode=comparison.mode,
        outcome=comparison.outcome,
        parties=tuple(party.id for party in comparison.parties),
        texts=tuple(map(_text, comparison.documents)),
        words=sum(d.words for d in comparison.documents),
        segments=len(comparison.segments),
        shared=statuses.count("shared"),
        possible=statuses.count("possible"),
        one_sided=statuses.count("one_sided"),
        outlet_only=statuses.count("outlet_only"),
        findings=len(comparison.findings),
        signature=comparison.signature,
        comparison=msgspec.json.encode(comparison).decode("utf-8"),
    )


def _text(document: Document) -> TextRow:
    return TextRow(
        id=document.id,
        role=document.role,
        party=document.party,
        name=document.name,
        sha256=document.sha256,
        encoding=document.encoding,
        words=document.words,
        date=document.date,
        title=document.title,
        url=document.url,
    )


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def _carried(text: str | None) -> str | None:
    return None if text is None else carried(text)


class _Rows:
    """Makes the rows of one comparison; finds by their ids what they are made of."""

    def __init__(self, case: str, comparison: Comparison, knowledge: Knowledge) -> None:
        self.case, self.comparison, self.knowledge = case, comparison, knowledge
        self.found = {segment.id: segment for segment in comparison.segments}
        self.own = {document.party for document in comparison.documents if document.role == "readout"}

    def segments(self) -> Iterator[SegmentRow]:
        for n, s in enumerate(self.comparison.segments, 1):
            yield SegmentRow(
                case_id=self.case,
                n=n,
                segment=s.id,
                document=s.document,
                start=s.start,
                end=s.end,
                text=self._words(s),
                role=s.role,
                parties=s.parties,
                actor=s.actor,
                quote=s.quote,
                tier=s.tier,
                rule=s.rule,
                known_by=s.known_by,
                source=self._words(s.source) if s.source else None,
                cue=self._words(s.cue) if s.cue else None,
                topics=s.topics,
            )

    def topics(self) -> Iterator[TopicRow]:
        n = 0
        for rank, topic in enumerate(self.comparison.topics, 1):
            of_all = self._subjects([*(s for ids in topic.segments.values() for s in ids), *topic.outlet])
            for party in [p.id for p in self.comparison.parties] if topic.status != "outlet_only" else [None]:
                n += 1
                yield self._topic(n, rank, topic, of_all, party)

    def _topic(self, n: int, rank: int, topic: Topic, of_all: tuple[str, ...], party: str | None) -> TopicRow:
        emphasis = topic.emphasis.get(party or "")
        near = max(topic.possible.get(party or "", ()), key=lambda c: c.score, default=topic.nearest.get(party or ""))
        return TopicRow(
            case_id=self.case,
            n=n,
            topic=topic.id,
            rank=rank,
            label=carried(topic.label),
            subjects=self._subjects(topic.segments[party]) if party in topic.segments else of_all,
            topic_subjects=of_all,
            verdict=topic.status,
            party=party,
            stance=_stance(topic, party) if party else None,
            read_in="readout" if party in self.own else "article",
            words=emphasis.words if emphasis else None,
            share=emphasis.share if emphasis else None,
            units=emphasis.units if emphasis else None,
            position=emphasis.position if emphasis else None,
            emphatic=len(emphasis.emphatic) if emphasis else None,
            intensifiers=len(emphasis.intensifiers) if emphasis else None,
            quoted=emphasis.quoted if emphasis else None,
            weight=emphasis.weight if emphasis else None,
            nearest=self._words(self.found[near.segment]) if near else None,
            nearest_score=near.score if near else None,
            differs=tuple(dict.fromkeys(d.kind for d in topic.differences if party in d.values)),
        )

    def _subjects(self, segments: Iterable[str]) -> tuple[str, ...]:
        """What the lexicon calls the topics that some statements raise."""
        raised = {id_ for segment in segments for id_ in topics_in(self._words(self.found[segment]), self.knowledge)}
        return tuple(sorted(self.knowledge.labels[id_] for id_ in raised))

    def findings(self) -> Iterator[FindingRow]:
        told = [finding for finding in self.comparison.findings if not finding.kind.startswith("quote_")]
        yield from (self._finding(n, finding) for n, finding in enumerate(told, 1))
        yield from (self._quoted(n, quoted) for n, quoted in enumerate(self.comparison.quotations, len(told) + 1))

    def _finding(self, n: int, finding: Finding) -> FindingRow:
        near = finding.nearest
        return FindingRow(
            case_id=self.case,
            n=n,
            kind=finding.kind,
            party=finding.party,
            document=self.found[finding.segment].document,
            start=finding.start,
            end=finding.end,
            text=self._words(self._span(finding)),
            nearest=self._words(self.found[near.segment]) if near else None,
            nearest_score=near.score if near else None,
            changed=None,
        )

    def _quoted(self, n: int, quoted: Quoted) -> FindingRow:
        span = self._span(quoted)
        return FindingRow(
            case_id=self.case,
            n=n,
            kind=f"quote_{quoted.result}",  # type: ignore[arg-type]
            party=quoted.party,
            document=span.document,
            start=span.start,
            end=span.end,
            text=self._words(span),
            nearest=self._words(quoted.passage) if quoted.passage else None,
            nearest_score=None,
            changed=self._changed(quoted),
        )

    def _changed(self, quoted: Quoted) -> float | None:
        """The words that are other, in whichever text has more of them there, over those of the quotation."""
        if quoted.passage is None:
            return None
        article, readout = self._span(quoted).document, quoted.passage.document
        other = sum(max(self._count(article, c.article), self._count(readout, c.readout)) for c in quoted.changes)
        return round(min(1.0, other / max(1, count_words(self._words(self._span(quoted))))), 4)

    def _count(self, document: str, stretch: Stretch | None) -> int:
        return count_words(self._words(Span(document=document, start=stretch.start, end=stretch.end))) if stretch else 0

    def _span(self, told: Finding | Quoted) -> Span:
        return Span(document=self.found[told.segment].document, start=told.start, end=told.end)

    def _words(self, span: Segment | Span) -> str:
        return carried(self.comparison.text_of(span))


def _stance(topic: Topic, party: str) -> Stance:
    return "raises" if party in topic.segments else "possible" if party in topic.possible else "silent"
