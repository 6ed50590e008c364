"""`check-the-story`: the article against the readouts: left out, not in the readout, a quotation altered."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.contract import Finding, Quoted, Segment, Span
from readoutdiff.exercise.choosing import Made
from readoutdiff.exercise.passages import Material
from readoutdiff.exercise.values import Answer, Item, Option
from readoutdiff.render.checks import changes, quotation_of
from readoutdiff.render.words import genitive

_OPTIONS = (
    Option("left_out_by_article", "in the readout, and left out by the article"),
    Option("not_in_readout", "in the article, and not in the readout"),
    Option("quote_altered", "quoted, and altered"),
    Option("quote_not_found", "quoted, and not in the readout"),
    Option("verbatim", "in both, word for word"),
)


_NEAR = 0.5  # a likeness from here on is worth showing to a student


def items(material: Material) -> Iterator[Made]:
    """An item for each sure finding, and for quotations that are word for word."""
    for finding in material.comparison.findings:
        if material.is_sure(material.segments[finding.segment]):
            yield _found(material, finding)
    sure = [q for q in material.comparison.quotations if q.result == "verbatim" and material.is_sure(material.segments[q.segment])]
    for number, quoted in enumerate(sure):
        made = _verbatim(material, quoted, of_readout=bool(number % 2))
        if made is not None:
            yield made


def _item(material: Material, party: str, segment: Segment, start: int, end: int) -> Item:
    """Words of the article are asked about of the side's readout, words of the readout of the article."""
    whole = segment.sentence or segment
    span = Span(document=segment.document, start=start, end=end)
    passage = material.within(span, min(whole.start, start), max(whole.end, end))
    other = f"{genitive(material.names[party])} readout" if material.is_of_article(segment) else "the article"
    prompt = f"How does {other} have this?"
    return Item(id="", kind="check-the-story", shape="choice", prompt=prompt, passages=(passage,), options=_OPTIONS)


def _found(material: Material, finding: Finding) -> Made:
    segment = material.segments[finding.segment]
    quoted = quotation_of(material.comparison, finding)
    near = finding.nearest if finding.nearest and finding.nearest.score >= _NEAR else None
    beside = quoted.passage if quoted and quoted.passage else material.segments[near.segment] if near else None
    altered = "; ".join(changes(material.comparison, quoted)) if finding.kind == "quote_altered" and quoted else ""
    why = altered or ("The other text has:" if beside else "Nothing in the other text comes near it.")
    evidence = (material.words(beside),) if beside else ()
    key = Answer(id="", answer=finding.kind, evidence=evidence, why=why, confirmed=segment.confirmed)
    return Made(_item(material, finding.party, segment, finding.start, finding.end), key, finding.kind, 0, finding.start)


def _verbatim(material: Material, quoted: Quoted, of_readout: bool) -> Made | None:
    """A quotation that is word for word, as it stands in the article or in the readout: neither gives the answer away."""
    here = material.segments[quoted.segment]
    if not of_readout or quoted.passage is None:
        span, other = Span(document=here.document, start=quoted.start, end=quoted.end), quoted.passage
    else:
        span, other = quoted.passage, Span(document=here.document, start=quoted.start, end=quoted.end)
    segment = next((s for s in material.comparison.segments if s.document == span.document and s.start <= span.start < s.end), None)
    if segment is None:
        return None
    evidence = (material.words(other),) if other else ()
    key = Answer(id="", answer="verbatim", evidence=evidence, why="Both have these words.", confirmed=here.confirmed)
    return Made(_item(material, quoted.party, segment, span.start, span.end), key, "verbatim", 0, span.start)
