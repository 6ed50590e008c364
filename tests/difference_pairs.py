"""How many of the differences labelled in tests/differences are found, and how many of those found are labelled.

    python -m tests.difference_pairs [FILE ...]
    python -m tests.difference_pairs --kinds FILE ...    the figures of each kind, and no line of any pair

A difference is right if one of the same kind is labelled whose words overlap on both sides.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from readoutdiff.alignment.terms import TermFinder, ignored_stems
from readoutdiff.attribution.introducing import introduce
from readoutdiff.differences.comparing import Statement, differences_between
from readoutdiff.differences.passage import Passage
from readoutdiff.differences.words import differing
from readoutdiff.lexicon.knowledge import load
from readoutdiff.parsing.story import take_apart

FILES = sorted((Path(__file__).parent / "differences").glob("*.toml"))
KNOWLEDGE = load()


def passage(text: str, party: str, sides: list[str]) -> Passage:
    """A whole readout as one passage."""
    story = take_apart(text, KNOWLEDGE)
    people = introduce(story, KNOWLEDGE).settled(party, KNOWLEDGE.grammar.words.sole)
    names = [n for side in sides for n in (*KNOWLEDGE.parties[side].names, KNOWLEDGE.parties[side].adjective) if " " not in n]
    finder = TermFinder(KNOWLEDGE, ignored_stems(names) - KNOWLEDGE.empty)
    return Passage(party, party, tuple(sides), story, people, 0, len(story.tokens), differing(KNOWLEDGE), finder)


def found_in(pair: dict[str, Any]) -> list[tuple[str, str, str]]:
    """(kind, words of the left, words of the right) of each difference found."""
    left, right = pair["sides"]
    found = differences_between(
        Statement(passage(pair["left"], left, pair["sides"])), Statement(passage(pair["right"], right, pair["sides"]))
    )
    return [
        (d.kind, pair["left"][d.values[left].start : d.values[left].end], pair["right"][d.values[right].start : d.values[right].end])
        for d in found
    ]


def _overlap(text: str, one: str, other: str) -> bool:
    start, begin = text.index(one), text.index(other)
    return max(start, begin) < min(start + len(one), begin + len(other))


def outcomes(pair: dict[str, Any]) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """('right' | 'wrong' | 'missed', difference) of a pair."""
    open_ = [(d["kind"], d["left"], d["right"]) for d in pair["differences"]]
    for kind, left, right in found_in(pair):
        match = next(
            (g for g in open_ if g[0] == kind and _overlap(pair["left"], g[1], left) and _overlap(pair["right"], g[2], right)), None
        )
        if match:
            open_.remove(match)
        yield "right" if match else "wrong", (kind, left, right)
    yield from (("missed", label) for label in open_)


def measured(path: Path) -> tuple[Counter[str], list[str]]:
    """How often each outcome comes in a file, and a line for each that is not right."""
    counts: Counter[str] = Counter()
    lines = []
    for pair in tomllib.loads(path.read_text(encoding="utf-8"))["pair"]:
        for outcome, difference in outcomes(pair):
            counts[outcome] += 1
            if outcome != "right":
                lines.append(f"{outcome:<7}{pair['id']}: {' | '.join(difference)}")
    return counts, lines


def figures(counts: Counter[str]) -> tuple[float, float]:
    """Precision and recall."""
    return counts["right"] / (counts["right"] + counts["wrong"]), counts["right"] / (counts["right"] + counts["missed"])


def by_kind(path: Path) -> Iterator[str]:
    """'number: 12 right, 1 wrong, 2 missed' for each kind of a file."""
    pairs = tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
    counts = Counter((difference[0], outcome) for pair in pairs for outcome, difference in outcomes(pair))
    for kind in dict.fromkeys(kind for kind, _ in sorted(counts)):
        yield f"{kind}: " + ", ".join(f"{counts[kind, outcome]} {outcome}" for outcome in ("right", "wrong", "missed"))


def main() -> None:
    """Print the figures."""
    if sys.argv[1:2] == ["--kinds"]:
        for name in sys.argv[2:]:
            print(f"{name}: precision {{:.2f}} recall {{:.2f}}".format(*figures(measured(Path(name))[0])), *by_kind(Path(name)), sep="\n  ")
        return
    for path in [Path(name) for name in sys.argv[1:]] or FILES:
        counts, lines = measured(path)
        print(f"{path.name}: precision {figures(counts)[0]:.2f} recall {figures(counts)[1]:.2f}", *lines, sep="\n  ")


if __name__ == "__main__":
    main()
