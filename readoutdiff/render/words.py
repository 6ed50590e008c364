"""What reports say of a verdict or an outcome, in words: never more than what was read allows."""

from __future__ import annotations

from readoutdiff.contract import Candidate, Comparison, Emphasis, Party, Segment, Span, Topic

_LIKELY, _ALIKE = 0.3, 0.08  # a likelihood, and a likeness by words, from which on a passage may well be the same point
KINDS = {
    "number": "number", "date": "date", "name": "name", "place": "place", "initiator": "who asked", "polarity": "whether, or which way",
    "strength": "how firmly", "qualifier": "condition or limit",
}  # fmt: skip
PROMISE = "A readout is one side's account, not a transcript. Silence proves nothing."


def party_of(comparison: Comparison, party: str) -> Party:
    """A side by its id."""
    return next(p for p in comparison.parties if p.id == party)


def joined(names: list[str]) -> str:
    """'A', 'A and B', 'A, B and C'."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def genitive(name: str) -> str:
    """'Israel's', 'the Netherlands''."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def document_name(comparison: Comparison, document: str) -> str:
    """A document's name; where two have the same one, with whose readout it is."""
    found = next(d for d in comparison.documents if d.id == document)
    alike = sum(d.name == found.name for d in comparison.documents) > 1
    owner = next((p.name for p in comparison.parties if p.id == found.party), "")
    return f"{genitive(owner)} {found.name}" if alike and owner else found.name


def has_readout(comparison: Comparison, party: str) -> bool:
    """Whether a side's own readout was read, not only what an article reports of it."""
    return any(d.role == "readout" and d.party == party for d in comparison.documents)


def is_near(comparison: Comparison, topic: Topic, party: str, candidate: Candidate) -> bool:
    """Whether a side's passage comes so near a topic that it may well be the same point."""
    if any(has_readout(comparison, side) for side in (party, *topic.segments)):
        return candidate.score >= _ALIKE
    return candidate.score >= _LIKELY and _meets(comparison, topic, party, candidate) and not loose_remarks(comparison)


def _meets(comparison: Comparison, topic: Topic, party: str, candidate: Candidate) -> bool:
    """Whether a passage has a word of the topic: in an article place alone makes passages likely, and says nothing of what they are on."""
    found = next(s for s in comparison.segments if s.id == candidate.segment)
    return any(s.document == found.document and found.start <= s.start < found.end for s in topic.matched.get(party, ()))


def loose_remarks(comparison: Comparison) -> list[Segment]:
    """What an article says that an account has not, where it could not be told of which statement."""
    tied = {remark for topic in comparison.topics for remark in topic.remarks.values()}
    return [s for s in comparison.segments if s.rule == "omission" and s.id not in tied]


def with_context(comparison: Comparison, remark: Segment) -> Span:
    """A remark with the stretch before it, where that stands in its paragraph: 'It made no mention of grain' says of whom only so."""
    before = [s for s in comparison.segments if s.document == remark.document and s.end <= remark.start][-1:]
    text = next(d.text for d in comparison.documents if d.id == remark.document)
    near = [s.start for s in before if text and "\n" not in text[s.end : remark.start]]
    return Span(document=remark.document, start=min([remark.start, *near]), end=remark.end)


def silent_sides(comparison: Comparison, topic: Topic) -> list[Party]:
    """Sides in whose account nothing on the topic was found, not even a possible passage."""
    if topic.status == "outlet_only":
        return []
    return [p for p in comparison.parties if p.id not in topic.segments and p.id not in topic.possible]


def verdict(comparison: Comparison, topic: Topic) -> str:
    """One line: who raises the topic, as far as was read."""
    who = joined([party_of(comparison, p).name for p in topic.segments])
    if topic.status == "outlet_only":
        return "the outlet's own report of the call; given to no side"
    if topic.status == "shared":
        missing = silent_sides(comparison, topic)
        most = f"raised by {who}"
        return f"{most}; not found in {_accounts(comparison, missing)}" if missing else f"{most}: they may still contradict each other"
    if topic.status == "possible":
        return (
            f"in {_accounts(comparison, [party_of(comparison, p) for p in topic.segments])}; whether another account has it is not decided"
        )
    side = party_of(comparison, next(iter(topic.segments)))
    others = silent_sides(comparison, topic)
    if not has_readout(comparison, side.id):
        return f"only in {genitive(side.name)} account, as this article reports it"
    quoted = joined([p.name for p in others if not has_readout(comparison, p.id)])
    return f"only in {genitive(side.name)} readout{f'; this article quotes nothing on it from {quoted}' if quoted else ''}"


def _accounts(comparison: Comparison, parties: list[Party]) -> str:
    kinds = ["readout" if has_readout(comparison, p.id) else "account, as this article reports it" for p in parties]
    return joined([f"{genitive(p.name)} {kind}" for p, kind in zip(parties, kinds, strict=True)])


def silence(comparison: Comparison, party: str) -> str:
    """What the cell of a silent side says."""
    name = party_of(comparison, party).name
    if has_readout(comparison, party):
        return f"Nothing on this was found in {genitive(name)} readout."
    return f"This article quotes nothing on this from {genitive(name)} account."


def standing(comparison: Comparison, topic: Topic, party: str) -> str:
    """How a side stands to a topic, in a word or two: 'raised', 'possible', 'not found' in its readout, 'not quoted' by the article."""
    if party in topic.segments:
        return "raised"
    return "possible" if party in topic.possible else "not found" if has_readout(comparison, party) else "not quoted"


