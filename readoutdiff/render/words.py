"""What reports say of a verdict or an outcome, in words: never more than what was read allows."""

from __future__ import annotations

from readoutdiff.contract import Candidate, Comparison, Emphasis, Party, Segment, Topic
from readoutdiff.render.facts import account, account_words, are_several, greatest_share, has_readout, is_near, party_of, silent_sides

KINDS = {
    "number": "number", "date": "date", "name": "name", "place": "place", "initiator": "who asked", "polarity": "whether, or which way",
    "strength": "how firmly", "qualifier": "condition or limit",
}  # fmt: skip
PROMISE = "A readout is one side's account, not a transcript. Silence proves nothing."


def counted(number: int, what: str) -> str:
    """'1 statement', '2 statements'."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def joined(names: list[str]) -> str:
    """'A', 'A and B', 'A, B and C'."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def genitive(name: str) -> str:
    """'Israel's', 'the Netherlands''."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def spoken(party: Party) -> str:
    """What a party is called within a sentence: 'the Netherlands', 'Israel'."""
    return f"the {party.name}" if party.definite else party.name


def opening(text: str) -> str:
    """The same at the head of a sentence."""
    return text[:1].upper() + text[1:]


def document_name(comparison: Comparison, document: str) -> str:
    """A document's name; where two have the same one, with whose readout it is."""
    found = next(d for d in comparison.documents if d.id == document)
    alike = sum(d.name == found.name for d in comparison.documents) > 1
    owner = next((spoken(p) for p in comparison.parties if p.id == found.party), "")
    return f"{genitive(owner)} {found.name}" if alike and owner else found.name


def verdict(comparison: Comparison, topic: Topic) -> str:
    """One line: who raises the topic, as far as was read."""
    who = joined([spoken(party_of(comparison, p)) for p in topic.segments])
    if topic.status == "outlet_only":
        return "the outlet's own report of the call; given to no side"
    if topic.status == "shared":
        missing = silent_sides(comparison, topic)
        most = f"{'told of' if any(d.kind == 'polarity' for d in topic.differences) else 'raised'} by {who}"  # to deny is not to raise
        return f"{most}; not found in {_accounts(comparison, missing)}" if missing else f"{most}: they may still contradict each other"
    if topic.status == "possible":
        return (
            f"in {_accounts(comparison, [party_of(comparison, p) for p in topic.segments])}; whether another account has it is not decided"
        )
    side = party_of(comparison, next(iter(topic.segments)))
    others = silent_sides(comparison, topic)
    if not has_readout(comparison, side.id):
        return f"only in {genitive(spoken(side))} account, as this article reports it"
    quoted = joined([spoken(p) for p in others if not has_readout(comparison, p.id)])
    return f"only in {genitive(spoken(side))} readout{f'; this article quotes nothing on it from {quoted}' if quoted else ''}"


def _accounts(comparison: Comparison, parties: list[Party]) -> str:
    kinds = ["readout" if has_readout(comparison, p.id) else "account, as this article reports it" for p in parties]
    return joined([f"{genitive(spoken(p))} {kind}" for p, kind in zip(parties, kinds, strict=True)])


def short_verdict(topic: Topic) -> str:
    """The word that stands beside a verdict's symbol."""
    return {"shared": "both", "possible": "possible", "one_sided": "only", "outlet_only": "outlet"}[topic.status]


def word_of(comparison: Comparison, topic: Topic) -> str:
    """The word beside a verdict's symbol that names the side: 'only Estonia', '2 of 3'."""
    if topic.status == "one_sided":
        return f"only {spoken(party_of(comparison, next(iter(topic.segments))))}"
    if topic.status == "shared" and are_several(comparison):
        return f"{len(topic.segments)} of {len(comparison.parties)}"
    return short_verdict(topic)


def meanings(comparison: Comparison) -> dict[str, str]:
    """What each verdict says, as far as was read: in an article a side is silent only where the article says so."""
    read = [has_readout(comparison, p.id) for p in comparison.parties]
    says = "the article says that the other account has nothing on it"
    near = "nothing in another readout comes near"
    return {
        "shared": "raised by two sides or more; they may still contradict each other",
        "possible": "one side raises it; whether another does is left to the reader",
        "one_sided": near if all(read) else says if not any(read) else f"{near}, or {says}",
        "outlet_only": "the outlet's own, given to no side",
        "differs": "put differently within a shared point; both may be true",
    }


