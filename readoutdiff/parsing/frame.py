"""A reporting frame: a source, its cue, and where its words lie."""

from __future__ import annotations

from readoutdiff.parsing.noun import Noun
from readoutdiff.value import Value


class Frame(Value, frozen=True):
    """A source and its cue as token ranges, the kind of cue (as of `Cue`), and where its words lie: after it, or before (`postposed`)."""

    source: Noun
    cue_first: int
    cue_end: int
    kind: str
    strong: bool
    postposed: bool

    @property
    def first(self) -> int:
        """The first token of source and cue."""
        return self.source.first if self.source.first < self.cue_first else self.cue_first

    @property
    def end(self) -> int:
        """One after the last token of source and cue."""
        return self.source.end if self.source.end > self.cue_end else self.cue_end
