"""The command line: files in, a report out, an exit status that says what happened."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from readoutdiff.errors import ReadoutdiffError, UsageError
from readoutdiff.output import Color, Format, Output

if TYPE_CHECKING:
    from readoutdiff.contract import Comparison

app = typer.Typer(
    name="readoutdiff",
    help="Compare what governments say of one call: what all raise, what only one raises, and with what weight.",
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

NOT_COMPARED = 3
DIFFERENT = 1
INTERNAL = 70
INTERRUPTED = 130


def _version(wanted: bool) -> None:
    if wanted:
        from readoutdiff.version import __version__

        typer.echo(f"readoutdiff {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _main(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")] = False,
) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


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


@app.command()
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
    from readoutdiff.inputs import Given, gather
    from readoutdiff.pipeline import compare as compare_documents

    documents = gather(files or [], readout or [], Given(encoding, language, date))
    compared = compare_documents(*documents, sides=_split(sides), lexicon=lexicon, similarity=similarity)
    _report(compared, Output(format, output, width, color))
    if exit_code and any(t.nearest or t.status == "one_sided" for t in compared.topics):
        raise typer.Exit(DIFFERENT)


@app.command()
def segments(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text. - is standard input.")],
    explain: Annotated[str | None, typer.Option(metavar="ID", help="Say for one segment why it was given to whom.")] = None,
    sides: SidesOption = None,
    format: FormatOption = Format.text,  # noqa: A002
    output: OutputOption = None,
    width: WidthOption = None,
    color: ColorOption = Color.auto,
    date: DateOption = None,
    lexicon: LexiconOption = None,
    encoding: EncodingOption = None,
    language: LanguageOption = None,
) -> None:
    """Show whose words each part of a text is, whoever the source.

    readoutdiff segments story.txt

    readoutdiff segments story.txt --explain 92
    """
    from readoutdiff.inputs import Given, read_one
    from readoutdiff.pipeline import label

    if explain is not None and not explain.strip():
        raise UsageError("--explain: is empty; give a segment's id, as readoutdiff segments shows it")
    document = read_one(file, Given(encoding, language, date))
    labelled = label(document, sides=_split(sides, least=1), lexicon=lexicon)
    _label(labelled, explain, Output(format, output, width, color))


@app.command()
def demo(format: FormatOption = Format.text, width: WidthOption = None, color: ColorOption = Color.auto) -> None:  # noqa: A002
    """Show the report on a story that comes with readoutdiff."""
    from readoutdiff.pipeline import compare as compare_documents
    from readoutdiff.reading import read_file

    story = read_file(str(Path(__file__).parent / "demo" / "story.txt"))
    _report(compare_documents(story), Output(format, None, width, color))


def _report(comparison: Comparison, output: Output) -> None:
    """The comparison in the form that was asked for; what could not be compared ends with its own status."""
    if output.format is Format.json:
        output.write(comparison.to_json())
    else:
        from readoutdiff.knowledge import load
        from readoutdiff.language import language_name
        from readoutdiff.render.terminal import render_text

        languages = {d.language: language_name(d.language, load()) for d in comparison.documents}
        output.write_text(render_text(comparison, output.style(), languages))
    if comparison.outcome != "compared":
        raise typer.Exit(NOT_COMPARED)


def _label(labelled: Comparison, wanted: str | None, output: Output) -> None:
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


def _split(sides: str | None, least: int = 2) -> list[str] | None:
    if sides is None:
        return None
    named = [side.strip() for side in sides.split(",") if side.strip()]
    if len(set(named)) < least:
        raise UsageError(f"--sides {sides}: name {'two sides' if least > 1 else 'a side'} or more, as in --sides il,ru")
    return named


def main() -> NoReturn:
    """Run the command line; every way out has its exit status."""
    try:
        status = app(standalone_mode=False) or 0
    except ReadoutdiffError as error:
        status = _fail(str(error), error.exit_status)
    except (KeyboardInterrupt, typer.Abort):
        status = INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except Exception as error:
        status = _unforeseen(error)
    _leave(status)


def _leave(status: int) -> NoReturn:
    """End at once: all is written, and taking the lexicon's tables down one by one would only cost time."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # the reader of a pipe has gone
        pass
    os._exit(status)


def _unforeseen(error: Exception) -> int:
    show = getattr(error, "format_message", None)
    if show is not None:  # a usage error of the command line itself
        return _fail(f"{str(show()).rstrip('.')}; see readoutdiff --help", 2)
    return _fail(f"internal error, please report it: {type(error).__name__}: {error}", INTERNAL)


def _fail(message: str, status: int) -> int:
    line = " ".join(message.split())
    sys.stderr.write(f"readoutdiff: {line}\n")
    return status
