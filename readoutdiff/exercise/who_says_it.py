"""`who-says-it`: mark each sentence with the account it belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.contract import Segment
from readoutdiff.exercise.choosing import Made
from readoutdiff.exercise.passages import Source, doubt_of
from readoutdiff.exercise.values import Answer, Item, Option
from readoutdiff.render.reasons import ROLES, RULES, rule_sentence

_PROMPT = "Whose account is this?"
_OF_THE_TEXTS = ("omission", "no comment", "publication", "text described")  # rules: not of the call, so no question of accounts


def items(source: Source) -> Iterator[Made]:
    """An item for each sure piece of an article."""
    articles = {d.id for d in source.comparison.documents if d.role == "article"}
    for place, segment in enumerate(source.comparison.segments):
        answer = _answer(segment)
        if segment.document in articles and answer and segment.rule not in _OF_THE_TEXTS and _is_sure(source, segment):
            yield _made(source, segment, answer, place)


def _is_sure(source: Source, segment: Segment) -> bool:
    return source.is_sure(segment) if segment.role == "statement" else segment.role in ("outlet", "background")


def _answer(segment: Segment) -> str:
    if segment.role == "statement":
        return segment.parties[0] if len(segment.parties) == 1 else "both"
    return segment.role if segment.role in ("outlet", "background") else ""


def _made(source: Source, segment: Segment, answer: str, place: int) -> Made:
    options = (
        *(Option(party, name) for party, name in source.names.items()),
        Option("both", "both" if len(source.names) == 2 else "several of them"),
        Option("outlet", "the outlet itself"),
        Option("background", "background, not of the call"),
    )
    item = Item(id="", kind="who-says-it", shape="choice", prompt=_PROMPT, passages=(source.passage(segment),), options=options)
    key = Answer(id="", answer=answer, evidence=_evidence(source, segment), why=_why(source, segment), confirmed=segment.confirmed)
    return Made(item, key, answer, doubt_of(segment), place)


def _evidence(source: Source, segment: Segment) -> tuple[str, ...]:
    if segment.role == "background":
        return ()
    return tuple(source.words(span) for span in (segment.source, segment.cue) if span is not None)


def _why(source: Source, segment: Segment) -> str:
    if segment.role != "statement" or segment.rule is None:
        return RULES.get(segment.rule or "", ROLES.get(segment.role, ""))
    named = f"“{source.words(segment.source)}”" if segment.source else "the source"
    return rule_sentence(segment.rule, named)
