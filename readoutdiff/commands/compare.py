"""`readoutdiff compare`."""

from typing import Annotated

import typer

from readoutdiff.commands.options import (
    ColorOption,
    DateOption,
    EncodingOption,
    FormatOption,
    LanguageOption,
    LexiconOption,
    OutputOption,
    SidesOption,
    SimilarityOption,
    WidthOption,
    split_sides,
)
from readoutdiff.commands.reporting import report
from readoutdiff.inputs import Given, gather
from readoutdiff.output import Color, Format, Output
from readoutdiff.pipeline import compare as compare_documents

DIFFERENT = 1


def compare(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE]...", help="One article, or two readouts or more. - is standard input.")
    ] = None,
    readout: Annotated[
        list[str] | None, typer.Option(metavar="SIDE=FILE", help="A side's own readout, as in us=white-house.txt; give one for each side.")
    ] = None,
    sides: SidesOption = None,
    format: FormatOption = Format.text,  # noqa: A002
    output: OutputOption = None,
    width: WidthOption = None,
    color: ColorOption = Color.auto,
    date: DateOption = None,
    lexicon: LexiconOption = None,
    similarity: SimilarityOption = None,
    encoding: EncodingOption = None,
    language: LanguageOption = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if a side is silent on a topic.")] = False,
) -> None:
    """Show side by side what each account says, topic by topic.

    readoutdiff compare story.txt

    readoutdiff compare --readout us=white-house.txt --readout ru=kremlin.txt

    readoutdiff compare first-readout.txt second-readout.txt
    """
    documents = gather(files or [], readout or [], Given(encoding, language, date))
    compared = compare_documents(*documents, sides=split_sides(sides), lexicon=lexicon, similarity=similarity)
    report(compared, Output(format, output, width, color))
    if exit_code and any(t.nearest or t.status == "one_sided" for t in compared.topics):
        raise typer.Exit(DIFFERENT)
