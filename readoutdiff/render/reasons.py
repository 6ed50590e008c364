"""Why a segment was given to whom, in plain words: one sentence for each rule, way of knowing, and tier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readoutdiff.render.signs import in_words

_KINDS: Mapping[str, str] = {
    "paper": "a text (a readout, statement or press release)",
    "post": "a post",
    "institution": "an office",
    "spokes": "a spokesperson",
    "party": "a government",
    "side": "a side",
    "person": "a person",
    "principal": "the holder of an office",
    "pronoun": "a pronoun",
    "press": "a news outlet",
    "unnamed": "a source without a name",
    "item": "a point of a text",
    "outside": "a source that is none of the sides",
}
_ORDERS: Mapping[str, str] = {
    "before": "is named before the words it answers for.",
    "after": "is named after the words it answers for.",
}
RULES: Mapping[str, str] = {
    "joint": "The words are given to the sides together, so each of them is taken to say them.",
    "own readout": "The text is the side's own readout: all of its sentences are its publisher's.",
    "quotation": "It belongs to a quotation, and a quotation keeps its source in every sentence.",
    "block quotation": "The paragraph before it ends with a colon and hands over to its source, so the whole paragraph is quoted.",
    "passive": "It is told in the passive ('were said to have …'), so it goes on with the account before it.",
    "goes on": "It has no source of its own; what stands around it speaks for the account before it going on.",
    "leads in": "It has no source of its own; what stands around it speaks for the account that follows in its paragraph.",
    "likely": "It has no source of its own; what stands around it speaks for this side.",
    "text described": "The reporter describes what this side's text says.",
    "narration": "It tells of the call or of the texts themselves, with no source: the outlet's own telling.",
    "unnamed source": "Its source speaks for nobody by name: what such a source says is the outlet's report.",
    "goes on with the outlet": "It goes on with what the outlet has from a source without a name.",
    "omission": "It says what an account leaves out: that is the reporter's observation, not the side's words.",
    "no comment": "It says that somebody would not comment: nobody's account.",
    "publication": "It says that a text came out, not what it says.",
    "standing claim": "It says what a country holds for good, not what it says of this call.",
    "elsewhere": "The source said it on another day or on another occasion, not of this call.",
    "contrast": "It is a clause on somebody else; the source that is named behind 'while' answers only for what follows.",
    "bystander": "It is told of somebody who is none of the sides.",
}
ROLES: Mapping[str, str] = {
    "headline": "The block is a headline, a standfirst or a subhead, and these are given to nobody.",
    "caption": "The block is the caption or credit of a picture, and these are given to nobody.",
    "boilerplate": "The block belongs to the page, not to the story (a by-line, a link, a newsletter, a timestamp).",
    "background": "No source is named in it, and it leans on no account: it is taken for context.",
    "outlet": "No source is named in it: it is the outlet's own telling of the call.",
}
KNOWN_BY: Mapping[str, str] = {
    "name": "Its own words name {side}.",
    "text": "The text introduces this person as one of {side}.",
    "list": "The list of heads of state and government gives this name to {side}.",
    "account": "The text does not say whose this person is; the account in which the person first stands is that of {side}.",
    "readout": "A readout that was given says whose this person is: {side}.",
    "company": "The text does not say whose this person is; the company in which the name stands speaks for {side}.",
    "title": "In this text only {side} has an office of that title.",
    "side": "Several countries go by that name; of them, only {side} is a side here.",
    "home": "The text names no country with it, and seems to come from the press of {side}, which leaves its own name out.",
    "antecedent": "It stands for a source named before: the last one that fits is of {side}.",
    "contrast": "The leader before is of the other side, so the counterpart is of {side}.",
    "place": "The words were spoken in the capital of {side}.",
    "subject": "The quotation is about the leader of {side}, as that side's own spokesperson would say it.",
    "both": "It names the sides together.",
    "none": "It is none of the sides whose accounts are compared.",
}
TIERS: Mapping[str, str] = {
    "explicit": "the source is named, in the sentence itself or for the whole quotation or text",
    "anaphoric": "the source goes by a pronoun, a title or a short name that goes back to one before",
    "carried": "the words have no source of their own and go on with the account before them",
    "inferred": "no source is named, or it is not said whose it is; the side is likely, not certain",
}


def signs_sentence(signs: Sequence[str]) -> str:
    """The signs that decided."""
    return f"What spoke most for it: {'; '.join(map(in_words, signs))}."


def rule_sentence(rule: str, source: str) -> str:
    """What a rule found, `source` being the words that name the source, in quotation marks."""
    if rule in RULES:
        return RULES[rule]
    kind, order = rule.split()
    return f"Its source, {source}, is {_KINDS[kind]} and {_ORDERS[order]}"
