"""Signs by which a reader tells whose a statement without a source is, one side after the other.

The signs are names in lexicon/signs.toml, under `owner`.
"""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.attribution.context import Context
from readoutdiff.attribution.discourse import resolve
from readoutdiff.attribution.parts import is_voice
from readoutdiff.attribution.signs import nearness, subject_of
from readoutdiff.parsing.story import Sentence


def owner_signs(at: Context, sentence: Sentence, party: str | None) -> Iterator[str]:
    """The names of the signs that a statement without a source is of that side, or with None of all sides."""
    parties = (party,) if party else at.sides
    for name, part in (("before", at.last), ("ahead", at.ahead)):
        if part is not None and part.role == "statement" and set(part.parties) == set(parties):
            yield f"account {name}, {nearness(at, part, sentence)}"
    for name, known in (("here", at.memory.here), ("voice", at.memory.voice), ("actor", at.memory.actor), ("speaker", at.memory.speaker)):
        if known and set(known) == set(parties):
            yield f"memory {name}"
    yield from _owning(at, sentence, parties)


def _owning(at: Context, sentence: Sentence, parties: tuple[str, ...]) -> Iterator[str]:
    subject = subject_of(at, sentence)
    for name, noun in (("subject", subject), *(("acts", f.source) for f in sentence.frames[:1] if not is_voice(f))):
        owner = set(resolve(noun, at.memory).parties) if noun is not None else set()
        if owner == set(parties):
            yield f"{name} is theirs"
        elif owner and len(owner) == 1 and owner < set(at.sides):
            yield f"{name} is the other's"
    if any(n.kind in ("paper", "post", "institution") and set(resolve(n, at.memory).parties) == set(parties) for n in sentence.nouns):
        yield "text or office of theirs"
    if len(parties) > 1:
        yield "together"
        yield from ("names both, together",) if any(n.kind == "joint" for n in sentence.nouns) else ()
        yield from ("word for both, together",) if at.phrases.joint.find(sentence.low) else ()
        return
    named = sentence.named & set(at.sides)
    if named == {*parties}:
        yield "names only them"
    elif named and not named & {*parties}:
        yield "names only the other"
