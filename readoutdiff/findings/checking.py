"""An article checked against the readouts of the sides it tells of."""

from __future__ import annotations

from collections.abc import Sequence

from readoutdiff.claims import find_units, names_to_ignore
from readoutdiff.contract import Finding, Quoted
from readoutdiff.differences.finding import Differences
from readoutdiff.findings.elsewhere import Elsewhere
from readoutdiff.findings.quoted import check_quotations, finding_of
from readoutdiff.findings.quotes import Readout
from readoutdiff.findings.telling import SURE, Telling
from readoutdiff.findings.unheard import Hearing, account_of
from readoutdiff.knowledge import Knowledge
from readoutdiff.labelled import Labelled
from readoutdiff.lex import Scorer
from readoutdiff.terms import TermFinder


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
    weighty = knowledge.grammar.words.negations | knowledge.grammar.words.conditions
    books = {p: [Readout(r.document.id, r.story, weighty) for r in readouts if r.document.party == p] for p in own}
    checked = check_quotations(article, books)
    written = [s for r in readouts for s in r.segments]
    sure = {s.id for s in article.segments if s.tier in SURE}
    quotes = [f for quoted, score in checked if (f := finding_of(quoted, score, written, quoted.segment in sure)) is not None]
    altered = {finding.segment for finding in quotes}
    telling = Telling(units, scorer, knowledge, [q.passage for q, _ in checked if q.passage is not None and q.result != "not_found"])
    bench = Differences(sources, sides, finder)
    hearing = Hearing(article, sides, knowledge, bench)
    found = [finding for side in own for finding in telling.left_out(side, article.document.id)]
    told = [u for u in units if u.segment.document == article.document.id]
    for side in own:
        account = account_of(side, readouts, units, scorer, knowledge, bench)
        given = (u for u in told if side in u.segment.parties)
        found += [f for u in given if (f := hearing.unheard(u, account, u.segment.id in altered)) is not None]
    elsewhere = Elsewhere(article, readouts, units, scorer, books)
    return [elsewhere.told(finding) for finding in (*found, *quotes)], [quoted for quoted, _ in checked]
