"""A verb with what it is said of: whether two clauses are of one thing, one time and one doer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.differences.initiative import side_named
from readoutdiff.differences.passage import Item, Passage
from readoutdiff.differences.strength import is_present

_LONG = 25  # tokens to either side that a clause has at most
_SOON = 4  # words after 'and' among which the verb of a further clause stands
_MARKS = frozenset((",", ";", ":", ".", "“", "”", '"', "(", ")", "–", "—", "!", "?"))
_BESIDE = "+"  # in the place of a preposition: what stands before a noun
_WHERE = frozenset(("in", "at"))  # two places of one thing are a difference of their own
_MUCH = 2  # stems in common

Parts = frozenset[tuple[str, str]]


class Clause(Item, frozen=True):
    """tokens[first:end] are a verb with its helpers.

    `heads` are the stems of what it is done to (of the subject, where that is all there is), `parts` those that stand beside, each
    with its preposition; `who` is the side that does it, `doers` are others.
    """

    heads: frozenset[str] = frozenset()
    parts: Parts = frozenset()
    who: str | None = None
    doers: frozenset[str] = frozenset()
    past: bool = False

    @property
    def told(self) -> frozenset[str]:
        """All stems of what it is said of."""
        return self.heads | {stem for _, stem in self.parts}


def clause_at(passage: Passage, at: int, value: str, keys: frozenset[str], first: int | None = None) -> Clause | None:
    """The clause of the verb at a place, whose helpers begin at `first` if that is known.

    None where it is no verb, or where nothing is named that it is said of.
    """
    first = _group_start(passage, at) if first is None else first
    helpers = [passage.low[i] for i in range(first, at)]
    if not helpers and not _is_finite(passage, at):
        return None
    clauses = passage.words.clauses
    after = at + 1 + (passage.low[at + 1] in passage.words.polarity.particles)
    until = _subject_end(passage, first)
    opens, closes = _opens(passage, until), _closes(passage, after)
    subject, before = _phrases(passage, opens, until)
    object_, beside = _phrases(passage, after, closes)
    passive = bool(helpers) and helpers[-1] in clauses.passive | clauses.states and not passage.low[at].endswith("ing")
    done = passive or not object_
    heads, parts = (subject, before | beside) if done else (object_, beside)
    if not (heads or parts):
        return None
    return Clause(
        first, after, value, passage.near(first, after), keys, 0.0, heads, parts,
        who=_by(passage, after, closes) if passive else _side(passage, opens, until) or _taking_on(passage, opens, first),
        doers=frozenset() if done else subject - _standing(passage, opens, until),
        past=_is_past(passage, at, helpers),
    )  # fmt: skip


def same_thing(left: Clause, right: Clause) -> bool:
    """Whether two clauses are of one thing and time, and of no two doers; what both have with one preposition must be one too."""
    if left.past != right.past or _apart(left.heads, right.heads) or _apart(left.doers, right.doers):
        return False
    if (left.who and right.who and left.who != right.who) or (left.who and right.doers) or (right.who and left.doers):
        return False
    common, both = left.told & right.told, {name for name, _ in left.parts} & {name for name, _ in right.parts}
    apart = {name for name in both if _after(left, name).isdisjoint(_after(right, name))}
    return bool(common) and (not apart or (len(common) >= _MUCH and apart <= _WHERE))


def is_asked(passage: Passage, at: int) -> bool:
    """'Whether the ferry will sail', 'if it may'."""
    opens = passage.sentence(at)[0]
    asking = passage.words.words.modality.asking
    for i in range(at - 1, opens - 1, -1):
        if passage.low[i] in asking:
            return True
        if passage.low[i] in (",", ";", ":", "that"):
            return False
    return False


def _apart(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right) and left.isdisjoint(right)


def _after(clause: Clause, preposition: str) -> frozenset[str]:
    return frozenset(stem for name, stem in clause.parts if name == preposition)


def _group_start(passage: Passage, at: int) -> int:
    """Where the helpers of a verb begin: 'will also be'; adverbs between them are passed over."""
    helpers, first = passage.words.clauses.helpers, at
    for i in range(at - 1, passage.sentence(at)[0] - 1, -1):
        if passage.low[i] in helpers:
            first = i
        elif not _is_light(passage, i):
            break
    return first


def _is_light(passage: Passage, at: int) -> bool:
    """An adverb, or a word of time, which tells nothing of the thing."""
    return passage.low[at].endswith("ly") or passage.low[at] in passage.words.clauses.light


def _is_finite(passage: Passage, at: int) -> bool:
    """A verb without a helper: 'Norway raised', 'on raising', 'the raising of'; not 'the raised levy'."""
    low, before = passage.low[at], passage.low[at - 1]
    grammar = passage.knowledge.grammar.words
    prepositions = passage.words.clauses.stops | passage.words.clauses.linking
    if low.endswith("ing"):
        return before in prepositions or (before == "the" and passage.low[at + 1] == "of")
    if at == passage.sentence(at)[0] or (before in prepositions and before not in ("and", "or", "which", "who", "that")):
        return False
    if before in grammar.determiners and before not in ("that", "both"):
        return False
    told = low.endswith("ed") or passage.words.clauses.irregular.get(low, low) != low
    return told or (low.endswith("s") and is_present(passage, at))


def _is_past(passage: Passage, at: int, helpers: Sequence[str]) -> bool:
    """Whether it is told of what was done: 'raised', 'has been raised'; not 'was to raise'."""
    clauses = passage.words.clauses
    if any(low in clauses.ahead for low in helpers):
        return False
    low = passage.low[at]
    return bool(clauses.gone & {*helpers}) or (not helpers and (low.endswith("ed") or clauses.irregular.get(low, low) != low))


def _subject_end(passage: Passage, first: int) -> int:
    """Where the subject ends: before what is put between commas after it ('the chart, drawn by both, was …')."""
    if passage.low[first - 1] != ",":
        return first
    opens = passage.sentence(first)[0]
    return next((i for i in range(first - 2, opens, -1) if passage.low[i] == ","), first)


def _opens(passage: Passage, first: int) -> int:
    """Where the clause of a verb begins: after a mark, a reporting verb or a word that parts clauses; after 'and', if a verb is before."""
    parting, begins = passage.words.clauses.parting, max(passage.sentence(first)[0], first - _LONG)
    for i in range(first - 1, begins - 1, -1):
        low = passage.low[i]
        if low in parting or low in _MARKS or low in passage.knowledge.cues or low in passage.words.rungs:
            return i + 1
        if low == "and" and any(passage.low[j] in passage.words.clauses.helpers for j in range(max(begins, i - _LONG), i)):
            return i + 1
    return begins


def _closes(passage: Passage, after: int) -> int:
    """Where it ends: before a mark, a word that parts clauses, or 'and' with a further verb."""
    ends = min(passage.sentence(after - 1)[1], after + _LONG)
    for i in range(after, ends):
        low = passage.low[i]
        if low in passage.words.clauses.parting or low in _MARKS:
            return i
        if low == "and" and any(_goes_on(passage, j) for j in range(i + 1, min(ends, i + 1 + _SOON))):
            return i
    return ends


def _goes_on(passage: Passage, at: int) -> bool:
    low = passage.low[at]
    return low in passage.words.clauses.helpers or low in passage.knowledge.cues or low in passage.words.rungs


def _phrases(passage: Passage, first: int, end: int) -> tuple[frozenset[str], Parts]:
    """The head of the noun phrase that stands alone in tokens[first:end], and what stands beside it or after prepositions."""
    heads: set[str] = set()
    parts: set[tuple[str, str]] = set()
    preposition = ""
    for name, words in _nouns(passage, first, end):
        preposition = preposition if name in ("and", "or", "") else name
        if not words or preposition == "by" or _is_time(passage, words[-1]):
            continue
        *beside, head = (_content(passage, i) for i in words)
        if preposition:
            parts |= {(preposition, stem) for stem in head}
        else:
            heads |= head
            parts |= {(_BESIDE, stem) for stems in beside for stem in stems}
    return frozenset(heads), frozenset(parts)


def _nouns(passage: Passage, first: int, end: int) -> Iterator[tuple[str, list[int]]]:
    """The small word before each stretch of telling words, and their places."""
    name, words = "", list[int]()
    stops = passage.words.clauses.stops | passage.words.clauses.linking
    for i in range(first, end):
        if passage.low[i] in stops or (words and _is_participle(passage, i)):
            yield name, words
            name, words = passage.low[i], []
        elif _content(passage, i) and not _is_light(passage, i):
            words.append(i)
    yield name, words


def _is_participle(passage: Passage, at: int) -> bool:
    """'The chart drawn by', 'zones prepared for'."""
    low = passage.low[at]
    told = low.endswith("ed") or passage.words.clauses.irregular.get(low, low) != low
    return told and passage.low[at + 1] in passage.words.clauses.stops


def _content(passage: Passage, at: int) -> frozenset[str]:
    """The stems of a word that tells something, if it is no side's name."""
    if (mention := passage.mention_at(at)) is not None and not set(passage.sides).isdisjoint(mention.parties):
        return frozenset()
    if not passage.low[at][0].isalpha() or passage.low[at] in passage.words.numerals.words:
        return frozenset()
    return passage.stems(at) or (passage.said(at) if passage.low[at] in passage.knowledge.cues else frozenset())


