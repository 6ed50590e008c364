"""What reports say of an article checked against the readouts."""

from __future__ import annotations

from collections import Counter

from readoutdiff.contract import Comparison, Finding, Quoted
from readoutdiff.render.words import counted

HEADS = {
    "left_out_by_article": "In its readout, and not given to it by the article",
    "not_in_readout": "Given to it by the article, and not found in its readout",
    "quote_altered": "Quoted otherwise than its readout has it",
    "quote_not_found": "Quoted, and not found in its readout",
}
NEAR = 0.2  # a likeness from here on is worth showing
_SHORT = {
    "left_out_by_article": "left out",
    "not_in_readout": "not in the readout",
    "quote_altered": "quoted otherwise",
    "quote_not_found": "quoted and not found",
}


def quotation_of(comparison: Comparison, finding: Finding) -> Quoted | None:
    """The quotation that a finding is about, if it is about one."""
    return next((q for q in comparison.quotations if (q.segment, q.start) == (finding.segment, finding.start)), None)


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
