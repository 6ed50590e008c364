"""Who is meant: a source's own words first, then what the text has told before.

Two antecedents are kept apart: 'the statement added' goes back to the last paper or institution that spoke,
'he added' to the last person who did.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readoutdiff.attribution.people import People
from readoutdiff.contract import KnownBy
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.lexicon.tables import Office
from readoutdiff.parsing.frame import Frame
from readoutdiff.parsing.noun import Noun
from readoutdiff.value import Value, replace

COMMON = 3  # parties that go by one name: of more, it is as good as no name ('the presidency')
_NO_ONE: tuple[str, ...] = ()


class Owner(Value, frozen=True):
    """Whose words they are: parties ((): nobody who could be told), how sure that is, and by what it is known."""

    parties: tuple[str, ...]
    tier: str
    known_by: KnownBy


class Memory(Value, frozen=True):
    """What a reader remembers at a point of the text, each time as parties; and what the lexicon tells him of titles."""

    people: People
    sides: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()  # the last paper, institution, side or party that spoke or was named: 'it'
    told: tuple[str, ...] = ()  # who was speaking before a text was named that is silent
    papers: Mapping[str, tuple[str, ...]] = {}  # whose 'the communiqué' is, by what a text was called and by its kind
    institutions: Mapping[str, tuple[str, ...]] = {}  # whose 'the ministry' is, by what it may be called next
    institution: tuple[str, ...] = ()  # the last one of all
    named: Mapping[str, tuple[str, ...]] = {}  # persons who have spoken, by the parts of their names
    speaker: tuple[str, ...] = ()  # the last of them
    spokes: tuple[str, ...] = ()  # whose the last of them is who speaks for others
    actor: tuple[str, ...] = ()  # the last person who spoke or acted: 'he'
    here: tuple[str, ...] = ()  # who spoke last in the paragraph at hand, or was named there
    stranger: bool = False  # the last person who spoke or acted is nobody's
    points: tuple[str, ...] = ()  # whose points, paragraphs or lines are being told one by one
    several: tuple[str, ...] = ()  # whom 'they' means: the last source that was more than one
    doubtful: tuple[str, ...] = ()  # of whom the last source was, if that was only inferred
    civil: frozenset[str] = frozenset()  # titles of people who may hold an office too
    seat_of: Mapping[str, str] = {}  # whose office a seat is: a presidency a president's
    texts: frozenset[str] = frozenset()  # what the texts of both are called together: 'the statements'
    ranking: frozenset[str] = frozenset()  # words that make another rank of a title: 'prime'
    counterparts: frozenset[str] = frozenset()  # who meets somebody: of the other side
    offices: Mapping[str, Office] = {}  # titles that not every party has
    written_in: tuple[str, ...] = ()  # from whose capital the story comes: whose an office is before anybody has spoken
    stands_for: Mapping[str, str] = {}  # a government that goes by its own name: the Taliban for Afghanistan

    def has_spoken(self, head: str) -> bool:
        """Whether a ministry, or a text, of that name has been a source before."""
        return head.rpartition(" ")[2] in self.institutions or head in self.papers

    def after(self, frame: Frame, owner: Owner) -> Memory:
        """Remember a source that spoke; `here` is who spoke last in the paragraph at hand."""
        noun = frame.source
        if not owner.parties and noun.kind in ("person", "principal", "outside", "unnamed"):
            return self.meeting(())
        if not owner.parties or noun.kind == "joint":
            return replace(self, several=owner.parties)
        spoken = self._spoken(noun, owner)
        if noun.kind == "side" and noun.head.endswith("s"):
            spoken = replace(spoken, several=owner.parties)
        if frame.kind == "write" and noun.kind in ("person", "principal", "spokes"):
            spoken = replace(spoken, papers={**spoken.papers, "post": owner.parties})
        doubtful = owner.parties if owner.tier == "inferred" else ()
        if doubtful != spoken.doubtful:
            spoken = replace(spoken, doubtful=doubtful)
        return spoken if noun.kind in ("person", "principal", "pronoun") else replace(spoken, here=owner.parties, told=())

    def tiered(self, owner: Owner) -> Owner:
        """The same owner; what goes back to a source that was only inferred is no surer."""
        goes_back = owner.tier == "anaphoric" and owner.parties and owner.parties == self.doubtful
        return replace(owner, tier="inferred") if goes_back else owner

    def meeting(self, parties: tuple[str, ...]) -> Memory:
        """Remember the last person told of: whom 'he' means next."""
        actor = parties if len(parties) == 1 else ()
        return self if self.actor == actor and self.stranger == (not actor) else replace(self, actor=actor, stranger=not actor)

    def turning(self) -> Memory:
        """Remember at the start of a paragraph: nobody has spoken in it."""
        return replace(self, here=(), points=(), several=()) if self.here or self.points or self.several else self

    def _spoken(self, noun: Noun, owner: Owner) -> Memory:
        if noun.kind in ("paper", "post"):
            spoken = self._with_paper(noun, owner.parties)
            return spoken.meeting(owner.parties) if noun.holder not in (None, "his", "its") else spoken  # by Ms Lund's account
        if noun.kind == "institution":
            return self._with_institution(noun, owner.parties)
        if noun.kind in ("spokes", "person", "principal"):
            named = {**self.named, **dict.fromkeys(noun.names, owner.parties)}
            spokes = owner.parties if noun.kind == "spokes" else self.spokes
            return replace(self.meeting(owner.parties), speaker=owner.parties, named=named, spokes=spokes)
        return replace(self, voice=owner.parties) if noun.kind in ("party", "side") else self

    def issuing(self, noun: Noun, parties: tuple[str, ...]) -> Memory:
        """Remember whose a text is: 'the communique' is the one that was called so before, 'the text' the last of its kind."""
        return replace(self, papers={**self.papers, noun.kind: parties, noun.head: parties})

    def _with_paper(self, noun: Noun, parties: tuple[str, ...]) -> Memory:
        return replace(self.issuing(noun, parties), voice=parties)

    def _with_institution(self, noun: Noun, parties: tuple[str, ...]) -> Memory:
        known = {**self.institutions, **dict.fromkeys(_called(noun), parties)}
        return replace(self, voice=parties, institution=parties, institutions=known)

    def seeing(self, noun: Noun, parties: tuple[str, ...]) -> Memory:
        """Remember a source that was only named."""
        return replace(self._named_only(noun, parties), here=parties)

    def _named_only(self, noun: Noun, parties: tuple[str, ...]) -> Memory:
        if noun.kind in ("paper", "post"):
            return self._with_paper(noun, parties)
        if noun.kind in ("party", "side"):
            return replace(self, voice=parties)
        if noun.kind == "institution":
            return self._with_institution(noun, parties)
        return self.meeting(parties)


def fresh(people: People, sides: Sequence[str], knowledge: Knowledge, place: str | None = None) -> Memory:
    """What a reader of a story knows before its first word; `place` is the party from whose capital it is written."""
    words, heads = knowledge.grammar.words, knowledge.grammar.heads
    return Memory(
        people,
        tuple(sides),
        civil=words.civil,
        counterparts=words.counterparts,
        texts=words.texts,
        ranking=words.ranking,
        seat_of=heads.seat_of,
        offices=knowledge.offices,
        written_in=(place,) if place is not None and place in sides else (),
        stands_for={party: country for party, country in knowledge.governs.items() if country in sides},
    )


def _called(noun: Noun) -> tuple[str, ...]:
    """What a text may call an institution next: 'the ministry'; an agency or a seat of any name 'the agency', 'the palace'."""
    last = noun.head.split()[-1] if noun.head else ""
    return (last, noun.title) if noun.title in ("agency", "palace") else (last,)


def resolve(noun: Noun, memory: Memory) -> Owner:
    """The parties behind a source."""
    owner = _resolve(noun, memory)
    if not memory.stands_for:
        return owner
    return replace(owner, parties=tuple(dict.fromkeys(memory.stands_for.get(p, p) for p in owner.parties)))


def _resolve(noun: Noun, memory: Memory) -> Owner:
    """By the source's own words, by the person, by the title, by a name that several share, then by what was told before."""
    if noun.kind == "joint":
        named = tuple(side for side in memory.sides if side in noun.owner) or noun.owner
        return Owner(named or memory.sides, "explicit", "both")
    if noun.kind == "outside" and noun.name and noun.head in memory.civil:  # 'Senator Wong' may be a minister all the same
        return _by_person(replace(noun, kind="person"), memory) or Owner(_NO_ONE, "explicit", "none")
    if noun.kind in ("outside", "press", "unnamed"):
        return Owner(_NO_ONE, "explicit", "none")
    if noun.kind == "item":
        return Owner(memory.points, "anaphoric", "antecedent" if memory.points else "none")
    if noun.joint:
        return Owner(memory.sides, "explicit", "both")
    if noun.sure:
        return Owner(noun.owner, "explicit", "name")
    if noun.kind == "pronoun":
        return _by_antecedent(noun, memory)
    return _by_person(noun, memory) or _by_title(noun, memory) or _shared(noun, memory) or _by_antecedent(noun, memory)


