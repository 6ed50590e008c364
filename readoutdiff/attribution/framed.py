"""Stretches with a source and a cue: whose words they are, and what in them is the reporter's own remark."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.attribution.clauses import BREAK_WORDS, BREAKS, DASHES, break_between, end_before, start_after
from readoutdiff.attribution.ground import Ground
from readoutdiff.attribution.parts import Part
from readoutdiff.lexicon.phrases import PhraseSet
from readoutdiff.parsing.frame import Frame
from readoutdiff.parsing.story import Sentence
from readoutdiff.text.tokens import low_at
from readoutdiff.value import replace

_CLOSE = 5  # tokens between 'neither' and the source it denies
_FEW = 6  # tokens that only compare
_GROUP = 3  # tokens of a verb and what it denies
_AFTER = 5  # tokens behind a source and its cue that tell when it spoke
_YEAR_WITHIN = 12  # tokens from a country's deed to its year
_NEAR = 9  # tokens in which a phrase that opens the sentence ends


def label_framed(on: Ground, part: Part, frame: Frame) -> Iterator[Part]:
    """The parts of a stretch that a source with a cue owns: its words, and what the reporter says in between."""
    sentence = on.story.sentences[part.sentence]
    low = sentence.low[part.start - sentence.start : part.end - sentence.start]
    if frame.source.kind == "unnamed" or on.phrases.outlet.find(low):
        yield _bare(part, "outlet", "unnamed source")
        return
    if _denies(on, sentence, frame):
        yield _bare(part, "outlet", "omission")
        return
    if _stands(on, frame, low):
        yield _bare(part, "background", "standing claim")
        return
    for rule, phrases in (("omission", on.phrases.omission), ("no comment", on.phrases.no_comment)):
        silent = phrases.find(low)
        if silent and not is_denied(low, silent, on.phrases.denying) and not _is_told(on, frame, part, part.start + low.find(silent)):
            yield from _with_silence(on, part, part.start + low.find(silent), _told(on, part, low, frame), rule)
            return
    negation = _withholds(on, sentence, frame)
    if negation is not None:
        yield from _with_silence(on, part, on.story.tokens[negation].start, _told(on, part, low, frame), "omission")
        return
    yield _told(on, part, low, frame)


def _withholds(on: Ground, sentence: Sentence, frame: Frame) -> int | None:
    """Where it stands that a source does not tell: 'The note names no places', 'Seoul did not specify a date'."""
    silent = frame.source.kind in ("outside", "unnamed", "press") or (frame.source.kind == "pronoun" and frame.source.head != "it")
    if frame.postposed or silent or frame.source.first > frame.cue_first:
        return None
    tokens, verbs, text = on.story.tokens, on.verbs, frame.source.kind in ("paper", "post")
    group = range(frame.source.end, min(sentence.stop, frame.cue_end + _GROUP))
    lows = [tokens[i].low for i in group]
    helped = next((i for i, low in enumerate(lows) if low == "not" or low.endswith("n't")), None)
    if helped is not None:
        helper = lows[helped - 1] if lows[helped] == "not" and helped else lows[helped][:-3]
        verb = next((low for low in lows[helped + 1 :] if not on.words.is_adverb(low) or low == "only"), "")
        return (
            group[helped]
            if helper in verbs.helpers and verb in (verbs.disclosing | verbs.recording if text else verbs.disclosing)
            else None
        )
    denied = next((i for i, low in enumerate(lows) if low in ("no", "nothing", "nobody", "neither")), None)
    if denied is None or not text or frame.kind == "say":
        return None
    told = verbs.stances.isdisjoint(lows[:denied]) and "doubt" not in lows[denied:] and "secret" not in lows[denied:]
    return group[denied] if told and denied < _GROUP else None


def is_denied(low: str, silent: str, denying: PhraseSet) -> bool:
    """'Oslo was not silent on it', 'it is hardly the case that it left it out': the denial of a silence is none."""
    before = low[: low.find(silent)]
    return before.endswith((" not ", "n't ", " never ", " hardly ")) or denying.find(before) is not None


def _is_told(on: Ground, frame: Frame, part: Part, at: int) -> bool:
    """'Crab did not come up, the ministry said': that is what the ministry says, not what the reporter misses."""
    if frame.kind not in ("say", "write") or not frame.postposed:
        return False
    tokens, nouns = on.story.tokens, on.story.sentences[part.sentence].nouns
    texts = any(n.kind in ("paper", "post") and tokens[n.first].start < at for n in nouns)
    return at < tokens[frame.first].start and not texts


def _denies(on: Ground, sentence: Sentence, frame: Frame) -> bool:
    """'Neither of the readouts mentions it', 'No paper says so': nobody says it."""
    opens = on.story.tokens[sentence.first].low in on.words.negations and 0 < frame.source.first - sentence.first < _CLOSE
    return opens and not frame.postposed and frame.source.kind not in ("unnamed", "outside", "pronoun")


def _stands(on: Ground, frame: Frame, low: str) -> bool:
    """'Venezuela claims the Essequibo', 'both claim it': what a country holds for good, where no capital speaks and nothing is quoted."""
    named = on.story.mentions.get(frame.source.end - 1)
    country = frame.source.kind == "party" and named is not None and named.kind == "country"
    both = frame.source.kind == "joint" and frame.source.head in ("both", "both countries", "the two")
    return (country or both) and on.story.tokens[frame.cue_first].low in on.verbs.standing and not any(c in low for c in '"“')


def _told(on: Ground, part: Part, low: str, frame: Frame) -> Part:
    """The part as its source's words."""
    if frame.source.kind in ("paper", "post", "party", "institution") and frame.kind == "act":
        cue_at = on.story.tokens[frame.cue_first].start - part.start
        predicate = " ".join(low[max(cue_at, 0) :].split()[:4])
        goes_on = next(_further_verbs(on, part, frame.end), None)
        if on.phrases.publication.find(predicate) and goes_on is None:
            return _bare(part, "outlet", "publication")
    if _is_compared(on, part, frame):
        return _bare(part, "outlet", "publication")
    weak = frame.source.kind in ("person", "principal", "party", "side", "outside") or frame.source.head in ("he", "she")
    if frame.source.kind == "party" and _dated(on, on.story.sentences[part.sentence], frame):
        return _bare(part, "background", "elsewhere")
    if weak and _is_elsewhere(on, part, frame):
        return _bare(part, "third_party", "elsewhere")
    if not set(part.parties) & set(on.sides):
        return _bare(part, "third_party", rule_of(frame))
    return replace(part, parties=tuple(p for p in part.parties if p in on.sides))


