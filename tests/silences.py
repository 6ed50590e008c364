"""How rightly a side is called silent where the reporter says that its text lacks something: `python -m tests.silences [SET ...]`."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from readoutdiff import Comparison, compare, read
from readoutdiff.attribution.parties import find_party
from readoutdiff.lexicon.knowledge import load

SETS = sorted((Path(__file__).parent / "silences").glob("set-*.toml"))


class Figures(NamedTuple):
    """How many points are rightly and wrongly told as one side's alone, how many there are, and what was wrong or missed, a line each."""

    right: int
    wrong: int
    points: int
    lines: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Of what is told as one side's alone, the share that may be."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of what may be told as one side's alone, the share that is."""
        return self.right / max(1, self.points)


def measured(path: Path) -> Figures:
    """The figures of a set."""
    stories: Sequence[Mapping[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["story"]
    right, wrong, points, lines = 0, 0, 0, []
    for story in stories:
        alone = list(_alone(compare(read(story["text"], name=f"{story['id']}.txt"))))
        wanted = [(find_party(point["side"], load()), point["words"]) for point in story["only"]]
        found = {point for point in wanted if any(point[0] == side and point[1] in words for side, words in alone)}
        false = [words for side, words in alone if not any(side == point[0] for point in wanted)]
        false += [words for _, words in alone if any(other in words for other in story["not_only"]) and words not in false]
        right, wrong, points = right + len(found), wrong + len(false), points + len(wanted)
        lines += [f"{story['id']}: wrong: {' '.join(words.split())}" for words in false]
        lines += [f"{story['id']}: missed: {words}" for side, words in wanted if (side, words) not in found]
    return Figures(right, wrong, points, tuple(lines))


def _alone(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Each statement in a topic that one side alone raises, with the side."""
    segments = {s.id: s for s in comparison.segments}
    for topic in (t for t in comparison.topics if t.status == "one_sided"):
        for side, ids in topic.segments.items():
            yield from ((side, comparison.text_of(segments[i])) for i in ids)


def main(names: Sequence[str]) -> None:
    """Print the figures of the sets, or of those named."""
    for path in [Path(n) for n in names] or SETS:
        figures = measured(path)
        told = f"right {figures.right}, wrong {figures.wrong}, of {figures.points} points"
        print(f"{path.name}: precision {figures.precision:.2f} recall {figures.recall:.2f} ({told})", *figures.lines, sep="\n  ")


if __name__ == "__main__":
    main(sys.argv[1:])
