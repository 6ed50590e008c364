"""Where a report goes and how it is drawn there: standard output or a file, the terminal's width, colour."""

from __future__ import annotations

import os
import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from readoutdiff.errors import UsageError
from readoutdiff.render.chosen import ALL, Choice
from readoutdiff.value import Value

if TYPE_CHECKING:
    from readoutdiff.render.drawing import Style
    from readoutdiff.render.layout import Layout


class Format(StrEnum):
    """What a report is written as: four to read, then those for other programs."""

    text = "text"
    html = "html"
    markdown = "markdown"
    docx = "docx"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    annotation = "annotation"


DATA = (Format.json, Format.jsonl, Format.csv, Format.annotation)  # for other programs, which get all topics
_ENDINGS = {
    ".txt": Format.text,
    ".html": Format.html,
    ".htm": Format.html,
    ".md": Format.markdown,
    ".markdown": Format.markdown,
    ".docx": Format.docx,
    ".json": Format.json,
    ".jsonl": Format.jsonl,
    ".csv": Format.csv,
    ".jsonld": Format.annotation,
}
_FOREIGN = (".pdf", ".doc", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".xml", ".png", ".svg")


def form_of(format_: Format | None, file: Path | None) -> Format:
    """The form that was named, else that which the file's ending asks for, else text. Raises UsageError for what is not written."""
    if format_ or file is None:
        return format_ or Format.text
    ending = file.suffix.lower()
    if ending in _FOREIGN:
        raise UsageError(f"{file}: {ending} is not written; give -o with .html (to print), .docx or .csv, or name a --format")
    return _ENDINGS.get(ending, Format.text)


class Color(StrEnum):
    """When a report is coloured."""

    auto = "auto"
    always = "always"
    never = "never"


class Output(Value, frozen=True):
    """What the command line says of a report: its form, its file (None: standard output), its columns, its colour.

    `layout` None is as the width allows; `choice` and `evidence` are what of the comparison it shows, and `texts` whether the
    texts are in it, where the form has them.
    """

    format: Format
    file: Path | None
    width: int | None
    color: Color
    layout: Layout | None = None
    choice: Choice = ALL
    evidence: bool = False
    texts: bool = True

    def style(self) -> Style:
        """How the report is drawn there."""
        from readoutdiff.render.drawing import Style
        from readoutdiff.render.symbols import are_carried

        terminal = self.file is None and sys.stdout.isatty()
        columns = self.width or (shutil.get_terminal_size().columns if terminal else None)
        encoding = self._encoding()
        return Style(columns, _colored(self.color, terminal), not are_carried(encoding), encoding, self.layout)

    def write_text(self, text: str) -> None:
        """Write a report to read, in the encoding of where it goes, with a question mark for what that does not carry."""
        self.write(text.encode(self._encoding(), "replace"))

    def write(self, data: bytes) -> None:
        """Write to standard output, or to a file that is there whole or not at all. Raises InputError where a file cannot be written."""
        if self.file is None:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            return
        from readoutdiff.writing import write_whole

        write_whole(self.file, data)

    def _encoding(self) -> str:
        return "utf-8" if self.file else (sys.stdout.encoding or "utf-8")


def _colored(color: Color, terminal: bool) -> bool:
    if color is not Color.auto:
        return color is Color.always
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (terminal and os.environ.get("TERM") != "dumb")
