"""One noun phrase read from its first word on: determiner, modifiers, head, name, and whose it is."""

from __future__ import annotations

from readoutdiff.parsing.naming import Naming
from readoutdiff.parsing.noun import Noun
from readoutdiff.text.tokens import Token

_HOLDERS = {"his": "his", "her": "his", "their": "his", "its": "its"}
_MENTION_KINDS = {
    "office": "institution",
    "agency": "institution",
    "seat": "institution",
    "country": "party",
    "capital": "party",
    "people": "side",
    "title": "principal",
    "shared": "institution",
}
_MARKS = "’'"  # that end a plural's genitive
_MENTIONS = 8  # of parties in one noun phrase, at most
_COMMON_NAMES = {"agency": "agency", "seat": "palace"}  # what a text calls it next: 'the agency', 'the palace'


class NounPhrase(Naming):
    """One attempt to read a noun phrase from a place on."""

    def parse(self) -> Noun | None:
        """The noun phrase that begins here, or None where none does."""
        if self.at not in self.mentions and self.tokens[self.at].low in self.words.determiners:  # 'The Hague' has its own
            self.holder = _HOLDERS.get(self.tokens[self.at].low)
            self.at += 1
        while self.at < self.stop and self._may_go_on() and self._step():
            pass
        return self.noun()

    def _may_go_on(self) -> bool:
        token = self.tokens[self.at]
        return token.low != token.key or token.low in self.inner or self.at in self.mentions

    def _step(self) -> bool:
        token = self.tokens[self.at]
        return (
            (self.at in self.mentions and self._mention())
            or self._head(token)
            or (token.low in self.words.honorifics and self._honorific(token))
            or (token.low in self.words.modifiers and self._modifier(token))
            or self._matter()
            or self._capital(token)
            or self._second_title(token)
            or self._second_matter(token)
            or self._issued(token)
            or self._connect(token)
            or self._bracket(token)
        )

    def _mention(self) -> bool:
        mention = self.mentions.get(self.at)
        if mention and mention.kind == "office" and len(mention.parties) > 1:
            words = " ".join(t.low for t in self.tokens[mention.first : mention.end])
            if self.heads.get(words) == "principal":  # a title that several countries have, not an office
                return False
        if (
            mention is None
            or len(self.before) + len(self.after) > _MENTIONS
            or (self.names and not self.connector and mention.kind == "adjective")
        ):
            return False
        if not self.connector and self.before and self.kind in ("party", "") and mention.kind in ("country", "capital"):
            if not self.tokens[self.at - 1].possessive and self.before[-1].kind in ("country", "capital"):
                return False
        if mention.kind == "country" and self._within_body():
            self.kind, self.head, self.names, self.at = "outside", self.tokens[mention.end - 1].low, [], mention.end
            return True
        if mention.kind != "adjective" or self.connector != "in" or self.tokens[self.at - 1].low != "in":  # 'a note in French'
            (self.after if self.connector else self.before).append(mention)
        self.naming = self.naming or bool(self.connector and self.kind in ("principal", "spokes"))  # 'President of Peru Ana Prado'
        if not self.connector:
            kind = _MENTION_KINDS.get(mention.kind, "")
            last = [" ".join([t.low for t in self.tokens[mention.end - size : mention.end]]) for size in (1, 2)]
            of = any(t.low == "of" for t in self.tokens[mention.first : mention.end])
            if kind == "institution" and not of and "principal" in map(self.heads.get, last):
                kind = "principal"  # 'Cabinet Secretary' is who holds the office, 'Office of the President' is not
            if kind:
                self.kind, self.head = kind, " ".join(t.low for t in self.tokens[mention.first : mention.end])
                named = {t.low for t in self.tokens[mention.first : mention.end]}
                if mention.kind == "agency" or not named.isdisjoint(self.words.palaces):
                    self.title = self.title or _COMMON_NAMES.get(mention.kind)
        self.at = mention.end
        self._plural_mark()
        return True

    def _within_body(self) -> bool:
        """'Greenpeace Norway', 'Statistics Canada', 'Air India': a country's name ends that of a body which does not speak for it."""
        named = bool(self.names) and not (self.kind or self.before or self.connector)
        return named and not self.tokens[self.at - 1].possessive and self.names[-1].lower() not in self.words.describing

    def _head(self, token: Token) -> bool:
        return self._one(token) or self._short_title(token) or self._listed_head(token)

    def _one(self, token: Token) -> bool:
        """'The Danish one': the text of which there are two."""
        if token.low != "one" or self.kind or not self.before or self.before[-1].kind != "adjective":
            return False
        self.head, self.kind = "one", "paper"
        self.at += 1
        return True

    def _short_title(self, token: Token) -> bool:
        """'PM Lund', but not '5 PM'."""
        if token.key not in self.short or self.connector or self.tokens[self.at - 1].key[0].isdigit():
            return False
        self.title = self.head if self.kind == "principal" else self.title
        self.head, self.kind = self.short[token.key], "principal"
        self.at += 1
        return True

    def _listed_head(self, token: Token) -> bool:
        """The longest noun of the lexicon that begins here; what only qualifies the title behind it is none ('deputy' of a minister)."""
        if token.low not in self.head_starts or (
            token.low in self.words.modifiers and self.kind == "principal" and self._heads_at(self.at + 1)
        ):
            return False
        for size in (3, 2, 1):
            words = " ".join([t.low for t in self.tokens[self.at : self.at + size]])
            kind = self.heads.get(words)
            if kind == "paper" and self._are_people():
                return False
            if kind and self.at + size <= self.stop:
                self._take_head(words, kind)
                self.at += size
                self._plural_mark()
                return True
        return False

    def _are_people(self) -> bool:
        """'The Danes report': they do."""
        people = bool(self.before) and self.before[-1].kind == "people" and self.before[-1].end == self.at
        return people and not self.tokens[self.at - 1].possessive

    def _take_head(self, words: str, kind: str) -> None:
        """Behind a connector a head tells of which office the phrase is ('the readout of the chancellery'), else what is named."""
        if self.connector:
            if kind in ("principal", "institution") and not self.title:
                self.title = words
            if kind == "principal" and self.connector == "to":
                self.connector = "of"  # an 'assistant to the President of Peru' is Peru's, an 'ambassador to Peru' is not
            if words in self.words.associations and self.kind in ("principal", "spokes") and "minister" not in self.head:
                self.kind = "outside"  # 'the president of the Exporters' Association', not 'the Minister of University and Research'
            self.generic = self.generic or kind != "principal"
            return
        if self.names and words in self.words.led and not (self.before or self.holder):
            kind = "outside"  # 'PTI leader Asad Jadoon'
        if self.names:
            self.elsewhere = kind == "principal" and words in self.words.local and not (self.before or self.holder)
            held = kind == "spokes" or words == "party" or any(t.possessive or t.key in _MARKS for t in self.tokens[self.first : self.at])
            self.holder = self.names[-1] if held else self.holder
            self.names = []
        if words == "party" and self.tokens[self.at].key[0].isupper():
            kind = "outside"  # 'the Nationalist Party'
        if (kind in ("institution", "spokes") and self.kind == "principal") or self._is_within(kind):
            self.title = self.head
        self.head, self.kind = words, kind

    def _is_within(self, kind: str) -> bool:
        """'The commission's note', 'ministry spokesperson Ida Ek': of the body or office named before."""
        return (kind in ("paper", "spokes") and self.head in self.bodies) or (kind == "spokes" and self.kind == "institution")

    def _modifier(self, token: Token) -> bool:
        if token.low in self.words.particles and token.key[0].isupper():
            return False
        if self.kind and not self.connector and not token.key[0].isupper() and not self._leads_to_head():
            return False
        if token.key[0].isupper() and self.names:
            return False
        self.title = self.title or self.seats.get(token.low)
        self.at += 1
        return True

    def _matter(self) -> bool:
        """'Kuwait's oil minister': what an office is for that no list has, behind whose it is."""
        if self.at == self.first or not self.tokens[self.at - 1].possessive or self.connector or self.names:
            return False
        for size in (1, 2):
            words = self.tokens[self.at : self.at + size]
            plain = all(t.low == t.key and t.key.isalpha() and t.low not in self.heads for t in words)
            if plain and self.at + size < self.stop and self.heads.get(self.tokens[self.at + size].low) in ("principal", "spokes"):
                self.at += size
                return True
        return False

    def _leads_to_head(self) -> bool:
        """'China's commerce ministry', but not 'China later said'."""
        ahead = self.at
        while ahead < self.stop and self.tokens[ahead].low in self.words.modifiers and self.tokens[ahead].low not in self.heads:
            ahead += 1
        return self._heads_at(ahead)

    def _heads_at(self, at: int) -> bool:
        return any(" ".join([t.low for t in self.tokens[at : at + size]]) in self.heads for size in (1, 2, 3) if at + size <= self.stop)

    def _honorific(self, token: Token) -> bool:
        if not token.key[0].isupper():
            return False
        self.naming = True
        self.at += 1
        if self.at < self.stop and self.tokens[self.at].key == ".":
            self.at += 1
        return True

    def _capital(self, token: Token) -> bool:
        word = token.key
        prefix, _, rest = word.partition("-")
        if not word[0].isupper() and not (prefix in self.words.particles and rest[:1].isupper()):
            ahead = self.tokens[self.at + 1 : min(self.at + 3, self.stop)]
            named = next((t for t in ahead if t.low not in self.words.particles), None)
            if token.low in self.words.particles and self.names and named is not None and named.key[0].isupper():
                self.at += 1
                return True
            return False
        if (
            (token.low in self.words.not_names and not self._within_name())
            or token.low.startswith("i'")
            or (token.low in self.words.days or token.low in self.words.months)
        ):
            if self.connector and (token.low in self.words.days or token.low in self.words.months):
                self.at += 1
                return True
            return False
        if self._holds():
            self.holder = word
        elif not self.connector or self.naming or self._follows_matter():
            self.naming = self.naming or bool(self.connector)
            self.names.append(word)
        elif self.kind == "principal" and token.low in self.words.complements:
            self.naming = True  # 'President of the Republic Ana Prado'
        self.at += 1
        if len(word) == 1 and self.at < self.stop and self.tokens[self.at].key == ".":
            self.at += 1
        if self._heads_at(self.at + 1):
            self._plural_mark()  # 'Mr Georgiades’ office'
        return True

    def _follows_matter(self) -> bool:
        """'Minister of Information Ana Prado': behind what the office is for, a capital begins the name."""
        return self.kind in ("principal", "spokes") and self.tokens[self.at - 1].low in self.words.complements

    def _holds(self) -> bool:
        """'A spokesperson for Mr Albanese', 'a summary from Dana Whitlock': a person behind the connector, no office or country."""
        owns = self.connector in ("for", "of", "from", "by") and self.kind in ("spokes", "paper", "post", "institution")
        return owns and not self.generic and not self.after

    def _within_name(self) -> bool:
        """'leader To Lam': a small word with a capital, after a title and before another capital."""
        before, after = self.tokens[self.at - 1], self.tokens[min(self.at + 1, self.stop - 1)]
        titled = self.kind in ("principal", "spokes", "outside")
        return titled and self.at > self.first and before.key.isalpha() and after.key[0].isupper()

    def _connect(self, token: Token) -> bool:
        if token.low in self.words.complements and self.connector:
            self.at += 1
            return True
        if token.key not in self.words.connectors or not (self.kind or self.before) or self.at + 1 >= self.stop:
            return False
        if token.low == "with" and self.names:
            return False  # whom he met is somebody else
        ahead = self.at + 1
        while ahead < self.stop and self.tokens[ahead].low == self.tokens[ahead].key and self.tokens[ahead].low in self.small:
            if (
                self.kind == "spokes"
                and self.head not in self.words.bare_heads
                and self.tokens[ahead].low in self.heads
                and not self._heads_at(ahead + 1)
            ):
                break  # 'a spokesman of the ministry'
            ahead += 1
        if ahead >= self.stop:
            return False
        after = self.tokens[ahead]
        named = ahead in self.mentions or (after.key[0].isupper() and after.low not in self.words.not_names)
        if not (named or after.low in self.words.complements or after.low in self.heads):
            return False
        self.connector = token.low if self.connector is None or self.connector in self.words.owning else self.connector
        self.at += 1
        while self.at < ahead and self.tokens[self.at].low in self.words.determiners:
            self.at += 1
        return True

    def _issued(self, token: Token) -> bool:
        """'The version released in Oslo', 'the statement put out by Aso Rock'."""
        ahead = [t.low for t in self.tokens[self.at + 1 : min(self.at + 3, self.stop)]]
        size = 2 if ahead[:1] == ["out"] else 1
        after = ahead[size - 1 : size]
        if self.kind not in ("paper", "post") or token.low not in self.words.issued or after not in (["in"], ["by"], ["from"]):
            return False
        if token.low == "read" and self.tokens[min(self.at + 2, self.stop - 1)].low in ("part", "full"):
            return False  # 'the statement read in part' says so itself
        self.at += size
        return True

    def _second_matter(self, token: Token) -> bool:
        """'The Ministry of Investment, Industry and Trade', 'his adviser on Information and Strategy'."""
        after = self.tokens[self.at + 1] if self.at + 1 < self.stop else None
        joins = token.low in (",", "and") and self.connector is not None and self.kind in ("institution", "principal", "spokes")
        matters = self.words.complements
        if not joins or self.tokens[self.at - 1].low not in matters or after is None or after.key[0].islower() or after.low not in matters:
            return False
        if token.low == "," and self.at + 2 < self.stop and self.tokens[self.at + 2].low not in (",", "and"):
            return False
        self.at += 2
        return True

    def _second_title(self, token: Token) -> bool:
        """'Deputy Prime Minister and Minister of Foreign Affairs of …'."""
        if token.low != "and" or self.kind != "principal" or self.connector or self.names or self.at + 1 >= self.stop:
            return False  # after a name the second title is another person's
        after = self.at + 1
        while after < self.stop and self.tokens[after].low in self.words.modifiers and self.tokens[after].key[0].isupper():
            after += 1
        if after < self.stop and self.tokens[after].key[0].isupper() and self.heads.get(self.tokens[after].low) == "principal":
            self.at += 1
            return True
        return False

    def _bracket(self, token: Token) -> bool:
        if token.key != "(" or not (self.kind or self.before or self.names):
            return False
        for size in (2, 3):
            close = self.at + size
            if close < self.stop and self.tokens[close].key == ")":
                self.at = close + 1
                return True
        return False

    def _plural_mark(self) -> None:
        """The apostrophe of 'ministers’'."""
        if self.at < self.stop and self.tokens[self.at].key in _MARKS and self.tokens[self.at].start == self.tokens[self.at - 1].end:
            follows = self.at + 1 < self.stop and self.tokens[self.at + 1].key[0].islower()
            if follows and self.tokens[self.at - 1].low.endswith("s"):
                self.at += 1
