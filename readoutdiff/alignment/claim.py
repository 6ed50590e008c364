"""A statement as the alignment sees it."""

from __future__ import annotations

from collections.abc import Mapping

from readoutdiff.alignment.lex import Terms
from readoutdiff.value import Value


class Claim(Value, frozen=True):
    """Whose a statement is (several for a joint one), its terms, and where it stands.

    `paragraph` is the number of its paragraph, `told` where an article tells
    it, and not a side's own readout. `further` marks 'He also …', `denied` the sides of which the reporter says that they have
    nothing on it, with the segment in which he does, `sure` one whose owner is named or plainly meant: what is carried over or
    inferred is not enough to call another side silent. `general` tells what the talks were about as a whole. `sentence` is where
    its sentence begins, if it is but a part of one.
    """

    segment: str
    parties: tuple[str, ...]
    terms: Terms
    paragraph: int = -1
    told: bool = False
    further: bool = False
    denied: Mapping[str, str] = {}
    sure: bool = True
    general: bool = False
    sentence: int = -1

    @property
    def document(self) -> str:
        """The text it stands in."""
        return self.segment.rpartition(":")[0]
