"""The report on a corpus for the terminal: tables that are read at 80 columns, and lines that are not wrapped when piped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from readoutdiff.corpus.report import words
from readoutdiff.corpus.report.figures import Altered, Coverage, Quoting, Raising, Report, Silence
from readoutdiff.corpus.report.table import Column, Entry, Group, table
from readoutdiff.render import shown
from readoutdiff.render.drawing import Style
from readoutdiff.render.marks import PLAIN, RICH
from readoutdiff.render.styled import Line, indented, wrap, written
from readoutdiff.render.words import counted
from readoutdiff.value import replace
from readoutdiff.version import __version__

_RAISING = (
    Column("subject and side", wraps=True),
    Column("read in", wraps=True),
    Column("raises", right=True),
    Column("share"),
    Column("possible", right=True),
)
_SILENCES = (
    Column("subject", wraps=True),
    Column("raised by ▶ silent", wraps=True),
    Column("silent in", right=True),
    Column("share"),
    Column("possible", right=True),
    Column("at most", right=True),
)
_SHIFTS = (
    Column("subject", wraps=True),
    Column("side", wraps=True),
    Column("read in", wraps=True),
    Column("first half", right=True, wraps=True),
    Column("second half", right=True, wraps=True),
    Column("points", right=True),
)
_QUOTATIONS = (
    Column("outlet", wraps=True),
    Column("word for word", right=True, wraps=True),
    Column("share"),
    Column("altered", right=True),
    Column("not found", right=True, wraps=True),
    Column("cases", right=True),
)
_COVERAGE = (
    Column("outlet", wraps=True),
    Column("side", wraps=True),
    Column("left out", right=True),
    Column("share"),
    Column("cases", right=True),
)


def render_text(report: Report, style: Style, top: int) -> str:
    """The report as text; `top` is how many rows a section has at most, and how many subjects."""
    return written(_Text(report, style, top).lines(), style.color)


class _Text:
    def __init__(self, report: Report, style: Style, top: int) -> None:
        self.report, self.style, self.top = report, style, top
        self.signs = PLAIN if style.ascii_only else RICH

    def lines(self) -> Iterator[Line]:
        """All sections."""
        yield from self._told(f"{self.report.corpus}: {words.cases(self.report)}", "bold")
        for line in (words.part(self.report), words.made(self.report), words.promise(), words.intervals()):
            if line:
                yield from self._told(line)
        for name, rows in (
            ("there", self._there()),
            ("raising", self._raising()),
            ("silences", self._silences()),
            ("shifts", self._shifts()),
            ("quotations", self._quotations()),
            ("coverage", self._coverage()),
        ):
            yield []
            yield from self._told(words.SECTIONS[name], "bold")
            yield from rows
        yield []
        yield from self._told(f"readoutdiff {__version__}", "dim")

    def _there(self) -> Iterator[Line]:
        for kind, counts in groupby(self.report.counts, key=lambda count: count.kind):
            told = ", ".join(f"{words.WHATS.get(count.what, count.what)} ({count.count})" for count in counts)
            yield from self._told(f"{words.KINDS[kind]}: {told}", hang=2)
        sides = self.report.sides[: self.top]
        named = ", ".join(f"{self._name(s.side)} ({s.cases}; its own readout {s.readouts})" for s in sides)
        yield from self._told(f"sides: {named or 'none'}{_rest(len(self.report.sides) - len(sides), 'side')}", hang=2)
        outlets = self.report.outlets[: self.top]
        named = ", ".join(f"{words.outlet(o.outlet)} ({o.cases})" for o in outlets)
        yield from self._told(f"outlets: {named or 'none'}{_rest(len(self.report.outlets) - len(outlets), 'outlet')}", hang=2)
        if self.report.reasons:
            yield from self._told("not compared, with an example of each reason:")
        for reason in self.report.reasons[: self.top]:
            yield from self._told(f"{reason.failures}: {reason.problem} ({reason.example})", hang=2, by=2)

    def _raising(self) -> Iterator[Line]:
        groups = [Group(subject, tuple(map(self._raised, rows))) for subject, rows in self.report.subjects(self.top)]
        yield from self._section("raising", _RAISING, groups, len(self.report.raising))

    def _raised(self, row: Raising) -> Entry:
        under = ", ".join(f"{period.period}: {period.raises} of {period.cases}" for period in row.periods if period.cases)
        cells = (self._name(row.side), words.WHERE[row.read_in], _of(row.raises, row.cases, row.few), _share(row), str(row.possible))
        return Entry(cells, under)

    def _silences(self) -> Iterator[Line]:
        found = [(head, self.report.silent(read_in)) for read_in, head in words.WHERE_HEADS.items()]
        yield from self._told(words.explained("silences", self.report))
        if not any(rows for _, rows in found):
            yield from self._told(words.NOTHING["silences"])
        for head, rows in found:
            if rows:
                yield []
                yield from self._told(f"{head}:")
                yield from self._table(_SILENCES, [Group("", tuple(map(self._silent, rows[: self.top])))], len(rows))

    def _silent(self, row: Silence) -> Entry:
        sides = f"{self._name(row.raised_by)} ▶ {self._name(row.side)}"
        cases = _of(row.silent, row.cases, row.few)
        return Entry((row.subject, sides, cases, _share(row), str(row.possible), words.per_cent(row.most)))

    def _shifts(self) -> Iterator[Line]:
        rows = tuple(
            Entry((
                row.subject, self._name(row.side), words.WHERE[row.read_in],
                f"{row.first_share:.1%} in {_of(row.first_raises, row.first_cases, row.few)}",
                f"{row.second_share:.1%} in {_of(row.second_raises, row.second_cases, row.few)}", words.points(row.change),
            ))
            for row in self.report.shifts[: self.top]
        )  # fmt: skip
        yield from self._section("shifts", _SHIFTS, [Group("", rows)], len(self.report.shifts))

    def _quotations(self) -> Iterator[Line]:
        rows = tuple(
            Entry(
                (
                    words.outlet(row.outlet),
                    f"{row.verbatim} of {row.quotations}",
                    _share(row),
                    str(row.altered),
                    str(row.not_found),
                    _cases(row),
                )
            )
            for row in self.report.quoting[: self.top]
        )
        yield from self._section("quotations", _QUOTATIONS, [Group("", rows)], len(self.report.quoting))
        for altered in self.report.altered[: self.top]:
            yield from self._altered(altered)
        yield from self._more(min(self.top, len(self.report.altered)), len(self.report.altered), "altered quotations")

    def _altered(self, row: Altered) -> Iterator[Line]:
        opens, closes = self.signs.quotes
        where = [row.case_id, *([str(row.day)] if row.day else []), words.outlet(row.outlet), self._name(row.side)]
        yield []
        yield from self._told(f"{words.per_cent(row.changed)} of the words are other: {', '.join(where)}", hang=2)
        yield from self._told(f"article: {opens}{row.quoted}{closes}", hang=2, by=2)
        yield from self._told(f"readout: {opens}{row.readout or ''}{closes}", hang=2, by=2)

    def _coverage(self) -> Iterator[Line]:
        rows = tuple(
            Entry((words.outlet(row.outlet), self._name(row.side), f"{row.left_out} of {row.points}", _share(row), _cases(row)))
            for row in self.report.coverage[: self.top]
        )
        yield from self._section("coverage", _COVERAGE, [Group("", rows)], len(self.report.coverage))

    def _section(self, name: str, columns: Sequence[Column], groups: Sequence[Group], all_: int) -> Iterator[Line]:
        yield from self._told(words.explained(name, self.report))
        if any(group.rows for group in groups):
            yield []
            yield from self._table(columns, groups, all_)
        else:
            yield from self._told(words.NOTHING[name])

    def _table(self, columns: Sequence[Column], groups: Sequence[Group], all_: int) -> Iterator[Line]:
        plain = [Group(self._plain(group.head), tuple(map(self._entry, group.rows))) for group in groups]
        heads = [replace(column, head=self._plain(column.head)) for column in columns]
        yield from table(heads, plain, self.style.width, self.signs.rule)
        yield from self._more(sum(len(group.rows) for group in groups), all_, "rows")

    def _entry(self, row: Entry) -> Entry:
        return Entry(tuple(map(self._plain, row.cells)), self._plain(row.under))

    def _more(self, here: int, all_: int, what: str) -> Iterator[Line]:
        if here < all_:
            yield from self._told(f"{here} of {all_} {what}", "dim")

    def _told(self, text: str, style: str = "", hang: int = 0, by: int = 0) -> Iterator[Line]:
        """A paragraph, moved to the right by some columns."""
        return indented(wrap([(self._plain(text), style)], self.style.width and self.style.width - by, hang), by)

    def _plain(self, text: str) -> str:
        """Whatever comes from the corpus, as data on one line."""
        text = text if self.signs is RICH else text.replace("–", self.signs.dash).replace("▶", self.signs.right)
        return shown.in_place(shown.plain(text, self.style.encoding))

    def _name(self, side: str) -> str:
        return self.report.names.get(side, side)


def _share(row: Raising | Silence | Quoting | Coverage) -> str:
    return f"{words.per_cent(row.share)} ({words.interval(row.low, row.high)})"


def _cases(row: Quoting | Coverage) -> str:
    return f"{row.cases}{', few' if row.few else ''}"


def _of(count: int, cases: int, few: bool) -> str:
    return f"{count} of {cases}{', few' if few else ''}"


def _rest(number: int, what: str) -> str:
    return f", and {counted(number, f'more {what}')}" if number else ""
