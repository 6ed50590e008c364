"""Emphasis: indicators that a reader can recount, for each side of each topic. Length alone is not emphasis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readoutdiff.alignment.unit import Unit
from readoutdiff.contract import Emphasis, Span
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.text.tokens import Token, low_at
from readoutdiff.value import Value

_EMPHATIC, _INTENSIFIER, _EARLY = 0.03, 0.01, 0.05  # beside a share of words, of 1: round figures, for the weight only sorts
_WHO = ("we", "they", "i", "you")  # with a plural noun, what a verb without an ending can have for its subject


class Counted(Value, frozen=True):
    """What can be counted in one segment: its words, those in quotation marks, and where the emphatic and the strong ones stand."""

    words: int
    quoted: int
    emphatic: tuple[Span, ...]
    intensifiers: tuple[Span, ...]


def count(unit: Unit, knowledge: Knowledge) -> Counted:
    """Count one statement. The outlet's own cue ('the readout highlighted') is no emphasis of the side's."""
    segment, tokens, quoted = unit.segment, unit.tokens, unit.quoted
    words = [i for i, t in enumerate(tokens) if t.is_word]
    emphatic = [tokens[i] for i in words if tokens[i].low in knowledge.emphatic and own_emphatic(tokens, i, knowledge)]
    strong_words = knowledge.grammar.phrases.strong_words.all
    strong = [tokens[i] for i in words if tokens[i].low in strong_words]
    outlets = segment.cue
    kept = [t for t in emphatic if outlets is None or not outlets.start <= t.start < outlets.end]
    return Counted(
        len(words),
        sum(quoted[i] for i in words),
        tuple(Span(document=segment.document, start=t.start, end=t.end) for t in kept),
        tuple(Span(document=segment.document, start=t.start, end=t.end) for t in strong),
    )


def own_emphatic(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> bool:
    """Whether a word is a form of an emphatic verb, and not the noun of the same letters: 'called for', not 'the phone call'."""
    word = tokens[at].low
    cue = knowledge.cues.get(word)
    if cue is None or not cue.strong:
        return False
    before = tokens[at - 1].low if at else ""
    after = low_at(tokens, at + 1)
    if before in knowledge.grammar.words.determiners or (cue.follow and after not in cue.follow):
        return False
    return word != cue.verb or before in ("to", *_WHO) or before in knowledge.helping or before.endswith("s")


def weigh(counts: Mapping[str, Counted], segments: Sequence[str], order: Mapping[str, int], total: int) -> Emphasis:
    """The emphasis of one side on one topic, from its segments; `order` has the places of all the side's segments, `total` is its words."""
    mine = [counts[s] for s in segments]
    words = sum(c.words for c in mine)
    share = words / total if total else 0.0
    emphatic = tuple(span for c in mine for span in c.emphatic)
    intensifiers = tuple(span for c in mine for span in c.intensifiers)
    position = min(order[s] for s in segments) + 1
    early = 1 - (position - 1) / max(len(order), 1)
    return Emphasis(
        words=words,
        share=round(share, 4),
        units=len(segments),
        position=position,
        emphatic=emphatic,
        intensifiers=intensifiers,
        quoted=round(sum(c.quoted for c in mine) / words, 4) if words else 0.0,
        weight=round(share + _EMPHATIC * len(emphatic) + _INTENSIFIER * len(intensifiers) + _EARLY * early, 4),
    )
