"""`readoutdiff corpus report`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from readoutdiff.commands.help import COMPARED, SHOWN, WRITTEN
from readoutdiff.commands.options import ColorOption, WidthOption
from readoutdiff.errors import UsageError
from readoutdiff.output import Color, Format, Output, form_of
from readoutdiff.saying import warn

if TYPE_CHECKING:
    from readoutdiff.corpus.report.figures import Report

_TOP = 10  # rows of a section, where nothing else is asked for
Form = Literal["text", "csv", "html"]

CorpusArgument = Annotated[Path, typer.Argument(metavar="DIR", help="A folder that corpus build has made.", rich_help_panel=COMPARED)]
SideOption = Annotated[
    str | None,
    typer.Option(metavar="SIDE", help="Cases with this side, as in us or Britain, and what is of it in them.", rich_help_panel=SHOWN),
]
FromOption = Annotated[
    str | None,
    typer.Option("--from", metavar="DAY", help="Cases of this day, as in 2022-02-24, and later.", rich_help_panel=SHOWN),
]
ToOption = Annotated[str | None, typer.Option("--to", metavar="DAY", help="Cases of this day and earlier.", rich_help_panel=SHOWN)]
TopOption = Annotated[
    int | None,
    typer.Option(
        min=1, metavar="N", rich_help_panel=SHOWN, help=f"The first N rows of each section; {_TOP} without it. Tables of csv have all."
    ),
]
FormOption = Annotated[
    Form | None,
    typer.Option(
        "--format",
        "-f",
        rich_help_panel=WRITTEN,
        help="To read: text, html (a page with charts). For programs: csv, a table for each section, in the folder that -o names.",
    ),
]
PlaceOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all; for csv to a folder.", rich_help_panel=WRITTEN
    ),
]

EXAMPLES = """\b
Examples
  readoutdiff corpus report calls
  readoutdiff corpus report calls --side Russia --from 2022-02-24 --top 20
  readoutdiff corpus report calls -o calls.html
  readoutdiff corpus report calls --format csv -o tables
"""


def report(
    corpus: CorpusArgument,
    side: SideOption = None,
    first: FromOption = None,
    last: ToOption = None,
    top: TopOption = None,
    format: FormOption = None,  # noqa: A002
    output: PlaceOption = None,
    width: WidthOption = None,
    color: ColorOption = Color.auto,
) -> None:
    """Say what a corpus shows: who raises what, who is silent, what has moved.

    What is there; which side raises which subject, by year; who is silent on what another side raises; which subjects have gained
    and lost weight; how outlets quote, and what they leave out of the readouts.

    All figures have the number of cases on which they rest. Silence proves nothing, and 'possible' is not decided.
    """
    form = _form(format, output)
    if form == "csv":
        _refuse_for_tables(top, output)
    from readoutdiff.corpus.report.asking import report_on
    from readoutdiff.corpus.report.figures import Chosen

    made = report_on(corpus, Chosen(side, _day("--from", first), _day("--to", last)))
    if made.maker is None:
        warn(f"{corpus}: is not finished (corpus.json is missing): the report has what is there; go on with readoutdiff corpus build")
    if form == "csv" and output is not None:
        _write_tables(made, output)
    else:
        _write(made, Output(Format(form), output, width, color), top or _TOP)


def _refuse_for_tables(top: int | None, folder: Path | None) -> None:
    """Raises UsageError for what does not go with tables."""
    if top is not None:
        raise UsageError("--top: is for a report to read; --format csv has all rows, so leave one of the two out")
    if folder is None:
        raise UsageError("--format csv: is a table for each section; name a folder for them, as in -o tables")


def _write_tables(made: Report, folder: Path) -> None:
    from readoutdiff.corpus.report.csv import render_csv
    from readoutdiff.writing import write_all

    write_all(folder, {folder / name: data for name, data in render_csv(made).items()})


def _write(made: Report, to: Output, top: int) -> None:
    if to.format is Format.html:
        from readoutdiff.corpus.report.page import render_html

        to.write(render_html(made, top).encode("utf-8"))
    else:
        from readoutdiff.corpus.report.text import render_text

        to.write_text(render_text(made, to.style(), top))


def _form(named: Form | None, file: Path | None) -> Form:
    """The form that was named, else that which the file's ending asks for, else text. Raises UsageError for what is not written."""
    if named is not None:
        return named
    asked = form_of(None, file)
    if asked in (Format.text, Format.html):
        return "html" if asked is Format.html else "text"
    if asked is Format.csv:
        raise UsageError(f"{file}: csv is a table for each section; name a folder for them, as in --format csv -o tables")
    raise UsageError(f"{file}: {asked} is not written of a corpus; the forms are text, html and csv")


def _day(option: str, told: str | None) -> date | None:
    try:
        return None if told is None else date.fromisoformat(told)
    except ValueError as error:
        raise UsageError(f"{option} {told}: is no day; write it as 2022-02-24") from error
