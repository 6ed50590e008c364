"""One name in several spellings: Zelensky, Zelenskyy, Zelenskiy; Erdoğan, Erdogan.

A strict rule: the same letters once accents, doubled letters and the end of '-skiy' are set aside, or one letter
more or less in a long name that begins alike. Iran is not Iraq.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "'": "", "’": "", "-": ""})
_ARTICLE = re.compile(r"\b(?:al|el|ad|an|ar|as|ash|at|az)-")  # Arabic: al-Sudani is Sudani
_ENDINGS = ("iy", "yy", "ij", "ii", "yi")
_ALIKE = 4  # letters with which two spellings begin
_LONG = 6  # letters from which on one letter may differ
_CROWD = 40  # names that begin alike, beyond which only equal letters count


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """The letters that all spellings of a name share.

    >>> fold("Zelenskyy") == fold("Zelenskiy") == fold("Zelensky")
    True
    >>> fold("Iran") == fold("Iraq")
    False
    """
    letters = unicodedata.normalize("NFKD", _ARTICLE.sub("", name.lower()).translate(_PLAIN))
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    once = "".join(c for i, c in enumerate(plain) if i == 0 or c != plain[i - 1] or not c.isalpha())
    return once[:-2] + "y" if once.endswith(_ENDINGS) and len(once) > _ALIKE else once


class Spellings:
    """Finds the name that a text knows under another spelling."""

    def __init__(self, names: Iterable[str]) -> None:
        self._folded: dict[str, str] = {}
        self._alike: dict[str, list[str]] = defaultdict(list)
        self._known: dict[str, str | None] = {}  # what was asked before: a story names its people again and again
        for name in names:
            letters = fold(name)
            if self._folded.setdefault(letters, name) == name:
                self._alike[letters[:_ALIKE]].append(letters)

    def find(self, name: str) -> str | None:
        """The known name, or None where no spelling is near, or two are."""
        if name not in self._known:
            self._known[name] = self._find(name)
        return self._known[name]

    def _find(self, name: str) -> str | None:
        letters = fold(name)
        if letters in self._folded:
            return self._folded[letters]
        crowd = self._alike.get(letters[:_ALIKE], ())
        if len(letters) < _LONG or len(crowd) > _CROWD:
            return None
        from rapidfuzz.distance import Indel  # not where the tables are made: the build has no need of it

        near = [other for other in crowd if Indel.distance(letters, other, score_cutoff=1) <= 1 and len(other) >= _LONG]
        return self._folded[near[0]] if len(near) == 1 else None


def full_name(words: Sequence[str], small: Collection[str]) -> str:
    """A name without initials and `small` words, as names of leaders are looked up."""
    return " ".join(word for word in words if len(word) > 1 and word.lower() not in small and word[0].isalpha())
