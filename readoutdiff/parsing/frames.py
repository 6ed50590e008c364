"""Reporting frames: who is named as saying something in a sentence, with which words, and over which part.

Source before cue ('the ministry said'), after it ('said the ministry'), 'according to …', and papers as the
subject of any verb ('the Danish text speaks only of …'). Words inside quotation marks never make a frame.
"""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.lexicon.tables import Cue
from readoutdiff.parsing.constructions import Constructions
from readoutdiff.parsing.frame import Frame
from readoutdiff.parsing.noun import Noun
from readoutdiff.parsing.subjects import Subjects
from readoutdiff.text.quotations import OPENERS
from readoutdiff.value import replace

_BYSTANDING = ("paper", "party", "joint", "side", "institution")
_QUOTING = 7  # tokens: 'quoted Prime Minister Ana Prado as saying'
_TRAILING = 12  # words after the cue of a clause that is over

_ANY_SAYING = Cue(verb="", kind="say")


class FrameFinder(Subjects, Constructions):
    """Finds the frames of one sentence."""

    def frames(self) -> list[Frame]:
        """All frames in order of their place; a cue belongs to one only."""
        found = [*self._according(), *self._verbs()]
        taken = {i for f in found for i in range(f.first, f.end)}
        found += [f for f in self._papers() if not taken.intersection(range(f.first, f.end))]
        found += [f for f in self._labels() if not taken.intersection(range(f.first, f.end))]
        found += (*self._from(), *self._colon(), *self._participle()) if not found else ()
        items = list(self._items())
        found = [*items, *(f for f in found if f.source.kind != "unnamed")] if items else found
        found += self._asked() if not found else ()
        found += self._quoting() if not found else ()
        found += (*self._speaker_label(), *self._signed()) if self.opens_block else ()
        return sorted(found, key=lambda f: f.first)

    def _verbs(self) -> Iterator[Frame]:
        for at, low in self._verbal():
            cue = _ANY_SAYING if self._is_quoted_as(at) else self.cues.get(low) or (self._unlisted(at) if low.endswith("ed") else None)
            if cue is None or self.quoted[at] or not self._reports(at):
                continue
            noun, postposed = self._subject(self._passive_start(at)), False
            if noun is None and cue.kind in ("say", "write"):
                noun = self._coordinate(at)
            if noun is None and not low.endswith("ing") and (at > self.first or cue.kind in ("say", "write")):
                noun = self._inverted(at)
                postposed = noun is not None and at > self.first
            if noun is None and cue.kind in ("say", "mind"):
                noun = self._unlisted_subject(at)
            if noun is None and cue.kind == "say" and not low.endswith("ing"):
                noun = self._unlisted_inverted(at)
                postposed = noun is not None
            noun = self._of_whom_it_is_told(noun, at) if noun is not None else None
            if noun is None or noun.end > at > noun.first or not (self._follows(cue, at) or self._after_quotation(noun)):
                continue
            if low in self.verbs.telling and self._closes(at) and not (postposed or self._is_postposed(noun, at)):
                continue  # 'would keep Guatemala informed'
            if not self._agrees(cue, noun, at) or self._is_plural_noun(noun, at) or self._is_circumstance(cue, noun, at):
                continue
            last = self._last_of_quoting(at) if cue.verb == "quote" else at
            postposed = postposed or (self._is_postposed(noun, last) and not self._has_object(cue, last))
            kind = "say" if postposed and last > at else self._kind(cue, noun, at)
            yield Frame(noun, at, last + 1, kind, cue.strong, postposed)

    def _last_of_quoting(self, at: int) -> int:
        """The last token of 'quoted her as saying', which is one cue; else the verb itself."""
        for last in range(at + 2, min(at + _QUOTING, self.end)):
            if self.tokens[last].low == "saying" and self.tokens[last - 1].low == "as":
                return last
        return at

    def _verbal(self) -> list[tuple[int, str]]:
        """The places and words that may be a reporting verb's."""
        cues = self.cues
        lows = enumerate([t.low for t in self.tokens[self.first : self.end]], self.first)
        return [(at, low) for at, low in lows if low in cues or low[-2:] == "ed" or (low[-3:] == "ing" and self._is_quoted_as(at))]

    def _of_whom_it_is_told(self, noun: Noun, at: int) -> Noun:
        """'A diplomat who has seen a note of the call tells us', 'an analyst who follows both countries says': not the note, nor they."""
        for before in self.nouns:
            if before.kind in ("unnamed", "outside") and before.end < noun.first < at and noun.kind in _BYSTANDING:
                between = [t.low for t in self.tokens[before.end : noun.first]]
                if "who" in between[:4] and "," not in between:
                    return before
        return replace(noun, kind="outside", owner=()) if self._is_place_of_others(noun) else noun

    def _is_place_of_others(self, noun: Noun) -> bool:
        """'Fishermen in Sweden asked for crab', 'a town in Sweden said': where they are, not who speaks."""
        if noun.kind != "party" or noun.first - self.first < len(("fishermen", "in")):
            return False
        others, preposition = self.tokens[noun.first - 2], self.tokens[noun.first - 1]
        governs = others.low in self.words.ruling  # 'the junta in Bamako' does
        return preposition.low == "in" and others.is_word and not (governs or others.low in self.cues or others.low in self.words.not_names)

    def _unlisted(self, at: int) -> Cue | None:
        """Any past-tense verb between a quotation and a speaker says it: '“Never!” fumed the envoy', 'She fumed: “…”'."""
        token = self.tokens[at]
        if token.low != token.key or self.quoted[at]:
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
        between = {self.tokens[i].low for i in range(noun.end, at)}
        return "will" not in between and (not between.isdisjoint(self.verbs.modals) or self._plural(noun))

    def _is_circumstance(self, cue: Cue, noun: Noun, at: int) -> bool:
        """'Since Washington raised the tariff', 'Seoul, which wanted its law first': what a party does beside, not what it tells."""
        if noun.first == self.first:
            return False
        before = self.tokens[noun.first - 1].low
        if before in self.words.pending:
            return True  # 'will stay until scientists say that it is safe'
        if noun.kind not in ("party", "side", "institution"):
            return False
        if before in ("that", "which") and self.tokens[at].low in self.verbs.naming:
            return True  # 'the islands that Britain calls the Falklands'
        if self._is_said_of_a_noun(noun, at):
            return True
        if before == "that" and cue.kind == "mind" and self.tokens[noun.first - 2].low not in self.cues:
            return True  # 'spoke of passports that Managua refuses to renew'
        if before == "which" and cue.follow:
            return True  # 'the treaty, which India has held “in abeyance”'
        if cue.kind not in ("act", "mind"):
            return False
        if before == "the":
            before = self.tokens[noun.first - 2].low if noun.first - 1 > self.first else ""
        between = {t.low for t in self.tokens[noun.end : at]}
        contrasts = before == "where" and noun.first - 1 == self.first  # 'Where Oslo speaks of fish, Rome speaks of trade'
        return (before in self.words.temporal and not contrasts) or not between.isdisjoint(("which", "who"))

    def _is_said_of_a_noun(self, noun: Noun, at: int) -> bool:
        """', a claim Ethiopia has rejected.': a clause that hangs on a noun with no word between."""
        closes = self._closes(at)
        opens = next(
            (i for i in range(noun.first - 2, max(self.first, noun.first - 5), -1) if self.tokens[i].low in ("a", "an", "the")), None
        )
        return closes and opens is not None and self.tokens[opens - 1].key in ",–—" and self.tokens[noun.first - 1].is_word

    def _closes(self, at: int) -> bool:
        """Whether a clause ends behind a word."""
        return at + 1 >= self.end or self.tokens[at + 1].key in ".,;"

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
        opening = self.by_first.get(self.first + 1)  # 'In a statement, Ms Lund thanked …'
        posted = posted or (opening is not None and opening.kind in ("paper", "post") and self._after_opening(opening) is noun)
        spoken = self._quotes_at_length(at + 1, at + 12) and ":" in (t.key for t in self.tokens[at + 1 : at + 6])
        press = self.words.press
        told = any(self.tokens[i].low == "to" and self.tokens[i + 1].low in press for i in range(at, min(at + 12, self.end - 1)))
        return "write" if posted else "say" if spoken or told else cue.kind

    def _reports(self, at: int) -> bool:
        token = self.tokens[at]
        before = self.tokens[at - 1].low if at > self.first else ""
        if (
            (before in ("to", "by", "been", "be", "being") and not self._is_eager(at))
            or (before in self.words.determiners and before not in ("both", "each"))
            or token.possessive
        ):
            return False
        after = self.tokens[at + 1].low if at + 1 < self.end else ""
        if (token.low in self.verbs.asked and before == "," and after in self.words.prepositions | {"on", "whether"}) or (
            token.low in self.verbs.plural_nouns and after in self.verbs.auxiliaries
        ):
            return False  # 'the minister, questioned about it, said', 'his comments had been'
        if before in self.verbs.helpers and token.low.endswith("s") and token.low != before:
            return False  # 'had questions to answer'
        if token.low.endswith("ing") and token.low != "saying" and not self._is_quoted_as(at):
            return False
        return not (token.key[0].isupper() and at > self.first)

    def _follows(self, cue: Cue, at: int) -> bool:
        """Whether one of the words stands behind the verb without which it does not report."""
        if not cue.follow:
            return True
        at += at + 1 < self.end and (self.tokens[at + 1].low in self.verbs.degrees or self.words.is_adverb(self.tokens[at + 1].low))
        after = self.tokens[at + 1] if at + 1 < self.end else None
        if after is None:
            return False
        pair = f"{after.low} {self.tokens[at + 2].low}" if at + 2 < self.end else ""
        return after.low in cue.follow or pair in cue.follow or after.key in OPENERS

    def _has_object(self, cue: Cue, last: int) -> bool:
        """'Lima speaks of a port': what the verb asks for follows it."""
        return last + 1 < self.end and self.tokens[last + 1].low in cue.follow

    def _is_postposed(self, noun: Noun, cue: int) -> bool:
        """', the ministry said.': a comma or a closing mark before, and nothing of weight after."""
        if noun.first <= self.first:
            return False
        before = self.tokens[noun.first - 1]
        if before.key not in ",”\"’»'“?!…" and not self.quoted[noun.first - 1]:
            return False
        after = [t for t in self.tokens[cue + 1 : min(self.end, cue + 3 * _TRAILING)] if t.is_word]
        nxt = self.tokens[cue + 1].key if cue + 1 < self.end else "."
        return nxt in ".,;)?!—–" or (0 < len(after) <= _TRAILING and self._trails(after[0].low))

    def _trails(self, word: str) -> bool:
        """'the ministry said on Monday', 'in a statement': what may follow the cue of a clause that is over."""
        words = self.words
        return word in words.trailing or word in words.days or word in words.months or words.is_adverb(word)
