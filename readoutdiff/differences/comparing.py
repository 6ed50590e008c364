"""All differences between two statements on one point."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Literal

from readoutdiff.contract import Difference, Reading
from readoutdiff.differences import calendar, figures, initiative, named, polarity, qualifying, strength
from readoutdiff.differences.passage import Item, Passage, differing_pairs
from readoutdiff.spelling import fold

Kind = Literal["number", "date", "name", "place", "initiator", "polarity", "strength", "qualifier"]
_KINDS: tuple[Kind, ...] = ("number", "date", "name", "place", "initiator", "polarity", "strength", "qualifier")


def differences_between(left: Passage, right: Passage, outlets: tuple[Collection[int], Collection[int]] = ((), ())) -> Iterator[Difference]:
    """What two sides put differently; `outlets` are the places of reporting verbs that are the outlet's own.

    Each is pointed out with its words on either side. That they differ is all that is said: they may both be true.
    """
    finder = _Finder(left, right, outlets)
    for kind in _KINDS:
        for mine, other in getattr(finder, kind)():
            yield Difference(kind=kind, values={left.party: _reading(left, mine), right.party: _reading(right, other)})


Pairs = Iterator[tuple[Item, Item]]


class _Finder:
    """Looks for each kind in two statements."""

    def __init__(self, left: Passage, right: Passage, outlets: tuple[Collection[int], Collection[int]]) -> None:
        self.left, self.right, self.outlets = left, right, outlets
        self.dates = [*calendar.find_dates(left)], [*calendar.find_dates(right)]
        self.dated = tuple(frozenset(i for d in dates for i in range(d.first, d.end)) for dates in self.dates)

    def number(self) -> Pairs:
        left = [*figures.find_figures(self.left, self.dated[0])]
        right = [*figures.find_figures(self.right, self.dated[1])]
        return differing_pairs(left, right, figures.same_kind, figures.same_amount, figures.same_things)

    def date(self) -> Pairs:
        known = [(calendar.as_item(self.left, d), d) for d in self.dates[0]], [(calendar.as_item(self.right, d), d) for d in self.dates[1]]
        dates = {id(item): date for side in known for item, date in side}
        left, right = ([item for item, _ in side] for side in known)

        def sole(mine: Item, other: Item) -> bool:
            """Whether each side gives but one date of the kind: 'until 2034', 'until 2033'."""
            return mine.keys == other.keys and all(sum(i.keys == mine.keys for i in items) == 1 for items in (left, right))

        return differing_pairs(
            left, right, calendar.same_bound, lambda a, b: not calendar.conflict(dates[id(a)], dates[id(b)]), sole
        )  # fmt: skip

    def name(self) -> Pairs:
        left = _not_in(named.find_names(self.left, self.dated[0]), self.right)
        right = _not_in(named.find_names(self.right, self.dated[1]), self.left)
        return differing_pairs(left, right, named.same_role, named.same_name, named.one_of_its_kind)

    def place(self) -> Pairs:
        left = _not_in(named.find_places(self.left, self.dated[0]), self.right)
        right = _not_in(named.find_places(self.right, self.dated[1]), self.left)
        return differing_pairs(left, right, named.same_kind, named.same_name)

    def initiator(self) -> Pairs:
        left, right = [*initiative.find_initiatives(self.left)], [*initiative.find_initiatives(self.right)]
        return differing_pairs(left, right, initiative.same_initiative, initiative.same_side, initiative.of_the_call)

    def polarity(self) -> Pairs:
        yield from _denied(self.left, self.right)
        yield from ((mine, other) for other, mine in _denied(self.right, self.left))
        left, right = [*polarity.find_contraries(self.left)], [*polarity.find_contraries(self.right)]
        yield from differing_pairs(left, right, polarity.contrary, _same_value)

    def strength(self) -> Pairs:
        left, right = [*strength.find_verbs(self.left, self.outlets[0])], [*strength.find_verbs(self.right, self.outlets[1])]
        return differing_pairs(left, right, strength.on_one_point, strength.same_rung)

    def qualifier(self) -> Pairs:
        yield from _qualified(self.left, self.right)
        yield from ((mine, other) for other, mine in _qualified(self.right, self.left) if not mine.value)
        if not any(passage.low(at) in ("and", "or") for passage in (self.left, self.right) for at in range(passage.first, passage.stop)):
            return
        left, right = [*qualifying.find_compounds(self.left)], [*qualifying.find_compounds(self.right)]
        yield from differing_pairs(left, right, qualifying.same_words, _same_value, qualifying.same_words)


def _same_value(left: Item, right: Item) -> bool:
    return left.value == right.value


def _denied(mine: Passage, other: Passage) -> Pairs:
    """What one denies and the other affirms."""
    theirs = {key for item in polarity.find_denials(other) for key in item.keys}
    for denial in polarity.find_denials(mine):
        affirmed = [a for a in polarity.find_affirmed(other, denial) if a.near & denial.near]
        if affirmed and denial.keys.isdisjoint(theirs):
            yield denial, max(affirmed, key=lambda a: len(a.near & denial.near))


def _qualified(mine: Passage, other: Passage) -> Pairs:
    """What one qualifies, and the other not so: in the contrary sense, or without a word."""
    theirs = [*qualifying.find_qualified(other)]
    there = {item.value: item for item in theirs}
    for item in qualifying.find_qualified(mine):
        if item.value in there:
            continue
        against = there.get(qualifying.turned(item.value)) or next((t for t in theirs if t.keys & item.keys and t.near & item.near), None)
        bare = [b for b in qualifying.find_bare(other, item) if b.near & item.near]
        found = against or max(bare, key=lambda b: len(b.near & item.near), default=None)
        if found is not None:
            yield item, found


def _not_in(items: Iterable[Item], other: Passage) -> list[Item]:
    """The names that the other text does not have, in whatever place."""
    found = list(items)
    there = {fold(other.low(at)) for at in range(other.first, other.stop)} if found else set()
    return [item for item in found if not all(word in there for word in item.value.split())]


def _reading(passage: Passage, item: Item) -> Reading:
    tokens = passage.tokens
    return Reading(document=passage.document, start=tokens[item.first].start, end=tokens[item.end - 1].end, normal=item.value)
