"""Pairs of statements that an article sets against each other: their signs, and whether they are labelled as one topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple
from unittest.mock import patch

from readoutdiff import compare, pipeline, read, topics
from readoutdiff.alignment.align import align
from readoutdiff.alignment.claim import Claim
from readoutdiff.alignment.lex import Scorer
from readoutdiff.alignment.linking import Linker, set_against
from readoutdiff.contract import Segment
from readoutdiff.lexicon.knowledge import Knowledge
from tests.cases import Case


class Linked(NamedTuple):
    """The signs of a pair and how much of each there is, and whether it is on one topic."""

    signs: Mapping[str, float]
    same: bool


def linked(cases: Iterable[Case], knowledge: Knowledge) -> Iterator[Linked]:
    """The pairs of statements that the program, knowing so much, gives to the sides behind them."""
    for case in cases:
        claims, echoes, segments = _claims(case, knowledge)
        linker = Linker(claims, Scorer([claim.terms for claim in (*claims, *echoes)]), {})
        topic = {i: _topic(case, claim, segments[claim.segment]) for i, claim in enumerate(claims)}
        for i, j in combinations([i for i in topic if topic[i] is not None], 2):
            if set_against(claims[i], claims[j]):
                yield Linked(dict(linker.signs(i, j)), topic[i] == topic[j])


def _claims(case: Case, knowledge: Knowledge) -> tuple[Sequence[Claim], Sequence[Claim], Mapping[str, Segment]]:
    """The claims and echoes that are aligned when the article is compared, and all segments by their ids."""
    with patch.object(topics, "align", wraps=align) as watched, patch.object(pipeline, "load", return_value=knowledge):
        comparison = compare(read(case.text, language="en"), sides=case.sides)
    claims, echoes = watched.call_args.args[:2] if watched.called else ((), ())
    return claims, echoes, {s.id: s for s in comparison.segments}


def _topic(case: Case, claim: Claim, segment: Segment) -> str | None:
    """The topic of a claim, if those are behind it that the program names."""
    label = case.label(segment.start, segment.end)
    if label is None or label.role != "statement" or not set(claim.parties) <= label.parties:
        return None
    return case.topic(segment.start, segment.end)
