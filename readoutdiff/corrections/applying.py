"""Applying corrections to whose words the segments are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.attribution.labelled import Labelled
from readoutdiff.contract import Segment
from readoutdiff.corrections.anchoring import find_segments, is_same
from readoutdiff.corrections.entries import Corrections, SegmentEntry, is_correction, reassigns, short, whose
from readoutdiff.value import Value, replace


class Anchored(Value, frozen=True):
    """The entries that fit the texts at hand, each with its segment; a line for each that does not; whether the texts are unchanged."""

    entries: tuple[tuple[SegmentEntry, Segment], ...]
    unfit: tuple[str, ...]
    same: bool


def anchor(given: Corrections, sources: Sequence[Labelled], sides: Sequence[str]) -> Anchored:
    """Find each entry's segment again; those that cannot be found, or are given to no side here, are named."""
    documents = [s.document for s in sources]
    found = find_segments(given, documents, [s for source in sources for s in source.segments])
    fit, unfit = [], []
    for number, entry in enumerate(given.segment):
        segment = found.get(number)
        problem = _problem(entry, segment, sides)
        if segment is not None and problem is None:
            fit.append((entry, segment))
        elif problem:
            unfit.append(f"{_name(given, entry.document)}: {problem}")
    return Anchored(tuple(fit), tuple(unfit), is_same(given, documents))


def _problem(entry: SegmentEntry, segment: Segment | None, sides: Sequence[str]) -> str | None:
    """Why an entry that says something cannot be applied."""
    if segment is None:
        told = is_correction(entry) or entry.confirmed
        return f"no longer has a segment {short(entry.words)}, or has it twice; its correction is left out" if told else None
    strange = [p for p in entry.parties or () if p not in sides]
    if strange and reassigns(entry, segment):
        return f"{short(entry.words)}: {strange[0]} is no side here; name it with --sides"
    if entry.confirmed and not reassigns(entry, segment) and entry.role is not None and whose(entry) != whose(segment):
        return f"{short(entry.words)}: was confirmed as {whose(entry)}, and is now taken for {whose(segment)}; look at it again"
    return None


def reassigned(source: Labelled, anchored: Anchored) -> Labelled:
    """A document with the segments whose role or sides a person has corrected, or vouched for."""
    of = {segment.id: entry for entry, segment in anchored.entries}
    return replace(source, segments=tuple(_reassigned(source, anchored, of)))


def _reassigned(source: Labelled, anchored: Anchored, of: dict[str, SegmentEntry]) -> Iterator[Segment]:
    for segment in source.segments:
        entry = of.get(segment.id)
        if entry is None:
            yield segment
        elif reassigns(entry, segment):
            yield _given(segment, entry, source)
        else:
            yield replace(segment, confirmed=entry.confirmed)


def _given(segment: Segment, entry: SegmentEntry, source: Labelled) -> Segment:
    parties = tuple(dict.fromkeys(entry.parties or ()))
    own = source.document.role == "readout" and bool(parties)
    return replace(
        segment,
        role=entry.role,
        parties=parties,
        tier="explicit" if parties else None,
        rule="own readout" if own else "corrected",
        known_by=None,
        signs=(),
        corrected=True,
        confirmed=entry.confirmed,
        decided=entry.decided or whose(segment),
    )


def _name(given: Corrections, document: str) -> str:
    return next((text.name for text in given.document if text.id == document), document)
