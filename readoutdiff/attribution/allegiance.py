"""Whose people they are whom the text does not place.

Each is weighed once, over all places that name him, by the company he is in (company.py); nobody's is a verdict too. The
surest come first, for whom they meet tells of the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from readoutdiff.attribution.company import Company
from readoutdiff.attribution.figures import Figure, figures
from readoutdiff.attribution.people import People, Person
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.story import Story

_SURE = 4.0  # a lead that nobody else's place will change
_CLEAR = 0.3  # by which a side must lead: else what the text says where he speaks decides
_FEW = 40  # figures; of more, each is weighed without the others


def settle(story: Story, people: People, sides: Sequence[str], knowledge: Knowledge) -> People:
    """The same people, with each unplaced figure of the side for which most signs speak, or of none."""
    if len(sides) < 2:
        return people
    company = Company(story, people, sides, knowledge)
    left = figures(story, people)
    while left:
        found = [(figure, *_weighed(company, figure, knowledge)) for figure in left]
        surest = min(max(margin for _, margin, _ in found), _SURE) if len(left) <= _FEW else -inf
        sure = [(figure, party) for figure, margin, party in found if margin >= surest]
        clear = {figure for figure, margin, party in found if margin >= _CLEAR or party is None or _is_misplaced(company, figure)}
        company.people = placed(company.people, [(figure, party) for figure, party in sure if figure in clear])
        left = [figure for figure, margin, _ in found if margin < surest]
    return company.people


def _is_misplaced(company: Company, figure: Figure) -> bool:
    """Whether the text's home was taken for that of a figure who cannot be of it."""
    before = company.people.find(figure.names[-1])
    return before is not None and before.party not in company.able(figure)


def placed(people: People, found: Sequence[tuple[Figure, str | None]]) -> People:
    """The people with each figure of that side, or of none."""
    persons, unsure = dict(people.persons), set(people.unsure)
    for figure, party in found:
        before = people.find(figure.names[-1])
        if before is not None and (before.party == party or (party is None and before.known_by == "company")):
            continue  # of the latter's name somebody is of a side already: 'Saddam Hussein' beside 'Minister Hussein'
        for name in figure.names:
            persons.pop(name, None)
            if party:
                persons[name] = Person(party, "principal", "company")
                unsure.add(name)
    return people.replacing(persons, frozenset(unsure)) if persons != people.persons else people


def _weighed(company: Company, figure: Figure, knowledge: Knowledge) -> tuple[float, str | None]:
    """The side, or None, for which most signs speak, and by how much it leads."""
    weights = knowledge.signs.person
    sums = {party: sum(weights.get(s, 0.0) for s in company.signs(figure, party)) for party in company.able(figure)}
    best = max(sums, key=lambda party: sums[party])
    return sums.pop(best) - max(sums.values(), default=0.0), best
