"""`left-out`: from one readout alone, say what the other may add; then see it."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.contract import Topic
from readoutdiff.exercise.choosing import Made
from readoutdiff.exercise.passages import Material
from readoutdiff.exercise.values import Answer, Item
from readoutdiff.render.facts import has_readout
from readoutdiff.render.words import genitive, opening

_WHY = "A readout is one side's account, not a transcript: that a side does not tell a point proves nothing."


def items(material: Material) -> Iterator[Made]:
    """An item for each side whose readout is there, and of which another side alone raises a point for sure."""
    for place, (party, name) in enumerate(material.names.items()):
        added = [topic for topic in material.comparison.topics if _is_of_others(topic, party)]
        if not added or not has_readout(material.comparison, party):
            continue
        prompt = f"Cover all other texts and read {genitive(name)} readout alone. Which points may the other side add? Name up to five."
        item = Item(id="", kind="left-out", shape="text", prompt=prompt)
        answer = "\n".join(_line(material, topic) for topic in added)
        yield Made(item, Answer(id="", answer=answer, why=_WHY, confirmed=all(t.confirmed for t in added)), party, 0, place)


def _is_of_others(topic: Topic, party: str) -> bool:
    """Whether a topic is raised, for sure, by one other side alone."""
    return topic.status == "one_sided" and party not in topic.segments


def _line(material: Material, topic: Topic) -> str:
    (party, segments), *_ = topic.segments.items()
    return f"{opening(material.names[party])}, {topic.label}: {' '.join(material.words(material.segments[s]) for s in segments)}"
