"""Words as Moodle shows them: HTML in which nothing of a text acts, and names, which are no HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from readoutdiff.exercise.forms.platforms import Paragraph, said

_LONGEST = 200  # characters of a category's name; Moodle keeps 255
# Moodle looks for formulas and addresses in a page's source; at the beginning of an answer GIFT looks for a format and for a weight
_ACTS = re.compile(r"(?<=\$)\$|(?<=\\)[()\[\]]|(?<=:)//|(?<=www)\.|^[\[%]", re.IGNORECASE)


def html(paragraphs: Iterable[Paragraph]) -> str:
    """Paragraphs and quotations, each on a line."""
    return "\n".join(map(_paragraph, paragraphs))


def inline(text: str) -> str:
    """Some words.

    >>> inline("<b>$$x$$</b>")
    '&lt;b&gt;$<span>$</span>x$<span>$</span>&lt;/b&gt;'
    """
    pieces = _ACTS.split(text)
    acting = [escape(found[0], quote=False) for found in _ACTS.finditer(text)]
    return escape(pieces[0], quote=False) + "".join(
        f"<span>{sign}</span>{escape(rest, quote=False)}" for sign, rest in zip(acting, pieces[1:], strict=True)
    )


def named(text: str) -> str:
    """A name: Moodle takes tags out of names, so there are none in it."""
    return text.replace("<", "‹").replace(">", "›")


def category(title: str) -> str:
    """The category of an exercise, in the bank into which it is imported; a slash in a title is none in a path."""
    name = named(said(title))[:_LONGEST].strip()
    return (name.strip("$") if re.fullmatch(r"\$[a-z]+\$", name) else name).replace("/", "//")


def _paragraph(paragraph: Paragraph) -> str:
    words = "".join(f"<b>{inline(text)}</b>" if meant else inline(text) for text, meant in paragraph.runs)
    return f"<blockquote><p>{words}</p></blockquote>" if paragraph.quoted else f"<p>{words}</p>"
