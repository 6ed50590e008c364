"""Reading a file of corrections: what is wrong in it is told with its place and its mend."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import get_args

import msgspec

from readoutdiff.contract import Role, Status
from readoutdiff.corrections.entries import SCHEMA, Corrections, SegmentEntry, TopicEntry, short
from readoutdiff.errors import CorrectionsError, UsageError
from readoutdiff.lexicon.foreign import bytes_of, from_toml
from readoutdiff.value import replace

_ROLES, _VERDICTS = get_args(Role), get_args(Status)
_TO_GIVE = tuple(v for v in _VERDICTS if v != "outlet_only")  # nobody can overrule to it, but it stands where it was decided
_KINDS = {"str": "text in quotation marks", "array": "a list in [ ]", "int": "a whole number", "bool": "true or false", "object": "a table"}


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
        _check_segment(entry, f"{path}: segment {number} ({short(entry.words)})", texts)
    for number, topic in enumerate(given.topic, 1):
        _check_topic(topic, f"{path}: topic {number} ({topic.id})")
    return replace(given, segment=tuple(_with_ids(entry, path, known) for entry in given.segment))


def _check_segment(entry: SegmentEntry, where: str, texts: Collection[str]) -> None:
    if entry.document not in texts:
        raise CorrectionsError(f"{where}: document {entry.document!r} is none of the [[document]] entries; name one of {sorted(texts)}")
    if entry.role is not None and entry.role not in _ROLES:
        raise CorrectionsError(f"{where}: role {entry.role!r} is none of {', '.join(_ROLES)}; write one of them")
    if entry.role == "statement" and not entry.parties:
        raise CorrectionsError(f"{where}: a statement has parties; name the side, as in parties = ['us'], or mend its role")
    if entry.role != "statement" and entry.role is not None and entry.parties:
        raise CorrectionsError(f"{where}: only a statement has parties; set parties = [] for {entry.role}")


def _check_topic(entry: TopicEntry, where: str) -> None:
    if entry.verdict is not None and entry.verdict not in _VERDICTS:
        raise CorrectionsError(f"{where}: verdict {entry.verdict!r} is none of {', '.join(_TO_GIVE)}; write one of them")


def _with_ids(entry: SegmentEntry, path: str, known: Callable[[str], str]) -> SegmentEntry:
    try:
        parties = None if entry.parties is None else tuple(known(party) for party in entry.parties)
    except UsageError as error:
        raise CorrectionsError(f"{path}: segment {short(entry.words)}: {error}") from error
    return replace(entry, parties=parties)


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
