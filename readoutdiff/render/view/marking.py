"""Stretches of a text, cut where marks begin and end, so that a page can lay one element around each piece."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from readoutdiff.contract import Comparison, Segment, Span, Topic
from readoutdiff.value import Value


class Run(Value, frozen=True):
    """A piece of a text and the names of the marks that lie on it."""

    text: str
    marks: tuple[str, ...] = ()


class Mark(Value, frozen=True):
    """A named range of a document."""

    name: str
    start: int
    end: int


def runs(comparison: Comparison, document: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Run, ...]:
    """The pieces of document[start:end], in order; pieces under the same marks are one."""
    inside = [m for m in marks if m.start < end and start < m.end]
    cuts = sorted({start, end, *(cut for m in inside for cut in (m.start, m.end) if start < cut < end)})
    return tuple(
        Run(
            comparison.text_of(Span(document=document, start=here, end=there)),
            tuple(dict.fromkeys(m.name for m in inside if m.start <= here and there <= m.end)),
        )
        for here, there in pairwise(cuts)
    )


_HEARD = {"same": "shared", "differs": "put otherwise", "strong": "emphatic"}


def heard(pieces: Sequence[Run]) -> str:
    """What is marked in a passage, told once behind it: 'shared: engine failure; put otherwise: in June'."""
    told = {name: [" ".join(p.text.split()) for p in pieces if name in p.marks and p.text.strip()] for name in _HEARD}
    return "; ".join(f"{_HEARD[name]}: {', '.join(found)}" for name, found in told.items() if found)


def marks_of(topic: Topic, document: str) -> list[Mark]:
    """What is marked in the passages of a topic: words that another side has too, has otherwise, and those that count as emphatic."""
    same = [Mark("same", s.start, s.end) for spans in topic.matched.values() for s in spans if s.document == document]
    readings = (r for d in topic.differences for r in d.values.values() if r.document == document)
    strong = (s for e in topic.emphasis.values() for s in e.emphatic if s.document == document)
    return [*same, *(Mark("differs", r.start, r.end) for r in readings), *(Mark("strong", s.start, s.end) for s in strong)]


def sentence_runs(comparison: Comparison, segment: Segment, marks: Sequence[Mark] = ()) -> tuple[Run, ...]:
    """The sentence in which a statement stands; what is not the statement is marked as `around` it."""
    whole = segment.sentence or segment
    around = [Mark("around", whole.start, segment.start), Mark("around", segment.end, whole.end)]
    inside = [m for m in marks if segment.start <= m.start and m.end <= segment.end]
    return runs(comparison, segment.document, whole.start, whole.end, [*(m for m in around if m.start < m.end), *inside])
