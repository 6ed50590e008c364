"""A document with all that was found in it."""

from __future__ import annotations

from readoutdiff.attribution.people import People
from readoutdiff.contract import Document, Segment
from readoutdiff.parsing.story import Story
from readoutdiff.value import Value


class Labelled(Value, frozen=True):
    """A document with its parts, the people it introduces, and its labelled segments."""

    document: Document
    story: Story
    people: People
    segments: tuple[Segment, ...]
