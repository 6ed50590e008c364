"""Who the subject of a reporting verb is: the noun phrase before it, behind it, or words that no list has."""

from __future__ import annotations

from readoutdiff.parsing.noun import Noun
from readoutdiff.parsing.window import Window
from readoutdiff.text.tokens import low_at
from readoutdiff.value import replace

_LONG_NAME = 8  # words of a source that no list has


class Subjects(Window):
    """Finds the subjects of the verbs of one sentence."""

    def _passive_start(self, at: int) -> int:
        """Where the verb group begins: 'he was quoted as saying', 'he is quoted as restating', 'he was at pains to stress'."""
        if self._is_eager(at):
            k = at - 2
            while k > self.first and (self.tokens[k - 1].low in self.words.forms_of_be or self.tokens[k - 1].low == "at"):
                k -= 1
            return k
        if not (self.tokens[at].low == "saying" or self._is_quoted_as(at)) or at - 2 < self.first or self.tokens[at - 1].low != "as":
            return at
        k = at - 1
        while (
            k > self.first
            and ((low := self.tokens[k - 1].low) in self.cues or low in self.words.being or self.words.is_adverb(low))
            and k not in self.by_end
        ):
            k -= 1
        return k

    def _is_eager(self, at: int) -> bool:
        """Whether a verb is what somebody 'is quick to' do: then he does it."""
        return at - 2 > self.first and self.tokens[at - 1].low == "to" and self.tokens[at - 2].low in self.words.eager

    def _is_quoted_as(self, at: int) -> bool:
        """Whether a participle is what somebody 'is quoted as' doing."""
        quoted = at - 2 > self.first and self.tokens[at - 1].low == "as" and self.tokens[at - 2].low in self.verbs.quoting
        return quoted and self.tokens[at].low.endswith("ing")

    def _subject(self, at: int) -> Noun | None:
        """The noun phrase before the verb, over adverbs and a bracketed clause; a relative clause goes to what it hangs on."""
        k = self._skip_back(at)
        if k > self.first and self.tokens[k - 1].low in ("who", "which"):
            k -= 1
            k -= k > self.first and self.tokens[k - 1].key == ","
            return self.by_end.get(k)
        if k in self.by_end and not self._is_object(self.by_end[k]):
            return self._within_office(self.by_end[k]) or self._coordinated(self.by_end[k])
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

    def _within_office(self, noun: Noun) -> Noun | None:
        """'Sources at the presidency', 'an official close to the cabinet': it is they who speak, not the office."""
        at = noun.first - 1
        if at <= self.first or self.tokens[at].low not in self.words.prepositions | {"at", "in", "inside", "within", "of"}:
            return None
        at -= self.tokens[at - 1].low in ("close", "near", "familiar", "privy")
        before = self.by_end.get(at)
        if before is not None and before.kind == "person" and len(before.names) > 1 and noun.kind in ("institution", "side"):
            kind = "spokes" if noun.sure else "outside"  # 'Imogen Thorley of the Refugee Council'
            return replace(noun, first=before.first, kind=kind, name=before.name, names=before.names)
        return before if before is not None and before.kind == "unnamed" else None

    def _unlisted_subject(self, at: int) -> Noun | None:
        """A source that no list has, as far back as its clause goes: 'Two retired speechwriters said'."""
        end = self._skip_back(at)
        k = end
        while k > max(self.first, end - _LONG_NAME) and self._of_a_name(k - 1) and self.tokens[k - 1].low not in self.words.clause_words:
            k -= 1
        if k == end or not self._opens_a_name(k, end) or self.tokens[end - 1].low in self.small:
            return None
        return Noun(k, end, self._kind_of_name(k, end), head=self.tokens[end - 1].low)

    def _unlisted_inverted(self, at: int) -> Noun | None:
        """Read a source after its verb: '…,” said one source on the panel'."""
        if at == self.first or not (self.quoted[at - 1] or self.tokens[at - 1].key in ',”"'):
            return None
        k = at + 1
        while k < min(self.end, at + _LONG_NAME) and self._of_a_name(k) and self.tokens[k].low not in self.words.clause_words:
            k += 1
        if k == at + 1 or not self._opens_a_name(at + 1, k) or self.tokens[at + 1].low in self.words.trailing:
            return None
        return Noun(at + 1, k, self._kind_of_name(at + 1, k), head=self.tokens[k - 1].low)

    def _kind_of_name(self, first: int, end: int) -> str:
        """'One of the two' names nobody, 'two retired speechwriters' are somebody outside."""
        nameless = all(t.low in self.leading or t.low in ("of", "them", "those") for t in self.tokens[first:end])
        return "unnamed" if nameless else "outside"

    def _of_a_name(self, at: int) -> bool:
        token = self.tokens[at]
        return not self.quoted[at] and token.is_word and token.low not in self.cues and token.low not in self.helping

    def _opens_a_name(self, first: int, end: int) -> bool:
        """A determiner, a number or a plural: 'a', 'two', 'state media'."""
        low = self.tokens[first].low
        return low in self.leading or (self.tokens[end - 1].low.endswith(("s", "men")) and end - first < 4)

    def _coordinate(self, at: int) -> Noun | None:
        """'Asked about it, the envoy would not discuss the words but said …': the subject of the verb before 'but'."""
        if at - 1 <= self.first or self.tokens[at - 1].low != "but":
            return None
        opens = (n for n in self.nouns if n.end < at and (n.first == self.first or self.tokens[n.first - 1].key in ",;:—–"))
        return max(opens, key=lambda n: n.first, default=None)

    def _is_object(self, noun: Noun) -> bool:
        """'The war against Ukraine took up …': what stands after a preposition is no subject."""
        return (
            noun.first > self.first + 1
            and (noun.kind in ("party", "person") or noun.head == "it")
            and self.tokens[noun.first - 1].low in self.words.prepositions
        )

    def _is_apposition(self, noun: Noun) -> bool:
        return any(self.tokens[i].key == "," for i in range(noun.first, noun.end))

    def _skip_back(self, at: int) -> int:
        k = at
        while k > self.first and (
            self.tokens[k - 1].low in self.words.between or self.tokens[k - 1].low in self.words.months
            or self.words.is_adverb(self.tokens[k - 1].low)
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
        related = self._related(k)
        if related is not None:
            return related
        noun = self.by_first.get(k)
        if noun is None or noun.kind not in ("paper", "post", "spokes", "institution", "unnamed", "outside") or noun.end >= at:
            return None
        if noun.owner:
            return noun
        named = next((n for n in self.nouns if noun.end <= n.first < at and n.sure), None)
        return replace(noun, owner=named.owner) if named else noun

    def _related(self, at: int) -> Noun | None:
        """'A senior official who was in the room said': the source on which the clause before the verb hangs."""
        if at <= self.first or self.tokens[at - 1].low not in ("who", "which"):
            return None
        noun = self.by_end.get(at - 1) or (self.by_end.get(at - 2) if self.tokens[at - 2].key == "," else None)
        return noun if noun is not None and noun.kind in ("unnamed", "outside", "spokes", "person", "principal") else None

    def _coordinated(self, noun: Noun) -> Noun:
        """'London and Dublin' said it together."""
        if noun.head == "both" and noun.kind == "joint" and noun.first in self.by_end:
            named = self._coordinated(self.by_end[noun.first])
            return replace(named, end=noun.end) if named.kind == "joint" else noun
        if noun.first - 1 > self.first and self.tokens[noun.first - 1].low == "and":
            other = self.by_end.get(noun.first - 1)
            if other and other.owner and noun.owner and other.owner != noun.owner and noun.kind in ("party", "side", "institution"):
                return replace(noun, first=other.first, kind="joint", owner=(*other.owner, *noun.owner), head="both named")
        return noun

    def _inverted(self, at: int) -> Noun | None:
        """Cue, then source: after a quotation or a comma, or at the head of the sentence."""
        after = self.by_first.get(at + 1)
        if after is None or after.kind == "pronoun":
            return None
        before = self.tokens[at - 1].key if at > self.first else ""
        if before == "," and not self.quoted[at - 2] and low_at(self.tokens, after.end) == "to":
            return None  # '…, urged Suriname to join': who is urged
        return after if before == "" or before in ",.!?…”\"’»'“" or self.quoted[at - 1] else None
