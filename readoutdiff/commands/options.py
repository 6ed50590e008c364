"""The options that commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from readoutdiff.commands.help import COMPARED, KNOWN, OTHER, SHOWN, WRITTEN
from readoutdiff.errors import UsageError
from readoutdiff.output import Color, Format
from readoutdiff.render.chosen import Only, Sort
from readoutdiff.render.layout import Layout

FilesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE]...", help="A story, or readouts. - is standard input.", rich_help_panel=COMPARED),
]
ReadoutOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="SIDE=FILE", help="A side's own readout, as in us=white-house.txt; one for each side.", rich_help_panel=COMPARED
    ),
]  # fmt: skip
CorrectionsOption = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", rich_help_panel=KNOWN, help="A TOML file with decisions that you have corrected, from compare --save-corrections."
    ),
]
SaveCorrectionsOption = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write all decisions to a TOML file, for you to correct.", rich_help_panel=OTHER)
]
ExitCodeOption = Annotated[
    bool, typer.Option("--exit-code", help="Exit with 1 for a silent side, a difference or a finding.", rich_help_panel=OTHER)
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format", "-f", rich_help_panel=WRITTEN,
        help="To read: text, html, markdown, docx (Word). For programs: json (all there is), jsonl and csv (a line a claim), "
        "annotation (W3C, .jsonld). Without it: as the ending of FILE says, else text.",
    ),
]  # fmt: skip
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all.", rich_help_panel=WRITTEN)
]
WidthOption = Annotated[
    int | None,
    typer.Option(
        min=40, max=1000, metavar="COLUMNS", rich_help_panel=WRITTEN,
        help="How wide the report is. Without it: as the terminal; lines of a report that goes elsewhere are not wrapped.",
    ),
]  # fmt: skip
LayoutOption = Annotated[
    Layout | None,
    typer.Option(
        rich_help_panel=WRITTEN,
        help="The sides beside each other, or one under the other. Without it: beside each other where there is room.",
    ),
]
ColorOption = Annotated[
    Color, typer.Option(help="Whether in colour. auto: in a terminal; NO_COLOR and FORCE_COLOR are heeded.", rich_help_panel=WRITTEN)
]
SidesOption = Annotated[
    str | None,
    typer.Option(
        metavar="SIDES", rich_help_panel=COMPARED, help="The sides, as in il,ru, if they were found wrong; of readouts, in their order."
    ),
]
EncodingOption = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="The encoding of the files, as in windows-1252, if it was told wrong.", rich_help_panel=KNOWN),
]
LanguageOption = Annotated[
    str | None, typer.Option(metavar="CODE", help="The language of the texts, as in en, if it was told wrong.", rich_help_panel=KNOWN)
]
DateOption = Annotated[
    str | None, typer.Option(metavar="DAY", help="The day of the texts, as in 2025-05-06: who held office then.", rich_help_panel=KNOWN)
]
LexiconOption = Annotated[
    str | None, typer.Option(metavar="FILE", help="A TOML file with parties, leaders, verbs and topics of your own.", rich_help_panel=KNOWN)
]
SimilarityOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="A second opinion on what is alike: wordllama, or the folder or name of a model.", rich_help_panel=KNOWN
    ),
]
OnlyOption = Annotated[
    Only | None,
    typer.Option(rich_help_panel=SHOWN, help="Topics of one verdict. one-sided: all on which a side is silent."),
]
SideOption = Annotated[
    str | None, typer.Option(metavar="SIDE", help="Topics that this side raises, as in us or Britain.", rich_help_panel=SHOWN)
]
TopOption = Annotated[int | None, typer.Option(min=1, metavar="N", help="The first N topics.", rich_help_panel=SHOWN)]
SortOption = Annotated[
    Sort, typer.Option(help="By the weight that the sides give them, or in the order of the texts.", rich_help_panel=SHOWN)
]
EvidenceOption = Annotated[
    bool,
    typer.Option(
        "--evidence", rich_help_panel=SHOWN,
        help="Of every statement its exact place, its source and how sure that is; what was counted; shared words; all candidates.",
    ),
]  # fmt: skip
NoTextOption = Annotated[
    bool,
    typer.Option(
        "--no-text", rich_help_panel=WRITTEN,
        help="Leave out the texts, which are somebody's copyright; the passages that serve as evidence stay.",
    ),
]  # fmt: skip


def split_sides(sides: str | None, least: int = 2) -> list[str] | None:
    """The sides that were named, at least so many. Raises UsageError for fewer."""
    if sides is None:
        return None
    named = list(dict.fromkeys(side.strip() for side in sides.split(",") if side.strip()))
    if len(named) < least:
        raise UsageError(f"--sides {sides}: name {'two sides' if least > 1 else 'a side'} or more, as in --sides il,ru")
    return named
