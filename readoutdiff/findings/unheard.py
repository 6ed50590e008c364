"""What an article gives to a side, and that side's readout does not have: whole claims, parts of them, figures and names.

Looked for in the reporter's own words; what stands in quotation marks is checked word for word (quotes.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from readoutdiff.contract import Candidate, Finding
from readoutdiff.differences.figures import find_figures
from readoutdiff.differences.finding import Differences as Bench
from readoutdiff.findings.telling import SURE
from readoutdiff.knowledge import Knowledge
from readoutdiff.labelled import Labelled, Unit
from readoutdiff.lex import Scorer
from readoutdiff.linking import pair_score
from readoutdiff.mentions import Mention
from readoutdiff.quantities import plain_words
from readoutdiff.terms import TermFinder
from readoutdiff.tokens import Token, is_word, stem
from readoutdiff.value import Value

_NEAR = 0.2  # a likeness from here on: it is in the readout, in whatever words
_TELLING = 3  # stems that a claim has at least, or a part of one
_YEAR = re.compile(r"(?:19|20)\d\d")
_SAME = 0.4  # a likeness from here on: the same point
_FACTS = ("number", "date", "place", "polarity")
_READOUT = "readout"  # the other of the two texts that are compared, in the place of a side
_FIGURE = 5  # tokens of a figure with its unit
_WITHIN = 0.02
_OPENERS = ("and", "with", "among", "including", "but", "while", "by", "as", "to")


class Account(Value, frozen=True):
    """All that a side's readouts have: their units, the stems and plain words of them, and the parties they name."""

    side: str
    units: Sequence[Unit]
    stems: frozenset[str]
    words: frozenset[str]
    parties: frozenset[str]
    amounts: frozenset[float]


def account_of(side: str, readouts: Sequence[Labelled], units: Sequence[Unit], knowledge: Knowledge, bench: Bench) -> Account:
    """A side's account by its own readouts."""
    mine = [r for r in readouts if r.document.party == side]
    texts = {r.document.id for r in mine}
    finder = TermFinder(knowledge, frozenset())
    tokens = [t for r in mine for t in r.story.tokens]
    words = frozenset(plain_words(tokens, knowledge.grammar.quantities)) | {t.low for t in tokens}
    stems = finder.terms("", tokens).stems | frozenset(stem(word) for word in words)
    named = frozenset(p for r in mine for mention in r.story.mentions.values() for p in mention.parties)
    told = (bench.passage(r.document.id, side, 0, len(r.story.tokens)) for r in mine)
    amounts = frozenset(figure.amount for passage in told for figure in find_figures(passage, ()))
    return Account(side, [u for u in units if u.segment.document in texts], stems, words, named, amounts)


