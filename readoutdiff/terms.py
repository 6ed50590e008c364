"""What a statement is compared by: stems of its content words, synonyms made one, and topics of the lexicon."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from readoutdiff.knowledge import Knowledge
from readoutdiff.similarity import Terms
from readoutdiff.tokens import Token, is_word, stem

_ARTICLES = frozenset(("the", "a", "an"))
# Words that carry no point of their own in a readout.
_EMPTY = frozenset(
    """the a an and or but of to in on at for from by with without within as than that this these those it its he his him she
    her they their them we our us i you your who whom whose which what when where why how all any both each few more most
    other some such no nor not only own same so too very can will just should would could may might must shall do does did
    doing done be is are was were been being am have has had having into over under again further then once here there
    about against between through during before after above below up down out off until while if because also however
    meanwhile one two three four first second third last new including include among amid per via upon toward towards
    around well need needs way ways part parts side sides number line point points matter matters issue issues topic
    topics aspect aspects various several certain current particular regard respect connection context response turn
    addition fact made make makes making take takes taken took give given gave put set get got go goes went come came
    importance important strong firm readiness ready commitment committed continue continued continuing progress measure
    measures step steps effort efforts work working today yesterday tomorrow year years month months week weeks day days
    time times country countries nation nations government governments state states people mr mrs ms dr president
    presidents minister ministers prime secretary leader leaders head heads deputy spokesman spokeswoman spokesperson
    official officials counterpart counterparts foreign ministry office call phone telephone conversation talks talk
    meeting readout statement communique account version text monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december""".split()
)


class TermFinder(NamedTuple):
    """Turns statements into terms; `ignored` are the lower-cased words of the sides' and persons' names."""

    knowledge: Knowledge
    ignored: frozenset[str]

    def terms(self, text: str, tokens: Sequence[Token]) -> Terms:
        """The terms of one statement, given by its tokens."""
        parts = [part for token in tokens if is_word(token) for part in re.split(r"['-]", token.low) if part]
        all_stems = [stem(part) for part in parts if part not in _ARTICLES]
        named = {stem(part) for token in tokens if token.low in self.ignored for part in re.split(r"['-]", token.low) if part}
        merged = _merge_synonyms(all_stems, _synonym_index(self.knowledge))
        kept = frozenset(s for s in merged if s not in _empty_stems() and s not in _cue_stems(self.knowledge) and s not in named)
        return Terms(kept, frozenset(_topics(all_stems, self.knowledge)), text)


def ignored_words(names: Collection[str]) -> frozenset[str]:
    """The single words of names, lower-cased."""
    return frozenset(word for name in names for word in re.split(r"[\s'’-]+", name.lower()) if word)


@cache
def _empty_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in _EMPTY)


@cache
def _cue_stems(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(stem(form) for form in knowledge.cue_forms)


def phrase_stems(phrase: str) -> tuple[str, ...]:
    """The stems of a lexicon term, without articles."""
    words = [w for w in re.split(r"[\s'’‑-]+", phrase.lower()) if w and w not in _ARTICLES]
    return tuple(stem(re.sub(r"^[^\w$]+|[^\w]+$", "", w)) for w in words)


@cache
def _synonym_index(knowledge: Knowledge) -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
    index: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for group in knowledge.group:
        canonical = "=" + "_".join(phrase_stems(group.terms[0]))
        for term in group.terms:
            keys = phrase_stems(term)
            index[keys[0]].append((keys, canonical))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return dict(index)


def _merge_synonyms(stems: Sequence[str], index: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]) -> Iterator[str]:
    at = 0
    while at < len(stems):
        for keys, canonical in index.get(stems[at], ()):
            if tuple(stems[at : at + len(keys)]) == keys:
                yield canonical
                at += len(keys)
                break
        else:
            yield stems[at]
            at += 1


@cache
def _topic_index(knowledge: Knowledge) -> Mapping[str, Sequence[tuple[tuple[str, ...], str | None]]]:
    """Terms by their first stem, the longest first; near-misses have no topic, and as longer terms come first."""
    index: dict[str, list[tuple[tuple[str, ...], str | None]]] = defaultdict(list)
    for topic in knowledge.topic:
        for term in topic.terms:
            keys = phrase_stems(term)
            index[keys[0]].append((keys, topic.id))
        for term in topic.not_:
            keys = phrase_stems(term)
            index[keys[0]].append((keys, None))
    for entries in index.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[1] or ""))
    return dict(index)


def _topics(stems: Sequence[str], knowledge: Knowledge) -> Iterator[str]:
    index, blocked = _topic_index(knowledge), 0
    for at, first in enumerate(stems):
        longest = 0
        for keys, topic in index.get(first, ()):
            if len(keys) < longest or at < blocked or tuple(stems[at : at + len(keys)]) != keys:
                continue
            longest = len(keys)
            if topic is None:
                blocked = at + len(keys)
            else:
                yield topic


def topics_in(text: str, knowledge: Knowledge) -> frozenset[str]:
    """The ids of the lexicon's topics that a text raises."""
    return frozenset(_topics(phrase_stems(re.sub(r"[^\w\s'’‑-]", " ", text)), knowledge))


def is_empty(word: str) -> bool:
    """Whether a lower-case word carries no point of its own."""
    return word in _EMPTY or stem(word) in _empty_stems()
