"""One segment explained: whose it is, and each step that led there, with the characters it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.contract import Comparison, Segment, Span
from readoutdiff.errors import UsageError
from readoutdiff.render.drawing import Drawing, Style
from readoutdiff.render.facts import party_of
from readoutdiff.render.reasons import KNOWN_BY, ROLES, TIERS, rule_sentence, signs_sentence
from readoutdiff.render.styled import Line, inset, wrap, written
from readoutdiff.render.words import genitive, joined, spoken

_CARRIED = ("goes on", "passive", "bystander")  # their source and its verb stand in a sentence before
_WIDTH = 100  # columns, where the text goes to no terminal


def find_segment(comparison: Comparison, name: str) -> Segment:
    """The segment of that id; of one document the number after the colon is enough. Raises UsageError, naming the nearest one."""
    wanted = name if ":" in name else f"{comparison.documents[0].id}:{name}"
    found = next((s for s in comparison.segments if s.id == wanted), None)
    if found is not None:
        return found
    place = wanted.rpartition(":")[2]
    if not place.isdecimal():
        raise UsageError(f"--explain {name}: is no segment; give an id as readoutdiff segments shows it, as in {comparison.segments[0].id}")
    near = next((s for s in comparison.segments if int(place) < s.end), comparison.segments[-1])
    raise UsageError(f"--explain {name}: no segment begins there; the nearest is {near.id}")


def explain(comparison: Comparison, segment: Segment, style: Style) -> str:
    """Why a segment was given to whom, in plain words."""
    plain = Drawing(comparison, style).plain
    width = style.width or _WIDTH
    head = f"{segment.id}  characters {segment.start} to {segment.end}  {plain(_verdict(comparison, segment))}"
    lines: list[Line] = [*wrap([(head, "")], width), [], *inset([(plain(comparison.text_of(segment)), "")], width, 2)]
    lines += [[], [("Why", "")]]
    for reason in _reasons(comparison, segment):
        lines += wrap([(f"- {plain(reason)}", "")], width, hang=2)
    return written(lines, color=False)


def _verdict(comparison: Comparison, segment: Segment) -> str:
    if segment.role != "statement":
        return segment.role.replace("_", " ")
    return f"{genitive(_sides(comparison, segment))} statement, {segment.tier}"


def _sides(comparison: Comparison, segment: Segment) -> str:
    return joined([spoken(party_of(comparison, p)) for p in segment.parties])


def _reasons(comparison: Comparison, segment: Segment) -> Iterator[str]:
    source = _place(comparison, segment.source)
    if comparison.outcome == "language":
        yield "The text is in a language that the lexicon does not have, so nothing in it is given to anybody."
        return
    if segment.rule is None:
        yield ROLES[segment.role]
    else:
        yield rule_sentence(segment.rule, source)
    if segment.signs:
        yield signs_sentence(segment.signs)
    carried = segment.rule in _CARRIED
    if segment.source and not (segment.rule or "").endswith((" before", " after")):
        yield f"It goes on with {source}." if carried else f"The source named is {source}."
    if segment.known_by:
        yield KNOWN_BY[segment.known_by].format(side=_sides(comparison, segment) or "another party")
    if segment.cue and not carried and any(c.isalnum() for c in comparison.text_of(segment.cue)):
        yield f"The reporting words are {_place(comparison, segment.cue)}."
    for stretch in segment.content if segment.source and not carried else ():
        yield f"The reported words are characters {stretch.start} to {stretch.end}."
    if segment.actor and (segment.actor,) != segment.parties:
        who = "both sides act" if segment.actor == "joint" else f"{spoken(party_of(comparison, segment.actor))} acts"
        yield f"In it {who}, but whoever gives the account owns the words."
    if segment.tier:
        yield f"Tier '{segment.tier}': {TIERS[segment.tier]}."


def _place(comparison: Comparison, span: Span | None) -> str:
    return f"'{comparison.text_of(span)}' (characters {span.start} to {span.end})" if span else ""
