"""Which party a user names, and whose readout a text is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import permutations

from readoutdiff.errors import UsageError
from readoutdiff.knowledge import Knowledge
from readoutdiff.story import Story, body


def find_party(name: str, knowledge: Knowledge) -> str:
    """The id of a party given by its id or by any of its own names, in any case. Raises UsageError if there is none."""
    wanted = name.strip().casefold()
    if wanted in knowledge.parties:
        return wanted
    for party in knowledge.party:
        if any(kind not in ("shared", "title") and wanted == own.casefold() for kind, own in party.named() if own not in party.shared):
            return party.id
    raise UsageError(f"unknown side {name!r}; use an id such as us or ru, or a country's English name")


def publishers(
    stories: Sequence[Story], known: Sequence[str | None], names: Sequence[str], knowledge: Knowledge
) -> list[str]:
    """Whose readout each text is; `known` holds those that the user named.

    Told by who speaks first ('President X of Ukraine had a call with …'), by who is the partner ('with …'), by
    whose offices are named. Raises UsageError where the texts do not tell it.
    """
    open_places = [i for i, party in enumerate(known) if party is None]
    if not open_places:
        return [party for party in known if party is not None]
    marks = [_marks(stories[i]) for i in open_places]
    candidates = sorted({p for m in marks for p in m} - {p for p in known if p})
    best, tie = None, False
    for choice in permutations(candidates, len(open_places)):
        total = sum(m[p] for m, p in zip(marks, choice, strict=True))
        if best is None or total > best[0]:
            best, tie = (total, choice), False
        elif total == best[0]:
            tie = True
    if best is None or tie or best[0] <= 0:
        unsure = ", ".join(names[i] for i in open_places)
        raise UsageError(f"cannot tell whose readouts these are ({unsure}); name them in order with --sides, as in --sides us,ru")
    found = list(known)
    for place, party in zip(open_places, best[1], strict=True):
        found[place] = party
    return [party for party in found if party is not None]


def _marks(story: Story) -> Counter[str]:
    """How much speaks for each party as the publisher of a readout."""
    marks: Counter[str] = Counter()
    for number, sentence in enumerate(list(body(story))[:6]):
        owners = [(n.first, n.owner[0], n.kind) for n in sentence.nouns if n.sure]
        for place, owner, kind in owners:
            before = story.tokens[place - 1].low if place > sentence.first else ""
            if before in ("with", "to", "from", "and", "between", "counterpart") and number < 2:
                marks[owner] -= 3
            elif number == 0 and (place, owner, kind) == owners[0]:
                marks[owner] += 3
            elif kind == "institution":
                marks[owner] += 1
    for place in _first_persons(story):
        marks[place] += 1
    everyone = Counter(m.parties[0] for m in story.mentions.values() if len(m.parties) == 1)
    for party, n in everyone.most_common(2):
        marks[party] += 1 if n > 1 else 0
    return marks


def _first_persons(story: Story) -> list[str]:
    """Parties that act ('Ukraine stressed', 'the Ukrainian side noted') more than once."""
    subjects = Counter(f.source.owner[0] for s in body(story) for f in s.frames if f.source.sure)
    return [party for party, n in subjects.items() if n > 1]

