"""Attributions of a public corpus, as the program finds them: predictions for the corpus's own scorer.

python -m tests.polnear polnear.dev.jsonl predictions.jsonl

Each line of the input is a document {"id", "text"}; each line of the output
{"id", "attributions": [{"source", "cue", "content"}]} with ranges of code points.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from readoutdiff import label, read
from readoutdiff.contract import Comparison, Span


def attributions(labelled: Comparison) -> list[dict[str, Any]]:
    """The attributions of a text: its segments with reported words, whoever the source is."""
    return [
        {"source": _range(s.source), "cue": _range(s.cue), "content": [[c.start, c.end] for c in s.content]}
        for s in labelled.segments
        if s.content and s.source and s.rule != "goes on"  # what goes on without a source of its own, the corpus does not mark
    ]


def _range(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def main(source: str, target: str) -> None:
    with Path(source).open(encoding="utf-8") as documents, Path(target).open("w", encoding="utf-8") as out:
        for line in documents:
            document = json.loads(line)
            found = attributions(label(read(document["text"], language="en")))
            out.write(json.dumps({"id": document["id"], "attributions": found}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
