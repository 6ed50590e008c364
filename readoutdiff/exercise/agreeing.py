"""How far the students of a class agree with each other: Krippendorff's alpha of what they chose.

The raters are the students, nothing given is a missing value. Of an item with one option the item is the unit and its options are
the values; items with other options are other strata, for who chose among three could not have chosen the fourth of another item. Of
an item with several each option is a unit, and chosen or left its value. One unit alone tells nothing: what it has is all that chance
has to go by, so a stratum of one is left out. Orders, quotations and words have no alpha: no two are simply like or unlike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.exercise.alpha import Unit, alpha, pairable
from readoutdiff.exercise.given import CHOSE, LEFT, chosen, coded
from readoutdiff.exercise.values import KINDS, Agreement, Answers, Exercise, Graded, Item, Key, Kind, Shape, asked

_SHAPES: tuple[Shape, ...] = ("choice", "several")


def agreements(exercise: Exercise, key: Key, class_: Sequence[tuple[Graded, Answers]]) -> tuple[Agreement, ...]:
    """By kind and shape of the items that are asked, and last over all that are answered with one option."""
    answers, items = [given for _, given in class_], asked(exercise, key).items
    groups: list[tuple[Kind | None, Shape]] = [*((kind, shape) for kind in KINDS for shape in _SHAPES), (None, "choice")]
    found = ((kind, shape, [i for i in items if i.shape == shape and kind in (i.kind, None)]) for kind, shape in groups)
    return tuple(_agreement(kind, shape, mine, answers) for kind, shape, mine in found if mine)


def _agreement(kind: Kind | None, shape: Shape, items: Sequence[Item], answers: Sequence[Answers]) -> Agreement:
    strata: dict[frozenset[str], list[Unit]] = {}
    for item in items:
        values = frozenset(o.id for o in item.options) if shape == "choice" else frozenset((CHOSE, LEFT))
        strata.setdefault(values, []).extend(_units(item, answers))
    telling = [units for units in strata.values() if sum(len(unit) > 1 for unit in units) > 1]
    return Agreement(kind=kind, shape=shape, items=len(items), values=sum(map(pairable, telling)), alpha=alpha(*telling))


def _units(item: Item, answers: Sequence[Answers]) -> Iterator[Unit]:
    """The values that students gave the item, or each of its options."""
    given = [coded(item, chosen(item, one.answers.get(item.id, ""))) for one in answers]
    units = dict.fromkeys(unit for values in given for unit in values)
    return ([values[unit] for values in given if values] for unit in units)
