"""The report on a corpus as a page that stands alone: charts, each with a table beside it, no script, nothing fetched."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from markupsafe import Markup

from readoutdiff.corpus.report import charts, words
from readoutdiff.corpus.report.figures import ReadIn, Report
from readoutdiff.render.html.alone import beside, environment, policy
from readoutdiff.version import __version__

_HERE = "readoutdiff.corpus.report"


def render_html(report: Report, top: int) -> str:
    """The page; `top` is how many rows a section has at most, and how many subjects."""
    style = beside(_HERE, "page.css")
    return environment(_HERE).get_template("page.html").render(
        report=report,
        words=words,
        style=Markup(style),  # noqa: S704 - our own file, and what the policy's hash is of
        policy=policy(style),
        name=lambda side: report.names.get(side, side),
        top=top,
        counts=[(words.KINDS[kind], list(found)) for kind, found in groupby(report.counts, key=lambda count: count.kind)],
        subjects=_subjects(report, top),
        silences=[(words.WHERE_HEADS[read_in], *_silences(report, read_in, top)) for read_in in words.WHERE_HEADS],
        shifts=list(zip(report.shifts[:top], charts.slopes(report.shifts[:top]), strict=True)),
        quoting=[(row, charts.quoting_bar(row)) for row in report.quoting[:top]],
        coverage=[(row, charts.coverage_bar(row)) for row in report.coverage[:top]],
        size=(charts.WIDTH, charts.HEIGHT),
        version=__version__,
    )  # fmt: skip


def _subjects(report: Report, top: int) -> list[tuple[str, list[Any]]]:
    """Subjects with the sides that raise them most often, and a panel of each."""
    return [(subject, [(row, charts.panel(row.periods)) for row in rows]) for subject, rows in report.subjects(top)]


def _silences(report: Report, read_in: ReadIn, top: int) -> tuple[list[Any], int]:
    """The silences that were read in one place, with a bar of each, and how many there are."""
    rows = report.silent(read_in)
    return [(row, charts.silence_bar(row)) for row in rows[:top]], len(rows)
