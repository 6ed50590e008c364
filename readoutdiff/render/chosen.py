"""Which topics a report shows, and in what order. What is left out is still counted in its summary."""

from __future__ import annotations

from typing import Literal

from readoutdiff.contract import Comparison, Topic
from readoutdiff.render.facts import silent_sides
from readoutdiff.render.words import counted
from readoutdiff.value import Value

Only = Literal["shared", "one-sided", "possible", "outlet"]
Sort = Literal["weight", "order"]
_STATUS = {"shared": "shared", "possible": "possible", "outlet": "outlet_only"}


class Choice(Value, frozen=True):
    """`only` topics of one kind (one-sided: all with a silent side), those that a `side` (its id) raises, the first `top` of them.

    `sort` is by weight, or by the order in which the texts come to them.
    """

    only: Only | None = None
    side: str | None = None
    top: int | None = None
    sort: Sort = "weight"


ALL = Choice()


def chosen(comparison: Comparison, choice: Choice) -> tuple[Topic, ...]:
    """The topics of a choice, in its order."""
    topics = [t for t in comparison.topics if _is_meant(comparison, t, choice)]
    if choice.sort == "order":
        places = _places(comparison)
        topics.sort(key=lambda t: min(places[s] for s in (*t.outlet, *(s for ids in t.segments.values() for s in ids))))
    return tuple(topics[: choice.top])


def _is_meant(comparison: Comparison, topic: Topic, choice: Choice) -> bool:
    if choice.side is not None and choice.side not in topic.segments:
        return False
    if choice.only == "one-sided":
        return bool(silent_sides(comparison, topic))
    return choice.only is None or topic.status == _STATUS[choice.only]


def _places(comparison: Comparison) -> dict[str, tuple[int, int]]:
    """Where each segment stands: its document's number and its first character."""
    documents = {d.id: number for number, d in enumerate(comparison.documents)}
    return {s.id: (documents[s.document], s.start) for s in comparison.segments}


def in_words(comparison: Comparison, choice: Choice) -> str:
    """'3 of 12 topics shown: --only shared', '12 topics, in the order of the texts', '12 topics'."""
    shown, total = len(chosen(comparison, choice)), len(comparison.topics)
    options = {"--only": choice.only, "--side": choice.side, "--top": choice.top}
    given = " ".join(f"{option} {value}" for option, value in options.items() if value is not None)
    order = ", in the order of the texts" if choice.sort == "order" else ""
    return f"{shown} of {counted(total, 'topic')} shown{order}: {given}" if given else f"{counted(total, 'topic')}{order}"
