"""The texts whole, paragraph by paragraph, each stretch marked by whose it is and by the verdicts of its topics."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from readoutdiff.contract import Comparison, Document, Segment, Topic
from readoutdiff.render import words
from readoutdiff.render.checks import HEADS, numbered
from readoutdiff.render.symbols import RICH
from readoutdiff.render.view.marking import Run, runs
from readoutdiff.value import Value

_CITED = 3  # topics that cite a segment: more ways back are no help


class Link(Value, frozen=True):
    """A way back to a topic or a finding: its address, what it is called, and its symbol and word."""

    id: str
    label: str
    symbol: str
    word: str


class Stretch(Value, frozen=True):
    """A segment as it stands in its text. `told` says whose it is, for those who hear the page; `sides` are the places of the sides."""

    id: str
    role: str
    told: str
    sides: tuple[int, ...]
    links: tuple[Link, ...]
    runs: tuple[Run, ...]
    before: str


class Page(Value, frozen=True):
    """A document: what it is, and its paragraphs."""

    id: str
    name: str
    about: str
    language: str
    paragraphs: tuple[tuple[Stretch, ...], ...]


class Texts:
    """Makes the pages of a comparison's documents; `shown` has the ways back to the topics that the report shows."""

    def __init__(self, comparison: Comparison, shown: Collection[Link]) -> None:
        self.comparison, self.links = comparison, {link.id: link for link in shown}
        self.found: dict[str, list[Link]] = {}
        for number, finding in numbered(comparison):
            link = Link(f"_finding-{number}", f"finding {number}: {HEADS[finding.kind].lower()}", RICH.apart, "apart from the other text")
            self.found.setdefault(finding.segment, []).append(link)
        self.places = {p.id: place for place, p in enumerate(comparison.parties)}
        self.names = {p.id: p.name for p in comparison.parties}
        self.topics = _by_segment((t, s) for t in comparison.topics for s in (*(s for ids in t.segments.values() for s in ids), *t.outlet))
        self.cited = _by_segment((t, s) for t in comparison.topics for s in _cited(t))

    def pages(self) -> tuple[Page, ...]:
        """A page for each document."""
        return tuple(self._page(d) for d in self.comparison.documents)

    def _page(self, document: Document) -> Page:
        language = "" if document.language == "und" else document.language
        mine = [s for s in self.comparison.segments if s.document == document.id]
        return Page(document.id, document.name, self._about(document), language, tuple(self._paragraphs(document, mine)))

    def _about(self, document: Document) -> str:
        whose = "the article"
        if document.role == "readout":
            whose = f"{words.genitive(self.names[document.party])} readout" if document.party in self.names else "a readout"
        dated = [document.date] if document.date else []
        return ", ".join([whose, *dated, words.counted(document.words, "word")])

    def _paragraphs(self, document: Document, segments: Sequence[Segment]) -> Iterator[tuple[Stretch, ...]]:
        """Segments between which a line ends stand in paragraphs of their own."""
        paragraph: list[Stretch] = []
        ended = 0
        for segment in segments:
            between = document.text[ended : segment.start]
            if "\n" in between or "\r" in between:
                yield tuple(paragraph)
                paragraph, between = [], ""
            paragraph.append(self._stretch(segment, between))
            ended = segment.end
        yield tuple(paragraph)

    def _stretch(self, segment: Segment, before: str) -> Stretch:
        return Stretch(
            id=segment.id,
            role=segment.role,
            told=self._told(segment),
            sides=tuple(self.places[p] for p in segment.parties if p in self.places),
            links=(*self._links(segment), *self.found.get(segment.id, ())),
            runs=runs(self.comparison, segment.document, segment.start, segment.end, []),
            before=before,
        )

    def _links(self, segment: Segment) -> list[Link]:
        """To the topics of a segment, else to those that cite it."""
        own = [self.links[t.id] for t in self.topics.get(segment.id, ()) if t.id in self.links]
        cited = [self.links[t.id] for t in self.cited.get(segment.id, ()) if t.id in self.links]
        return own or [Link(link.id, link.label, "↩", "cited") for link in cited[:_CITED]]

    def _told(self, segment: Segment) -> str:
        if segment.role == "statement":
            return words.joined([self.names[p] for p in segment.parties if p in self.names])
        return {"outlet": "the outlet", "third_party": "a third party"}.get(segment.role, "")


def _cited(topic: Topic) -> list[str]:
    """The segments that a topic shows as what comes near, or as what the article says of a silence."""
    near = [c.segment for found in topic.possible.values() for c in found if c.score]
    return [*near, *(c.segment for c in topic.nearest.values()), *topic.remarks.values()]


def _by_segment(pairs: Iterable[tuple[Topic, str]]) -> dict[str, list[Topic]]:
    found: dict[str, list[Topic]] = {}
    for topic, segment in pairs:
        found.setdefault(segment, []).append(topic)
    return found
