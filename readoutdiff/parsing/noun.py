"""A noun phrase that can be a source, and what its own words tell of it."""

from __future__ import annotations

from readoutdiff.value import Value

_POSTED = ("ambassador", "envoy")


class Noun(Value, frozen=True):
    """tokens[first:end] name a source of some kind.

    kind    paper | post | institution | side | spokes (a spokesperson) | principal (who holds an office) | outside (somebody of no side)
            | party | person | pronoun | joint (both sides) | press | unnamed | item (a point of a text: 'The third asks for …')
    owner   the party that its own words name, several where the name is shared or the source joint
    head    the lower-cased words that gave it its kind
    name    the person's last name, if it names one; `names` has all its parts (families come first in some languages)
    holder  'his' or the last name of whom it belongs to ('Ms Lund's office')
    """

    first: int
    end: int
    kind: str
    owner: tuple[str, ...] = ()
    head: str = ""
    name: str | None = None
    holder: str | None = None
    title: str | None = None  # the office within: 'chancellery' of 'the readout from the chancellery'
    names: tuple[str, ...] = ()
    indefinite: bool = False
    joint: bool = False  # a paper of all sides
    definite: bool = False

    @property
    def sure(self) -> bool:
        """Whether its own words name one party."""
        return len(self.owner) == 1

    @property
    def posted(self) -> bool:
        """Whether it is somebody posted abroad, who speaks for himself before he does for his country."""
        return self.head in _POSTED
