"""Figures: amounts in one form, whatever unit or words they are told in, with what they count."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator
from typing import NamedTuple

from readoutdiff.differences.calendar import is_year
from readoutdiff.differences.passage import Item, Passage
from readoutdiff.differences.rates import number_of_times
from readoutdiff.text.tokens import stem
from readoutdiff.value import replace

_WITHIN = 0.02  # of the amount: a month is 30 days, a third 33 per cent
_GROUP = 3  # digits between commas
_NOUNS = 3  # words that tell what a number counts
_APART = 4  # words between the two figures of a change


class _Amount(NamedTuple):
    value: float
    end: int
    share: bool = False  # a fraction, of what follows


class Figure(Item, frozen=True):
    """An amount; `role` says whether something was changed 'from', 'to' or 'by' it, where that is told."""

    role: str = ""


def same_kind(left: Figure, right: Figure) -> bool:
    """Whether two figures are of one unit, or count the same; what a thing was cut from or by is not what it was cut to."""
    if left.keys.isdisjoint(right.keys) or (left.role == "from") != (right.role == "from"):
        return False
    return not _are_by_and_to(left, right) or _is_equal(left, right)


def same_things(left: Figure, right: Figure) -> bool:
    """Whether two figures count what two words name: 'crew members'."""
    return len(left.keys & right.keys) > 1


def same_amount(left: Figure, right: Figure) -> bool:
    """Whether two figures are as good as equal; 'cut by a fifth' and 'cut to a fifth' are not."""
    return not _are_by_and_to(left, right) and _is_equal(left, right)


def with_role(left: Figure, right: Figure) -> tuple[Figure, Figure]:
    """Two figures as they are pointed out: with 'by' and 'to', if that is all that they differ in."""
    if not _are_by_and_to(left, right):
        return left, right
    return replace(left, first=left.first - 1), replace(right, first=right.first - 1)


def _are_by_and_to(left: Figure, right: Figure) -> bool:
    return {left.role, right.role} == {"by", "to"}


def _is_equal(left: Figure, right: Figure) -> bool:
    return abs(left.amount - right.amount) <= _WITHIN * max(abs(left.amount), abs(right.amount))


def find_figures(passage: Passage, dated: Collection[int]) -> Iterator[Figure]:
    """The figures of a passage; `dated` are the places of its dates."""
    numerals, end = passage.words.numerals.words, passage.first
    for at in [at for at, low in passage.low.items() if _may_count(low, numerals)]:
        amount = _amount(passage, at) if at >= end and at not in dated else None
        found = _counted(passage, at, amount) if amount is not None else None
        if found is not None:
            yield found
        end = max(end, found.end if found is not None else amount.end if amount is not None else 0)


def _role(passage: Passage, first: int, end: int) -> str:
    """'From' in 'from 12 to 9 per cent' and 'to 9 per cent from 12'; 'by' or 'to' after a verb of raising or lowering."""
    before = passage.low[first - 1]
    if before == "from":
        ahead = next((i for i in range(end, end + _APART) if passage.low[i] == "to"), end)
        behind = next((i for i in range(first - 2, first - 2 - 2 * _APART, -1) if passage.low[i] == "to"), first)
        numerals = passage.words.numerals.words
        return "from" if any(passage.low[i + 1] and _may_count(passage.low[i + 1], numerals) for i in (ahead, behind)) else ""
    if before not in ("by", "to"):
        return ""
    changing = passage.words.changing
    return before if any(passage.root(i) in changing for i in range(first - 2, first - 2 - 2 * _APART, -1)) else ""


def _may_count(low: str, numerals: Container[str]) -> bool:
    """Whether an amount can begin with a word."""
    return low in ("a", "half") or low in numerals or low[0].isdecimal() or ("-" in low and low.partition("-")[0] in numerals)


def _amount(passage: Passage, at: int) -> _Amount | None:
    """The number that begins at a place."""
    low, numerals = passage.low[at], passage.words.numerals
    if passage.low[at + 1] in passage.knowledge.grammar.quantities.ordinals:
        return None  # 'the 27th edition'
    if number_of_times(passage, at)[0]:
        return None  # 'three times' is a rate
    if _is_number(low):
        return _digits(passage, at)
    if (low in ("half", "a") or low in numerals.words) and (fraction := _fraction(passage, at)) is not None:
        return fraction
    if low == "a":
        return _one(passage, at)
    word = low.partition("-")[0]
    if word in numerals.words and (low in numerals.words or all(w in numerals.words for w in low.split("-"))):
        return _spelled(passage, at)
    return _Amount(float(numerals.words[word]), at) if word in numerals.words else None  # 'ten-year'


def _is_number(low: str) -> bool:
    """'40', '1,400', '2.5'; a comma before other than three digits is none of English."""
    whole, _, rest = low.partition(".")
    groups = whole.split(",")
    return all(g.isdecimal() and (n == 0 or len(g) == _GROUP) for n, g in enumerate(groups)) and (not rest or rest.isdecimal())


def _fraction(passage: Passage, at: int) -> _Amount | None:
    """'Half', 'a third', 'two thirds', 'half a million', 'a quarter of a million'."""
    low, numerals = passage.low[at], passage.words.numerals
    times = 1 if low in ("half", "a") else numerals.words[low]
    name = at if low == "half" else at + 1
    share = numerals.fractions.get(passage.low[name])
    if share is None:
        return None
    end = name + 1
    big = end + (passage.low[end] == "of") + 1
    sizes = passage.knowledge.grammar.quantities.magnitudes | {"dozen": numerals.words["dozen"]}
    size = sizes.get(passage.low[big], 0) if passage.low[big - 1] == "a" else 0
    return _Amount(times * share * size, big + 1) if size else _Amount(times * share * 100, end, share=True)


def _spelled(passage: Passage, at: int) -> _Amount:
    """'Fifty thousand', 'two hundred and fifty', 'two thousand five hundred', 'two dozen'."""
    numerals, sizes = passage.words.numerals.words, passage.knowledge.grammar.quantities.magnitudes
    total = group = 0.0
    while low := passage.low[at]:
        parts = low.split("-")
        goes_on = low == "and" and total + group >= 100 and passage.low[at + 1].partition("-")[0] in numerals
        if all(part in numerals for part in parts) and not (low == "dozen" and group):
            group += sum(numerals[part] for part in parts)
        elif low in ("hundred", "dozen") and group:
            group *= 100 if low == "hundred" else numerals["dozen"]
        elif low in sizes and len(low) > 2 and group:
            total, group = total + group * sizes[low], 0.0
        elif not goes_on:
            break
        at += 1
    return _Amount(total + group, at)


def _digits(passage: Passage, at: int) -> _Amount:
    """'40,000', '40 000', '2.5 million'."""
    whole, end = passage.low[at], at + 1
    while whole.isdecimal() and len(passage.low[end]) == _GROUP and passage.low[end].isdecimal() and len(passage.low[at]) <= _GROUP:
        whole, end = whole + passage.low[end], end + 1
    return _times(passage, float(whole.replace(",", "")), end)


def _times(passage: Passage, value: float, end: int) -> _Amount:
    """A number with the magnitude that follows it: 'million', 'bn', 'dozen'."""
    sizes = passage.knowledge.grammar.quantities.magnitudes
    while passage.low[end] == "dozen" or (passage.low[end] in sizes and (len(passage.low[end]) > 1 or _joined(passage, end))):
        value, end = value * sizes.get(passage.low[end], passage.words.numerals.words["dozen"]), end + 1
    return _Amount(value, end)


def _joined(passage: Passage, at: int) -> bool:
    """'5m', not '5 m'."""
    return passage.tokens[at - 1].end == passage.tokens[at].start


def _one(passage: Passage, at: int) -> _Amount | None:
    """'A hundred', 'a million', 'within a month'."""
    after, sizes = passage.low[at + 1], passage.knowledge.grammar.quantities.magnitudes
    if after == "hundred" or (after in sizes and len(after) > 2):
        return _Amount(100.0 if after == "hundred" else float(sizes[after]), at + 2)
    kind, _ = passage.words.sizes.get(after, ("", 0))
    return _Amount(1.0, at + 1) if kind == "time" and passage.low[at - 1] in ("within", "in", "after") else None


def _counted(passage: Passage, at: int, amount: _Amount) -> Figure | None:
    """A number with its unit; none where it counts nothing: a year, a clock time, the number of an article."""
    first = _with_sign(passage, at)
    if first < at:
        sign = passage.knowledge.grammar.quantities.signs[passage.low[at - 1]]
        return _item(passage, first, amount.end, {f"${sign}"}, amount.value)
    share = _share_end(passage, amount)
    if share:
        return _item(passage, at, share, {"%"}, amount.value)
    if _is_of_a_name(passage, at):
        return None
    return _of_unit(passage, at, amount) or _of_things(passage, at, amount) or _bare(passage, at, amount)


def _is_of_a_name(passage: Passage, at: int) -> bool:
    """'Resolution 1701'; not 'gives Estonia five helicopters'."""
    if not passage.low[at][0].isdecimal() or passage.mention_at(at - 1) is not None:
        return False
    return passage.low[at - 1][-1:].isalpha() and passage.is_name(at - 1) and passage.low[at - 1] not in passage.words.months


def _bare(passage: Passage, at: int, amount: _Amount) -> Figure | None:
    """A number that has nothing to count beside it: '4,500 a year', 'grow to 25'."""
    kind, _ = passage.words.sizes.get(passage.low[amount.end + 1], ("", 0))
    if passage.low[amount.end] in passage.words.multiples.every and kind == "time":
        return _item(passage, at, amount.end + 2, {f"a {passage.low[amount.end + 1]}"}, amount.value)
    changed = _role(passage, at, amount.end) == "to" and not is_year(passage.low[at])
    return _item(passage, at, amount.end, {"to"}, amount.value) if changed else None


def _with_sign(passage: Passage, at: int) -> int:
    """Where an amount of money begins: '€5', 'A$12'."""
    if passage.low[at - 1] not in passage.knowledge.grammar.quantities.signs or passage.low[at - 1] == "%":
        return at
    joined = at - 2 >= passage.first and passage.tokens[at - 2].end == passage.tokens[at - 1].start
    return at - 2 if joined else at - 1


def _share_end(passage: Passage, amount: _Amount) -> int:
    """Where 'per cent' ends; the fraction's own end; 0 for no share."""
    if passage.low[amount.end] in ("%", "percent", "pct"):
        return amount.end + 1
    if passage.low[amount.end] == "per" and passage.low[amount.end + 1] == "cent":
        return amount.end + 2
    return amount.end if amount.share else 0


