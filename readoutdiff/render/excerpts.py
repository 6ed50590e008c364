"""A comparison without its texts: an article is somebody's copyright, and the passages that prove a point are enough to check it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from readoutdiff.contract import Comparison, Document, Excerpt, Finding, Quoted, Reading, Span, Topic
from readoutdiff.render.facts import loose_remarks, loose_statements, with_context
from readoutdiff.value import replace


def without_texts(comparison: Comparison) -> Comparison:
    """The same comparison with the evidence alone: each document's `text` is empty, its `excerpts` are what a topic or finding has.

    An excerpt is a whole sentence, where a statement is a part of one. All places stay those of the text as it was read.

    >>> from readoutdiff import compare, read
    >>> oslo = read("Norway thanked Latvia. Norway asked for a ferry at dawn.", role="readout", party="no")
    >>> riga = read("Latvia asked for a ferry at dawn.", role="readout", party="lv")
    >>> bare = without_texts(compare(oslo, riga))
    >>> [(d.text, [e.text for e in d.excerpts]) for d in bare.documents][1]
    ('', ['Latvia asked for a ferry at dawn.'])
    """
    wanted: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for span in _evidence(comparison):
        wanted[span.document].append((span.start, span.end))
    documents = tuple(bare(document, wanted[document.id]) for document in comparison.documents)
    return replace(comparison, documents=documents)


def bare(document: Document, ranges: list[tuple[int, int]]) -> Document:
    """A document without its text but for some ranges."""
    excerpts = tuple(Excerpt(start=start, end=end, text=document.text[start:end]) for start, end in _joined(ranges))
    return replace(document, text="", excerpts=excerpts)


def _joined(ranges: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Ranges that overlap or touch as one, in order."""
    run: tuple[int, int] | None = None
    for start, end in sorted(ranges):
        if run is not None and start <= run[1]:
            run = run[0], max(run[1], end)
            continue
        if run is not None:
            yield run
        run = start, end
    if run is not None:
        yield run


def _evidence(comparison: Comparison) -> Iterator[Span | Reading]:
    """Every stretch that a line of a report rests on."""
    segments = {s.id: s for s in comparison.segments}
    named = [s for topic in comparison.topics for s in _segments(topic)]
    named += [s for finding in comparison.findings for s in _compared(finding)]
    named += [s.id for party in comparison.parties for s in loose_statements(comparison, party.id)]
    for id_ in named:
        found = segments[id_]
        whole = found.sentence or found
        yield Span(document=found.document, start=whole.start, end=whole.end)
    yield from (with_context(comparison, remark) for remark in loose_remarks(comparison))
    readings = [r for topic in comparison.topics for d in topic.differences for r in d.values.values()]
    yield from (*readings, *comparison.asked.values())
    yield from (quoted.passage for quoted in comparison.quotations if quoted.passage is not None)
    checked: list[Finding | Quoted] = [*comparison.findings, *comparison.quotations]
    yield from (Span(document=segments[c.segment].document, start=c.start, end=c.end) for c in checked)


def _segments(topic: Topic) -> Iterator[str]:
    yield from (s for ids in topic.segments.values() for s in ids)
    yield from (c.segment for found in topic.possible.values() for c in found)
    yield from (c.segment for c in topic.nearest.values())
    yield from (*topic.remarks.values(), *topic.outlet)


def _compared(finding: Finding) -> Iterator[str]:
    yield from (found.segment for found in (finding.nearest, finding.elsewhere) if found is not None)
