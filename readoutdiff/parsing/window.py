"""One sentence with its tokens, its noun phrases and the tables they are read by."""

from __future__ import annotations

from collections.abc import Sequence

from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.noun import Noun
from readoutdiff.text.tokens import Token

_LONG_QUOTATION = 5  # words, of which a name in quotation marks has fewer


class Window:
    """tokens[first:end] of a text, their words in lower case, and the noun phrases by where they begin and end."""

    def __init__(
        self,
        knowledge: Knowledge,
        tokens: Sequence[Token],
        quoted: Sequence[bool],
        nouns: Sequence[Noun],
        first: int,
        end: int,
        lows: frozenset[str],
        opens_block: bool = False,
        capitals: frozenset[str] = frozenset(),
    ) -> None:
        self.cues, self.phrases, self.words = knowledge.cues, knowledge.grammar.phrases, knowledge.grammar.words
        self.verbs = knowledge.grammar.verbs
        self.tokens, self.quoted, self.nouns = tokens, quoted, nouns
        self.first, self.end, self.lows, self.opens_block = first, end, lows, opens_block
        self.capitals = capitals  # words that the text writes with a capital within a sentence
        self.small, self.helping, self.leading = knowledge.small, knowledge.helping, knowledge.leading
        self.by_end = {noun.end: noun for noun in nouns}
        self.by_first = {noun.first: noun for noun in nouns}

    def _quotes_at_length(self, first: int, end: int) -> bool:
        """Whether so much of tokens[first:end] stands in quotation marks that somebody's words are quoted, and no mere name or term."""
        return self.quoted[first:end].count(True) >= _LONG_QUOTATION
