"""How often, and how many times as much: 'twice a day', 'every week', 'doubled'."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.differences.passage import Item, Passage

_MONTH = 30.4  # days, of which a rate is told
_WITHIN = 0.1  # of the rate: a month has four weeks
_ENOUGH = 2  # stems that the surroundings of two rates have in common


def find_rates(passage: Passage) -> Iterator[Item]:
    """The rates of a passage as times a month, its counts of times, and factors."""
    end = passage.first
    counted = [at - 1 for at in passage.places(("times",)) if at > passage.first]
    for at in sorted({*counted, *passage.places(passage.words.repeating)}):
        found = (_times(passage, at) or _every(passage, at) or _by_one_word(passage, at)) if at >= end else None
        if found is not None:
            yield found
            end = found.end


def same_measure(left: Item, right: Item) -> bool:
    """Whether two rates are of one kind, and their surroundings have enough in common."""
    return left.keys == right.keys and len(left.near & right.near) >= min(_ENOUGH, len(left.near), len(right.near))


def same_rate(left: Item, right: Item) -> bool:
    """Whether two rates are as good as equal: 'every day' and '30 times a month'."""
    return abs(left.amount - right.amount) <= _WITHIN * max(left.amount, right.amount)


def number_of_times(passage: Passage, at: int) -> tuple[int, int]:
    """'Twice', 'three times': how many, and where it ends; 0 for none."""
    low, times = passage.low[at], passage.words.multiples.times
    if low in times:
        return times[low], at + 1
    if passage.low[at + 1] != "times":
        return 0, at
    return (int(low) if low.isdecimal() else passage.words.numerals.words.get(low, 0)), at + 2


def _times(passage: Passage, at: int) -> Item | None:
    """'Twice a day', 'three times', 'twice as many'; 'once' by itself is a conjunction as often."""
    number, end = number_of_times(passage, at)
    if not number:
        return None
    if passage.low[end] in passage.words.multiples.every and (days := _days(passage, end + 1)):
        return passage.item(at, end + 2, *_rate(number / days))
    if passage.low[end] == "as":
        return passage.item(at, end, f"x{number}", ("x",), number)
    return passage.item(at, end, f"{number} times", ("times",), number) if number > 1 else None


def _every(passage: Passage, at: int) -> Item | None:
    """'Every day', 'each week', 'every two weeks'."""
    if passage.low[at] not in ("every", "each"):
        return None
    number = passage.words.numerals.words.get(passage.low[at + 1], 0)
    days = _days(passage, at + 1 + bool(number))
    return passage.item(at, at + 2 + bool(number), *_rate(1 / (days * (number or 1)))) if days else None


def _by_one_word(passage: Passage, at: int) -> Item | None:
    """'Daily', 'doubled'."""
    low, multiples = passage.low[at], passage.words.multiples
    if low in multiples.adverbs:
        return passage.item(at, at + 1, *_rate(1 / multiples.adverbs[low]))
    factor = multiples.factors.get(low)
    if low in multiples.bare and not _is_done(passage, at):
        return None  # 'double standards'
    return passage.item(at, at + 1, f"x{factor:g}", ("x",), factor) if factor else None


def _is_done(passage: Passage, at: int) -> bool:
    return passage.low[at - 1] in passage.words.clauses.helpers or passage.low[at + 1] in passage.knowledge.grammar.words.determiners


def _rate(a_day: float) -> tuple[str, tuple[str], float]:
    return f"{a_day * _MONTH:.3g} a month", ("a month",), a_day * _MONTH


def _days(passage: Passage, at: int) -> float:
    """How many days a unit of time has; 0 for what is none."""
    kind, size = passage.words.sizes.get(passage.low[at], ("", 0.0))
    return size if kind == "time" else 0.0
