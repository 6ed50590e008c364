"""Sentences with no source of their own: whose account they go on with, if anybody's.

The order of the questions is the order of trust: an open quotation; the reporter's own remarks; words that lean
back on the sentence before; who acts; what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readoutdiff.discourse import Memory, resolve
from readoutdiff.ground import Ground
from readoutdiff.knowledge import Phrases
from readoutdiff.parts import Part, is_voice
from readoutdiff.phrase import Noun
from readoutdiff.story import Sentence, Story, lead

_SCARE = 3  # words in quotation marks that nobody need have said
_FEW = 12  # words that can lead in to an account
_LEADERS = ("party", "institution", "side", "spokes", "principal", "person")


class Context(NamedTuple):
    """Where in its story a reader stands: what it remembers, and the part before, in the same block or the one before."""

    on: Ground
    memory: Memory
    last: Part | None
    last_block: int

    @property
    def story(self) -> Story:
        """The story that is read."""
        return self.on.story

    @property
    def sides(self) -> tuple[str, ...]:
        """Its sides."""
        return self.on.sides

    @property
    def phrases(self) -> Phrases:
        """The fixed phrases of the lexicon."""
        return self.on.phrases

    def near(self, sentence: Sentence) -> bool:
        """Whether the part before stands in the same block or the one before it."""
        return self.last is not None and self.last_block in (sentence.block, sentence.block - 1)

    def here(self, sentence: Sentence) -> bool:
        """Whether the part before stands in the same block."""
        return self.last is not None and self.story.sentences[self.last.sentence].block == sentence.block


def label_unframed(at: Context, number: int, sentence: Sentence, actor: str | None) -> Part:
    """The part that a whole sentence is; role "pending" where only what follows can tell."""
    part = Part(sentence.start, sentence.end, number, "background", actor=actor, frame=next(iter(sentence.frames), None))
    return (
        _quoted(at, part, sentence)
        or _reporter(at, part, sentence)
        or _leaning(at, part, sentence)
        or _acting(at, part, sentence)
        or _leading_in(at, part, sentence)
        or _going_on(at, part, sentence)
        or _telling(at, part, sentence)
        or part
    )


def _quoted(at: Context, part: Part, sentence: Sentence) -> Part | None:
    """Words in quotation marks belong to the speaker before them, else to the one after."""
    if _goes_on_quoting(at, sentence):
        return _inherit(at, part, "quotation", "explicit")
    whole = _quoted_words(at.story, sentence, 0 if sentence.chain is not None else _SCARE)
    if whole and not at.here(sentence) and at.near(sentence) and _was_speaking(at):
        return _inherit(at, part, "quotation", "carried")
    if (sentence.chain is not None and not (whole and at.here(sentence))) or (whole and not at.here(sentence)):
        return part._replace(role="pending", rule="quotation")
    return _inherit(at, part, "quotation", "carried") if whole else None


def _was_speaking(at: Context) -> bool:
    """Whether the part before quotes a person: a paragraph of nothing but quotation goes on with him."""
    last = at.last
    if last is None or last.frame is None or last.frame.source.kind not in ("person", "principal", "spokes", "pronoun", "outside"):
        return False
    sentence = at.story.sentences[last.sentence]
    return any(at.story.quoted[sentence.first : sentence.stop]) or (last.frame.kind == "say" and last.frame.postposed)


def _goes_on_quoting(at: Context, sentence: Sentence) -> bool:
    if at.last is None:
        return False
    if at.story.text[at.last.end - 1] == ":" and at.story.quoted[sentence.first]:
        return True
    return sentence.chain is not None and at.story.sentences[at.last.sentence].chain == sentence.chain


def _quoted_words(story: Story, sentence: Sentence, least: int) -> bool:
    """Whether a sentence of more than so many words stands in quotation marks."""
    words = [i for i in range(sentence.first, sentence.stop) if story.tokens[i].key[0].isalnum()]
    return len(words) > least and sum(story.quoted[i] for i in words) * 10 >= len(words) * 9


def _inherit(at: Context, part: Part, rule: str, tier: str) -> Part:
    last = at.last
    if last is None:
        return part
    kept = tier if last.parties and last.role == "statement" else None
    return part._replace(role=last.role, parties=last.parties, tier=kept, rule=rule, frame=last.frame, known_by=last.known_by)


def _reporter(at: Context, part: Part, sentence: Sentence) -> Part | None:
    """What the reporter says on his own authority: unnamed sources, silences, refusals."""
    phrases = at.phrases
    for rule, said in (("unnamed source", phrases.outlet), ("omission", phrases.omission), ("no comment", phrases.no_comment)):
        if said.find(sentence.low):
            return part._replace(role="outlet", rule=rule)
    return None


def _leaning(at: Context, part: Part, sentence: Sentence) -> Part | None:
    """'He also …', 'were said to have …': more of the account before."""
    if at.phrases.passive.find(sentence.low) and at.last is not None:
        return _inherit(at, part, "passive", "carried")
    if sentence.low.endswith(":") and at.near(sentence) and at.last is not None and at.last.role == "statement":
        return _inherit(at, part, "carried over", "carried")  # 'Then there is this:'
    if not at.near(sentence) or at.last is None or at.last.role not in ("statement", "outlet", "background", "third_party"):
        return None
    tokens = at.story.tokens[sentence.first : sentence.stop]
    also = any(t.low in ("also", "further", "additionally") for t in tokens[:8])
    event = any(not is_voice(f) for f in sentence.frames)
    if at.last.role == "third_party" and not sentence.frames:
        return None
    if tokens and tokens[0].low in ("he", "she", "they"):
        return _inherit(at, part, "carried over", "carried")
    return _inherit(at, part, "carried over", "carried") if also and event and at.last.role == "statement" else None


def _acting(at: Context, part: Part, sentence: Sentence) -> Part | None:
    """Somebody of a side acts, or somebody who is none of them."""
    frame = next((f for f in sentence.frames if not is_voice(f)), None)
    if frame is None or (frame.kind == "mind" and not _is_outsider(at, frame.source)):
        return None
    if frame.source.first - sentence.first <= 2 and _is_outsider(at, frame.source):
        return part._replace(role="third_party", rule="bystander", frame=frame)
    parties = resolve(frame.source, at.memory).parties
    if not set(parties) & set(at.sides):
        return None
    if at.phrases.elsewhere.find(sentence.low):
        return part._replace(role="third_party", rule="elsewhere", frame=frame)
    return _acts(at, part._replace(frame=frame), sentence, tuple(p for p in parties if p in at.sides))


def _is_outsider(at: Context, noun: Noun) -> bool:
    if noun.kind == "outside" or (noun.sure and not set(noun.owner) & set(at.sides)):
        return True
    return noun.kind in ("person", "principal") and len(noun.names) > 1 and not resolve(noun, at.memory).parties


def _acts(at: Context, part: Part, sentence: Sentence, parties: tuple[str, ...]) -> Part:
    """Whoever acts in an account need not give it: the account that is being told goes on, else it is the actor's own."""
    last = at.last
    told = last is not None and last.role == "statement" and at.near(sentence)
    if told and last is not None and (set(last.parties) == set(parties) or at.here(sentence)):
        return _inherit(at, part, "same actor", "inferred")
    if len(parties) == 1:
        return part._replace(role="statement", parties=parties, tier="inferred", rule="actor")
    return _inherit(at, part, "same account", "inferred") if told else part._replace(role="outlet", rule="told by the outlet")


