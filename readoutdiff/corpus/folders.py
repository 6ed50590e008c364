"""Cases from files: which belong to one call, their names tell.

Files are of one case where they differ in a side alone: by the last part of the name (`2025-05-09-us.txt`, `2025-05-09-ru.txt`,
`2025-05-09-article.txt`), by the whole name in a folder of their own (`grain-call/us.txt`), by the folder (`us/2025-05-09.txt`,
`ru/2025-05-09.txt`), or by any part of a name that has but a day, 'readout' and the like beside it (`US_20250509_readout.txt`). Any
other file is an article, and a case of its own. The day is that in the name, or in a folder's, written 2025-05-09 or 20250509.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from readoutdiff.corpus.case import Case, Text
from readoutdiff.corpus.sides import SideOf
from readoutdiff.errors import ReadoutdiffError
from readoutdiff.reading.file import base_name, read_data

ENDINGS = (".txt", ".text", ".html", ".htm", ".mhtml", ".mht", ".docx", ".pdf")
_ARTICLE = ("article", "story")
_KINDS = ("readout", "statement", "call", "communique", "transcript")
_WORD = re.compile(r"[^-_. ]+")
_LONGEST = 4  # words of a side's name
_DAY = re.compile(r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)")

Place = tuple[str, ...]  # the folders and the name of a case, which are its id


def files_in(folder: Path) -> list[Path]:
    """The texts in a folder and the folders in it, by their endings; nothing hidden."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file())
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))


def cases_of(root: Path, files: Sequence[Path], side_of: SideOf) -> Iterator[Case]:
    """The cases that some files under a folder make, by their ids; `side_of` knows the sides by their names."""
    readings = {file: list(_readings(file.relative_to(root), root, side_of)) for file in files}
    sides: dict[Place, set[str]] = defaultdict(set)
    for found in readings.values():
        for place, side in found:
            sides[place].add(side)
    cases: dict[Place, list[tuple[str, Path]]] = defaultdict(list)
    for file in files:
        alone = (_own_place(file.relative_to(root)), "")
        place, side = next((reading for reading in readings[file] if len(sides[reading[0]]) > 1), alone)
        cases[place].append((side, file))
    for place in sorted(cases):
        yield _case(place, cases[place])


def _readings(path: Path, root: Path, side_of: SideOf) -> Iterator[tuple[Place, str]]:
    """The cases to which a file may belong, and as which side's text; "" is the article."""
    folders, found = path.parent.parts, [*_WORD.finditer(path.stem)]
    words = [word[0] for word in found]
    for length in range(min(len(words), _LONGEST), 0, -1):
        side = _side(" ".join(words[-length:]), side_of)
        if side is not None:
            rest = path.stem[: found[-length].start()].rstrip("-_. ")
            yield ((*folders, rest) if rest else folders or (root.name,)), side
    if all(word.isdecimal() or word.casefold() in _KINDS or _side(word, side_of) for word in words):
        rest = "-".join(word for word in words if word.isdecimal())
        named = [side for word in words if (side := _side(word, side_of))]
        if rest and len(named) == 1:
            yield (*folders, rest), named[0]
    side = _side(folders[-1], side_of) if folders else None
    if side is not None:
        yield (*folders[:-1], path.stem), side


def _own_place(path: Path) -> Place:
    """The case that a file makes alone: its folder's, where its name says no more than what it is."""
    folders = path.parent.parts
    return folders if folders and path.stem.casefold() in _ARTICLE else (*folders, path.stem)


def _side(name: str, side_of: SideOf) -> str | None:
    return "" if name.casefold() in _ARTICLE else side_of(name)


def _case(place: Place, files: Sequence[tuple[str, Path]]) -> Case:
    id_ = "/".join(place)
    date = _day(place)
    twice = next((side for side, _ in files if [s for s, _ in files].count(side) > 1), None)
    if twice is not None:
        names = " and ".join(file.name for side, file in files if side == twice)
        return Case(id=id_, date=date, problem=f"{names}: are two texts of one side; give one, or name them in a manifest")
    try:
        texts = tuple(_text(side, str(file)) for side, file in sorted(files))
    except ReadoutdiffError as error:
        return Case(id=id_, date=date, problem=str(error))
    return Case(id=id_, date=date, texts=texts)


def _text(side: str, path: str) -> Text:
    return Text(role="readout" if side else "article", name=base_name(path), data=read_data(path), party=side or None)


def _day(place: Place) -> str | None:
    """The last day that a case's name has, or else a folder's."""
    for part in reversed(place):
        for found in reversed(_DAY.findall(part)):
            try:
                return datetime.date(*map(int, found)).isoformat()
            except ValueError:
                continue
    return None
