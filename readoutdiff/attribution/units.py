"""Units of meaning: a statement on two points is cut in two, so that each can have a topic of its own.

Cut where a new clause says something further ('and that', 'adding that', 'and stressed', ';'), and at the items of
a list that a verb like 'discussed' governs. A list that an emphatic verb governs ('stressed the need for A and B')
stays whole: cutting it would lose whose emphasis it is.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.lexicon.tables import Cue
from readoutdiff.parsing.story import Story
from readoutdiff.text.sentences import split_inside
from readoutdiff.text.tokens import Token

_LEAST = 4  # words on either side of a cut
_ITEM = 2  # words of a list's item
_CRUMB = 3  # words of the smallest piece


def cut_units(story: Story, start: int, end: int, knowledge: Knowledge) -> list[tuple[int, int]]:
    """The units of story.text[start:end] as half-open ranges without white space between them."""
    out, text, tokens = [], story.text, story.tokens
    for a, b in split_inside(text, start, end, knowledge.abbreviations):
        first = story.token_at(a)
        stop = story.token_at(b)
        cuts = sorted({*_clause_cuts(tokens, first, stop, knowledge), *_list_cuts(tokens, first, stop, knowledge)})
        edges = [first, *_far_enough(tokens, first, stop, cuts), stop]
        for left, right in itertools.pairwise(edges):
            out.append((tokens[left].start if left > first else a, tokens[right - 1].end if right < stop else b))
    return _without_crumbs(text, out)


def _clause_cuts(tokens: Sequence[Token], first: int, stop: int, knowledge: Knowledge) -> Iterator[int]:
    """Token indices at which a further clause begins."""
    joiners, saying = knowledge.grammar.words.joiners, knowledge.grammar.words.saying_further
    lows = [t.low for t in tokens[first:stop]]
    opening = [i for i in range(1, len(lows) - 1) if lows[i] in joiners or lows[i] in saying or lows[i - 1] == ";"]
    for at in [first + i for i in opening]:
        further = _joins if tokens[at].low in joiners else _says_further
        if tokens[at - 1].key == ";" or further(tokens, at, stop, knowledge):
            yield at


def _joins(tokens: Sequence[Token], at: int, stop: int, knowledge: Knowledge) -> bool:
    """Whether a conjunction opens a clause: 'and that', ', while …', 'and stressed the', 'but also urged'."""
    cues, after = knowledge.cues, tokens[at + 1]
    then = tokens[at + 2].low if at + 2 < stop else ""
    return (
        after.low == "that"
        or (tokens[at].low in ("while", "whereas") and tokens[at - 1].key == ",")
        or (_is_verb(after, cues) and then in knowledge.grammar.words.clause_openers)
        or (after.low in ("also", "further") and then in cues)
    )


def _says_further(tokens: Sequence[Token], at: int, stop: int, knowledge: Knowledge) -> bool:
    """', adding that …', 'as well as …'."""
    if tokens[at].low != "as":
        return tokens[at - 1].key == ","
    return tokens[at + 1].low == "well" and at + 2 < stop and tokens[at + 2].low == "as"


def _is_verb(token: Token, cues: Mapping[str, Cue]) -> bool:
    return (token.low in cues and not token.low.endswith("ing")) or (token.low.endswith("ed") and token.low == token.key)


def _list_cuts(tokens: Sequence[Token], first: int, stop: int, knowledge: Knowledge) -> list[int]:
    """Token indices at which the items of a list begin, the first item excepted."""
    listing = knowledge.listing
    at = next((at for at in range(first, stop) if tokens[at].low in listing), None)
    return _items(tokens, at + 1, stop, knowledge.grammar.words.hanging) if at is not None else []


def _items(tokens: Sequence[Token], first: int, stop: int, hanging: frozenset[str]) -> list[int]:
    """Where the items of 'A, B and C' or 'A, B, and C' begin; none where a clause hangs on one of them, and the commas may be its own."""
    commas = [i for i in range(first, stop - 1) if tokens[i].key == ","]
    last = next((i for i in range(stop - 2, first, -1) if tokens[i].low == "and"), None)
    if not commas or last is None or any(tokens[i].low in hanging for i in range(first, stop)):
        return []
    closed = last - 1 in commas  # 'B, and C': other commas may have an 'and' behind them too
    before = [i + 1 for i in commas if i < last - closed]
    starts = [*(i + (closed and tokens[i].low == "and") for i in before), last]
    edges = [first, *sorted(set(starts)), stop]
    sizes = [sum(t.is_word for t in tokens[a:b]) for a, b in itertools.pairwise(edges)]
    return sorted(set(starts)) if len(starts) > 1 and min(sizes) >= _ITEM else []


def _far_enough(tokens: Sequence[Token], first: int, stop: int, cuts: Sequence[int]) -> list[int]:
    """The cuts that leave enough words on either side; what was cut off before has its conjunction, and may be a word shorter."""
    kept: list[int] = []
    for at in cuts:
        before = sum(t.is_word for t in tokens[(kept[-1] if kept else first) : at])
        if before >= _LEAST - (bool(kept)) and sum(t.is_word for t in tokens[at:stop]) >= _LEAST - 1:
            kept.append(at)
    return kept


def _without_crumbs(text: str, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join a piece of fewer words to the one before it ('“We talked. We agreed,” she said.')."""
    out: list[tuple[int, int]] = []
    for start, end in ranges:
        if out and len(text[start:end].split()) < _CRUMB:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out
