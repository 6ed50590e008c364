"""What a reader takes note of in a sentence: what 'it', 'he' and 'another' will mean next."""

from __future__ import annotations

from collections.abc import Sequence

from readoutdiff.attribution.discourse import Memory, Owner, resolve
from readoutdiff.attribution.ground import Ground
from readoutdiff.attribution.owners import of_its_place
from readoutdiff.parsing.noun import Noun
from readoutdiff.parsing.story import Sentence
from readoutdiff.text.tokens import low_at
from readoutdiff.value import replace

_OPENING = 4  # tokens before the subject of a sentence
_NO_PERSON = ("paper", "post", "institution", "side", "party", "joint", "press", "unnamed")


def notice(on: Ground, memory: Memory, sentence: Sentence) -> Memory:
    """The memory after a sentence that nobody speaks in: a text or office only named in it is what 'it' means next."""
    publishes = on.phrases.publication.find(sentence.low) is not None
    for place, noun in enumerate(sentence.nouns[:2]):
        noun = of_its_place(on.story, sentence, noun) if noun.kind == "institution" and not noun.sure else noun
        owner = resolve(noun, memory)
        near = 14 if noun.kind != "party" else _OPENING if publishes and not place else 1  # 'Hours later Lima put out its own text'
        spoken_of = noun.kind in ("paper", "post", "institution", "party") or (noun.kind == "side" and noun.head == "side")
        if spoken_of and owner.parties and noun.first - sentence.first < near:
            memory = memory.seeing(noun, owner.parties)
    return _noticing_people(memory, sentence)


def _noticing_people(memory: Memory, sentence: Sentence) -> Memory:
    """The memory after 'The Danes see it otherwise.': 'their text' is theirs next; after 'On one matter both agree' both's."""
    if any(noun.kind == "joint" and not noun.owner for noun in sentence.nouns):
        return replace(memory, several=memory.sides)
    first = sentence.nouns[0]
    people = first.kind == "side" and first.sure and first.head.endswith("s") and first.first - sentence.first < _OPENING
    return replace(memory, several=first.owner) if people else memory


def notice_papers(memory: Memory, sentence: Sentence, owner: Owner) -> Memory:
    """The memory after 'the ministry said in a media release': 'the release' is the ministry's next."""
    for noun in sentence.nouns:
        if noun.kind in ("paper", "post") and noun.indefinite and not noun.owner and len(owner.parties) == 1:
            memory = memory.issuing(noun, owner.parties)
    return memory


def notice_spokes(memory: Memory, sentence: Sentence) -> Memory:
    """The memory after '“…,” he told her, as quoted by his spokesman, Tom Ek': Ek is of his side."""
    for noun in sentence.nouns:
        if noun.kind == "spokes" and noun.name and noun.holder == "his":
            parties = resolve(noun, memory).parties
            memory = replace(memory, named={**memory.named, **dict.fromkeys(noun.names, parties)}) if parties else memory
    return memory


def notice_subhead(on: Ground, memory: Memory, sentence: Sentence) -> Memory:
    """The memory after 'What Dhaka says', 'The Norwegian version': that side's account follows."""
    tokens = on.story.tokens[sentence.first : sentence.stop]
    sides = sentence.named & set(on.sides)
    tells = any(t.low in on.cues for t in tokens) or any(n.kind in ("paper", "post", "side") for n in sentence.nouns)
    return replace(memory, voice=tuple(sides), actor=tuple(sides)) if len(sides) == 1 and tells else memory


def notice_points(on: Ground, memory: Memory, sentence: Sentence) -> Memory:
    """The memory with those whose points are told one by one: 'Three of Lima's eleven points …'."""
    owner = next((n.owner for n in sentence.nouns if n.sure and n.owner[0] in on.sides), None)
    if owner is None or owner == memory.points:
        return memory
    return memory if sentence.words.isdisjoint(on.words.parts) else replace(memory, points=owner)


def notice_actor(on: Ground, memory: Memory, sentence: Sentence) -> Memory:
    """The memory with whom 'he' means next: the first person of the sentence outside quotation marks, if it is known whose."""
    asks = on.story.tokens[sentence.first].low in on.verbs.asking
    for noun in _answering(on, sentence):
        if noun.kind in ("paper", "post") and noun is sentence.nouns[0] and noun.holder not in (None, "his", "its"):
            return memory.meeting(resolve(noun, memory).parties)  # 'Ms Lund's account began with crab. She …'
        if noun.kind in _NO_PERSON:
            continue
        if noun.kind == "pronoun" and noun.head in ("he", "she") and not on.story.quoted[noun.first]:
            return memory  # 'He told Ms Lund': he is still whom he was
        if noun.kind == "outside" and noun.head.endswith("s") and not noun.names:
            continue  # traders are no 'he'
        person = noun.kind in ("principal", "spokes", "outside") or (noun.kind == "person" and _speaks(on, memory, sentence, noun))
        before = on.story.tokens[noun.first - 1].low if noun.first > sentence.first else ""
        topic = noun.first == sentence.first + 1 and before == "for" and low_at(on.story.tokens, noun.end) == ","  # 'For Ms Lund, …'
        beside = before in ("and", "between") or (
            not topic and before in on.words.connectors and before not in ("from", "by") and not (asks and before == "to")
        )
        if person and not on.story.quoted[noun.first] and not beside:  # 'with Ms Lund' is not who acts
            return memory.meeting(resolve(noun, memory).parties)
    return memory


def _answering(on: Ground, sentence: Sentence) -> Sequence[Noun]:
    """The noun phrases of a sentence; of 'Pressed on whether Ms Lund had agreed, he …' those from who answers on."""
    tokens = on.story.tokens
    if tokens[sentence.first].low not in on.verbs.asked:
        return sentence.nouns
    comma = next((i for i in range(sentence.first, sentence.stop) if tokens[i].key == "," and not on.story.quoted[i]), sentence.first)
    return [noun for noun in sentence.nouns if noun.first >= comma]


def _speaks(on: Ground, memory: Memory, sentence: Sentence, noun: Noun) -> bool:
    """Whether a capitalised name is a person's: one whom the text introduced, or the subject of a reporting verb."""
    known = any(memory.people.find(part) or part in memory.named for part in noun.names)
    leads = noun.first - sentence.first < 2 and len(noun.names) > 1 and noun.end < sentence.stop and on.story.tokens[noun.end].key == ","
    return known or leads or any(frame.source.first == noun.first for frame in sentence.frames)
