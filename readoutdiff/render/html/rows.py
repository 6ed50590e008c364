"""The rows of the topics: for each side what it says, what may be the same, or that it is silent, ready for the template."""

from __future__ import annotations

from collections.abc import Sequence

from readoutdiff.contract import Candidate, Comparison, Finding, Party, Topic
from readoutdiff.render import words
from readoutdiff.render.html.marking import marks_of
from readoutdiff.render.html.passages import Passage, Reader, vouched
from readoutdiff.value import Value

_SIGNS = {"shared": "≡", "possible": "≈", "outlet_only": "○"}
_SEVERAL = 2  # sides: with more, a difference names between whom it is


class Near(Value, frozen=True):
    """A passage that comes near, and how near (0-1)."""

    passage: Passage
    score: str


class Put(Value, frozen=True):
    """What a side puts otherwise: of what kind, in which words, otherwise than whom."""

    kind: str
    words: str
    whom: str


class Cell(Value, frozen=True):
    """One side of one topic; `kind` is raised, possible, silent or outlet. `bar` is a share of the greatest one, from 0 to 1."""

    side: int
    name: str
    kind: str
    lead: str = ""
    passages: tuple[Passage, ...] = ()
    near: tuple[Near, ...] = ()
    puts: tuple[Put, ...] = ()
    bar: float = 0.0
    figures: str = ""


class Row(Value, frozen=True):
    """A topic: its address, its verdict as a sign, a word and a sentence, its cells, and which sides raise it."""

    id: str
    label: str
    status: str
    sign: str
    word: str
    verdict: str
    notes: tuple[str, ...]
    sides: tuple[str, ...]
    cells: tuple[Cell, ...]
    findings: tuple[int, ...]


class Rows:
    """Makes the rows of a comparison's topics."""

    def __init__(self, reader: Reader) -> None:
        self.reader, self.comparison = reader, reader.comparison
        self.places = {p.id: place for place, p in enumerate(self.comparison.parties)}
        self.names = {p.id: p.name for p in self.comparison.parties}
        self.greatest = max((e.share for t in self.comparison.topics for e in t.emphasis.values()), default=0.0)

    def row(self, topic: Topic) -> Row:
        """A topic as a row."""
        return Row(
            topic.id,
            topic.label,
            topic.status,
            self.sign(topic),
            words.word_of(self.comparison, topic),
            words.verdict(self.comparison, topic),
            tuple(vouched(topic.corrected, topic.confirmed)),
            tuple(topic.segments),
            self._cells(topic),
            tuple(n for n, finding in enumerate(self.comparison.findings, 1) if topic.id in self._topics(finding)),
        )

    def sign(self, topic: Topic) -> str:
        """The mark of a verdict; an arrow points at the column of the only side."""
        if topic.status != "one_sided":
            return _SIGNS[topic.status]
        return "◀" if self.places[next(iter(topic.segments))] == 0 else "▶"

    def _topics(self, finding: Finding) -> Sequence[str]:
        return self.reader.segments[finding.segment].topics

    def _cells(self, topic: Topic) -> tuple[Cell, ...]:
        if topic.status == "outlet_only":
            told = tuple(self.reader.passage(s) for s in topic.outlet)
            return (Cell(-1, "the outlet", "outlet", passages=told),)
        return tuple(self._cell(topic, party) for party in self.comparison.parties)

    def _cell(self, topic: Topic, party: Party) -> Cell:
        side, name = self.places[party.id], party.name
        if party.id in topic.segments:
            share = topic.emphasis[party.id].share
            return Cell(
                side,
                name,
                "raised",
                passages=tuple(self._passage(topic, s) for s in topic.segments[party.id]),
                puts=self._puts(topic, party.id),
                bar=share / self.greatest if self.greatest else 0.0,
                figures=words.figures(topic.emphasis[party.id]),
            )
        if party.id in topic.possible:
            found = topic.possible[party.id]
            lead, near = words.undecided(self.comparison, topic, party.id), [c for c in found if c.score]
            return Cell(side, name, "possible", lead, near=tuple(self._near(topic, c) for c in near))
        nearest = topic.nearest.get(party.id)
        said = topic.remarks.get(party.id)
        return Cell(
            side,
            name,
            "silent",
            words.silence(self.comparison, party.id),
            passages=(self.reader.passage(said),) if said else (),
            near=(self._near(topic, nearest),) if nearest else (),
        )

    def _passage(self, topic: Topic, segment: str) -> Passage:
        return self.reader.passage(segment, marks_of(topic, self.reader.segments[segment].document))

    def _near(self, topic: Topic, candidate: Candidate) -> Near:
        return Near(self._passage(topic, candidate.segment), f"{candidate.score:.2f}")

    def _puts(self, topic: Topic, party: str) -> tuple[Put, ...]:
        """A side's own words for what others put otherwise, each once."""
        several = len(self.comparison.parties) > _SEVERAL
        return tuple(
            Put(kind, self.reader.words(span), words.joined([self.names[p] for p in others]) if several else "")
            for kind, span, others in words.put_otherwise(self.comparison, topic, party)
        )


def rows(comparison: Comparison, topics: Sequence[Topic]) -> tuple[Row, ...]:
    """The rows of some topics, in their order."""
    made = Rows(Reader(comparison))
    return tuple(made.row(topic) for topic in topics)
