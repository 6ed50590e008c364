"""Whose a source is, where more than its own words must be looked at: the sentence around it."""

from __future__ import annotations

from readoutdiff.attribution.discourse import Memory, Owner, resolve
from readoutdiff.parsing.frame import Frame
from readoutdiff.parsing.noun import Noun
from readoutdiff.parsing.story import Sentence, Story
from readoutdiff.value import replace

_OPENING = 5  # tokens before the subject of a sentence
_SAYING = ("said", "say", "told", "announced")


def owner_of(story: Story, memory: Memory, sentence: Sentence, frame: Frame) -> Owner:
    """Whose words: by the source's own words and what went before, else by the place or the leader in the sentence."""
    noun = frame.source
    if noun.kind == "joint" and not noun.owner and _is_told_by_one(story, memory, frame):
        return Owner(memory.here, "anaphoric", "antecedent")
    its = noun.kind == "institution" and any(story.tokens[i].low == "its" for i in range(noun.first, noun.end))
    if (noun.holder == "its" or its) and not noun.owner:  # 'the office of its prime minister'
        return _of_it(memory, sentence, noun)
    if story.tokens[noun.first].low == "their" and noun.kind in ("paper", "post") and not noun.owner and len(memory.several) == 1:
        return Owner(memory.several, "anaphoric", "antecedent")
    if noun.head == "it" and noun.kind == "pronoun":
        return _it(story, memory, sentence, frame)
    if frame.postposed and noun.kind == "paper" and not noun.owner and not noun.holder and noun.head in memory.texts:
        return Owner(memory.sides, "anaphoric", "both")  # '…, the statements said'
    if noun.kind in ("institution", "principal", "spokes") and not noun.owner and not noun.name:
        noun = _of_that_text(story, memory, sentence, noun) or of_its_place(story, sentence, noun)
    if frame.postposed and noun.kind in ("institution", "paper") and not (noun.owner or noun.joint or noun.holder == "his"):
        noun = _of_its_subject(memory, sentence, noun)
    if noun.kind == "spokes" and not noun.owner and not noun.name and story.tokens[noun.first - 1].low == "with":
        noun = _of_whom_it_is_with(sentence, noun)
    bare = noun.kind == "spokes" and not (noun.owner or noun.name or noun.holder or noun.title or noun.joint)
    if bare and memory.spokes and not memory.here and not frame.postposed:
        return Owner(memory.spokes, "anaphoric", "antecedent")  # 'the spokeswoman' who spoke before, whoever else has spoken since
    if noun.kind == "spokes" and noun.name and not noun.owner and not memory.people.find(noun.name):
        found = _by_place(story, sentence) or _by_subject(story, memory, sentence)
        if found and noun.name not in memory.named:
            return found
    return resolve(noun, memory)


def _is_told_by_one(story: Story, memory: Memory, frame: Frame) -> bool:
    """Whether one side is telling what 'the two leaders' agreed; what they themselves say is of both."""
    return memory.here in [(side,) for side in memory.sides] and story.tokens[frame.cue_first].low not in _SAYING


def _of_that_text(story: Story, memory: Memory, sentence: Sentence, noun: Noun) -> Noun | None:
    """'In it, the government says …': the office is of whose text was named last."""
    opens = [t.low for t in story.tokens[sentence.first : sentence.first + 3]] == ["in", "it", ","]
    return replace(noun, owner=memory.voice) if opens and len(memory.voice) == 1 else None


def of_its_place(story: Story, sentence: Sentence, noun: Noun) -> Noun:
    """'In Bratislava the prime minister's office welcomed it': an office without a country is of the capital it stands in."""
    mention = story.mentions.get(sentence.first + 1)
    opens = (
        story.tokens[sentence.first].low == "in"
        and mention is not None
        and mention.kind in ("capital", "country")
        and mention.end <= noun.first
    )
    return replace(noun, owner=mention.parties) if opens and mention is not None and len(mention.parties) == 1 else noun


def _of_its_subject(memory: Memory, sentence: Sentence, noun: Noun) -> Noun:
    """'China wants a fair hearing, the foreign ministry said': the ministry is China's, as is the president's presidency."""
    first = sentence.nouns[0]
    acts = any(frame.source is first and not frame.postposed for frame in sentence.frames)
    if first.kind in ("party", "paper") and first.sure and acts:
        return replace(noun, owner=first.owner)  # 'The Danish text is warm: “…,” the ministry wrote'
    seated = first.kind == "principal" and memory.seat_of.get(noun.head) == first.head
    first_named = first.kind in ("principal", "person") and not memory.has_spoken(noun.head) and not memory.people.home
    parties = resolve(first, memory).parties if seated or first_named else ()
    return replace(noun, owner=parties) if len(parties) == 1 and first.first - sentence.first < _OPENING else noun


def _it(story: Story, memory: Memory, sentence: Sentence, frame: Frame) -> Owner:
    """'It': the subject of the sentence so far, or the text it speaks of; 'it added': whoever spoke; else what was named last."""
    noun = frame.source
    for before in reversed(sentence.nouns):
        subject = (
            before is sentence.nouns[0] and before.kind in ("party", "side", "institution") and not story.tokens[before.end - 1].possessive
        )
        named = before.end <= noun.first and before.sure and not story.quoted[before.first]
        if named and not frame.postposed and (subject or before.kind in ("paper", "post")):
            return Owner(before.owner, "anaphoric", "antecedent")
    adds = story.tokens[frame.cue_first].low in ("added", "adds")
    return Owner(memory.told, "anaphoric", "antecedent") if adds and memory.told else resolve(noun, memory)


def _of_whom_it_is_with(sentence: Sentence, noun: Noun) -> Noun:
    """'The palace struck another note, with a spokesman saying …'."""
    first = sentence.nouns[0]
    office = first.kind in ("institution", "party", "side") and first.sure and first.end <= noun.first
    return replace(noun, owner=first.owner) if office else noun


def _by_place(story: Story, sentence: Sentence) -> Owner | None:
    """'told reporters in Dodoma'."""
    for at in range(sentence.first + 1, sentence.stop):
        mention = story.mentions.get(at)
        if mention and mention.kind == "capital" and story.tokens[at - 1].low == "in" and not story.quoted[at]:
            return Owner(mention.parties, "inferred", "place") if len(mention.parties) == 1 else None
    return None


def _by_subject(story: Story, memory: Memory, sentence: Sentence) -> Owner | None:
    """'“The chancellor made clear …,” the spokesman said': the side whose leader the quotation is about."""
    first = next((n for n in sentence.nouns if n.kind == "principal"), None)
    if first is None or first.first - sentence.first > 3 or not story.quoted[first.first]:
        return None
    parties = resolve(first, memory).parties
    return Owner(parties, "inferred", "subject") if parties else None


def _of_it(memory: Memory, sentence: Sentence, noun: Noun) -> Owner:
    """'Ethiopia took note of it, its ministry said': the first party that the sentence names is meant, or who spoke before."""
    first = sentence.nouns[0]
    if first.end <= noun.first and first.first - sentence.first < _OPENING:
        speaks = first.kind == "institution" and noun.kind == "spokes"  # 'The Swedish ministry was …, its spokesman said'
        if first.sure and (first.kind in ("party", "side") or speaks):
            return Owner(first.owner, "explicit", "name")
        if first.kind in ("side", "outside", "institution") and not first.owner:
            return Owner((), "explicit", "none")  # 'The Popular Party was less poetic: its spokesperson …'
    return Owner(memory.voice, "anaphoric", "antecedent") if memory.voice else resolve(noun, memory)
