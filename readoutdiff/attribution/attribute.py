"""Attribution: whose words each stretch of a story is.

First all sentences that name a source are read, each cut where its source changes; each part gets a role, the parties
behind it, and the rule that said so. Then the sentences between them, which name none, are weighed by what stands before
and after them: they go on with an account, or are the outlet's telling of the call, or somebody else's words, or background.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from readoutdiff.attribution.clauses import clause_ahead, cut, end_before, outermost
from readoutdiff.attribution.context import Context
from readoutdiff.attribution.discourse import Memory, Owner, fresh, resolve
from readoutdiff.attribution.framed import label_framed, rule_of
from readoutdiff.attribution.ground import ground_of
from readoutdiff.attribution.home import written_in
from readoutdiff.attribution.noticing import notice, notice_actor, notice_papers, notice_points, notice_spokes, notice_subhead
from readoutdiff.attribution.owners import owner_of
from readoutdiff.attribution.parts import Part, is_voice
from readoutdiff.attribution.people import People
from readoutdiff.attribution.unframed import label_unframed
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.frame import Frame
from readoutdiff.parsing.story import Sentence, Story
from readoutdiff.text.blocks import BULLETS
from readoutdiff.value import Value, replace

Labeller = Callable[[Context, int, Sentence, str | None], Part]


def attribute(story: Story, people: People, sides: Sequence[str], knowledge: Knowledge, labeller: Labeller = label_unframed) -> list[Part]:
    """The parts of all sentences of the body, in order; `labeller` tells what a sentence is that names no source."""
    reader = _Reader(story, people, tuple(sides), knowledge)
    return list(reader.parts(reader.readings(), labeller))


class _Reading(Value, frozen=True):
    """A sentence, what a reader remembers before it, and its parts where it names a source or hangs on a colon."""

    number: int
    sentence: Sentence
    memory: Memory
    parts: tuple[Part, ...]


class _Reader:
    """Reads a story from its first sentence to its last with a reader's memory."""

    def __init__(self, story: Story, people: People, sides: tuple[str, ...], knowledge: Knowledge) -> None:
        self.story, self.sides = story, sides
        self.on = ground_of(story, sides, knowledge)
        self.memory = fresh(people, sides, knowledge, written_in(story))

    def readings(self) -> list[_Reading]:
        """All sentences of the body; those without a source have no parts yet."""
        found: list[_Reading] = []
        last: Part | None = None
        block = -1
        for number, sentence in enumerate(self.story.sentences):
            if self.story.blocks[sentence.block].label != "body":
                if found and self.story.blocks[sentence.block].label == "headline":
                    self.memory = notice_subhead(self.on, self.memory, sentence)
                continue
            if sentence.block != block:
                self.memory = self.memory.turning()
            block, before = sentence.block, self.memory
            parts = self._quoted_block(number, sentence, last) or tuple(self._framed(number, sentence))
            found.append(_Reading(number, sentence, before, parts))
            last = parts[-1] if parts else last
        return found

    def parts(self, readings: Sequence[_Reading], labeller: Labeller) -> Iterator[Part]:
        """The parts of all sentences: those that name no source by what stands around them."""
        ahead = _parts_ahead(readings)
        last: Part | None = None
        last_block = -1
        for reading, after in zip(readings, ahead, strict=True):
            number, sentence, memory, parts = reading.number, reading.sentence, reading.memory, reading.parts
            if not parts:
                at = Context(self.on, memory, last, last_block, after)
                parts = (labeller(at, number, sentence, self._actor(sentence, None, memory)),)
            for part in parts:
                last = last if self._is_aside(part) else part
                yield part
            last_block = sentence.block

    def _is_aside(self, part: Part) -> bool:
        """'(The port was opened in May.)': what follows goes on with what was before."""
        return part.role == "background" and self.story.text[part.start] == "(" and self.story.text[part.end - 1] == ")"

    def _quoted_block(self, number: int, sentence: Sentence, last: Part | None) -> tuple[Part, ...]:
        """The paragraph after 'On fish, the ministry has this:' is that source's, all of it, without quotation marks too."""
        if last is None or last.role != "statement" or last.frame is None:
            return ()
        before = self.story.sentences[last.sentence]
        opens = sentence.block == before.block + 1 and self.story.text[before.end - 1] == ":" and not self.story.quoted[sentence.first]
        item = self.story.text[sentence.start] in BULLETS and sentence.block == before.block + 1
        goes_on = (sentence.block == before.block or item) and last.rule == "block quotation"
        if not (opens or goes_on):
            return ()
        return (replace(last, start=sentence.start, end=sentence.end, sentence=number, rule="block quotation", actor=None),)

    def _framed(self, number: int, sentence: Sentence) -> Iterator[Part]:
        """The parts of a sentence with a source; none where it names none. Either way the reader remembers it."""
        voices = self._voices(sentence)
        if voices:
            ahead = clause_ahead(self.story, sentence, voices[0][0])
            if ahead is not None:
                yield Part(sentence.start, end_before(self.story, ahead), number, "outlet", rule="contrast")
            for start, end, frame in cut(self.story, sentence, [f for f, _ in voices], ahead):
                owner = next(o for f, o in voices if f is frame)
                actor = self._actor(sentence, frame, self.memory)
                part = Part(start, end, number, "statement", owner.parties, owner.tier, rule_of(frame), frame, actor, owner.known_by)
                yield from label_framed(self.on, part, frame)
        self._take_note(sentence, voices)

    def _take_note(self, sentence: Sentence, voices: Sequence[tuple[Frame, Owner]]) -> None:
        """Remember whom and what a sentence names."""
        if voices:
            frame, owner = voices[-1]
            speaks = frame.source.kind in ("person", "principal", "spokes") and not frame.postposed and len(voices) > 1
            memory = self.memory if speaks else notice_actor(self.on, self.memory, sentence)
            self.memory = notice_papers(memory, sentence, owner)
        elif sentence.nouns:
            told = self.memory.voice if self.on.phrases.omission.find(sentence.low) else ()
            self.memory = replace(notice(self.on, self.memory, sentence), told=told)
        self.memory = notice_spokes(notice_points(self.on, self.memory, sentence), sentence)

    def _voices(self, sentence: Sentence) -> list[tuple[Frame, Owner]]:
        """The frames that own words, resolved one after the other."""
        found: list[tuple[Frame, Owner]] = []
        before = self.memory
        self.memory = notice_actor(self.on, self.memory, sentence)
        for frame in sentence.frames:
            if not is_voice(frame):
                continue
            facing = frame.source.holder == "his" and frame.source.head in before.counterparts  # 'Her guest said': not the guest's guest
            back = frame.postposed and not self._led_by_colon(sentence, frame) and self._told_before(frame.source.head, before, found)
            if facing or back:
                owner = resolve(frame.source, before)
            elif found and _vouches(found[-1][0], frame) and found[-1][1].parties:
                owner = found[-1][1]
            else:
                owner = owner_of(self.story, self.memory, sentence, frame)
            if frame.source.kind == "item" and not owner.parties:
                continue
            if frame.source.kind == "pronoun" and not owner.parties and not (self.memory.stranger and frame.source.head in ("he", "she")):
                continue
            owner = self.memory.tiered(owner)
            found.append((frame, owner))
            self.memory = self.memory.after(frame, owner)
        return outermost(self.story, found)

    def _led_by_colon(self, sentence: Sentence, frame: Frame) -> bool:
        """'A spokesman, Ivan Berg, had an answer: The dues were old, he said': whom the sentence names before its colon."""
        opens = sentence.nouns[0] if sentence.nouns else frame.source
        person = opens.kind in ("spokes", "principal", "person") and opens.end < frame.first
        return person and any(self.story.tokens[i].key == ":" and not self.story.quoted[i] for i in range(opens.end, frame.first))

    def _told_before(self, head: str, before: Memory, found: Sequence[tuple[Frame, Owner]]) -> bool:
        """Whether a pronoun after the words goes back past them: 'Ms Lund had asked for it, he added'."""
        if head in ("he", "she"):
            return bool(before.actor) and not found
        return head == "it" and bool(found) and set(found[-1][1].parties).isdisjoint(self.sides)

    def _actor(self, sentence: Sentence, owner: Frame | None, memory: Memory) -> str | None:
        for frame in sentence.frames:
            if frame is not owner and frame.source.kind in ("principal", "person", "pronoun", "joint"):
                if frame.source.kind == "joint":
                    return "joint"
                parties = resolve(frame.source, memory).parties
                if set(parties) & set(self.sides):
                    return next(p for p in parties if p in self.sides)
        return None


_BESIDE = 3  # tokens


def _vouches(speaker: Frame, frame: Frame) -> bool:
    """'“…,” Minister Lund said, according to the ministry', '… to his spokesman': who passes his words on is of his side."""
    bare = frame.source.kind in ("institution", "spokes") and not frame.source.owner and not frame.source.name
    person = speaker.postposed and speaker.source.kind in ("person", "principal")
    return bare and person and frame.first - speaker.end < _BESIDE


def _parts_ahead(readings: Sequence[_Reading]) -> list[Part | None]:
    """For each sentence the first part of the next one that names a source."""
    found: list[Part | None] = []
    after: Part | None = None
    for reading in reversed(readings):
        found.append(after)
        after = reading.parts[0] if reading.parts else after
    return found[::-1]
