"""The claims as JSON Lines: one object a line, readoutdiff/claim/1."""

from __future__ import annotations

from readoutdiff.contract import Comparison
from readoutdiff.escaping import as_json
from readoutdiff.records import claims


def render_jsonl(comparison: Comparison) -> bytes:
    """A line for each claim; none where nothing was compared."""
    return b"".join(as_json(claim) + b"\n" for claim in claims(comparison))
