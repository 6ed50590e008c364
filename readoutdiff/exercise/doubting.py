"""What speaks for a look at the key: where the class, and the better half of it, gives another answer.

Two things are seen, each only where ten students or more answered the item and have others that could be marked:

* another answer: more chose one other option than the key's, so did more than half of the better half, and there by so much that a
  sign test gives it one chance in twenty at most. The better half are those whose mean of their other items is the median at least.
  Of an item with several options each is judged by itself.
* a negative discrimination, so far below nought that chance alone puts one item in twenty there: the correlation of n students who
  answer at random varies about 0 with a standard deviation of 1 / sqrt(n - 1).

Neither says that the key is wrong: a question may be hard, or lead the best astray.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import comb, sqrt
from statistics import median

from readoutdiff.exercise.given import CHOSE, coded
from readoutdiff.exercise.values import Item
from readoutdiff.value import Value

LEAST = 10  # students: of fewer no correlation is told, and nothing is said of the key
_SELDOM = 0.05  # one chance in twenty
_FAR = 1.645  # standard deviations: beyond them lies one in twenty


class Response(Value, frozen=True):
    """What a student who answered an item gave: the words, the options if it is an answer, its score, the mean of the other items."""

    words: str
    chosen: tuple[str, ...]
    score: float | None
    rest: float | None


def reasons(item: Item, right: tuple[str, ...], responses: Sequence[Response], discrimination: float | None) -> tuple[str, ...]:
    """What was seen, a sentence each; `right` is the key's answer."""
    counted = sum(r.score is not None and r.rest is not None for r in responses)
    return (*_another(item, coded(item, right), responses), *_negative(discrimination, counted))


def _negative(discrimination: float | None, counted: int) -> Iterator[str]:
    if discrimination is not None and discrimination * sqrt(counted - 1) <= -_FAR:
        yield f"Who does well on the other questions does worse on this one (it goes with the rest by {discrimination:+.2f})."


def _another(item: Item, wanted: dict[str, str], responses: Sequence[Response]) -> Iterator[str]:
    told = [(coded(item, r.chosen), r.rest) for r in responses if r.rest is not None and r.chosen]
    if len(told) < LEAST:
        return
    middle = median(rest for _, rest in told)  # from which on a student is of the better half
    for unit, key in wanted.items():
        class_ = Counter(values[unit] for values, _ in told)
        better = Counter(values[unit] for values, rest in told if rest >= middle)
        other, count = _first_but(key, better)
        if class_[other] > class_[key] and 2 * count > better.total() and _chance(count, better[key]) <= _SELDOM:
            yield _sentence(item, unit, key, other, class_, better)


def _first_but(key: str, given: Counter[str]) -> tuple[str, int]:
    """The most frequent value that is not the key's, and how many gave it; of two that are level the first by name."""
    others = sorted((value, count) for value, count in given.items() if value != key)
    return max(others, key=lambda pair: pair[1], default=("", 0))


def _chance(more: int, fewer: int) -> float:
    """The sign test, one-sided: how often so many of them or more fall on one of two sides that are alike."""
    of = more + fewer
    return float(sum(comb(of, k) for k in range(more, of + 1)) / 2**of)


def _sentence(item: Item, unit: str, key: str, other: str, class_: Counter[str], better: Counter[str]) -> str:
    labels = item.labels
    half = f"of the half that does better on the other questions {better[other]} of {better.total()}"
    if item.shape == "choice":
        whole = f"{class_[other]} of {class_.total()} chose “{labels[other]}” and {class_[key]} “{labels[key]}”, which is in the key"
        return f"{whole}; {half} against {better[key]}."
    stands = "is in the key" if key == CHOSE else "is not in the key"
    did = "chose" if other == CHOSE else "did not choose"
    return f"{class_[other]} of {class_.total()} {did} “{labels[unit]}”, which {stands}; {half} did so."
