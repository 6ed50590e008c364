"""Documents to labelled ones: whose words each stretch is, of an article with the sides that it has, or of the readouts of several."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from readoutdiff.attribution.accounts import accounts_told
from readoutdiff.attribution.allegiance import settle
from readoutdiff.attribution.dates import page_date
from readoutdiff.attribution.home import find_home, most_named
from readoutdiff.attribution.introducing import introduce
from readoutdiff.attribution.labelled import Labelled
from readoutdiff.attribution.parties import find_party, publishers
from readoutdiff.attribution.people import People
from readoutdiff.attribution.segments import article_segments, readout_segments
from readoutdiff.attribution.sides import Sides, find_sides
from readoutdiff.contract import Document
from readoutdiff.errors import UsageError
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.story import Story, take_apart
from readoutdiff.value import Value


class Article(Value, frozen=True):
    """An article, labelled, and the sides whose accounts it tells."""

    labelled: Labelled
    sides: Sides


def label_article(document: Document, wanted: Sequence[str], readouts: Sequence[Labelled], knowledge: Knowledge) -> Article:
    """An article with its sides: those that the user `wanted`, else those that it shows and those of the `readouts` beside it."""
    story = take_apart(document.text, knowledge)
    if document.date is None:
        document = msgspec.structs.replace(document, date=page_date(story))
    people = _people_of_article(document, story, readouts, knowledge)
    sides = _given(story, people, wanted, knowledge) if wanted else find_sides(story, people, knowledge)
    theirs = tuple(dict.fromkeys(r.document.party for r in readouts if r.document.party))
    if theirs and not wanted:  # the article may have other sides beside those whose readout is there
        sides = _given(story, people, tuple(dict.fromkeys((*theirs, *sides.parties))), knowledge)
    segments = article_segments(document, story, sides.people, sides.parties, knowledge)
    return Article(Labelled(document, story, sides.people, tuple(segments)), sides)


def _people_of_article(document: Document, story: Story, readouts: Sequence[Labelled], knowledge: Knowledge) -> People:
    """Whom an article introduces; of whom it does not say whose they are, the readouts may, else that is its home's."""
    sole = knowledge.grammar.words.sole
    people = introduce(story, knowledge, _day_of(document))
    if readouts:
        from readoutdiff.attribution.vouching import told_by

        people = told_by(people, story, readouts, sole)
    return people.settled(find_home(story, people, sole), sole, most_named(story))


def _given(story: Story, people: People, parties: Sequence[str], knowledge: Knowledge) -> Sides:
    """The sides that a user named."""
    return Sides(tuple(parties), "compared", dict.fromkeys(parties, "named by the user"), settle(story, people, parties, knowledge))


def label_readouts(documents: Sequence[Document], wanted: Sequence[str], knowledge: Knowledge) -> list[Labelled]:
    """Readouts, each with the side that published it: that of its document, else of those `wanted` in their order, else as its text shows.

    Raises UsageError where sides and readouts are not of one number, a text tells several accounts, or its publisher cannot be told.
    """
    stories = [take_apart(d.text, knowledge) for d in documents]
    known = _known_publishers(documents, wanted, knowledge)
    people = [introduce(story, knowledge, _day_of(d)) for d, story in zip(documents, stories, strict=True)]
    _refuse_articles(documents, stories, known, knowledge)
    owners = publishers(stories, people, known, [d.name for d in documents])
    sides, sole = tuple(dict.fromkeys((*owners, *wanted))), knowledge.grammar.words.sole
    out: list[Labelled] = []
    for document, story, persons, owner in zip(documents, stories, people, owners, strict=True):
        twins = sum(other.document.party == owner for other in out)
        labelled = msgspec.structs.replace(document, id=f"{owner}-{twins + 1}" if twins else owner, party=owner)
        segments = readout_segments(labelled, story, persons.settled(owner, sole), sides, knowledge)
        out.append(Labelled(labelled, story, persons, tuple(segments)))
    return out


def _known_publishers(documents: Sequence[Document], wanted: Sequence[str], knowledge: Knowledge) -> Sequence[str | None]:
    """Whose each readout is, as far as the user says: with each of them, or for all in their order."""
    known = [find_party(d.party, knowledge) if d.party else None for d in documents]
    if not (wanted and documents) or any(known):
        return known
    if len(wanted) != len(documents):
        raise UsageError(f"--sides names {len(wanted)} sides for {len(documents)} readouts; name one for each, in their order")
    return wanted


def _refuse_articles(documents: Sequence[Document], stories: Sequence[Story], known: Sequence[str | None], knowledge: Knowledge) -> None:
    """Raises UsageError where a text that is to be somebody's readout tells the accounts of several."""
    for document, story, owner in zip(documents, stories, known, strict=True):
        told = accounts_told(story) if owner is None else ()
        if len(told) > 1:
            names = " and ".join(knowledge.parties[p].name for p in told[:2])
            mend = "give it alone, or beside readouts named with --readout"
            raise UsageError(f"{document.name}: tells the accounts of {names}, as an article does; {mend}")


def _day_of(document: Document) -> date | None:
    return date.fromisoformat(document.date) if document.date else None
