"""Modality: one promises what, by the other's words, only may be. 'Would' is how a promise is reported."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.differences.clause import Clause, clause_at, same_thing
from readoutdiff.differences.parsing import is_asked
from readoutdiff.differences.passage import Passage

_BEFORE_VERB = 4  # words between a modal and its verb


def find_promises(passage: Passage) -> Iterator[Clause]:
    """What will be done, and what may be: 'certain' or 'possible' is the value, the root of the verb the key."""
    for at, size in passage.phrases(passage.words.modal_phrases):
        name = " ".join(passage.low[i] for i in range(at, at + size))
        if passage.tokens[at].key != name.partition(" ")[0] and at != passage.sentence(at)[0]:
            continue  # 'in May'
        weighed = _weighed(passage, at + size)
        verb = _verb(passage, weighed or at + size)
        if verb is None or is_asked(passage, at) or (name == "would" and _is_no_promise(passage, verb)):
            continue
        said = "possible" if weighed else passage.words.modals[name]
        found = clause_at(passage, verb, said, frozenset((passage.root(verb),)), at)
        if found is not None:
            yield found


def same_deed(left: Clause, right: Clause) -> bool:
    """Whether one thing is done in both, by one verb."""
    return not left.keys.isdisjoint(right.keys) and same_thing(left, right)


def _is_no_promise(passage: Passage, verb: int) -> bool:
    """'Would welcome', 'would sell if the price rose'."""
    opens, closes = passage.sentence(verb)
    return passage.low[verb] in passage.words.words.modality.courteous or any(passage.low[i] == "if" for i in range(opens, closes))


def _weighed(passage: Passage, after: int) -> int:
    """Where the verb is looked for after 'consider' or 'be able to'; 0 if there is none of these."""
    found = passage.words.weighing.at(passage.tokens, after, passage.stop) if after < passage.stop else None
    return 0 if found is None else after + found[1]


def _verb(passage: Passage, begin: int) -> int | None:
    """The verb after a modal; none if it is denied, or stands after no verb at all."""
    clauses = passage.words.clauses
    for at in range(begin, begin + _BEFORE_VERB):
        low = passage.low[at]
        if low in clauses.light or low in clauses.helpers - {"not", "to"} or passage.knowledge.grammar.words.is_adverb(low):
            continue
        is_verb = low[:1].isalpha() and low not in clauses.stops and low not in ("not", "no", "never")
        return at if is_verb and low not in passage.knowledge.grammar.words.determiners else None
    return None
