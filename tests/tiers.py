"""How often each tier of attribution is right: `python -m tests.tiers FOLDER...`, folders of cases labelled by hand.

Of the letters and digits of all statements of a tier, the share that the labels give to the same sides; stretches that
are marked ambiguous do not count.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from readoutdiff.contract import Comparison
from readoutdiff.lexicon.knowledge import load
from tests.cases import Case, articles
from tests.corpus import run_case

TIERS = ("explicit", "anaphoric", "carried", "inferred")


def precisions(folders: Iterable[Path]) -> dict[str, tuple[float, int]]:
    """(precision, characters) of each tier over all articles of the folders' cases."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for case in articles(folders, load()):
        for tier, good in _letters(case, run_case(case.folder)):
            total[tier] += 1
            right[tier] += good
    return {tier: (right[tier] / max(total[tier], 1), total[tier]) for tier in TIERS}


def _letters(case: Case, comparison: Comparison) -> Iterator[tuple[str, bool]]:
    """(tier, whether its sides are the labelled ones) for each letter of the article's statements."""
    found = next(d for d in comparison.documents if d.role == "article")
    for segment in comparison.segments:
        if segment.document == found.id and segment.tier:
            for place in range(segment.start, segment.end):
                label = case.labels.get(place)
                if label is not None and case.text[place].isalnum():
                    yield segment.tier, label.role == "statement" and label.parties == {*segment.parties}


def main(names: list[str]) -> None:
    """Print the table."""
    for tier, (precision, letters) in precisions(map(Path, names)).items():
        print(f"{tier:10} {precision:6.3f} of {letters} letters")


if __name__ == "__main__":
    main(sys.argv[1:])