def _is_compared(on: Ground, part: Part, frame: Frame) -> bool:
    """'Iran's account was more guarded.': what a text is like beside another, and nothing of what it holds."""
    if (
        frame.source.kind not in ("paper", "post")
        or frame.kind != "act"
        or on.story.tokens[frame.cue_first].low not in on.verbs.auxiliaries
    ):
        return False
    stop = on.story.sentences[part.sentence].stop
    after = [t.low for t in on.story.tokens[frame.cue_end : stop]]
    like = after[0] if after else ""
    goes_on = next(_further_verbs(on, part, frame.end), None)  # 'shorter and put crab third'
    return goes_on is None and len(after) <= _FEW and (like in on.words.comparing or like.endswith("er"))


def _is_elsewhere(on: Ground, part: Part, frame: Frame) -> bool:
    """'Ms Lund said last week …': the other time stands beside the source and its cue, not in what was said."""
    sentence, tokens = on.story.sentences[part.sentence], on.story.tokens
    end = min(sentence.stop, frame.end + _AFTER)
    opener = next((i for i in range(sentence.first, min(sentence.first + _NEAR, frame.first)) if tokens[i].key == ","), sentence.first)
    places = [*(() if frame.postposed else range(sentence.first, opener)), *range(frame.first, end)]
    beside = " ".join(tokens[i].low for i in places if not (on.story.quoted[i] or tokens[i].possessive))
    opening = [t.low for t in tokens[sentence.first : sentence.first + 2]]
    dated = opening[0] == "in" and (opening[-1] in on.words.months or _is_year(opening[-1]))
    return dated or on.phrases.elsewhere.find(beside) is not None


def _is_year(low: str) -> bool:
    return low.isdigit() and len(low) == len("2026")


