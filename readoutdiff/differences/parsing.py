"""A clause taken apart: where it begins and ends, its noun phrases, who does it, and whether it is done, so, planned or wished."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.differences.calendar import is_year
from readoutdiff.differences.initiative import side_named
from readoutdiff.differences.passage import Passage
from readoutdiff.differences.strength import is_present

_LONG = 25  # tokens to either side that a clause has at most
_SOON = 4  # words after 'and' among which the verb of a further clause stands
_MARKS = frozenset((",", ";", ":", ".", "“", "”", '"', "(", ")", "–", "—", "!", "?"))
_UNREAL = "unreal"
_WISHES = (_UNREAL, "urged", "demanded")
BESIDE = "+"  # in the place of a preposition: what stands before a noun
WHERE = frozenset(("in", "at"))  # two places of one thing are a difference of their own

Parts = frozenset[tuple[str, str]]


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


def is_waiting(passage: Passage, after: int) -> bool:
    """Whether what comes from a place on in its clause says until when: 'not before the audit' is 'after the audit'."""
    return any(passage.low[i] in passage.words.clauses.ending for i in range(after, min(passage.sentence(after - 1)[1], after + _LONG)))


def group_start(passage: Passage, at: int) -> int:
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
    return passage.knowledge.grammar.words.is_adverb(passage.low[at]) or passage.low[at] in passage.words.clauses.light


def is_finite(passage: Passage, at: int) -> bool:
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


def mood_of(passage: Passage, at: int, helpers: Sequence[str], opens: int) -> str:
    """'Done' ('raised', 'has been raised'), 'plan' ('will raise', 'agreed to raise'), 'so' ('is open'), or the verb that governs it."""
    clauses, low = passage.words.clauses, passage.low[at]
    if low.endswith("ing") and not helpers:
        return governing(passage, at)
    if helpers and helpers[0] == "to":
        return _planned(governing(passage, opens))
    if any(helper in clauses.urging for helper in helpers):
        return "urged"
    if (wish := governing(passage, opens)).startswith(_WISHES):
        return wish
    if any(helper in clauses.ahead for helper in helpers):
        return "plan"
    done = (clauses.gone & {*helpers} and not low.endswith("ing")) or (not helpers and not low.endswith("s"))
    return "done" if done else "so"


def is_wished(passage: Passage, first: int) -> bool:
    """Whether what is said from a place on is only wished for: 'asked Estonia not to', 'hoped that it would'."""
    return governing(passage, first).startswith(_WISHES)


def _planned(verb: str) -> str:
    """'Agreed to raise' is a plan, as 'is to raise' is; 'urged to raise' is what somebody urges."""
    return "plan" if verb in ("", "agreed") else verb


def governing(passage: Passage, at: int) -> str:
    """The rung of the reporting verb before a place, or the verb itself; '' for none in its clause."""
    for i in range(at - 1, passage.sentence(at - 1)[0] - 1, -1):
        low = passage.low[i]
        if low in passage.words.clauses.unreal:
            return f"{_UNREAL} {passage.root(i)}"
        if low in passage.words.rungs:
            return passage.words.ladder_names[passage.words.rungs[low]]
        if low in passage.knowledge.cues:
            return passage.root(i)
        if low in _MARKS:
            break
    return ""


def subject_end(passage: Passage, first: int) -> int:
    """Where the subject ends: before what is put between commas after it ('the chart, drawn by both, was …')."""
    if passage.low[first - 1] != ",":
        return first
    opens = passage.sentence(first)[0]
    return next((i for i in range(first - 2, opens, -1) if passage.low[i] == ","), first)


def clause_start(passage: Passage, first: int) -> int:
    """Where the clause of a verb begins: after a mark, a reporting verb or a word that parts clauses; after 'and', if a verb is before."""
    parting, begins = passage.words.clauses.parting, max(passage.sentence(first)[0], first - _LONG)
    for i in range(first - 1, begins - 1, -1):
        low = passage.low[i]
        if low in parting or low in _MARKS or low in passage.knowledge.cues or low in passage.words.rungs:
            return i + 1
        if low == "and" and any(passage.low[j] in passage.words.clauses.helpers for j in range(max(begins, i - _LONG), i)):
            return i + 1
    return begins


def clause_end(passage: Passage, after: int) -> int:
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


def noun_phrases(passage: Passage, first: int, end: int) -> tuple[frozenset[str], Parts]:
    """The head of the noun phrase that stands alone in tokens[first:end], and what stands beside it or after prepositions."""
    heads: set[str] = set()
    parts: set[tuple[str, str]] = set()
    preposition = ""
    vague: frozenset[str] = frozenset()
    for name, words, last in _nouns(passage, first, end):
        preposition = preposition if name in ("and", "or", "") else name
        if not (words or preposition or heads):
            vague = _named(passage, last)
        if not words or preposition == "by" or _is_time(passage, words[-1]):
            continue
        *beside, head = (_content(passage, i) for i in words)
        if preposition:
            parts |= {(preposition, stem) for stem in head}
        else:
            heads |= head
            parts |= {(BESIDE, stem) for stems in beside for stem in stems}
    return frozenset(heads) or vague, frozenset(parts)


def _nouns(passage: Passage, first: int, end: int) -> Iterator[tuple[str, list[int], int]]:
    """The small word before each stretch of words, the places of the telling ones, and that of the last of all."""
    name, words, begins = "", list[int](), first
    stops = passage.words.clauses.stops | passage.words.clauses.linking
    for i in range(first, end):
        if passage.low[i] in stops or (words and _is_participle(passage, i)):
            yield name, words, max(i - 1, begins)
            name, words, begins = passage.low[i], [], i + 1
        elif _content(passage, i) and not _is_light(passage, i):
            words.append(i)
    if begins < end:
        yield name, words, end - 1


def _named(passage: Passage, at: int) -> frozenset[str]:
    """The stem of a noun that tells little of a point ('the invitation', 'the proposal') and is no pronoun and no side."""
    low, grammar = passage.low[at], passage.knowledge.grammar.words
    other = low in grammar.not_names or passage.mention_at(at) is not None or _is_light(passage, at)
    return frozenset() if other or not passage.tokens[at].is_word or passage.is_name(at) or _is_time(passage, at) else passage.said(at)


def _is_participle(passage: Passage, at: int) -> bool:
    """'The chart drawn by', 'zones prepared for'."""
    low = passage.low[at]
    told = low.endswith("ed") or passage.words.clauses.irregular.get(low, low) != low
    return told and passage.low[at + 1] in passage.words.clauses.stops


def is_date(passage: Passage, at: int) -> bool:
    """A month, a day of the week, a season, a year."""
    low = passage.low[at]
    if low in passage.words.calendar.seasons and passage.low[at - 1] in passage.words.calendar.before:
        return True
    return low in passage.words.calendar.days or (low in passage.words.months and passage.tokens[at].key != low) or is_year(low)


def _content(passage: Passage, at: int) -> frozenset[str]:
    """The stems of a word that tells something, if it is no side's name; a side's capital is a place too."""
    if (mention := passage.mention_at(at)) is not None and not set(passage.sides).isdisjoint(mention.parties):
        return passage.said(at) if mention.kind == "capital" and passage.low[at - 1] in WHERE else frozenset()
    if not passage.low[at][0].isalpha() or passage.low[at] in passage.words.numerals.words:
        return frozenset()
    return passage.stems(at) or (passage.said(at) if passage.low[at] in passage.knowledge.cues else frozenset())


def _is_time(passage: Passage, at: int) -> bool:
    """'Month', 'Friday', 'spring', 'May'."""
    low, calendar = passage.low[at], passage.words.calendar
    return (
        passage.words.sizes.get(low, ("",))[0] == "time" or low in calendar.days or low in calendar.seasons or low in passage.words.months
    )


def standing(passage: Passage, first: int, end: int) -> frozenset[str]:
    """The stems of a subject that names an office, a side as such, or a person by name: whose they are is told by `who`."""
    heads = passage.knowledge.heads
    return frozenset(
        s
        for i in range(first, end)
        if passage.low[i] in heads or passage.low[i] in passage.words.clauses.bodies or passage.is_name(i)
        for s in _content(passage, i) or passage.said(i)
    )


def other_parties(passage: Passage, first: int, end: int) -> frozenset[str]:
    """The parties named in tokens[first:end] that are no side of the call."""
    mentions = (m for i in range(first, end) if (m := passage.mention_at(i)) is not None)
    return frozenset(party for mention in mentions if {*passage.sides}.isdisjoint(mention.parties) for party in mention.parties)


def named_after_by(passage: Passage, after: int, closes: int) -> str | None:
    """The side named after 'by'."""
    by = next((i for i in range(after, closes) if passage.low[i] == "by"), closes)
    return one_side(passage, by + 1, closes)


def taking_on(passage: Passage, opens: int, first: int) -> str | None:
    """The subject of the verb that governs an infinitive: 'Norway agreed to raise'."""
    if passage.low[first] != "to" or opens - 1 <= passage.sentence(opens)[0] or passage.low[opens - 1] in _MARKS:
        return None
    return one_side(passage, clause_start(passage, opens - 1), opens - 1)


def one_side(passage: Passage, first: int, end: int) -> str | None:
    """The side that tokens[first:end] name."""
    found = side_named(passage, first, end) if first < end else None
    return found[0] if found is not None else None