def _of_unit(passage: Passage, at: int, amount: _Amount) -> Figure | None:
    """An amount in a unit that the lexicon knows, within a few words: '30 days', 'ten-year', '4 billion cubic metres'."""
    own = passage.low[at].rpartition("-")[2] if amount.end == at else ""
    if own in passage.words.sizes:
        kind, size = passage.words.sizes[own]
        return _item(passage, at, at + 1, {f"#{kind}"}, amount.value * size)
    begin = amount.end + (passage.low[amount.end] == "-")
    for place in range(begin, begin + _NOUNS):
        for width in (2, 1):
            name = " ".join(passage.low[i] for i in range(place, place + width))
            if name in passage.words.sizes:
                kind, size = passage.words.sizes[name]
                return _item(passage, at, place + width, {f"#{kind}"}, amount.value * size)
        if passage.low[place] in passage.words.clauses.uncounted or not passage.low[place][:1].isalpha():
            break
    return None


def _of_things(passage: Passage, at: int, amount: _Amount) -> Figure | None:
    """An amount of whatever the next words name."""
    low = passage.low[at]
    end = amount.end
    while (
        end < passage.stop
        and end < amount.end + _NOUNS
        and passage.tokens[end].is_word
        and passage.low[end] not in passage.words.clauses.uncounted
        and (end == amount.end or passage.low[end] not in passage.knowledge.helping)
    ):
        end += 1
    named = passage.mentioned(amount.end, end)
    nouns = {noun for i in range(amount.end, end) if i not in named for noun in passage.said(i)}
    signs = passage.knowledge.grammar.quantities.signs
    money = {signs.get(passage.low[i]) or stem(passage.low[i]) for i in range(amount.end, end)} & {*signs.values()}
    if money:
        return _item(passage, at, end, {f"${sign}" for sign in money}, amount.value)
    if not nouns or low == "one" or (is_year(low) and amount.end == at + 1 and amount.value < 2100):
        return None
    return _item(passage, at, end, nouns, amount.value)


def _item(passage: Passage, first: int, end: int, keys: Collection[str], amount: float) -> Figure:
    unit, end = "/".join(sorted(keys)), min(end, passage.stop)
    return Figure(
        first, end, f"{amount:.6g} {unit}".strip(), passage.near(first, end), frozenset(keys), amount, _role(passage, first, end)
    )  # fmt: skip
