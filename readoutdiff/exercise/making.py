"""Making an exercise of a comparison: which questions, and what the key says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from readoutdiff.checksums import sha256
from readoutdiff.contract import Comparison, Document
from readoutdiff.errors import UsageError
from readoutdiff.escaping import carried
from readoutdiff.exercise import check_the_story, left_out, three_columns, weight, who_says_it, wording, write_it
from readoutdiff.exercise.choosing import Made, choose
from readoutdiff.exercise.passages import Material
from readoutdiff.exercise.values import KINDS, Answer, Exercise, Item, Key, Kind, Level
from readoutdiff.render.excerpts import bare
from readoutdiff.render.words import joined
from readoutdiff.value import replace

_MAKERS: dict[Kind, Callable[[Material], Iterator[Made]]] = {
    "who-says-it": who_says_it.items,
    "three-columns": three_columns.items,
    "left-out": left_out.items,
    "weight": weight.items,
    "wording": wording.items,
    "check-the-story": check_the_story.items,
    "write-it": write_it.items,
}
ITEMS = 8


def make_exercise(
    comparison: Comparison,
    kinds: Sequence[Kind] = (),
    *,
    items: int = ITEMS,
    level: Level = "beginner",
    seed: int = 0,
    title: str | None = None,
    minutes: int | None = None,
    texts: bool = True,
    feedback: bool = True,
) -> tuple[Exercise, Key]:
    """An exercise of some kinds (none: all that the texts give something for), at most so many items of each, and its key.

    The choice of items is even over the answers and prefers sure ones; the same `seed` gives the same exercise. Nothing whose owner
    is inferred or whose verdict is left open is asked about, unless a teacher has confirmed it in the corrections. `level`
    "beginner" asks only about words whose source is named. Without `texts` the exercise has the passages of its items alone, without
    `feedback` the page for students no key. Raises UsageError where the texts are not compared, or a kind that was asked for has
    nothing sure to ask.
    """
    if comparison.outcome != "compared":
        raise UsageError("no exercise: the texts are not compared; give a story that tells two accounts, or the readouts")
    numbered = list(_chosen(Material(comparison, level), kinds, items, level, seed))
    exercise = Exercise(
        title=carried(title) if title else " – ".join(p.name for p in comparison.parties),
        level=level,
        seed=seed,
        parties=comparison.parties,
        documents=comparison.documents if texts else _bare(comparison.documents, [item for item, _ in numbered]),
        items=tuple(item for item, _ in numbered),
        minutes=minutes,
        feedback=feedback,
    )
    return exercise, Key(exercise=sha256(exercise.to_json()), items=tuple(answer for _, answer in numbered))


def _chosen(material: Material, kinds: Sequence[Kind], most: int, level: Level, seed: int) -> Iterator[tuple[Item, Answer]]:
    """At most so many items of each kind, with their answers. Raises UsageError where a kind that was asked for has none."""
    made = {kind: choose(list(_MAKERS[kind](material)), most, seed) for kind in KINDS if not kinds or kind in kinds}
    empty = [kind for kind in kinds if not made[kind]]
    if empty:
        raise UsageError(f"--kind {joined(list(empty))}: these texts have nothing sure to ask; {_mend(level)}")
    for kind, found in made.items():
        yield from _numbered(kind, found)


def _bare(documents: Sequence[Document], items: Sequence[Item]) -> tuple[Document, ...]:
    """The documents with the passages that are asked about, and nothing else of their texts."""
    ranges: dict[str, list[tuple[int, int]]] = {d.id: [] for d in documents}
    for passage in (p for item in items for p in item.passages):
        ranges[passage.document].append((passage.start, passage.end))
    return tuple(bare(document, ranges[document.id]) for document in documents)


def _mend(level: Level) -> str:
    more = "try --level advanced, " if level == "beginner" else ""
    return f"{more}confirm pieces with --corrections, or ask for another kind"


def _numbered(kind: Kind, found: Sequence[Made]) -> Iterator[tuple[Item, Answer]]:
    """The items and answers with their ids: 'three-columns-2', and what comes with it 'three-columns-2-quote'."""
    for number, made in enumerate(found, 1):
        id_ = f"{kind}-{number}"
        yield replace(made.item, id=id_), replace(made.answer, id=id_)
        for item, answer in made.more:
            name = f"{id_}-{item.shape}"
            yield replace(item, id=name), replace(answer, id=name)
