"""Terms of the lexicon as the compiled tables keep them, looked up by their first two stems."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Sequence

import msgspec

from readoutdiff.lexicon.drawers import DRAWER, Known


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


def keep_terms(terms: Collection[Term]) -> KeptTerms:
    """Terms as text that needs no escapes: it is read far faster than what it holds, and little of it is needed."""
    numbers = {meaning: number for number, meaning in enumerate(sorted({"", *(term.meaning or "" for term in terms)}))}
    lines: dict[str, list[str]] = defaultdict(list)
    for term in sorted(terms, key=lambda t: (-len(t.stems), t.meaning or "", t.stems)):
        lines[term.stems[0]].append(f"{' '.join(term.stems[1:])}:{numbers[term.meaning or '']}")
    drawers: dict[str, str] = defaultdict(str)
    for first in sorted(lines):
        drawers[first[:DRAWER]] += f"\n{first}\t{';'.join(lines[first])}"
    return KeptTerms(list(numbers), drawers)


def telling(stems: Sequence[str], synonyms: "TermIndex", empty: Container[str]) -> frozenset[str]:
    """The stems that tell of what a statement is, synonyms made one."""
    merged: list[str] = []
    done = 0
    for at, terms in synonyms.found(stems):
        if at >= done:
            merged += stems[done:at]
            merged.append(terms[0].meaning or stems[at])
            done = at + len(terms[0].stems)
    merged += stems[done:]
    return frozenset([s for s in merged if s not in empty and len(s) > 1])


class TermIndex:
    """Terms by their first two stems. A line is taken apart when its stem first comes up in a text, a term when its second one does."""

    def __init__(self, kept: KeptTerms) -> None:
        self._drawers, self._meanings = kept.drawers, kept.meanings
        self._lines: Known[str, dict[str, list[str] | tuple[Term, ...]]] = Known(self._line)

    def found(self, stems: Sequence[str]) -> Iterator[tuple[int, list[Term]]]:
        """The places of a text at which terms stand, and those terms, the longest first."""
        lines = self._lines
        for place in [place for place, first in enumerate(stems) if lines[first]]:
            terms = self._at(stems, place)
            if terms:
                yield place, terms

    def _at(self, stems: Sequence[str], place: int) -> list[Term]:
        first = stems[place]
        line = self._lines[first]
        found: list[Term] = []
        if place + 1 < len(stems) and (second := stems[place + 1]) in line:
            longer = self._terms(line, first, second)
            found = [term for term in longer if tuple(stems[place : place + len(term.stems)]) == term.stems]
        return [*found, *self._terms(line, first, "")] if "" in line else found

    def _line(self, first: str) -> dict[str, list[str] | tuple[Term, ...]]:
        """The terms that begin with a stem, as they are kept, by their second one; "" for those that have no second."""
        drawer = self._drawers.get(first[:DRAWER], "")
        start = drawer.find(f"\n{first}\t")
        if start < 0:
            return {}
        found: dict[str, list[str]] = defaultdict(list)
        for term in drawer[start + len(first) + 2 :].partition("\n")[0].split(";"):
            found[term.partition(":")[0].partition(" ")[0]].append(term)
        return {**found}

    def _terms(self, line: dict[str, list[str] | tuple[Term, ...]], first: str, second: str) -> tuple[Term, ...]:
        kept = line[second]
        if isinstance(kept, list):
            kept = line[second] = tuple(self._term(first, term) for term in kept)
        return kept

    def _term(self, first: str, kept: str) -> Term:
        further, _, number = kept.rpartition(":")
        return Term((first, *further.split()), self._meanings[int(number)] or None)
