"""What a second opinion says of the statements of one comparison."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from readoutdiff.alignment.claim import Claim

if TYPE_CHECKING:
    from readoutdiff.alignment.opinions import SecondOpinion


class Heard:
    """The likeness of each statement to each, by their places."""

    def __init__(self, opinion: SecondOpinion, claims: Sequence[Claim]) -> None:
        self.opinion = opinion
        self.rows = opinion.likeness([claim.terms.text for claim in claims])

    def agrees(self, left: int, right: int) -> bool:
        """Whether two statements of which words hint that they raise one point do."""
        return self.rows[left][right] >= self.opinion.agrees

    def doubted(self, mine: Sequence[int], theirs: Sequence[int]) -> tuple[int, float] | None:
        """Which of their statements is most like one of mine, and how much, if that is enough to doubt a silence."""
        found = max(((self.rows[i][j], -j) for i in mine for j in theirs), default=(0.0, 0))
        return (-found[1], round(max(0.0, min(1.0, found[0])), 4)) if found[0] >= self.opinion.doubts else None
