"""Reporting frames: who is named as saying something in a sentence, with which words, and over which part.

Source before cue ('the ministry said'), after it ('said the ministry'), 'according to …', and papers as the
subject of any verb ('the Danish text speaks only of …'). Words inside quotation marks never make a frame.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from readoutdiff.knowledge import Cue, Knowledge
from readoutdiff.phrase import Noun
from readoutdiff.tokens import Token, is_word

_PAPERS = ("paper", "post")
_COMMON_S = {"is", "as", "this", "its", "his", "us", "was", "has"}
_PRESS = ("reporters", "journalists", "broadcasters", "the press")
_TRAILING = 12  # words after the cue of a clause that is over
_LONG_QUOTATION = 5  # words
_LONG_NAME = 8  # words of a source that no list has
_SOME = {"some", "several", "many", "most", "one", "few", "other", "state", "local"}
_OPENING = set("“„«「\"‘'")

_ANY_SAYING = Cue(verb="", kind="say")


class Frame(NamedTuple):
    """A source and its cue as token ranges, and where its words lie: after it, or before it (`postposed`)."""

    source: Noun
    cue_first: int
    cue_end: int
    kind: str
    strong: bool
    postposed: bool

    @property
    def first(self) -> int:
        """The first token of source and cue."""
        return min(self.source.first, self.cue_first)

    @property
    def end(self) -> int:
        """One after the last token of source and cue."""
        return max(self.source.end, self.cue_end)


class FrameFinder:
    """Finds the frames of one sentence."""

    def __init__(
        self,
        knowledge: Knowledge,
        tokens: Sequence[Token],
        quoted: Sequence[bool],
        nouns: Sequence[Noun],
        first: int,
        end: int,
        opens_block: bool = False,
    ) -> None:
        self.cues, self.phrases, self.words = knowledge.cues, knowledge.grammar.phrases, knowledge.grammar.words
        self.verbs = knowledge.grammar.verbs
        self.tokens, self.quoted, self.nouns = tokens, quoted, nouns
        self.first, self.end, self.opens_block = first, end, opens_block
        self.small = self.words.determiners | self.words.connectors | self.words.between
        self.by_end = {noun.end: noun for noun in nouns}
        self.by_first = {noun.first: noun for noun in nouns}

    def frames(self) -> list[Frame]:
        """All frames in order of their place; a cue belongs to one only."""
        found = [*self._according(), *self._verbs()]
        taken = {i for f in found for i in range(f.first, f.end)}
        found += [f for f in self._papers() if not taken.intersection(range(f.first, f.end))]
        found += [f for f in self._labels() if not taken.intersection(range(f.first, f.end))]
        found += (*self._colon(), *self._participle()) if not found else ()
        found += self._quoting() if not found else ()
        found += self._speaker_label() if self.opens_block else ()
        return sorted(found, key=lambda f: f.first)

    def _according(self) -> Iterator[Frame]:
        for at, size in _find_phrases(self.tokens, self.phrases.according, self.first, self.end):
            noun = self.by_first.get(at + size) or self._named_within(at + size)
            if noun is None or self.quoted[at]:
                continue
            postposed = at > self.first and not self._opens_clause(at)
            yield Frame(noun, at, at + size, "say", False, postposed)
        for at, size in _find_phrases(self.tokens, self.phrases.own_account, self.first, self.end):
            before = [n for n in self.nouns if n.end <= at and n.owner]
            if before:
                yield Frame(before[-1]._replace(kind="side"), at, at + size, "say", False, at > self.first and self.end - at < 8)

        yield from self._impersonal()
        for noun in self.nouns:  # 'in the ministry's words'
            after = noun.end
            if noun.first > self.first and after < self.end and self.tokens[after].low in self.verbs.wordings:
                if self.tokens[after - 1].possessive and self.tokens[noun.first - 1].low in ("in", "by"):
                    postposed = noun.first - 1 > self.first and self.end - after < 5
                    yield Frame(noun, noun.first - 1, after + 1, "say", False, postposed)

    def _impersonal(self) -> Iterator[Frame]:
        """'It was said further in the statement of the Danish government'."""
        for at in range(self.first + 2, self.end):
            cue = self.cues.get(self.tokens[at].low)
            if cue is None or self.quoted[at] or self.tokens[at - 1].low not in ("was", "is") or self.tokens[at - 2].low not in ("it", "as"):
                continue
            noun = next((n for n in self.nouns if n.first > at), None)
            if noun and noun.kind in (*_PAPERS, "institution", "spokes") and noun.first - at < 5 and self.tokens[noun.first - 1].low in ("in", "by", "at"):
                yield Frame(noun, at - 1, at + 1, "say", cue.strong, at - 2 > self.first)

    def _named_within(self, at: int) -> Noun | None:
        """'According to the hydrologist Omar Zaki': a name behind a word that is in no list."""
        noun = next((n for n in self.nouns if n.first >= at), None)
        if noun is None or noun.kind != "person" or noun.first - at > 4:
            return None
        return noun if all(t.key.replace("-", "").isalpha() for t in self.tokens[at : noun.first]) else None

    def _opens_clause(self, at: int) -> bool:
        before = self.tokens[at - 1].key
        return before in ";:—–" or before.lower() in self.words.clause_words or (before == "," and self._comma_then_clause(at))

    def _comma_then_clause(self, at: int) -> bool:
        """', according to X, the …': the words that follow the second comma are another clause's when a conjunction led here."""
        return at >= 2 and self.tokens[at - 2].low in ("and", "but", "while")

    def _verbs(self) -> Iterator[Frame]:
        for at in range(self.first, self.end):
            cue = self.cues.get(self.tokens[at].low) or self._unlisted(at)
            if cue is None or self.quoted[at] or not self._reports(at):
                continue
            noun, postposed = self._subject(self._passive_start(at)), False
            if noun is None:
                noun = self._inverted(at)
                postposed = noun is not None and at > self.first
            if noun is None and cue.kind in ("say", "mind"):
                noun = self._unlisted_subject(at)
            if noun is None and cue.kind == "say":
                noun = self._unlisted_inverted(at)
                postposed = noun is not None
            if noun is None or noun.end > at > noun.first or not (self._follows(cue, at) or self._after_quotation(noun)):
                continue
            if not self._agrees(cue, noun, at) or self._is_plural_noun(noun, at):
                continue
            postposed = postposed or self._is_postposed(noun, at)
            yield Frame(noun, at, at + 1, self._kind(cue, noun, at), cue.strong, postposed)

    def _passive_start(self, at: int) -> int:
        """Where the verb group begins: 'he was quoted as saying' reports what he said."""
        if self.tokens[at].low != "saying" or at - 2 < self.first or self.tokens[at - 1].low != "as":
            return at
        k = at - 1
        while k > self.first and (self.tokens[k - 1].low in self.cues or self.tokens[k - 1].low in self.words.being or self.tokens[k - 1].low.endswith("ly")) and k not in self.by_end:
            k -= 1
        return k

    def _unlisted(self, at: int) -> Cue | None:
        """Any past-tense verb between a quotation and a speaker says it: '“Never!” fumed the envoy', 'She fumed: “…”'."""
        token = self.tokens[at]
        if not token.low.endswith("ed") or token.low != token.key or self.quoted[at]:
            return None
        follows = at > self.first and self.quoted[at - 1] and at + 1 in self.by_first
        follows = follows or (at in self.by_end and self.by_end[at].first > self.first and self.quoted[self.by_end[at].first - 1])
        leads = at + 2 < self.end and self.tokens[at + 1].key in ":," and self.quoted[at + 2] and at in self.by_end
        return _ANY_SAYING if follows or leads else None

    def _after_quotation(self, noun: Noun) -> bool:
        """'“I hope so,” he answered somebody else': after a quotation any reporting verb reports."""
        return noun.first > self.first and self.quoted[noun.first - 1]

    def _agrees(self, cue: Cue, noun: Noun, at: int) -> bool:
        """A bare verb after one party or person is none of theirs ('should Greece extend …'), unless 'would' stands between."""
        low = self.tokens[at].low
        if low != cue.verb or cue.verb in self.verbs.unchanged_past or noun.kind in ("joint", "side") or noun.head in ("they", "i", "we"):
            return True
        return any(self.tokens[i].low in self.verbs.modals for i in range(noun.end, at)) or self._plural(noun)

    def _plural(self, noun: Noun) -> bool:
        last = self.tokens[noun.end - 1].low
        return noun.head.endswith("s") or (last.endswith("s") and not self.tokens[noun.end - 1].possessive) or "who" in (
            self.tokens[min(noun.end, self.end - 1)].low, self.tokens[min(noun.end + 1, self.end - 1)].low
        )  # fmt: skip

    def _is_plural_noun(self, noun: Noun, at: int) -> bool:
        """'Gulf states', 'Pacific talks': an unknown name before a word that is also a plural noun."""
        return noun.kind == "person" and not noun.owner and self.tokens[at].low in self.verbs.plural_nouns and noun.end == at

    def _kind(self, cue: Cue, noun: Noun, at: int) -> str:
        """A person who acts 'in a post on X', or whose words follow in full, speaks for himself."""
        if noun.kind not in ("person", "principal", "pronoun") or cue.kind != "act":
            return cue.kind
        posted = any(n.kind == "post" and n.first >= noun.end and self.tokens[n.first - 1].low in ("in", "on") for n in self.nouns)
        spoken = self.quoted[at + 1 : at + 12].count(True) >= _LONG_QUOTATION and ":" in (t.key for t in self.tokens[at + 1 : at + 6])
        told = any(self.tokens[i].low == "to" and self.tokens[i + 1].low in _PRESS for i in range(at, min(at + 12, self.end - 1)))
        return "write" if posted else "say" if spoken or told else cue.kind

    def _reports(self, at: int) -> bool:
        token = self.tokens[at]
        before = self.tokens[at - 1].low if at > self.first else ""
        if before in ("to", "by", "been", "be", "being") or before in self.words.determiners - {"both", "each"} or token.possessive:
            return False
        if (token.low.endswith("ing") and token.low not in ("saying",)) or (token.key[0].isupper() and at > self.first):
            return False
        return True

    def _follows(self, cue: Cue, at: int) -> bool:
        """Whether one of the words stands behind the verb without which it does not report."""
        if not cue.follow:
            return True
        after = self.tokens[at + 1] if at + 1 < self.end else None
        if after is None:
            return False
        pair = f"{after.low} {self.tokens[at + 2].low}" if at + 2 < self.end else ""
        return after.low in cue.follow or pair in cue.follow or after.key in _OPENING

    def _subject(self, at: int) -> Noun | None:
        """The noun phrase before the verb, over adverbs and a bracketed clause; a relative clause goes to what it hangs on."""
        k = self._skip_back(at)
        if k > self.first and self.tokens[k - 1].low in ("who", "which"):
            k -= 1
            k -= k > self.first and self.tokens[k - 1].key == ","
            return self.by_end.get(k)
        if k in self.by_end:
            return self._coordinated(self.by_end[k])
        if k - 1 in self.by_end and self.tokens[k - 1].key == "," and self._is_apposition(self.by_end[k - 1]):
            return self.by_end[k - 1]
        if k > self.first and self.tokens[k - 1].key in ",–—":
            opened = self._bracket_start(k - 1)
            if opened is not None:
                spanning = next((n for n in self.nouns if n.first < opened < n.end), None)
                if spanning:  # 'Kabir Dan, an analyst based in Kano, said'
                    return spanning
                k = self._skip_back(opened)
                if k in self.by_end:
                    return self._coordinated(self.by_end[k])
        return self._clause_head(k)

    def _unlisted_subject(self, at: int) -> Noun | None:
        """A source that no list has, as far back as its clause goes: 'Two retired speechwriters said'."""
        end = self._skip_back(at)
        k = end
        while k > max(self.first, end - _LONG_NAME) and self._of_a_name(k - 1) and self.tokens[k - 1].low not in self.words.clause_words:
            k -= 1
        if k == end or not self._opens_a_name(k, end) or self.tokens[end - 1].low in self.small:
            return None
        return Noun(k, end, "outside", head=self.tokens[end - 1].low)

    def _unlisted_inverted(self, at: int) -> Noun | None:
        """'…,” said one source on the panel.'"""
        if at == self.first or not (self.quoted[at - 1] or self.tokens[at - 1].key in ",”\""):
            return None
        k = at + 1
        while k < min(self.end, at + _LONG_NAME) and self._of_a_name(k) and self.tokens[k].low not in self.words.clause_words:
            k += 1
        if k == at + 1 or not self._opens_a_name(at + 1, k) or self.tokens[at + 1].low in self.words.trailing:
            return None
        return Noun(at + 1, k, "outside", head=self.tokens[k - 1].low)

    def _of_a_name(self, at: int) -> bool:
        token = self.tokens[at]
        return not self.quoted[at] and is_word(token) and token.low not in self.cues and token.low not in self.verbs.auxiliaries | self.verbs.modals

    def _opens_a_name(self, first: int, end: int) -> bool:
        """A determiner, a number or a plural: 'a', 'two', 'state media'."""
        low = self.tokens[first].low
        return low in self.words.determiners | self.words.modifiers | _SOME or (self.tokens[end - 1].low.endswith("s") and end - first < 4)

    def _is_apposition(self, noun: Noun) -> bool:
        return any(self.tokens[i].key == "," for i in range(noun.first, noun.end))

    def _skip_back(self, at: int) -> int:
        k = at
        while k > self.first and (
            self.tokens[k - 1].low in self.words.between or self.tokens[k - 1].low in self.words.months
            or (self.tokens[k - 1].low.endswith("ly") and self.tokens[k - 1].low not in ("july", "italy"))
            or self.tokens[k - 1].key.isdigit()
        ) and k not in self.by_end:  # fmt: skip
            k -= 1
        return k

    def _bracket_start(self, comma: int) -> int | None:
        """Where the bracket that ends at a comma or dash opens: its own mark, at most two dozen words before."""
        mark = self.tokens[comma].key
        for k in range(comma - 1, max(self.first, comma - 25), -1):
            if self.tokens[k].key == mark and not self.quoted[k]:
                return k
            if self.tokens[k].key in ";:":
                return None
        return None

    def _clause_head(self, at: int) -> Noun | None:
        """The first noun phrase of a clause whose words run on to the verb: 'the text issued by X on Monday said'."""
        k = at
        while k > max(self.first, at - 14) and not (self.tokens[k - 1].key in ",;:—–" or self.tokens[k - 1].low in self.words.clause_words):
            within = any(noun.first <= k - 1 < noun.end for noun in self.nouns)
            if self.tokens[k - 1].low in self.cues and k - 1 != at and not self.quoted[k - 1] and not within:
                if self.tokens[k - 1].low not in ("issued", "released", "published", "seen", "read", "given", "put"):
                    return None
            k -= 1
        noun = self.by_first.get(k)
        if noun is None or noun.kind not in ("paper", "post", "spokes", "institution") or noun.end >= at:
            return None
        if noun.owner:
            return noun
        named = next((n for n in self.nouns if noun.end <= n.first < at and n.sure), None)
        return noun._replace(owner=named.owner, sure=True) if named else noun

    def _coordinated(self, noun: Noun) -> Noun:
        """'London and Dublin' said it together."""
        if noun.head == "both" and noun.kind == "joint" and noun.first in self.by_end:
            named = self._coordinated(self.by_end[noun.first])
            return named._replace(end=noun.end) if named.kind == "joint" else noun
        if noun.first - 1 > self.first and self.tokens[noun.first - 1].low == "and":
            other = self.by_end.get(noun.first - 1)
            if other and other.owner and noun.owner and other.owner != noun.owner and noun.kind in ("party", "side", "institution"):
                return noun._replace(first=other.first, kind="joint", owner=(*other.owner, *noun.owner), head="both named")
        return noun

    def _inverted(self, at: int) -> Noun | None:
        """Cue, then source: after a quotation or a comma, or at the head of the sentence."""
        after = self.by_first.get(at + 1)
        if after is None or after.kind == "pronoun":
            return None
        before = self.tokens[at - 1].key if at > self.first else ""
        return after if before == "" or before in ",.!?…”\"’»'“" or self.quoted[at - 1] else None

    def _is_postposed(self, noun: Noun, cue: int) -> bool:
        """', the ministry said.': a comma or a closing mark before, and nothing of weight after."""
        if noun.first <= self.first:
            return False
        before = self.tokens[noun.first - 1]
        if before.key not in ",”\"’»'“?!…" and not self.quoted[noun.first - 1]:
            return False
        after = [t for t in self.tokens[cue + 1 : self.end] if is_word(t)]
        nxt = self.tokens[cue + 1].key if cue + 1 < self.end else "."
        return nxt in ".,;)?!—–" or (0 < len(after) <= _TRAILING and self._trails(after[0].low))

    def _trails(self, word: str) -> bool:
        """'the ministry said on Monday', 'in a statement': what may follow the cue of a clause that is over."""
        words = self.words
        return word in words.trailing or word in words.days or word in words.months or word.endswith("ly")

    def _papers(self) -> Iterator[Frame]:
        """A paper with a side's name on it, or 'the communiqué', as the subject of any verb."""
        for noun in self.nouns:
            if noun.kind not in _PAPERS or noun.end >= self.end or self.quoted[noun.first]:
                continue
            k = noun.end
            while k < self.end - 1 and self.tokens[k].low in self.words.between and self.tokens[k].low not in self.verbs.auxiliaries:
                k += 1
            verb = self.tokens[k].low
            before = self.tokens[noun.first - 1] if noun.first > self.first else None
            subject = before is None or before.key in ",;:—–" or before.low in ("and", "but", "while", "what")
            if k + 1 < self.end and self.tokens[k + 1].low == "by":  # 'a statement signed by …'
                continue
            if subject and (verb in self.verbs.auxiliaries or (verb.endswith(("s", "ed")) and verb not in _COMMON_S)) and verb.isalpha():
                if verb not in self.words.connectors:
                    yield Frame(noun, k, k + 1, "act", False, False)
            elif before is not None and before.low in ("in", "on") and noun.first - 1 == self.first:
                yield Frame(noun, noun.first - 1, noun.first, "act", False, False)

    def _labels(self) -> Iterator[Frame]:
        """'For the Greek side the scheme is …', 'what A calls … is for the Algerians …'."""
        for noun in self.nouns:
            at = noun.first - 1
            if at < self.first or self.tokens[at].low != "for" or noun.kind not in ("side", "party") or not noun.owner:
                continue
            before = self.tokens[at - 1].low if at > self.first else ";"
            if before == ";" or (noun.kind == "side" and before in ("is", "are", "was")):
                yield Frame(noun, at, at + 1, "act", False, False)

    def _colon(self) -> Iterator[Frame]:
        """'Here is what a No 10 spokesperson sent out:' hands over to what follows the colon."""
        if self.tokens[self.end - 1].key == ":":
            noun = next((n for n in self.nouns if n.kind in (*_PAPERS, "spokes", "institution") and n.owner), None)
            if noun:
                yield Frame(noun, self.end - 1, self.end, "say", False, False)

    def _participle(self) -> Iterator[Frame]:
        """'The Danish ministry is drier, calling the deal …': the participle reports for the subject of the sentence."""
        subject = self.nouns[0] if self.nouns else None
        if subject is None or subject.first - self.first > 2:
            return
        for at in range(subject.end, self.end):
            cue = self.cues.get(self.tokens[at].low)
            if cue and self.tokens[at].low.endswith("ing") and self.tokens[at - 1].key == "," and not self.quoted[at]:
                if cue.kind != "act" or subject.kind in (*_PAPERS, "institution", "side", "spokes"):
                    yield Frame(subject, at, at + 1, cue.kind, cue.strong, False)
                    return

    def _speaker_label(self) -> Iterator[Frame]:
        """'PRESIDENT LUND: Thank you all', 'Nora Lind: We talked.': the paragraphs of a transcript."""
        colon = next((i for i in range(self.first + 1, min(self.first + 7, self.end - 2)) if self.tokens[i].key == ":"), None)
        if colon is None or any(self.quoted[self.first : colon]):
            return
        words = [t for t in self.tokens[self.first : colon] if is_word(t)]
        noun = self.by_first.get(self.first)
        named = noun is not None and noun.end == colon and noun.name is not None
        if noun is not None and named:
            yield Frame(noun, colon, colon + 1, "say", False, False)
        elif words and all(t.key.isupper() for t in words) and max(len(t.key) for t in words) > 2:
            last = words[-1].key.title()
            yield Frame(Noun(self.first, colon, "person", name=last, names=(last,)), colon, colon + 1, "say", False, False)

    def _quoting(self) -> Iterator[Frame]:
        """'A retired envoy was less patient: “…”', 'The department put it thus: “…”': whoever leads to a quotation says it."""
        subject = self.nouns[0] if self.nouns else None
        if subject is None or subject.first - self.first > 2 or subject.kind in ("joint", "party") or self.quoted[subject.first]:
            return
        opening = next((i for i in range(subject.end, self.end) if self.quoted[i]), None)
        if opening is None or self.quoted[opening : opening + 12].count(True) < _LONG_QUOTATION:
            return
        if subject.kind == "pronoun" and subject.head not in ("he", "she"):
            return
        yield Frame(subject, subject.end, min(subject.end + 1, opening), "say", False, False)


def _find_phrases(tokens: Sequence[Token], phrases: Sequence[str], first: int, end: int) -> Iterator[tuple[int, int]]:
    """(place, length) of each phrase in tokens[first:end]."""
    starts: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        starts.setdefault(words[0], []).append(words)
    for at in range(first, end):
        for words in starts.get(tokens[at].low, ()):
            if tuple(t.low for t in tokens[at : at + len(words)]) == words and at + len(words) <= end:
                yield at, len(words)
                break


@lru_cache(maxsize=4096)
def has_phrase(low: str, phrases: tuple[str, ...]) -> str | None:
    """The first of the phrases that a lower-cased text has, at the border of a word."""
    padded = f" {low} "
    for phrase in phrases:
        at = padded.find(phrase)
        while at >= 0:
            if not padded[at - 1].isalnum() and (not padded[at + len(phrase)].isalnum() or phrase.endswith(" ")):
                return phrase
            at = padded.find(phrase, at + 1)
    return None
