"""Persons whom a text names and does not place: 'Vieira', 'spokesperson Paula Pinho', a minister without a country."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.attribution.people import People
from readoutdiff.parsing.noun import Noun
from readoutdiff.parsing.story import Sentence, Story
from readoutdiff.value import Value

KINDS = ("person", "principal", "spokes")
PLACED = ("text", "list", "readout")  # what a text, a readout or the list says of a person is not weighed again


class Figure(Value, frozen=True):
    """Somebody whom the text does not place: the fullest name, and each place as (number of the sentence, noun phrase)."""

    names: tuple[str, ...]
    places: tuple[tuple[int, Noun], ...]


def figures(story: Story, people: People) -> list[Figure]:
    """Everybody whom the text does not place, and who speaks or holds a title, in order."""
    gathering = _Gathering()
    for number, sentence in enumerate(story.sentences):
        for noun in sentence.nouns:
            if noun.kind in KINDS and noun.names and not noun.sure and not _is_placed(people, noun):
                gathering.meet(number, noun)
    return [figure for figure in gathering.figures() if _counts(story, figure)]


class _Gathering:
    """Figures by their names: 'Ida Ek' and 'Ida Berg' are two, 'Minister Ek' and 'Ida Ek' one, 'Shen' may be Shen Guolan."""

    def __init__(self) -> None:
        self.names: list[tuple[str, ...]] = []
        self.places: list[list[tuple[int, Noun]]] = []
        self.by_last: dict[str, int] = {}
        self.by_part: dict[str, int] = {}

    def meet(self, number: int, noun: Noun) -> None:
        """Take note of one place."""
        at = self._known(noun.names)
        if at is None:
            at = len(self.names)
            self.names.append(noun.names)
            self.places.append([])
        self.names[at] = max(self.names[at], noun.names, key=len)
        self.places[at].append((number, noun))
        self.by_last[noun.names[-1]] = at
        for name in noun.names:
            self.by_part.setdefault(name, at)

    def _known(self, names: tuple[str, ...]) -> int | None:
        at = self.by_last.get(names[-1])
        if at is None:
            at = self.by_part.get(names[0] if len(names) > 1 else names[-1])
            if at is not None and len(names) > 1 and self.names[at] != names[:1]:
                at = None  # another of that first name
        return at if at is not None and ({*names} <= {*self.names[at]} or {*self.names[at]} <= {*names}) else None

    def figures(self) -> Iterator[Figure]:
        """All figures, in order."""
        return (Figure(names, tuple(places)) for names, places in zip(self.names, self.places, strict=True))


def _counts(story: Story, figure: Figure) -> bool:
    """Who speaks, or holds a title and is named again."""
    titled = len(figure.places) > 1 and any(noun.kind == "principal" for _, noun in figure.places)
    return titled or any(speaks(story.sentences[n], noun) for n, noun in figure.places)


def _is_placed(people: People, noun: Noun) -> bool:
    known = people.find(noun.names[-1])
    return known is not None and known.known_by in PLACED


def speaks(sentence: Sentence, noun: Noun) -> bool:
    """Whether a noun phrase is a source in its sentence."""
    return bool([frame for frame in sentence.frames if frame.source.first == noun.first])
