"""How often a detected encoding is right, by the confidence of the detector: `python -m tests.detection`.

Pieces of 12 to 800 characters of short texts of our own, in the encodings that each was once written in; a piece that is UTF-8 as it is
does not count.
"""

import re
from collections.abc import Iterator

import chardet

from readoutdiff.reading.decoding import SURE
from tests import scripts
from tests.conftest import DEMO

CURLY = re.sub(r'"([^"]*)"', r"“\1”", DEMO.read_text(encoding="utf-8")).replace("'", "’")
WRITTEN = {
    CURLY: ("windows-1252",),
    scripts.RUSSIAN: ("windows-1251", "koi8-r", "cp866"),
    scripts.UKRAINIAN: ("windows-1251", "koi8-u"),
    scripts.FRENCH: ("windows-1252",),
    scripts.GERMAN: ("windows-1252",),
    scripts.SPANISH: ("windows-1252",),
    scripts.PORTUGUESE: ("windows-1252",),
    scripts.FINNISH: ("windows-1252",),
    scripts.CZECH: ("windows-1250", "iso-8859-2"),
    scripts.POLISH: ("windows-1250", "iso-8859-2"),
    scripts.LITHUANIAN: ("windows-1257",),
    scripts.TURKISH: ("windows-1254",),
    scripts.GREEK: ("windows-1253",),
    scripts.HEBREW: ("windows-1255",),
    scripts.ARABIC: ("windows-1256",),
    scripts.CHINESE: ("gb18030",),
    scripts.TRADITIONAL: ("big5",),
    scripts.JAPANESE: ("shift_jis", "euc-jp"),
    scripts.KOREAN: ("euc-kr",),
}
LENGTHS = (12, 25, 50, 80, 120, 200, 400, 800)  # characters
FLOORS = (0.0, 0.1, 0.15, SURE, 0.25, 0.3)


def pieces() -> Iterator[tuple[str, bytes]]:
    """Pieces of all texts, and their bytes in each encoding."""
    for text, encodings in WRITTEN.items():
        for length in LENGTHS:
            for start in range(0, max(1, len(text) - length + 1), max(1, len(text) // 6)):
                for encoding in encodings:
                    data = text[start : start + length].encode(encoding, "ignore")
                    if not is_utf8(data):
                        yield data.decode(encoding), data


def is_utf8(data: bytes) -> bool:
    """Whether nothing need be detected."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def detected(text: str, data: bytes) -> tuple[float, bool]:
    """How sure the detector is, and whether it is right: whether the characters come out."""
    seems = chardet.detect(data)
    encoding = seems["encoding"]
    return seems["confidence"], encoding is not None and data.decode(encoding, "replace") == text


def main() -> None:
    """Print for each floor of confidence how many pieces are taken, and how many of these rightly."""
    found = [detected(text, data) for text, data in pieces()]
    print(f"{len(WRITTEN)} texts, {len({e for written in WRITTEN.values() for e in written})} encodings, {len(found)} pieces")
    for floor in FLOORS:
        taken = [right for confidence, right in found if confidence >= floor]
        print(f"confidence {floor:.2f} or more: {len(taken)} taken, {sum(taken)} rightly")


if __name__ == "__main__":
    main()
