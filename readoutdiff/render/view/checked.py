"""An article checked against the readouts, finding by finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from readoutdiff.contract import Comparison, Finding
from readoutdiff.render import facts
from readoutdiff.render.checks import HEADS, changes, nearest, numbered, quotation_of, topics_of
from readoutdiff.render.view.marking import Mark, Run, runs
from readoutdiff.render.view.passages import Passage, Reader
from readoutdiff.render.view.rows import Row
from readoutdiff.value import Value


class Item(Value, frozen=True):
    """One finding: its number, the topics it belongs to, the passage with the stretch marked, what stands beside it, what is altered."""

    number: int
    topics: tuple[tuple[str, str], ...]
    passage: Passage
    lead: str
    beside: Passage | None = None
    readout: tuple[Run, ...] = ()
    changes: tuple[str, ...] = ()


class Kind(Value, frozen=True):
    """The findings of one kind on one side."""

    head: str
    items: tuple[Item, ...]


class Checked(Value, frozen=True):
    """What was found of one side whose readout is there."""

    side: int
    name: str
    kinds: tuple[Kind, ...]


def checked(comparison: Comparison, table: Sequence[Row]) -> tuple[Checked, ...]:
    """The findings of each side whose readout is there, with those topics that stand in `table`; none where no article is checked."""
    return _Checker(comparison, {row.id: row.label for row in table}).sides() if comparison.mode == "triangulated" else ()


class _Checker:
    """Makes the findings of a comparison ready to show; `labels` are those of the topics that are shown, by their ids."""

    def __init__(self, comparison: Comparison, labels: Mapping[str, str]) -> None:
        self.comparison, self.labels = comparison, labels
        self.reader, self.found = Reader(comparison), numbered(comparison)

    def sides(self) -> tuple[Checked, ...]:
        parties = self.comparison.parties
        read = [(place, party) for place, party in enumerate(parties) if facts.has_readout(self.comparison, party.id)]
        return tuple(Checked(place, party.name, tuple(self._kinds(party.id))) for place, party in read)

    def _kinds(self, party: str) -> Iterator[Kind]:
        for kind, head in HEADS.items():
            items = tuple(self._item(n, f) for n, f in self.found if f.party == party and f.kind == kind)
            if items:
                yield Kind(head, items)

    def _item(self, number: int, finding: Finding) -> Item:
        passage = self.reader.passage(finding.segment, [Mark("found", finding.start, finding.end)])
        topics = tuple((t, self.labels[t]) for t in topics_of(self.comparison, finding) if t in self.labels)
        quoted = quotation_of(self.comparison, finding)
        if finding.kind == "quote_altered" and quoted is not None and quoted.passage is not None:
            there = quoted.passage
            readout = runs(self.comparison, there.document, there.start, there.end, [])
            return Item(number, topics, passage, "The readout:", readout=readout, changes=tuple(changes(self.comparison, quoted)))
        lead, near = nearest(self.comparison, finding)
        return Item(number, topics, passage, lead, beside=self.reader.passage(near.segment) if near else None)
