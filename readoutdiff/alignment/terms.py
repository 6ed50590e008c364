"""What a statement is compared by: stems of its content words, synonyms made one, topics and fields of the lexicon."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from readoutdiff.alignment.lex import Terms
from readoutdiff.lexicon.drawers import Known
from readoutdiff.lexicon.kept import TermIndex, telling
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.lexicon.quantities import plain_stems
from readoutdiff.text.tokens import Token, phrase_stems, stem, tokenize

_SHORT = 3  # letters: a shorter word tells nothing


class TermFinder:
    """Turns statements into terms; `ignored` are the stems of the sides' and persons' names.

    `alone` has for a lower-cased word the stem by which it is compared, or what it is a synonym of; none for a word that tells
    nothing. `said` has the same of reporting verbs too, and none for a small word. Each is found once: they are asked for again
    and again.
    """

    def __init__(self, knowledge: Knowledge, ignored: frozenset[str]) -> None:
        self.knowledge, self.ignored = knowledge, ignored
        self.alone: Known[str, frozenset[str]] = Known(lambda low: _alone(low, knowledge, ignored))
        alone, light = self.alone, (knowledge.small, knowledge.helping, knowledge.grammar.words.prepositions)
        self.said: Known[str, frozenset[str]] = Known(
            lambda low: frozenset() if len(low) < _SHORT or any(low in words for words in light) else alone[low] or frozenset((stem(low),))
        )

    def terms(self, text: str, tokens: Sequence[Token]) -> Terms:
        """The terms of one statement, given by its tokens."""
        knowledge, stems = self.knowledge, _row(tokens, self.knowledge, self.ignored)
        topics = frozenset(_meanings(stems, knowledge.topics))
        fields = {field for topic in topics for field in knowledge.topic_fields.get(topic, ())}
        fields.update(_meanings(stems, knowledge.fields))
        return Terms(telling(stems, knowledge.synonyms, knowledge.empty), topics, frozenset(fields), text)

    def stems(self, tokens: Sequence[Token]) -> frozenset[str]:
        """The stems alone."""
        return telling(_row(tokens, self.knowledge, self.ignored), self.knowledge.synonyms, self.knowledge.empty)


def ignored_stems(names: Collection[str]) -> frozenset[str]:
    """The stems of the single words of names."""
    return frozenset(s for name in names for s in phrase_stems(name))


def topics_in(text: str, knowledge: Knowledge) -> frozenset[str]:
    """The ids of the lexicon's topics that a text raises."""
    return frozenset(_meanings(phrase_stems(text), knowledge.topics))


def fields_in(text: str, knowledge: Knowledge) -> frozenset[str]:
    """The ids of the lexicon's fields that a text touches."""
    return frozenset(_meanings(phrase_stems(text), knowledge.fields))


def content_stems(text: str, knowledge: Knowledge) -> frozenset[str]:
    """The stems of a text by which it is compared, with no names left out."""
    return TermFinder(knowledge, frozenset()).terms(text, tokenize(text)).stems


def _row(tokens: Sequence[Token], knowledge: Knowledge, ignored: frozenset[str]) -> list[str]:
    """All stems in order, without the sides' own names, which tell nothing of the point."""
    known = knowledge.stems
    words = [known[token.low] for token in tokens]
    if None in words:
        return [s for s in plain_stems(tokens, knowledge.grammar.quantities) if s not in ignored]
    return [s for stems in words for s in stems or () if s not in ignored]


def _alone(low: str, knowledge: Knowledge, ignored: frozenset[str]) -> frozenset[str]:
    """What one word by itself tells."""
    stems = knowledge.stems[low]
    if stems is not None and len(stems) == 1:
        return frozenset() if stems[0] in ignored else knowledge.telling[stems[0]]
    row = _row((Token(0, 0, low, low, False, True),), knowledge, ignored)
    return telling(row, knowledge.synonyms, knowledge.empty)


def _meanings(stems: Sequence[str], index: TermIndex) -> Iterator[str]:
    """The meanings of the longest terms at each place; what a near-miss covers raises nothing."""
    blocked = 0
    for at, terms in index.found(stems):
        for term in terms if at >= blocked else ():
            if len(term.stems) < len(terms[0].stems):
                break
            if term.meaning is None:
                blocked = at + len(term.stems)
            else:
                yield term.meaning