def _by_person(noun: Noun, memory: Memory) -> Owner | None:
    for name in (*_parts_of(noun, memory), noun.holder):
        person = memory.people.find(name) if name else None
        if person:
            return Owner((person.party,), "inferred" if name in memory.people.unsure else "explicit", person.known_by)
        if name and name in memory.named:
            return Owner(memory.named[name], "anaphoric", "antecedent")
    if noun.head in memory.counterparts and noun.holder == "his" and memory.actor and len(memory.sides) == 2:
        return Owner(tuple(side for side in memory.sides if side not in memory.actor), "anaphoric", "contrast")
    if noun.holder == "his" and (memory.actor or memory.speaker):
        return Owner(memory.actor or memory.speaker, "anaphoric", "antecedent")
    held = noun.holder not in (None, "his", "its") and not any(party in memory.sides for party in noun.owner)
    if (noun.name and noun.kind == "person") or held:
        return Owner(_NO_ONE, "explicit", "none")  # somebody whom the text has not introduced, or whoever speaks for him
    return None


def _parts_of(noun: Noun, memory: Memory) -> tuple[str, ...]:
    """The parts of a name that may identify it: of a full name the last, or all where two of them are known."""
    if len(noun.names) < 2:
        return noun.names
    known = [name for name in noun.names if memory.people.find(name) or name in memory.named]
    return tuple(reversed(noun.names)) if len(known) > 1 else noun.names[-1:]


