"""Sources without a reporting verb of their own: 'according to', papers and what they hold, speaker labels, quotations."""

from __future__ import annotations

from collections.abc import Iterator

from readoutdiff.lexicon.phrases import PhraseSet
from readoutdiff.parsing.frame import Frame
from readoutdiff.parsing.noun import Noun
from readoutdiff.parsing.window import Window
from readoutdiff.text.shapes import DASHES
from readoutdiff.text.tokens import low_at
from readoutdiff.value import replace

_PAPERS = ("paper", "post")
_OPENING = 3  # tokens before the subject of a sentence
_BRACKET = 14  # tokens of a bracket between a paper and its verb


class Constructions(Window):
    """Finds such sources in one sentence."""

    def _both(self, at: int) -> Noun | None:
        """'…, according to both': a source of one word."""
        return Noun(at, at + 1, "joint", head="both") if low_at(self.tokens, at) == "both" else None

    def _according(self) -> Iterator[Frame]:
        for at, size in self._places(self.phrases.according):
            noun = self.by_first.get(at + size) or self._named_within(at + size) or self._both(at + size)
            named = size == 1 and at > self.first and self.tokens[at].key[0].isupper()  # 'Per Alm'
            passed_on = noun is not None and noun.kind == "press" and self.tokens[at].low == "as"  # 'as reported by Reuters': who says it?
            if noun is None or self.quoted[at] or named or passed_on:
                continue
            postposed = at > self.first and not self._opens_clause(at)
            yield Frame(noun, at, at + size, "say", False, postposed)
        for at, size in self._places(self.phrases.own_account):
            before = [n for n in self.nouns if n.end <= at and n.owner]
            if before:
                opens = before[0] if before[0].first - self.first < _OPENING else before[-1]
                yield Frame(replace(opens, kind="side"), at, at + size, "say", False, at > self.first and self.end - at < 8)

        for at in range(self.first + 1, self.end - 1) if "how" in self.lows else ():  # '“Also when it hurts” is how the envoy sums it up'
            if self.tokens[at].low == "how" and self.tokens[at - 1].low in ("is", "was") and at + 1 in self.by_first:
                yield Frame(self.by_first[at + 1], at - 1, at + 1, "say", False, True)
        yield from self._replies()
        yield from self._impersonal()
        yield from self._citing()
        yield from self._said_by()
        for noun in self.nouns:  # 'in the ministry's words'
            after = noun.end
            if noun.first > self.first and after < self.end and self.tokens[after].low in self.verbs.wordings:
                if self.tokens[after - 1].possessive and self.tokens[noun.first - 1].low in ("in", "by"):
                    postposed = noun.first - 1 > self.first and self.end - after < 5
                    yield Frame(noun, noun.first - 1, after + 1, "say", False, postposed)

    def _places(self, phrases: PhraseSet) -> Iterator[tuple[int, int]]:
        """(place, length) of each of some phrases."""
        return phrases.places(self.tokens, self.first, self.end) if not self.lows.isdisjoint(phrases.opening) else iter(())

    def _citing(self) -> Iterator[Frame]:
        """'The agency reported, citing the ministry, that …': whom a wrapper cites; an office of no country is of the wrapper's."""
        for at in range(self.first + 1, self.end - 1) if not self.lows.isdisjoint(("citing", "quoting")) else ():
            if self.tokens[at].low in ("citing", "quoting") and at + 1 in self.by_first and self.tokens[at - 1].key == ",":
                noun, wrapper = self.by_first[at + 1], self.by_end.get(at - 1)
                if wrapper is not None and wrapper.sure and noun.kind in ("institution", "spokes", "paper") and not noun.sure:
                    noun = replace(noun, owner=wrapper.owner)
                yield Frame(noun, at, at + 1, "say", False, False)

    def _said_by(self) -> Iterator[Frame]:
        """'Ms Prado was said by her ministry to have agreed': the ministry says so."""
        for noun in self.nouns if "by" in self.lows else ():
            at = noun.first - 2
            if at <= self.first or self.tokens[at + 1].low != "by" or self.quoted[at] or low_at(self.tokens, noun.end) not in ("to", "as"):
                continue
            cue = self.cues.get(self.tokens[at].low)
            if cue is not None and cue.kind == "say" and noun.kind in (*_PAPERS, "institution", "spokes", "side"):
                yield Frame(noun, at, at + 2, "say", cue.strong, False)

    def _replies(self) -> Iterator[Frame]:
        """'“Never,” was the answer of the Danish minister'."""
        for at in range(self.first + 1, self.end - 3) if "was" in self.lows else ():
            if self.tokens[at].low != "was":
                continue
            the, utterance, of = (token.low for token in self.tokens[at + 1 : at + 4])
            if the != "the" or utterance not in self.words.utterances or of not in ("of", "from"):
                continue
            noun = next((n for n in self.nouns if at + 3 < n.first < at + 6), None)
            if noun is not None and self.quoted[at - 1 - (self.tokens[at - 1].key == ",")]:
                yield Frame(noun, at, at + 3, "say", False, True)

    def _impersonal(self) -> Iterator[Frame]:
        """'It was said further in the statement of the Danish government'."""
        for at in range(self.first + 2, self.end) if not self.lows.isdisjoint(("was", "is")) else ():
            if self.tokens[at - 1].low not in ("was", "is") or self.tokens[at - 2].low not in ("it", "as"):
                continue
            cue = self.cues.get(self.tokens[at].low)
            if cue is None or self.quoted[at]:
                continue
            noun = next((n for n in self.nouns if n.first > at), None)
            if noun is not None and self._issues(noun, at) and (noun.kind != "party" or cue.kind in ("say", "write")):
                yield Frame(noun, at - 1, at + 1, "say", cue.strong, at - 2 > self.first)

    def _issues(self, noun: Noun, cue: int) -> bool:
        """'It was said in the statement', 'by the ministry', 'in Oslo': where or by whom something is said that nobody else says."""
        before = self.tokens[noun.first - 1].low
        if noun.kind == "party":
            return before == "in" and noun.first - cue == len(("said", "in"))
        return noun.kind in (*_PAPERS, "institution", "spokes") and noun.first - cue < 5 and before in ("in", "by", "at")

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

    def _papers(self) -> Iterator[Frame]:
        """A paper with a side's name on it, or 'the communiqué', as the subject of any verb."""
        for noun in map(self._elliptic, self.nouns):
            if noun.kind not in _PAPERS or noun.end >= self.end or self.quoted[noun.first]:
                continue
            k = self._after_bracket(noun.end)
            while k < self.end - 1 and self.tokens[k].low in self.words.between and self.tokens[k].low not in self.verbs.auxiliaries:
                k += 1
            if k > noun.end and self.tokens[k - 1].low in ("goes", "went") and self.tokens[k].low not in self.cues:
                k -= 1  # 'the text goes into …', not 'goes on to say'
            verb = self.tokens[k].low
            before = self.tokens[noun.first - 1] if noun.first > self.first else None
            subject = before is None or before.key in ",;:—–" or before.low in ("and", "but", "while", "what", "only")
            if k + 1 < self.end and self.tokens[k + 1].low == "by":  # 'a statement signed by …'
                continue
            if subject and self._is_verbal(verb):
                if verb not in self.words.connectors:
                    yield Frame(noun, k, k + 1, "act", False, False)
            elif before is not None and before.low in ("in", "on", "by") and self._is_circumstance_of(noun):
                source = self._writer(noun)
                kind = "write" if source is not noun else "act"
                yield Frame(source, noun.first - 1, noun.first, kind, False, noun.first - 1 > self.first)

    def _is_verbal(self, low: str) -> bool:
        """Whether a word behind a paper may be its verb, in the list of reporting verbs or not."""
        regular = low.endswith(("s", "ed")) and low not in self.words.ending_in_s
        return (low in self.verbs.auxiliaries or regular) and low.isalpha()

    def _is_circumstance_of(self, noun: Noun) -> bool:
        """'In the Danish note, …' opens the sentence, '…, by Vieira's account, …' may stand within it."""
        at = noun.first - 1
        own = noun.head in self.verbs.wordings
        if at == self.first:
            return own or self.tokens[at].low != "by"
        return own and self.tokens[at - 1].key == "," and self.tokens[min(noun.end, self.end - 1)].key in ",.;"

    def _writer(self, noun: Noun) -> Noun:
        """'In a post on X, Prado put it first', 'In a note issued late on Monday, Prado …': the post is hers."""
        subject = self._after_opening(noun)
        return subject if subject is not None and subject.kind not in ("pronoun", "joint") else noun

    def _after_opening(self, noun: Noun) -> Noun | None:
        """Who follows the comma that closes 'In a statement …,' at the head of a sentence, where it is nobody's by its own words."""
        if noun.owner or noun.joint or noun.holder not in (None, "its") or not noun.indefinite:
            return None
        near = range(noun.end, min(noun.end + _BRACKET, self.end))
        comma = next((i for i in near if self.tokens[i].key == "," and not self.quoted[i]), self.end)
        return self.by_first.get(comma + 1)

    def _after_bracket(self, at: int) -> int:
        """Past ', put out an hour earlier,'."""
        if self.tokens[at].key != ",":
            return at
        closes = next((i for i in range(at + 2, min(at + _BRACKET, self.end - 1)) if self.tokens[i].key == ","), None)
        return at if closes is None or any(n.first in range(at + 1, closes) and n.kind != "person" for n in self.nouns) else closes + 1

    def _elliptic(self, noun: Noun) -> Noun:
        """'Manila's was shorter': the account of a party that only its genitive names."""
        if noun.kind != "party" or not noun.sure or not self.tokens[noun.end - 1].possessive:
            return noun
        end = noun.end + (noun.end < self.end and self.tokens[noun.end].low in self.words.utterances)
        told = end < self.end and self.tokens[end].low in self.verbs.auxiliaries
        return replace(noun, kind="paper", end=end) if told else noun

    def _labels(self) -> Iterator[Frame]:
        """'For the Greek side the scheme is …', 'On the Greek side this becomes …', 'what A calls … is for the Algerians …'."""
        for noun in self.nouns:
            at = noun.first - 1
            if at < self.first or noun.kind not in ("side", "party") or not noun.owner:
                continue
            if at == self.first and self._is_on_their_side(noun):
                yield Frame(noun, at, at + 1, "act", False, False)
            if self.tokens[at].low != "for":
                continue
            before = self.tokens[at - 1].low if at > self.first else ";"
            if before == ";" or (noun.kind == "side" and before in ("is", "are", "was")):
                yield Frame(noun, at, at + 1, "act", False, False)

    def _is_on_their_side(self, noun: Noun) -> bool:
        """'On the Greek side this becomes', not 'on the Greek side of the border', 'on the Greek side, fires spread'."""
        on = self.tokens[noun.first - 1].low == "on" and noun.head == "side"
        return on and noun.end < self.end and self.tokens[noun.end].low not in ("of", ",")

    def _from(self) -> Iterator[Frame]:
        """'There was also, from Athens, mention of …': from where something is told that nobody else in the sentence tells."""
        if self.tokens[self.first].low not in ("there", "then", "also", "finally", "lastly"):
            return
        for noun in self.nouns:
            at = noun.first - 1
            parted = at - 1 > self.first and self.tokens[at - 1].key == "," and noun.end < self.end and self.tokens[noun.end].key == ","
            if parted and self.tokens[at].low == "from" and noun.kind in ("party", "side", "institution") and not self.quoted[at]:
                yield Frame(noun, at, noun.first, "say", False, False)

    def _signed(self) -> Iterator[Frame]:
        """'— Ana Prado, President of Peru': who said the quotation above."""
        noun = self.by_first.get(self.first + 1)
        if noun is not None and noun.names and self.tokens[self.first].key in DASHES:
            yield Frame(noun, self.first, self.first + 1, "say", False, True)

    def _colon(self) -> Iterator[Frame]:
        """'Here is what a No 10 spokesperson sent out:' hands over to what follows the colon."""
        if self.tokens[self.end - 1].key == ":":
            speakers = [n for n in self.nouns if n.kind in (*_PAPERS, "spokes", "institution")]
            noun = next((n for n in speakers if n.owner), None) or next(iter(speakers), None)
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
        words = [t for t in self.tokens[self.first : colon] if t.is_word]
        noun = self.by_first.get(self.first)
        named = noun is not None and noun.end == colon and noun.name is not None
        if noun is not None and named:
            yield Frame(noun, colon, colon + 1, "say", False, False)
        elif words and all(t.key.isupper() for t in words) and max(len(t.key) for t in words) > 2:
            last = words[-1].key.title()
            yield Frame(Noun(self.first, colon, "person", name=last, names=(last,)), colon, colon + 1, "say", False, False)

    def _items(self) -> Iterator[Frame]:
        """'One asks for …', 'The third declares …', 'Another is a call for …': a point of the text that the sentence before speaks of."""
        at = self.first + (self.tokens[self.first].low == "the")
        if at + 2 < self.end and self.tokens[at].low in self.words.ordinals:
            at += 1
            if self.tokens[at].low == "of":
                at += 2
            names = low_at(self.tokens, at) == "is" and at + 1 < self.end and self.tokens[at + 1].low in self.words.determiners
            if at < self.end and (names or self.tokens[at].low in self.cues):
                yield Frame(Noun(self.first, at, "item", head="item"), at, at + 1, "write", False, False)

    def _asked(self) -> Iterator[Frame]:
        """'Pressed on the date, the spokesman was curt': whoever is asked answers."""
        if self.tokens[self.first].low not in self.verbs.asked:
            return
        comma = next((i for i in range(self.first, self.end) if self.tokens[i].key == "," and not self.quoted[i]), self.end)
        driven = self.tokens[self.first].low != "asked" and low_at(self.tokens, self.first + 1) == "by"
        if driven and self.words.press.isdisjoint(t.low for t in self.tokens[self.first : comma]):
            return  # 'Pushed by drought, Kenya …', not 'Pressed by reporters, he …'
        noun = self.by_first.get(comma + 1)
        if noun is not None and noun.end < self.end:
            yield Frame(noun, noun.end, noun.end + 1, "say", False, False)

    def _is_a_thing(self, subject: Noun) -> bool:
        """Whether a subject may be no speaker: a capital word that opens the sentence, or people whom nobody named."""
        nobody = subject.kind == "outside" and not subject.names
        opens = subject.kind == "person" and not subject.owner and len(subject.names) == 1 and subject.first == self.first
        after = low_at(self.tokens, subject.end)
        return nobody or (opens and (after in self.verbs.being_done or subject.names[0].lower() not in self.capitals))

    def _acts_in_quotation(self, subject: Noun) -> bool:
        """'Norway “welcomed progress”': what a text says that a party does, in that text's words."""
        verb = subject.end + 1
        return subject.kind == "party" and subject.sure and verb < self.end and self.quoted[verb - 1] and self.tokens[verb].low in self.cues

    def _quoting(self) -> Iterator[Frame]:
        """'A retired envoy was less patient: “…”', 'The department put it thus: “…”': whoever leads to a quotation says it."""
        subject = self.nouns[0] if self.nouns else None
        if subject is None or subject.first - self.first > 2 or self.quoted[subject.first]:
            return
        if self._acts_in_quotation(subject):
            yield Frame(subject, subject.end + 1, subject.end + 2, "say", False, False)
        if subject.kind in ("joint", "party"):
            return
        opening = next((i for i in range(subject.end, self.end) if self.quoted[i]), None)
        if self._is_a_thing(subject) and ":" not in (t.key for t in self.tokens[subject.end : opening]):
            return  # 'Documents would be shared "in the spirit of friends"'
        if opening is None or not self._quotes_at_length(opening, opening + 12):
            return
        if subject.kind == "pronoun" and subject.head not in ("he", "she"):
            return
        yield Frame(subject, subject.end, min(subject.end + 1, opening), "say", False, False)
