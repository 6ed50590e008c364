"""Claims of a readout that the article does not give to that side, and what it gives to a side that its readout has not.

As with 'only one side', the tool is slow to say so: a claim counts as told where anything in the article comes near it, touches
a topic of the lexicon that it raises, or where the outlet itself may be telling it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.claims import is_framing
from readoutdiff.contract import Candidate, Finding, Span
from readoutdiff.knowledge import Knowledge
from readoutdiff.labelled import Unit
from readoutdiff.lex import Scorer, Terms
from readoutdiff.linking import pair_score
from readoutdiff.value import Value

TOLD = 0.2  # a likeness from here on: it is told, in whatever words
_ECHOED = 0.3  # the same for what is in nobody's account
_COVERED = 0.5  # of the weight of its words: that much is told here and there
_TOUCHES = 2  # fields of meaning in common
_TELLING = 4  # stems: a claim with fewer may be a formula


SURE = ("explicit", "anaphoric")  # what is only inferred may be any side's


class Telling(Value, frozen=True):
    """What is compared: the units of all texts, the scorer over them, and the passages of readouts that the article quotes."""

    units: Sequence[Unit]
    scorer: Scorer
    knowledge: Knowledge
    quoted: Sequence[Span] = ()

    def left_out(self, side: str, article: str) -> Iterator[Finding]:
        """The claims of a side's readout that the article does not give to it."""
        here = [u for u in self.units if u.segment.document == article]
        given = [u for u in here if side in u.segment.parties]
        loose = [u for u in here if not u.segment.parties and u.segment.rule != "omission"]
        others = [u for u in here if u.segment.parties and side not in u.segment.parties and u.segment.tier not in SURE]
        readout = [u for u in self.units if u.segment.rule == "own readout" and side in u.segment.parties]
        opening = {next((u.segment.id for u in readout if u.segment.document == d), "") for d in {u.segment.document for u in readout}}
        told = {u.segment.id for u in readout if self._is_quoted(u) or self._is_told(u.terms, given, [*loose, *others])}
        for unit in readout:
            if unit.segment.id in told | opening or not self._is_claim(unit) or self._is_detail(unit, readout, told):
                continue
            yield _finding("left_out_by_article", side, unit, self._nearest(unit.terms, here))

    def _is_quoted(self, unit: Unit) -> bool:
        """Whether the article has words of it in quotation marks."""
        here = unit.segment
        return any(q.document == here.document and q.start < here.end and here.start < q.end for q in self.quoted)

    def _is_told(self, terms: Terms, given: Sequence[Unit], loose: Sequence[Unit]) -> bool:
        for unit in given:
            score = pair_score(self.scorer, terms, unit.terms)
            touching = len(terms.fields & unit.terms.fields)
            if score >= TOLD or terms.topics & unit.terms.topics or touching > _TOUCHES or (score and touching == _TOUCHES):
                return True
        stems = frozenset().union(*(unit.terms.stems for unit in given))
        if self._weight(terms.stems & stems) >= _COVERED * self._weight(terms.stems) > 0:
            return True
        return any(pair_score(self.scorer, terms, unit.terms) >= _ECHOED for unit in loose)

    def _weight(self, stems: frozenset[str]) -> float:
        return sum(self.scorer.idf(stem) for stem in stems)

    def _is_claim(self, unit: Unit) -> bool:
        """Whether a unit makes a point of its own: no framing, no formula, not what the talks were about as a whole."""
        phrases, low = self.knowledge.grammar.phrases, unit.terms.text.lower()
        if len(unit.terms.stems) < _TELLING or is_framing(unit, self.knowledge) or phrases.general.find(low) is not None:
            return False
        return phrases.formula.find(low) is None and phrases.framing.find(low) is None

    def _is_detail(self, unit: Unit, readout: Sequence[Unit], told: set[str]) -> bool:
        """A part of a sentence that is told, and that has no reporting verb of its own: the article was only shorter."""
        whole = unit.segment.sentence
        if whole is None or self._has_own_verb(unit):
            return False
        return any(other.segment.sentence == whole and other.segment.id in told for other in readout)

    def _has_own_verb(self, unit: Unit) -> bool:
        """'and welcomed …', not 'and that …'."""
        words = [t.low for t in unit.tokens[:3]]
        return words[:1] == ["and"] and any(word in self.knowledge.cues for word in words[1:])

    def _nearest(self, terms: Terms, others: Sequence[Unit]) -> Candidate | None:
        """What comes nearest, if anything has a word in common."""
        scored = [(pair_score(self.scorer, terms, unit.terms), unit.segment.id) for unit in others]
        score, segment = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
        return Candidate(segment=segment, score=score) if score else None


def _finding(kind: str, side: str, unit: Unit, nearest: Candidate | None) -> Finding:
    segment = unit.segment
    return Finding(kind=kind, party=side, segment=segment.id, start=segment.start, end=segment.end, nearest=nearest)  # type: ignore[arg-type]
