"""How every command that compares ends: with a report."""

from __future__ import annotations

import sys

import typer

from readoutdiff.commands.statuses import NOT_COMPARED
from readoutdiff.contract import Comparison
from readoutdiff.errors import UsageError
from readoutdiff.output import Format, Output
from readoutdiff.saying import warn


def report(comparison: Comparison, output: Output) -> None:
    """Write a comparison in the form that was asked for; what could not be compared ends with its own status.

    Corrections that no longer fit are named on standard error.
    """
    for line in comparison.unfit:
        warn(line)
    _FORMS[output.format](comparison, output)
    if comparison.outcome != "compared":
        raise typer.Exit(NOT_COMPARED)


def _text(comparison: Comparison, output: Output) -> None:
    from readoutdiff.render.terminal import render_text

    output.write_text(render_text(comparison, output.style(), _languages(comparison), output.choice, evidence=output.evidence))


def _html(comparison: Comparison, output: Output) -> None:
    from readoutdiff.render.html.page import render_html

    output.write(render_html(comparison, _languages(comparison), output.choice, texts=output.texts).encode("utf-8"))


def _markdown(comparison: Comparison, output: Output) -> None:
    from readoutdiff.render.markdown.page import render_markdown

    output.write(render_markdown(comparison, _languages(comparison), output.choice).encode("utf-8"))


def _docx(comparison: Comparison, output: Output) -> None:
    from readoutdiff.render.docx.report import render_docx

    if output.file is None and sys.stdout.isatty():
        raise UsageError("--format docx: is no text for a terminal; name a file, as in --output report.docx")
    output.write(render_docx(comparison, _languages(comparison), output.choice))


def _json(comparison: Comparison, output: Output) -> None:
    output.write(_kept(comparison, output).to_json())


def _jsonl(comparison: Comparison, output: Output) -> None:
    from readoutdiff.render.jsonl import render_jsonl

    output.write(render_jsonl(_kept(comparison, output)))


def _csv(comparison: Comparison, output: Output) -> None:
    from readoutdiff.render.csv import render_csv

    output.write(render_csv(_kept(comparison, output)))


def _annotation(comparison: Comparison, output: Output) -> None:
    from readoutdiff.render.annotation import render_annotations

    output.write(render_annotations(_kept(comparison, output)))


_FORMS = {
    Format.text: _text,
    Format.html: _html,
    Format.markdown: _markdown,
    Format.docx: _docx,
    Format.json: _json,
    Format.jsonl: _jsonl,
    Format.csv: _csv,
    Format.annotation: _annotation,
}


def _kept(comparison: Comparison, output: Output) -> Comparison:
    """What goes to other programs: all, or the evidence alone."""
    if output.texts:
        return comparison
    from readoutdiff.render.excerpts import without_texts

    return without_texts(comparison)


def _languages(comparison: Comparison) -> dict[str, str]:
    """What the languages of the texts are called."""
    from readoutdiff.language import language_name
    from readoutdiff.lexicon.knowledge import load

    return {d.language: language_name(d.language, load()) for d in comparison.documents}
