"""Labelled segments of a document: parts of sentences cut into units, and the blocks that are not the story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from readoutdiff.attribution.acting import actors_of
from readoutdiff.attribution.attribute import attribute
from readoutdiff.attribution.parts import Part
from readoutdiff.attribution.people import People
from readoutdiff.attribution.units import cut_units
from readoutdiff.contract import Document, Quote, Segment, Span, Stretch
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.frame import Frame
from readoutdiff.parsing.story import Story
from readoutdiff.text.tokens import Token

_CLAUSE = 5  # tokens after a source in the middle that are more than 'on Monday'


def article_segments(document: Document, story: Story, people: People, sides: Sequence[str], knowledge: Knowledge) -> list[Segment]:
    """The segments of an article, in text order."""
    out = list(_block_segments(document, story))
    for part in attribute(story, people, sides, knowledge):
        ranges = [(part.start, part.end)]
        if part.role == "statement":
            ranges = cut_units(story, part.start, part.end, knowledge)
        cut = [_segment(document, story, part, start, end) for start, end in _with_frame(story, part, ranges)]
        whole = story.sentences[part.sentence]
        out += [_within(segment, whole.start, whole.end) for segment in cut]
    return sorted(out, key=lambda s: s.start)


def readout_segments(document: Document, story: Story, people: People, sides: Sequence[str], knowledge: Knowledge) -> list[Segment]:
    """The segments of a readout: all that is not headline or furniture is its publisher's statement, whoever acts in it."""
    party = document.party or ""
    out = list(_block_segments(document, story))
    actors = actors_of(story, people, sides, knowledge)
    for number, sentence in enumerate(story.sentences):
        if story.blocks[sentence.block].label != "body":
            continue
        part = Part(sentence.start, sentence.end, number, "statement", (party,), "explicit", "own readout", actor=actors.get(number))
        for start, end in cut_units(story, sentence.start, sentence.end, knowledge):
            out.append(_within(_segment(document, story, part, start, end), sentence.start, sentence.end))
    return sorted(out, key=lambda s: s.start)


def divided(segment: Segment, story: Story, cuts: Sequence[int]) -> Iterator[Segment]:
    """A segment cut before some of its tokens, as if its parts had been told one by one; each knows the sentence it stands in."""
    edges = [segment.start, *(story.tokens[at].start for at in cuts), segment.end]
    whole = segment.sentence or Stretch(start=segment.start, end=segment.end)
    for start, after in pairwise(edges):
        end = start + len(story.text[start:after].rstrip())
        content = [_within_bounds(stretch, start, end) for stretch in segment.content]
        yield msgspec.structs.replace(
            segment,
            id=f"{segment.document}:{start}",
            start=start,
            end=end,
            quote=_quote(story, start, end),
            content=tuple(found for stretch in content for found in _trimmed(story.text, stretch.start, stretch.end)),
            sentence=whole,
        )


def _within_bounds(stretch: Stretch, start: int, end: int) -> Stretch:
    """What of a stretch lies there; of one that lies elsewhere nothing."""
    first = min(max(stretch.start, start), end)
    return Stretch(start=first, end=max(min(stretch.end, end), first))


def plain_segments(document: Document, story: Story) -> list[Segment]:
    """The blocks of a text that cannot be read further: nothing in it is given to anybody."""
    body = [_make(document, role="background", start=block.start, end=block.end) for block in story.blocks if block.label == "body"]
    return sorted([*_block_segments(document, story), *body], key=lambda s: s.start)


def _block_segments(document: Document, story: Story) -> Iterator[Segment]:
    for block in story.blocks:
        if block.label != "body":
            yield _make(document, role=block.label, start=block.start, end=block.end)


def _within(segment: Segment, start: int, end: int) -> Segment:
    """The segment with the sentence of which it is a part."""
    whole = (segment.start, segment.end) == (start, end)
    return segment if whole else msgspec.structs.replace(segment, sentence=Stretch(start=start, end=end))


def _make(document: Document, **fields: Any) -> Segment:
    return Segment(id=f"{document.id}:{fields['start']}", document=document.id, **fields)


