"""An article checked against the readouts, finding by finding."""

from __future__ import annotations

from collections.abc import Mapping

from readoutdiff.contract import Finding
from readoutdiff.render import words
from readoutdiff.render.checks import HEADS, changes, nearest, numbered, quotation_of, topics_of
from readoutdiff.render.view.marking import Mark, Run, runs
from readoutdiff.render.view.passages import Passage, Reader
from readoutdiff.value import Value


class Item(Value, frozen=True):
    """One finding: its number, the topics it belongs to, the passage with the stretch marked, what stands beside it, what is altered."""

    number: int
    topics: tuple[tuple[str, str], ...]
    passage: Passage
    lead: str
    beside: Passage | None
    readout: tuple[Run, ...]
    changes: tuple[str, ...]


class Kind(Value, frozen=True):
    """The findings of one kind on one side."""

    head: str
    items: tuple[Item, ...]


class Checked(Value, frozen=True):
    """What was found of one side whose readout is there."""

    side: int
    name: str
    kinds: tuple[Kind, ...]


class Checker:
    """Makes the findings of a comparison ready to show; `shown` has the labels of the topics that the page shows, by their ids."""

    def __init__(self, reader: Reader, shown: Mapping[str, str]) -> None:
        self.reader, self.comparison, self.labels = reader, reader.comparison, shown

    def sides(self) -> tuple[Checked, ...]:
        """The findings of each side whose readout is there."""
        found = numbered(self.comparison)
        return tuple(
            Checked(
                place,
                party.name,
                tuple(
                    Kind(head, tuple(self._item(n, f) for n, f in found if f.party == party.id and f.kind == kind))
                    for kind, head in HEADS.items()
                    if any(f.party == party.id and f.kind == kind for f in self.comparison.findings)
                ),
            )
            for place, party in enumerate(self.comparison.parties)
            if words.has_readout(self.comparison, party.id)
        )

    def _item(self, number: int, finding: Finding) -> Item:
        passage = self.reader.passage(finding.segment, [Mark("found", finding.start, finding.end)])
        topics = tuple((t, self.labels[t]) for t in topics_of(self.comparison, finding) if t in self.labels)
        quoted = quotation_of(self.comparison, finding)
        if finding.kind == "quote_altered" and quoted is not None and quoted.passage is not None:
            there = quoted.passage
            words_there = runs(self.comparison, there.document, there.start, there.end, [])
            return Item(number, topics, passage, "The readout:", None, words_there, tuple(changes(self.comparison, quoted)))
        lead, near = nearest(self.comparison, finding)
        return Item(number, topics, passage, lead, self.reader.passage(near.segment) if near else None, (), ())
