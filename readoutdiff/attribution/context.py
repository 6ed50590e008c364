"""Where in its story a reader stands."""

from __future__ import annotations

from readoutdiff.attribution.discourse import Memory
from readoutdiff.attribution.ground import Ground
from readoutdiff.attribution.parts import Part
from readoutdiff.lexicon.grammar import Phrases
from readoutdiff.parsing.story import Sentence, Story
from readoutdiff.value import Value


class Context(Value, frozen=True):
    """Where in its story a reader stands: what it remembers, and the part before, in the same block or the one before."""

    on: Ground
    memory: Memory
    last: Part | None
    last_block: int
    ahead: Part | None = None

    @property
    def story(self) -> Story:
        """The story that is read."""
        return self.on.story

    @property
    def sides(self) -> tuple[str, ...]:
        """Its sides."""
        return self.on.sides

    @property
    def phrases(self) -> Phrases:
        """The fixed phrases of the lexicon."""
        return self.on.phrases

    def near(self, sentence: Sentence) -> bool:
        """Whether the part before stands in the same block or the one before it."""
        return self.last is not None and self.last_block in (sentence.block, sentence.block - 1)

    def block_of(self, part: Part) -> int:
        """The block in which a part stands."""
        return self.story.sentences[part.sentence].block

    def here(self, sentence: Sentence) -> bool:
        """Whether the part before stands in the same block."""
        return self.last is not None and self.story.sentences[self.last.sentence].block == sentence.block
