"""Names and places: another one in the same role."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from rapidfuzz.distance import Indel

from readoutdiff.differences.passage import Item, Passage
from readoutdiff.parsing.mentions import Mention
from readoutdiff.text.spelling import fold
from readoutdiff.text.tokens import stem

_TITLE = 3  # words before a name that may be its title
_MUCH = 2  # stems around two names
_SHOUTED = 2  # words: so many in capitals are no name
_LONGEST = 4  # words of a party's name
_SPELLED = 0.75  # letters in common that make two words one in two spellings


def find_names(passage: Passage, runs: Sequence[tuple[int, int]]) -> Iterator[Item]:
    """Names of persons, bodies, ships, agreements; keys are the title before one, or what the name ends with."""
    for first, end in runs:
        if not _is_place(passage, first, end) and not _is_of_a_side(passage, first, end):
            begin = _title(passage, first)
            yield passage.item(begin, end, _plain(passage, first, end), _roles(passage, begin, first, end))


def find_places(passage: Passage, runs: Sequence[tuple[int, int]]) -> Iterator[Item]:
    """Names of places; a country is told by its key, for it may have the town of the other side in it."""
    for first, end in runs:
        if _is_place(passage, first, end):
            mention = passage.mention_at(first)
            kind = "country" if mention is not None and mention.kind not in ("capital", "seat") else "place"
            if kind == "place" or mention is None or set(passage.sides).isdisjoint(mention.parties):
                yield passage.item(first, end, _plain(passage, first, end), {kind})


def same_name(left: Item, right: Item) -> bool:
    """Whether two names can be one: all words of the shorter are in the other, in any spelling; of two alike one is enough."""
    shorter, longer = sorted((left.value.split(), right.value.split()), key=len)
    initials = "".join(word[0] for word in longer)
    return shorter == [initials] or all(any(_alike(word, other) for other in longer) for word in shorter)


def one_of_its_kind(left: Item, right: Item) -> bool:
    """Whether both lead, or both are a ship of one kind: there will be but one."""
    return any(key == "leads" or key.startswith("the ") for key in left.keys & right.keys)


def _alike(word: str, other: str) -> bool:
    if min(len(word), len(other)) == 1:
        return word[0] == other[0]  # an initial
    return word == other or Indel.normalized_similarity(word, other) >= _SPELLED


def same_role(left: Item, right: Item) -> bool:
    """Whether both go by one title, lead, are the same kind of thing, or are called the same in surroundings that are much the same."""
    common = left.keys & right.keys
    called = any(key.startswith(("a ", "before ")) for key in common)
    return any(not key.startswith(("a ", "before ")) for key in common) or (called and len(left.near & right.near) >= _MUCH)


def same_kind(left: Item, right: Item) -> bool:
    """Whether both are towns, or both are countries."""
    return left.keys == right.keys


def find_runs(passage: Passage, dated: Collection[int]) -> Iterator[tuple[int, int]]:
    """Ranges of words that are written as names, without the titles before them and the parties in them; `dated` are dates' places."""
    end = passage.first
    for at in [at for at in passage.low if passage.tokens[at].key[0].isupper()]:
        if at < end or not _is_own(passage, at, dated):
            continue
        end = at + 1
        while end < passage.stop and (_is_own(passage, end, dated) or _joins(passage, end, dated)):
            end += 1
        if not all(passage.tokens[i].key.isupper() for i in range(at, end)) or end - at < _SHOUTED:
            yield at, end


def _is_own(passage: Passage, at: int, dated: Collection[int]) -> bool:
    token, words = passage.tokens[at], passage.knowledge.grammar.words
    if not passage.is_name(at) or at in dated or token.low in words.days or token.low in passage.words.months:
        return False
    known = passage.words.names.common
    if token.low in passage.knowledge.heads or token.low in words.honorifics or token.low in known or _second_part(token.key).islower():
        return False
    mention = _around(passage, at)
    return mention is None or mention.kind in ("capital", "country") or set(passage.sides).isdisjoint(mention.parties)


