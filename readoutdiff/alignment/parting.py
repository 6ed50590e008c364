"""Where a statement on several points parts: before a further verb, and between the items of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.text.tokens import Token

_JOINING = ("and", "or")
_OF_TWO = ("between", "both")  # what they open has an 'and' of its own
_ADDING = ("with", "plus", "including", "alongside")
_PAIR = 7  # tokens from there to that 'and'


def borders(tokens: Sequence[Token], first: int, stop: int, knowledge: Knowledge) -> Iterator[int]:
    """The tokens of a statement with which a further point begins: 'and' before a verb, ', with …'; in a list what follows its commas."""
    joined = [at for at in range(first + 1, stop - 1) if tokens[at].low in _JOINING and not _is_pair(tokens, at, first)]
    commas = [at for at in range(first + 1, stop - 1) if tokens[at - 1].key == "," and tokens[at].low not in _JOINING]
    last = joined[-1] if joined else first
    items = [at for at in commas if at < last and not _is_verb(tokens[last + 1], knowledge)]
    parted = [at for at in joined if items or tokens[at - 1].key == "," or _opens(tokens[at + 1], knowledge)]
    adding = [at for at in commas if tokens[at].low in _ADDING]
    yield from sorted({*items, *adding, *parted})


def joined(tokens: Sequence[Token]) -> Iterator[int]:
    """Where 'and' or 'or' stands between two things that are no pair."""
    return (at for at in range(1, len(tokens) - 1) if tokens[at].low in _JOINING and not _is_pair(tokens, at, 0))


def _is_pair(tokens: Sequence[Token], at: int, first: int) -> bool:
    """'Barrot and Araghchi', 'between Mali and armed groups': one thing, not two points."""
    names = tokens[at - 1].key[0].isupper() and tokens[at + 1].key[0].isupper()
    before = [token.low for token in tokens[max(first, at - _PAIR) : at]]
    opened = max((i for i, low in enumerate(before) if low in _OF_TWO), default=None)
    return names or (opened is not None and "and" not in before[opened:])


def _opens(token: Token, knowledge: Knowledge) -> bool:
    """'And offered', 'and had offered', 'and the dam'; not 'illegal and immoral'."""
    words = knowledge.grammar.words
    return _is_verb(token, knowledge) or token.low in knowledge.helping | words.obliging | words.determiners


def _is_verb(token: Token, knowledge: Knowledge) -> bool:
    return token.low in knowledge.cues or token.low.endswith("ed")
