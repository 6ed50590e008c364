"""How often each tier of attribution is right: `python -m tests.tiers FOLDER...`, folders of cases labelled by hand.

Of the letters and digits of all statements of a tier, the share that the labels give to the same sides; stretches that
are marked ambiguous do not count.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from readoutdiff import Comparison
from tests.corpus import run_case

TIERS = ("explicit", "anaphoric", "carried", "inferred")


def precisions(folders: Iterable[Path]) -> dict[str, tuple[float, int]]:
    """(precision, characters) of each tier over all articles of the folders' cases."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for folder in folders:
        for path in sorted(folder.glob("*/case.json")):
            case = json.loads(path.read_text(encoding="utf-8"))
            for tier, good in _letters(case, run_case(path.parent)):
                total[tier] += 1
                right[tier] += good
    return {tier: (right[tier] / max(total[tier], 1), total[tier]) for tier in TIERS}


def _letters(case: dict[str, Any], comparison: Comparison) -> Iterator[tuple[str, bool]]:
    """(tier, whether its sides are the labelled ones) for each letter of the article's statements."""
    document = next((d for d in case["documents"] if d["role"] == "article"), None)
    if document is None:
        return
    found = next(d for d in comparison.documents if d.role == "article")
    labels = _labels(case, document["id"], found.text)
    keys = {alias.casefold(): p["key"] for p in case["parties"] for alias in [p["key"], *p.get("aliases", [])]}
    names = {p.id: keys.get(p.id, keys.get(p.name.casefold(), p.id)) for p in comparison.parties}
    for segment in comparison.segments:
        if segment.document == found.id and segment.tier:
            sides = {names[p] for p in segment.parties}
            for place in range(segment.start, segment.end):
                if found.text[place].isalnum() and place in labels:
                    yield segment.tier, labels[place] == sides


def _labels(case: dict[str, Any], document: str, text: str) -> dict[int, set[str]]:
    """The labelled sides of each character that is not ambiguous."""
    labels: dict[int, set[str]] = {}
    for span in case["spans"]:
        if span["doc"] == document and not span.get("ambiguous"):
            at = -1
            for _ in range(span.get("occurrence", 1)):
                at = text.index(span["text"], at + 1)
            sides = set(span.get("parties", [])) if span["role"] == "statement" else set()
            labels.update(dict.fromkeys(range(at, at + len(span["text"])), sides))
    return labels


def main(names: list[str]) -> None:
    """Print the table."""
    for tier, (precision, letters) in precisions(map(Path, names)).items():
        print(f"{tier:10} {precision:6.3f} of {letters} letters")


if __name__ == "__main__":
    main(sys.argv[1:])
