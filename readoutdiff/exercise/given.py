"""What was given for an item: whether it is an answer to it, and which of its options it names."""

from __future__ import annotations

from readoutdiff.exercise.values import Given, Item

CHOSE, LEFT = "chose", "left"  # what is done with each option of an item that has several


def is_answered(given: Given) -> bool:
    """Whether anything was given."""
    return bool(given.strip() if isinstance(given, str) else any(given))


def parts(given: Given) -> tuple[str, ...]:
    """What was given, as one or several."""
    return (given,) if isinstance(given, str) else given


def problem_of(item: Item, given: Given) -> str:
    """Why something is no answer to an item; '' where it is one."""
    ids, told = [o.id for o in item.options], parts(given)
    strange = [part for part in told if part not in ids] if item.shape in ("choice", "several", "order") else []
    if strange:
        return f"the answer {strange[0]!r} is none of {', '.join(ids)}; write one of them"
    if item.shape == "choice" and len(told) != 1:
        return "has several answers; one is wanted"
    if item.shape == "order" and sorted(told) != sorted(ids):
        return f"the order must have each of {', '.join(ids)} once"
    if item.shape == "several" and not told:
        return "has no answer; name one at least"
    return ""


def worded(item: Item, given: Given) -> list[str]:
    """What was given in the words of the options; what is none of them stays as it is."""
    labels = item.labels
    return [labels.get(part, part) for part in parts(given)]


def known(item: Item, given: str) -> str:
    """The id of an option that was named by its id or its words, in whatever case; what is none stays as it is."""
    wanted = given.strip().casefold()
    return next((o.id for o in item.options if wanted in (o.id.casefold(), o.label.casefold())), given.strip())


def split(item: Item, text: str) -> Given:
    """What was written for an item, as one answer or, where it may have several, as many as semicolons part, or commas.

    A label may have a comma in it ('whether, or which way'): what is an option as a whole is one.
    """
    if item.shape not in ("several", "order"):
        return known(item, text)
    if known(item, text) != text:
        return (known(item, text),)
    parted = text.split(";" if ";" in text else ",")
    return tuple(known(item, part) for part in parted if part.strip())


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
    return {o.id: CHOSE if o.id in ids else LEFT for o in item.options} if item.shape == "several" and ids else {}
