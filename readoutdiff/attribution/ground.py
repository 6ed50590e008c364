"""What stays the same while a story is read: its parts, its sides, and what the lexicon knows of English."""

from __future__ import annotations

from collections.abc import Mapping

from readoutdiff.lexicon.grammar import Grammar, Phrases, Verbs, Words
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.lexicon.tables import Cue, Signs
from readoutdiff.parsing.story import Story
from readoutdiff.value import Value


class Ground(Value, frozen=True):
    """A story with its sides, and the tables it is read by."""

    story: Story
    sides: tuple[str, ...]
    grammar: Grammar
    cues: Mapping[str, Cue]
    signs: Signs

    @property
    def phrases(self) -> Phrases:
        """The fixed phrases."""
        return self.grammar.phrases

    @property
    def words(self) -> Words:
        """The word classes."""
        return self.grammar.words

    @property
    def verbs(self) -> Verbs:
        """The classes of verb forms."""
        return self.grammar.verbs


def ground_of(story: Story, sides: tuple[str, ...], knowledge: Knowledge) -> Ground:
    """The ground on which a story with these sides is read."""
    return Ground(story, sides, knowledge.grammar, knowledge.cues, knowledge.signs)
