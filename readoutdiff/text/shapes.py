"""What the shape of one block shows: that it credits a picture, tells a time, leads through a site, or reads like a sentence."""

from __future__ import annotations

import re

# Not compiled before there is a need: few blocks ask for them.
_CREDIT = r"[(\[][^()\[\]]{2,60}(?:/| via )[^()\[\]]{2,60}[)\]]$"
_TRAILING_CREDIT = r"[.!?]\s*+\((?:[A-Z][\w.’'-]*+:?+[ /]?+){1,6}+\)$"
_AGENCY_CREDIT = r"[.!?]\s?[—–-]\s?(?:[A-Z][A-Z/]{1,12}|[A-Z][A-Za-z/]{1,15}(?: file)? (?:photo|picture|pic))$"
_TIME_ONLY = r"(?:[^\W\d_]{1,9}\.?,? ){0,3}\d{1,4}[\d.:/ –,-]*+(?:[^\W_]{1,9}+\.?+[ ,]*+){0,5}\d*+(?:[.:]\d\d)?(?: ?[A-Za-z]{2,4}+){0,2}"
_DATE = r"\b(?:19|20)\d\d\b|\d{1,2}[.:]\d\d"
_TAIL = r"[A-Z]{2,6}(?:/[A-Z0-9]{1,6}){1,4}"
DASHES = "—–-"
_CREDITED_BLOCK = 400  # characters of a block that is a caption with its credit
_CREDITED = 45  # characters at a block's end in which an agency's credit stands
_SENTENCE, _NAMES = 5, 4  # words of a caption's sentence, and of who is credited behind it
_INITIALS = 3  # letters of a word that a full stop may shorten
_SIGNATURE = 12  # words
_TIME = 60  # characters of a line that tells a time
_DATELINE = 8  # words
_FIELD = 30  # characters of a field of a line that leads through a site
LONGEST_LINE = 140  # characters of one line as a page or a hard-wrapped text has it
LONG = 22  # words; a shorter block may be a subhead, a longer one without a full stop is still prose


def ends_sentence(block: str) -> bool:
    """Whether it ends as a sentence does, be it in quotation marks."""
    return block.rstrip("\"”’'»」)]")[-1:] in (".", "!", "?", "…", ":", ";")


def is_prose(block: str) -> bool:
    """Whether it reads like a sentence, and not like a heading or a line of furniture."""
    return len(block.split()) >= LONG or (ends_sentence(block) and len(block.split()) >= 4)


def ends_in_credit(block: str) -> bool:
    """'(Ritzau/AFP)', 'The two at the border. (Ann Berg)', 'A ferry leaves. — AFP photo'."""
    brief = len(block) < _CREDITED_BLOCK
    if block.endswith((")", "]")) and (re.search(_CREDIT, block) or (brief and re.search(_TRAILING_CREDIT, block))):
        return True
    return brief and any(dash in block[-_CREDITED:] for dash in "—–-") and bool(re.search(_AGENCY_CREDIT, block))


def is_credited(block: str) -> bool:
    """'Lorries wait at the crossing. EPA': a sentence, then the name of who took the picture."""
    end = max([block.rfind(mark) for mark in (". ", "! ", "? ")])
    if end <= 0:
        return False
    names = block[end + 2 :].replace("/", " ").split()
    before = block[:end].split()
    told = len(before) >= _SENTENCE and len(before[-1]) > _INITIALS and "." not in before[-1]  # 'Norway tells St. Lucia'
    return told and 0 < len(names) <= _NAMES and all(name[0].isupper() for name in names) and block[-1].isalnum()


def is_signature(block: str) -> bool:
    """'— Ana Prado, President of Peru': under a quotation, who said it."""
    names = block[1:].split()
    named = 1 < len(names) <= _SIGNATURE and all(name[0].isupper() for name in names[:2])
    return block[0] in DASHES and named and block[-1] not in DASHES and not ends_sentence(block)


def is_tail(block: str) -> bool:
    """'AFP/JB/KL': who wrote and who passed an agency's story."""
    return "/" in block and block.isupper() and bool(re.fullmatch(_TAIL, block))


def is_breadcrumb(block: str) -> bool:
    """'Home / Politics / Europe': where on its site a page stands."""
    if len(block) > LONGEST_LINE or block[-1] in ".?!”\"'’":
        return False
    fields = next((block.split(mark) for mark in (" / ", " | ", " » ", " › ", " > ") if mark in block), [])
    longest = max((len(field.split()) for field in fields), default=0)
    few = len(fields) > 2 or longest == 1  # 'Oslo calls Stockholm | Reuters' is a headline
    return len(fields) > 1 and few and all(0 < len(field) <= _FIELD and field[0].isalnum() for field in fields)


def has_address(block: str) -> bool:
    """'jo.hall@fjord.example', and not '@fjord' at the end of a sentence."""
    parts = (word.strip(".,;:()<>").partition("@") for word in block.split())
    return "@" in block and any(local and "." in host for local, _, host in parts)


def is_time(block: str) -> bool:
    """'12 May 2025, 10:42'."""
    return len(block) < _TIME and bool(re.search(_DATE, block)) and bool(re.fullmatch(_TIME_ONLY, block.split(" · ")[0]))


def is_dateline(block: str) -> bool:
    """'OSLO, 12 May', 'Friday | 10:42', 'Ida Berg': what stands between a headline and its story."""
    words = block.split()
    if not words or len(words) > _DATELINE or ends_sentence(block) or block[0] in "-•*–—":
        return False
    return any(c.isdigit() or c in "|/" for c in block) or (len(words) <= 4 and all(w[0].isupper() for w in words))


def is_question(block: str) -> bool:
    """'What comes next?': a subhead that asks."""
    return block.endswith("?") and len(block.split()) <= 9


def is_short_quote(block: str) -> bool:
    """'“A good neighbour”': a subhead that quotes."""
    return block[0] in "‘“'\"" and block[-1] in "’”'\"" and block[-2:-1] not in (*"!?.",) and len(block.split()) <= 7
