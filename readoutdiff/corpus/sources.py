"""What a build is given, as cases: folders, patterns of file names, files, manifests."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from readoutdiff.corpus import folders, manifest
from readoutdiff.corpus.case import Case
from readoutdiff.corpus.sides import SideOf, sides_in
from readoutdiff.errors import InputError, UsageError
from readoutdiff.lexicon.extending import UserFile
from readoutdiff.lexicon.knowledge import load
from readoutdiff.value import replace


def read_cases(*sources: str, lexicon: str | UserFile | None = None) -> Iterator[Case]:
    """The cases of folders, patterns (`texts/*.txt`), files and manifests, in that order, read while they are asked for.

    A manifest is known by its ending: .csv, .jsonl or .ndjson; see manifest.py. Which files make a case, see folders.py. A case that
    cannot be read has a `problem`, and so has each but the first of an id. Raises InputError for a source that is not there, or a
    manifest that is none; UsageError for a pattern that fits no file. Sides go by the names of the lexicon, `lexicon` is as for `compare`.
    """
    return _each_once(_all(sources, sides_in(load(lexicon))))


def _each_once(cases: Iterable[Case]) -> Iterator[Case]:
    """The cases, with an id of its own for each."""
    seen: set[str] = set()
    for case in cases:
        number, id_ = 2, case.id
        while id_ in seen:
            id_, number = f"{case.id} ({number})", number + 1
        seen.add(id_)
        yield case if id_ == case.id else replace(case, id=id_, texts=(), problem=_twice(case.id))


class Sources:
    """Sources that can be read again and again, standard input (`-`, a manifest) among them: it is kept in a file meanwhile."""

    def __init__(self, sources: Sequence[str], kept: Path, lexicon: UserFile | None = None) -> None:
        if list(sources).count("-") > 1:
            raise UsageError("standard input (-) can be given once only; give files for the other sources")
        self._sources, self._kept, self._copied = sources, kept, "-" not in sources
        self._side_of = sides_in(load(lexicon))

    def __call__(self) -> Iterator[Case]:
        """Read all cases, as `read_cases` does. Raises InputError for a line of standard input that no case of texts can make so long."""
        if not self._copied:
            with self._kept.open("wb") as file:
                for number, line in enumerate(iter(lambda: sys.stdin.buffer.readline(manifest.LONGEST + 1), b""), 1):
                    manifest.refuse_line(len(line), number, "standard input")
                    file.write(line)
            self._copied = True
        return _each_once(_all(self._sources, self._side_of, self._kept))


def _twice(id_: str) -> str:
    return f"the id {id_} is there more than once; only the first was compared: give each case an id of its own"


def _all(sources: Sequence[str], side_of: SideOf, standard_input: Path | None = None) -> Iterator[Case]:
    single: list[Path] = []
    several = len(sources) > 1
    for source in sources:
        if source == "-" and standard_input is not None:
            yield from manifest.cases_of(standard_input, "standard input", Path(), side_of)
            continue
        for path in _paths(source):
            if path.is_dir():
                found = folders.cases_of(path, folders.files_in(path), side_of)
                yield from (replace(case, id=f"{path.resolve().name}/{case.id}") if several else case for case in found)
            elif path.suffix.lower() in manifest.ENDINGS:
                yield from manifest.cases_of(path, path.name, path.parent, side_of)
            else:
                single.append(path)
    if single:
        root = Path(os.path.commonpath([path.parent.absolute() for path in single]))
        yield from folders.cases_of(root, [path.absolute() for path in dict.fromkeys(single)], side_of)


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
