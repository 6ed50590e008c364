"""Attribution: whose words each stretch of a story is.

Each sentence is cut where its source changes; each part gets a role, the parties behind it, and the rule that
said so. A sentence with no source of its own goes on with the account before it where the text shows that it does
('He also …', an open quotation), else it is the outlet's telling of the call, else background.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.clauses import cut, outermost
from readoutdiff.context import Context
from readoutdiff.discourse import Memory, Owner, resolve
from readoutdiff.frame import Frame
from readoutdiff.framed import label_framed, rule_of
from readoutdiff.ground import ground_of
from readoutdiff.knowledge import Knowledge
from readoutdiff.noticing import notice, notice_actor, notice_points
from readoutdiff.owners import owner_of
from readoutdiff.parts import Part, is_voice
from readoutdiff.people import People
from readoutdiff.story import Sentence, Story
from readoutdiff.unframed import label_unframed


def attribute(story: Story, people: People, sides: Sequence[str], knowledge: Knowledge) -> list[Part]:
    """The parts of all sentences of the body, in order."""
    return list(_Reader(story, people, tuple(sides), knowledge).parts())


class _Reader:
    """Reads a story from its first sentence to its last with a reader's memory."""

    def __init__(self, story: Story, people: People, sides: tuple[str, ...], knowledge: Knowledge) -> None:
        self.story, self.sides = story, sides
        self.on = ground_of(story, sides, knowledge)
        governs = {party: country for party, country in knowledge.governs.items() if country in sides}
        self.memory = Memory(people, sides, stands_for=governs)
        self.last: Part | None = None
        self.last_block = -1

    def parts(self) -> Iterator[Part]:
        waiting: list[Part] = []
        for number, sentence in enumerate(self.story.sentences):
            if self.story.blocks[sentence.block].label != "body":
                continue
            if sentence.block != self.last_block:
                self.memory = self.memory._replace(here=(), points=())
            for part in self._quoted_block(number, sentence) or self._sentence(number, sentence):
                if part.role == "pending":
                    waiting.append(part)
                    continue
                yield from (self._settled(p, part) for p in waiting)
                waiting = []
                if not self._is_aside(part):
                    self.last = part
                yield part
            self.last_block = sentence.block
        yield from (p.otherwise or p._replace(role="outlet", rule=None) for p in waiting)

    def _is_aside(self, part: Part) -> bool:
        """'(The port was opened in May.)': what follows goes on with what was before."""
        return part.role == "background" and self.story.text[part.start] == "(" and self.story.text[part.end - 1] == ")"

    def _quoted_block(self, number: int, sentence: Sentence) -> tuple[Part, ...]:
        """The paragraph after 'On fish, the ministry has this:' is that source's, all of it, without quotation marks too."""
        last = self.last
        if last is None or last.role != "statement" or last.frame is None:
            return ()
        before = self.story.sentences[last.sentence]
        opens = sentence.block == before.block + 1 and self.story.text[before.end - 1] == ":" and not self.story.quoted[sentence.first]
        goes_on = sentence.block == before.block and last.rule == "block quotation"
        if not (opens or goes_on):
            return ()
        return (last._replace(start=sentence.start, end=sentence.end, sentence=number, rule="block quotation", actor=None),)

    def _settled(self, part: Part, after: Part) -> Part:
        """A part that had to wait for the one after it: a quotation is that speaker's, and so is what leads in to him."""
        if part.rule == "quotation":
            return after._replace(start=part.start, end=part.end, sentence=part.sentence, rule="quotation")
        sentences = self.story.sentences
        leads = after.parties == part.parties and sentences[after.sentence].block == sentences[part.sentence].block
        return part._replace(role="statement", otherwise=None) if leads else part.otherwise or part

    def _sentence(self, number: int, sentence: Sentence) -> Iterator[Part]:
        voices = self._voices(sentence)
        if not voices:
            at = Context(self.on, self.memory, self.last, self.last_block)
            part = label_unframed(at, number, sentence, self._actor(sentence, None))
            silent = part.rule == "omission"  # a text that is silent does not speak, 'Rabat' is still what 'its' means next
            if not silent or (sentence.nouns and sentence.nouns[0].kind == "party"):
                self.memory = notice(self.on, self.memory, sentence)
            self.memory = notice_points(self.on, self.memory, sentence)
            yield part
            return
        for start, end, frame in cut(self.story, sentence, [f for f, _ in voices]):
            owner = next(o for f, o in voices if f is frame)
            actor = self._actor(sentence, frame)
            part = Part(start, end, number, "statement", owner.parties, owner.tier, rule_of(frame), frame, actor, owner.known_by)
            yield from label_framed(self.on, part, frame)
        self.memory = notice_actor(self.on, self.memory, sentence)
        self.memory = notice_points(self.on, self.memory, sentence)

    def _voices(self, sentence: Sentence) -> list[tuple[Frame, Owner]]:
        """The frames that own words, resolved one after the other."""
        found = []
        before = self.memory
        self.memory = notice_actor(self.on, self.memory, sentence)
        for frame in sentence.frames:
            if not is_voice(frame):
                continue
            owner = owner_of(self.story, self.memory, sentence, frame)
            if frame.source.head in ("he", "she") and frame.postposed and before.actor:
                owner = resolve(frame.source, before)  # 'Ms Lund had asked for it, he added': he told of her
            if frame.source.kind == "item" and not owner.parties:
                continue
            if frame.source.kind == "pronoun" and not owner.parties and not (self.memory.stranger and frame.source.head in ("he", "she")):
                continue
            found.append((frame, owner))
            self.memory = self.memory.after(frame, owner)
        return outermost(self.story, found)

    def _actor(self, sentence: Sentence, owner: Frame | None) -> str | None:
        for frame in sentence.frames:
            if frame is not owner and frame.source.kind in ("principal", "person", "pronoun", "joint"):
                if frame.source.kind == "joint":
                    return "joint"
                parties = resolve(frame.source, self.memory).parties
                if set(parties) & set(self.sides):
                    return next(p for p in parties if p in self.sides)
        return None
