"""A readout in which quotations of an article are looked up: they stand there word for word, altered, or not at all.

A quotation that is not there word for word is aligned with each sentence of the readout, and with each two that follow one
another, by rapidfuzz's longest common subsequence of words; the closest window decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import Literal

from rapidfuzz.distance import LCSseq, Levenshtein

from readoutdiff.contract import Change, Stretch
from readoutdiff.findings.wording import Searched, Words, pieces_of, words_of
from readoutdiff.parsing.story import Story
from readoutdiff.value import Value

ALTERED = 0.6  # of the words of quotation and window, those that both have in one order
_MARK = re.compile('["“”„«»]')
_TRIED = 60  # sentences
_FAR = 40  # words that an ellipsis may pass over


class Checked(Value, frozen=True):
    """What became of a quotation: its result, where in which readout it stands or comes nearest, what is other there, how near (0-1)."""

    result: Literal["verbatim", "altered", "not_found"]
    document: str
    start: int = 0
    end: int = 0
    changes: tuple[Change, ...] = ()
    score: float = 0.0


class Readout:
    """A readout in which quotations are looked up; `weighty` are words that an ellipsis must not hide."""

    def __init__(self, document: str, story: Story, weighty: frozenset[str]) -> None:
        self.document = document
        self._text = story.text
        self.words = words_of(story.text, 0, len(story.text))
        self._searched = Searched(self.words)
        self._weighty = weighty
        self._sentences = [words for s in story.sentences if (words := self.words.between(s.start, s.end)).plain]
        self._in: dict[str, list[int]] = defaultdict(list)  # the sentences in which a word stands
        for at, sentence in enumerate(self._sentences):
            for word in dict.fromkeys(sentence.plain):
                self._in[word].append(at)

    def has(self, text: str, start: int, end: int) -> bool:
        """Whether text[start:end] stands here word for word."""
        pieces = pieces_of(text, start, end)
        return bool(pieces) and self._verbatim(pieces) is not None

    def check(self, text: str, start: int, end: int) -> Checked | None:
        """Look up text[start:end], a quotation without its marks; None where it has no words."""
        pieces = pieces_of(text, start, end)
        if not pieces:
            return None
        return self._verbatim(pieces) or self._nearest(pieces)

    def _verbatim(self, pieces: Sequence[Words]) -> Checked | None:
        """Where all pieces stand one after the other, and what lies between them changes nothing."""
        found = self._searched.find(pieces[0])
        while found is not None:
            end = self._rest(pieces[1:], found[1])
            if end is not None:
                return Checked("verbatim", self.document, self.words.places[found[0]][0], self.words.places[end - 1][1], (), 1.0)
            found = self._searched.find(pieces[0], found[0] + 1)
        return None

    def _rest(self, pieces: Sequence[Words], end: int) -> int | None:
        for piece in pieces:
            found = self._searched.find(piece, end)
            if found is None or found[0] - end > _FAR or not self._weighty.isdisjoint(self.words.plain[end : found[0]]):
                return None
            end = found[1]
        return end

    def _nearest(self, pieces: Sequence[Words]) -> Checked:
        """The window that comes nearest to the words of all pieces, and what is other in it."""
        quoted = Words(tuple(w for p in pieces for w in p.plain), tuple(w for p in pieces for w in p.places))
        best: tuple[float, Words] = (0.0, quoted)
        for window in self._windows(quoted):
            score, first, last = _closest(quoted.plain, window.plain)
            if score > best[0]:
                best = score, Words(window.plain[first:last], window.places[first:last])
        score, window = best[0], self._within_marks(best[1], quoted)
        if score < ALTERED:
            return Checked("not_found", self.document, *(_range(window) if score else (0, 0)), (), score)
        return Checked("altered", self.document, *_range(window), tuple(_changes(quoted, window)), score)

    def _within_marks(self, window: Words, quoted: Words) -> Words:
        """A window without the words before a quotation mark, where none that is quoted comes before it: 'summer, "provided that'."""
        known = next((n for n, word in enumerate(window.plain) if word in quoted.plain), 0)
        marks = (n for n in range(known, 0, -1) if _MARK.search(self._text, window.places[n - 1][1], window.places[n][0]))
        first = next(marks, 0)
        return Words(window.plain[first:], window.places[first:])

    def _windows(self, quoted: Words) -> Iterator[Words]:
        """Sentences that have the rarest words of the quotation, each with as many after it as the quotation may run over."""
        rarest = sorted(set(quoted.plain) & self._in.keys(), key=lambda word: (len(self._in[word]), word))
        places = islice(dict.fromkeys(at for word in rarest for at in self._in[word]), _TRIED)
        for at in sorted(places):
            window = sentence = self._sentences[at]
            yield window
            for following in self._sentences[at + 1 :]:
                if len(window) - len(sentence) >= len(quoted):
                    break
                window = Words(window.plain + following.plain, window.places + following.places)
                yield window


def _closest(quoted: Sequence[str], window: Sequence[str]) -> tuple[float, int, int]:
    """How near the closest part of a window comes (0-1), and which it is: 2 × common words / words of both."""
    blocks = [op for op in LCSseq.opcodes(quoted, window) if op.tag == "equal"]
    best = (0.0, 0, 0)
    for i, opening in enumerate(blocks):
        common = 0
        for closing in blocks[i:]:
            common += closing.dest_end - closing.dest_start
            score = 2 * common / (len(quoted) + closing.dest_end - opening.dest_start)
            if score > best[0]:
                first = opening.dest_start - opening.src_start  # with the words that stand in the place of others
                last = closing.dest_end + len(quoted) - closing.src_end
                best = score, max(0, first), min(len(window), last)
    return best


def _range(words: Words) -> tuple[int, int]:
    return words.places[0][0], words.places[-1][1]


def _changes(quoted: Words, window: Words) -> Iterator[Change]:
    """The words of the quotation that the readout has otherwise, and its words for them."""
    for equal, run in groupby(Levenshtein.opcodes(quoted.plain, window.plain), key=lambda op: op.tag == "equal"):
        if equal:
            continue
        first, *rest = run
        last = rest[-1] if rest else first
        here, there = quoted.places[first.src_start : last.src_end], window.places[first.dest_start : last.dest_end]
        yield Change(article=_stretch(here), readout=_stretch(there))


def _stretch(places: Sequence[tuple[int, int]]) -> Stretch | None:
    return Stretch(start=places[0][0], end=places[-1][1]) if places else None
