"""Whose people they are whom the text does not place.

Each is weighed once, over all places that name him, by the company he is in (company.py); nobody's is a verdict too. The
surest come first, for whom they meet tells of the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import inf

from readoutdiff.attribution.company import Company
from readoutdiff.attribution.figures import Figure, figures
from readoutdiff.attribution.people import People, Person
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.story import Story
from readoutdiff.value import replace

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
        found = [(figure, *_weighed(company, figure, knowledge)) for figure in _free(left)]
        surest = min(max(margin for _, margin, _ in found), _SURE) if len(left) <= _FEW else -inf
        sure = [(figure, party) for figure, margin, party in found if margin >= surest]
        clear = {figure for figure, margin, party in found if margin >= _CLEAR or party is None or _is_misplaced(company, figure)}
        people = placed(company.people, [(figure, party) for figure, party in sure if figure in clear])
        company.people = _with_titles(story, people, knowledge)
        settled = {figure for figure, _ in sure}
        left = [figure for figure in left if figure not in settled]
    return company.people


def _free(left: Sequence[Figure]) -> Sequence[Figure]:
    """Those who are nobody's staff, as long as there are such: of 'Prado's adviser, Luis Tapia' her side tells."""
    names = {name for figure in left for name in figure.names}
    return [f for f in left if not any(n.holder in names and n.holder not in f.names for _, n in f.places)] or left


def _with_titles(story: Story, people: People, knowledge: Knowledge) -> People:
    """The people with the titles too that one side alone has: where one of the two is a president, 'the presidential palace' is his."""
    held: dict[str, set[str | None]] = defaultdict(set)
    for noun in (noun for sentence in story.sentences for noun in sentence.nouns if noun.kind == "principal" and noun.name):
        person = people.find(noun.name or "")
        held[noun.head].add(noun.owner[0] if noun.sure else person.party if person else None)
    alone = {title: party for title, (party, *more) in held.items() if title in knowledge.grammar.words.sole and party and not more}
    seats = {seat: alone[title] for seat, title in knowledge.grammar.heads.seat_of.items() if title in alone}
    return replace(people, titles={**seats, **alone, **people.titles})


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
