"""Signs by which a reader tells whose a sentence without a source is: where it stands, what it is about, how it is put.

Each sign is a name in lexicon/signs.toml, with what it says in plain words and how much it speaks for each role, or for a
side as the owner. None decides alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.attribution.context import Context
from readoutdiff.attribution.discourse import resolve
from readoutdiff.attribution.parts import Part, is_voice
from readoutdiff.lexicon.grammar import Words
from readoutdiff.parsing.noun import Noun
from readoutdiff.parsing.story import Sentence, lead

_SHORT, _LONG = 8, 25  # words
_EARLY, _LATE = 0.25, 0.75  # of the text
_DIGITS, _FIRST_YEAR, _LAST_YEAR = 4, 1500, 2099
_TENSES = ("had", "has", "present", "was")
_TOLD_OF = ("omission", "no_comment", "publication", "bridge", "call", "elsewhere", "encounter", "counterpart")


def role_signs(at: Context, sentence: Sentence) -> list[str]:
    """The names of the signs that bear on the role of a sentence without a source, each once."""
    subject = subject_of(at, sentence)
    found = [*_before(at, sentence), *_ahead(at, sentence), *_place(at, sentence), *_words(at, sentence), *_phrases(at, sentence)]
    return list(dict.fromkeys([*found, *_subject(at, sentence, subject), *_acts(at, sentence)]))


def nearness(at: Context, part: Part, sentence: Sentence) -> str:
    """Whether a part stands in the paragraph of a sentence, in one beside it, or far off."""
    distance = abs(at.block_of(part) - sentence.block)
    return "here" if not distance else "near" if distance == 1 else "far"


def _before(at: Context, sentence: Sentence) -> Iterator[str]:
    last = at.last
    if last is None:
        yield "nothing before"
        return
    yield f"{last.role} before"
    yield f"{last.role} before, {nearness(at, last, sentence)}"
    if at.here(sentence) and last.frame is not None:
        yield f"{last.frame.source.kind} spoke before"
        yield f"{last.frame.kind} before"
        if is_voice(last.frame) and last.frame.first >= at.story.sentences[last.sentence].first:
            yield "source named before"


def _ahead(at: Context, sentence: Sentence) -> Iterator[str]:
    ahead, last = at.ahead, at.last
    if ahead is None:
        yield "nothing ahead"
        return
    place = nearness(at, ahead, sentence)
    if place != "far":
        yield f"{ahead.role} ahead, {place}"
    if ahead.frame is not None and place == "here" and ahead.frame.postposed:
        yield "source named after, ahead"
    if last is not None and last.role == ahead.role == "statement" and place != "far" and at.near(sentence):
        yield "one account around" if last.parties == ahead.parties else "two accounts around"


def _place(at: Context, sentence: Sentence) -> Iterator[str]:
    block = at.story.blocks[sentence.block]
    opens = block.start == sentence.start
    if opens:
        yield "opens its paragraph"
    if opens and block.end <= sentence.end + 1:
        yield "alone in its paragraph"
    place = sentence.start / len(at.story.text)
    if place < _EARLY and sentence.start <= lead(at.story)[-1].start:
        yield "in the lead"
    if place > _LATE:
        yield "late"


def _words(at: Context, sentence: Sentence) -> Iterator[str]:
    tokens = [t for t in at.story.tokens[sentence.first : sentence.stop] if t.is_word]
    words = [t.low for t in tokens]
    there, classes, low = sentence.words, at.on.words, sentence.low
    told = at.last is not None and at.last.role == "statement" and at.here(sentence)
    yield from ("short",) if len(words) <= _SHORT else ("long",) if len(words) >= _LONG else ()
    if not there.isdisjoint(classes.months) and any(t.low in classes.months and t.key[0].isupper() for t in tokens):
        yield "month"
    for name, class_ in (("past", classes.past_times), ("adding", classes.adding), ("not", classes.negations)):
        if not there.isdisjoint(class_) or (name == "not" and "n't" in low):
            yield name
    if not there.isdisjoint(classes.reader) and _addresses(at, sentence):
        yield "speaks to the reader"
    if not there.isdisjoint(classes.obliging):
        yield "obliging"
        yield from ("obliging, in an account",) if told else ()
    yield from _numbers(words)
    if not there.isdisjoint(classes.forms_of_be):
        yield from _passive(words, classes)
    for name in _TENSES:
        if not there.isdisjoint(getattr(at.on.verbs, name)):
            yield name
    if words and words[0] in classes.openers:
        yield f"begins with {words[0]}"
    for name, mark in (("question", "?"), ("colon", ":")):
        if low.endswith(mark):
            yield name
    if low.startswith("("):
        yield "bracket"


def _addresses(at: Context, sentence: Sentence) -> bool:
    """Whether a reporter says 'we' or 'you', outside quotation marks."""
    return any(at.story.tokens[i].low in at.on.words.reader and not at.story.quoted[i] for i in range(sentence.first, sentence.stop))


def _numbers(words: Sequence[str]) -> Iterator[str]:
    numbers = [word for word in words if word[0].isdigit()]
    if numbers:
        yield "number"
    if any(len(word) == _DIGITS and word.isdigit() and _FIRST_YEAR <= int(word) <= _LAST_YEAR for word in numbers):
        yield "year"


def _passive(words: Sequence[str], classes: Words) -> Iterator[str]:
    """'Was raised', 'was also raised'; 'is to meet'."""
    for at, word in enumerate(words[:-1]):
        if word in classes.forms_of_be:
            between = at + 2 < len(words) and (words[at + 1] == "also" or classes.is_adverb(words[at + 1]))
            after = words[at + 2] if between else words[at + 1]
            if after == "to":
                yield "is to"
            elif after.endswith(("ed", "en")) or after in classes.participles:
                yield "passive voice"


def _phrases(at: Context, sentence: Sentence) -> Iterator[str]:
    quoted = sum(at.story.quoted[sentence.first : sentence.stop])
    if quoted:
        yield "quotes"
        yield from ("quotes most",) if quoted * 2 > sentence.stop - sentence.first else ()
    phrases = at.phrases
    for name in _TOLD_OF:
        if getattr(phrases, name).find(sentence.low):
            yield f"phrase of {name.replace('_', ' ')}"


def subject_of(at: Context, sentence: Sentence) -> Noun | None:
    """The noun phrase that opens the sentence, or follows what opens it ('On trade, Lima was …')."""
    tokens = at.story.tokens
    comma = next((i for i in range(sentence.first, min(sentence.first + 6, sentence.stop)) if tokens[i].key == ","), sentence.first)
    opens = tokens[sentence.first].low in ("on", "about", "as", "in", "for") and comma > sentence.first
    first = comma + 1 if opens else sentence.first
    return next((n for n in sentence.nouns if first <= n.first <= first + 2), None)


def text_described(at: Context, sentence: Sentence) -> tuple[str, ...]:
    """The sides of whose text the sentence tells something: 'Half of the Danish text', 'Chile keeps it for its last paragraph'.

    That a text lacks something, or came out, is the reporter's own remark.
    """
    parties = _of_text(at, sentence)
    phrases = at.phrases
    if not parties or not sentence.words.isdisjoint(at.on.words.negations) or "n't" in sentence.low:
        return ()
    remarks = (phrases.omission, phrases.publication, phrases.bridge)
    return () if any(remark.find(sentence.low) for remark in remarks) else parties


def _of_text(at: Context, sentence: Sentence) -> tuple[str, ...]:
    """Whose text, or part of it, a sentence names."""
    nouns = [n for n in sentence.nouns if n.kind in ("paper", "post", "joint") and not at.story.quoted[n.first]]
    owners = {n.owner for n in nouns if n.kind != "joint" and n.sure and n.owner[0] in at.sides}
    if owners:
        return tuple(p for p in at.sides if (p,) in owners)
    if any(n.kind == "joint" and n.head.rpartition(" ")[2] in at.on.words.texts for n in nouns):
        return at.sides
    if sentence.words.isdisjoint(at.on.words.parts):
        return ()
    subject = subject_of(at, sentence)
    if subject is None or subject.kind not in ("party", "institution", "side"):
        return ()
    words = [t.low for t in at.story.tokens[subject.end : sentence.stop]]
    part = next((i for i, word in enumerate(words) if word in at.on.words.parts), None)
    parties = resolve(subject, at.memory).parties
    own = part is not None and "its" in words[max(part - 3, 0) : part]
    return parties if own and len(parties) == 1 and parties[0] in at.sides else ()


def _relation(at: Context, noun: Noun) -> str:
    parties = resolve(noun, at.memory).parties
    return "a side" if set(parties) & set(at.sides) else "somebody else" if parties or noun.kind == "outside" else "nobody known"


def _subject(at: Context, sentence: Sentence, subject: Noun | None) -> Iterator[str]:
    named = sentence.named
    for name, there in (("names a side", named & set(at.sides)), ("names others", named - set(at.sides))):
        yield from (name,) if there else ()
    if any(n.kind in ("paper", "post") for n in sentence.nouns):
        yield "names a text"
    if any(n.kind == "joint" for n in sentence.nouns):
        yield "names both"
    if subject is None:
        yield "subject of no source"
        return
    yield f"subject {subject.head if subject.kind == 'pronoun' else subject.kind}"
    relation = _relation(at, subject)
    yield f"subject of {relation}"
    if at.last is not None:
        yield f"subject of {relation} after {at.last.role}"
        if at.last.role == "statement" and relation == "a side":
            yield "subject of the account" if resolve(subject, at.memory).parties == at.last.parties else "subject of another account"
    if at.ahead is not None and at.block_of(at.ahead) == sentence.block and relation == "a side":
        yield from ("subject speaks ahead",) if resolve(subject, at.memory).parties == at.ahead.parties else ()


def _acts(at: Context, sentence: Sentence) -> Iterator[str]:
    frame = next((f for f in sentence.frames if not is_voice(f)), None)
    if frame is None:
        yield "nobody acts"
        return
    yield f"{frame.source.kind} acts"
    yield f"acts by {frame.kind}"
    yield f"{_relation(at, frame.source)} acts"
