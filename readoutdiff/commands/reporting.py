"""How every command that compares ends: with a report."""

from __future__ import annotations

import typer

from readoutdiff.contract import Comparison
from readoutdiff.output import Format, Output
from readoutdiff.render.shown import plain

NOT_COMPARED = 3


def report(comparison: Comparison, output: Output) -> None:
    """Write a comparison in the form that was asked for; what could not be compared ends with its own status.

    Corrections that no longer fit are named on standard error.
    """
    for line in comparison.unfit:
        typer.echo(f"readoutdiff: {plain(line)}", err=True)
    if output.format is Format.json:
        output.write(comparison.to_json())
    else:
        from readoutdiff.knowledge import load
        from readoutdiff.language import language_name
        from readoutdiff.render.terminal import render_text

        languages = {d.language: language_name(d.language, load()) for d in comparison.documents}
        output.write_text(render_text(comparison, output.style(), languages, output.choice, evidence=output.evidence))
    if comparison.outcome != "compared":
        raise typer.Exit(NOT_COMPARED)