def _second_part(key: str) -> str:
    """'speaking' of 'French-speaking'."""
    return key.partition("-")[2]


def _around(passage: Passage, at: int) -> Mention | None:
    """The party in whose name a word stands."""
    places = range(at, max(passage.first, at - _LONGEST) - 1, -1)
    return next((m for i in places if (m := passage.mention_at(i)) is not None and m.end > at), None)


def _joins(passage: Passage, at: int, dated: Collection[int]) -> bool:
    """'Ras al Hadd', 'K. Vinje': a small word or the point of an initial between two words of one name."""
    small = passage.low[at] in passage.knowledge.grammar.words.particles or (passage.low[at] == "." and len(passage.low[at - 1]) == 1)
    return small and at + 1 < passage.stop and _is_own(passage, at + 1, dated)


def _title(passage: Passage, first: int) -> int:
    """Where the title before a name begins."""
    heads, words, titles = passage.knowledge.heads, passage.knowledge.grammar.words, passage.words.names.titles
    at = first
    while at > passage.first and first - at < _TITLE:
        low, capital = passage.low[at - 1], passage.tokens[at - 1].key[0].isupper()
        if not (low in heads or low in words.honorifics or low in titles or (low in words.modifiers and capital)):
            break
        at -= 1
    return at


def _roles(passage: Passage, begin: int, first: int, end: int) -> frozenset[str]:
    """What a name can be compared by: its title, what the bearer does ('led by'), what it is the name of ('the … Accord')."""
    keys = {passage.low[i] for i in range(begin, first)} - passage.words.names.things
    if keys:
        return frozenset(keys)
    around = {stem(passage.low[i]) for i in (*range(begin - 3, begin), *range(end, end + 5))}
    keys |= {"leads"} if around & {stem(word) for word in passage.words.names.leading} else set()
    keys |= {f"a {passage.low[end - 1]}"} if end - first > 1 else set()
    things = passage.words.names.things
    keys |= {f"the {said}" for i in range(begin - 1, first) if passage.low[i].rpartition("-")[2] in things for said in passage.said(i)}
    return frozenset(keys | {f"before {said}" for said in passage.said(end)})


def _plain(passage: Passage, first: int, end: int) -> str:
    """The name in letters that all its spellings share; a town or country by whose it is, a place renamed by its first name."""
    mention = passage.mention_at(first)
    if mention is not None and mention.end == end and len(mention.parties) == 1:
        return f"{mention.parties[0]}:{mention.kind}"
    name = " ".join(fold(part) for i in range(first, end) for part in passage.tokens[i].key.split("-") if part != ".")
    return passage.words.renamed.get(name, name)


def _is_place(passage: Passage, first: int, end: int) -> bool:
    """After 'in' or 'at', or before a word for a place ('the Dorohusk border crossing')."""
    places = passage.words.places
    after = {passage.low[i] for i in range(end, end + 3)}
    if not after.isdisjoint(places.kinds) and passage.low[first - 1] in ("the", "in", "at"):
        return True
    mention = passage.mention_at(first)
    if mention is not None and mention.kind == "country" and passage.low[first - 1] not in places.before:
        return False
    return passage.low[first - 1] in places.before and not (passage.low[first - 1] in ("to", "from") and _after_giving(passage, first))


def _after_giving(passage: Passage, first: int) -> bool:
    """'A letter from Lund', 'according to': of whom, not where."""
    return passage.low[first - 2] in passage.words.places.giving


def _is_of_a_side(passage: Passage, first: int, end: int) -> bool:
    """A side's own name, or a person who acts for a side: each account names its own."""
    mentions = [m for i in range(first, end) if (m := passage.mention_at(i)) is not None]
    if any(m.kind in ("country", "adjective", "people", "capital", "seat") or set(m.parties) & set(passage.sides) for m in mentions):
        return True
    title = {passage.low[i] for i in range(_title(passage, first), first)}
    leading = title & passage.words.names.leaders
    return bool(leading) and not title & passage.words.names.below
