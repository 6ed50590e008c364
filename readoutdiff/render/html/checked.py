"""An article checked against the readouts, finding by finding."""

from __future__ import annotations

from readoutdiff.contract import Candidate, Change, Finding, Quoted, Span, Stretch
from readoutdiff.render import words
from readoutdiff.render.checks import HEADS, NEAR, quotation_of
from readoutdiff.render.html.marking import Mark, Run, runs
from readoutdiff.render.html.passages import Passage, Reader
from readoutdiff.value import Value


class Item(Value, frozen=True):
    """One finding: its number, the passage with the stretch marked, what stands beside it and with what lead, and what is altered."""

    number: int
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
    """Makes the findings of a comparison ready to show."""

    def __init__(self, reader: Reader) -> None:
        self.reader, self.comparison = reader, reader.comparison

    def sides(self) -> tuple[Checked, ...]:
        """The findings of each side whose readout is there."""
        numbered = list(enumerate(self.comparison.findings, 1))
        return tuple(
            Checked(
                place,
                party.name,
                tuple(
                    Kind(head, tuple(self._item(n, f) for n, f in numbered if f.party == party.id and f.kind == kind))
                    for kind, head in HEADS.items()
                    if any(f.party == party.id and f.kind == kind for f in self.comparison.findings)
                ),
            )
            for place, party in enumerate(self.comparison.parties)
            if words.has_readout(self.comparison, party.id)
        )

    def _item(self, number: int, finding: Finding) -> Item:
        passage = self.reader.passage(finding.segment, [Mark("found", finding.start, finding.end)])
        quoted = quotation_of(self.comparison, finding)
        if finding.kind == "quote_altered" and quoted is not None and quoted.passage is not None:
            return Item(number, passage, "The readout:", None, self._passage(quoted.passage), tuple(self._changes(quoted)))
        lead, near = self._beside(finding)
        return Item(number, passage, lead, self.reader.passage(near.segment) if near else None, (), ())

    def _passage(self, span: Span) -> tuple[Run, ...]:
        return runs(self.comparison, span.document, span.start, span.end, [])

    def _beside(self, finding: Finding) -> tuple[str, Candidate | None]:
        if finding.elsewhere is not None:
            owner = self.reader.segments[finding.elsewhere.segment].parties[0]
            return f"It stands in {words.genitive(words.party_of(self.comparison, owner).name)} readout:", finding.elsewhere
        if finding.nearest is None or finding.nearest.score < NEAR:
            best = f" ({finding.nearest.score:.2f} at best)" if finding.nearest else ""
            return f"Nothing in the other text comes near it{best}.", None
        return f"Nearest ({finding.nearest.score:.2f}):", finding.nearest

    def _changes(self, quoted: Quoted) -> list[str]:
        """'low for fair', 'left out: only', 'added: very'."""
        return [self._change(quoted, change) for change in quoted.changes]

    def _change(self, quoted: Quoted, change: Change) -> str:
        here = self._words(self.reader.segments[quoted.segment].document, change.article)
        there = self._words(quoted.passage.document if quoted.passage else "", change.readout)
        return f"“{here}” for “{there}”" if here and there else f"added: “{here}”" if here else f"left out: “{there}”"

    def _words(self, document: str, stretch: Stretch | None) -> str:
        return self.reader.words(Span(document=document, start=stretch.start, end=stretch.end)) if stretch else ""
