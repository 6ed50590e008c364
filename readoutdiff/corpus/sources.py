"""What a build is given, as cases: folders, patterns of file names, files, manifests."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from readoutdiff.corpus import folders, manifest
from readoutdiff.corpus.case import Case
from readoutdiff.errors import InputError, UsageError
from readoutdiff.knowledge import load


def read_cases(*sources: str) -> Iterator[Case]:
    """The cases of folders, patterns (`texts/*.txt`), files and manifests, in that order, read while they are asked for.

    A manifest is known by its ending: .csv, .jsonl or .ndjson; see manifest.py. Which files make a case, see folders.py. A case that
    cannot be read has a `problem`, and so has each but the first of an id. Raises InputError for a source that is not there, or a
    manifest that is none; UsageError for a pattern that fits no file.
    """
    seen: set[str] = set()
    for case in _all(sources):
        number, id_ = 2, case.id
        while id_ in seen:
            id_, number = f"{case.id} ({number})", number + 1
        seen.add(id_)
        yield case if id_ == case.id else msgspec.structs.replace(case, id=id_, texts=(), problem=_twice(case.id))


def _twice(id_: str) -> str:
    return f"the id {id_} is there more than once; only the first was compared: give each case an id of its own"


def _all(sources: Sequence[str]) -> Iterator[Case]:
    single: list[Path] = []
    for source in sources:
        for path in _paths(source):
            if path.is_dir():
                yield from folders.cases_of(path, folders.files_in(path), load())
            elif path.suffix.lower() in manifest.ENDINGS:
                yield from manifest.cases_of(path, path.name, path.parent)
            else:
                single.append(path)
    if single:
        root = Path(os.path.commonpath([path.parent.absolute() for path in single]))
        yield from folders.cases_of(root, [path.absolute() for path in dict.fromkeys(single)], load())


def _paths(source: str) -> list[Path]:
    """What a source names: itself, or all that fits a pattern."""
    if "://" in source[:12]:
        raise UsageError(f"{source}: readoutdiff does not use the network; save the pages and give their folder")
    if os.path.lexists(source):
        return [Path(source)]
    if not glob.has_magic(source):
        raise InputError(f"{source}: no such file or folder; check the name")
    found = sorted(glob.glob(source, recursive=True))  # noqa: PTH207 - a pattern may be absolute, which pathlib does not take
    if not found:
        raise UsageError(f"{source}: fits no file; check the pattern")
    return [Path(path) for path in found]
