"""What made a corpus, and corpus.json, which says so of one that is finished."""

from __future__ import annotations

from pathlib import Path

import msgspec

from readoutdiff.corpus.tables import SCHEMA
from readoutdiff.errors import InputError
from readoutdiff.escaping import as_indented_json
from readoutdiff.lexicon.foreign import bytes_of, from_json
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.value import Value
from readoutdiff.version import __version__
from readoutdiff.writing import write_whole

_NAME = "corpus.json"


class Maker(Value, frozen=True):
    """What beside a case decides its rows: the schema of the tables, the program's version, the lexicon's checksum."""

    schema: str
    readoutdiff: str
    lexicon: str


class _About(Value, frozen=True):
    """corpus.json: what a finished corpus holds and what made it."""

    cases: int
    failures: int
    readoutdiff: str
    lexicon: str
    schema: str = SCHEMA


def maker_with(knowledge: Knowledge) -> Maker:
    """The program of this version, with a lexicon."""
    return Maker(SCHEMA, __version__, knowledge.digest)


def maker_of(folder: Path) -> Maker | None:
    """What made a corpus, None where its build is not finished. Raises InputError where corpus.json is none of ours."""
    path = folder / _NAME
    try:
        about = from_json(bytes_of(path), _About)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.MsgspecError) as error:
        raise InputError(f"{path}: is not as corpus build writes it ({error}); build the corpus anew") from error
    if about.schema != SCHEMA:
        raise InputError(f"{path}: is of another version ({about.schema}, not {SCHEMA}); build the corpus anew")
    return Maker(about.schema, about.readoutdiff, about.lexicon)


def is_finished(folder: Path) -> bool:
    """Whether all is there that a build was to make."""
    return (folder / _NAME).exists()


def call_unfinished(folder: Path) -> None:
    """Take away what says that all is there."""
    (folder / _NAME).unlink(missing_ok=True)


def call_finished(folder: Path, maker: Maker, cases: int, failures: int) -> None:
    """Say that all is there, how much it is and what made it. Raises InputError where that cannot be written."""
    about = _About(cases, failures, maker.readoutdiff, maker.lexicon, maker.schema)
    write_whole(folder / _NAME, as_indented_json(about))
