"""`readoutdiff corpus`: report."""

from __future__ import annotations

import typer

from readoutdiff.commands import corpus_report
from readoutdiff.commands.help import Command

app = typer.Typer(
    name="corpus",
    help="Compare many cases at once, and say what they show together.",
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
)
app.command("report", cls=Command, epilog=corpus_report.EXAMPLES)(corpus_report.report)


@app.callback()
def _corpus(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