def _with_frame(story: Story, part: Part, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join a piece that is nothing but the source and its cue (', the ministry said') to its neighbour."""
    if part.frame is None or len(ranges) < 2:
        return ranges
    first, end = _frame_range(story, part.frame)
    out: list[tuple[int, int]] = []
    for start, stop in ranges:
        bare = start <= end and stop >= first and _words_outside(story.text, start, stop, first, end) < 2
        if (out and bare) or (out and out[-1][0] == ranges[0][0] and _words_outside(story.text, *out[-1], first, end) < 2):
            out[-1] = (out[-1][0], stop)
        else:
            out.append((start, stop))
    return out


def _frame_range(story: Story, frame: Frame) -> tuple[int, int]:
    return story.tokens[frame.first].start, story.tokens[frame.end - 1].end


def _words_outside(text: str, start: int, stop: int, first: int, end: int) -> int:
    left, right = text[start : max(start, min(stop, first))], text[min(stop, max(start, end)) : stop]
    return sum(any(c.isalnum() for c in word) for word in (left + " " + right).split())


def _segment(document: Document, story: Story, part: Part, start: int, end: int) -> Segment:
    source = cue = None
    if part.frame is not None:
        source = _span(document, story.tokens, part.frame.source.first, part.frame.source.end)
        if part.frame.cue_first < part.frame.cue_end:  # a name right before a quotation has none
            cue = _span(document, story.tokens, part.frame.cue_first, part.frame.cue_end)
    statement = part.role == "statement"
    reported = statement or part.frame is not None
    return _make(
        document,
        start=start,
        end=end,
        role=part.role,
        parties=part.parties,
        actor=part.actor if statement else None,
        quote=_quote(story, start, end) if reported else None,
        tier=part.tier if statement else None,
        rule=part.rule,
        signs=part.signs,
        known_by=part.known_by if part.frame is not None else None,
        source=source,
        cue=cue,
        content=tuple(_content(story, start, end, part.frame)) if reported else (),
    )


def _span(document: Document, tokens: Sequence[Token], first: int, end: int) -> Span:
    return Span(document=document.id, start=tokens[first].start, end=tokens[end - 1].end)


def _quote(story: Story, start: int, end: int) -> Quote:
    first = story.token_at(start)
    stop = story.token_at(end)
    if not any(story.quoted[first:stop]):
        return "indirect"
    flags = [story.quoted[i] for i in range(first, stop) if story.tokens[i].is_word]
    if not any(flags):
        return "indirect"
    return "direct" if sum(flags) * 10 >= len(flags) * 8 else "mixed"


def _content(story: Story, start: int, end: int, frame: Frame | None) -> Iterator[Stretch]:
    """The reported words of a segment: without source and cue, and without what only introduces or follows them."""
    tokens = story.tokens
    if frame is None or tokens[frame.end - 1].end <= start or tokens[frame.first].start >= end:
        yield from _trimmed(story.text, start, end)
        return
    first, last = tokens[frame.first].start, tokens[frame.end - 1].end
    before, after = (start, first), (last, end)
    if frame.postposed:
        yield from _trimmed(story.text, *before)
        if _speaks_on(story, frame, end):
            yield from _trimmed(story.text, *after)
    else:
        if any(story.quoted[i] for i in range(story.token_at(start), frame.first)):
            yield from _trimmed(story.text, *before)
        yield from _trimmed(story.text, *after)


def _speaks_on(story: Story, frame: Frame, end: int) -> bool:
    """Whether more reported words follow a source in the middle: a quotation goes on, or a clause of some length."""
    stop = story.token_at(end)
    if any(story.quoted[frame.end : stop]):
        return True
    return stop - frame.end > _CLAUSE and story.tokens[frame.end].key in ",;–—"


def _trimmed(text: str, left: int, right: int) -> Iterator[Stretch]:
    """The stretch without white space and the marks that part it from its source."""
    while left < right and not (text[left].isalnum() or text[left] in "“\"‘«„'(€$£"):
        left += 1
    while right > left and text[right - 1] in " \n\t\r,:;–—":
        right -= 1
    if any(c.isalnum() for c in text[left:right]):
        yield Stretch(start=left, end=right)
