"""Routes: what goes from one place to another by one account, goes the other way by the other's."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.differences.passage import Item, Passage
from readoutdiff.text.spelling import fold

_NAME = 4  # words of a name
_BACK = 10  # tokens before a route in which its verb stands


def find_routes(passage: Passage) -> Iterator[Item]:
    """'Sails from Oslo for Tallinn': 'oslo > tallinn'; a road or line that runs between two places has no direction."""
    for at in passage.places(("from",)):
        middle = _name_end(passage, at + 1)
        if middle == at + 1 or passage.low[middle] not in ("to", "for", "towards", "toward") or not _moves(passage, at):
            continue
        end = _name_end(passage, middle + 1)
        if end > middle + 1:
            yield passage.item(at, end, f"{_plain(passage, at + 1, middle)} > {_plain(passage, middle + 1, end)}")


def turned_round(left: Item, right: Item) -> bool:
    """Whether one goes where the other comes from."""
    start, _, goal = left.value.partition(" > ")
    return right.value == f"{goal} > {start}"


def _name_end(passage: Passage, begin: int) -> int:
    at = begin
    while at < min(begin + _NAME, passage.stop) and passage.is_name(at):
        at += 1
    return at


def _plain(passage: Passage, first: int, end: int) -> str:
    return " ".join(fold(passage.low[i]) for i in range(first, end))


def _moves(passage: Passage, at: int) -> bool:
    """Whether a verb of moving stands before."""
    moving, begin = passage.words.moving, max(passage.sentence(at)[0], at - _BACK)
    return any(passage.root(i) in moving for i in range(begin, at))
