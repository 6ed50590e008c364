"""Terms of the lexicon, by their first stem, as the compiled tables keep them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from readoutdiff.drawers import DRAWER, Index


class Term(msgspec.Struct, frozen=True, array_like=True):
    """Stems in a row, and what they stand for: a topic, a field, a synonym; None for a near-miss."""

    stems: tuple[str, ...]
    meaning: str | None


class KeptTerms(msgspec.Struct, frozen=True):
    """Terms as they are kept: drawers with a line for each first stem, and what the terms stand for, by number.

    A line has after its stem, parted by semicolons, what follows the stem in each term, and the number of the meaning.
    """

    meanings: list[str]
    drawers: dict[str, str]


def keep_terms(terms: Iterable[Term]) -> KeptTerms:
    """Terms as text that needs no escapes: it is read far faster than what it holds, and little of it is needed."""
    numbers = {meaning: number for number, meaning in enumerate(sorted({"", *(term.meaning or "" for term in terms)}))}
    lines: dict[str, list[str]] = defaultdict(list)
    for term in sorted(terms, key=lambda t: (-len(t.stems), t.meaning or "", t.stems)):
        lines[term.stems[0]].append(f"{' '.join(term.stems[1:])}:{numbers[term.meaning or '']}")
    drawers: dict[str, str] = defaultdict(str)
    for first in sorted(lines):
        drawers[first[:DRAWER]] += f"\n{first}\t{';'.join(lines[first])}"
    return KeptTerms(list(numbers), drawers)


class _Lines:
    """A drawer of terms; the line of a stem is read when it is asked for."""

    def __init__(self, text: str, meanings: Sequence[str]) -> None:
        self._text, self._meanings = text, meanings

    def get(self, first: str, otherwise: tuple[Term, ...]) -> tuple[Term, ...]:
        start = self._text.find(f"\n{first}\t")
        if start < 0:
            return otherwise
        line = self._text[start + len(first) + 2 :].partition("\n")[0]
        parted = (term.rpartition(":") for term in line.split(";"))
        return tuple(Term((first, *stems.split()), self._meanings[int(number)] or None) for stems, _, number in parted)


def index_of(kept: KeptTerms) -> Index[Term]:
    """The terms by their first stem."""
    return Index(kept.drawers, lambda text: _Lines(text, kept.meanings))
