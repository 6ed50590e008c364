"""Terms of the lexicon as the compiled tables keep them, looked up by their first two stems."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import msgspec

from readoutdiff.drawers import DRAWER, KEPT


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


class TermIndex:
    """Terms by their first two stems. A line is read when its stem first comes up in a text, and then kept."""

    def __init__(self, kept: KeptTerms) -> None:
        self._drawers, self._meanings = kept.drawers, kept.meanings
        self._known: dict[str, Mapping[str, tuple[Term, ...]]] = {}

    def at(self, stems: Sequence[str], place: int) -> list[Term]:
        """The terms that stand at a place of a text, the longest first."""
        begun = self._known.get(stems[place])
        if begun is None:
            if len(self._known) > KEPT:
                self._known.clear()
            begun = self._known[stems[place]] = self._line(stems[place])
        if not begun:
            return []
        longer = begun.get(stems[place + 1], ()) if place + 1 < len(stems) else ()
        found = [term for term in longer if tuple(stems[place : place + len(term.stems)]) == term.stems]
        return [*found, *begun.get("", ())]

    def _line(self, first: str) -> Mapping[str, tuple[Term, ...]]:
        """The terms that begin with a stem by their second one, "" for those that have no second."""
        drawer = self._drawers.get(first[:DRAWER], "")
        start = drawer.find(f"\n{first}\t")
        if start < 0:
            return {}
        found: dict[str, list[Term]] = defaultdict(list)
        for term in drawer[start + len(first) + 2 :].partition("\n")[0].split(";"):
            further, _, number = term.rpartition(":")
            stems = further.split()
            found[stems[0] if stems else ""].append(Term((first, *stems), self._meanings[int(number)] or None))
        return {second: tuple(terms) for second, terms in found.items()}
