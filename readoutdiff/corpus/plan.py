"""What a build has to do: which cases there are, and in which part of the data each of them ends.

A part is some cases that follow one another; its rows are in one file of each table. What a part is called depends on its cases and
on all that decides their results, so that a part which is there under its name is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from readoutdiff.checksums import sha256
from readoutdiff.value import Value

CASES = 256  # of one part
_NAME = re.compile("[0-9]{5,}-[0-9a-f]{12}")
SIZE = 32 * 1024 * 1024  # bytes of the texts of one part, but for a case that is larger alone


class Planned(Value, frozen=True):
    """A case by its id, its checksum (of all that decides its result) and its size in bytes."""

    id: str
    checksum: str
    size: int = 0


class Part(Value, frozen=True):
    """Cases whose rows are in one file of each table."""

    number: int
    cases: tuple[Planned, ...]

    @property
    def name(self) -> str:
        """The name of its files, without their ending."""
        held = "\n".join(f"{case.id}\t{case.checksum}" for case in self.cases)
        return f"{self.number:05d}-{sha256(held.encode('utf-8', 'surrogatepass'))[:12]}"


def is_name(name: str) -> bool:
    """Whether a name is that of a part.

    >>> is_name(Part(7, (Planned("a", "b"),)).name), is_name("notes")
    (True, False)
    """
    return _NAME.fullmatch(name) is not None


def parts(cases: Iterable[Planned]) -> list[Part]:
    """The cases in parts, none out of its place.

    >>> [len(part.cases) for part in parts(Planned(str(n), "") for n in range(300))]
    [256, 44]
    """
    return [Part(number, tuple(held)) for number, held in enumerate(_divided(cases))]


def _divided(cases: Iterable[Planned]) -> Iterator[Sequence[Planned]]:
    held: list[Planned] = []
    size = 0
    for case in cases:
        if held and (len(held) == CASES or size + case.size > SIZE):
            yield held
            held, size = [], 0
        held.append(case)
        size += case.size
    if held:
        yield held
