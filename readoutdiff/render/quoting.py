"""Passages where a report has no colour and no underline: the part that is meant stands between ‹ and ›."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from readoutdiff.render.symbols import RICH
from readoutdiff.render.view.marking import Run

OPENS, CLOSES = RICH.part


def meant(runs: Sequence[Run]) -> list[tuple[bool, list[Run]]]:
    """The runs in order, those together that are meant and those that are not: what a finding is about, else the statement itself."""
    found = any("found" in run.marks for run in runs)
    return [(key, list(group)) for key, group in groupby(runs, lambda run: "found" in run.marks if found else "around" not in run.marks)]


def in_signs(runs: Sequence[Run]) -> str:
    """The words with signs around the part that is meant, where that is not all of them.

    >>> in_signs([Run("They discussed grain", ()), Run(" and left.", ("around",))])
    '‹They discussed grain› and left.'
    """
    groups = [(is_meant, "".join(run.text for run in group)) for is_meant, group in meant(runs)]
    if len(groups) == 1:
        return groups[0][1]
    return "".join(f"{OPENS}{text}{CLOSES}" if is_meant else text for is_meant, text in groups)
