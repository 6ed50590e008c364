"""Sentences with no source of their own: whose account they go on with, if anybody's.

An open quotation keeps its speaker, and so does the paragraph of a transcript; what has an unnamed source is the outlet's;
the passive goes on with the account before; what a text is said to hold is its side's. All else is weighed: each sign
(signs.py, owning.py) speaks for or against each role, and for or against each side as the owner; the sums decide (a
multinomial logistic model, its weights learned from labelled stories).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp
from operator import itemgetter

from readoutdiff.attribution.context import Context
from readoutdiff.attribution.discourse import resolve
from readoutdiff.attribution.framed import is_denied
from readoutdiff.attribution.owning import owner_signs
from readoutdiff.attribution.parts import UNNAMED, Part
from readoutdiff.attribution.signs import role_signs, subject_of, text_described
from readoutdiff.lexicon.tables import ROLES
from readoutdiff.parsing.story import Sentence, Story
from readoutdiff.value import replace

_SCARE = 3  # words in quotation marks that nobody need have said

_BRIEF = 9  # words of a sentence that tells that nobody would comment, and no more
_SHOWN = 3  # signs that an explanation names
_LIKELY = 0.7  # the chance from which a sentence that goes on is carried, not only inferred
_SPEAKING = ("person", "principal", "spokes", "pronoun", "outside", "post")


def label_unframed(at: Context, number: int, sentence: Sentence, actor: str | None) -> Part:
    """The part that a whole sentence is."""
    part = Part(sentence.start, sentence.end, number, "background", actor=actor, frame=next(iter(sentence.frames), None))
    return decided(at, part, sentence) or _weighed(at, part, sentence)


def decided(at: Context, part: Part, sentence: Sentence) -> Part | None:
    """The part that a sentence is where no weighing is needed: labelled, quoted, unnamed, passive, or of a text."""
    return (
        _speaking(at, part, sentence)
        or _quoted(at, part, sentence)
        or _unnamed(at, part, sentence)
        or _passive(at, part, sentence)
        or _uncommented(at, part, sentence)
        or _described(at, part, sentence)
    )


def _speaking(at: Context, part: Part, sentence: Sentence) -> Part | None:
    """'MINISTER ALM: Thank you all. Crab comes third.': whoever is named before a colon has the whole paragraph."""
    frame = at.last.frame if at.last is not None and at.here(sentence) else None
    if frame is None or at.story.tokens[frame.cue_first].key != ":":
        return None
    labels = at.story.tokens[frame.first].start == at.story.blocks[sentence.block].start
    return _inherit(at, part, "goes on", "carried") if labels else None


def _quoted(at: Context, part: Part, sentence: Sentence) -> Part | None:
    """Words in quotation marks belong to the speaker before them, else to the one after."""
    if _goes_on_quoting(at, sentence):
        return _inherit(at, part, "quotation", "explicit")
    if at.here(sentence) and at.story.text[sentence.start] == "[" and at.story.text[sentence.end - 1] == "]":
        return _inherit(at, part, "quotation", "carried")  # what was quoted, in another language
    if _is_signed(at, sentence) and at.ahead is not None:
        return replace(at.ahead, start=part.start, end=part.end, sentence=part.sentence, rule="quotation")
    whole = _quoted_words(at.story, sentence, 0 if sentence.chain is not None else _SCARE)
    if whole and at.here(sentence):
        return _inherit(at, part, "quotation", "carried")
    if whole and at.near(sentence) and _was_speaking(at):
        return _inherit(at, part, "quotation", "carried")
    if not whole and sentence.chain is None:
        return None
    if at.ahead is None:
        return replace(part, role="outlet")
    return replace(at.ahead, start=part.start, end=part.end, sentence=part.sentence, rule="quotation")


def _was_speaking(at: Context) -> bool:
    """Whether the part before quotes a person: a paragraph of nothing but quotation goes on with him."""
    last = at.last
    if last is None or last.frame is None or last.frame.source.kind not in _SPEAKING:
        return False
    sentence = at.story.sentences[last.sentence]
    return any(at.story.quoted[sentence.first : sentence.stop]) or (last.frame.kind == "say" and last.frame.postposed)


def _goes_on_quoting(at: Context, sentence: Sentence) -> bool:
    if at.last is None:
        return False
    if at.story.text[at.last.end - 1] == ":" and at.story.quoted[sentence.first]:
        return True
    return sentence.chain is not None and at.story.sentences[at.last.sentence].chain == sentence.chain


def _is_signed(at: Context, sentence: Sentence) -> bool:
    """Whether a line under a quotation names who said it: '— Ana Prado'."""
    ahead = at.ahead
    if ahead is None or ahead.frame is None or at.block_of(ahead) != sentence.block + 1 or not at.story.quoted[sentence.first]:
        return False
    return ahead.frame.postposed and ahead.frame.first == at.story.sentences[ahead.sentence].first


def _quoted_words(story: Story, sentence: Sentence, least: int) -> bool:
    """Whether a sentence of more than so many words stands in quotation marks."""
    if not any(story.quoted[sentence.first : sentence.stop]):
        return False
    words = [i for i in range(sentence.first, sentence.stop) if story.tokens[i].is_word]
    return len(words) > least and sum(story.quoted[i] for i in words) * 10 >= len(words) * 9


def _inherit(at: Context, part: Part, rule: str, tier: str) -> Part:
    """More of what went before, in that tier; but nothing is surer than what it hangs on."""
    last = at.last
    if last is None:
        return part
    kept = (tier if last.tier != "inferred" else "inferred") if last.parties and last.role == "statement" else None
    return replace(part, role=last.role, parties=last.parties, tier=kept, rule=rule, frame=last.frame, known_by=last.known_by)


def _unnamed(at: Context, part: Part, sentence: Sentence) -> Part | None:
    """'The Herald has learned', 'people briefed on the call': told on the outlet's authority."""
    return replace(part, role="outlet", rule="unnamed source") if at.phrases.outlet.find(sentence.low) else None


