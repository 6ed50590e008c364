"""An article checked against the readouts, as it is told in the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from readoutdiff.contract import Change, Finding, Party, Quoted, Span, Stretch
from readoutdiff.render import words
from readoutdiff.render.drawing import Drawing

_HEADS = {
    "left_out_by_article": "In its readout, and not given to it by the article:",
    "not_in_readout": "Given to it by the article, and not found in its readout:",
    "quote_altered": "Quoted otherwise than its readout has it:",
    "quote_not_found": "Quoted, and not found in its readout:",
}


_NEAR = 0.2  # a likeness from here on is worth showing


def findings(drawing: Drawing) -> Iterator[RenderableType]:
    """What the article and each readout have apart, with what comes nearest; and how many quotations are word for word."""
    comparison = drawing.comparison
    yield Text("The article against the readouts", style="bold")
    yield Text(f"  {_quotations(drawing)}")
    for party in comparison.parties:
        mine = [f for f in comparison.findings if f.party == party.id]
        if not words.has_readout(comparison, party.id):
            continue
        yield Text("  ").append(party.name, style=drawing.colors[party.id]).append("" if mine else ": nothing apart was found")
        for kind, head in _HEADS.items():
            found = [f for f in mine if f.kind == kind]
            if found:
                yield Padding(Text(head), (0, 0, 0, 4))
            yield from (Padding(_finding(drawing, f, party), (0, 0, 0, 6)) for f in found)
    alone = [drawing.plain(t.label) for t in comparison.topics if t.status == "outlet_only"]
    if alone:
        yield Text(f"  In the article alone, and in nobody's account: {', '.join(alone)}.")
    yield Text("")


def _quotations(drawing: Drawing) -> str:
    results = Counter(q.result for q in drawing.comparison.quotations)
    if not results:
        return "No quotation of a side whose readout is there."
    told = [f"{results['verbatim']} word for word", f"{results['altered']} altered", f"{results['not_found']} not found"]
    return f"{words.counted(results.total(), 'quotation')} looked up: {', '.join(told)}."


def _finding(drawing: Drawing, finding: Finding, party: Party) -> Text:
    quoted = next((q for q in drawing.comparison.quotations if (q.segment, q.start) == (finding.segment, finding.start)), None)
    if finding.kind == "quote_altered" and quoted is not None:
        return _altered(drawing, quoted)
    line = _item(drawing, _words(drawing, finding.segment, finding.start, finding.end), drawing.colors[party.id])
    line.append(_vouched(drawing, finding.segment), style="dim")
    if finding.elsewhere is not None:
        there = drawing.segments[finding.elsewhere.segment]
        owner = words.party_of(drawing.comparison, there.parties[0])
        line.append(
            f" It stands in {words.genitive(owner.name)} readout: {_quote(drawing, drawing.comparison.text_of(there))}", style="yellow"
        )
        return line
    if finding.nearest is None or finding.nearest.score < _NEAR:
        best = f" ({finding.nearest.score:.2f} at best)" if finding.nearest else ""
        return line.append(f" Nothing in the other text comes near it{best}.", style="dim")
    near = drawing.segments[finding.nearest.segment]
    return line.append(f" Nearest: {_quote(drawing, drawing.comparison.text_of(near))} ({finding.nearest.score:.2f})", style="dim")


def _altered(drawing: Drawing, quoted: Quoted) -> Text:
    """The words of the article and of the readout, and what is other between them."""
    passage = quoted.passage
    there = _quote(drawing, drawing.comparison.text_of(passage)) if passage else ""
    line = _item(drawing, _words(drawing, quoted.segment, quoted.start, quoted.end), "")
    line.append(" The readout: ", style="dim").append(there)
    changes = [_change(drawing, quoted, change) for change in quoted.changes]
    return line.append(f" [{'; '.join(changes)}]", style="yellow") if changes else line


def _change(drawing: Drawing, quoted: Quoted, change: Change) -> str:
    """'low for fair', 'without: only', 'added: very'."""
    here = _stretch(drawing, drawing.segments[quoted.segment].document, change.article)
    there = _stretch(drawing, quoted.passage.document if quoted.passage else "", change.readout)
    return f"{here} for {there}" if here and there else f"added: {here}" if here else f"left out: {there}"


def _stretch(drawing: Drawing, document: str, stretch: Stretch | None) -> str:
    if stretch is None:
        return ""
    return drawing.plain(drawing.comparison.text_of(Span(document=document, start=stretch.start, end=stretch.end)))


def _item(drawing: Drawing, told: str, color: str) -> Text:
    return Text(f"{drawing.signs.dash} ").append(_quote(drawing, told), color)


def _quote(drawing: Drawing, told: str) -> str:
    opens, closes = ('"', '"') if drawing.style.ascii_only else ("“", "”")
    return f"{opens}{drawing.plain(told)}{closes}"


def _vouched(drawing: Drawing, segment: str) -> str:
    found = drawing.segments[segment]
    return f"{' [corrected]' if found.corrected else ''}{' [confirmed]' if found.confirmed else ''}"


def _words(drawing: Drawing, segment: str, start: int, end: int) -> str:
    document = drawing.segments[segment].document
    return drawing.plain(drawing.comparison.text_of(Span(document=document, start=start, end=end)))
