"""Which of the possible items an exercise takes: evenly over the answers, the surest first, by the seed where they are alike."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

from readoutdiff.exercise.values import Answer, Item
from readoutdiff.value import Value


class Made(Value, frozen=True):
    """A possible item with its answer; `answer_class` is what the choice is even over, `doubt` 0 for the surest.

    `more` are items that come with it: 'how do you know? quote it'. `place` is where it stands in the texts.
    """

    item: Item
    answer: Answer
    answer_class: str
    doubt: int
    place: int
    more: tuple[tuple[Item, Answer], ...] = ()


def choose(made: Sequence[Made], wanted: int, seed: int) -> list[Made]:
    """At most so many of them, in the order of the texts: one of each class in turn, of each class the surest first."""
    chance = random.Random(seed)  # noqa: S311 - the same seed gives the same exercise; nothing is secret
    classes: dict[str, list[Made]] = defaultdict(list)
    for item in sorted(made, key=lambda m: m.place):
        classes[item.answer_class].append(item)
    queues = [sorted(queue, key=lambda m: (m.doubt, chance.random())) for _, queue in sorted(classes.items())]
    chosen: list[Made] = []
    while len(chosen) < wanted and any(queues):
        for queue in queues:
            if queue and len(chosen) < wanted:
                chosen.append(queue.pop(0))
    return sorted(chosen, key=lambda m: m.place)
