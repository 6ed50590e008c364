"""Finding again what a correction is of: by its place in the same text, else by its words in a changed one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readoutdiff.contract import Document, Segment
from readoutdiff.corrections.entries import Corrections, SegmentEntry


def find_segment(entry: SegmentEntry, document: Document, segments: Sequence[Segment]) -> Segment | None:
    """The segment of a document that has just an entry's words; of several the one nearest to where they stood."""
    same = [s for s in segments if s.document == document.id and document.text[s.start : s.end] == entry.words]
    return min(same, key=lambda s: (abs(s.start - entry.start), s.start), default=None)


def find_documents(given: Corrections, documents: Sequence[Document]) -> Mapping[str, Document]:
    """The document of each text of a file: the same one, else one of the same id, in which its words are looked for."""
    found: dict[str, Document] = {}
    for text in given.document:
        same = next((d for d in documents if d.sha256 == text.sha256), None)
        named = next((d for d in documents if d.id == text.id), None)
        if same or named:
            found[text.id] = same or named  # type: ignore[assignment]
    return found
