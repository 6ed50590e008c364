"""Pairs of statements that an article sets against each other: their signs, and whether they are labelled as one topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple
from unittest.mock import patch

from readoutdiff import compare, read, topics
from readoutdiff.align import align
from readoutdiff.claim import Claim
from readoutdiff.contract import Segment
from readoutdiff.lex import Scorer
from readoutdiff.linking import Linker, set_against
from tests.cases import Case


class Linked(NamedTuple):
    """The signs of a pair and how much of each there is, and whether it is on one topic."""

    signs: Mapping[str, float]
    same: bool


def linked(cases: Iterable[Case]) -> Iterator[Linked]:
    """The pairs of statements that the program gives to the sides behind them."""
    for case in cases:
        claims, segments = _claims(case)
        linker = Linker(claims, Scorer([claim.terms for claim in claims]), {})
        topic = {i: _topic(case, claim, segments[claim.segment]) for i, claim in enumerate(claims)}
        for i, j in combinations([i for i in topic if topic[i] is not None], 2):
            if set_against(claims[i], claims[j]):
                yield Linked(dict(linker.signs(i, j)), topic[i] == topic[j])


def _claims(case: Case) -> tuple[Sequence[Claim], Mapping[str, Segment]]:
    """The claims that are aligned when the article is compared, and all segments by their ids."""
    with patch.object(topics, "align", wraps=align) as watched:
        comparison = compare(read(case.text, language="en"), sides=case.sides)
    return watched.call_args.args[0] if watched.called else (), {s.id: s for s in comparison.segments}


def _topic(case: Case, claim: Claim, segment: Segment) -> str | None:
    """The topic of a claim, if those are behind it that the program names."""
    label = case.label(segment.start, segment.end)
    if label is None or label.role != "statement" or not set(claim.parties) <= label.parties:
        return None
    return case.topic(segment.start, segment.end)
