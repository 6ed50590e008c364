"""Noun phrases that can be sources: 'the Danish readout', 'a spokeswoman for the palace', 'Ms Lund', 'both sides'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.mentions import Mention
from readoutdiff.parsing.naming import WordClasses
from readoutdiff.parsing.noun import Noun
from readoutdiff.parsing.noun_phrase import NounPhrase
from readoutdiff.text.tokens import Token
from readoutdiff.value import replace

_PRONOUNS = {"it", "he", "she", "they"}
_ALL = {"both": (("both",),), "the": (("the", "two"), ("the", "three")), "all": (("all", "three"),)}  # by first word
_QUANTITIES = {" ".join(quantity) for quantities in _ALL.values() for quantity in quantities}
_SIDES = ("principal", "side", "institution", "paper", "post", "spokes")
_BEFORE_HEAD = 4  # words from a quantity to its head
_LONGEST = 40  # tokens of a noun phrase: nobody writes a longer one, and each would be read from each of its words on


@lru_cache(maxsize=4)
def chunker_of(knowledge: Knowledge) -> Chunker:
    """The chunker of a lexicon, made once."""
    return Chunker(knowledge)


class Chunker:
    """Finds the noun phrases of a sentence with the word classes of a lexicon."""

    def __init__(self, knowledge: Knowledge) -> None:
        grammar, words = knowledge.grammar, knowledge.grammar.words
        small = words.determiners | words.modifiers
        head_starts = frozenset(noun.partition(" ")[0] for noun in knowledge.heads)
        inner = (
            head_starts | words.modifiers | words.particles | words.connectors | words.complements | words.issued | {"and", "one", "(", ","}
        )
        self.classes = WordClasses(
            words, knowledge.heads, head_starts, small, inner, grammar.heads.seat_of, frozenset(knowledge.offices), grammar.heads.short
        )
        self.joint: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted((tuple(p.split()) for p in grammar.phrases.joint.phrases), key=len, reverse=True):
            self.joint.setdefault(phrase[0], []).append(phrase)
        second = (words[1] for words in (*self.joint.get("the", ()), *_ALL["the"]))
        self.after_the = frozenset({*self.joint, *second})  # without one of these 'the' opens nothing of several sides
        self.cues, self.heads = knowledge.cues, knowledge.heads
        offices = (*grammar.heads.seat_of.values(), *grammar.heads.short.values())
        self.titles = frozenset(title.rpartition(" ")[2] for title in offices)
        self.joining = self.joint.keys() | _ALL.keys()
        plain = words.not_names - words.determiners - words.modifiers - words.honorifics - self.classes.head_starts - _PRONOUNS
        self.idle = plain - {short.lower() for short in grammar.heads.short}  # words that begin no noun phrase, with a capital neither
        self.opening = small | self.classes.head_starts | words.honorifics | _PRONOUNS | self.joint.keys() | _ALL.keys()

    def nouns(
        self, tokens: Sequence[Token], mentions: Mapping[int, Mention], first: int, end: int, plain: frozenset[str] = frozenset()
    ) -> list[Noun]:
        """The noun phrases of tokens[first:end] in order, appositions joined; `plain` are words that are no names in this text."""
        found = [_of_all(tokens, _one_of(tokens, noun, first)) for noun in self._scan(tokens, mentions, first, end)]
        if found and found[0].first == first == found[0].end - 1 and found[0].kind == "person" and tokens[first].low in plain:
            found = found[1:]  # 'Irrigation gets half a phrase'
        return list(_join_appositions(tokens, [*self._with_counterparts(tokens, [*self._with_readers(tokens, found)])]))

    def _with_readers(self, tokens: Sequence[Token], nouns: Sequence[Noun]) -> Iterator[Noun]:
        """'A statement read out by the Danish spokeswoman, Ida Ek': she is introduced too."""
        before: Noun | None = None
        for noun in nouns:
            apposed = before is not None and are_apposed(tokens, before, noun)
            if before is not None and apposed and before.kind == "paper" and before.sure and noun.kind == "person":
                head = tokens[before.end - 1].low
                if self.heads.get(head) == "spokes":
                    noun = replace(noun, kind="spokes", head=head, owner=before.owner)
            yield noun
            before = noun

    def _with_counterparts(self, tokens: Sequence[Token], nouns: Sequence[Noun]) -> Iterator[Noun]:
        """'His Danish counterpart, Foreign Minister Ida Ek', 'Foreign Minister Ida Ek, his Danish counterpart,': the Danes' minister."""
        for at, noun in enumerate(nouns):
            if noun.kind == "principal" and noun.name is not None and not (noun.owner or noun.holder):
                apposed = (pair for pair in pairwise(nouns[max(0, at - 1) : at + 2]) if are_apposed(tokens, *pair))
                noun = next((replace(noun, owner=o.owner) for pair in apposed for o in pair if self._is_counterpart(o)), noun)
            yield noun

    def _is_counterpart(self, noun: Noun) -> bool:
        return noun.sure and noun.name is None and noun.head in self.classes.words.counterparts

    def _scan(self, tokens: Sequence[Token], mentions: Mapping[int, Mention], first: int, end: int) -> Iterator[Noun]:
        opening, idle, done = self.opening, self.idle, first
        for at in range(first, end):
            low = tokens[at].low
            if at < done or (at not in mentions and (low in idle if low != tokens[at].key else low not in opening)):
                continue  # a word that begins no source
            noun = self._joint_at(tokens, mentions, at, end) if low in self.joining else None
            noun = noun or self._noun_at(tokens, mentions, at, end)
            if noun:
                yield noun
                done = noun.end

    def _joint_at(self, tokens: Sequence[Token], mentions: Mapping[int, Mention], at: int, end: int) -> Noun | None:
        low = tokens[at].low
        if low == "the" and (at + 1 >= end or tokens[at + 1].low not in self.after_the):
            return None
        found = self._all_of(tokens, mentions, at, end)
        if found is not None and found.head not in _QUANTITIES:
            return found
        return self._listed(tokens, at, end) or found

    def _listed(self, tokens: Sequence[Token], at: int, end: int) -> Noun | None:
        """'Both press services': as the lexicon has them."""
        low = tokens[at].low
        for begin in (at + 1, at) if low == "the" and at + 1 < end else (at,):
            for words in self.joint.get(tokens[begin].low, ()):
                stop = begin + len(words)
                if stop <= end and tuple([t.low for t in tokens[begin:stop]]) == words and not tokens[stop - 1].possessive:
                    if words in (("both",), ("the", "two")) and stop < end and not _verbal(tokens[stop]):
                        continue
                    return Noun(at, stop, "joint", head=" ".join(words))
        return None

    def _all_of(self, tokens: Sequence[Token], mentions: Mapping[int, Mention], at: int, end: int) -> Noun | None:
        """'Both Gulf capitals', 'all three foreign ministries', 'the two presidential statements'."""
        quantities = _ALL.get(tokens[at].low, ())
        quantity = next((q for q in quantities if at + len(q) <= end and tokens[at + len(q) - 1].low == q[-1]), None)
        if quantity is None:
            return None
        begin = at + len(quantity)
        for head in range(begin, min(begin + _BEFORE_HEAD, end)):
            low = tokens[head].low
            if self.heads.get(low) in _SIDES and low.endswith("s") and not tokens[head].possessive:
                return Noun(at, head + 1, "joint", head=" ".join((quantity[-1], low)))
            if low not in self.classes.words.modifiers and not tokens[head].key[0].isupper() and low not in self.heads:
                break
            if head in mentions and len(mentions[head].parties) == 1:
                break  # 'both Danish ministers' are one side's
        return (
            Noun(at, begin, "joint", head=" ".join(quantity)) if quantity != ("the", "two") and self._verbal(tokens, begin, end) else None
        )

    def _verbal(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        return at < end and tokens[at].low in self.cues

    def _noun_at(self, tokens: Sequence[Token], mentions: Mapping[int, Mention], at: int, end: int) -> Noun | None:
        if tokens[at].low in _PRONOUNS and tokens[at].key != "IT":
            return Noun(at, at + 1, "pronoun", head=tokens[at].low)
        if tokens[at].low in self.classes.words.determiners and not self._goes_on(tokens, mentions, at + 1, end):
            return None
        return NounPhrase(self.classes, tokens, mentions, at, min(end, at + _LONGEST)).parse()

    def _goes_on(self, tokens: Sequence[Token], mentions: Mapping[int, Mention], at: int, end: int) -> bool:
        """Whether a noun phrase can go on at a place."""
        return at < end and (tokens[at].low != tokens[at].key or tokens[at].low in self.classes.inner or at in mentions)


def are_apposed(tokens: Sequence[Token], left: Noun, right: Noun) -> bool:
    """Whether a comma and nothing else stands between two noun phrases."""
    return right.first == left.end + 1 and tokens[left.end].key == ","


_PLACING = ("at", "in", "near")  # before a place, not before a person
_MEMBER = 3  # tokens: 'a member of'


def _one_of(tokens: Sequence[Token], noun: Noun, first: int) -> Noun:
    """'A member of the Ethiopian delegation' is nobody whom the text names."""
    if noun.kind != "side" or noun.first - first < _MEMBER or tokens[noun.first - 1].low != "of":
        return noun
    apposed = noun.first - first > _MEMBER and tokens[noun.first - _MEMBER - 1].key == ","  # 'Mr Ek, a member of the delegation,'
    member = tokens[noun.first - 2].low in ("member", "members") and not apposed
    return replace(noun, kind="unnamed") if member else noun


def _of_all(tokens: Sequence[Token], noun: Noun) -> Noun:
    """'The foreign ministers', 'leaders of the two sides' are all sides'."""
    plural = noun.kind == "principal" and noun.head.endswith("s") and not (noun.owner or noun.names or noun.holder)
    if plural and (noun.definite or any(t.low in ("two", "both") for t in tokens[noun.first : noun.end])):
        return replace(noun, kind="joint", head=f"the {noun.head}")
    return noun


def _verbal(token: Token) -> bool:
    return (token.is_word and token.low.endswith(("ed", "s", "ld"))) or token.low in ("say", "hold", "want", "have", "had", "are", "spoke")


def _join_appositions(tokens: Sequence[Token], nouns: Sequence[Noun]) -> Iterator[Noun]:
    """'Tom Oye, a department spokesman,' and 'the spokesman, Tom Oye,' are one noun phrase each."""
    at = 0
    while at < len(nouns):
        noun = nouns[at]
        after = nouns[at + 1] if at + 1 < len(nouns) else None
        if after and noun.kind in ("paper", "post") and after.kind == "joint" and after.first == noun.end + 1:
            if tokens[noun.end].low in ("from", "of", "by"):  # 'statements from both ministries'
                noun, at = replace(noun, end=after.end, joint=True), at + 1
            yield noun
            at += 1
        elif after and are_apposed(tokens, noun, after) and _same_person(tokens, noun, after):
            yield from _merged(noun, after)
            at += 2
        else:
            yield noun
            at += 1


def _same_person(tokens: Sequence[Token], left: Noun, right: Noun) -> bool:
    roles = ("spokes", "principal", "outside")
    closed = right.end >= len(tokens) or tokens[right.end].key in ',.;:)”"’' or right.kind in roles
    if left.kind == "person" and right.kind in roles and right.name is None:
        return left.first == 0 or tokens[left.first - 1].low not in _PLACING  # 'on arrival at Malmö, the minister'
    if left.kind == "principal" and left.name and not left.owner and right.kind == "spokes" and right.name is None:
        return closed  # 'Ambassador Ida Ek, the spokesperson of the ministry,'
    if left.kind == "outside" and left.name and right.kind == "principal" and right.name is None and right.sure:
        return True  # 'Senator Mohammad Dar, Foreign Minister of Pakistan,'
    if left.kind == "paper" and not left.owner and left.holder and right.kind == "spokes" and right.name is None:
        return True  # 'a summary from Dana Whitlock, a State Department spokeswoman,'
    if left.kind == "paper" and not left.owner and right.kind == "institution" and right.sure and right.name is None:
        return closed  # 'a communique from Place Beauvau, France's interior ministry,'
    return left.kind in roles and left.name is None and right.kind == "person" and closed


def _merged(left: Noun, right: Noun) -> Iterator[Noun]:
    """One noun phrase; where a paper's writer is introduced, he stands there too."""
    if left.kind == "paper" and left.holder and right.kind == "spokes":
        yield replace(left, owner=right.owner)
        yield replace(right, name=left.holder, names=(left.holder,))
    else:
        yield _merge(left, right)


def _merge(left: Noun, right: Noun) -> Noun:
    role = right if left.kind == "person" or right.kind == "spokes" or (left.kind == "outside" and right.kind == "principal") else left
    owner = left.owner or right.owner
    holder, names = left.holder or right.holder, left.names or right.names
    return Noun(left.first, right.end, role.kind, owner, role.head, left.name or right.name, holder, title=role.title, names=names)
