"""What a report says before any verdict: why there is no comparison, or what is to be borne in mind of this one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations

from readoutdiff.attribution.parts import REMARKS
from readoutdiff.contract import Comparison, Party
from readoutdiff.render.facts import account_words, party_of
from readoutdiff.render.words import counted, genitive, joined, opening, spoken

_LONGER = 3  # times as long: what only that account has may be its length
_POST = 70  # words that a post has at most
_MUCH = 0.1  # of what is told of the call


def outcome_sentence(comparison: Comparison, languages: Mapping[str, str]) -> str:
    """Why there is no comparison, and what would help; '' where there is one. `languages` names document languages by id."""
    match comparison.outcome:
        case "one_side":
            account = f"{genitive(spoken(_telling(comparison)))} account"
            return (
                f"Only {account} of the call is told here, so nothing can be compared and nobody is silent. "
                "Give the other side's readout, or a story that tells it."
            )
        case "unattributed":
            return (
                "A call is told, but the text does not say which side said what, so nothing can be compared. "
                "If it is one side's readout, give the other side's beside it; else name the sides with --sides, as in --sides us,ru."
            )
        case "no_sides":
            return (
                "No call or meeting of two governments with accounts of it was found in this text. "
                "If there is one, name the sides with --sides, as in --sides us,ru."
            )
        case "language":
            told = joined([f"{d.name} is in {languages[d.language]}" for d in comparison.documents])
            return f"Not compared: {told}. Verdicts are given between texts in English only; give an English version."
        case _:
            return ""


def _telling(comparison: Comparison) -> Party:
    """The side whose account is told: the one that has the most words."""
    return max(comparison.parties, key=lambda p: account_words(comparison, p.id))


def cautions(comparison: Comparison) -> list[str]:
    """What to bear in mind before a verdict is printed; then what a person has corrected, and what could not be applied."""
    of_texts = (*_unequal(comparison), *_posts(comparison), *_twins(comparison), *_strangers(comparison), *_unattributed(comparison))
    return [*of_texts, *_corrections(comparison)]


def _unequal(comparison: Comparison) -> Iterator[str]:
    told = {spoken(p): account_words(comparison, p.id) for p in comparison.parties}
    told = {name: words for name, words in told.items() if words}
    if len(told) < 2:
        return
    longest, shortest = max(told, key=lambda n: (told[n], n)), min(told, key=lambda n: (told[n], n))
    times = told[longest] / told[shortest]
    if times >= _LONGER:
        long = f"{opening(genitive(longest))} account"
        yield f"{long} is {times:.1f} times as long as {genitive(shortest)}: what only it has may be its length."


def _posts(comparison: Comparison) -> Iterator[str]:
    """Readouts no longer than a post, beside one that is."""
    readouts = {d.party: d.words for d in comparison.documents if d.role == "readout"}
    for party, words in readouts.items():
        if party is not None and words <= _POST and max(readouts.values()) > 2 * _POST:
            yield f"{opening(genitive(spoken(party_of(comparison, party))))} text is no longer than a post: of a call it can tell little."


def _twins(comparison: Comparison) -> Iterator[str]:
    readouts = [d for d in comparison.documents if d.role == "readout"]
    for one, other in combinations(readouts, 2):
        if one.sha256 == other.sha256:
            yield f"{one.name} and {other.name} are the same text."


def _strangers(comparison: Comparison) -> Iterator[str]:
    """A readout of a side to which the article beside it gives nothing, though it tells of two others: it may be of another call."""
    articles = {d.id for d in comparison.documents if d.role == "article"}
    told = {p for s in comparison.segments if s.document in articles and s.role == "statement" for p in s.parties}
    for document in comparison.documents:
        party = document.party
        if articles and party is not None and party not in told and len(told) > 1:
            name = spoken(party_of(comparison, party))
            yield f"The article gives nothing to {name}: is {document.name} a readout of the same call?"


def _unattributed(comparison: Comparison) -> Iterator[str]:
    """Much of an article that the outlet tells on its own authority."""
    articles = {d.id for d in comparison.documents if d.role == "article"}
    words: Counter[str] = Counter()
    for segment in comparison.segments:
        if segment.document in articles and segment.role in ("statement", "outlet") and segment.rule not in REMARKS:
            words[segment.role] += len(comparison.text_of(segment).split())
    loose = words["outlet"] / words.total() if words else 0.0
    if loose >= _MUCH:
        yield f"{loose:.0%} of what the article tells of the call is in nobody's account: a side may have said it."


def _corrections(comparison: Comparison) -> list[str]:
    """How much a person has corrected or confirmed, and what could not be applied."""
    corrected = sum(s.corrected for s in comparison.segments), sum(t.corrected for t in comparison.topics)
    confirmed = sum(s.confirmed for s in comparison.segments), sum(t.confirmed for t in comparison.topics)
    told = [
        f"{what} by hand: {counted(pieces, 'piece')}, {counted(topics, 'topic')}."
        for what, (pieces, topics) in (("Corrected", corrected), ("Confirmed", confirmed))
        if pieces or topics
    ]
    return [*told, *(f"Not applied: {line}." for line in comparison.unfit)]
