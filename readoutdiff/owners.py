"""Whose a source is, where more than its own words must be looked at: the sentence around it."""

from __future__ import annotations

from readoutdiff.discourse import Memory, Owner, resolve
from readoutdiff.frame import Frame
from readoutdiff.phrase import Noun
from readoutdiff.story import Sentence, Story

_OPENING = 5  # tokens before the subject of a sentence


def owner_of(story: Story, memory: Memory, sentence: Sentence, frame: Frame) -> Owner:
    """Whose words: by the source's own words and what went before, else by the place or the leader in the sentence."""
    noun = frame.source
    if noun.holder == "its" and not noun.owner:
        return _of_it(memory, sentence, noun)
    if noun.kind in ("institution", "principal") and not noun.owner and not noun.name:
        noun = _of_its_place(story, sentence, noun)
    if frame.postposed and noun.kind in ("institution", "paper") and not noun.owner and not noun.joint:
        noun = _of_its_subject(memory, sentence, noun)
    if noun.kind == "spokes" and noun.name and not noun.owner and not memory.people.find(noun.name):
        found = _by_place(story, sentence) or _by_subject(story, memory, sentence)
        if found and noun.name not in memory.named:
            return found
    return resolve(noun, memory)


def _of_its_place(story: Story, sentence: Sentence, noun: Noun) -> Noun:
    """'In Bratislava the prime minister's office welcomed it': an office without a country is of the capital it stands in."""
    mention = story.mentions.get(sentence.first + 1)
    opens = story.tokens[sentence.first].low == "in" and mention is not None and mention.kind == "capital" and mention.end <= noun.first
    return noun._replace(owner=mention.parties, sure=True) if opens and mention is not None and len(mention.parties) == 1 else noun


def _of_its_subject(memory: Memory, sentence: Sentence, noun: Noun) -> Noun:
    """'China wants a fair hearing, the foreign ministry said': the ministry is China's, as is the president's presidency."""
    first = sentence.nouns[0]
    acts = any(frame.source is first and not frame.postposed for frame in sentence.frames)
    if first.kind == "party" and first.sure and acts:
        return noun._replace(owner=first.owner, sure=True)
    seated = first.kind == "principal" and memory.seat_of.get(noun.head) == first.head
    first_named = first.kind in ("principal", "person") and not memory.has_spoken(noun.head) and not memory.people.home
    parties = resolve(first, memory).parties if seated or first_named else ()
    return noun._replace(owner=parties, sure=True) if len(parties) == 1 and first.first - sentence.first < _OPENING else noun


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
        if first.sure and first.kind in ("party", "side"):
            return Owner(first.owner, "explicit", "name")
        if first.kind in ("side", "outside", "institution") and not first.owner:
            return Owner((), "explicit", "none")  # 'The Popular Party was less poetic: its spokesperson …'
    return Owner(memory.voice, "anaphoric", "antecedent") if memory.voice else resolve(noun, memory)
