"""The command line: files in, a report out, an exit status that says what happened."""

from __future__ import annotations

import os
import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from readoutdiff.errors import ReadoutdiffError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readoutdiff.contract import Comparison, Document

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


class Format(StrEnum):
    """What a report is written as."""

    text = "text"
    json = "json"


class Color(StrEnum):
    """When a report is coloured."""

    auto = "auto"
    always = "always"
    never = "never"


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


@app.command()
def compare(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE]...", help="One article, or two readouts or more. - is standard input.")
    ] = None,
    readout: Annotated[
        list[str] | None, typer.Option(metavar="SIDE=FILE", help="A side's own readout, as in us=white-house.txt; give one for each side.")
    ] = None,
    sides: Annotated[str | None, typer.Option(help="The sides, as in il,ru; found by themselves otherwise.")] = None,
    format: FormatOption = Format.text,  # noqa: A002
    output: OutputOption = None,
    width: WidthOption = None,
    color: ColorOption = Color.auto,
    encoding: Annotated[str | None, typer.Option(help="The encoding of the files, if they are not UTF-8.")] = None,
    language: Annotated[str | None, typer.Option(help="The language of the texts, as in en, if it was told wrong.")] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if a side is silent on a topic.")] = False,
) -> None:
    """Show side by side what each account says, topic by topic.

    readoutdiff compare story.txt
    readoutdiff compare --readout us=white-house.txt --readout ru=kremlin.txt
    readoutdiff compare first-readout.txt second-readout.txt
    """
    from readoutdiff.inputs import gather

    documents = gather(files or [], readout or [], encoding, language)
    _report(documents, sides, format, output, width, color, exit_code)


@app.command()
def demo(format: FormatOption = Format.text, width: WidthOption = None, color: ColorOption = Color.auto) -> None:  # noqa: A002
    """Show the report on a story that comes with readoutdiff."""
    from readoutdiff.reading import read_file

    _report([read_file(str(Path(__file__).parent / "demo" / "story.txt"))], None, format, None, width, color, False)


def _report(
    documents: Sequence[Document],
    sides: str | None,
    form: Format,
    output: Path | None,
    width: int | None,
    color: Color,
    exit_code: bool,
) -> None:
    from readoutdiff.pipeline import compare as compare_documents

    comparison = compare_documents(*documents, sides=_split(sides))
    if form is Format.json:
        _write(comparison.to_json(), output)
    else:
        _write(_text(comparison, output, width, color), output)
    if comparison.outcome != "compared":
        raise typer.Exit(NOT_COMPARED)
    if exit_code and any(t.nearest or t.status == "one_sided" for t in comparison.topics):
        raise typer.Exit(DIFFERENT)


def _split(sides: str | None) -> list[str] | None:
    if sides is None:
        return None
    named = [side.strip() for side in sides.split(",") if side.strip()]
    if len(set(named)) < 2:
        raise UsageError(f"--sides {sides}: name two sides or more, as in --sides il,ru")
    return named


def _text(comparison: Comparison, output: Path | None, width: int | None, color: Color) -> bytes:
    from readoutdiff.knowledge import load
    from readoutdiff.language import language_name
    from readoutdiff.render.terminal import Style, render_text

    encoding = "utf-8" if output else (sys.stdout.encoding or "utf-8")
    terminal = output is None and sys.stdout.isatty()
    columns = width or (shutil.get_terminal_size().columns if terminal else None)
    style = Style(columns, _colored(color, terminal), not _carries(encoding), encoding)
    languages = {d.language: language_name(d.language, load()) for d in comparison.documents}
    return render_text(comparison, style, languages).encode(encoding, "replace")


def _colored(color: Color, terminal: bool) -> bool:
    if color is not Color.auto:
        return color is Color.always
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (terminal and os.environ.get("TERM") != "dumb")


def _carries(encoding: str) -> bool:
    try:
        "≡≈◀▶○█░–━".encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _write(data: bytes, output: Path | None) -> None:
    """To standard output, or to a file that is there whole or not at all."""
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    from readoutdiff.writing import write_whole

    write_whole(output, data)


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
        return _fail(f"{show()}; see readoutdiff --help", 2)
    return _fail(f"internal error, please report it: {type(error).__name__}: {error}", INTERNAL)


def _fail(message: str, status: int) -> int:
    line = " ".join(message.split())
    sys.stderr.write(f"readoutdiff: {line}\n")
    return status
