"""The signs of lexicon/signs.toml in plain words, for explanations."""

from __future__ import annotations

from collections.abc import Mapping

_TELLING = {
    "statement": "an account",
    "outlet": "the outlet's own telling",
    "background": "context",
    "third_party": "somebody else's words",
}
_PLACES = {"here": "in its paragraph", "near": "in the paragraph beside it", "far": "farther off"}
_SOURCES = {
    "institution": "an office", "joint": "both sides", "outside": "somebody of neither side", "paper": "a text", "party": "a government",
    "person": "a person", "post": "a post", "press": "a news outlet", "principal": "an office-holder", "pronoun": "he, she or it",
    "side": "a side", "spokes": "a spokesperson", "unnamed": "a source without a name", "a side": "a side", "nobody": "nobody",
    "nobody known": "somebody unknown", "somebody else": "somebody else",
}  # fmt: skip
_FIXED: Mapping[str, str] = {
    "adding": "it adds a point ('also', 'too')",
    "alone in its paragraph": "it is a paragraph of its own",
    "bracket": "it stands in brackets",
    "colon": "it ends with a colon",
    "had": "it tells of what had been",
    "has": "it tells of what has been",
    "in the lead": "it stands in the lead",
    "is to": "it tells of what is to be",
    "late": "it stands late in the text",
    "long": "it is long",
    "month": "it names a month",
    "names a side": "it names a side",
    "names a text": "it names a text",
    "names both": "it names both sides",
    "names others": "it names another country",
    "not": "it denies something",
    "nothing ahead": "no source is named after it",
    "nothing before": "nothing stands before it",
    "number": "it has a number",
    "obliging": "it says what should or will be",
    "obliging, in an account": "it says what should or will be, in the paragraph of an account",
    "one account around": "the same account stands before and after it",
    "opens its paragraph": "it opens a paragraph",
    "passive voice": "it is in the passive",
    "past": "it tells of earlier times",
    "present": "it says what is so",
    "question": "it asks",
    "quotes": "it quotes",
    "quotes most": "most of it is quoted",
    "short": "it is short",
    "source named after, ahead": "the next sentence is quoted before its source",
    "source named before": "the sentence before names its source",
    "speaks to the reader": "it says 'we' or 'you'",
    "subject speaks ahead": "whom it is about speaks next",
    "subject of another account": "it is about the other side than the account before",
    "subject of the account": "it is about the side whose account is told",
    "subject of no source": "it is about a matter, not about somebody",
    "two accounts around": "one account stands before and another after it",
    "was": "it tells of what was",
    "year": "it names a year",
}


def in_words(sign: str) -> str:
    """What a sign says, as the end of 'What spoke most for it: …'."""
    if sign in _FIXED:
        return _FIXED[sign]
    if sign.startswith("begins with "):
        return f"it begins with '{sign.removeprefix('begins with ')}'"
    if sign.startswith("phrase of "):
        return f"it has a phrase of {sign.removeprefix('phrase of ')}"
    if sign.startswith("subject "):
        return f"it is about {_about(sign.removeprefix('subject ').removeprefix('of '))}"
    if sign.startswith("acts by "):
        return "somebody does something in it" if sign.endswith("act") else "somebody thinks something in it"
    return _around(sign) or sign


def _about(subject: str) -> str:
    who, _, after = subject.partition(" after ")
    told = f", after {_TELLING[after]}" if after in _TELLING else ""
    return f"{_SOURCES.get(who, who)}{told}"


def _around(sign: str) -> str | None:
    """'Statement before, here', 'paper spoke before', 'institution acts', 'say before'."""
    head, _, place = sign.partition(", ")
    what, _, where = head.rpartition(" ")
    at = f" {_PLACES[place]}" if place in _PLACES else ""
    if what in _TELLING:
        return f"{_TELLING[what]} stands {where} it{at}" if where == "before" else f"{_TELLING[what]} follows{at}"
    if where == "acts":
        return f"{_SOURCES.get(what, what)} acts in it"
    if what.endswith(" spoke"):
        return f"{_SOURCES.get(what.removesuffix(' spoke'), what)} spoke before it"
    return f"the sentence before has a verb of {'saying' if what in ('say', 'write') else 'doing'}" if where == "before" else None
