"""A file of corrections: what the program decided of each segment and topic, and what a person has made of it.

    [[segment]]                     the words, where they stand, whose they are, and the topics they belong to
    document = "article"
    start = 812
    end = 930
    words = "Mr Lund also thanked …"
    role = "statement"
    parties = ["no"]
    topics = ["night train"]
    decided = "statement: no; night train"

An entry that says what `decided` says is no correction. One without `decided` always is.
"""

from __future__ import annotations

from collections.abc import Iterable

from readoutdiff.contract import Segment
from readoutdiff.value import Value

SCHEMA = "readoutdiff/corrections/1"
_SHORT = 50  # characters of a segment by which a message names it


class Text(Value, frozen=True, forbid_unknown_fields=True):
    """A document that the corrections are of."""

    id: str
    name: str
    sha256: str


class SegmentEntry(Value, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A segment by its place and words, and what was decided of it; None where the file says nothing."""

    document: str
    start: int
    end: int
    words: str
    role: str | None = None
    parties: tuple[str, ...] | None = None
    topics: tuple[str, ...] | None = None
    confirmed: bool = False
    decided: str | None = None


class TopicEntry(Value, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A topic by its id, and what was decided of it."""

    id: str
    label: str | None = None
    verdict: str | None = None
    confirmed: bool = False
    decided: str | None = None


class Corrections(Value, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    schema: str
    document: tuple[Text, ...]
    segment: tuple[SegmentEntry, ...] = ()
    topic: tuple[TopicEntry, ...] = ()


def whose(what: SegmentEntry | Segment) -> str:
    """Role and sides in a few words: 'statement: no'."""
    return f"{what.role}: {', '.join(what.parties)}" if what.parties else str(what.role)


def decided_segment(segment: Segment, topics: Iterable[str]) -> str:
    """What was decided of a segment, in one line: whose it is, and its topics."""
    return "; ".join([whose(segment), *topics])


def decided_topic(verdict: str | None, label: str | None) -> str:
    """What was decided of a topic, in one line."""
    return f"{verdict}: {label}"


def topic_before(entry: TopicEntry) -> tuple[str, str]:
    """The verdict and the label that the program decided, by `decided`; '' where the file does not say."""
    verdict, _, label = (entry.decided or "").partition(": ")
    return verdict, label


def is_correction(entry: SegmentEntry) -> bool:
    """Whether an entry says anything else than what it says the program decided."""
    before = _before(entry)
    return before is None or (entry.role is not None and whose(entry) != before[0]) or moves(entry, before[1])


def reassigns(entry: SegmentEntry, segment: Segment) -> bool:
    """Whether an entry gives a segment another role or other sides than the program did; without `decided`, than it does now."""
    before = _before(entry)
    return entry.role is not None and whose(entry) != (before[0] if before else whose(segment))


def moves(entry: SegmentEntry, topics: tuple[str, ...]) -> bool:
    """Whether an entry puts a segment into other topics than the program did; without `decided`, than `topics`, those it is in now."""
    before = _before(entry)
    return entry.topics is not None and entry.topics != (before[1] if before else topics)


def _before(entry: SegmentEntry) -> tuple[str, tuple[str, ...]] | None:
    """Whose the segment was and in which topics, by `decided`; None where the file does not say."""
    if entry.decided is None:
        return None
    owner, *topics = entry.decided.split("; ")
    return owner, tuple(topics)


def short(words: str) -> str:
    """The beginning of some words, in quotation marks."""
    plain = " ".join(words.split())
    return repr(plain if len(plain) <= _SHORT else f"{plain[: _SHORT - 1]}…")