def told_before(comparison: Comparison, topic: Topic, party: str, segment: str) -> bool:
    """Whether a sentence given to several sides stands in the cell of a side before this one."""
    before = [p.id for p in comparison.parties]
    return any(segment in topic.segments.get(p, ()) for p in before[: before.index(party)])


def notes(comparison: Comparison, segment: Segment) -> list[str]:
    """What is to be known of a statement: that it is not quite sure whose it is, of whose part it tells, what a person has done with it."""
    unsure = [segment.tier] if segment.tier in ("inferred", "carried") else []
    several = [given_to(segment)] if len(segment.parties) > 1 else []
    told = told_of(comparison, segment)
    return [*unsure, *several, *([told] if told else []), *vouched(segment.corrected, segment.confirmed)]


def given_to(segment: Segment) -> str:
    """How a sentence of several sides is told of: each is taken to say it."""
    return "given to both" if len(segment.parties) == 2 else "given to several"


def vouched(corrected: bool, confirmed: bool) -> list[str]:
    """What a person has done with a decision."""
    return [*(["corrected"] if corrected else []), *(["confirmed"] if confirmed else [])]


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


def greatest_share(comparison: Comparison) -> float:
    """The greatest share of its words that a side gives to a topic: the length of the longest bar."""
    return max((e.share for t in comparison.topics for e in t.emphasis.values()), default=0.0)


def scale(comparison: Comparison) -> str:
    """How the bars are to be read."""
    return f"A full bar is {greatest_share(comparison):.0%} of a side's words, the most that any gives to one topic."


def loose_statements(comparison: Comparison, party: str) -> list[Segment]:
    """The statements of a side's account that are in no topic; what is given to several sides comes with the first of them."""
    sides = [p.id for p in comparison.parties]
    return [s for s in account(comparison, party) if not s.topics and party == min(s.parties, key=sides.index)]


def nearest_lead(candidate: Candidate) -> str:
    """What leads to the passage that comes nearest to what a side is silent on."""
    return "Nearest: " if candidate.score else "Nothing has a telling word in common with it; first in its account: "


def short_verdict(topic: Topic) -> str:
    """The word that stands beside a verdict's symbol."""
    return {"shared": "both", "possible": "possible", "one_sided": "only", "outlet_only": "outlet"}[topic.status]


def word_of(comparison: Comparison, topic: Topic) -> str:
    """The word beside a verdict's symbol that names the side: 'only Estonia', '2 of 3'."""
    if topic.status == "one_sided":
        return f"only {party_of(comparison, next(iter(topic.segments))).name}"
    if topic.status == "shared" and len(comparison.parties) > 2:
        return f"{len(topic.segments)} of {len(comparison.parties)}"
    return short_verdict(topic)


def figures(emphasis: Emphasis) -> str:
    """What can be recounted of a side's weight on a topic: '18% of its words, 1 emphatic, 29% quoted'."""
    told = [f"{emphasis.share:.0%} of its words"]
    told += [f"{len(emphasis.emphatic)} emphatic"] if emphasis.emphatic else []
    told += [f"{emphasis.quoted:.0%} quoted"] if emphasis.quoted else []
    return ", ".join(told)


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
    return near if party in segment.parties else f"the outlet tells, of whom is not said; {near}"


def told_of(comparison: Comparison, segment: Segment) -> str:
    """'China's account of what the United States said', where a readout tells what another side's leader said."""
    actor = segment.actor
    if segment.rule != "own readout" or actor in (None, "joint", *segment.parties):
        return ""
    other = next((p.name for p in comparison.parties if p.id == actor), None)
    return f"{genitive(party_of(comparison, segment.parties[0]).name)} account of {genitive(other)} part" if other else ""


def account(comparison: Comparison, party: str) -> list[Segment]:
    """The statements of a side's account: those of its own readout, where that is there, else those that an article gives to it."""
    own = {d.id for d in comparison.documents if d.role == "readout" and d.party == party}
    return [s for s in comparison.segments if party in s.parties and (s.document in own or not own)]


def account_words(comparison: Comparison, party: str) -> int:
    """How many words of a side's account are told."""
    return sum(len(comparison.text_of(s).split()) for s in account(comparison, party))


def coverage(comparison: Comparison, party: str) -> str:
    """'97 words in 6 statements, 1 of them in no topic': how much of a side's account is told."""
    mine = account(comparison, party)
    loose = sum(not s.topics for s in mine) if comparison.topics else 0
    told = f"{counted(account_words(comparison, party), 'word')} in {counted(len(mine), 'statement')}"
    return f"{told}, {loose} of them in no topic" if loose else told


def alone(comparison: Comparison, party: str) -> list[Topic]:
    """The topics that a side alone raises, the weightiest first."""
    return [t for t in comparison.topics if t.status == "one_sided" and party in t.segments]


def differing(comparison: Comparison) -> int:
    """How much is put differently within shared topics."""
    return sum(len(t.differences) for t in comparison.topics)


def put_otherwise(comparison: Comparison, topic: Topic, party: str) -> list[tuple[str, Span, list[str]]]:
    """What a side puts otherwise within a topic, each form once: its kind, its place, and the ids of those who have it otherwise."""
    found: dict[tuple[str, str], tuple[str, Span, list[str]]] = {}
    for difference in topic.differences:
        reading = difference.values.get(party)
        if reading is not None:
            span = Span(document=reading.document, start=reading.start, end=reading.end)
            known = found.setdefault((difference.kind, comparison.text_of(span)), (difference.kind, span, []))
            known[2].extend(p for p in difference.values if p != party and p not in known[2])
    return list(found.values())


def counted(number: int, what: str) -> str:
    """'1 statement', '2 statements'."""
    return f"{number} {what}{'' if number == 1 else 's'}"
