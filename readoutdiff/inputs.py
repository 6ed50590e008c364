"""What the command line is given, as documents."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Literal

from readoutdiff.contract import Document
from readoutdiff.errors import UsageError
from readoutdiff.reading import LIMIT, read, read_file
from readoutdiff.saying import warn
from readoutdiff.value import Value


class Given(Value, frozen=True):
    """What the user says of all texts: their encoding, language and day (ISO 8601), each None where he does not."""

    encoding: str | None = None
    language: str | None = None
    date: str | None = None


def read_one(path: str, given: Given) -> Document:
    """The text that is to be labelled."""
    return _document(path, "article", None, given)


def paths_of(files: Sequence[str], readouts: Sequence[str]) -> list[str]:
    """Where the texts are that a command names."""
    return [*files, *(readout.partition("=")[2] for readout in readouts)]


def gather(files: Sequence[str], readouts: Sequence[str], given: Given) -> list[Document]:
    """The documents that a command names: one article, or several readouts, and readouts with their sides.

    Raises UsageError where nothing is named, standard input is named twice, or a readout has no side.
    """
    if not files and not readouts:
        raise UsageError("nothing to compare; give an article, or two readouts")
    named = [_split(readout) for readout in readouts]
    paths = [*files, *(path for _, path in named)]
    if paths.count("-") > 1:
        raise UsageError("standard input (-) can be given once only; give files for the other texts")
    if not files and len(named) < 2:
        raise UsageError("a second account is needed; give another --readout, or the article that tells both")
    if len(files) > 1 and named:
        raise UsageError(
            f"{files[1]}: is a second file beside --readout; give one article there, or name the side of every readout with --readout"
        )
    twice = next((path for path in paths if paths.count(path) > 1), None)
    if twice:
        raise UsageError(f"{twice}: is given twice; give each side's own readout")
    role: Literal["article", "readout"] = "article" if len(files) == 1 else "readout"
    documents = [_document(path, role, None, given) for path in files]
    return documents + [_document(path, "readout", side, given) for side, path in named]


def _split(readout: str) -> tuple[str, str]:
    side, mark, path = readout.partition("=")
    if not (mark and side and path):
        raise UsageError(f"--readout {readout}: say whose it is, as in --readout us=FILE")
    return side, path


def _document(path: str, role: Literal["article", "readout"], party: str | None, given: Given) -> Document:
    encoding, language, date = given.encoding, given.language, given.date
    if path == "-":
        data = sys.stdin.buffer.read(LIMIT + 1)
        return read(data, name="standard input", role=role, party=party, encoding=encoding, language=language, date=date, tell=warn)
    return read_file(path, role=role, party=party, encoding=encoding, language=language, date=date, tell=warn)
