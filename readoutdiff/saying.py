"""Lines for who runs a command: on standard output what was done, on standard error what he should know. Nothing in them acts."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from readoutdiff.render.shown import plain


def say(line: str) -> None:
    """A line on standard output."""
    sys.stdout.write(f"{plain(line)}\n")


def warn(line: str) -> None:
    """A line on standard error; where that takes none, the work goes on."""
    with suppress(OSError):
        sys.stderr.write(f"readoutdiff: {plain(line)}\n")
        sys.stderr.flush()


def set_up() -> None:
    """Make standard streams of those that are closed, and let standard output replace what its encoding does not carry.

    Of a closed input nothing is read. What goes to a closed output cannot be written, and that is said.
    """
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - for as long as the process is there
    sys.stdout = sys.stdout or os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - the same
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
