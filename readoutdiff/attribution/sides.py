"""The sides of a story: who took part in the call, and whose account of it the story tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from readoutdiff.attribution.accounts import names_accounts
from readoutdiff.attribution.allegiance import settle
from readoutdiff.attribution.clauses import outermost
from readoutdiff.attribution.discourse import fresh, resolve
from readoutdiff.attribution.introducing import listed_parties
from readoutdiff.attribution.parts import is_voice
from readoutdiff.attribution.people import People
from readoutdiff.contract import Outcome
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.story import Sentence, Story, ahead, body, lead
from readoutdiff.value import Value

_ENOUGH = 2  # times quoted: two parties with so many tell of an encounter, whatever the words for it
_SHARE = 0.25  # of the most quoted party's frames: less makes a bystander


class Sides(Value, frozen=True):
    """The sides with accounts, in the order of their weight, what became of the search, a reason for each, and whose people are whom."""

    parties: tuple[str, ...]
    outcome: Outcome
    why: dict[str, str]
    people: People


def find_sides(story: Story, people: People, knowledge: Knowledge) -> Sides:
    """Tell the sides of a story by itself.

    A side took part (headline or lead) and is quoted at least a quarter as often as the most quoted party.
    """
    present = _present(story, people, knowledge)
    unsettled, people = people, settle(story, people, present, knowledge)
    quoted = _voices(story, people, present, knowledge)
    if len(present) < 2 or not _is_of_an_encounter(story, people, quoted, knowledge):
        return Sides((), "no_sides", {}, people)
    if not quoted:
        return Sides((), "unattributed", {}, people)
    sides = sorted(_with_accounts(story, people, present, quoted, knowledge), key=present.index)
    if len(sides) > 1 and sides != present:
        people = settle(story, unsettled, sides, knowledge)  # nobody is in a bystander's company
    if len(sides) > 1 and len(quoted) < 2 and not names_accounts(story):
        return Sides((), "unattributed", {}, people)
    why = {party: f"named in the lead, quoted {_times(quoted[party])} as a source" for party in sides}
    return Sides(tuple(sides), "compared" if len(sides) > 1 else "one_side", why, people)


def _present(story: Story, people: People, knowledge: Knowledge) -> list[str]:
    """Parties that may have taken part; a government that goes by its own name only where its country does not stand there too."""
    present = _participants(story, people)
    if people.home and people.home not in present:
        present.append(people.home)  # its own press may go by another name
    return [party for party in present if knowledge.governs.get(party) not in present]


def _is_of_an_encounter(story: Story, people: People, quoted: Counter[str], knowledge: Knowledge) -> bool:
    """Whether a story tells that governments met, or quotes two of them so often that they must have."""
    if _met(story, people, knowledge) or sum(n >= _ENOUGH for n in quoted.values()) > 1:
        return True
    return len(quoted) > 1 and _met(story, people, knowledge, named=False)


def _with_accounts(story: Story, people: People, present: Sequence[str], quoted: Counter[str], knowledge: Knowledge) -> list[str]:
    """Of those present the ones whose accounts are told: quoted often enough and, where several are, with a leader in the lead."""
    led = _led(story, people)
    leading = {knowledge.governs.get(p, p) if p not in present else p for p in led} & quoted.keys()
    able = [p for p, n in quoted.most_common() if n >= _SHARE * max(quoted.values())]
    sides = [p for p in able if p in leading] if len(leading) > 1 else able
    if len(sides) == 1:  # a call takes two: the other one may be told of far less, or not at all
        named = led | _ahead(story, people)
        others = [party for party in present if party not in sides and (party in named or quoted[party] >= _ENOUGH)]
        sides += sorted(others, key=lambda party: -quoted[party])[:1]
    return sides


def _times(number: int) -> str:
    return {0: "nowhere", 1: "once", 2: "twice"}.get(number, f"{number} times")


def _voices(story: Story, people: People, present: Sequence[str], knowledge: Knowledge) -> Counter[str]:
    """How often each party is quoted as a source, were all that are named in the lead sides: a quick reading, source by source."""
    memory = fresh(people, present, knowledge)
    found: Counter[str] = Counter()
    for sentence in body(story):
        owned = []
        for frame in filter(is_voice, sentence.frames):
            owned.append((frame, resolve(frame.source, memory)))
            memory = memory.after(*owned[-1])
        quoted = [owner.parties for _, owner in outermost(story, owned)]
        found.update(parties[0] for parties in quoted if len(parties) == 1 and parties[0] in present)
    return found


def _led(story: Story, people: People) -> set[str]:
    """Parties one of whose leaders or officials is named ahead of the story or in its lead."""
    found: set[str] = set()
    for sentence in (*ahead(story), *lead(story)):
        for noun in sentence.nouns:
            found.update(person.party for person in map(people.find, noun.names) if person)
            if noun.kind == "principal" and len(noun.owner) == 1:
                found.update(noun.owner)
            if noun.head.endswith("s") and noun.kind in ("principal", "joint"):
                found.update(listed_parties(story, noun))
    return found


def _participants(story: Story, people: People) -> list[str]:
    """Parties named in headline, captions and lead, in order."""
    seen: list[str] = []
    for sentence in (*ahead(story), *lead(story)):
        seen += [p for p in parties_in(story, sentence, people) if p not in seen]
    return seen


def _ahead(story: Story, people: People) -> set[str]:
    """Parties named in the headline."""
    return {party for sentence in ahead(story)[:2] for party in parties_in(story, sentence, people)}


def _met(story: Story, people: People, knowledge: Knowledge, named: bool = True) -> bool:
    """Whether governments of two parties are told to have spoken with each other, officials of theirs `named` or not."""
    phrases = knowledge.grammar.phrases
    for sentence in (*ahead(story), *lead(story, 2)):
        officials = any(n.kind in ("principal", "institution", "spokes", "joint") or any(map(people.find, n.names)) for n in sentence.nouns)
        if (officials or not named) and phrases.encounter.find(sentence.low):
            if len(parties_in(story, sentence, people)) > 1 or phrases.counterpart.find(sentence.low):
                return True
            two = sum(n.kind == "principal" for n in sentence.nouns) > 1
            if (two or phrases.joint.find(sentence.low)) and len(_participants(story, people)) > 1:
                return True
    return False


def parties_in(story: Story, sentence: Sentence, people: People) -> list[str]:
    """Parties that a sentence names, by their own names or by persons that the text introduced, in order, each once."""
    named = [(m.first, m.parties[0]) for m in sentence.mentions if len(m.parties) == 1]
    known = [(n.first, person.party) for n in sentence.nouns for person in map(people.find, n.names) if person]
    return list(dict.fromkeys(party for _, party in sorted([*named, *known])))
