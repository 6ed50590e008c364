"""Paragraphs of a document: pieces of text, each with how it is set; nothing in a text acts, and XML can carry all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.shared import RGBColor

from readoutdiff.render.shown import in_line, is_right_to_left
from readoutdiff.value import Value

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as Written

_DIM = RGBColor(0x59, 0x59, 0x59)  # 7:1 on white


class Paragraph(Value, frozen=True):
    """Pieces of text with the way each is set: bold, italic, dim, or several with a space between them."""

    pieces: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, text: str, style: str = "") -> Paragraph:
        """One of a single piece."""
        return cls(((text, style),))


def write(paragraph: Written, content: Paragraph) -> None:
    """Write the pieces into a paragraph; Hebrew and Arabic run from the right."""
    for text, style in content.pieces:
        run = paragraph.add_run(in_line(text))
        run.bold = "bold" in style or None
        run.italic = "italic" in style or None
        if "dim" in style:
            run.font.color.rgb = _DIM
        if is_right_to_left(text):
            run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
