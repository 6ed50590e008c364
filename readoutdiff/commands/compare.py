"""`readoutdiff compare`."""

from pathlib import Path
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
from readoutdiff.contract import Comparison
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
    corrections: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A TOML file with decisions that you have corrected, from --save-corrections.")
    ] = None,
    save_corrections: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write all decisions to a TOML file, for you to correct.")
    ] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 for a silent side, a difference or a finding.")] = False,
) -> None:
    """Show side by side what each account says, topic by topic.

    readoutdiff compare story.txt

    readoutdiff compare --readout us=white-house.txt --readout ru=kremlin.txt

    readoutdiff compare first-readout.txt second-readout.txt
    """
    if save_corrections:
        from readoutdiff.commands.correcting import refuse_to_lose

        refuse_to_lose(save_corrections, corrections, output)
    documents = gather(files or [], readout or [], Given(encoding, language, date))
    compared = compare_documents(
        *documents,
        sides=split_sides(sides),
        lexicon=lexicon,
        similarity=similarity,
        corrections=str(corrections) if corrections else None,
    )
    if save_corrections:
        from readoutdiff.commands.correcting import save

        save(compared, save_corrections, corrections)
    report(compared, Output(format, output, width, color))
    if exit_code and _is_different(compared):
        raise typer.Exit(DIFFERENT)


def _is_different(compared: Comparison) -> bool:
    """Whether a side is silent, an account differs, or an article and a readout do."""
    return bool(compared.findings) or any(t.nearest or t.status == "one_sided" or t.differences for t in compared.topics)
