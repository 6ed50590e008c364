"""Every decision on the hand-made cases and the samples, and what a change changed of them.

    python -m tests.corpus            print each decision that differs from the kept ones
    python -m tests.corpus --accept   keep the decisions as they are now

A decision is a segment with its role, its sides, and the verdict of its topic. Kept are places and labels only, no
word of any text. READOUTDIFF_GOLD names the folder of the hand-made cases; without it the project's own are read.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from readoutdiff import Comparison, compare
from readoutdiff.inputs import Given, gather

TESTS = Path(__file__).parent
KEPT = TESTS / "decisions.txt"


def folders() -> Iterator[tuple[str, Path]]:
    """The folders of cases that are here, by the name under which their decisions are kept."""
    yield "samples", TESTS.parent / "samples"
    for folder in sorted(TESTS.glob("stories/*/")):
        yield f"stories/{folder.name}", folder
    gold = os.environ.get("READOUTDIFF_GOLD")
    if gold:
        for name in ("articles", "pairs", "triangulated"):
            yield f"gold/{name}", Path(gold, name)


def run_case(folder: Path, similarity: str | None = None) -> Comparison:
    """What `compare` makes of a case, with a second opinion if one is named."""
    case = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    paths = {d["id"]: str(folder / d["file"]) for d in case["documents"]}
    args = [a.format(**paths) for a in case["run"]][1:]
    readouts = [args[i + 1] for i, a in enumerate(args) if a == "--readout"]
    files = [a for a in args if a != "--readout" and a not in readouts]
    return compare(*gather(files, readouts, Given()), similarity=similarity)


def decisions(comparison: Comparison) -> Iterator[tuple[str, str, str]]:
    """(place, decision, words) of each segment."""
    status = {t.id: t.status for t in comparison.topics}
    for segment in comparison.segments:
        verdict = ",".join(sorted({status[t] for t in segment.topics})) or "-"
        place = f"{segment.document}:{segment.start}-{segment.end}"
        yield place, f"{segment.role} {','.join(segment.parties) or '-'} {verdict}", comparison.text_of(segment)


def main() -> None:
    """Print or keep the decisions."""
    kept = dict(line.split("\t") for line in KEPT.read_text().splitlines()) if KEPT.exists() else {}
    here = tuple(f"{name}/" for name, _ in folders())
    now = {key: value for key, value in kept.items() if not key.startswith(here)}
    changed = 0
    for name, root in folders():
        for case in sorted(root.glob("*/case.json")):
            for place, decision, words in decisions(run_case(case.parent)):
                key = f"{name}/{case.parent.name}/{place}"
                now[key] = decision
                if kept.get(key) != decision:
                    changed += 1
                    print(f"{key}\n  {kept.get(key, '(new)')} -> {decision}\n  {' '.join(words.split())[:110]}")
    for key in sorted(set(kept) - set(now)):
        changed += 1
        print(f"{key}\n  {kept[key]} -> (gone)")
    print(f"{changed} decisions changed of {len(now)}")
    if "--accept" in sys.argv:
        KEPT.write_text("".join(f"{key}\t{now[key]}\n" for key in sorted(now)))


if __name__ == "__main__":
    main()
