"""Text that was spoilt before it came here: 'â€™' where an apostrophe stood, '\ufffd' for what some program could not read.

Nothing is mended: characters are never edited. It is said what is wrong, and how to mend the file.
"""

from __future__ import annotations

import re

from readoutdiff.errors import InputError
from readoutdiff.reading.content import Content
from readoutdiff.render.visible import visible
from readoutdiff.value import replace

_RUN = re.compile(r"[^\x00-\x7f]{2,}")
_WRONG = ("windows-1252", "windows-1251")  # as which UTF-8 is most often read by mistake
_SIGNS = 3  # characters; fewer may be meant
_SAMPLE = 100_000  # characters are enough to tell
_LOST, _OFTEN = 3, 2000  # replacement characters: so many, and one in so many characters
_UNSURE = "\ufffd"
_NO_CHOICE = ("utf-8", "utf8", "docx", "pdf")  # for these another encoding is no answer


def look_for_damage(content: Content, raw: bytes, name: str, *, named: bool) -> Content:
    """The content, with a note where it may be spoilt. Raises InputError where it is; a user who names the encoding insists."""
    wrong = _read_as(content.text)
    lost = content.text.count(_UNSURE)
    if not wrong and not lost:
        return content
    shown = f"'{visible(wrong[1])}' for '{visible(wrong[2])}'" if wrong else f"'{_UNSURE}' in {lost} place{'s' * (lost > 1)}"
    if wrong and content.encoding not in _NO_CHOICE and _is_utf8(raw):
        raise InputError(f"{name}: is utf-8, not {content.encoding}, which gives {shown}; name it with --encoding utf-8")
    damage = f"holds {shown}: {f'it was read as {wrong[0]} and saved so' if wrong else 'characters were lost when it was made'}"
    if not named and (wrong or (lost >= _LOST and lost * _OFTEN >= len(content.text))):
        insist = "" if content.encoding in _NO_CHOICE[2:] else f", or insist with --encoding {content.encoding}"
        raise InputError(f"{name}: {damage}; take the text from its source again{insist}")
    return replace(content, notes=(*content.notes, damage))


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _read_as(text: str) -> tuple[str, str, str] | None:
    """As what UTF-8 was read, the shortest sign of it, and what that stands for: where most characters beyond ASCII are such signs."""
    sample = text[:_SAMPLE]
    runs = _RUN.findall(sample)
    for wrong in _WRONG:
        signs = [(run, meant) for run in runs if (meant := _meant(run, wrong))]
        bearing = sum(len(run) for run, _ in signs)
        if bearing >= _SIGNS and bearing * 2 > sum(not c.isascii() for c in sample):
            return wrong, *min(signs, key=lambda sign: len(sign[0]))
    return None


def _meant(run: str, wrong: str) -> str | None:
    """What a run of characters stands for, if its bytes are UTF-8; bytes that an encoding has no character for were kept as they are."""
    data = bytearray()
    for c in run:
        try:
            data += c.encode(wrong)
        except UnicodeEncodeError:
            if not "\x80" <= c <= "\x9f":
                return None
            data.append(ord(c))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None
