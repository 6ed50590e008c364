"""`readoutdiff segments`."""

from typing import Annotated, Literal

import typer

from readoutdiff.commands.help import COMPARED, SHOWN, WRITTEN
from readoutdiff.commands.options import (
    ColorOption,
    DateOption,
    EncodingOption,
    LanguageOption,
    LexiconOption,
    OutputOption,
    SidesOption,
    WidthOption,
    split_sides,
)
from readoutdiff.contract import Comparison
from readoutdiff.errors import UsageError
from readoutdiff.inputs import Given, read_one
from readoutdiff.output import Color, Format, Output, form_of
from readoutdiff.pipeline import label

EXAMPLES = """\b
Examples
  readoutdiff segments story.txt
  readoutdiff segments story.txt --explain 1517
  readoutdiff segments il.txt --format json --output il.json

\b
Exit status: 0 for any text that can be read, 2 wrong usage or an
unreadable text.
"""


def segments(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text. - is standard input.", rich_help_panel=COMPARED)],
    explain: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Say for one segment why it was given to whom; its number is enough.", rich_help_panel=SHOWN),
    ] = None,
    sides: SidesOption = None,
    format: Annotated[  # noqa: A002
        Literal["text", "json"] | None,
        typer.Option("--format", "-f", help="The labelled text, or all there is for other programs.", rich_help_panel=WRITTEN),
    ] = None,
    output: OutputOption = None,
    width: WidthOption = None,
    color: ColorOption = Color.auto,
    date: DateOption = None,
    lexicon: LexiconOption = None,
    encoding: EncodingOption = None,
    language: LanguageOption = None,
) -> None:
    """Show whose words each part of a text is, whoever the source.

    Use it to check what a comparison rests on, or where a story gives a sentence to the wrong side. In colour the source is
    underlined, its verb is bold, and what a side is reported to have said has the side's colour.
    """
    if explain is not None and not explain.strip():
        raise UsageError("--explain: is empty; give a segment's id, as readoutdiff segments shows it")
    document = read_one(file, Given(encoding, language, date))
    labelled = label(document, sides=split_sides(sides, least=1), lexicon=lexicon)
    form = form_of(Format(format) if format else None, output)
    if form not in (Format.text, Format.json):
        raise UsageError(f"{output}: segments writes text or json; readoutdiff compare writes {form}, of the claims that it finds")
    _write(labelled, explain, Output(form, output, width, color))


def _write(labelled: Comparison, wanted: str | None, output: Output) -> None:
    if output.format is Format.json and wanted:
        raise UsageError("--explain is told in words; leave out --format json, which has the rule and the spans of every segment")
    if output.format is Format.json:
        output.write(labelled.to_json())
    elif wanted:
        from readoutdiff.render.explain import explain, find_segment

        output.write_text(explain(labelled, find_segment(labelled, wanted), output.style()))
    else:
        from readoutdiff.render.segments import render_segments

        output.write_text(render_segments(labelled, output.style()))
