"""Noun phrases that can be sources: 'the Danish readout', 'a spokeswoman for the palace', 'Ms Lund', 'both sides'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from readoutdiff.knowledge import Knowledge
from readoutdiff.mentions import Mention
from readoutdiff.tokens import Token, is_word

_PRONOUNS = {"it", "he", "she", "they"}


class Noun(NamedTuple):
    """tokens[first:end] name a source of some kind.

    kind    paper | post | institution | side | spokes | principal | outside | party | person | pronoun | joint
    owner   the party that its own words name, several where the name is shared or the source joint
    head    the lower-cased noun that gave it its kind
    name    the person's last name, if it names one; `names` has all its parts (families come first in some languages)
    holder  'his' or the last name of whom it belongs to ('Ms Lund's office')
    sure    whether `owner` is one known party
    """

    first: int
    end: int
    kind: str
    owner: tuple[str, ...] = ()
    head: str = ""
    name: str | None = None
    holder: str | None = None
    sure: bool = False
    title: str | None = None  # the office within: 'chancellery' of 'the readout from the chancellery'
    names: tuple[str, ...] = ()


class Chunker:
    """Finds the noun phrases of a sentence with the word classes of a lexicon."""

    def __init__(self, knowledge: Knowledge) -> None:
        grammar = knowledge.grammar
        self.words = grammar.words
        self.heads = knowledge.heads
        self.small = self.words.determiners | self.words.modifiers
        self.head_starts = frozenset(noun.partition(" ")[0] for noun in self.heads)
        self.starts = self.small | self.head_starts | self.words.honorifics | _PRONOUNS
        self.joint: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted((tuple(p.split()) for p in grammar.phrases.joint), key=len, reverse=True):
            self.joint.setdefault(words[0], []).append(words)

    def nouns(self, tokens: Sequence[Token], mentions: Mapping[int, Mention], first: int, end: int) -> list[Noun]:
        """The noun phrases of tokens[first:end] in order, appositions joined."""
        found = list(self._scan(tokens, mentions, first, end))
        return list(_join_appositions(tokens, found))

    def _scan(self, tokens: Sequence[Token], mentions: Mapping[int, Mention], first: int, end: int) -> Iterator[Noun]:
        at = first
        while at < end:
            noun = self._joint_at(tokens, at, end) or self._noun_at(tokens, mentions, at, end)
            if noun:
                yield noun
                at = noun.end
            else:
                at += 1

    def _joint_at(self, tokens: Sequence[Token], at: int, end: int) -> Noun | None:
        for begin in (at + 1, at) if tokens[at].low == "the" and at + 1 < end else (at,):
            for words in self.joint.get(tokens[begin].low, ()):
                stop = begin + len(words)
                if stop <= end and tuple([t.low for t in tokens[begin:stop]]) == words and not tokens[stop - 1].possessive:
                    if words in (("both",), ("the", "two")) and stop < end and not _verbal(tokens[stop]):
                        continue
                    return Noun(at, stop, "joint", head=" ".join(words))
        return None

    def _noun_at(self, tokens: Sequence[Token], mentions: Mapping[int, Mention], at: int, end: int) -> Noun | None:
        if tokens[at].low in _PRONOUNS and tokens[at].key != "IT":
            return Noun(at, at + 1, "pronoun", head=tokens[at].low)
        token = tokens[at]
        if token.low == token.key and token.low not in self.starts and at not in mentions:
            return None  # a lower-case word that begins no source
        return _Phrase(self, tokens, mentions, at, end).parse()


class _Phrase:
    """One attempt to read a noun phrase from a place on."""

    def __init__(
        self, chunker: Chunker, tokens: Sequence[Token], mentions: Mapping[int, Mention], at: int, end: int
    ) -> None:
        self.words, self.heads, self.small = chunker.words, chunker.heads, chunker.small
        self.head_starts = chunker.head_starts
        self.tokens, self.mentions, self.first, self.stop = tokens, mentions, at, end
        self.at = at
        self.connector: str | None = None
        self.before: list[Mention] = []
        self.after: list[Mention] = []
        self.head, self.kind, self.title = "", "", None  # type: str, str, str | None
        self.names: list[str] = []
        self.holder: str | None = None
        self.honorific = False
        self.generic = False  # 'a spokesman for the ministry': some head stands behind the connector

    def parse(self) -> Noun | None:
        if self.tokens[self.at].low in self.words.determiners:
            self.holder = _HOLDERS.get(self.tokens[self.at].low)
            self.at += 1
        while self.at < self.stop and self._step():
            pass
        return self._noun()

    def _step(self) -> bool:
        token = self.tokens[self.at]
        return (
            self._mention()
            or self._head(token)
            or self._honorific(token)
            or self._modifier(token)
            or self._capital(token)
            or self._second_title(token)
            or self._connect(token)
            or self._bracket(token)
        )

    def _mention(self) -> bool:
        mention = self.mentions.get(self.at)
        if mention is None or (self.names and not self.connector and mention.kind == "adjective"):
            return False
        if not self.connector and self.before and self.kind in ("party", "") and mention.kind in ("country", "capital"):
            if not self.tokens[self.at - 1].possessive and self.before[-1].kind in ("country", "capital"):
                return False
        (self.after if self.connector else self.before).append(mention)
        if not self.connector:
            kind = _MENTION_KINDS.get(mention.kind, "")
            if kind:
                self.kind, self.head = kind, " ".join(t.low for t in self.tokens[mention.first : mention.end])
        self.at = mention.end
        self._plural_mark()
        return True

    def _head(self, token: Token) -> bool:
        if token.low not in self.head_starts:
            return False
        for size in (3, 2, 1):
            words = " ".join([t.low for t in self.tokens[self.at : self.at + size]])
            kind = self.heads.get(words)
            if kind and self.at + size <= self.stop:
                if not self.connector:
                    if self.names:
                        held = any(t.possessive for t in self.tokens[self.first : self.at])
                        self.holder = self.names[-1] if held else self.holder
                        self.names = []
                    if kind == "institution" and self.kind == "principal":
                        self.title = self.head
                    self.head, self.kind = words, kind
                elif kind in ("principal", "institution") and not self.title:
                    self.title = words
                self.generic = self.generic or bool(self.connector)
                self.at += size
                self._plural_mark()
                return True
        return False

    def _modifier(self, token: Token) -> bool:
        if token.low not in self.words.modifiers:
            return False
        if self.kind and not self.connector and not token.key[0].isupper() and not self._leads_to_head():
            return False
        if token.key[0].isupper() and self.names:
            return False
        self.at += 1
        return True

    def _leads_to_head(self) -> bool:
        """'China's commerce ministry', but not 'China later said'."""
        ahead = self.at
        while ahead < self.stop and self.tokens[ahead].low in self.words.modifiers and self.tokens[ahead].low not in self.heads:
            ahead += 1
        return any(" ".join([t.low for t in self.tokens[ahead : ahead + size]]) in self.heads for size in (1, 2, 3) if ahead + size <= self.stop)

    def _honorific(self, token: Token) -> bool:
        if token.low not in self.words.honorifics or not token.key[0].isupper():
            return False
        self.honorific = True
        self.at += 1
        if self.at < self.stop and self.tokens[self.at].key == ".":
            self.at += 1
        return True

    def _capital(self, token: Token) -> bool:
        word = token.key
        if not word[0].isupper():
            if token.low in self.words.particles and self.names and self.at + 1 < self.stop and self.tokens[self.at + 1].key[0].isupper():
                self.at += 1
                return True
            return False
        if (token.low in self.words.not_names and not self._within_name()) or token.low.startswith("i'") or (token.low in self.words.days or token.low in self.words.months):
            if self.connector and (token.low in self.words.days or token.low in self.words.months):
                self.at += 1
                return True
            return False
        if not self.connector:
            self.names.append(word)
        self.at += 1
        if len(word) == 1 and self.at < self.stop and self.tokens[self.at].key == ".":
            self.at += 1
        return True

    def _within_name(self) -> bool:
        """'leader To Lam': a small word with a capital, after a title and before another capital."""
        before, after = self.tokens[self.at - 1], self.tokens[min(self.at + 1, self.stop - 1)]
        return self.kind == "principal" and self.at > self.first and before.key.isalpha() and after.key[0].isupper()

    def _connect(self, token: Token) -> bool:
        if token.low in self.words.complements and self.connector:
            self.at += 1
            return True
        if token.key not in self.words.connectors or not (self.kind or self.before) or self.at + 1 >= self.stop:
            return False
        ahead = self.at + 1
        while ahead < self.stop and self.tokens[ahead].low == self.tokens[ahead].key and self.tokens[ahead].low in self.small:
            ahead += 1
        if ahead >= self.stop:
            return False
        after = self.tokens[ahead]
        named = ahead in self.mentions or (after.key[0].isupper() and after.low not in self.words.not_names)
        if not (named or after.low in self.words.complements or after.low in self.heads):
            return False
        self.connector = token.low if self.connector is None or self.connector in self.words.owning else self.connector
        self.at += 1
        while self.at < ahead and self.tokens[self.at].low in self.words.determiners:
            self.at += 1
        return True

    def _second_title(self, token: Token) -> bool:
        """'Deputy Prime Minister and Minister of Foreign Affairs of …'."""
        if token.low != "and" or self.kind != "principal" or self.connector or self.at + 1 >= self.stop:
            return False
        after = self.at + 1
        while after < self.stop and self.tokens[after].low in self.words.modifiers and self.tokens[after].key[0].isupper():
            after += 1
        if after < self.stop and self.tokens[after].key[0].isupper() and self.heads.get(self.tokens[after].low) == "principal":
            self.at += 1
            return True
        return False

    def _bracket(self, token: Token) -> bool:
        if token.key != "(" or not (self.kind or self.before or self.names):
            return False
        for size in (2, 3):
            close = self.at + size
            if close < self.stop and self.tokens[close].key == ")":
                self.at = close + 1
                return True
        return False

    def _plural_mark(self) -> None:
        """The apostrophe of 'ministers’'."""
        if self.at < self.stop and self.tokens[self.at].key in "’'" and self.tokens[self.at].start == self.tokens[self.at - 1].end:
            follows = self.at + 1 < self.stop and self.tokens[self.at + 1].key[0].islower()
            if follows and self.tokens[self.at - 1].low.endswith("s"):
                self.at += 1

    def _noun(self) -> Noun | None:
        if self.at == self.first or not (self.kind or self.before or self.names):
            return None
        kind = self.kind
        if not kind:
            if self.names:
                kind = "person"
            elif self.before[-1].kind == "adjective":
                kind = "side" if self.tokens[self.first].low == "the" else ""
            else:
                kind = "party"
        if not kind:
            return None
        if self.names and kind == "party":
            kind = "person"
        if kind == "spokes" and self.connector and not self._owner() and not self.holder and not self.title:
            kind = "spokes" if self.generic else "outside"
        if kind in ("principal", "side") and self.tokens[self.first].low in self.words.past or self.tokens[min(self.first + 1, self.at - 1)].low in self.words.past:
            kind = "outside"
        owner = self._owner()
        name = self.names[-1] if self.names and kind in ("person", "principal", "spokes", "outside") else None
        return Noun(self.first, self.at, kind, owner, self.head, name, self.holder, len(owner) == 1, self.title, tuple(self.names) if name else ())

    def _owner(self) -> tuple[str, ...]:
        for mention in (*reversed(self.before), *(self.after if self.connector in self.words.owning else ())):
            if len(mention.parties) == 1:
                return mention.parties
        for mention in (*self.before, *(self.after if self.connector in self.words.owning else ())):
            return mention.parties
        return ()


_HOLDERS = {"his": "his", "her": "his", "their": "his", "its": "its"}
_MENTION_KINDS = {
    "office": "institution",
    "agency": "institution",
    "seat": "institution",
    "country": "party",
    "capital": "party",
    "people": "side",
    "title": "principal",
    "shared": "institution",
}


def _verbal(token: Token) -> bool:
    return is_word(token) and token.low.endswith(("ed", "s", "ld")) or token.low in ("say", "hold", "want", "have", "had", "are", "spoke")


def _join_appositions(tokens: Sequence[Token], nouns: Sequence[Noun]) -> Iterator[Noun]:
    """'Tom Oye, a department spokesman,' and 'the spokesman, Tom Oye,' are one noun phrase each."""
    at = 0
    while at < len(nouns):
        noun = nouns[at]
        after = nouns[at + 1] if at + 1 < len(nouns) else None
        if after and after.first == noun.end + 1 and tokens[noun.end].key == "," and _same_person(tokens, noun, after):
            yield _merge(noun, after)
            at += 2
        else:
            yield noun
            at += 1


def _same_person(tokens: Sequence[Token], left: Noun, right: Noun) -> bool:
    roles = ("spokes", "principal", "outside")
    closed = right.end >= len(tokens) or tokens[right.end].key in ",.;:)”\"’" or right.kind in roles
    if left.kind == "person" and right.kind in roles and right.name is None:
        return True
    return left.kind in roles and left.name is None and right.kind == "person" and closed


def _merge(left: Noun, right: Noun) -> Noun:
    role = left if left.kind != "person" else right
    owner = left.owner or right.owner
    holder, names = left.holder or right.holder, left.names or right.names
    return Noun(left.first, right.end, role.kind, owner, role.head, left.name or right.name, holder, len(owner) == 1, role.title, names)