def _dated(on: Ground, sentence: Sentence, frame: Frame) -> bool:
    """'Poland shut its frontier in September 2025': what a country did in a year that is named."""
    tokens = on.story.tokens
    for at in range(frame.end, min(frame.end + _YEAR_WITHIN, sentence.stop - 1)):
        low = tokens[at].low
        if on.story.quoted[at] or low in (",", ";", "that") or (low.endswith("ed") and len(low) > len("need")):
            return False
        if low in ("in", "since"):
            year = low_at(tokens, at + 1 + (tokens[at + 1].low in on.words.months))
            if _is_year(year):
                return True
    return False


def _with_silence(on: Ground, part: Part, at: int, told: Part, rule: str) -> Iterator[Part]:
    """Cut the reporter's 'which the other text leaves out' from what a side does say in the same breath."""
    frame = told.frame
    tokens = on.story.tokens
    first = next(i for i in range(on.story.sentences[part.sentence].first, len(tokens)) if tokens[i].end > at)
    bare = _bare(part, "outlet", rule)
    if frame is None:
        yield bare
    elif frame.first <= first < frame.end:
        yield from _around(on, told, bare, frame, first)
    elif frame.end <= first:
        cut = break_between(on.story, frame.end, first, (*BREAKS, *DASHES, *BREAK_WORDS, "something"))
        if cut is None:
            yield told if frame.kind == "say" else bare
            return
        yield replace(told, end=end_before(on.story, cut))
        yield replace(bare, start=start_after(on.story, cut))
    else:
        cut = _relative(on, frame) or break_between(on.story, first, frame.first, (*BREAKS, "what"))
        if cut is None or frame.postposed:
            yield bare
            return
        yield replace(bare, end=end_before(on.story, cut))
        yield replace(told, start=start_after(on.story, cut))


def _relative(on: Ground, frame: Frame) -> int | None:
    """Where 'is absent from the Danish text, which speaks of herring' turns from what is not there to what is."""
    tokens = on.story.tokens
    return next((i for i in range(frame.source.end, frame.cue_first) if tokens[i].key == "," and tokens[i + 1].low == "which"), None)


def _around(on: Ground, told: Part, bare: Part, frame: Frame, first: int) -> Iterator[Part]:
    """'The ministry, which made no mention of it, said …': only the bracket is the reporter's."""
    opens = break_between(on.story, frame.source.end, first, (*BREAKS, *DASHES)) if frame.source.end <= first else None
    closes = next((i for i in range(first, frame.cue_first) if on.story.tokens[i].key in (*BREAKS, *DASHES)), None)
    goes_on = next(_further_verbs(on, part=bare, first=first), None)
    if frame.source.end <= first >= frame.cue_first and goes_on is not None:
        yield replace(bare, end=end_before(on.story, goes_on))
        yield replace(told, start=start_after(on.story, goes_on))
        return
    if opens is None or closes is None:
        yield bare
        return
    yield replace(told, end=on.story.tokens[opens].end)
    yield replace(bare, start=on.story.tokens[opens + 1].start, end=on.story.tokens[closes].end)
    yield replace(told, start=start_after(on.story, closes))


def _further_verbs(on: Ground, part: Part, first: int) -> Iterator[int]:
    """Where the same source goes on: 'It gives no figure, and speaks of …'."""
    sentence, tokens = on.story.sentences[part.sentence], on.story.tokens
    for at in range(first, sentence.stop - 2):
        conjunction = at + (tokens[at].key == ",")
        if tokens[at].key == "," and tokens[at + 1].low in on.cues and tokens[at + 1].low.endswith("ing") and not on.story.quoted[at]:
            yield at  # 'made no promise, saying that …'
        elif tokens[conjunction].low in ("and", "but") and tokens[conjunction + 1].low in on.cues and not on.story.quoted[at]:
            yield at


def _bare(part: Part, role: str, rule: str) -> Part:
    return replace(part, role=role, parties=(), tier=None, rule=rule)


def rule_of(frame: Frame) -> str:
    """The name of the rule by which a source with a cue owns words: its kind, and on which side of them it stands."""
    if frame.source.kind == "joint":
        return "joint"
    order = "after" if frame.postposed else "before"
    return f"{frame.source.kind} {order}"