def _by_title(noun: Noun, memory: Memory) -> Owner | None:
    for title in (noun.title, noun.head if noun.kind in ("principal", "institution") else None):
        if title and title in memory.institutions:
            return Owner(memory.institutions[title], "anaphoric", "antecedent")
        holder = memory.people.titled(title) if title else None
        if holder and memory.actor and memory.people.titles.get("counterpart") in memory.actor and holder not in memory.actor:
            return Owner(memory.actor, "anaphoric", "antecedent")  # whoever has a counterpart shares his title with him
        office = memory.offices.get(title) if title else None
        if holder and (office is None or office.may_be_of(holder)):
            return Owner((holder,), "anaphoric", "title")
    return _by_ending(noun, memory) or _by_office(noun, memory)


def _by_ending(noun: Noun, memory: Memory) -> Owner | None:
    """'The minister', where only one side is told to have one; whoever has a counterpart or colleague shares his title with him."""
    if noun.kind != "principal" or noun.name or not memory.counterparts.isdisjoint(memory.people.titles):
        return None
    holder = memory.people.ending(noun.head, memory.ranking)
    return Owner((holder,), "anaphoric", "title") if holder else None


def _by_office(noun: Noun, memory: Memory) -> Owner | None:
    """'The prime minister': of the only side that can have one; 'the bloc' where no side is one: nobody's."""
    office = memory.offices.get(noun.title or "") or memory.offices.get(noun.head)
    if office is None:
        return None
    able = tuple(side for side in memory.sides if office.may_be_of(side))
    if office.only_in and not able:
        return Owner(_NO_ONE, "explicit", "none")
    return Owner(able, "inferred", "title") if len(able) == 1 < len(memory.sides) else None


def _shared(noun: Noun, memory: Memory) -> Owner | None:
    """A name that several parties go by: the one of them that is a side here, or that spoke last."""
    if not noun.owner:
        return None
    here = tuple(p for p in noun.owner if p in memory.sides)
    if len(here) == 1:
        return Owner(here, "explicit", "side")
    if memory.people.home in noun.owner:
        return Owner((memory.people.home,), "explicit", "home")
    if memory.voice and memory.voice[0] in noun.owner:
        return Owner(memory.voice, "anaphoric", "antecedent")
    return None if len(noun.owner) > COMMON else Owner(_NO_ONE, "explicit", "none")


def _paper(noun: Noun, memory: Memory) -> tuple[str, ...]:
    """'The communiqué': of who speaks in this paragraph, but where only another's text has been called so, that one."""
    called = memory.papers.get(noun.head)
    own = [head for head, parties in memory.papers.items() if parties == memory.here and head not in ("paper", "post")]
    if called and own and noun.head not in own:
        return called
    return memory.here or called or memory.papers.get(noun.kind) or memory.voice


def _by_antecedent(noun: Noun, memory: Memory) -> Owner:
    home = (memory.people.home,) if memory.people.home else _NO_ONE
    near = memory.here or home
    if noun.kind in ("paper", "post") and noun.indefinite:
        found = memory.voice or home
    elif noun.kind in ("paper", "post"):
        found = _paper(noun, memory)
    elif noun.head == "embassy" and home and len(memory.sides) == 2 and "embassy" not in memory.institutions:
        found = tuple(side for side in memory.sides if side not in home)  # at home the embassy is the other side's
    elif noun.kind == "institution":
        found = memory.institutions.get(noun.head.split()[-1]) or home or memory.voice or memory.written_in
    elif noun.kind == "spokes":
        found = near or memory.institution or memory.voice if noun.name else memory.here or memory.speaker or near or memory.voice
    elif noun.kind == "principal" and noun.name is None and noun.definite:
        found = memory.actor  # 'the minister went on'
    elif noun.kind == "pronoun":
        found = {"it": memory.voice, "they": memory.several}.get(noun.head, memory.actor)
    else:
        found = _NO_ONE
    return Owner(found, "anaphoric", "antecedent" if found else "none")
