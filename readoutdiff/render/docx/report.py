"""The report as a Word document, where there is what writes one."""

from __future__ import annotations

from collections.abc import Mapping

from readoutdiff.contract import Comparison
from readoutdiff.errors import UsageError
from readoutdiff.render.chosen import ALL, Choice


def render_docx(comparison: Comparison, languages: Mapping[str, str], choice: Choice = ALL) -> bytes:
    """The report; `languages` names the documents' languages by id, `choice` says which topics are shown.

    It quotes the evidence alone. Raises UsageError where python-docx is not installed.
    """
    try:
        import docx
    except ImportError as error:
        raise UsageError("--format docx needs its package; pip install 'readoutdiff[docx]'") from error
    from readoutdiff.render.docx.sheet import filled

    return filled(docx.Document(), comparison, languages, choice)
