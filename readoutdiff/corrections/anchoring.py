"""Finding again what a correction is of: by its place in the same text, else by its words in a changed one.

The entries of a text and its segments are aligned in order (rapidfuzz's longest common subsequence of their words), so that words
that stand twice are told apart; what is left is found if its words stand once. Nothing is guessed: what could be two is found nowhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

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
    order = sorted(entries, key=lambda n: entries[n].start)
    wanted, there = [entries[n].words for n in order], [text[s.start : s.end] for s in segments]
    found: dict[int, Segment] = {}
    for block in LCSseq.opcodes(wanted, there):
        if block.tag == "equal":
            found |= {order[block.src_start + i]: segments[block.dest_start + i] for i in range(block.src_end - block.src_start)}
    asked, standing = Counter(wanted), Counter(there)
    places: dict[str, Segment] = {words: segment for words, segment in zip(there, segments, strict=True) if standing[words] == 1}
    left = defaultdict(list)
    for n in order:
        if n not in found and entries[n].words in places:
            left[entries[n].words].append(n)
    found |= {numbers[0]: places[words] for words, numbers in left.items() if len(numbers) == 1}
    return {n: s for n, s in found.items() if asked[entries[n].words] >= standing[entries[n].words]}
