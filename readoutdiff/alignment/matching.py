"""The words that make sides meet in a topic: what a reader is shown as the reason why two passages stand side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from readoutdiff.alignment.terms import TermFinder
from readoutdiff.alignment.unit import Unit, who
from readoutdiff.contract import Span, Topic
from readoutdiff.text.tokens import Token

_NONE: frozenset[str] = frozenset()
_LONGEST = 3  # tokens of a synonym, a date or an amount

Alike = Callable[[str], tuple[str, ...]]


class Matching:
    """Finds the words that several sides have; `alike` gives for a stem the others of nearly the same spelling."""

    def __init__(self, units: Mapping[str, Unit], finder: TermFinder, alike: Alike) -> None:
        self.units, self.finder, self.alike = units, finder, alike

    def of(self, topic: Topic) -> dict[str, tuple[Span, ...]]:
        """For each side the ranges of its words that another side of the topic has too, by their place; sides without any are left out."""
        sides = {party: self._members(topic, party) for party in (*topic.segments, *topic.possible)}
        found = {
            party: tuple(span for unit in units for span in self._spans(unit, self._common(unit, party, sides)))
            for party, units in sides.items()
        }
        return {party: spans for party, spans in found.items() if spans}

    def _common(self, unit: Unit, party: str, sides: Mapping[str, list[Unit]]) -> frozenset[str]:
        """The stems of a statement that another side's statement has, be it in another spelling."""
        theirs = [other for side, units in sides.items() if side != party for other in units]
        others = _NONE.union(*[other.terms.stems for other in theirs if other.segment.id != unit.segment.id])
        if not others:
            return _NONE
        common = unit.terms.stems & others
        return common.union([s for s in unit.terms.stems - common if not others.isdisjoint(self.alike(s))])

    def _members(self, topic: Topic, party: str) -> list[Unit]:
        named = (*topic.segments.get(party, ()), *(c.segment for c in topic.possible.get(party, ()) if c.score))
        return [self.units[segment] for segment in dict.fromkeys(named)]

    def _spans(self, unit: Unit, common: frozenset[str]) -> Iterator[Span]:
        """Words beside each other are one range."""
        for first, last in _runs(self._places(unit, common) if common else ()):
            yield Span(document=unit.segment.document, start=unit.tokens[first].start, end=unit.tokens[last].end)

    def _places(self, unit: Unit, common: frozenset[str]) -> list[int]:
        """The places of the tokens that say what is in common: single words first, then those that say it only together."""
        alone, aside = self.finder.alone, who(unit.segment)
        found = [(at, token, mine) for at, token in enumerate(unit.tokens) if token.is_word and (mine := alone[token.low] & common)]
        meant = {at: mine for at, token, mine in found if not _is_in(aside, token)}
        left = (common & unit.terms.stems).difference(*meant.values())
        said = [at for at, token in enumerate(unit.tokens) if token.is_word and not _is_in(aside, token)] if left else []
        for size in range(2, _LONGEST + 1):
            for at in said:
                mine = self.finder.stems(unit.tokens[at : at + size])
                if len(mine) == 1 and mine <= left and meant.keys().isdisjoint(range(at, at + size)):
                    meant |= dict.fromkeys(range(at, at + size), mine)
            left = left.difference(*meant.values())
        return sorted(meant)


def _is_in(spans: Sequence[Span], token: Token) -> bool:
    return any(s.start <= token.start < s.end for s in spans)


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    run: list[int] = []
    for at in (*places, -1):
        if run and at != run[-1] + 1:
            yield run[0], run[-1]
            run = []
        run.append(at)
