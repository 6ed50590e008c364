"""A stretch ready for comparing."""

from __future__ import annotations

from collections.abc import Sequence

from readoutdiff.alignment.lex import Terms
from readoutdiff.contract import Segment, Span
from readoutdiff.text.tokens import Token
from readoutdiff.value import Value


class Unit(Value, frozen=True):
    """A segment with its tokens, which of them stand in quotation marks, and the terms it is compared by."""

    segment: Segment
    tokens: Sequence[Token]
    quoted: Sequence[bool]
    terms: Terms


def who(segment: Segment) -> list[Span]:
    """The naming of a segment's source, and its verb: neither is compared."""
    return [span for span in (segment.source, segment.cue) if span is not None]
