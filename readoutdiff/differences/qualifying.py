"""Qualifiers: a word that changes what is promised stands on one side and not, or another, on the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.differences.passage import Item, Passage

_HEAD = 4  # words after an adjective among which its noun is
_ENOUGH = 2  # stems of the surroundings in common
_BACK = 8  # words before an adverbial in which its verb is


def find_qualified(passage: Passage) -> Iterator[Item]:
    """Phrases with a qualifier: which one and in which sense is the value, the stems of what it qualifies are the keys.

    The amount is 1 if it leads: 'only'.
    """
    places = passage.phrases(passage.words.qualifiers)
    seeming = {i for at, size in passage.phrases(passage.words.unlimiting) for i in range(at, at + size)} if places else set()
    done = passage.first
    for at, size in places:
        if at in seeming or at < done:
            continue
        if passage.low[at] in passage.words.clauses.stops:
            done = at + size  # 'full' in 'in full' is no further one
        name = " ".join(passage.low[i] for i in range(at, at + size))
        meant = passage.words.meant[name]
        found = _found(passage, at, size, meant.leads)
        if found is None or passage.low[found[0]] in meant.formulas:
            continue
        first, end = min(at, found[0]), max(at + size, found[1])
        value = f"{meant.number}{'-' if meant.contrary else '+'}"
        yield passage.item(first, end, value, frozenset(s for i in range(*found) for s in passage.said(i)), meant.leads)


def _found(passage: Passage, at: int, size: int, leads: bool) -> tuple[int, int] | None:
    """What the qualifier at a place qualifies."""
    if leads:
        return _led(passage, at + size)
    return _noun(passage, at + size) if size == 1 and _is_adjective(passage, at) else _verb(passage, at)


def _led(passage: Passage, begin: int) -> tuple[int, int] | None:
    """The first telling word after 'only'; 'only 20' and 'only three' just make little of an amount."""
    clauses, numerals = passage.words.clauses, passage.words.numerals.words
    for at in range(begin, min(begin + _HEAD, passage.stop)):
        low = passage.low[at]
        if not passage.tokens[at].is_word or low[0].isdecimal() or low in numerals:
            return None
        if passage.said(at) and low not in clauses.stops and low not in clauses.linking and low not in clauses.helpers:
            return at, at + 1
    return None


def find_bare(passage: Passage, qualified: Item) -> Iterator[Item]:
    """Where a passage names what another qualifies."""
    for at in range(passage.first, passage.stop):
        if passage.tokens[at].is_word and passage.said(at) & qualified.keys:
            yield passage.item(at, at + 1, "", qualified.keys)


def is_plain(bare: Item, qualified: Item) -> bool:
    """Whether what stands there without the qualifier stands in surroundings that have enough in common."""
    return len(bare.near & qualified.near) >= min(_ENOUGH, len(bare.near), len(qualified.near))


def is_elsewise(passage: Passage, qualified: Item) -> bool:
    """Whether a passage may say in another way what a qualifier says: 'once the rains end', 'after the rains'."""
    return passage.has(passage.words.words.qualifier[int(qualified.value[:-1])].elsewise)


def of_one_thing(left: Item, right: Item) -> bool:
    """Whether two qualifiers belong to one thing, or stand in surroundings that have enough in common."""
    common = len(left.near & right.near)
    return common >= min(_ENOUGH, len(left.near), len(right.near)) or (common > 0 and not left.keys.isdisjoint(right.keys))


def find_compounds(passage: Passage, joints: Sequence[int] | None = None) -> Iterator[Item]:
    """Nouns with two before them: 'energy infrastructure ceasefire', 'energy and infrastructure ceasefire'; 'and' is the value.

    `joints` are the places of 'and' and 'or': with them only what is joined is looked for.
    """
    stops = passage.words.clauses.stops
    for at in range(passage.first, passage.stop - 2) if joints is None else [at - 1 for at in joints]:
        width = 4 if passage.low[at + 1] in ("and", "or") else 3
        words = [i for i in range(at, at + width) if passage.low[i] not in ("and", "or")]
        if not passage.first <= at <= passage.stop - width or len(words) != 3:
            continue
        keys = [passage.stems(i) for i in words if passage.tokens[i].is_word and passage.low[i] not in stops]
        if len(keys) == 3 and all(keys):
            yield passage.item(at, at + width, passage.low[at + 1] if width == 4 else "", frozenset().union(*keys))


def same_words(left: Item, right: Item) -> bool:
    """Whether two compounds are of the same three words."""
    return left.keys == right.keys and len(left.keys) == 3


def _is_adjective(passage: Passage, at: int) -> bool:
    """Whether a noun follows soon: 'an immediate and unconditional ceasefire', not 'will be full'."""
    return not passage.knowledge.grammar.words.is_adverb(passage.low[at]) and _noun(passage, at + 1) is not None


def _noun(passage: Passage, begin: int) -> tuple[int, int] | None:
    """The noun phrase that goes on at a place: its words up to the first small one; the next qualifiers are passed over."""
    at = begin
    while at < passage.stop and (passage.low[at] in ("and", "or", ",") or passage.low[at] in passage.words.meant):
        at += 1
    end = at
    while end < passage.stop and end < at + _HEAD and passage.tokens[end].is_word and passage.low[end] not in passage.words.clauses.stops:
        if passage.low[end] in passage.knowledge.helping:
            break
        end += 1
    heads = [i for i in range(at, end) if passage.said(i)]
    return (heads[-1], heads[-1] + 1) if heads else None


def _verb(passage: Passage, at: int) -> tuple[int, int] | None:
    """The verb that an adverbial belongs to: the last reporting verb or content word before it."""
    opens = passage.sentence(at)[0]
    before = range(at - 1, max(opens, at - _BACK) - 1, -1)
    for i in before:
        if passage.low[i] in passage.knowledge.cues or passage.low[i] in passage.words.rungs:
            return i, i + 1
    return next(((i, i + 1) for i in before if passage.stems(i)), None)
