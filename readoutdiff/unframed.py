"""Sentences with no source of their own: whose account they go on with, if anybody's.

The order of the questions is the order of trust: an open quotation; the reporter's own remarks; words that lean
back on the sentence before; who acts; what it is about.
"""

from __future__ import annotations

from readoutdiff.context import Context
from readoutdiff.discourse import resolve
from readoutdiff.parts import Part, is_voice
from readoutdiff.phrase import Noun
from readoutdiff.story import Sentence, Story
from readoutdiff.telling import tells

_SCARE = 3  # words in quotation marks that nobody need have said
_FEW = 12  # words that can lead in to an account
_LEADERS = ("party", "institution", "side", "spokes", "principal", "person")


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
        or tells(at, part, sentence)
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
    otherwise = _going_on(at, part, sentence) or tells(at, part, sentence) or part
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
