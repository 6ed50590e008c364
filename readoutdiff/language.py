"""Which language a text is in: by its script, else by its most frequent small words."""

from __future__ import annotations

import re
from collections import Counter

from readoutdiff.lexicon.knowledge import Knowledge

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # characters are enough to tell


def detect_language(text: str, knowledge: Knowledge) -> str:
    """The id of the language a text is written in ('en'), or 'und' where nothing tells."""
    sample = text[:_SAMPLE]
    letters = Counter(c for c in sample if c > "\u036f")  # beyond Latin
    for script in knowledge.scripts:
        if sum(n for c, n in letters.items() if script.first <= c <= script.last) > len(sample) / 4:
            return script.id
    words = Counter(_WORD.findall(sample.lower()))
    counts = {lang.id: sum(words[w] for w in lang.words) for lang in knowledge.languages}
    best = max(counts, key=lambda lang: (counts[lang], lang == "en"))
    return best if counts[best] * 12 >= max(words.total(), 1) else "und"


def language_name(code: str, knowledge: Knowledge) -> str:
    """What a report calls a language."""
    names = {entry.id: entry.name for entry in knowledge.scripts} | {entry.id: entry.name for entry in knowledge.languages}
    return names.get(code, "a language that could not be told")


def is_served(code: str, knowledge: Knowledge) -> bool:
    """Whether the lexicon has that language; a text too short to tell is taken as one it has."""
    return code == "und" or any(lang.id == code and lang.served for lang in knowledge.languages)
