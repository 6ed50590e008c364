"""Precision against recall of the verdicts: `python -m tests.calibration [FOLDER...] [--similarity NAME]`.

Each row is one caution: with how many fields of meaning in common, and from which score on, a passage may be the same point
('possible'). The more cautious, the fewer silences are left. Folders of cases labelled by hand, by default those of the
hand-made articles and pairs that READOUTDIFF_GOLD names; the scorer that lies there counts. `*` marks the default.
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
from readoutdiff.alignment.align import align
from readoutdiff.alignment.judging import HINTS, TOUCHES
from tests.corpus import run_case

STEPS = ((1, 0.02), (TOUCHES, HINTS), (1, 0.14), (2, 0.05), (2, HINTS), (2, 0.14), (3, HINTS), (9, 0.05), (9, HINTS), (9, 0.14))
FIGURES = ("accuse", "om-prec", "om-rec", "sh-prec", "sh-rec", "links", "topics")


def scorer(gold: Path) -> ModuleType:
    """The scorer of the hand-made cases."""
    spec = importlib.util.spec_from_file_location("score", gold / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(score: ModuleType, folders: list[Path], touches: int, hints: float, similarity: str | None) -> dict[str, Any]:
    """The figures of all cases of some folders together at one caution."""
    vars(topics)["align"] = partial(align, hints=hints, touches=touches)
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
    print(f"{'fields':>6}  {'score':>5}   " + "  ".join(f"{name:>7}" for name in FIGURES))
    for touches, hints in STEPS:
        row = figures(scorer(gold), given.folders, touches, hints, given.similarity)
        cells = "  ".join(f"{row[name]:7.2f}" if row.get(name) is not None else f"{'-':>7}" for name in FIGURES)
        print(f"{touches:>6}  {hints:>5.2f}{'*' if (touches, hints) == (TOUCHES, HINTS) else ' '}  {cells}")


if __name__ == "__main__":
    main()
