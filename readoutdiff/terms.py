"""What a statement is compared by: stems of its content words, synonyms made one, topics and fields of the lexicon."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from readoutdiff.kept import TermIndex
from readoutdiff.knowledge import Knowledge
from readoutdiff.lex import Terms
from readoutdiff.quantities import plain_words
from readoutdiff.tokens import Token, phrase_stems, stem, tokenize
from readoutdiff.value import Value


class TermFinder(Value, frozen=True):
    """Turns statements into terms; `ignored` are the stems of the sides' and persons' names."""

    knowledge: Knowledge
    ignored: frozenset[str]

    def terms(self, text: str, tokens: Sequence[Token]) -> Terms:
        """The terms of one statement, given by its tokens."""
        words = plain_words(tokens, self.knowledge.grammar.quantities)
        stems = [stem(word) for word in words if word not in ("the", "a", "an")]
        stems = [s for s in stems if s not in self.ignored]  # the sides' own names tell nothing of the point
        merged = _merged(stems, self.knowledge.synonyms)
        kept = frozenset(s for s in merged if s not in self.knowledge.empty and len(s) > 1)
        topics = frozenset(_meanings(stems, self.knowledge.topics))
        fields = {field for topic in topics for field in self.knowledge.topic_fields.get(topic, ())}
        return Terms(kept, topics, frozenset(fields | {*_meanings(stems, self.knowledge.fields)}), text)


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


def _merged(stems: Sequence[str], synonyms: TermIndex) -> Iterator[str]:
    at = 0
    while at < len(stems):
        term = next(iter(synonyms.at(stems, at)), None)
        yield term.meaning if term and term.meaning else stems[at]
        at += len(term.stems) if term else 1


def _meanings(stems: Sequence[str], index: TermIndex) -> Iterator[str]:
    """The meanings of the longest terms at each place; what a near-miss covers raises nothing."""
    blocked = 0
    for at in range(len(stems)):
        terms = index.at(stems, at) if at >= blocked else []
        for term in terms:
            if len(term.stems) < len(terms[0].stems):
                break
            if term.meaning is None:
                blocked = at + len(term.stems)
            else:
                yield term.meaning
