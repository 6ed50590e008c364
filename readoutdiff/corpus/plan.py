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
SIZE = 32 * 1024 * 1024  # bytes of the texts of one part, but for a case that is larger alone
_NAME = re.compile("[0-9]{5,}-[0-9a-f]{12}")


class Edition(Value, frozen=True):
    """A case as it was or is to be compared: its id, and a checksum of all that decides its result.

    The checksum is empty for a case that failed, so that it is tried again.
    """

    id: str
    checksum: str


class Part(Value, frozen=True):
    """Cases whose rows are in one file of each table."""

    number: int
    cases: tuple[Edition, ...]

    @property
    def name(self) -> str:
        """The name of its files, without their ending."""
        held = "\n".join(f"{case.id}\t{case.checksum}" for case in self.cases)
        return f"{self.number:05d}-{sha256(held.encode('utf-8', 'surrogatepass'))[:12]}"


def is_name(name: str) -> bool:
    """Whether a name is that of a part.

    >>> is_name(Part(7, (Edition("a", "b"),)).name), is_name("notes")
    (True, False)
    """
    return _NAME.fullmatch(name) is not None


def parts(cases: Iterable[tuple[Edition, int]]) -> list[Part]:
    """The cases in parts, none out of its place; each comes with the size of its texts in bytes.

    >>> [len(part.cases) for part in parts((Edition(str(n), ""), 0) for n in range(300))]
    [256, 44]
    """
    return [Part(number, tuple(held)) for number, held in enumerate(_divided(cases))]


def _divided(cases: Iterable[tuple[Edition, int]]) -> Iterator[Sequence[Edition]]:
    held: list[Edition] = []
    together = 0
    for case, size in cases:
        if held and (len(held) == CASES or together + size > SIZE):
            yield held
            held, together = [], 0
        held.append(case)
        together += size
    if held:
        yield held
