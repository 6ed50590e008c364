"""What the reporter tells of a call and of its texts in his own words: that they met, what came out, what a text is like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readoutdiff.context import Context
from readoutdiff.discourse import resolve
from readoutdiff.parts import Part
from readoutdiff.phrase import Noun
from readoutdiff.story import Sentence, lead


def tells(at: Context, part: Part, sentence: Sentence) -> Part | None:
    """The reporter tells of the call, or of the texts."""
    low, phrases = sentence.low, at.phrases
    if phrases.counterpart.find(low) or phrases.bridge.find(low):
        return part._replace(role="outlet", rule="narration")
    if _tells_of_meeting(at, sentence):
        return part._replace(role="outlet", rule="narration")
    if phrases.elsewhere.find(low):
        return part
    if _is_published(at, sentence):
        return part._replace(role="outlet", rule="publication")
    text = _side_text(at, sentence)
    if text and any(word in at.on.words.negations or word.endswith("n't") for word in re.findall(r"[\w']+", low)):
        return part._replace(role="outlet", rule="narration")  # 'None of it is in the Danish text': no text says so of itself
    if text and not phrases.publication.find(low):
        return part._replace(role="statement", parties=text, tier="inferred", rule="text described")
    if _texts_of_sides(at, sentence) or phrases.call.find(low) or phrases.joint.find(low):
        return part._replace(role="outlet", rule="narration")
    return None


def _tells_of_meeting(at: Context, sentence: Sentence) -> bool:
    """'The ministers spoke by phone, their first call since last week': in the lead, two sides and the word for it."""
    if sentence.start > lead(at.story)[-1].start or at.phrases.encounter.find(sentence.low) is None:
        return False
    owners = [resolve(n, at.memory).parties for n in sentence.nouns]
    return len({p for parties in owners for p in parties} & set(at.sides)) > 1


def _is_published(at: Context, sentence: Sentence) -> bool:
    """'The presidency put out a text of its own', 'Her ministry published six paragraphs'."""
    publishers = [n for n in sentence.nouns[:2] if n.kind in ("institution", "paper", "side")]
    sides = {p for n in publishers for p in resolve(n, at.memory).parties} & set(at.sides)
    return bool(sides) and at.phrases.publication.find(sentence.low) is not None


def _side_text(at: Context, sentence: Sentence) -> tuple[str, ...]:
    """The side of whose text the sentence tells something ('Security took up most of the Danish readout')."""
    papers = [n for n in sentence.nouns if n.kind == "paper" and n.sure and n.owner[0] in at.sides and not at.story.quoted[n.first]]
    owners = {n.owner for n in papers}
    first = sentence.nouns[0] if sentence.nouns else None
    if not owners and first is not None and first.kind == "joint" and first.head.startswith(("both ", "each ")):
        return ()
    if not owners and any(n.kind == "joint" and n.head.startswith(("both ", "each ")) for n in sentence.nouns):
        return at.sides  # 'Minerals took up much of both accounts'
    if not owners and first is not None and first.first == sentence.first and first.kind in ("party", "institution", "side"):
        return _part_of_text(at, sentence, first)
    other = first is not None and first.sure and first.owner not in owners and first.kind in ("principal", "person", "spokes")
    return owners.pop() if len(owners) == 1 and not other else ()


def _part_of_text(at: Context, sentence: Sentence, subject: Noun) -> tuple[str, ...]:
    """'Chile leaves the matter for its final point'."""
    words = [t.low for t in at.story.tokens[subject.end : sentence.stop]]
    part = next((i for i, word in enumerate(words) if word in at.on.words.parts), None)
    parties = resolve(subject, at.memory).parties
    own = part is not None and "its" in words[max(part - 3, 0) : part]
    return parties if own and len(parties) == 1 and parties[0] in at.sides else ()


def _texts_of_sides(at: Context, sentence: Sentence) -> bool:
    noun: Sequence[Noun] = [n for n in sentence.nouns[:1] if n.kind in ("paper", "post", "spokes")]
    return any(set(resolve(n, at.memory).parties) & set(at.sides) for n in noun)
