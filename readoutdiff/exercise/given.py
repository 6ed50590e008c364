"""What a student gave for an item, as the ids of its options."""

from __future__ import annotations

from readoutdiff.exercise.keyfile import problem_of
from readoutdiff.exercise.values import Item

Given = str | tuple[str, ...]


def is_answered(given: Given) -> bool:
    """Whether anything was given."""
    return bool(given.strip() if isinstance(given, str) else any(given))


def parts(given: Given) -> tuple[str, ...]:
    """What was given, as one or several."""
    return (given,) if isinstance(given, str) else given


def known(item: Item, given: str) -> str:
    """The id of an option that was named by its id or its words, in whatever case; what is none stays as it is."""
    wanted = given.strip().casefold()
    return next((o.id for o in item.options if wanted in (o.id.casefold(), o.label.casefold())), given)


def chosen(item: Item, given: Given) -> tuple[str, ...]:
    """The options that were chosen or ordered; () where there are none to choose, none was chosen, or it is no answer to the item."""
    ids = tuple(known(item, part) for part in parts(given)) if item.options and is_answered(given) else ()
    return () if problem_of(item, ids) else ids


def coded(item: Item, ids: tuple[str, ...]) -> dict[str, str]:
    """Options that were chosen as a nominal value for each unit: of one option the item is the unit, of several each option.

    >>> from readoutdiff.exercise.values import Option
    >>> item = Item(id="1", kind="wording", shape="several", prompt="What?", options=(Option("a", "A"), Option("b", "B")))
    >>> coded(item, ("b",))
    {'a': 'left', 'b': 'chose'}
    """
    if item.shape == "choice":
        return {item.id: ids[0]} if ids else {}
    return {o.id: "chose" if o.id in ids else "left" for o in item.options} if item.shape == "several" and ids else {}
