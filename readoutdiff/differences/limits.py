"""Limits of a promised amount: 'up to 200' and 'at least 200' promise another thing than '200'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.differences.figures import Figure, same_amount, same_kind
from readoutdiff.differences.passage import Passage
from readoutdiff.value import replace

_BACK = 14  # tokens before an amount in which its verb is
_AFTER = 3  # tokens after it
EXACT = "exact"


def find_limited(passage: Passage, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures that have a limit, and those that are promised without one: 'least', 'most' or 'exact' is the value."""
    limits = {at + size: (at, passage.words.bounded[" ".join(passage.low[i] for i in range(at, at + size))])
              for at, size in passage.phrases(passage.words.limits)}  # fmt: skip
    for figure in figures:
        first, limit = limits.get(figure.first, (figure.first, EXACT))
        if limit != EXACT or _is_promised(passage, figure):
            yield replace(figure, first=first, value=limit)


def same_figure(left: Figure, right: Figure) -> bool:
    """Whether both are one amount of one thing, and one of them has a limit."""
    return same_kind(left, right) and same_amount(left, right) and {left.value, right.value} != {EXACT}


def _is_promised(passage: Passage, figure: Figure) -> bool:
    """Whether a word for what is ahead stands before the amount, or soon after it."""
    begins, ends = passage.sentence(figure.first)
    around = range(max(begins, figure.first - _BACK), min(ends, figure.end + _AFTER))
    return any(passage.low[i] in passage.words.clauses.ahead for i in around)
