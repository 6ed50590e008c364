"""How help is set: the options of a command in groups, examples that keep their lines."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand

COMPARED = "What to compare"
SHOWN = "What to show"
WRITTEN = "Where it goes, and how it looks"
KNOWN = "What to go by"
OTHER = "Other"

_OPTIONS = 26  # columns of the options' names


def group(name: str, help: str) -> typer.Typer:  # noqa: A002
    """A command that has commands of its own; given without one of them it prints its help."""
    app = typer.Typer(name=name, help=help, add_completion=False, rich_markup_mode=None, invoke_without_command=True)
    app.callback()(_help)
    return app


def _help(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


class Command(TyperCommand):
    """A command whose help has its options in groups."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """See `format_groups`."""
        format_groups(self, ctx, formatter)


def format_groups(command: Any, ctx: Any, formatter: Any) -> None:
    """The options under the name of their group (`rich_help_panel`), in the order in which they stand."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for parameter in command.get_params(ctx):
        told = parameter.get_help_record(ctx)
        if told is not None:
            groups.setdefault(getattr(parameter, "rich_help_panel", None) or OTHER, []).append(told)
    for name, rows in groups.items():
        with formatter.section(name):
            formatter.write_dl(rows, col_max=_OPTIONS)
