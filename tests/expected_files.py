"""Whole outputs kept beside the tests, as text that a person can read.

A changed output fails, and what it is now is saved beside it as expected/NAME.actual.txt (or .html). To accept the changes, look at
them and run the tests once with READOUTDIFF_ACCEPT=1.
"""

import os
from pathlib import Path

import pytest

EXPECTED = Path(__file__).parent / "expected"


def check(name, output, ending="txt"):
    """Fail unless the output is the kept one."""
    kept, actual = EXPECTED / f"{name}.{ending}", EXPECTED / f"{name}.actual.{ending}"
    if os.environ.get("READOUTDIFF_ACCEPT"):
        kept.write_text(output, encoding="utf-8")
    if not kept.exists() or kept.read_text(encoding="utf-8") != output:
        actual.write_text(output, encoding="utf-8")
        pytest.fail(f"the output differs from {kept.name}; it is now in {actual.name}")
    actual.unlink(missing_ok=True)
