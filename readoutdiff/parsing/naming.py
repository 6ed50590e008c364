"""What the words of a noun phrase that were read so far name: which kind of source, whose, and by what name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from readoutdiff.lexicon.grammar import Words
from readoutdiff.parsing.mentions import Mention
from readoutdiff.parsing.noun import Noun
from readoutdiff.text.tokens import Token


class WordClasses(NamedTuple):
    """The word classes that a phrase is read with."""

    words: Words
    heads: Mapping[str, str]
    head_starts: frozenset[str]
    small: frozenset[str]
    inner: frozenset[str]  # lower-case words that can go on a phrase
    seats: Mapping[str, str]  # 'presidential' is a president's
    bodies: frozenset[str]  # what not every party has: a commission
    short: Mapping[str, str]  # titles as their letters: 'PM'


class Naming:
    """The words gathered of one noun phrase, and what they name."""

    def __init__(self, classes: WordClasses, tokens: Sequence[Token], mentions: Mapping[int, Mention], at: int, end: int) -> None:
        self.words, self.heads, self.head_starts, self.small, self.inner, self.seats, self.bodies, self.short = classes
        self.tokens, self.mentions, self.first, self.stop = tokens, mentions, at, end
        self.at = at
        self.connector: str | None = None
        self.before: list[Mention] = []
        self.after: list[Mention] = []
        self.head, self.kind = "", ""
        self.title: str | None = None
        self.names: list[str] = []
        self.holder: str | None = None
        self.naming = False  # after an honorific, or a title with its office, capitals are the person's name
        self.elsewhere = False  # 'Ontario Premier': of a place that is no party
        self.generic = False  # 'a spokesman for the ministry': some head stands behind the connector

    def noun(self) -> Noun | None:
        """The noun phrase, or None where the words name no source."""
        if self.at == self.first or not (self.kind or self.before or self.names):
            return None
        kind = self._kind()
        if not kind:
            return None
        if kind == "person" and len(self.names) > 1 and self.names[-1].lower() in self.words.firms:
            kind, self.names = "outside", []  # 'Polish Fertilisers SA'
        if kind == "institution" and self.at < self.stop and self.tokens[self.at].low in self.words.tallies:
            kind, self.at = "outside", self.at + 1
        if self.tokens[self.first].low == "their" and kind == "institution" and self.head.endswith("s"):
            return Noun(self.first, self.at, "joint", head=f"their {self.head}")
        name = self.names[-1] if self.names and kind in ("person", "principal", "spokes", "outside") else None
        return Noun(
            self.first,
            self.at,
            kind,
            self._owner(),
            self.head,
            name,
            self.holder,
            title=self.title,
            names=tuple(self.names) if name else (),
            indefinite=self._is_indefinite(),
            joint=kind in ("paper", "post") and self._is_joint(),
            definite=self.tokens[self.first].low == "the",
        )

    def _kind(self) -> str:
        """What kind of source the words name; none where they name none."""
        kind = self.kind or self._kind_without_head()
        if self.names and kind in ("party", "unnamed"):
            kind = "person" if kind == "party" else "principal"
        if kind == "unnamed" and self.head == "diplomat" and any(t.low in ("top", "chief") for t in self.tokens[self.first : self.at]):
            kind = "principal"  # 'the top Egyptian diplomat'
        if self.head == "assistant" and not self.title:
            kind = "outside"  # 'a shop assistant', not 'the Assistant to the President'
        if kind == "unnamed" and any(t.low == "same" for t in self.tokens[self.first : self.at]):
            kind = "paper"  # 'the same source': the text told of before
        if kind == "person" and (self.names[-1].lower() in self.words.outlets or self._is_a_title()):
            kind = "press"
        if kind == "spokes" and not self._owner() and not self.holder and not self.title:
            elsewhere = self.connector is not None or self.head in self.words.bare_heads
            kind = "outside" if elsewhere and not self.generic else "spokes"
        if kind == "institution" and self.head in self.words.ruling and not self._owner():
            return "outside"  # 'local authorities'
        if self.elsewhere and kind == "principal":
            return "outside"
        return "outside" if kind in ("principal", "side", "spokes", "institution") and self._is_beside() else kind

    def _is_a_title(self) -> bool:
        """'The Sentinel' is no person."""
        bare = self.at - self.first == len(("the", "sentinel")) and len(self.names) == 1
        return bare and self.tokens[self.first].low == "the" and not self.names[0].endswith("s")

    def _kind_without_head(self) -> str:
        if self.names:
            return "person"
        if self.before[-1].kind == "adjective":
            return "side" if self.tokens[self.first].low == "the" else ""
        return "party"

    def _is_beside(self) -> bool:
        """'A former minister', 'the opposition leader', 'the regional government': nobody who speaks for a party."""
        first = max(0, self.first - 1)  # 'the shadow home secretary' is read from 'home' on
        return any(t.low in self.words.past for t in self.tokens[first : min(self.first + 6, self.at)])

    def _is_joint(self) -> bool:
        """'The joint statement', 'separate statements from their offices', 'statements from both ministries'."""
        words = [t.low for t in self.tokens[self.first : self.at]]
        return "joint" in words or "both" in words[1:] or ("their" in words and self.head.endswith("s"))

    def _is_indefinite(self) -> bool:
        return self.tokens[self.first].low in ("a", "an")

    def _owner(self) -> tuple[str, ...]:
        """The last party named before the head, else the first behind a connector that owns; shared names only if no other is there."""
        found = [m for m in self.before[::-1] if m.kind != "title"] or self.before[::-1]  # 'the Danish Secretary of State for Trade'
        if self.after and (
            self.connector in self.words.owning or any(t.low in self.words.sites for t in self.tokens[self.first : self.at])
        ):
            found += self.after
        if not found:
            return ()
        return next((mention for mention in found if len(mention.parties) == 1), found[0]).parties
