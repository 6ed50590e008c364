"""Countries' names that are a person's in a text: 'Prime Minister Luís Montenegro', 'Mr Jordan'."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from readoutdiff.mentions import Mention
from readoutdiff.tokens import Token

_NO_HONORIFICS = ("ambassador", "general", "he", "h", "e", "tan")  # 'General Jordan' and 'the ambassador Chad sent' are not told apart


def without_surnames(
    tokens: Sequence[Token], mentions: Mapping[int, Mention], titles: Collection[str], honorifics: Collection[str]
) -> Mapping[int, Mention]:
    """The mentions without those that are somebody's family name.

    A country's name behind a title or an honorific, or behind a given name that a title or its office leads in, is a family name there;
    and wherever it stands, if the text names that country in no other way.
    """
    single = {at: m for at, m in mentions.items() if m.kind == "country" and m.end - m.first == 1}
    persons = {at for at, m in single.items() if _is_surname(tokens, mentions, at, titles, honorifics)}
    if not persons:
        return mentions
    names = {tokens[at].key for at in persons}
    known = {m.parties for m in mentions.values() if m.end - m.first > 1 or tokens[m.first].key not in names}
    gone = persons | {at for at, m in single.items() if tokens[at].key in names and m.parties not in known}
    return {at: m for at, m in mentions.items() if at not in gone}


def _is_surname(
    tokens: Sequence[Token], mentions: Mapping[int, Mention], at: int, titles: Collection[str], honorifics: Collection[str]
) -> bool:
    if at == 0 or not tokens[at - 1].key[0].isupper():
        return False
    before, further = tokens[at - 1], tokens[at - 2] if at > 1 else None
    if before.low in titles or (before.low in honorifics and before.low not in _NO_HONORIFICS):
        return True
    given = before.key.isalpha() and not before.possessive and at - 1 not in mentions
    led = further is not None and further.low in titles
    office = further is not None and further.key == "," and at - 3 in mentions  # 'the Prime Minister of Portugal, Luís Montenegro'
    return given and (led or office)
