"""Dates: days, months, quarters, seasons and years in one form, and whether two of them can be one."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.differences.passage import Item, Passage
from readoutdiff.value import Value, replace

_PART = 4  # words before a date
_IN = ("in", "on")


class Date(Value, frozen=True):
    """What a date fixes: the year, the months it may lie in, the day of the month, the day of the week, whether early or late in it."""

    first: int
    end: int
    year: int | None = None
    months: frozenset[int] = frozenset()
    day: int | None = None
    weekday: str | None = None
    part: str = ""

    def normal(self) -> str:
        """'2026-05-09', '04..06', 'friday': what is known of it."""
        months = sorted(self.months)
        month = "" if not months else f"{months[0]:02}" if len(months) == 1 else f"{months[0]:02}..{months[-1]:02}"
        day = f"{self.day:02}" if self.day else ""
        return "-".join(part for part in (str(self.year or ""), month, day) if part) or self.weekday or ""


def conflict(left: Date, right: Date) -> bool:
    """Whether no day fits both."""
    if left.year and right.year and left.year != right.year:
        return True
    if left.months and right.months and left.months.isdisjoint(right.months):
        return True
    if left.day and right.day:
        return left.day != right.day
    if left.part and right.part and not (left.day or right.day):
        return left.part != right.part
    return bool(left.weekday and right.weekday and left.weekday != right.weekday and bool(left.months) == bool(right.months))


def is_year(low: str) -> bool:
    """Whether a word is a year of the last century or this."""
    return len(low) == 4 and low.isdecimal() and low[:2] in ("19", "20")


def find_dates(passage: Passage) -> Iterator[Date]:
    """The dates of a passage in order."""
    opening, end = passage.words.dating, passage.first
    for at in [at for at, low in passage.low.items() if low in opening or low[0].isdecimal()]:
        found = _date(passage, at) if at >= end else None
        if found is not None:
            yield replace(found, part=_part(passage, found.first))
            end = found.end


def as_item(passage: Passage, date: Date) -> Item:
    """A date with what stands around it, and whether it says from or until when."""
    at = date.first - 1
    while at >= passage.first and passage.low[at] in passage.words.calendar.leading:
        at -= 1
    calendar, before = passage.words.calendar, passage.low[at]
    bound = "from" if before in calendar.from_then else "until" if before in calendar.until_then else "at"
    done = passage.low[at - 1] if bound == "at" and before in _IN else ""
    past = done.endswith(("ed", "en")) and passage.low[at - 2] not in passage.knowledge.helping
    return passage.item(date.first, date.end, date.normal(), {bound, "past"} if past else {bound})


def same_bound(left: Item, right: Item) -> bool:
    """Whether both say from when, until when, or when; 'the tariffs frozen in August' are another matter than 'will lapse in November'."""
    return {*left.keys, *right.keys} != {"from", "until"} and ("past" in left.keys) == ("past" in right.keys)


def _part(passage: Passage, at: int) -> str:
    """'early' in 'the first days of June', 'late' in 'the end of June'."""
    if passage.low[at - 1] not in ("of", "-") and passage.low[at - 1] not in (calendar := passage.words.calendar).early | calendar.late:
        return ""
    before = {passage.low[i] for i in range(at - _PART, at)}
    return "early" if before & passage.words.calendar.early else "late" if before & passage.words.calendar.late else ""


def _date(passage: Passage, at: int) -> Date | None:
    return _weekday(passage, at) or _day_of_month(passage, at) or _part_of_year(passage, at) or _month(passage, at) or _year(passage, at)


def _weekday(passage: Passage, at: int) -> Date | None:
    """'Friday', 'Friday, 9 May', 'the first Monday of October'."""
    low = passage.low[at]
    if low not in passage.words.calendar.days:
        return None
    after = at + 1 + (passage.low[at + 1] == ",")
    dated = _day_of_month(passage, after)
    if dated is None and passage.low[after] in ("of", "in"):
        dated = _month(passage, after + 1)
    if dated is None:
        return Date(at, at + 1, weekday=low)
    return Date(at, dated.end, dated.year, dated.months, dated.day, low)


def _day_of_month(passage: Passage, at: int) -> Date | None:
    """'9 May', '9th of May', 'the ninth of May', 'May 9', with a year or without."""
    months = passage.words.months
    if passage.low[at] in months and passage.tokens[at].key[0].isupper():
        day, end = _day(passage, at + 1)
        month = months[passage.low[at]]
        return _with_year(passage, at, end, month, day) if day else None
    day, end = _day(passage, at)
    if not day:
        return None
    end += passage.low[end] == "of"
    if passage.low[end] not in months or not passage.tokens[end].key[0].isupper():
        return None
    return _with_year(passage, at, end + 1, months[passage.low[end]], day)


def _day(passage: Passage, at: int) -> tuple[int, int]:
    """The number of a day and where it ends; 0 for none."""
    low, ordinals = passage.low[at], passage.words.numerals.ordinals
    if low.isdecimal() and len(low) < 3 and 0 < int(low) < 32:
        end = at + 1 + (passage.low[at + 1] in passage.knowledge.grammar.quantities.ordinals)
        return int(low), end
    return ordinals.get(low, 0), at + 1


def _with_year(passage: Passage, first: int, end: int, month: int, day: int | None) -> Date:
    comma = passage.low[end] == ","
    year = passage.low[end + comma]
    if is_year(year):
        return Date(first, end + comma + 1, int(year), frozenset((month,)), day)
    return Date(first, end, None, frozenset((month,)), day)


def _part_of_year(passage: Passage, at: int) -> Date | None:
    """'The first quarter of 2027', 'the second half of the year', 'next autumn'."""
    low, calendar = passage.low[at], passage.words.calendar
    if low in calendar.seasons:
        year = passage.low[at + 1 + (passage.low[at + 1] == "of")]
        known = is_year(year)
        if not (
            known
            or passage.low[at - 1] in passage.words.calendar.before
            or (passage.low[at - 1] == "the" and passage.low[at - 2] in passage.words.calendar.before)
        ):
            return None  # 'a hot spring', 'the fall of the prices'
        end = at + 1 + (passage.low[at + 1] == "of" if known else 0) + known
        return Date(at, end, int(year) if known else None, frozenset(calendar.seasons[low]))
    number, size = passage.words.numerals.ordinals.get(low, 0), calendar.parts.get(passage.low[at + 1], 0)
    if not number or not size or number * size > 12:
        return None
    months = frozenset(range((number - 1) * size + 1, number * size + 1))
    year = passage.low[at + 3] if passage.low[at + 2] == "of" else ""
    if is_year(year):
        return Date(at, at + 4, int(year), months)
    return Date(at, at + 2, None, months)


def _month(passage: Passage, at: int) -> Date | None:
    """A month by itself; 'May' and 'March' only where a date is looked for."""
    low = passage.low[at]
    if low not in passage.words.months or not passage.tokens[at].key[0].isupper():
        return None
    found = _with_year(passage, at, at + 1, passage.words.months[low], None)
    return found if found.year or low not in ("may", "march") or passage.low[at - 1] in passage.words.calendar.before else None


def _year(passage: Passage, at: int) -> Date | None:
    """A year after a preposition of time, that counts nothing: not 'Vision 2030', not '2000 tonnes'."""
    if not is_year(passage.low[at]) or passage.low[at + 1] in passage.words.sizes:
        return None
    before = passage.low[at - 2] if passage.low[at - 1] == "the" else passage.low[at - 1]
    return Date(at, at + 1, int(passage.low[at])) if before in passage.words.calendar.before else None