class Hearing:
    """Looks an article's statements up in the accounts of the sides it gives them to."""

    def __init__(self, article: Labelled, sides: Sequence[str], scorer: Scorer, knowledge: Knowledge, bench: Bench) -> None:
        self.article, self.sides, self.scorer, self.knowledge, self.bench = article, frozenset(sides), scorer, knowledge, bench
        self.finder = TermFinder(knowledge, frozenset())

    def unheard(self, unit: Unit, account: Account, quoted: bool) -> Finding | None:
        """What of a statement the account does not have; `quoted` where a quotation in it has a finding of its own."""
        if unit.segment.tier not in SURE:
            return None
        near = max(((pair_score(self.scorer, unit.terms, u.terms), u.segment.id) for u in account.units), default=(0.0, ""))
        found = None if quoted else self._whole(unit, account, near[0])
        found = found or self._number(unit, account) or self._name(unit, account) or self._otherwise(unit, account)
        if found is None and near[0] >= _NEAR:
            found = self._part(unit, account)
        if found is None:
            return None
        return Finding(
            kind="not_in_readout",
            party=account.side,
            segment=unit.segment.id,
            start=found[0],
            end=found[1],
            nearest=Candidate(segment=near[1], score=near[0]) if near[0] else None,
        )

    def _whole(self, unit: Unit, account: Account, near: float) -> tuple[int, int] | None:
        """The whole statement, if nothing of it comes near anything in the account."""
        terms, phrases = unit.terms, self.knowledge.grammar.phrases
        low = terms.text.lower()
        if near >= _NEAR or len(terms.stems) < _TELLING or not terms.stems.isdisjoint(account.stems):
            return None
        if any(terms.topics & u.terms.topics or len(terms.fields & u.terms.fields) > 1 for u in account.units):
            return None
        if any(p.find(low) is not None for p in (phrases.formula, phrases.general, phrases.framing)):
            return None
        return unit.segment.start, unit.segment.end

    def _number(self, unit: Unit, account: Account) -> tuple[int, int] | None:
        """A figure that the account does not have, with what it counts."""
        if self._is_framing(unit):
            return None
        tokens = self._reported(unit)
        for at, token in enumerate(tokens):
            if not token.low[0].isdigit() or _YEAR.fullmatch(token.low) or ":" in token.low or self._is_dated(tokens, at):
                continue
            if at + 1 < len(tokens) and tokens[at + 1].low in self.knowledge.grammar.quantities.ordinals:
                continue
            plain = next(iter(plain_words(tokens[at : at + 2], self.knowledge.grammar.quantities)))
            known = plain in account.words or token.low in account.words
            if not known and not self._is_amount(unit, account, token):
                first = at - (at > 0 and not is_word(tokens[at - 1]) and tokens[at - 1].end == token.start)
                return tokens[first].start, self._phrase_end(tokens, at + 1)
        return None

    def _is_amount(self, unit: Unit, account: Account, token: Token) -> bool:
        """Whether the account has the figure in other words: 'Twelve', 'a third', in another unit."""
        first = bisect_left(self.article.story.tokens, (token.start,))
        passage = self.bench.passage(self.article.document.id, account.side, first, first + _FIGURE)
        figure = next(iter(find_figures(passage, ())), None)
        if figure is None or "#time" in figure.keys:
            return True  # 'the coming year' is 12 months
        return any(abs(figure.amount - a) <= _WITHIN * abs(a) for a in account.amounts)

    def _otherwise(self, unit: Unit, account: Account) -> tuple[int, int] | None:
        """A date, a place, a figure that the passage of the account that comes nearest has otherwise, or what it denies."""
        best = max(account.units, key=lambda u: pair_score(self.scorer, unit.terms, u.terms), default=None)
        if best is None or pair_score(self.scorer, unit.terms, best.terms) < _SAME:
            return None
        reported = {t.start for t in self._reported(unit)}
        for difference in self.bench.between(unit.segment, account.side, best.segment, _READOUT):
            reading = difference.values[account.side]
            if difference.kind in _FACTS and any(reading.start <= start < reading.end for start in reported):
                return reading.start, reading.end
        return None

    def _is_dated(self, tokens: Sequence[Token], at: int) -> bool:
        months = self.knowledge.grammar.quantities.months
        return any(t.low in months for t in (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 3]))

    def _is_framing(self, unit: Unit) -> bool:
        """Whether it tells of the encounter: what stands beside that may be the outlet's own."""
        told = " ".join(t.low for t in self._reported(unit))
        return self.knowledge.grammar.phrases.encounter.find(told) is not None

    def _name(self, unit: Unit, account: Account) -> tuple[int, int] | None:
        """A country or body that the account does not name, in no form, with what follows it."""
        tokens = self.article.story.tokens
        for token in self._reported(unit):
            mention = self.article.story.mentions.get(bisect_left(tokens, (token.start,)))
            if mention is not None and self._is_foreign(mention, account):
                last = tokens[mention.end - 1]
                after = [t for t in tokens[mention.end : mention.end + 1] if t.low == t.key and is_word(t) and not last.possessive]
                follows = after and after[0].low not in self.knowledge.small and after[0].low not in self.knowledge.helping
                return token.start, after[0].end if follows else last.end
        return None

    def _is_foreign(self, mention: Mention, account: Account) -> bool:
        if not self.sides.isdisjoint(mention.parties) or not account.parties.isdisjoint(mention.parties) or mention.kind == "capital":
            return False
        first = self.article.story.tokens[mention.first].low
        return not any(first in word.split("-") for word in account.words)

    def _part(self, unit: Unit, account: Account) -> tuple[int, int] | None:
        """A part of the statement of which the account has no word."""
        if self._is_framing(unit):
            return None
        for part in self._parts(self._reported(unit)):
            stems = self.finder.terms("", part).stems
            plain = {stem(t.low) for t in part} - self.knowledge.empty
            if len(stems) >= _TELLING and (stems | plain).isdisjoint(account.stems):
                return part[0].start, part[-1].end
        return None

    def _parts(self, tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
        """The stretches between commas and small words that open one, the first excepted: it has the subject and the verb."""
        starts = [i for i, t in enumerate(tokens) if i and (t.low in _OPENERS or tokens[i - 1].key in ",;")]
        for start, end in pairwise([*starts, len(tokens)]):
            words = tokens[start:end]
            while words and not is_word(words[-1]):
                words = words[:-1]
            if words:
                yield words

    def _reported(self, unit: Unit) -> list[Token]:
        """The tokens that a statement reports in the reporter's own words."""
        stretches = unit.segment.content
        inside = zip(unit.tokens, unit.quoted, strict=True)
        return [t for t, quoted in inside if not quoted and any(s.start <= t.start < s.end for s in stretches)]

    @staticmethod
    def _phrase_end(tokens: Sequence[Token], at: int) -> int:
        """The end of what a number counts: a sign, a magnitude, a noun or two."""
        end = tokens[at - 1].end
        for token in tokens[at : at + 3]:
            if token.key in ",;.)" or token.low in ("of", "in", "and", "to", "with", "for", "by", "from", "on", "at", "the", "will"):
                break
            end = token.end
        return end