def _leading_in(at: Context, part: Part, sentence: Sentence) -> Part | None:
    """'Canberra was more careful.': a few words on a side, before that side's account in the same paragraph."""
    subject = _subject_of(at, sentence)
    if subject is None or not 2 < len(sentence.low.split()) <= _FEW or subject.kind not in _LEADERS:
        return None
    parties = resolve(subject, at.memory).parties
    told = any(t.key.islower() for t in at.story.tokens[subject.end : sentence.stop])  # 'MOSCOW, October 7' tells nothing
    if len(parties) != 1 or parties[0] not in at.sides or not told or at.phrases.publication.find(sentence.low):
        return None
    otherwise = _going_on(at, part, sentence) or _telling(at, part, sentence) or part
    return part._replace(role="pending", parties=parties, tier="inferred", rule="leads in", frame=None, otherwise=otherwise)


def _subject_of(at: Context, sentence: Sentence) -> Noun | None:
    """The noun phrase that opens the sentence, or follows what opens it ('On trade, Lima was …')."""
    tokens = at.story.tokens
    comma = next((i for i in range(sentence.first, min(sentence.first + 6, sentence.stop)) if tokens[i].key == ","), sentence.first)
    opens = tokens[sentence.first].low in ("on", "about", "as", "in") and comma > sentence.first
    return next((n for n in sentence.nouns if n.first == (comma + 1 if opens else sentence.first)), None)


def _going_on(at: Context, part: Part, sentence: Sentence) -> Part | None:
    """Free indirect speech: 'The judiciary was independent.' after what a minister said, in the same paragraph."""
    last = at.last
    if last is None or not at.here(sentence) or last.role != "statement" or last.rule in ("omission", "joint"):
        return None
    if (
        last.frame is None
        or (last.frame.kind not in ("say", "write") and last.frame.source.kind != "spokes")
        or at.phrases.elsewhere.find(sentence.low)
    ):
        return None
    if any(t.key.isdigit() and len(t.key) == 4 for t in at.story.tokens[sentence.first : sentence.stop]):
        return None  # a year: history
    if (sentence.nouns and sentence.nouns[0].kind in ("paper", "post")) or _of_another(at, sentence):
        return None
    return _inherit(at, part, "goes on", "carried")


def _of_another(at: Context, sentence: Sentence) -> bool:
    """Whether the sentence opens with another side than the one whose account it would go on with."""
    first = next((n for n in sentence.nouns if n.first - sentence.first < 2), None)
    return first is not None and first.sure and at.last is not None and not set(first.owner) & set(at.last.parties)


def _telling(at: Context, part: Part, sentence: Sentence) -> Part | None:
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