def _passive(at: Context, part: Part, sentence: Sentence) -> Part | None:
    """'The two were also said to have …': more of the account before; a paragraph that opens so is of the side whose person it is."""
    if not at.phrases.passive.find(sentence.low):
        return None
    own = () if at.here(sentence) else _of_the_person(at, sentence)
    if own:
        return replace(part, role="statement", parties=own, tier="inferred", rule="passive", frame=None)
    if at.last is not None and at.last.role != "outlet":
        return _inherit(at, part, "passive", "carried")
    told = at.memory.voice if set(at.memory.voice) & set(at.sides) else ()
    return replace(part, role="statement", parties=told, tier="carried", rule="passive", frame=None) if told else None


def _of_the_person(at: Context, sentence: Sentence) -> tuple[str, ...]:
    """The side of the one person whom the sentence begins with."""
    subject = subject_of(at, sentence)
    parties = resolve(subject, at.memory).parties if subject is not None and subject.kind in ("person", "principal") else ()
    return parties if len(parties) == 1 and parties[0] in at.sides else ()


def _uncommented(at: Context, part: Part, sentence: Sentence) -> Part | None:
    """'He declined to elaborate.': a short sentence that tells of nothing else."""
    words = sum(t.is_word for t in at.story.tokens[sentence.first : sentence.stop])
    said = at.phrases.no_comment.find(sentence.low) if words <= _BRIEF else None
    if not said or is_denied(sentence.low, said, at.phrases.denying):
        return None
    return replace(part, role="outlet", rule="no comment", frame=None)


def _described(at: Context, part: Part, sentence: Sentence) -> Part | None:
    """'Half of the Danish text is about fish': what a text holds is its side's."""
    parties = text_described(at, sentence)
    return replace(part, role="statement", parties=parties, tier="inferred", rule="text described", frame=None) if parties else None


def _weighed(at: Context, part: Part, sentence: Sentence) -> Part:
    signs = role_signs(at, sentence)
    chances = _chances(at, signs)
    role = max(chances, key=lambda r: chances[r])
    part = replace(part, role=role, signs=_strongest(at, signs, role))
    if role == "statement":
        return _owned(at, part, sentence, chances[role])
    if role == "third_party":
        return _elses(at, part, sentence)
    return replace(part, rule=_telling(at, sentence) if role == "outlet" else None)


def _chances(at: Context, signs: Sequence[str]) -> Mapping[str, float]:
    """How likely each role is; a story without sides has no statements."""
    known = at.on.signs.role
    sums = dict(zip(ROLES, map(sum, zip(*[known[sign] for sign in ("always", *signs) if sign in known], strict=True)), strict=True))
    if not at.sides:
        del sums["statement"]
    top = max(sums.values())
    shares = {role: exp(total - top) for role, total in sums.items()}
    whole = sum(shares.values())
    return {role: share / whole for role, share in shares.items()}


def _strongest(at: Context, signs: Sequence[str], role: str) -> tuple[str, ...]:
    """The signs that speak most for a role."""
    i = ROLES.index(role)
    known = at.on.signs.role
    weights = [(-known[sign][i], sign) for sign in signs if sign in known and known[sign][i] > 0]
    return tuple([sign for _, sign in sorted(weights, key=itemgetter(0))[:_SHOWN]])


def _owned(at: Context, part: Part, sentence: Sentence, chance: float) -> Part:
    """The side, or all sides, for which most signs speak."""
    weights = at.on.signs.owner
    candidates = [*at.sides, *([None] if len(at.sides) > 1 else [])]
    sums = [sum(weights.get(sign, 0.0) for sign in owner_signs(at, sentence, party)) for party in candidates]
    owner = candidates[sums.index(max(sums))]
    parties = (owner,) if owner else at.sides
    last, ahead = at.last, at.ahead
    if last is not None and last.role == "statement" and last.parties == parties and at.near(sentence):
        return _inherit(at, part, "goes on", "carried" if chance >= _LIKELY else "inferred")
    leads = ahead is not None and ahead.parties == parties and at.block_of(ahead) == sentence.block
    return replace(part, parties=parties, tier="inferred", rule="leads in" if leads else "likely", frame=None)


def _elses(at: Context, part: Part, sentence: Sentence) -> Part:
    """Somebody else's words: of the source named before, where a pronoun goes back to it."""
    last, subject = at.last, subject_of(at, sentence)
    goes_back = subject is not None and subject.kind == "pronoun" and subject.head != "it"
    if goes_back and sentence.frames and last is not None and last.role == "third_party" and at.near(sentence):
        return _inherit(at, part, "bystander", "carried")
    return replace(part, rule="elsewhere" if at.phrases.elsewhere.find(sentence.low) else "bystander")


def _telling(at: Context, sentence: Sentence) -> str:
    """What the outlet tells: of a silence, that nobody would comment, that a text came out, or of the call."""
    phrases, last = at.phrases, at.last
    if last is not None and last.rule in UNNAMED and at.near(sentence):
        subject = subject_of(at, sentence)
        if subject is not None and subject.kind == "pronoun":
            return "goes on with the outlet"  # 'He also …', after what the outlet has learned
    told = {
        "omission": phrases.omission,
        "no comment": phrases.no_comment,
        "publication": phrases.publication,
    }
    found = ((rule, said.find(sentence.low)) for rule, said in told.items())
    return next((rule for rule, phrase in found if phrase and not is_denied(sentence.low, phrase, at.phrases.denying)), "narration")
