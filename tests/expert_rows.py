"""What the program makes of the rows of five tables that experts made by hand (tests/experts).

    python -m tests.expert_rows

A row that both sides raise a point is found if their passages are in one shared topic; one that only one side does, if its topic
is one-sided ('left open' where it is possible); a difference, if one of its kind has words of both passages; who asked for the
call and the lengths, if the report says so.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from readoutdiff import Comparison, compare, read

CASES = sorted(path.parent for path in (Path(__file__).parent / "experts").glob("*/rows.toml"))
Span = tuple[int, int]


def outcomes(folder: Path) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Each row of a case, and 'found', 'left open' or 'missed'."""
    table = tomllib.loads((folder / "rows.toml").read_text(encoding="utf-8"))
    texts = dict(zip(table["sides"], ((folder / name).read_text(encoding="utf-8") for name in ("a.txt", "b.txt")), strict=True))
    compared = compare(*(read(text, role="readout", party=side) for side, text in texts.items()))
    for row in table["row"]:
        given = dict(zip(table["sides"], (row.get("left"), row.get("right")), strict=True))
        spans = {side: (texts[side].index(words), texts[side].index(words) + len(words)) for side, words in given.items() if words}
        yield row, _outcome(compared, row, spans)


def _outcome(compared: Comparison, row: Mapping[str, Any], spans: Mapping[str, Span]) -> str:
    status = {topic.id: topic.status for topic in compared.topics}
    raised = [_topics(compared, side, span) for side, span in spans.items()]
    if row["kind"] == "only":
        found = {status[t] for topics in raised for t in topics}
        return "found" if found == {"one_sided"} else "left open" if "possible" in found and "shared" not in found else "missed"
    if row["kind"] == "both":
        return "found" if any(status[t] == "shared" for t in set.intersection(*raised)) else "missed"
    if row["kind"] == "length":
        return "found" if all(d.words for d in compared.documents) else "missed"
    if row["kind"] == "initiator" and compared.asked:
        return "found"
    hits = (d for t in compared.topics for d in t.differences if d.kind == row["kind"])
    return "found" if any(all(_meets(d.values[s].start, d.values[s].end, span) for s, span in spans.items()) for d in hits) else "missed"


def _topics(compared: Comparison, side: str, span: Span) -> set[str]:
    return {t for s in compared.segments if s.document == side and _meets(s.start, s.end, span) for t in s.topics}


def _meets(start: int, end: int, span: Span) -> bool:
    return start < span[1] and end > span[0]


def table() -> str:
    """All rows with their outcomes, and how many of each."""
    lines = []
    counts: Counter[str] = Counter()
    for folder in CASES:
        lines.append(f"\n{folder.name}")
        for row, outcome in outcomes(folder):
            counts[outcome] += 1
            lines.append(f"  {outcome:<10} {row['kind']:<10} {row['row']}")
    return "\n".join([", ".join(f"{counts[name]} {name}" for name in ("found", "left open", "missed")), *lines]) + "\n"


if __name__ == "__main__":
    print(table(), end="")
