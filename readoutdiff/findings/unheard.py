"""What an article gives to a side, and that side's readout does not have: whole claims, parts of them, figures and names.

Looked for in the reporter's own words; what stands in quotation marks is checked word for word (readout.py).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from readoutdiff.alignment.lex import Scorer, Terms
from readoutdiff.alignment.parting import borders
from readoutdiff.alignment.terms import TermFinder
from readoutdiff.alignment.unit import Unit
from readoutdiff.attribution.labelled import Labelled
from readoutdiff.contract import Candidate, Finding
from readoutdiff.differences.calendar import find_dates
from readoutdiff.differences.figures import find_figures
from readoutdiff.differences.finding import Differences
from readoutdiff.differences.passage import Item
from readoutdiff.findings.nearest import TOLD, Near
from readoutdiff.findings.telling import SURE, is_set_phrase
from readoutdiff.lexicon.drawers import Known
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.lexicon.quantities import plain_words
from readoutdiff.parsing.mentions import Mention
from readoutdiff.text.tokens import Token, stem
from readoutdiff.value import Value, replace

_TELLING = 3  # stems that a claim has at least, or a part of one
_SAME = 0.4  # a likeness from here on: the same point
_FACTS = ("number", "date", "place", "polarity")
_READOUT = "readout"  # the other of the two texts that are compared, in the place of a side
_SMALL = 10  # a number in words below is as often an article
_WITHIN = 0.02  # of an amount


class Account(Value, frozen=True):
    """All that a side's readouts have: their units, their stems and plain words, the parties they name, their figures."""

    side: str
    near: Near
    stems: frozenset[str]
    words: frozenset[str]
    parties: frozenset[str]
    amounts: frozenset[float]


