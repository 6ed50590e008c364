"""The rows of the topics: for each side what it says, what may be the same, or that it is silent, ready for the template."""

from __future__ import annotations

from collections.abc import Sequence

from readoutdiff.contract import Candidate, Comparison, Party, Topic
from readoutdiff.render import facts, words
from readoutdiff.render.checks import numbered, topics_of
from readoutdiff.render.symbols import RICH
from readoutdiff.render.view.marking import marks_of
from readoutdiff.render.view.passages import Passage, Reader
from readoutdiff.value import Value


class Near(Value, frozen=True):
    """A passage that comes near, how near (0-1), and what leads to it."""

    passage: Passage
    score: str
    lead: str


class Put(Value, frozen=True):
    """What a side puts otherwise: of what kind, in which words, otherwise than whom."""

    kind: str
    words: str
    whom: str


class Cell(Value, frozen=True):
    """One side of one topic; `kind` is raised, possible, silent or outlet, `standing` says it in words.

    `again` tells of sentences that stand in another side's cell, `share` is that of the side's words in words, `bar` a part of the
    longest bar, from 0 to 1.
    """

    side: int
    name: str
    kind: str
    standing: str
    lead: str = ""
    again: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    near: tuple[Near, ...] = ()
    puts: tuple[Put, ...] = ()
    bar: float = 0.0
    share: str = ""
    figures: str = ""

    @property
    def introduction(self) -> str:
        """`lead` with what goes over to the passage under it: how near that comes, or that the article says so."""
        if self.kind == "possible" and self.near:
            return f"{self.lead} ({self.near[0].score}):"
        return f"{self.lead} The article says:" if self.kind == "silent" and self.passages else self.lead


class Row(Value, frozen=True):
    """A topic: its address, its verdict as a symbol, a word and a sentence, its cells, and which sides raise it."""

    id: str
    label: str
    status: str
    symbol: str
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
        self.greatest = facts.greatest_share(self.comparison)
        self.findings: dict[str, list[int]] = {}
        for number, finding in numbered(self.comparison):
            for topic in topics_of(self.comparison, finding):
                self.findings.setdefault(topic, []).append(number)

    def row(self, topic: Topic) -> Row:
        """A topic as a row."""
        return Row(
            id=topic.id,
            label=topic.label,
            status=topic.status,
            symbol=RICH.of(self.comparison, topic),
            word=words.word_of(self.comparison, topic),
            verdict=words.verdict(self.comparison, topic),
            notes=tuple(words.vouched(topic.corrected, topic.confirmed)),
            sides=tuple(topic.segments),
            cells=self._cells(topic),
            findings=tuple(self.findings.get(topic.id, ())),
        )

    def _cells(self, topic: Topic) -> tuple[Cell, ...]:
        if topic.status == "outlet_only":
            told = tuple(self.reader.passage(s) for s in topic.outlet)
            return (Cell(-1, "the outlet", "outlet", "outlet", passages=told),)
        return tuple(self._cell(topic, party) for party in self.comparison.parties)

    def _cell(self, topic: Topic, party: Party) -> Cell:
        make = self._raised if party.id in topic.segments else self._undecided if party.id in topic.possible else self._silent
        return make(topic, party)

    def _raised(self, topic: Topic, party: Party) -> Cell:
        emphasis = topic.emphasis[party.id]
        again = [s for s in topic.segments[party.id] if facts.told_before(self.comparison, topic, party.id, s)]
        return Cell(
            self.places[party.id],
            party.name,
            "raised",
            words.standing(self.comparison, topic, party.id),
            again=tuple(f"The same sentence, {words.given_to(self.reader.segments[s])}." for s in again),
            passages=tuple(self._passage(topic, s) for s in topic.segments[party.id] if s not in again),
            puts=self._puts(topic, party.id),
            bar=emphasis.share / self.greatest if self.greatest else 0.0,
            share=f"{emphasis.share:.0%}",
            figures=words.figures(emphasis),
        )

    def _undecided(self, topic: Topic, party: Party) -> Cell:
        near = tuple(self._near(topic, c) for c in topic.possible[party.id] if c.score)
        standing, lead = words.standing(self.comparison, topic, party.id), words.undecided(self.comparison, topic, party.id)
        return Cell(self.places[party.id], party.name, "possible", standing, lead, near=near)

    def _silent(self, topic: Topic, party: Party) -> Cell:
        nearest, said = topic.nearest.get(party.id), topic.remarks.get(party.id)
        return Cell(
            self.places[party.id],
            party.name,
            "silent",
            words.standing(self.comparison, topic, party.id),
            words.silence(self.comparison, party.id),
            passages=(self.reader.passage(said),) if said else (),
            near=(self._near(topic, nearest, words.nearest_lead(nearest)),) if nearest else (),
        )

    def _passage(self, topic: Topic, segment: str) -> Passage:
        return self.reader.passage(segment, marks_of(topic, self.reader.segments[segment].document))

    def _near(self, topic: Topic, candidate: Candidate, lead: str = "") -> Near:
        return Near(self._passage(topic, candidate.segment), f"{candidate.score:.2f}", lead)

    def _puts(self, topic: Topic, party: str) -> tuple[Put, ...]:
        """A side's own words for what others put otherwise, each once; of several sides, with whose are other."""
        several = facts.are_several(self.comparison)
        return tuple(
            Put(words.KINDS[kind], self.comparison.text_of(reading), words.joined([self.names[p] for p in others]) if several else "")
            for kind, reading, others in facts.put_otherwise(self.comparison, topic, party)
        )


def rows(comparison: Comparison, topics: Sequence[Topic]) -> tuple[Row, ...]:
    """The rows of some topics, in their order."""
    made = Rows(Reader(comparison))
    return tuple(made.row(topic) for topic in topics)
