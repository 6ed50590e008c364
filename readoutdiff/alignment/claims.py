"""Claims: the statements that make a point, ready for alignment, and the outlet's own telling beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from readoutdiff.alignment.claim import Claim
from readoutdiff.alignment.denials import Denial, silences
from readoutdiff.alignment.lex import FEW
from readoutdiff.alignment.terms import TermFinder, ignored_stems
from readoutdiff.alignment.unit import Unit, who
from readoutdiff.attribution.labelled import Labelled
from readoutdiff.attribution.parts import REMARKS
from readoutdiff.contract import Segment
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.text.tokens import Token
from readoutdiff.value import replace

_MORE = 4  # stems: a statement that names the encounter must have so many to tell more than that
_START = 9  # tokens in which 'also', 'meanwhile' or 'only' tell that a further point begins

_SURE = ("explicit", "anaphoric", "carried")
_FRAMING = 2  # stems: a statement with fewer tells that there was a call, not what of


def find_units(sources: Sequence[Labelled], finder: TermFinder) -> list[Unit]:
    """The statements and the outlet's stretches of all sources, with the terms they are compared by."""
    return list(_without_common([unit for source in sources for unit in _units(source, finder)]))


def find_claims(
    units: Sequence[Unit],
    sources: Sequence[Labelled],
    denials: Sequence[Denial],
    own: Sequence[str],
    knowledge: Knowledge,
    named: Collection[str] = (),
) -> list[Claim]:
    """The claims among the statements; `own` are the sides whose own readout is there, `named` segments that are claims in any case."""
    told = (u for u in units if behind(u.segment, own))
    opening = {next((x.id for x in s.segments if x.role == "statement"), "") for s in sources if s.document.role == "readout"}
    points = [
        u
        for u in told
        if u.segment.id in named
        or (_is_point(u) and not is_framing(u, knowledge) and not (u.segment.id in opening and _is_opening(u, knowledge)))
    ]
    return list(_claims(points, sources, own, knowledge, silences(denials)))


def find_echoes(units: Sequence[Unit], claims: Sequence[Claim], own: Sequence[str]) -> list[Claim]:
    """What the outlet tells of the call on its own authority, and statements that make no point of their own."""
    taken = {claim.segment for claim in claims}
    outlet = [Claim(u.segment.id, (), u.terms) for u in units if _is_echo(u)]
    return outlet + [
        Claim(u.segment.id, behind(u.segment, own), u.terms) for u in units if behind(u.segment, own) and u.segment.id not in taken
    ]


def behind(segment: Segment, own: Sequence[str]) -> tuple[str, ...]:
    """The sides behind a statement whose account is told there and nowhere better."""
    if segment.role != "statement":
        return ()
    return segment.parties if not own or segment.rule == "own readout" else tuple(p for p in segment.parties if p not in own)


def _claims(
    units: Sequence[Unit],
    sources: Sequence[Labelled],
    own: Sequence[str],
    knowledge: Knowledge,
    denied: Mapping[str, Mapping[str, str]],
) -> Iterator[Claim]:
    further, stories = knowledge.grammar.words.further, {s.document.id: s.story for s in sources}
    for unit in units:
        segment = unit.segment
        yield Claim(
            segment.id,
            behind(segment, own),
            unit.terms,
            stories[segment.document].block_at(segment.start),
            segment.rule != "own readout",
            not further.isdisjoint([t.low for t in unit.tokens[:_START]]),
            denied.get(segment.id, {}),
            segment.tier in _SURE,
            knowledge.grammar.phrases.general.find(unit.terms.text.lower()) is not None,
            segment.sentence.start if segment.sentence is not None else -1,
        )


def names_to_ignore(sources: Sequence[Labelled], sides: Sequence[str], knowledge: Knowledge) -> frozenset[str]:
    """The stems of the sides' own names and of those who speak: they tell who acts, not what of."""
    names = [name for side in sides for name in knowledge.parties[side].names if " " not in name]
    names += [name for side in sides for name in (knowledge.parties[side].name, knowledge.parties[side].adjective)]
    names += [part for source in sources for part in source.people.persons]
    names += [part for source in sources for part in _speakers(source)]
    return ignored_stems(names) - knowledge.empty


def _speakers(source: Labelled) -> Iterator[str]:
    """Names of persons who hold a title or say something."""
    for sentence in source.story.sentences:
        said = {frame.source.first for frame in sentence.frames}
        for noun in sentence.nouns:
            if noun.kind in ("principal", "spokes", "outside") or noun.first in said:
                yield from noun.names


def _units(source: Labelled, finder: TermFinder) -> Iterator[Unit]:
    story, tokens = source.story, source.story.tokens
    opening = {sentence.start: sentence.first for sentence in story.sentences}  # past a dateline: where a story was filed is no point of it
    for segment in source.segments:
        if segment.role not in ("statement", "outlet"):
            continue
        first = max(story.token_at(segment.start), opening.get(segment.start, 0))
        stop = story.token_at(segment.end)
        inside: list[Token] = []
        at = first
        for begin, end in sorted((story.token_at(s.start), story.token_at(s.end)) for s in who(segment)):
            inside += tokens[at : min(begin, stop)]
            at = max(at, end)
        inside += tokens[at:stop]
        text = story.text[segment.start : segment.end]
        yield Unit(segment, tokens[first:stop], story.quoted[first:stop], finder.terms(text, inside))


def _without_common(units: Sequence[Unit]) -> Iterator[Unit]:
    """Topics and fields that much of the text is about tell no statement from another: leave them out."""
    statements = [u.terms for u in units if u.segment.role == "statement"]
    topics = Counter(t for terms in statements for t in terms.topics)
    fields = Counter(f for terms in statements for f in terms.fields)
    n = max(len(statements), FEW)
    wide_topics = {t for t, count in topics.items() if count > n / 3}
    wide_fields = {f for f, count in fields.items() if count > n / 2}
    if not (wide_topics or wide_fields):
        yield from units
        return
    for unit in units:
        terms = replace(unit.terms, topics=unit.terms.topics - wide_topics, fields=unit.terms.fields - wide_fields)
        yield replace(unit, terms=terms)


def _is_point(unit: Unit) -> bool:
    return len(unit.terms.stems) >= _FRAMING or bool(unit.terms.topics)


def is_framing(unit: Unit, knowledge: Knowledge) -> bool:
    """'… spoke by phone on Tuesday ahead of the summit', 'the overview is as follows': that there was a call, and hardly more."""
    if unit.terms.topics or len(unit.terms.stems) >= _MORE:
        return False
    phrases, low = knowledge.grammar.phrases, unit.terms.text.lower()
    return phrases.framing.find(low) is not None or phrases.formula.find(low) is not None


def _is_opening(unit: Unit, knowledge: Knowledge) -> bool:
    """'Minister Ek met today with her counterparts …', as the first sentence of a readout: however long, no point."""
    low = unit.terms.text.lower()
    phrases = knowledge.grammar.phrases
    return not unit.terms.topics and (phrases.encounter.find(low) is not None or phrases.framing.find(low) is not None)


def _is_echo(unit: Unit) -> bool:
    return unit.segment.role == "outlet" and unit.segment.rule not in REMARKS and _is_point(unit)
