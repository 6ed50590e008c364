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

import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import msgspec

from readoutdiff.contract import Role, Segment, Status, Topic
from readoutdiff.errors import CorrectionsError, UsageError
from readoutdiff.foreign import bytes_of, from_toml
from readoutdiff.value import Value

SCHEMA = "readoutdiff/corrections/1"
_SHORT = 50  # characters of a segment by which a message names it
_ROLES, _VERDICTS = get_args(Role), tuple(v for v in get_args(Status) if v != "outlet_only")


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


def decided_topic(topic: Topic) -> str:
    """What was decided of a topic, in one line."""
    return f"{topic.status}: {topic.label}"


def is_correction(entry: SegmentEntry) -> bool:
    """Whether an entry says anything else than what it says the program decided."""
    before = (entry.decided or "").split("; ")
    return entry.decided is None or (entry.role is not None and whose(entry) != before[0]) or moves(entry, tuple(before[1:]))


def reassigns(entry: SegmentEntry, segment: Segment) -> bool:
    """Whether an entry gives a segment another role or other sides than the program did; without `decided`, than it does now."""
    before = entry.decided.split("; ")[0] if entry.decided is not None else whose(segment)
    return entry.role is not None and whose(entry) != before


def moves(entry: SegmentEntry, topics: tuple[str, ...]) -> bool:
    """Whether an entry puts a segment into other topics than the program did; without `decided`, than `topics`, those it is in now."""
    before = tuple(entry.decided.split("; ")[1:]) if entry.decided is not None else topics
    return entry.topics is not None and entry.topics != before


def short(words: str) -> str:
    """The beginning of some words, in quotation marks."""
    plain = " ".join(words.split())
    return repr(plain if len(plain) <= _SHORT else f"{plain[: _SHORT - 1]}…")


def read_corrections(path: str, known: Callable[[str], str]) -> Corrections:
    """The corrections in a file, sides by their ids; `known` gives the id of a side's name, or raises.

    Raises CorrectionsError with the file, the entry and the mend.
    """
    try:
        given = from_toml(bytes_of(Path(path)), Corrections)
    except OSError as error:
        raise CorrectionsError(f"{path}: cannot be read ({error.strerror}); check the name given to --corrections") from error
    except UnicodeDecodeError as error:
        raise CorrectionsError(f"{path}: not UTF-8; save it as UTF-8") from error
    except msgspec.ValidationError as error:
        raise CorrectionsError(f"{path}: {_plain(str(error))}") from error
    except msgspec.DecodeError as error:
        raise CorrectionsError(f"{path}: not TOML ({error}); mend the line, or save the corrections anew") from error
    if given.schema != SCHEMA:
        raise CorrectionsError(f"{path}: schema {given.schema!r} is not {SCHEMA!r}; save the corrections anew with --save-corrections")
    return _checked(given, path, known)


def _checked(given: Corrections, path: str, known: Callable[[str], str]) -> Corrections:
    texts = {text.id for text in given.document}
    for number, entry in enumerate(given.segment, 1):
        where = f"{path}: segment {number} ({short(entry.words)})"
        if entry.document not in texts:
            raise CorrectionsError(f"{where}: document {entry.document!r} is none of the [[document]] entries; name one of {sorted(texts)}")
        if entry.role is not None and entry.role not in _ROLES:
            raise CorrectionsError(f"{where}: role {entry.role!r} is none of {', '.join(_ROLES)}; write one of them")
        if entry.role == "statement" and not entry.parties:
            raise CorrectionsError(f"{where}: a statement has parties; name the side, as in parties = ['us'], or mend its role")
        if entry.role != "statement" and entry.role is not None and entry.parties:
            raise CorrectionsError(f"{where}: only a statement has parties; set parties = [] for {entry.role}")
    for number, topic in enumerate(given.topic, 1):
        if topic.verdict is not None and topic.verdict not in (*_VERDICTS, "outlet_only"):
            verdicts = ", ".join(_VERDICTS)
            raise CorrectionsError(
                f"{path}: topic {number} ({topic.id}): verdict {topic.verdict!r} is none of {verdicts}; write one of them"
            )
    segments = tuple(_with_ids(entry, path, known) for entry in given.segment)
    return msgspec.structs.replace(given, segment=segments)


def _with_ids(entry: SegmentEntry, path: str, known: Callable[[str], str]) -> SegmentEntry:
    try:
        parties = None if entry.parties is None else tuple(known(party) for party in entry.parties)
    except UsageError as error:
        raise CorrectionsError(f"{path}: segment {short(entry.words)}: {error}") from error
    return msgspec.structs.replace(entry, parties=parties)


_KINDS = {"str": "text in quotation marks", "array": "a list in [ ]", "int": "a whole number", "bool": "true or false", "object": "a table"}


def _plain(message: str) -> str:
    """What msgspec says, in a user's words, with the place as a person counts it."""
    for kind, told in _KINDS.items():
        message = re.sub(rf"`{kind}(?: \| null)?`", told, message)
    message = message.replace("Object missing required field", "misses").replace("Object contains unknown field", "has an unknown key")
    if message in ("misses `schema`", "misses `document`"):
        return f"{message}: this is no file of corrections; save one with --save-corrections"
    what, mark, place = message.partition(" - at `$.")
    if not mark:
        return message
    table, _, rest = place.rstrip("`").partition("[")
    number, _, key = rest.partition("]")
    numbered = f" {int(number) + 1}" if number.isdecimal() else ""
    return f"{table}{numbered}{': ' + key.lstrip('.') if key else ''}: {what}"
