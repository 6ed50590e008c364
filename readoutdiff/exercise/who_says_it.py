"""`who-says-it`: mark each sentence with the account it belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.attribution.parts import REMARKS
from readoutdiff.contract import Segment
from readoutdiff.exercise.choosing import Made
from readoutdiff.exercise.passages import Material, doubt_of
from readoutdiff.exercise.values import Answer, Item, Option
from readoutdiff.render.reasons import ROLES, RULES, rule_sentence

_PROMPT = "Whose account is this?"
_OF_THE_TEXTS = (*REMARKS, "text described")  # rules: not of the call, so no question of accounts


def items(material: Material) -> Iterator[Made]:
    """An item for each sure piece of an article."""
    articles = {d.id for d in material.comparison.documents if d.role == "article"}
    for place, segment in enumerate(material.comparison.segments):
        answer = _answer(segment)
        if segment.document in articles and answer and segment.rule not in _OF_THE_TEXTS and _is_sure(material, segment):
            yield _made(material, segment, answer, place)


def _is_sure(material: Material, segment: Segment) -> bool:
    return material.is_sure(segment) if segment.role == "statement" else segment.role in ("outlet", "background")


def _answer(segment: Segment) -> str:
    if segment.role == "statement":
        return segment.parties[0] if len(segment.parties) == 1 else "both"
    return segment.role if segment.role in ("outlet", "background") else ""


def _made(material: Material, segment: Segment, answer: str, place: int) -> Made:
    options = (
        *(Option(party, name) for party, name in material.names.items()),
        Option("both", "both" if len(material.names) == 2 else "several of them"),
        Option("outlet", "the outlet itself"),
        Option("background", "background, not of the call"),
    )
    item = Item(id="", kind="who-says-it", shape="choice", prompt=_PROMPT, passages=(material.passage(segment),), options=options)
    key = Answer(id="", answer=answer, evidence=_evidence(material, segment), why=_why(material, segment), confirmed=segment.confirmed)
    return Made(item, key, answer, doubt_of(segment), place)


def _evidence(material: Material, segment: Segment) -> tuple[str, ...]:
    if segment.role == "background":
        return ()
    return tuple(material.words(span) for span in (segment.source, segment.cue) if span is not None)


def _why(material: Material, segment: Segment) -> str:
    if segment.role != "statement" or segment.rule is None:
        return RULES.get(segment.rule or "", ROLES.get(segment.role, ""))
    named = f"“{material.words(segment.source)}”" if segment.source else "the source"
    return rule_sentence(segment.rule, named)
