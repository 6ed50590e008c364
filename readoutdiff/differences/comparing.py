"""All differences between two statements on one point."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal

from readoutdiff.contract import Difference, Reading
from readoutdiff.differences import (
    calendar,
    figures,
    initiative,
    limits,
    modality,
    named,
    polarity,
    qualifying,
    rates,
    routes,
    strength,
    without,
)
from readoutdiff.differences.clause import Clause
from readoutdiff.differences.figures import Figure
from readoutdiff.differences.passage import Item, Passage, differing_pairs
from readoutdiff.differences.words import turned
from readoutdiff.text.spelling import fold

Kind = Literal["number", "date", "name", "place", "initiator", "polarity", "strength", "qualifier"]


class Statement:
    """All that can be put differently in a passage, each kind looked for when it is first asked for.

    `outlets` are the places of reporting verbs that are the outlet's own.
    """

    def __init__(self, passage: Passage, outlets: Collection[int] = ()) -> None:
        self.passage, self._outlets = passage, outlets

    @cached_property
    def dates(self) -> list[calendar.Date]:
        """Its dates."""
        return [*calendar.find_dates(self.passage)]

    @cached_property
    def _dated(self) -> frozenset[int]:
        return frozenset(i for date in self.dates for i in range(date.first, date.end))

    @cached_property
    def figures(self) -> list[Figure]:
        """Its figures."""
        return [*figures.find_figures(self.passage, self._dated)]

    @cached_property
    def rates(self) -> list[Item]:
        """How often something is done by it, and how many times as much."""
        return [*rates.find_rates(self.passage)]

    @cached_property
    def limited(self) -> list[Figure]:
        """Its figures that have a limit, or are promised without one."""
        return [*limits.find_limited(self.passage, self.figures)]

    @cached_property
    def routes(self) -> list[Item]:
        """From where to where something goes."""
        return [*routes.find_routes(self.passage)]

    @cached_property
    def accompanied(self) -> list[Item]:
        """What something is done with and without."""
        return [*without.find_accompanied(self.passage)]

    @cached_property
    def _runs(self) -> list[tuple[int, int]]:
        return [*named.find_runs(self.passage, self._dated)]

    @cached_property
    def names(self) -> list[Item]:
        """Its names of persons, bodies, ships, agreements."""
        return [*named.find_names(self.passage, self._runs)]

    @cached_property
    def places(self) -> list[Item]:
        """Its names of places."""
        return [*named.find_places(self.passage, self._runs)]

    @cached_property
    def folded(self) -> frozenset[str]:
        """Its words in letters that all spellings of a name share."""
        return frozenset(fold(low) for low in self.passage.low.values())

    @cached_property
    def initiatives(self) -> list[Item]:
        """Who took the initiative in it."""
        return [*initiative.find_initiatives(self.passage)]

    @cached_property
    def denials(self) -> list[polarity.Told]:
        """What it denies."""
        return [*polarity.find_denials(self.passage)]

    @cached_property
    def contraries(self) -> list[Clause]:
        """What is done in it in one of two contrary directions."""
        return [*polarity.find_contraries(self.passage, self._ways, self.denials)]

    @cached_property
    def _ways(self) -> Mapping[int, frozenset[str]]:
        return polarity.find_ways(self.passage)

    @cached_property
    def ways(self) -> frozenset[str]:
        """The directions in which something may be done in it."""
        return frozenset[str]().union(*self._ways.values())

    @cached_property
    def verbs(self) -> list[Item]:
        """The verbs that say how strongly its points are put."""
        return [*strength.find_verbs(self.passage, self._outlets)]

    @cached_property
    def qualified(self) -> list[Item]:
        """Its phrases with a qualifier."""
        return [*qualifying.find_qualified(self.passage)]

    @cached_property
    def promises(self) -> list[Clause]:
        """What will be done by it, and what may be."""
        return [*modality.find_promises(self.passage)]

    @cached_property
    def doubts(self) -> bool:
        """Whether anything may be told in it as only possible."""
        return self.passage.has(self.passage.words.doubting)

    @cached_property
    def joins(self) -> bool:
        """Whether a noun of it has two before it that are joined."""
        return any(item.value for item in qualifying.find_compounds(self.passage, self.passage.places(("and", "or"))))

    @cached_property
    def compounds(self) -> list[Item]:
        """Its nouns with two before them."""
        return [*qualifying.find_compounds(self.passage)]


def differences_between(left: Statement, right: Statement) -> Iterator[Difference]:
    """What two sides put differently.

    Each is pointed out with its words on either side. That they differ is all that is said: they may both be true.
    """
    for kind, pairs in _PAIRS.items():
        for mine, other in pairs(left, right):
            values = {left.passage.party: _reading(left.passage, mine), right.passage.party: _reading(right.passage, other)}
            yield Difference(kind=kind, values=values)


Pairs = Iterator[tuple[Item, Item]]


def _numbers(left: Statement, right: Statement) -> Pairs:
    if left.figures:
        pairs = differing_pairs(left.figures, right.figures, figures.same_kind, figures.same_amount, figures.same_things)
        yield from (figures.with_role(*pair) for pair in pairs)
    if left.rates:
        yield from differing_pairs(left.rates, right.rates, rates.same_measure, rates.same_rate, _always)


def _dates(left: Statement, right: Statement) -> Pairs:
    if not (left.dates and right.dates):
        return
    known = [[(calendar.as_item(side.passage, date), date) for date in side.dates] for side in (left, right)]
    dates = {id(item): date for side in known for item, date in side}
    mine, theirs = ([item for item, _ in side] for side in known)

    def sole(one: Item, other: Item) -> bool:
        """Whether each side gives but one date of the kind: 'until 2034', 'until 2033'."""
        return one.keys == other.keys and all(sum(i.keys == one.keys for i in items) == 1 for items in (mine, theirs))

    yield from differing_pairs(
        mine, theirs, calendar.same_bound, lambda a, b: not calendar.conflict(dates[id(a)], dates[id(b)]), sole
    )  # fmt: skip


def _names(left: Statement, right: Statement) -> Pairs:
    if left.names:
        mine, theirs = _not_in(left.names, right), _not_in(right.names, left)
        yield from differing_pairs(mine, theirs, named.same_role, named.same_name, named.one_of_its_kind)


def _places(left: Statement, right: Statement) -> Pairs:
    if left.places:
        mine, theirs = _not_in(left.places, right), _not_in(right.places, left)
        yield from differing_pairs(mine, theirs, named.same_kind, named.same_name)
    if left.routes:
        yield from differing_pairs(left.routes, right.routes, routes.turned_round, _same_value, _always)


def _initiators(left: Statement, right: Statement) -> Pairs:
    if left.initiatives:
        yield from differing_pairs(
            left.initiatives, right.initiatives, initiative.same_initiative, initiative.same_side, initiative.of_the_call
        )  # fmt: skip


def _polarities(left: Statement, right: Statement) -> Pairs:
    if not [*_accompanied(left, right)]:  # 'with a licence' is 'not without one'
        yield from _denied(left, right)
        yield from ((mine, other) for other, mine in _denied(right, left))
    if any(turned(way) in right.ways for way in left.ways):
        yield from differing_pairs(left.contraries, right.contraries, polarity.on_one_thing, polarity.one_way, _always)


def _strengths(left: Statement, right: Statement) -> Pairs:
    if left.verbs:
        yield from differing_pairs(left.verbs, right.verbs, strength.on_one_point, strength.same_rung)


def _qualifiers(left: Statement, right: Statement) -> Pairs:
    yield from _qualified(left, right)
    yield from ((mine, other) for other, mine in _qualified(right, left) if not mine.value)
    if left.figures and right.figures:
        yield from differing_pairs(left.limited, right.limited, limits.same_figure, _same_value, figures.same_things)
    if not (left.denials or right.denials):
        yield from _accompanied(left, right)
    if left.doubts or right.doubts:
        yield from differing_pairs(left.promises, right.promises, modality.same_deed, _same_value, _always)
    if left.joins or right.joins:
        yield from differing_pairs(left.compounds, right.compounds, qualifying.same_words, _same_value, qualifying.same_words)


_PAIRS: Mapping[Kind, Callable[[Statement, Statement], Pairs]] = {
    "number": _numbers,
    "date": _dates,
    "name": _names,
    "place": _places,
    "initiator": _initiators,
    "polarity": _polarities,
    "strength": _strengths,
    "qualifier": _qualifiers,
}


def _always(_left: Item, _right: Item) -> bool:
    """Of clauses it was asked before whether they are of one thing."""
    return True


def _same_value(left: Item, right: Item) -> bool:
    return left.value == right.value


def _denied(mine: Statement, other: Statement) -> Pairs:
    """What one denies and the other affirms."""
    if not mine.denials:
        return
    theirs = {key for item in other.denials for key in item.keys}
    for denial in mine.denials:
        affirmed = [
            a
            for a in polarity.find_affirmed(other.passage, denial, other.denials)
            if a.near & denial.near and polarity.same_mood(denial, a)
        ]
        if affirmed and denial.keys.isdisjoint(theirs):
            yield denial, max(affirmed, key=lambda a: len(a.near & denial.near))


def _qualified(mine: Statement, other: Statement) -> Pairs:
    """What one qualifies, and the other not so: in the contrary sense, or without a word."""
    there = {item.value for item in other.qualified} if mine.qualified else set()
    for item in mine.qualified:
        if item.value in there or qualifying.is_elsewise(other.passage, item) or (item.amount and other.denials):
            continue  # 'only with a licence' is 'not without one'
        contrary = (t for t in other.qualified if t.value == turned(item.value) and qualifying.of_one_thing(t, item))
        others = (t for t in other.qualified if t.keys & item.keys and t.near & item.near)
        against = next(contrary, None) or next(others, None)
        bare = [b for b in qualifying.find_bare(other.passage, item) if qualifying.is_plain(b, item)] if against is None else []
        found = against or max(bare, key=lambda b: len(b.near & item.near), default=None)
        if found is not None:
            yield item, found


def _accompanied(left: Statement, right: Statement) -> Pairs:
    """What one has with a thing and the other without it."""
    if left.accompanied and right.accompanied:
        yield from differing_pairs(left.accompanied, right.accompanied, without.of_one_thing, _same_value)


def _not_in(items: Sequence[Item], other: Statement) -> list[Item]:
    """The names that the other text does not have, in whatever place."""
    return [item for item in items if not all(word in other.folded for word in item.value.split())]


def _reading(passage: Passage, item: Item) -> Reading:
    tokens = passage.tokens
    return Reading(document=passage.document, start=tokens[item.first].start, end=tokens[item.end - 1].end, normal=item.value)
