"""Attribution: whose words each stretch of a story is.

Each sentence is cut where its source changes; each part gets a role, the parties behind it, and the rule that
said so. A sentence with no source of its own goes on with the account before it where the text shows that it does
('He also …', an open quotation), else it is the outlet's telling of the call, else background.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.clauses import BREAK_WORDS, BREAKS, DASHES, break_between, cut, end_before, outermost, start_after
from readoutdiff.discourse import Memory, Owner, resolve
from readoutdiff.frame import Frame
from readoutdiff.knowledge import Knowledge, Phrases
from readoutdiff.parts import Part, is_voice
from readoutdiff.people import People
from readoutdiff.phrase import Noun
from readoutdiff.story import Sentence, Story
from readoutdiff.unframed import Context, label_unframed


def attribute(story: Story, people: People, sides: Sequence[str], knowledge: Knowledge) -> list[Part]:
    """The parts of all sentences of the body, in order."""
    return list(_Reader(story, people, tuple(sides), knowledge).parts())


_CLOSE = 5  # tokens between 'neither' and the source it denies
_NEAR = 7  # tokens beside a source and its cue that tell when it spoke


class _Reader:
    """Reads a story from its first sentence to its last with a reader's memory."""

    def __init__(self, story: Story, people: People, sides: tuple[str, ...], knowledge: Knowledge) -> None:
        self.story, self.sides = story, sides
        self.phrases: Phrases = knowledge.grammar.phrases
        self.cues, self.months = knowledge.cues, knowledge.grammar.words.months
        self.negations = knowledge.grammar.words.negations
        self.text_parts = knowledge.grammar.words.parts
        governs = {party: country for party, country in knowledge.governs.items() if country in sides}
        self.memory = Memory(people, sides, stands_for=governs)
        self.beside = knowledge.grammar.words.connectors - {"from", "by"} | {"and", "between"}  # 'with Ms Lund': not who acts
        self.standing = knowledge.grammar.verbs.standing
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
            at = Context(self.story, self.memory, self.sides, self.phrases, self.negations, self.text_parts, self.last, self.last_block)
            part = label_unframed(at, number, sentence, self._actor(sentence, None))
            silent = part.rule == "omission"  # a text that is silent does not speak, 'Rabat' is still what 'its' means next
            if not silent or (sentence.nouns and sentence.nouns[0].kind == "party"):
                self._notice(sentence)
            self._notice_points(sentence)
            yield part
            return
        for start, end, frame in cut(self.story, sentence, [f for f, _ in voices]):
            owner = next(o for f, o in voices if f is frame)
            yield from self._framed(number, sentence, start, end, frame, owner)
        self._notice_actor(sentence)
        self._notice_points(sentence)

    def _voices(self, sentence: Sentence) -> list[tuple[Frame, Owner]]:
        """The frames that own words, resolved one after the other."""
        found = []
        before = self.memory
        self._notice_actor(sentence)
        for frame in sentence.frames:
            if not is_voice(frame):
                continue
            owner = self._owner(sentence, frame)
            if frame.source.head in ("he", "she") and frame.postposed and before.actor:
                owner = resolve(frame.source, before)  # 'Ms Lund had asked for it, he added': he told of her
            if frame.source.kind == "item" and not owner.parties:
                continue
            if frame.source.kind == "pronoun" and not owner.parties and not (self.memory.stranger and frame.source.head in ("he", "she")):
                continue
            found.append((frame, owner))
            self.memory = self.memory.after(frame, owner)
        return outermost(self.story, found)

    def _owner(self, sentence: Sentence, frame: Frame) -> Owner:
        """Whose words: by the source's own words and what went before, else by the place or the leader in the sentence."""
        noun = self._with_its_owner(sentence, frame.source)
        if frame.postposed and noun.kind == "institution" and not noun.owner:
            noun = self._of_its_subject(sentence, noun)
        if noun.kind == "spokes" and noun.name and not noun.owner and not self.memory.people.find(noun.name):
            found = self._by_place(sentence) or self._by_subject(sentence)
            if found and noun.name not in self.memory.named:
                return found
        return resolve(noun, self.memory)

    def _of_its_subject(self, sentence: Sentence, noun: Noun) -> Noun:
        """'China wants a fair hearing, the foreign ministry said': the ministry is China's."""
        first = sentence.nouns[0]
        acts = any(frame.source is first and not frame.postposed for frame in sentence.frames)
        return noun._replace(owner=first.owner, sure=True) if first.kind == "party" and first.sure and acts else noun

    def _by_place(self, sentence: Sentence) -> Owner | None:
        """'told reporters in Dodoma'."""
        for at in range(sentence.first + 1, sentence.stop):
            mention = self.story.mentions.get(at)
            if mention and mention.kind == "capital" and self.story.tokens[at - 1].low == "in" and not self.story.quoted[at]:
                return Owner(mention.parties, "inferred", "place") if len(mention.parties) == 1 else None
        return None

    def _by_subject(self, sentence: Sentence) -> Owner | None:
        """'“The chancellor made clear …,” the spokesman said': the side whose leader the quotation is about."""
        first = next((n for n in sentence.nouns if n.kind == "principal"), None)
        if first is None or first.first - sentence.first > 3 or not self.story.quoted[first.first]:
            return None
        parties = resolve(first, self.memory).parties
        return Owner(parties, "inferred", "subject") if parties else None

    def _with_its_owner(self, sentence: Sentence, noun: Noun) -> Noun:
        """'Ethiopia took note of it, its ministry said': the first party that the sentence names is meant."""
        if noun.holder != "its" or noun.owner:
            return noun
        first = sentence.nouns[0]
        leads = first.end <= noun.first and first.sure and first.kind in ("party", "side")
        if leads and first.first - sentence.first <= 2:
            return noun._replace(owner=first.owner, sure=True)
        return noun._replace(owner=self.memory.voice, sure=True) if self.memory.voice else noun

    def _framed(self, number: int, sentence: Sentence, start: int, end: int, frame: Frame, owner: Owner) -> Iterator[Part]:
        low = sentence.low[start - sentence.start : end - sentence.start]
        actor = self._actor(sentence, frame)
        part = Part(start, end, number, "statement", owner.parties, owner.tier, _rule(frame), frame, actor, owner.known_by)
        if frame.source.kind == "unnamed" or self.phrases.outlet.find(low):
            yield self._bare(part, "outlet", "unnamed source")
            return
        if self._denies(sentence, frame):
            yield self._bare(part, "outlet", "omission")
            return
        if self._stands(frame, low):
            yield self._bare(part, "background", "standing claim")
            return
        for rule, phrases in (("omission", self.phrases.omission), ("no comment", self.phrases.no_comment)):
            silent = phrases.find(low)
            if silent and not self._is_told(frame, part, start + low.find(silent), rule):
                yield from self._with_silence(part, start + low.find(silent), self._told(part, low, frame, owner), rule)
                return
        yield self._told(part, low, frame, owner)

    def _is_told(self, frame: Frame, part: Part, at: int, rule: str) -> bool:
        """'Crab did not come up, the ministry said': that is what the ministry says, not what the reporter misses."""
        if rule != "omission" or frame.kind not in ("say", "write") or not frame.postposed:
            return False
        tokens, nouns = self.story.tokens, self.story.sentences[part.sentence].nouns
        texts = any(n.kind in ("paper", "post") and tokens[n.first].start < at for n in nouns)
        return at < tokens[frame.first].start and not texts

    def _denies(self, sentence: Sentence, frame: Frame) -> bool:
        """'Neither of the readouts mentions it', 'No paper says so': nobody says it."""
        opens = self.story.tokens[sentence.first].low in self.negations and frame.source.first - sentence.first < _CLOSE
        return opens and not frame.postposed and frame.source.kind not in ("unnamed", "outside", "pronoun")

    def _stands(self, frame: Frame, low: str) -> bool:
        """'Venezuela claims the Essequibo': what a country holds for good, where no capital speaks and nothing is quoted."""
        named = self.story.mentions.get(frame.source.end - 1)
        country = frame.source.kind == "party" and named is not None and named.kind == "country"
        return country and self.story.tokens[frame.cue_first].low in self.standing and not any(c in low for c in '"“')

    def _told(self, part: Part, low: str, frame: Frame, owner: Owner) -> Part:
        """The part as its source's words."""
        if frame.source.kind in ("paper", "post", "party", "institution") and frame.kind == "act":
            cue_at = self.story.tokens[frame.cue_first].start - part.start
            predicate = " ".join(low[max(cue_at, 0) :].split()[:4])
            goes_on = next(self._further_verbs(part, frame.end), None)
            if self.phrases.publication.find(predicate) and goes_on is None:
                return self._bare(part, "outlet", "publication")
        weak = frame.source.kind in ("person", "principal", "party", "side", "outside") or frame.source.head in ("he", "she")
        if weak and self._is_elsewhere(part, frame):
            return self._bare(part, "third_party", "elsewhere")
        if not set(owner.parties) & set(self.sides):
            return self._bare(part, "third_party", _rule(frame))
        return part._replace(parties=tuple(p for p in owner.parties if p in self.sides))

    def _is_elsewhere(self, part: Part, frame: Frame) -> bool:
        """'Ms Lund said last week …': the other time stands beside the source and its cue, not in what was said."""
        sentence, tokens = self.story.sentences[part.sentence], self.story.tokens
        first = max(sentence.first, frame.first - _NEAR) if frame.postposed else sentence.first
        end = min(sentence.stop, frame.end + _NEAR)
        beside = " ".join(t.low for i, t in enumerate(tokens[first:end], first) if not self.story.quoted[i])
        opening = [t.low for t in tokens[sentence.first : sentence.first + 2]]
        return self.phrases.elsewhere.find(beside) is not None or (opening[0] == "in" and opening[-1] in self.months)

    def _with_silence(self, part: Part, at: int, told: Part, rule: str) -> Iterator[Part]:
        """Cut the reporter's 'which the other text leaves out' from what a side does say in the same breath."""
        frame = told.frame
        tokens = self.story.tokens
        first = next(i for i in range(self.story.sentences[part.sentence].first, len(tokens)) if tokens[i].end > at)
        bare = self._bare(part, "outlet", rule)
        if frame is None:
            yield bare
        elif frame.first <= first < frame.end:
            yield from self._around(told, bare, frame, first)
        elif frame.end <= first:
            cut = break_between(self.story, frame.end, first, (*BREAKS, *DASHES, *BREAK_WORDS, "something"))
            if cut is None:
                yield told if frame.kind == "say" else bare
                return
            yield told._replace(end=end_before(self.story, cut))
            yield bare._replace(start=start_after(self.story, cut))
        else:
            cut = break_between(self.story, first, frame.first, (*BREAKS, "what"))
            if cut is None or frame.postposed:
                yield bare
                return
            yield bare._replace(end=end_before(self.story, cut))
            yield told._replace(start=start_after(self.story, cut))

    def _around(self, told: Part, bare: Part, frame: Frame, first: int) -> Iterator[Part]:
        """'The ministry, which made no mention of it, said …': only the bracket is the reporter's."""
        opens = break_between(self.story, frame.source.end, first, (*BREAKS, *DASHES)) if frame.source.end <= first else None
        closes = next((i for i in range(first, frame.cue_first) if self.story.tokens[i].key in (*BREAKS, *DASHES)), None)
        goes_on = next(self._further_verbs(part=bare, first=first), None)
        if frame.source.end <= first >= frame.cue_first and goes_on is not None:
            yield bare._replace(end=end_before(self.story, goes_on))
            yield told._replace(start=start_after(self.story, goes_on))
            return
        if opens is None or closes is None:
            yield bare
            return
        yield told._replace(end=self.story.tokens[opens].end)
        yield bare._replace(start=self.story.tokens[opens + 1].start, end=self.story.tokens[closes].end)
        yield told._replace(start=start_after(self.story, closes))

    def _further_verbs(self, part: Part, first: int) -> Iterator[int]:
        """Where the same source goes on: 'It gives no figure, and speaks of …'."""
        sentence, tokens = self.story.sentences[part.sentence], self.story.tokens
        for at in range(first, sentence.stop - 2):
            conjunction = at + (tokens[at].key == ",")
            if tokens[conjunction].low in ("and", "but") and tokens[conjunction + 1].low in self.cues and not self.story.quoted[at]:
                yield at

    @staticmethod
    def _bare(part: Part, role: str, rule: str) -> Part:
        return part._replace(role=role, parties=(), tier=None, rule=rule)

    def _actor(self, sentence: Sentence, owner: Frame | None) -> str | None:
        for frame in sentence.frames:
            if frame is not owner and frame.source.kind in ("principal", "person", "pronoun", "joint"):
                if frame.source.kind == "joint":
                    return "joint"
                parties = resolve(frame.source, self.memory).parties
                if set(parties) & set(self.sides):
                    return next(p for p in parties if p in self.sides)
        return None

    def _notice(self, sentence: Sentence) -> None:
        """A paper or institution that is only named ('The Irish statement landed at ten') is what 'it' means next."""
        for noun in sentence.nouns[:2]:
            owner = resolve(noun, self.memory)
            near = 14 if noun.kind != "party" else 1
            if noun.kind in ("paper", "post", "institution", "party") and owner.parties and noun.first - sentence.first < near:
                self.memory = self.memory.seeing(noun, owner.parties)
        self._notice_actor(sentence)

    def _notice_points(self, sentence: Sentence) -> None:
        """'Three of Lima's eleven points …': whose points 'one' and 'another' are."""
        owners = {n.owner for n in sentence.nouns if n.sure and n.owner[0] in self.sides}
        if any(t.low in self.text_parts for t in self.story.tokens[sentence.first : sentence.stop]) and owners:
            first = next(n for n in sentence.nouns if n.sure and n.owner[0] in self.sides)
            self.memory = self.memory._replace(points=first.owner)

    def _notice_actor(self, sentence: Sentence) -> None:
        """Whom 'he' means next: the first person of the sentence outside quotation marks, if it is known whose."""
        for noun in sentence.nouns:
            if noun.kind == "pronoun" and noun.head in ("he", "she") and not self.story.quoted[noun.first]:
                return  # 'He told Ms Lund': he is still whom he was
            person = noun.kind in ("principal", "spokes", "outside") or (noun.kind == "person" and self._speaks(sentence, noun))
            before = self.story.tokens[noun.first - 1].low if noun.first > sentence.first else ""
            if person and not self.story.quoted[noun.first] and before not in self.beside:
                parties = resolve(noun, self.memory).parties
                self.memory = self.memory.meeting(parties)
                return

    def _speaks(self, sentence: Sentence, noun: Noun) -> bool:
        """Whether a capitalised name is a person's: one whom the text introduced, or the subject of a reporting verb."""
        known = any(self.memory.people.find(part) or part in self.memory.named for part in noun.names)
        leads = (
            noun.first - sentence.first < 2 and len(noun.names) > 1 and noun.end < sentence.stop and self.story.tokens[noun.end].key == ","
        )
        return known or leads or any(frame.source.first == noun.first for frame in sentence.frames)


def _rule(frame: Frame) -> str:
    if frame.source.kind == "joint":
        return "joint"
    order = "after" if frame.postposed else "before"
    return f"{frame.source.kind} {order}"