def standing(comparison: Comparison, topic: Topic, party: str) -> str:
    """How a side stands to a topic, in a word or two: 'raised', 'possible', 'not found' in its readout, 'not quoted' by the article."""
    if party in topic.segments:
        return "raised"
    return "possible" if party in topic.possible else "not found" if has_readout(comparison, party) else "not quoted"


def silence(comparison: Comparison, party: str) -> str:
    """What the cell of a silent side says."""
    name = spoken(party_of(comparison, party))
    if has_readout(comparison, party):
        return f"Nothing on this was found in {genitive(name)} readout."
    return f"This article quotes nothing on this from {genitive(name)} account."


def nearest_lead(candidate: Candidate) -> str:
    """What leads to the passage that comes nearest to what a side is silent on."""
    return "Nearest: " if candidate.score else "Nothing has a telling word in common with it; the first of its points: "


def undecided(comparison: Comparison, topic: Topic, party: str) -> str:
    """What is said of a side on whose account a possible topic does not decide."""
    nearest = next(iter(topic.possible[party]), None)
    if nearest is None:
        return "not decided: nothing of its account is told"
    if not nearest.score:
        return "not decided: no passage has a telling word in common with it"
    return nearness(comparison, topic, party, nearest)


def nearness(comparison: Comparison, topic: Topic, party: str, candidate: Candidate) -> str:
    """What is said of a passage that may be on a topic."""
    near = "may be the same point" if is_near(comparison, topic, party, candidate) else "not decided; what comes nearest"
    segment = next(s for s in comparison.segments if s.id == candidate.segment)
    return near if party in segment.parties else f"the outlet tells it and does not say whose it is; {near}"


def notes(comparison: Comparison, segment: Segment) -> list[str]:
    """What is to be known of a statement: that it is not quite sure whose it is, of whose part it tells, what a person has done with it."""
    unsure = [segment.tier] if segment.tier in ("inferred", "carried") else []
    several = [given_to(segment)] if len(segment.parties) > 1 else []
    told = told_of(comparison, segment)
    return [*unsure, *several, *([told] if told else []), *vouched(segment.corrected, segment.confirmed)]


def given_to(segment: Segment) -> str:
    """How a sentence of several sides is told of: each is taken to say it."""
    return "given to both" if len(segment.parties) == 2 else "given to several"


def told_of(comparison: Comparison, segment: Segment) -> str:
    """'China's account of what the United States said', where a readout tells what another side's leader said."""
    actor = segment.actor
    if segment.rule != "own readout" or actor in (None, "joint", *segment.parties):
        return ""
    other = next((spoken(p) for p in comparison.parties if p.id == actor), None)
    return f"{genitive(spoken(party_of(comparison, segment.parties[0])))} account of {genitive(other)} part" if other else ""


def vouched(corrected: bool, confirmed: bool) -> list[str]:
    """What a person has done with a decision."""
    return [*(["corrected"] if corrected else []), *(["confirmed"] if confirmed else [])]


def coverage(comparison: Comparison, party: str) -> str:
    """'97 words in 6 statements, 1 of them in no topic': how much of a side's account is told."""
    mine = account(comparison, party)
    loose = sum(not s.topics for s in mine) if comparison.topics else 0
    told = f"{counted(account_words(comparison, party), 'word')} in {counted(len(mine), 'statement')}"
    return f"{told}, {loose} of them in no topic" if loose else told


def figures(emphasis: Emphasis) -> str:
    """What can be recounted of a side's weight on a topic: '18% of its words, 1 emphatic, 29% quoted'."""
    told = [f"{emphasis.share:.0%} of its words"]
    told += [f"{len(emphasis.emphatic)} emphatic"] if emphasis.emphatic else []
    told += [f"{emphasis.quoted:.0%} quoted"] if emphasis.quoted else []
    return ", ".join(told)


def scale(comparison: Comparison) -> str:
    """How the bars are to be read."""
    return f"A full bar is {greatest_share(comparison):.0%} of a side's words, the most that any gives to one topic."
