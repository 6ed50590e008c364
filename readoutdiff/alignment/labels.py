"""What a topic is called: the lexicon's name for it, else the weightiest words of the text itself."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count

from readoutdiff.alignment.lex import Terms
from readoutdiff.lexicon.drawers import Known
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.text.tokens import Token, phrase_stems, spelled, stem, tokenize

_LONGEST = 5  # words
_TAIL = 4  # words
_SKIPPED = 2  # words after 'of' that a label leaves out
_DETERMINERS = ("the", "a", "an", "his", "her", "its", "their")
_LEADING = frozenset((*_DETERMINERS, "of", "on", "for", "about", "in", "against", "over", "between", "with"))
_NO_MONTH = 2  # letters: of more a capital word may be a month cut short: 'Sept'
_WITHIN = ("of", "and", "for")  # may stand within a label, not at its end
_END = Token(0, 0, ".", ".", False, False)


class Labels:
    """Gives the topics of a report their labels; `ignored` are the stems of the sides' names."""

    def __init__(self, knowledge: Knowledge, ignored: frozenset[str]) -> None:
        self.knowledge, self._ignored = knowledge, ignored
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._stems: set[frozenset[str]] = set()

    def of(self, terms: Sequence[Terms], tokens: Sequence[Sequence[Token]]) -> str:
        """A short label that no other topic of the report has; `tokens` are those of the topic's statements."""
        label = self._from_lexicon(terms, tokens) or self._from_words(tokens) or self._numbered(_fallback(tokens, self.knowledge))
        self._taken.add(label)
        self._stems.add(frozenset(phrase_stems(label)))
        return label

    def _from_lexicon(self, terms: Sequence[Terms], tokens: Sequence[Sequence[Token]]) -> str | None:
        """The name of the lexicon's topic that most of the statements raise, at least half of them."""
        votes = Counter(topic for t in terms for topic in t.topics)
        raised = (topic for topic, n in sorted(votes.items(), key=lambda v: (-v[1], v[0])) if n * 2 >= len(terms))
        names = map(self.knowledge.labels.__getitem__, raised)
        return next((name for name in names if name not in self._taken and _fits(name, tokens)), None)

    def _from_words(self, tokens: Sequence[Sequence[Token]]) -> str | None:
        """The statements' own words, where no other topic has them in another form."""
        labels = (_widened(run, tokens, self.knowledge) for run in _candidates(tokens, self.knowledge, self._ignored))
        return next((label for label in labels if frozenset(phrase_stems(label)) not in self._stems), None)

    def _numbered(self, plain: str) -> str:
        """A label, with the first number from 2 on that makes it one of its own, if it needs one."""
        if plain not in self._taken:
            return plain
        numbered = ((number, f"{plain} ({number})") for number in count(self._numbers.get(plain, 2)))
        number, label = next((n, label) for n, label in numbered if label not in self._taken)
        self._numbers[plain] = number + 1  # the next one is not counted from 2 again
        return label


def _fits(label: str, tokens: Sequence[Sequence[Token]]) -> bool:
    """Whether a label of the lexicon that has proper names has one of those that the statements have: not 'AUKUS' for any submarine."""
    names = _proper(label)
    return not names or any(t.low in names for statement in tokens for t in statement)


@lru_cache(maxsize=4096)
def _proper(label: str) -> frozenset[str]:
    """The words of a label that are written as names."""
    return frozenset(t.low for t in tokenize(label) if t.key[0].isupper())


def _candidates(tokens: Sequence[Sequence[Token]], knowledge: Knowledge, ignored: frozenset[str]) -> list[str]:
    """Runs of content words that may be a label, the likeliest first."""
    counts = Counter([low for sentence in tokens for low in {t.low for t in sentence if t.is_word}])
    found = [
        (_likeliness(run, led, number, counts), " ".join([t.key for t in run]))
        for number, sentence in enumerate(tokens)
        for run, led in _runs(sentence, knowledge, ignored)
        if len(run) > 1 or (run and run[0].low not in knowledge.small)
    ]
    return [label for _, label in sorted(found, key=lambda item: -item[0])]


