"""A document with all that was found in it, and its stretches ready for comparing."""

from __future__ import annotations

from collections.abc import Sequence

from readoutdiff.contract import Document, Segment, Span
from readoutdiff.lex import Terms
from readoutdiff.people import People
from readoutdiff.story import Story
from readoutdiff.tokens import Token
from readoutdiff.value import Value


class Labelled(Value, frozen=True):
    """A document with its parts, the people it introduces, and its labelled segments."""

    document: Document
    story: Story
    people: People
    segments: tuple[Segment, ...]


def who(segment: Segment) -> list[Span]:
    """The naming of a segment's source, and its verb: neither is compared."""
    return [span for span in (segment.source, segment.cue) if span is not None]


class Unit(Value, frozen=True):
    """A segment with its tokens, which of them stand in quotation marks, and the terms it is compared by."""

    segment: Segment
    tokens: Sequence[Token]
    quoted: Sequence[bool]
    terms: Terms
