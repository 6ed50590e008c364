"""An article checked against the readouts of the sides it tells of."""

from __future__ import annotations

from collections.abc import Sequence

from readoutdiff.alignment.claims import find_units, names_to_ignore
from readoutdiff.alignment.lex import Scorer
from readoutdiff.alignment.terms import TermFinder
from readoutdiff.attribution.labelled import Labelled
from readoutdiff.contract import Finding, Quoted
from readoutdiff.differences.finding import Differences
from readoutdiff.findings.elsewhere import Elsewhere
from readoutdiff.findings.quoted import check_quotations, finding_of
from readoutdiff.findings.readout import Readout
from readoutdiff.findings.telling import SURE, Telling
from readoutdiff.findings.unheard import Hearing
from readoutdiff.lexicon.knowledge import Knowledge


def check_article(
    article: Labelled, readouts: Sequence[Labelled], sides: Sequence[str], knowledge: Knowledge
) -> tuple[list[Finding], list[Quoted]]:
    """What the article and the readouts have apart, in text order of each kind, and every quotation looked up.

    `sides` are all whose accounts are compared; findings are of those whose readout is there.
    """
    own = list(dict.fromkeys(r.document.party for r in readouts if r.document.party))
    sources = [article, *readouts]
    finder = TermFinder(knowledge, names_to_ignore(sources, sides, knowledge))
    units = find_units(sources, finder)
    scorer = Scorer([u.terms for u in units])
    searchable = _searchable(readouts, own, knowledge)
    checked = check_quotations(article, searchable)
    quotes = _altered_or_lost(checked, article, readouts)
    telling = Telling(units, scorer, knowledge, [q.passage for q, _ in checked if q.passage is not None and q.result != "not_found"])
    hearing = Hearing(article, readouts, units, scorer, sides, knowledge, Differences(sources, sides, finder), finder)
    found = [finding for side in own for finding in telling.left_out(side, article.document.id)]
    found += [finding for side in own for finding in hearing.unheard(side, {quote.segment for quote in quotes})]
    quotes = [hearing.placed(quote) if quote.kind == "quote_not_found" else quote for quote in quotes]
    elsewhere = Elsewhere(article, readouts, units, scorer, searchable)
    return [elsewhere.told(finding) for finding in (*found, *quotes)], [quoted for quoted, _ in checked]


def _searchable(readouts: Sequence[Labelled], own: Sequence[str], knowledge: Knowledge) -> dict[str, list[Readout]]:
    """The readouts of each side, for quotations to be looked up in."""
    weighty = knowledge.grammar.words.negations | knowledge.grammar.words.conditions
    return {p: [Readout(r.document.id, r.story, weighty) for r in readouts if r.document.party == p] for p in own}


def _altered_or_lost(checked: Sequence[tuple[Quoted, float]], article: Labelled, readouts: Sequence[Labelled]) -> list[Finding]:
    """The findings on quotations that were looked up, each with how near it comes."""
    segments = [s for r in readouts for s in r.segments]
    sure = {s.id for s in article.segments if s.tier in SURE}
    found = (finding_of(quoted, score, segments, quoted.segment in sure) for quoted, score in checked)
    return [finding for finding in found if finding is not None]
