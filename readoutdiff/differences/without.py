"""With and without: what one has come with a thing, the other has come without it."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.differences.passage import Item, Passage

_PHRASE = 4  # words of a noun phrase
_ENOUGH = 2  # stems of the surroundings in common


def find_accompanied(passage: Passage) -> Iterator[Item]:
    """'With tolls', 'without tolls', 'with no tolls'; the stems of the thing, and of whose it is, are the keys."""
    for at in passage.places(("with", "without")):
        if passage.words.qualifiers.at(passage.tokens, at, passage.stop) is not None:
            continue  # 'without preconditions' is a qualifier that has other forms too
        denied = passage.low[at] == "without" or passage.low[at + 1] == "no"
        head = _head(passage, at + 1)
        if head is not None and not passage.is_name(head) and passage.mention_at(head) is None:
            keys = passage.stems(head) | _of(passage, head + 1)
            yield passage.item(at, head + 1, "without" if denied else "with", keys)


def of_one_thing(left: Item, right: Item) -> bool:
    """Whether both have one thing with them or not, in surroundings that have enough in common."""
    return left.keys == right.keys and len(left.near & right.near) >= _ENOUGH


def _of(passage: Passage, after: int) -> frozenset[str]:
    """What the thing is of or for: 'the consent of the king' is not that of parliament."""
    if passage.low[after] not in ("of", "for"):
        return frozenset()
    found = (passage.stems(i) for i in range(after + 1, min(after + _PHRASE, passage.stop)))
    return frozenset(f"of {stem}" for stems in found for stem in stems)


def _head(passage: Passage, begin: int) -> int | None:
    """The last telling word of the noun phrase that begins at a place."""
    head = None
    for at in range(begin, min(begin + _PHRASE, passage.stop)):
        if passage.low[at] in passage.words.clauses.stops | passage.words.clauses.linking or not passage.tokens[at].is_word:
            break
        head = at if passage.stems(at) else head
    return head
