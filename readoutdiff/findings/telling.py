"""Claims of a readout that the article does not give to that side.

As with 'only one side', the tool is slow to say so: a claim counts as told where anything in the article comes near it, touches
a topic of the lexicon that it raises, or where the outlet itself may be telling it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.alignment.claims import is_framing
from readoutdiff.alignment.lex import Scorer, Terms
from readoutdiff.alignment.unit import Unit
from readoutdiff.contract import Candidate, Finding, Span
from readoutdiff.findings.nearest import Near
from readoutdiff.lexicon.knowledge import Knowledge

_ECHOED = 0.3  # a likeness from here on: it may be told by what is in nobody's account
_TELLING = 4  # stems: a claim with fewer may be a formula
SURE = ("explicit", "anaphoric")  # what is only inferred may be any side's


class Telling:
    """Looks the claims of readouts up in an article; `quoted` are the passages of readouts that it quotes."""

    def __init__(self, units: Sequence[Unit], scorer: Scorer, knowledge: Knowledge, quoted: Sequence[Span]) -> None:
        self.units, self.scorer, self.knowledge, self.quoted = units, scorer, knowledge, quoted

    def left_out(self, side: str, article: str) -> Iterator[Finding]:
        """The claims of a side's readout that the article does not give to it."""
        here = [u for u in self.units if u.segment.document == article]
        loose = [u for u in here if not u.segment.parties and u.segment.rule != "omission"]
        others = [u for u in here if u.segment.parties and side not in u.segment.parties and u.segment.tier not in SURE]
        given = Near([u for u in here if side in u.segment.parties], self.scorer)
        doubtful, whole = Near([*loose, *others], self.scorer), Near(here, self.scorer)
        readout = [u for u in self.units if u.segment.rule == "own readout" and side in u.segment.parties]
        told = {u.segment.id for u in readout if self._is_quoted(u) or given.tells(u.terms) or doubtful.best(u.terms)[0] >= _ECHOED}
        told |= {u.segment.id for u in readout if u.segment.actor == "joint" and whole.tells(u.terms)}  # what both agreed, either tells
        begun = {(u.segment.document, u.segment.sentence) for u in readout if u.segment.id in told and u.segment.sentence is not None}
        passed_over = told | _openings(readout)
        for unit in readout:
            detail = (unit.segment.document, unit.segment.sentence) in begun and not self._has_own_verb(unit)
            if unit.segment.id not in passed_over and self._is_claim(unit) and not detail:
                yield _finding(side, unit, whole.candidate(unit.terms))

    def _is_quoted(self, unit: Unit) -> bool:
        """Whether the article has words of it in quotation marks."""
        here = unit.segment
        return any(q.document == here.document and q.start < here.end and here.start < q.end for q in self.quoted)

    def _is_claim(self, unit: Unit) -> bool:
        """Whether a unit makes a point of its own: no framing, no formula, not what the talks were about as a whole."""
        return not (len(unit.terms.stems) < _TELLING or is_framing(unit, self.knowledge) or is_set_phrase(unit.terms, self.knowledge))

    def _has_own_verb(self, unit: Unit) -> bool:
        """'and welcomed …', not 'and that …'."""
        words = [t.low for t in unit.tokens[:3]]
        return words[:1] == ["and"] and any(word in self.knowledge.cues for word in words[1:])


def is_set_phrase(terms: Terms, knowledge: Knowledge) -> bool:
    """Whether words have a formula, frame the call, or say what the talks were about as a whole: no point that can be missed."""
    phrases, low = knowledge.grammar.phrases, terms.text.lower()
    return any(phrase.find(low) is not None for phrase in (phrases.formula, phrases.general, phrases.framing))


def _openings(readout: Sequence[Unit]) -> set[str]:
    """The first unit of each document, which says who spoke with whom."""
    first: dict[str, str] = {}
    for unit in readout:
        first.setdefault(unit.segment.document, unit.segment.id)
    return {*first.values()}


def _finding(side: str, unit: Unit, nearest: Candidate | None) -> Finding:
    segment = unit.segment
    return Finding(
        kind="left_out_by_article", party=side, segment=segment.id, start=segment.start, end=segment.end, nearest=nearest
    )  # fmt: skip
