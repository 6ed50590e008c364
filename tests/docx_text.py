"""The words of a Word document, as an editor reads them."""

import io
import zipfile
from xml.etree import ElementTree

SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data):
    """The document's parts by their names; fails where one that should be XML is not."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        found = {name: packed.read(name) for name in packed.namelist()}
    for name, content in found.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(content)
    return found


def words_of(data):
    """All text, a paragraph a line."""
    body = ElementTree.fromstring(parts(data)["word/document.xml"])
    return "\n".join("".join(t.text or "" for t in p.iter(f"{SPACE}t")) for p in body.iter(f"{SPACE}p"))
