"""The command line: files in, a report out, an exit status that says what happened."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from readoutdiff.commands.help import Command, format_groups
from readoutdiff.errors import ReadoutdiffError, UsageError
from readoutdiff.interrupts import INTERRUPTED
from readoutdiff.saying import set_up, warn

INTERNAL = 70


class Commands(TyperGroup):
    """The commands; each is read and built when it is asked for, so that one does not pay for the others."""

    _names = ("compare", "segments", "exercise", "corpus", "demo", "schema")

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names, as the help lists them."""
        return list(self._names)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a name, None where there is none; then all are built, for one of them may have been meant."""
        if cmd_name not in self._names:
            self.commands = {name: self.get_command(ctx, name) for name in self._names}
            return None
        if cmd_name not in self.commands:
            self.commands[cmd_name] = _built(cmd_name)
        return self.commands[cmd_name]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The commands first: that is what a reader looks for."""
        self.format_commands(ctx, formatter)
        format_groups(self, ctx, formatter)


def _built(name: str) -> Any:
    """A command, or a group of them (which its module has as `app`)."""
    module = importlib.import_module(f"readoutdiff.commands.{name}")
    if hasattr(module, "app"):
        return typer.main.get_command(module.app)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name, cls=Command, epilog=module.EXAMPLES)(getattr(module, name))
    return typer.main.get_command(alone)


_HELP = """
Two governments talk, and each publishes its own account: a readout. A news story tells both. readoutdiff shows side by side what
both raise, what only one side raises, and with how much weight, with the exact words as evidence.

It uses no network: a text that you give it does not leave this machine. The same text gives the same report.

\b
What do you have?
  A story that tells both accounts:
    readoutdiff compare story.txt
  The readouts themselves, each with whose it is:
    readoutdiff compare --readout il=il.txt --readout ru=ru.txt
  The readouts, and it may find out whose they are:
    readoutdiff compare il.txt ru.txt
  A story, to be checked against the readouts:
    readoutdiff compare story.txt --readout il=il.txt --readout ru=ru.txt
  A doubt whose words a sentence is:
    readoutdiff segments story.txt
  A class to teach:
    readoutdiff exercise new story.txt --out lesson
  Thousands of stories and readouts:
    readoutdiff corpus build calls.csv --out calls
  Nothing yet:
    readoutdiff demo
"""

_STATUS = """\b
Exit status
  0    compared
  1    only with --exit-code: a silent side, a difference or a finding
  2    wrong usage, or a text that cannot be read: the message says what to do
  3    not compared, and the report says why
  4    exercise grade, corpus build: some could not be done, and are named
  70   an error of ours
  130  interrupted
"""

app = typer.Typer(
    cls=Commands,
    name="readoutdiff",
    help=_HELP,
    epilog=_STATUS,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        from readoutdiff.version import __version__

        typer.echo(f"readoutdiff {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _main(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Before a command: show where an error of ours came from.")] = False,
) -> None:
    context.ensure_object(dict)["debug"] = debug
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main() -> NoReturn:
    """Run the command line; every way out has its exit status."""
    try:
        set_up()
        _leave(run())
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)


def run(args: Sequence[str] | None = None) -> int:
    """Run a command in this process, that of the command line where none is given; gives its exit status."""
    given: dict[str, bool] = {}  # the options before the command, which are not known here until it is read
    try:
        return app(args, standalone_mode=False, obj=given) or 0
    except typer.Abort:
        return INTERRUPTED
    except SystemExit as error:  # so typer ends where the reader of a pipe has gone, and after a completion
        return 0 if isinstance(error.__context__, BrokenPipeError) else int(error.code or 0)
    except Exception as error:
        return _tell(error, given.get("debug", False))


def _leave(status: int) -> NoReturn:
    """End at once: all is written, and taking the lexicon's tables down one by one would only cost time."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:  # its reader has gone
        pass
    except OSError as error:
        told = status in (ReadoutdiffError.exit_status, INTERNAL)
        status = status if told else _tell(error)
    os._exit(status)


def _tell(error: Exception, debug: bool = False) -> int:
    """Say what ended a command, and give the exit status it leads to."""
    theirs = _as_theirs(error)
    if theirs is not None:
        warn(str(theirs))
        return theirs.exit_status
    what = f"internal error: {type(error).__name__}: {error}"
    if debug:
        _trace(error)
        warn(f"{what}; please report all of this with the command, but with no text that is not yours to give")
    else:
        warn(f"{what}; run it again as readoutdiff --debug COMMAND, which shows what to report")
    return INTERNAL


def _as_theirs(error: Exception) -> ReadoutdiffError | None:
    """The error of whoever gave the command, in words that mend it; None for an error of ours."""
    if isinstance(error, ReadoutdiffError):
        return error
    usage = getattr(error, "format_message", None)  # of click, or of the copy of it that some versions of typer have
    if usage is not None:
        return UsageError(f"{str(usage()).rstrip('.')}; see readoutdiff --help")
    if not isinstance(error, OSError):
        return None
    if error.filename is None:  # of a stream; what has a name was told where it was opened
        return UsageError(f"standard output: cannot be written ({error.strerror}); write to a file with -o, or see to where it goes")
    return UsageError(f"{error.filename}: cannot be used ({error.strerror or error}); check the name and its permissions")


def _trace(error: Exception) -> None:
    """Where an error came from, and in what: all that a report of it needs but the texts."""
    import platform
    import traceback

    from readoutdiff.render.shown import legible
    from readoutdiff.version import __version__

    for line in "".join(traceback.format_exception(error)).splitlines():
        sys.stderr.write(f"{legible(line)}\n")
    sys.stderr.write(f"readoutdiff {__version__}, Python {platform.python_version()}, {platform.system()}\n")
