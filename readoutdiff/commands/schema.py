"""`readoutdiff schema`."""

import sys
from typing import Annotated

import typer

from readoutdiff.commands.help import COMPARED
from readoutdiff.schemas import NAMES
from readoutdiff.schemas import schema as schema_of

EXAMPLES = """\b
Examples
  readoutdiff schema
  readoutdiff schema comparison
"""


def _names(incomplete: str) -> list[str]:
    return [name for name in NAMES if name.startswith(incomplete)]


def schema(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="Which one; without it, their names.", autocompletion=_names, rich_help_panel=COMPARED),
    ] = None,
) -> None:
    """Print the JSON Schema of what readoutdiff writes for programs.

    comparison is that of --format json, claim that of a line of --format jsonl, annotation that of --format annotation; exercise,
    answers and grades are those of readoutdiff exercise.
    """
    if name is None:
        typer.echo("\n".join(NAMES))
        return
    sys.stdout.buffer.write(schema_of(name))
