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
    _FORMS[output.format](comparison, output)
    if comparison.outcome != "compared":
        raise typer.Exit(NOT_COMPARED)


def _text(comparison: Comparison, output: Output) -> None:
    from readoutdiff.render.terminal import render_text

    output.write_text(render_text(comparison, output.style(), _languages(comparison), output.choice, evidence=output.evidence))


def _html(comparison: Comparison, output: Output) -> None:
    from readoutdiff.render.html.page import render_html

    output.write(render_html(comparison, _languages(comparison), output.choice, texts=output.texts).encode("utf-8"))


def _json(comparison: Comparison, output: Output) -> None:
    if not output.texts:
        from readoutdiff.excerpts import without_texts

        comparison = without_texts(comparison)
    output.write(comparison.to_json())


_FORMS = {Format.text: _text, Format.html: _html, Format.json: _json}


def _languages(comparison: Comparison) -> dict[str, str]:
    """What the languages of the texts are called."""
    from readoutdiff.knowledge import load
    from readoutdiff.language import language_name

    return {d.language: language_name(d.language, load()) for d in comparison.documents}
