"""A document as bytes that are the same for the same content: no clock is read."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document

_DAY = datetime.datetime(2000, 1, 1)
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a packed file can have
_READABLE = 0o644 << 16
_UNIX = 3


def packed(document: Document, title: str, made_by: str) -> bytes:
    """The file, with fixed days in its properties and in its container."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", made_by
    properties.last_modified_by, properties.revision = "", 1
    properties.created = properties.modified = _DAY
    written = io.BytesIO()
    document.save(written)
    return _dated(written.getvalue())


def _dated(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _READABLE
            target.writestr(info, source.read(name))
    return out.getvalue()
