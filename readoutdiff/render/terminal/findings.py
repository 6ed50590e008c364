"""An article checked against the readouts: what belongs to a topic stands under its row, the rest in a section of its own."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.contract import Finding, Party, Quoted, Span, Topic
from readoutdiff.render import facts, words
from readoutdiff.render.checks import HEADS, changes, looked_up, nearest, quotation_of
from readoutdiff.render.styled import Line, indented, inset, wrap
from readoutdiff.render.terminal.page import Page

_UNDER = {
    "left_out_by_article": "left out by the article",
    "not_in_readout": "given to it by the article, and not found in its readout",
    "quote_altered": "quoted otherwise by the article",
    "quote_not_found": "quoted by the article, and not found in its readout",
}


def under_topic(page: Page, topic: Topic, party: Party) -> Iterator[Line]:
    """What of a side's cell the article has otherwise, or leaves out."""
    for finding in page.tied.get(topic.id, ()):
        if finding.party == party.id:
            yield [("! ", "bold"), (_UNDER[finding.kind], "bold"), *_under(page, finding)]


def _under(page: Page, finding: Finding) -> Line:
    """What the readout has is read in the cell itself, unless it is but a part of what stands there."""
    found, quoted = page.segments[finding.segment], quotation_of(page.comparison, finding)
    if finding.kind == "quote_altered" and quoted is not None:
        return [(": ", ""), *_altered(page, quoted, beside_readout=True)]
    if finding.kind == "left_out_by_article" and (finding.start, finding.end) == (found.start, found.end):
        return [(".", ""), *_nearest(page, finding)]
    return [(": ", ""), *_finding(page, finding)]


def findings(page: Page) -> Iterator[Line]:
    """Which quotations are word for word, and what is tied to no topic shown, side by side."""
    yield [("The article against the readouts", "bold")]
    yield from inset([(looked_up(page.comparison), "")], page.width, 2)
    for party in page.comparison.parties:
        if facts.has_readout(page.comparison, party.id):
            yield from indented(_of_side(page, party), 2)
    alone = [page.plain(t.label) for t in page.comparison.topics if t.status == "outlet_only"]
    if alone:
        told = f"In the article alone, and in nobody's account: {', '.join(alone)}."
        yield from inset([(told, "")], page.width, 2)
    yield []


def _of_side(page: Page, party: Party) -> Iterator[Line]:
    width = page.width and page.width - 2
    tied = {id(f) for found in page.tied.values() for f in found if f.party == party.id}
    mine = [f for f in page.comparison.findings if f.party == party.id]
    rest = [f for f in mine if id(f) not in tied]
    told = f": {len(tied)} under {'its topic' if len(tied) == 1 else 'their topics'} above" if tied else ""
    told = told or ("" if mine else ": nothing apart was found")
    yield from wrap([(page.name(party.id), f"bold {page.colors[party.id]}"), (told, "")], width)
    for kind, head in HEADS.items():
        found = [f for f in rest if f.kind == kind]
        if found:
            yield from inset([(f"{head}:", "")], width, 2)
        for finding in found:
            line = [(f"{page.symbols.dash} ", ""), *_finding(page, finding)]
            yield from inset(line, width, 4, hang=2)


def _finding(page: Page, finding: Finding) -> Line:
    """The words that it is about, and what comes nearest to them."""
    quoted = quotation_of(page.comparison, finding)
    if finding.kind == "quote_altered" and quoted is not None:
        return _altered(page, quoted)
    found = page.segments[finding.segment]
    told = page.quote(_text(page, found.document, finding.start, finding.end))
    return [(told, ""), page.marked(words.vouched(found.corrected, found.confirmed)), *_nearest(page, finding)]


def _nearest(page: Page, finding: Finding) -> Line:
    told, near = nearest(page.comparison, finding)
    words_there = f" {page.quote(page.comparison.text_of(page.segments[near.segment]))}" if near else ""
    return [(f" {page.plain(told)}{words_there}", "dim" if finding.elsewhere is None else "")]


def _altered(page: Page, quoted: Quoted, *, beside_readout: bool = False) -> Line:
    """The words of the article, those of the readout where they do not stand beside it, and what is other between them."""
    here = page.quote(_text(page, page.segments[quoted.segment].document, quoted.start, quoted.end))
    there = page.quote(page.comparison.text_of(quoted.passage)) if quoted.passage and not beside_readout else ""
    told = page.plain("; ".join(changes(page.comparison, quoted)))
    readout: Line = [(" The readout: ", "dim"), (there, "")] if there else []
    return [(here, ""), *readout, (f" [{told}]" if told else "", "bold")]


def _text(page: Page, document: str, start: int, end: int) -> str:
    return page.comparison.text_of(Span(document=document, start=start, end=end))
