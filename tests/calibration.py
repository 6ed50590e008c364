"""Precision against recall of the verdicts: `python -m tests.calibration [FOLDER...] [--similarity NAME]`.

Each row is one threshold from which on a passage may be the same point ('possible'): the lower, the fewer silences are
left. Folders of cases labelled by hand, by default those of the hand-made articles and pairs that READOUTDIFF_GOLD names; the
scorer that lies there counts. `*` marks the default.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from readoutdiff import topics
from readoutdiff.align import align
from readoutdiff.judging import HINTS
from tests.corpus import run_case

STEPS = (0.02, 0.05, 0.08, 0.11, HINTS, 0.16, 0.2, 0.25, 0.3, 0.4)
FIGURES = ("accuse", "om-prec", "om-rec", "sh-prec", "sh-rec", "links", "topics")


def scorer(gold: Path) -> ModuleType:
    """The scorer of the hand-made cases."""
    spec = importlib.util.spec_from_file_location("score", gold / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(score: ModuleType, folders: list[Path], hints: float, similarity: str | None) -> dict[str, Any]:
    """The figures of all cases of some folders together at one threshold."""
    vars(topics)["align"] = partial(align, hints=hints)
    counts = []
    for path in sorted(path for folder in folders for path in folder.glob("*/case.json")):
        answer = json.loads(msgspec.json.encode(run_case(path.parent, similarity)))
        counts.append(score.score_case(score.load_case(path.parent), answer))
    row: dict[str, Any] = score.figures(counts)
    return row


def main() -> None:
    """Print the table."""
    gold = Path(os.environ["READOUTDIFF_GOLD"])
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="*", type=Path, default=[gold / "articles", gold / "pairs"])
    parser.add_argument("--similarity")
    given = parser.parse_args()
    print(f"{'from':>6}  " + "  ".join(f"{name:>7}" for name in FIGURES))
    for hints in STEPS:
        row = figures(scorer(gold), given.folders, hints, given.similarity)
        cells = "  ".join(f"{row[name]:7.2f}" if row.get(name) is not None else f"{'-':>7}" for name in FIGURES)
        print(f"{hints:>5.2f}{'*' if hints == HINTS else ' '}  {cells}")


if __name__ == "__main__":
    main()
