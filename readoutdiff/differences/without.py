"""With and without: what one has come with a thing, the other has come without it."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.differences.passage import Item, Passage

_PHRASE = 4  # words of a noun phrase
_ENOUGH = 2  # stems of the surroundings in common


def find_accompanied(passage: Passage) -> Iterator[Item]:
    """'With tolls', 'without tolls', 'with no tolls'; the stem of the thing is the key."""
    for at in passage.places(("with", "without")):
        if passage.words.qualifiers.at(passage.tokens, at, passage.stop) is not None:
            continue  # 'without preconditions' is a qualifier that has other forms too
        denied = passage.low[at] == "without" or passage.low[at + 1] == "no"
        head = _head(passage, at + 1)
        if head is not None and not passage.is_name(head) and passage.mention_at(head) is None:
            yield passage.item(at, head + 1, "without" if denied else "with", passage.stems(head))


def of_one_thing(left: Item, right: Item) -> bool:
    """Whether both have one thing with them or not, in surroundings that have enough in common."""
    return not left.keys.isdisjoint(right.keys) and len(left.near & right.near) >= _ENOUGH


def _head(passage: Passage, begin: int) -> int | None:
    """The last telling word of the noun phrase that begins at a place."""
    head = None
    for at in range(begin, min(begin + _PHRASE, passage.stop)):
        if passage.low[at] in passage.words.clauses.stops or not passage.tokens[at].is_word:
            break
        head = at if passage.stems(at) else head
    return head
