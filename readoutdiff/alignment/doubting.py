"""Whether a reporter's remark on a silence is meant as it stands: not feared, not of a part, not taken back in the same breath."""

from __future__ import annotations

from readoutdiff.alignment.unit import Unit
from readoutdiff.lexicon.knowledge import Knowledge

OF_TWO = frozenset(("neither", "either"))  # of the two points before: in the sentence before, or in the two
SPEAKING = ("paper", "post", "side", "institution")

_NEAR = 6  # words behind those that tell of a silence, with which they tell of a detail
_YEAR = 4  # digits


def is_meant(remark: Unit, knowledge: Knowledge) -> bool:
    """Whether a remark tells of a whole point's absence from a text, now and without taking it back."""
    lows = [t.low for t in remark.tokens]
    first, end = _silence(lows, knowledge)
    return not (_is_of_a_detail(lows, end, knowledge) or _is_unreal(lows[:first], knowledge) or _is_unsaid(lows, end, knowledge))


def _silence(lows: list[str], knowledge: Knowledge) -> tuple[int, int]:
    """Where the words that tell of a silence begin and end."""
    words = (knowledge.grammar.phrases.omission.find(" ".join(lows)) or "").split()
    first = next((i for i, low in enumerate(lows) if words and low == words[0]), 0)
    return first, first + len(words)


def _is_of_a_detail(lows: list[str], end: int, knowledge: Knowledge) -> bool:
    """'It gave no further detail', 'did not mention the size of the fleet', 'Neither text touched on it'."""
    words = knowledge.grammar.words
    both = lows[0] in OF_TWO and len(lows) > 1 and (lows[1] == "of" or knowledge.heads.get(lows[1]) in SPEAKING)
    clause = lows[end : end + _NEAR]
    clause = clause[: clause.index(",")] if "," in clause else clause  # 'no mention of the trawler, which …'
    return both or not (words.particulars | words.sizes).isdisjoint(clause)


def _is_unreal(before: list[str], knowledge: Knowledge) -> bool:
    """'If Lima leaves it out', 'had feared that it would', 'its note of 2024', 'the headline of its text': said of no text of this call."""
    phrases, words = knowledge.grammar.phrases, knowledge.grammar.words
    dated = any(low in words.months or (low.isdigit() and len(low) == _YEAR) for low in before)
    other = before[:1] == ["had"] or phrases.elsewhere.find(" ".join(before)) is not None
    return dated or other or not (words.unreal | words.partial).isdisjoint(before)


def _is_unsaid(lows: list[str], end: int, knowledge: Knowledge) -> bool:
    """'…, but he told reporters that it had been discussed', 'until its last line', 'no explicit mention': it may be there after all."""
    words = knowledge.grammar.words
    return not words.unsaying.isdisjoint(lows[end:]) or not words.hedging.isdisjoint(lows)
