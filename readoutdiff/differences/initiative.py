"""Who took the initiative: who asked for the call, who raised or proposed the point."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.differences.passage import Item, Passage

_WHOSE = 6  # tokens in which a side is named after 'at the request of'
_SUBJECT = 7  # tokens before a verb in which its subject stands
_DATED = 14  # tokens from 'received' to the call, with a date between
_BESIDE = 14  # tokens in which a word for the call stands


def find_initiatives(passage: Passage) -> Iterator[Item]:
    """Each statement of who took the initiative; its value is the side, its keys whether for the call or for a point."""
    yield from _before(passage)
    yield from _owned(passage)
    yield from _acting(passage)
    yield from _reaching(passage)
    yield from _receiving(passage)


def same_initiative(left: Item, right: Item) -> bool:
    """Whether both can be of the call, or of a point."""
    return not left.keys.isdisjoint(right.keys)


def of_the_call(left: Item, right: Item) -> bool:
    """Whether both can be of the call, of which there is but one."""
    return "call" in left.keys & right.keys


def same_side(left: Item, right: Item) -> bool:
    """Whether both name one side."""
    return left.value == right.value


def _before(passage: Passage) -> Iterator[Item]:
    """'At the initiative of the American side', 'was raised by President Lund'."""
    for at, size in passage.phrases(passage.words.asking):
        found = side_named(passage, at + size, min(at + size + _WHOSE, passage.sentence(at)[1]))
        if found is not None:
            first = at - (passage.low[at - 1] in ("was", "were", "been"))
            yield passage.item(first, found[1], found[0], _keys(passage, at, at + size))


def _owned(passage: Passage) -> Iterator[Item]:
    """'At Russia's request'."""
    initiative = passage.words.initiative
    for at in range(passage.first + 1, passage.stop):
        if passage.low[at] not in initiative.owned or not passage.tokens[at - 1].possessive:
            continue
        begin = max(passage.sentence(at)[0], at - _WHOSE)
        opens = next((i for i in range(at - 1, begin - 1, -1) if passage.low[i] in initiative.opening), begin - 1)
        found = side_named(passage, opens + 1, at)
        if found is not None:
            yield passage.item(max(opens, begin), at + 1, found[0], _keys(passage, opens, at + 1))


def _acting(passage: Passage) -> Iterator[Item]:
    """'Prime Minister Lund raised …', 'the President of Finland, who had initiated the call', 'our President telephoned …'."""
    for at, size in passage.phrases(passage.words.initiating):
        if passage.low[at - 1] in ("", "was", "were", "been", "be", "the", "a") or passage.low[at + size] == "by":
            continue
        begin = _subject_start(passage, at)
        found = side_named(passage, begin, at)
        if found is not None:
            yield passage.item(begin, at + size, found[0], _keys(passage, at, at + size))


def _reaching(passage: Passage) -> Iterator[Item]:
    """'The President of Finland called Prime Minister Lund today', 'who called him'."""
    initiative = passage.words.initiative
    for at in passage.places(initiative.reaching):
        begin = _subject_start(passage, at)
        caller, end = side_named(passage, begin, at), _called(passage, at + 1)
        if caller is not None and end is not None and (not passage.low[end] or passage.low[end] in initiative.reached):
            yield passage.item(begin, end, caller[0], ("call",))


def _receiving(passage: Passage) -> Iterator[Item]:
    """'The president received this Saturday, August 9, a phone call from his Finnish counterpart': with a date between."""
    for at in passage.places(passage.words.initiative.calls):
        if passage.low[at + 1] != "from":
            continue
        begin = max(passage.sentence(at)[0], at - _DATED)
        opens = next((i for i in range(at - 1, begin - 1, -1) if passage.low[i] in passage.words.initiative.receiving), None)
        found = side_named(passage, at + 2, min(at + 2 + _WHOSE, passage.sentence(at)[1]))
        if opens is not None and found is not None:
            yield passage.item(opens, found[1], found[0], ("call",))


def _called(passage: Passage, at: int) -> int | None:
    """Where the naming of who is called ends; none if nobody is."""
    if passage.low[at] in passage.words.initiative.called:
        return at + 1
    if passage.low[at] in passage.words.clauses.stops:
        return None
    found = side_named(passage, at, min(at + _WHOSE, passage.sentence(at)[1]))
    return None if found is None else found[1]


def _keys(passage: Passage, first: int, end: int) -> frozenset[str]:
    """Of the call, of a point, or of either: the call where a word for it stands beside, with no verb between."""
    said = {passage.low[i] for i in range(first, end)} | {" ".join(passage.low[i] for i in range(first, end))}
    initiative = passage.words.initiative
    if said & initiative.pointing:
        return frozenset(("point",))
    if said & {*initiative.calling, *initiative.calls}:
        return frozenset(("call",))
    opens, closes = passage.sentence(first)
    before = {passage.low[i] for i in range(max(opens, first - _BESIDE), first)}
    after = {passage.low[i] for i in range(end, min(closes, end + _BESIDE))}
    called = (before | (after if said & initiative.verbs or first == opens else set())) & {*initiative.calls, *initiative.spoken}
    return frozenset(("call",)) if called else frozenset(("point",))


def _subject_start(passage: Passage, at: int) -> int:
    """Where the subject of a verb begins: after the last mark, verb or conjunction before it; a relative clause has it before."""
    opens = passage.sentence(at)[0]
    begin = at
    while begin > max(opens, at - _SUBJECT):
        low = passage.low[begin - 1]
        if low in (",", "who", "which") and begin > at - 4:
            begin -= 1
            continue
        if low in (",", ";", "and", "that", "but", "with", "spoke", "talked") or low in passage.knowledge.cues:
            break
        begin -= 1
    return begin


def side_named(passage: Passage, first: int, end: int) -> tuple[str, int] | None:
    """The one side that tokens[first:end] name, and where that ends."""
    for at in range(first, end):
        mention = passage.mention_at(at)
        if mention is not None:
            sides = [p for p in mention.parties if p in passage.sides]
            return (sides[0], _noun_end(passage, mention.end, end)) if len(sides) == 1 else None
    for at in range(first, end):
        person = passage.people.find(passage.tokens[at].key) if passage.tokens[at].key[0].isupper() else None
        if person is not None and person.party in passage.sides:
            return person.party, at + 1
    for at in range(first, end):
        known = {t: p for t, p in passage.people.titles.items() if t not in passage.people.unowned}
        title = next((t for t in (f"{passage.low[at]} {passage.low[at + 1]}", passage.low[at]) if t in known), "")
        party = known.get(title)
        if party in passage.sides:
            return party, at + 1 + (" " in title)
    return _by_standing(passage, first, end)


def _noun_end(passage: Passage, at: int, end: int) -> int:
    """'The American' goes on to 'side'."""
    return at + 1 if at < end and passage.low[at] in passage.words.initiative.ends else at


def _by_standing(passage: Passage, first: int, end: int) -> tuple[str, int] | None:
    """'The latter', 'his counterpart': the other of two; 'our President': one's own."""
    words = [passage.low[i] for i in range(first, end)]
    if "our" in words:
        return passage.party, first + words.index("our") + 2
    others = [side for side in passage.sides if side != passage.party]
    for word in passage.words.initiative.others:
        if word in words and len(others) == 1:
            return others[0], first + words.index(word) + 1
    return None