def _likeliness(run: Sequence[Token], led: bool, number: int, counts: Counter[str]) -> float:
    """How well a run of the statement of that number would do as a label: round figures, not fitted."""
    again = sum(counts[t.low] > 1 for t in run if t.key != "of")  # words that several of the statements have
    several = 1.5 if len(run) > 1 else 0.0  # a single word seldom says what of
    return again + several + 1.5 * led + 0.2 * len(run) - 0.1 * number


def _runs(sentence: Sequence[Token], knowledge: Knowledge, ignored: frozenset[str]) -> Iterator[tuple[list[Token], bool]]:
    """Runs of content words, each with whether a determiner or a preposition leads to it, as to a noun phrase."""
    dull = _dull(knowledge)
    run: list[Token] = []
    before, skipped = ".", 0
    for token in (*sentence, _END):
        tells = token.is_word and not dull[token.key] and len(run) < _LONGEST and stem(token.low) not in ignored
        if tells or (token.low in _WITHIN and run and run[-1].low not in _WITHIN and len(run) < _LONGEST - 1):
            run.append(token)
        elif run and run[-1].low == "of" and skipped < _SKIPPED and token.low.isalpha() and token.low not in knowledge.cues:
            skipped += 1  # 'the case of four Egyptian engineers'
        else:
            if before == "to" and len(run) > 1 and run[0].low == run[0].key:
                run, before = run[1:], "the"  # 'to expedite work': a verb and its object
            yield _trimmed(run), before != "to" and (before in _LEADING or before in knowledge.grammar.words.prepositions)
            run, before, skipped = [], token.low, 0


def _trimmed(run: list[Token]) -> list[Token]:
    """A run without the small words at its end."""
    while run and run[-1].low in _WITHIN:
        run = run[:-1]
    return run


def _widened(run: str, tokens: Sequence[Sequence[Token]], knowledge: Knowledge) -> str:
    """A single word with the one before it that says of what, or the one after it: 'steps in the area', 'costs would be split'."""
    if not run.isalpha() or not run.islower():
        return run
    for statement in tokens:
        at = next((i for i, t in enumerate(statement) if t.key == run), None)
        if at is not None:
            first, last = _next_to(statement, at, -1, knowledge), _next_to(statement, at, 1, knowledge)
            found = statement[first : at + 1] if first is not None else statement[at : last + 1] if last is not None else ()
            return " ".join(spelled(t) for t in found) or run
    return run


def _next_to(statement: Sequence[Token], at: int, step: int, knowledge: Knowledge) -> int | None:
    """The nearest word with a meaning of its own to one side of a word, within its clause."""
    for place in range(at + step, at + step * (_LONGEST + 1), step):
        if not 0 <= place < len(statement) or not statement[place].is_word:
            return None
        word, words = statement[place].low, knowledge.grammar.words
        if word in words.clause_words or word == "s":  # of 'No 10's'
            return None
        if not any(word in light for light in (knowledge.small, knowledge.helping, words.prepositions, words.not_names, words.being)):
            return place
    return None


@lru_cache(maxsize=4)
def _dull(knowledge: Knowledge) -> Known[str, bool]:
    """Whether a word is one that no label needs."""
    return Known(lambda word: _is_dull(word, knowledge))


def _is_dull(word: str, knowledge: Knowledge) -> bool:
    low, words = word.lower(), knowledge.grammar.words
    return (
        stem(low) in knowledge.empty
        or (low in knowledge.cues and low == word)
        or low.endswith("ed")
        or words.is_adverb(low)
        or (len(low) > _NO_MONTH and low != word and any(month.startswith(low) for month in words.months))
        or any(low in light for light in (words.further, words.openers, words.not_names))
        or "'" in word
        or word[0].isdigit()
    )


def _fallback(tokens: Sequence[Sequence[Token]], knowledge: Knowledge) -> str:
    """The last words of a statement, where its object stands: 'call his family'."""
    words = [t for sentence in tokens[:1] for t in sentence if t.is_word][-_TAIL:]
    while len(words) > 1 and (words[0].low in knowledge.small or words[0].low in knowledge.grammar.words.prepositions):
        words = words[1:]
    return " ".join(t.key for t in words) or "untitled"


def slug(label: str, taken: set[str]) -> str:
    """An address made of a label: lower-case letters, digits and hyphens, unique."""
    plain = unicodedata.normalize("NFKD", label.lower()).encode("ascii", "ignore").decode()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "topic"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name