def _is_time(passage: Passage, at: int) -> bool:
    """'Month', 'Friday', 'spring', 'May'."""
    low, calendar = passage.low[at], passage.words.calendar
    return (
        passage.words.sizes.get(low, ("",))[0] == "time" or low in calendar.days or low in calendar.seasons or low in passage.words.months
    )


def _standing(passage: Passage, first: int, end: int) -> frozenset[str]:
    """The stems of a subject that names an office, a side as such, or a person by name: whose they are is told by `who`."""
    heads = passage.knowledge.heads
    return frozenset(
        s
        for i in range(first, end)
        if passage.low[i] in heads or passage.low[i] in passage.words.clauses.bodies or passage.tokens[i].key[0].isupper()
        for s in _content(passage, i)
    )


def _by(passage: Passage, after: int, closes: int) -> str | None:
    """The side named after 'by'."""
    by = next((i for i in range(after, closes) if passage.low[i] == "by"), closes)
    return _side(passage, by + 1, closes)


def _taking_on(passage: Passage, opens: int, first: int) -> str | None:
    """The subject of the verb that governs an infinitive: 'Norway agreed to raise'."""
    if passage.low[first] != "to" or opens - 1 <= passage.sentence(opens)[0] or passage.low[opens - 1] in _MARKS:
        return None
    return _side(passage, _opens(passage, opens - 1), opens - 1)


def _side(passage: Passage, first: int, end: int) -> str | None:
    found = side_named(passage, first, end) if first < end else None
    return found[0] if found is not None else None
