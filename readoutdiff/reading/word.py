"""A Word document (DOCX): its paragraphs, with those of tables, text boxes and tracked insertions, in their order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from readoutdiff.errors import InputError
from readoutdiff.reading.content import OPTIONAL_HYPHEN, Content, refuse_size
from readoutdiff.reading.extras import needed
from readoutdiff.reading.properties import day_stated, real_title

_MAIN = "word/document.xml"
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_PARAGRAPH, _RUN = f"{{{_WORDS}}}p", f"{{{_WORDS}}}r"
# Not the text as it stands: what was moved away, and the copy of a text box for old programs
_ABSENT = frozenset((f"{{{_WORDS}}}moveFrom", f"{{{_WORDS}}}del", f"{{{_COMPATIBLE}}}Fallback"))
_PARTS = 2000  # at most
_TEMPLATE = "2013-12-23"  # the day of the template that python-docx makes documents from


def read_word(raw: bytes, name: str) -> Content:
    """The text of a document, a blank line between paragraphs; title and day from its properties, where they are real."""
    _look_inside(raw, name)
    docx = needed("docx", "docx", name, "a Word document")
    try:
        document = docx.Document(io.BytesIO(raw))
        text = "\n\n".join(_paragraphs(document.element.body)) + "\n"
        properties = document.core_properties
        title, created = properties.title, properties.created
    except Exception as error:  # a parser of foreign files may fail in any way
        raise InputError(f"{name}: is a Word document that cannot be read; save it anew, or as plain text") from error
    day = created.date().isoformat() if created else None
    return Content(text=text, encoding="docx", title=real_title(title), date=day_stated(day, text) if day != _TEMPLATE else None)


def _look_inside(raw: bytes, name: str) -> None:
    """Raises InputError for another kind of archive, and for one that unpacks to more than the limit.

    No part is ever unpacked beyond the size that it declares: `zipfile` reads no further.
    """
    try:
        parts = zipfile.ZipFile(io.BytesIO(raw)).infolist()
    except Exception as error:  # a damaged archive fails in more ways than BadZipFile
        raise InputError(f"{name}: is a damaged archive; save the document anew") from error
    if _MAIN not in {part.filename for part in parts}:
        raise InputError(f"{name}: is an archive, but no Word document; give a .docx or plain text")
    refuse_size(sum(part.file_size for part in parts), name, "unpacks to")
    if len(parts) > _PARTS:
        raise InputError(f"{name}: is an archive of {len(parts)} files; give the document of one article")


def _paragraphs(body: Any) -> Iterator[str]:
    """Empty ones are left out."""
    for paragraph in body.iter(_PARAGRAPH):
        if not any(above.tag in _ABSENT for above in paragraph.iterancestors()):
            said = "".join(run.text for run in paragraph.iter(_RUN) if _is_of(run, paragraph)).replace(OPTIONAL_HYPHEN, "").strip()
            if said:
                yield said


def _is_of(run: Any, paragraph: Any) -> bool:
    """Whether a run is the paragraph's own, not that of a text box within it, and stands in the text as it is."""
    for above in run.iterancestors():
        if above is paragraph:
            return True
        if above.tag == _PARAGRAPH or above.tag in _ABSENT:
            return False
    return False
