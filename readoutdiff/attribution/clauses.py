"""Where one source's words end and another's begin within a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from readoutdiff.attribution.discourse import Owner
from readoutdiff.parsing.frame import Frame
from readoutdiff.parsing.story import Sentence, Story

BREAKS = (";", ",")
DASHES = ("—", "–")
_MARKS = ";,:—–"  # belong to the clause that they close
_OPENING = 3  # tokens before the subject of a sentence
_NAMED = ("party", "person")
BREAK_WORDS = ("while", "but", "whereas", "and", "though", "although")


def outermost(story: Story, found: Sequence[tuple[Frame, Owner]]) -> list[tuple[Frame, Owner]]:
    """Drop what is reported inside another's words ('Oslo said that Stockholm had promised …')."""
    kept: list[tuple[Frame, Owner]] = []
    for frame, owner in found:
        if kept and not frame.postposed and _nested(story, kept[-1][0], frame):
            continue
        if kept and story.tokens[kept[-1][0].cue_first].low == "according" and not kept[-1][0].postposed:
            if _same_breath(story, kept[-1][0], frame):
                continue  # 'According to Ms Lund, both ministries will look at it': it is she who says so
        party = frame.source.kind in ("party", "side") and frame.kind in ("act", "mind")
        if kept and party and kept[-1][0].postposed and _same_breath(story, kept[-1][0], frame):
            continue  # '“Never,” he said, and Chile had promised to pay': he says that too
        if kept and kept[-1][0].source.end <= frame.first and frame.end <= kept[-1][0].cue_first:
            kept.pop()  # 'Cairo, he said, wants to be seen': what he says of Cairo
        kept.append((frame, owner))
    kept = _without_actors(story, kept)
    return _within_postposed(story, kept) if kept and kept[-1][0].postposed else kept


_ACTORS = ("person", "principal", "pronoun")


def _without_actors(story: Story, pairs: list[tuple[Frame, Owner]]) -> list[tuple[Frame, Owner]]:
    """Where a paper, an institution or a spokesman speaks in the same breath, 'the minister said' is what it tells of him."""
    speakers = [f for f, o in pairs if f.source.kind not in _ACTORS and o.parties]

    def tells(frame: Frame, other: Frame) -> bool:
        acted = frame.postposed and frame.kind == "say" and other.kind == "act" and other.source.kind == "joint"
        return not acted and _same_breath(story, frame, other)  # 'Oslo and Rome have agreed, the minister said': it is he who says so

    return [
        (f, o) for f, o in pairs
        if f.source.kind not in _ACTORS or f.source.head == "it" or not any(tells(f, other) for other in speakers)
    ]  # fmt: skip


def _same_breath(story: Story, one: Frame, other: Frame) -> bool:
    left, right = sorted((one, other), key=lambda f: f.first)
    return break_between(story, left.end, right.first, (";", "while", "whereas")) is None


def _within_postposed(story: Story, kept: list[tuple[Frame, Owner]]) -> list[tuple[Frame, Owner]]:
    """A last ', the ministry said' owns all back to the clause where another source spoke last."""
    last = kept[-1][0]
    out = []
    for frame, owner in kept[:-1]:
        person = frame.source.kind in ("person", "principal", "pronoun", "party", "joint", "side")
        person = person or (frame.source.kind == "outside" and not frame.source.names and _within_clause(story, frame))
        if frame.postposed or not person or break_between(story, frame.end, last.first, (";",)) is not None:
            out.append((frame, owner))
    return [*out, kept[-1]]


def _within_clause(story: Story, frame: Frame) -> bool:
    """'The money that Danish firms have pledged', 'asked that the builders report': what others do in what is told."""
    opening = story.tokens[max(0, frame.first - _OPENING) : frame.first + 1]
    return any(t.low in ("that", "which", "whom") for t in opening)


def _nested(story: Story, outer: Frame, inner: Frame) -> bool:
    if outer.postposed:
        return False
    before, first = story.tokens[inner.first - 1].low, story.tokens[inner.first].low
    if before in ("that", "what", "as") or (first == "that" and inner.source.kind in _NAMED):
        return True  # 'Oslo said A, and that Stockholm had agreed': no 'that' stands before a name but the conjunction
    return break_between(story, outer.end, inner.first, (*BREAKS, *BREAK_WORDS)) is None


def break_between(story: Story, first: int, end: int, marks: Sequence[str]) -> int | None:
    """The last token in the range that can part two clauses and stands outside quotation marks."""
    for at in range(end - 1, first - 1, -1):
        token = story.tokens[at]
        if token.low in marks and not story.quoted[at]:
            return at
    return None


def cut(story: Story, sentence: Sentence, frames: Sequence[Frame], ahead: int | None = None) -> list[tuple[int, int, Frame]]:
    """The stretches of a sentence that belong to its frames, in order; a clause that ends at token `ahead` is nobody's of them."""
    out: list[tuple[int, int, Frame]] = []
    start = sentence.start if ahead is None else start_after(story, ahead)
    for left, right in pairwise(frames):
        if left.source.owner and left.source.owner == right.source.owner:
            continue
        at = _boundary(story, left, right)
        if at is None:
            continue
        end = end_before(story, at)
        if end > start:
            out.append((start, end, left))
            start = start_after(story, at)
    return [*out, (start, sentence.end, frames[-1])]


def clause_ahead(story: Story, sentence: Sentence, frame: Frame) -> int | None:
    """'Nepali porters want more, while the Qatari ministry said …': what parts a clause on somebody else from the first source's words."""
    first = sentence.nouns[0] if sentence.nouns else frame.source
    other = first.sure and first.first - sentence.first < _OPENING and first.owner != frame.source.owner
    if frame.postposed or not frame.source.sure or not other:
        return None
    at = break_between(story, first.end, frame.first, ("while", "whereas"))
    return None if at is None else at - 1 if story.tokens[at - 1].key == "," else at


def end_before(story: Story, at: int) -> int:
    """Where a clause ends that a comma closes or a conjunction follows."""
    return story.tokens[at].end if story.tokens[at].key in _MARKS else story.tokens[at - 1].end


def start_after(story: Story, at: int) -> int:
    """Where the next clause starts; its conjunction belongs to it."""
    return story.tokens[at + 1].start if story.tokens[at].key in _MARKS else story.tokens[at].start


def _boundary(story: Story, left: Frame, right: Frame) -> int | None:
    if right.postposed and not left.postposed and left.kind == "act" and left.source.kind in ("paper", "post"):
        colon = break_between(story, left.end, right.first, (":",))
        if colon is not None:
            return colon  # 'The Danish text is shorter: crab was discussed, it says'
    if left.postposed and right.postposed:
        return next((i for i in range(left.end, right.first) if story.tokens[i].key in ";,."), None)
    for marks in ((";",), ("while", "but", "whereas"), (",",), ("and", "though")):
        at = break_between(story, left.end, right.first, marks)
        if at is not None:
            return at - 1 if story.tokens[at - 1].key == "," and story.tokens[at].key not in ";," else at
    return None
