"""What reports say of an article checked against the readouts."""

from __future__ import annotations

from collections import Counter

from readoutdiff.contract import Candidate, Comparison, Finding, Quoted, Span, Stretch
from readoutdiff.render.facts import party_of
from readoutdiff.render.words import counted, genitive, spoken

HEADS = {
    "left_out_by_article": "In its readout, and not given to it by the article",
    "not_in_readout": "Given to it by the article, and not found in its readout",
    "quote_altered": "Quoted otherwise than its readout has it",
    "quote_not_found": "Quoted, and not found in its readout",
}
_NEAR = 0.2  # a likeness from here on is worth showing
_SHORT = {
    "left_out_by_article": "left out",
    "not_in_readout": "not in the readout",
    "quote_altered": "quoted otherwise",
    "quote_not_found": "quoted and not found",
}


def quotation_of(comparison: Comparison, finding: Finding) -> Quoted | None:
    """The quotation that a finding is about, if it is about one."""
    return next((q for q in comparison.quotations if (q.segment, q.start) == (finding.segment, finding.start)), None)


def numbered(comparison: Comparison) -> list[tuple[int, Finding]]:
    """The findings with their numbers, in the order in which they are shown: by side, then by kind."""
    sides, kinds = [p.id for p in comparison.parties], list(HEADS)
    ordered = sorted(comparison.findings, key=lambda f: (sides.index(f.party), kinds.index(f.kind)))
    return list(enumerate(ordered, 1))


def topics_of(comparison: Comparison, finding: Finding) -> tuple[str, ...]:
    """The topics that a finding belongs to: those of its segment, else of the passage that a quotation comes from."""
    own = next(s.topics for s in comparison.segments if s.id == finding.segment)
    quoted = quotation_of(comparison, finding)
    if own or quoted is None or quoted.passage is None:
        return own
    passage = quoted.passage
    within = (s for s in comparison.segments if s.document == passage.document and s.start <= passage.start < s.end)
    return next((s.topics for s in within), ())


def changes(comparison: Comparison, quoted: Quoted) -> list[str]:
    """How a quotation is altered: '“low” for “fair”', 'left out: “only”', 'added: “very”'."""
    article = next(s.document for s in comparison.segments if s.id == quoted.segment)
    readout = quoted.passage.document if quoted.passage else ""
    return [_change(_words(comparison, article, c.article), _words(comparison, readout, c.readout)) for c in quoted.changes]


def _change(here: str, there: str) -> str:
    return f"“{here}” for “{there}”" if here and there else f"added: “{here}”" if here else f"left out: “{there}”"


def _words(comparison: Comparison, document: str, stretch: Stretch | None) -> str:
    return " ".join(comparison.text_of(Span(document=document, start=stretch.start, end=stretch.end)).split()) if stretch else ""


def nearest(comparison: Comparison, finding: Finding) -> tuple[str, Candidate | None]:
    """What stands beside a finding: in words, and the passage of the other text, where one comes near."""
    elsewhere = finding.elsewhere
    if elsewhere is not None:
        owner = next(s.parties[0] for s in comparison.segments if s.id == elsewhere.segment)
        return f"It stands in {genitive(spoken(party_of(comparison, owner)))} readout:", elsewhere
    if finding.nearest is None or finding.nearest.score < _NEAR:
        best = f" ({finding.nearest.score:.2f} at best)" if finding.nearest else ""
        return f"Nothing in the other text comes near it{best}.", None
    return f"Nearest ({finding.nearest.score:.2f}):", finding.nearest


def looked_up(comparison: Comparison) -> str:
    """How many quotations are word for word."""
    results = Counter(q.result for q in comparison.quotations)
    if not results:
        return "No quotation of a side whose readout is there."
    told = [f"{results['verbatim']} word for word", f"{results['altered']} altered", f"{results['not_found']} not found"]
    return f"{counted(results.total(), 'quotation')} looked up: {', '.join(told)}."


def apart(comparison: Comparison) -> str:
    """'between the article and the readouts: 2 left out, 1 quoted otherwise'."""
    kinds: Counter[str] = Counter(f.kind for f in comparison.findings)
    told = ", ".join(f"{kinds[kind]} {what}" for kind, what in _SHORT.items() if kinds[kind])
    return f"between the article and the readouts{f': {told}' if told else ''}"
