"""A part of a sentence with one role: what attribution gives."""

from __future__ import annotations

from readoutdiff.parsing.frame import Frame
from readoutdiff.value import Value

# Rules by which words are the outlet's: it remarks on the texts, or tells of the call what it has from somebody without a name.
REMARKS = ("omission", "no comment", "publication")
UNNAMED = ("unnamed source", "goes on with the outlet")
_SPEAKERS = ("paper", "post", "institution", "spokes", "party", "side")
_PAPER_JOINTS = ("readout", "statement", "account", "text", "version", "communiqu", "both named", "ministries", "offices")


class Part(Value, frozen=True):
    """text[start:end] of one sentence with one role; `frame` decided it, if one did, `known_by` says how its source is theirs."""

    start: int
    end: int
    sentence: int
    role: str
    parties: tuple[str, ...] = ()
    tier: str | None = None
    rule: str | None = None
    frame: Frame | None = None
    actor: str | None = None
    known_by: str | None = None
    signs: tuple[str, ...] = ()  # what spoke most for its role, where no source decided it


def is_voice(frame: Frame) -> bool:
    """Whether a frame reports what its source said of the call, rather than what somebody did in it."""
    source = frame.source
    if frame.kind == "mind":
        return source.kind in ("paper", "post")
    if source.kind in _SPEAKERS:
        return True
    if source.kind == "joint":
        return frame.kind in ("say", "write") or source.head == "both" or any(word in source.head for word in _PAPER_JOINTS)
    if source.kind == "pronoun":
        return source.head == "it" or frame.kind in ("say", "write")
    return frame.kind in ("say", "write")
