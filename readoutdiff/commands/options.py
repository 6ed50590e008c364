"""The options that commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from readoutdiff.errors import UsageError
from readoutdiff.output import Color, Format

FormatOption = Annotated[Format, typer.Option("--format", "-f", help="Write a report to read, or JSON for other programs.")]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE instead of standard output.")]
WidthOption = Annotated[int | None, typer.Option(min=40, max=1000, help="Columns of the report. Default: the terminal's.")]
ColorOption = Annotated[Color, typer.Option(help="Colour the report.")]
SidesOption = Annotated[str | None, typer.Option(help="The sides, as in il,ru; found by themselves otherwise.")]
EncodingOption = Annotated[str | None, typer.Option(help="The encoding of the files, if they are not UTF-8.")]
LanguageOption = Annotated[str | None, typer.Option(help="The language of the texts, as in en, if it was told wrong.")]
DateOption = Annotated[str | None, typer.Option(metavar="DAY", help="The day of the texts, as in 2025-05-06: who held office then.")]
LexiconOption = Annotated[str | None, typer.Option(metavar="FILE", help="A TOML file with parties, leaders, verbs and topics of your own.")]
SimilarityOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="A second opinion on what is alike: wordllama, or the folder or name of a model.")
]


def split_sides(sides: str | None, least: int = 2) -> list[str] | None:
    """The sides that were named, at least so many. Raises UsageError for fewer."""
    if sides is None:
        return None
    named = list(dict.fromkeys(side.strip() for side in sides.split(",") if side.strip()))
    if len(named) < least:
        raise UsageError(f"--sides {sides}: name {'two sides' if least > 1 else 'a side'} or more, as in --sides il,ru")
    return named
