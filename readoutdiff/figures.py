"""Persons whom a text names and does not place: 'Vieira', 'spokesperson Paula Pinho', a minister without a country."""

from __future__ import annotations

from typing import NamedTuple

from readoutdiff.people import People
from readoutdiff.phrase import Noun
from readoutdiff.story import Sentence, Story

KINDS = ("person", "principal", "spokes")
PLACED = ("text", "list")  # what a text or the list says of a person is not weighed again


class Figure(NamedTuple):
    """Somebody whom the text does not place: all names, and each place as (number of the sentence, noun phrase)."""

    names: tuple[str, ...]
    places: tuple[tuple[int, Noun], ...]


def figures(story: Story, people: People) -> list[Figure]:
    """Everybody whom the text does not place, and who speaks or holds a title, in order."""
    found: list[tuple[dict[str, None], list[tuple[int, Noun]]]] = []
    by_name: dict[str, int] = {}
    for number, sentence in enumerate(story.sentences):
        for noun in sentence.nouns:
            if noun.kind not in KINDS or not noun.names or noun.sure or _is_placed(people, noun):
                continue
            at = by_name.get(noun.names[-1], by_name.get(noun.names[0]))  # families come first in some languages
            if at is None:
                at = len(found)
                found.append(({}, []))
            names, places = found[at]
            names.update(dict.fromkeys(noun.names))
            places.append((number, noun))
            for name in noun.names:
                by_name.setdefault(name, at)
    every = (Figure(tuple(names), tuple(places)) for names, places in found)
    return [figure for figure in every if _counts(story, figure)]


def _counts(story: Story, figure: Figure) -> bool:
    """Who speaks, or holds a title and is named again."""
    titled = any(noun.kind == "principal" for _, noun in figure.places)
    return (titled and len(figure.places) > 1) or any(speaks(story.sentences[n], noun) for n, noun in figure.places)


def _is_placed(people: People, noun: Noun) -> bool:
    known = [people.find(name) for name in (noun.names[-1], noun.names[0])]
    return any(p is not None and p.known_by in PLACED for p in known)


def speaks(sentence: Sentence, noun: Noun) -> bool:
    """Whether a noun phrase is a source in its sentence."""
    return any(frame.source.first == noun.first for frame in sentence.frames)
