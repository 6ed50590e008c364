"""What an article quotes of a side whose readout is there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from readoutdiff.attribution.labelled import Labelled
from readoutdiff.contract import Candidate, Finding, Quoted, Segment, Span
from readoutdiff.findings.readout import Checked, Readout
from readoutdiff.text.quotations import Quotation, find_quotations

_KINDS = {"altered": "quote_altered", "not_found": "quote_not_found"}
_ALL_BUT = 0.75  # a likeness from here on: all but found
_BETTER = ("verbatim", "altered", "not_found")  # the best first


def check_quotations(article: Labelled, searchable: Mapping[str, Sequence[Readout]]) -> list[tuple[Quoted, float]]:
    """Each quotation of the article looked up in the readouts of the side it gives it to, and how near it comes (0-1).

    `searchable` are the readouts by side. What is quoted of several sides at once stands in one of their readouts. Words that
    stand in another side's readout and not in this one's are nobody's fault, unless the article names the side as their source.
    """
    out = []
    for quotation, segment in _given(article):
        sides = [side for side in segment.parties if side in searchable]
        start, end = _between_marks(article.story.text, quotation)
        tried = [(side, r.check(article.story.text, start, end)) for side in sides for r in searchable[side]]
        found = [(side, checked) for side, checked in tried if checked is not None]
        if not found:
            continue
        side, checked = min(found, key=lambda f: (_BETTER.index(f[1].result), -f[1].score))
        if checked.result == "verbatim" or segment.tier == "explicit" or not _is_elsewhere(article, start, end, sides, searchable):
            out.append((_quoted(side, segment, start, end, checked), checked.score))
    return out


def _is_elsewhere(article: Labelled, start: int, end: int, sides: Sequence[str], searchable: Mapping[str, Sequence[Readout]]) -> bool:
    """Whether the words stand in another side's readout."""
    return any(r.has(article.story.text, start, end) for other, theirs in searchable.items() if other not in sides for r in theirs)


def finding_of(quoted: Quoted, score: float, segments: Sequence[Segment], sure: bool) -> Finding | None:
    """What is to be said of a quotation; nothing where it is verbatim, or may be another side's: not `sure`, and not all but found.

    `segments` are the readouts', which the nearest is one of.
    """
    if quoted.result == "verbatim" or (not sure and score < _ALL_BUT):
        return None
    return Finding(
        kind=_KINDS[quoted.result],  # type: ignore[arg-type]
        party=quoted.party,
        segment=quoted.segment,
        start=quoted.start,
        end=quoted.end,
        nearest=_nearest(quoted.passage, score, segments),
    )


def _given(article: Labelled) -> Iterator[tuple[Quotation, Segment]]:
    """The quotations of the story that are given to a side, each with the segment it opens in."""
    starts = [segment.start for segment in article.segments]
    for block in article.story.blocks:
        if block.label != "body":
            continue
        for quotation in find_quotations(article.story.text, block.start, block.end):
            segment = article.segments[max(0, bisect_right(starts, quotation.start) - 1)]
            if segment.role == "statement" and segment.end > quotation.start:
                yield quotation, segment


def _between_marks(text: str, quotation: Quotation) -> tuple[int, int]:
    """The range of the words quoted, without marks, blanks and the comma or full stop before the closing mark."""
    start, end = quotation.start + 1, quotation.end - quotation.closed
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;"):
        end -= 1
    return start, end


def _quoted(side: str, segment: Segment, start: int, end: int, checked: Checked) -> Quoted:
    passage = Span(document=checked.document, start=checked.start, end=checked.end) if checked.end else None
    return Quoted(
        party=side, segment=segment.id, start=start, end=end, result=checked.result, passage=passage, changes=checked.changes
    )  # fmt: skip


def _nearest(passage: Span | None, score: float, segments: Sequence[Segment]) -> Candidate | None:
    if passage is None:
        return None
    inside = [s for s in segments if s.document == passage.document and s.start <= passage.start < s.end]
    return Candidate(segment=inside[0].id, score=round(score, 4)) if inside else None
