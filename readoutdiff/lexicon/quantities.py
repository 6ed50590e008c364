"""Numbers and dates in one form, whatever way they are written: '$600bn' is 600 billion dollars, 'May 9' is 9 May."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readoutdiff.lexicon.grammar import Quantities
from readoutdiff.text.tokens import Token, stem, word_parts, word_stems

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_LAST_DAY = 31


def plain_words(tokens: Sequence[Token], quantities: Quantities) -> Iterator[str]:
    """The lower-case words of tokens; an amount is one number, a day of a month one word, a sign of money or share its word."""
    for words, whole in _plain(tokens, quantities):
        yield from (words,) if whole else word_parts(words)


def plain_stems(tokens: Sequence[Token], quantities: Quantities) -> Iterator[str]:
    """The stems of the same words, articles left out."""
    for words, whole in _plain(tokens, quantities):
        yield from (stem(words),) if whole else word_stems(words)


def counts(low: str, quantities: Quantities) -> bool:
    """Whether a lower-cased word is a number, a month or a sign: what it is called may hang on the words beside it."""
    return low[0].isdigit() or low in quantities.months or low in quantities.signs


def _plain(tokens: Sequence[Token], quantities: Quantities) -> Iterator[tuple[str, bool]]:
    """Each word, and whether it is whole as it stands: an amount, a day of a month, the word for a sign."""
    months, signs, done = quantities.months, quantities.signs, 0
    for at, token in enumerate(tokens):
        low = token.low
        if at < done:
            continue
        if low[0].isdigit() or low in months:
            found = _day(tokens, at, quantities) or (_amount(tokens, at, quantities) if low[0].isdigit() else None)
            if found is not None:
                done = at + found[1]
                yield found[0], True
                continue
        sign = signs.get(low)
        yield (sign, True) if sign else (low, False)


def _amount(tokens: Sequence[Token], at: int, quantities: Quantities) -> tuple[str, int] | None:
    """'600bn', '600 billion', '1,400' as digits, and how many tokens that is."""
    low = tokens[at].low
    if not _NUMBER.fullmatch(low):
        return None
    times = quantities.magnitudes.get(tokens[at + 1].low, 1) if at + 1 < len(tokens) else 1
    return f"{float(low.replace(',', '')) * times:.15g}", 1 + (times > 1)


def _day(tokens: Sequence[Token], at: int, quantities: Quantities) -> tuple[str, int] | None:
    """'9 May', 'May 9', '9th of May' as one word, and how many tokens that is."""
    first = tokens[at].low
    if first in quantities.months and tokens[at].key[0].isupper() and at + 1 < len(tokens) and _is_day(tokens[at + 1].low):
        size = 2 + (at + 2 < len(tokens) and tokens[at + 2].low in quantities.ordinals)
        return f"{first}-{tokens[at + 1].low}", size
    if not _is_day(first):
        return None
    month = at + 1
    while month < min(at + 3, len(tokens)) and tokens[month].low in (*quantities.ordinals, "of"):
        month += 1
    named = month < len(tokens) and tokens[month].low in quantities.months and tokens[month].key[0].isupper()
    return (f"{tokens[month].low}-{first}", month - at + 1) if named else None


def _is_day(low: str) -> bool:
    return low.isdecimal() and len(low) < 3 and 0 < int(low) <= _LAST_DAY
