"""Countries' names that are a person's in a text: 'Prime Minister Luís Montenegro', 'Mr Jordan'."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from readoutdiff.parsing.mentions import Mention
from readoutdiff.text.tokens import Token

_NO_HONORIFICS = ("ambassador", "general", "he", "h", "e", "tan")  # 'General Jordan' and 'the ambassador Chad sent' are not told apart


def without_surnames(
    tokens: Sequence[Token], mentions: Mapping[int, Mention], titles: Collection[str], honorifics: Collection[str]
) -> Mapping[int, Mention]:
    """The mentions without those that are somebody's family name.

    A country's name behind a title or an honorific, or behind a given name that a title or its office leads in, is a family name there;
    and wherever it stands, if that is how the text first has it and it names the country in no other way. A given name ('Israel Katz')
    is left to those who read the phrase.
    """
    single = {at: m for at, m in sorted(mentions.items()) if m.kind == "country" and m.end - m.first == 1}
    ends = {m.end for m in mentions.values()}
    persons = {at for at in single if _is_surname(tokens, ends, at, titles, honorifics)}
    if not persons:
        return mentions
    firsts = {tokens[at].key: at for at in sorted(single, reverse=True)}
    names = {tokens[at].key for at in persons if firsts[tokens[at].key] == at}
    known = {m.parties for m in mentions.values() if m.end - m.first > 1 or tokens[m.first].key not in names}
    gone = persons | {at for at, m in single.items() if tokens[at].key in names and m.parties not in known}
    return {at: m for at, m in mentions.items() if at not in gone}


def _is_surname(tokens: Sequence[Token], ends: Collection[int], at: int, titles: Collection[str], honorifics: Collection[str]) -> bool:
    """Whether the country's name at a place is a family name; `ends` are the places behind the mentions."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if at == 0 or not tokens[at - 1].key[0].isupper() or (after is not None and after.key[0].isupper()):
        return False
    before, further = tokens[at - 1], tokens[at - 2] if at > 1 else None
    if before.low in titles or (before.low in honorifics and before.low not in _NO_HONORIFICS):
        return True
    given = before.key.isalpha() and not before.possessive and at not in ends
    led = further is not None and further.low in titles
    office = further is not None and further.key == "," and at - 2 in ends  # 'the Prime Minister of Portugal, Luís Montenegro'
    return given and (led or office)
