"""`check-the-story`: the article against the readouts: left out, not in the readout, a quotation altered."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.contract import Finding, Quoted, Span
from readoutdiff.exercise.choosing import Made
from readoutdiff.exercise.passages import Source
from readoutdiff.exercise.values import Answer, Item, Option
from readoutdiff.render.checks import changes, nearest, quotation_of
from readoutdiff.render.words import genitive

_OPTIONS = (
    Option("left_out_by_article", "in the readout, and left out by the article"),
    Option("not_in_readout", "in the article, and not in the readout"),
    Option("quote_altered", "quoted, and altered"),
    Option("quote_not_found", "quoted, and not in the readout"),
    Option("verbatim", "nothing: word for word"),
)


def items(source: Source) -> Iterator[Made]:
    """An item for each sure finding, and for quotations that are word for word."""
    for finding in source.comparison.findings:
        if source.is_sure(source.segments[finding.segment]):
            yield _found(source, finding)
    for quoted in source.comparison.quotations:
        if quoted.result == "verbatim" and source.is_sure(source.segments[quoted.segment]):
            yield _verbatim(source, quoted)


def _item(source: Source, party: str, span: Span) -> Item:
    prompt = f"Compare this with {genitive(source.names[party])} side: readout and article. What is wrong with it, if anything?"
    return Item(id="", kind="check-the-story", shape="choice", prompt=prompt, passages=(source.span(span),), options=_OPTIONS)


def _found(source: Source, finding: Finding) -> Made:
    segment = source.segments[finding.segment]
    span = Span(document=segment.document, start=finding.start, end=finding.end)
    quoted = quotation_of(source.comparison, finding)
    told, near = nearest(source.comparison, finding)
    why = "; ".join(changes(source.comparison, quoted)) if finding.kind == "quote_altered" and quoted else told.rstrip(":")
    beside = quoted.passage if quoted and quoted.passage else source.segments[near.segment] if near else None
    evidence = (source.words(beside),) if beside else ()
    key = Answer(id="", answer=finding.kind, evidence=evidence, why=why, confirmed=segment.confirmed)
    return Made(_item(source, finding.party, span), key, finding.kind, 0, finding.start)


def _verbatim(source: Source, quoted: Quoted) -> Made:
    segment = source.segments[quoted.segment]
    span = Span(document=segment.document, start=quoted.start, end=quoted.end)
    evidence = (source.words(quoted.passage),) if quoted.passage else ()
    key = Answer(id="", answer="verbatim", evidence=evidence, why="The readout has these words.", confirmed=segment.confirmed)
    return Made(_item(source, quoted.party, span), key, "verbatim", 0, quoted.start)
