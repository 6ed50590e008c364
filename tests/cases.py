"""Cases labelled by hand, ready to be compared with what the program finds: an article with the label of each character."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from readoutdiff.attribution.parties import find_party
from readoutdiff.errors import UsageError
from readoutdiff.lexicon.knowledge import Knowledge

T = TypeVar("T")


class Label(NamedTuple):
    """A role and the ids of the parties behind it."""

    role: str
    parties: frozenset[str]


class Case(NamedTuple):
    """An article with its sides, and of each character its label and topic; places that are marked ambiguous have none."""

    folder: Path
    document: str
    text: str
    sides: tuple[str, ...]
    labels: Mapping[int, Label]
    topics: Mapping[int, str]

    def label(self, start: int, end: int) -> Label | None:
        """The label that most letters and digits of a stretch have."""
        return self._most(self.labels, start, end)

    def topic(self, start: int, end: int) -> str | None:
        """The topic that most letters and digits of a stretch have."""
        return self._most(self.topics, start, end)

    def _most(self, of: Mapping[int, T], start: int, end: int) -> T | None:
        found = Counter(of[i] for i in range(start, end) if self.text[i].isalnum() and i in of)
        return found.most_common(1)[0][0] if found else None


def articles(folders: Iterable[Path], knowledge: Knowledge) -> Iterator[Case]:
    """The articles of all cases of some folders, in order."""
    for folder in folders:
        for path in sorted(folder.glob("*/case.json")):
            case = json.loads(path.read_text(encoding="utf-8"))
            document = next((d for d in case["documents"] if d["role"] == "article"), None)
            if document is not None:
                yield _case(path.parent, case, document, knowledge)


def _case(folder: Path, case: dict[str, Any], document: dict[str, Any], knowledge: Knowledge) -> Case:
    text = (folder / document["file"]).read_bytes().decode("utf-8")
    ids = {party["key"]: _id(party, knowledge) for party in case["parties"]}
    labels: dict[int, Label] = {}
    topics: dict[int, str] = {}
    for span in case["spans"]:
        if span["doc"] == document["id"] and not span.get("ambiguous"):
            at = -1
            for _ in range(span.get("occurrence", 1)):
                at = text.index(span["text"], at + 1)
            label = Label(span["role"], frozenset(ids[key] for key in span.get("parties", [])))
            places = range(at, at + len(span["text"]))
            labels.update(dict.fromkeys(places, label))
            topics.update(dict.fromkeys(places, span["topic"]) if span.get("topic") else {})
    return Case(folder, document["id"], text, tuple(ids.values()), labels, topics)


def _id(party: dict[str, Any], knowledge: Knowledge) -> str:
    """The lexicon's id of a party of a case."""
    for name in (party["key"], *party.get("aliases", [])):
        try:
            return find_party(name, knowledge)
        except UsageError:
            continue
    return str(party["key"])
