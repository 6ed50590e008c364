"""Finding again what a correction is of: by its place in the same text, else by its words in a changed one.

The entries of a text and its segments are aligned in order (rapidfuzz's longest common subsequence of their words), so that words
that stand twice are told apart; what is left is found if its words stand once. Nothing is guessed: what could be two is found nowhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from readoutdiff.contract import Document, Segment
from readoutdiff.corrections.entries import Corrections, SegmentEntry


def find_segments(given: Corrections, documents: Sequence[Document], segments: Sequence[Segment]) -> dict[int, Segment]:
    """The segment of each entry that has one, by the entry's place in the file."""
    texts = {text.id: text for text in given.document}
    found: dict[int, Segment] = {}
    for id_, document in _documents(given, documents).items():
        entries = {n: e for n, e in enumerate(given.segment) if e.document == id_}
        here = [s for s in segments if s.document == document.id]
        same = texts[id_].sha256 == document.sha256
        found |= _by_place(entries, here) if same else _by_words(entries, here, document.text)
    return found


def is_same(given: Corrections, documents: Sequence[Document]) -> bool:
    """Whether the texts are those that the file is of, unchanged."""
    return {text.sha256 for text in given.document} <= {d.sha256 for d in documents}


def _documents(given: Corrections, documents: Sequence[Document]) -> Mapping[str, Document]:
    """The document of each text of a file: of the same id and content, else of the same content, else of the same id."""
    found: dict[str, Document] = {}
    for same in (lambda t, d: (t.id, t.sha256) == (d.id, d.sha256), lambda t, d: t.sha256 == d.sha256, lambda t, d: t.id == d.id):
        for text in given.document:
            taken = {d.id for d in found.values()}
            match = next((d for d in documents if d.id not in taken and same(text, d)), None)
            if text.id not in found and match is not None:
                found[text.id] = match
    return found


def _by_place(entries: Mapping[int, SegmentEntry], segments: Sequence[Segment]) -> dict[int, Segment]:
    places = {(s.start, s.end): s for s in segments}
    return {n: places[e.start, e.end] for n, e in entries.items() if (e.start, e.end) in places}


def _by_words(entries: Mapping[int, SegmentEntry], segments: Sequence[Segment], text: str) -> dict[int, Segment]:
    """Aligned in order, then those whose words stand once; of words that stand more often than they are asked for, any may be meant."""
    order = sorted(entries, key=lambda n: entries[n].start)
    wanted, there = [entries[n].words for n in order], [text[s.start : s.end] for s in segments]
    asked, standing = Counter(wanted), Counter(there)
    found = {order[entry]: segments[segment] for entry, segment in _aligned(wanted, there)}
    once = {words: segment for words, segment in zip(there, segments, strict=True) if standing[words] == 1}
    left = [n for n in order if n not in found and entries[n].words in once]
    times = Counter(entries[n].words for n in left)
    found |= {n: once[entries[n].words] for n in left if times[entries[n].words] == 1}
    return {n: s for n, s in found.items() if asked[entries[n].words] >= standing[entries[n].words]}


def _aligned(wanted: Sequence[str], there: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places in both of what they have in common in one order."""
    for block in LCSseq.opcodes(wanted, there):
        if block.tag == "equal":
            yield from zip(range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True)