class Hearing:
    """Looks an article's statements up in the accounts of the sides it gives them to."""

    def __init__(
        self,
        article: Labelled,
        readouts: Sequence[Labelled],
        units: Sequence[Unit],
        scorer: Scorer,
        sides: Sequence[str],
        knowledge: Knowledge,
        differences: Differences,
        compared: TermFinder,
    ) -> None:
        self.article, self.readouts, self.units, self.scorer = article, readouts, units, scorer
        self.sides, self.knowledge, self.differences = frozenset(sides), knowledge, differences
        self.finder, self.compared = TermFinder(knowledge, frozenset()), compared
        self._accounts: Known[str, Account] = Known(self._account)

    def unheard(self, side: str, quoted: Collection[str]) -> Iterator[Finding]:
        """What the article surely gives to a side and its readouts do not have.

        `quoted` are the segments in which a quotation has a finding of its own.
        """
        account = self._accounts[side]
        for unit in self.units:
            segment = unit.segment
            if segment.document == self.article.document.id and side in segment.parties and segment.tier in SURE:
                yield from self._unheard(unit, account, segment.id in quoted)

    def placed(self, finding: Finding) -> Finding:
        """A finding on words that are not in the readout, with what comes nearest to what is said around them."""
        unit = next(u for u in self.units if u.segment.id == finding.segment)
        return replace(finding, nearest=self._nearest(unit, self._accounts[finding.party], finding.start, finding.end))

    def _nearest(self, unit: Unit, account: Account, start: int, end: int) -> Candidate | None:
        """What of an account comes nearest to the breath in which some words of a statement stand, else to the whole statement."""
        return account.near.candidate(self._around(unit, start, end)) or account.near.candidate(unit.terms)

    def _account(self, side: str) -> Account:
        mine = [r for r in self.readouts if r.document.party == side]
        texts = {r.document.id for r in mine}
        tokens = [t for r in mine for t in r.story.tokens]
        words = frozenset(plain_words(tokens, self.knowledge.grammar.quantities)) | {t.low for t in tokens}
        passages = (self.differences.passage(r.document.id, side, 0, len(r.story.tokens)) for r in mine)
        return Account(
            side,
            near=Near([u for u in self.units if u.segment.document in texts], self.scorer),
            stems=self.finder.stems(tokens) | frozenset(stem(word) for word in words),
            words=words,
            parties=frozenset(p for r in mine for mention in r.story.mentions.values() for p in mention.parties),
            amounts=frozenset(figure.amount for passage in passages for figure in find_figures(passage, ())),
        )

    def _unheard(self, unit: Unit, account: Account, quoted: bool) -> Iterator[Finding]:
        """The first thing of a statement that the account does not have, the whole statement before its parts."""
        score, nearest = account.near.best(unit.terms)
        found = None if quoted or score >= TOLD else self._whole(unit, account)
        found = found or self._number(unit, account) or self._name(unit, account)
        if found is None and nearest is not None and score >= _SAME:
            found = self._otherwise(unit, account, nearest)
        if found is None and score >= TOLD:
            found = self._part(unit, account)
        if found is not None:
            start, end = found
            near = self._nearest(unit, account, start, end)
            yield Finding(kind="not_in_readout", party=account.side, segment=unit.segment.id, start=start, end=end, nearest=near)

    def _around(self, unit: Unit, start: int, end: int) -> Terms:
        """What the statement says in the breath in which some of its words stand."""
        tokens = unit.tokens
        edges = [0, *borders(tokens, 0, len(tokens), self.knowledge), len(tokens)]
        pieces = (tokens[a:b] for a, b in pairwise(edges) if tokens[a].start < end and start < tokens[b - 1].end)
        spoken = {t.start for t in self._said(unit)}
        return self.compared.terms("", [t for piece in pieces for t in piece if t.start in spoken])

    def _whole(self, unit: Unit, account: Account) -> tuple[int, int] | None:
        """The whole statement, if nothing of it comes near anything in the account."""
        terms = unit.terms
        if len(terms.stems) < _TELLING or not terms.stems.isdisjoint(account.stems) or account.near.touches(terms):
            return None
        if is_set_phrase(terms, self.knowledge):
            return None
        if any(figure.amount >= _SMALL and self._is_there(figure, account) for figure in self._figures(unit, account)):
            return None
        return unit.segment.start, unit.segment.end

    def _number(self, unit: Unit, account: Account) -> tuple[int, int] | None:
        """A figure that the account has in no words and no unit; of a time it may be told otherwise ('the coming year')."""
        if self._is_framing(unit):
            return None
        tokens, reported = self.article.story.tokens, {t.start for t in self._reported(unit)}
        for figure in self._figures(unit, account):
            small = figure.amount < _SMALL and not any(tokens[i].low[0].isdigit() for i in range(figure.first, figure.end))
            within = tokens[figure.first - 1].key in "-–" and tokens[figure.first - 1].end == tokens[figure.first].start  # '2026-27'
            told = tokens[figure.first].start in reported and "#time" not in figure.keys
            if told and not small and not within and not self._is_there(figure, account):
                return tokens[figure.first].start, tokens[figure.end - 1].end
        return None

    def _figures(self, unit: Unit, account: Account) -> Iterator[Item]:
        """The figures of a statement."""
        first, stop = (self.article.story.token_at(at) for at in (unit.segment.start, unit.segment.end))
        passage = self.differences.passage(self.article.document.id, account.side, first, stop)
        dated = {i for date in find_dates(passage) for i in range(date.first, date.end)}
        return find_figures(passage, dated)

    @staticmethod
    def _is_there(figure: Item, account: Account) -> bool:
        return any(abs(figure.amount - amount) <= _WITHIN * abs(amount) for amount in account.amounts)

    def _otherwise(self, unit: Unit, account: Account, best: Unit) -> tuple[int, int] | None:
        """A date, a place, a figure that the passage of the account that comes nearest has otherwise, or what it denies."""
        reported = {t.start for t in self._reported(unit)}
        for difference in self.differences.between(unit.segment, account.side, best.segment, _READOUT):
            reading = difference.values[account.side]
            if difference.kind in _FACTS and any(reading.start <= start < reading.end for start in reported):
                return reading.start, reading.end
        return None

    def _is_framing(self, unit: Unit) -> bool:
        """Whether it tells of the encounter: what stands beside that may be the outlet's own."""
        told = " ".join(t.low for t in self._reported(unit))
        return self.knowledge.grammar.phrases.encounter.find(told) is not None

    def _name(self, unit: Unit, account: Account) -> tuple[int, int] | None:
        """A country or body that the account does not name, in no form, with what follows it."""
        tokens = self.article.story.tokens
        for token in self._reported(unit):
            mention = self.article.story.mentions.get(self.article.story.token_at(token.start))
            if mention is not None and self._is_foreign(mention, account):
                last = tokens[mention.end - 1]
                after = [t for t in tokens[mention.end : mention.end + 1] if t.low == t.key and t.is_word and not last.possessive]
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
            stems = self.finder.stems(part)
            plain = {stem(t.low) for t in part} - self.knowledge.empty
            if any(t.low in self.knowledge.grammar.words.counterparts or t.low == "colleague" for t in part):
                continue  # 'had received his Danish colleague': that they met
            if len(stems) >= _TELLING and (stems | plain).isdisjoint(account.stems):
                return part[0].start, part[-1].end
        return None

    def _parts(self, tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
        """The stretches between commas and small words that open one, the first excepted: it has the subject and the verb."""
        starts = [i for i, t in enumerate(tokens) if i and (t.low in self.differences.words.clauses.openers or tokens[i - 1].key in ",;")]
        for start, end in pairwise([*starts, len(tokens)]):
            words = tokens[start:end]
            while words and not words[-1].is_word:
                words = words[:-1]
            if words:
                yield words

    def _reported(self, unit: Unit) -> list[Token]:
        """The tokens that a statement reports in the reporter's own words."""
        quoted = {t.start for t, marked in zip(unit.tokens, unit.quoted, strict=True) if marked}
        return [t for t in self._said(unit) if t.start not in quoted]

    def _said(self, unit: Unit) -> list[Token]:
        """The tokens of a statement but for whose it is."""
        return [t for t in unit.tokens if any(s.start <= t.start < s.end for s in unit.segment.content)]
