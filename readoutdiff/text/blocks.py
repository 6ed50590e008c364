"""Cleaning: what each block of a page is. Blocks are labelled, never changed.

A page has a headline and perhaps a standfirst and a by-line, then the story with its captions and subheads,
then furniture. What a block is shows in its own words (furniture.toml), in its shape (shapes.py), and in its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from readoutdiff.text import shapes
from readoutdiff.text.furniture import Furniture
from readoutdiff.text.shapes import LONG, LONGEST_LINE, ends_sentence, is_dateline

Label = Literal["headline", "caption", "boilerplate", "body"]

_LINE = re.compile(r"\S[^\n\r]*")
_SHORTEST_LINE = 45  # characters of a hard-wrapped line
BULLETS = "•-*–"
_PARAGRAPH, _SENTENCE = 12, 5  # words
_CAPTION = 35  # words
_HEAD = 6  # blocks above the story
_STANDFIRST = 45  # words
_FEW = 8  # words; longer lines are not furniture only because they stand beside it
_BESIDE = 8  # blocks in which furniture follows short lines that belong to it
_SUMMARY = 10  # blocks of a summary in which a by-line follows its bullets


class Block(NamedTuple):
    """text[start:end] and what it is."""

    start: int
    end: int
    label: Label


def find_blocks(text: str, furniture: Furniture) -> list[Block]:
    """The blocks of a page in order, each with its label."""
    ranges = block_ranges(text)
    labels = _Page(text, ranges, furniture).labelled()
    return [Block(a, b, label or "body") for (a, b), label in zip(ranges, labels, strict=True)]


def block_ranges(text: str) -> list[tuple[int, int]]:
    """Lines are blocks, but the lines of a hard-wrapped paragraph are one."""
    ranges: list[tuple[int, int]] = []
    for spans in _paragraphs(text):
        ranges += [(spans[0][0], spans[-1][1])] if _is_wrapped(text, spans) else spans
    return ranges


def _paragraphs(text: str) -> Iterator[list[tuple[int, int]]]:
    """The lines of each paragraph, without the white space around them; an empty line parts two paragraphs."""
    spans: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        line = (match.start(), match.start() + len(match.group().rstrip()))
        if spans and text.count("\n", spans[-1][1], line[0]) != 1:
            yield spans
            spans = []
        spans.append(line)
    if spans:
        yield spans


def _is_wrapped(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Lines of about one length that break off within a sentence and go on with a small letter."""
    full = [b - a for a, b in spans[:-1]]
    if not full or min(full) < _SHORTEST_LINE or max(full) > LONGEST_LINE:
        return False
    broken = sum(not ends_sentence(text[a:b]) for a, b in spans[:-1])
    goes_on = any(text[a].islower() for a, _ in spans[1:])
    return goes_on and broken * 2 > len(full)


def _own_label(block: str, furniture: Furniture) -> Label | None:
    """What a block is by its own words and shape, wherever it stands; None where they do not tell."""
    low, words = block.lower().replace("’", "'"), len(block.split())
    if furniture.is_caption(low) or shapes.ends_in_credit(block):
        return "caption"
    if furniture.is_boilerplate(low, words) or furniture.is_stamp(low) or shapes.is_tail(block) or shapes.is_breadcrumb(block):
        return "boilerplate"
    if (words <= LONG and shapes.has_address(block)) or shapes.is_time(block):
        return "boilerplate"
    return "caption" if words <= _CAPTION and shapes.is_credited(block) else None


class _Page:
    """The blocks of a page, which of them read like prose, and their labels as far as they are known: of the story's own none."""

    def __init__(self, text: str, ranges: Sequence[tuple[int, int]], furniture: Furniture) -> None:
        self.text, self.ranges, self.furniture = text, ranges, furniture
        self.blocks = [text[a:b] for a, b in ranges]
        self.words = [len(block.split()) for block in self.blocks]
        self.prose = [shapes.is_prose(block) for block in self.blocks]
        self.labels = [_own_label(block, furniture) for block in self.blocks]

    def labelled(self) -> Sequence[Label | None]:
        """The labels, each step going by those before it."""
        self._label_credits()
        self._label_summaries()
        self._label_furniture_runs()
        self._label_heads()
        return self.labels

    def _adjoins(self, i: int) -> bool:
        """Whether a block stands on the line right under the one before it."""
        return i > 0 and self.text.count("\n", self.ranges[i - 1][1], self.ranges[i][0]) == 1

    def _label_credits(self) -> None:
        """A credit on the next line belongs to the caption above it."""
        for i in range(1, len(self.blocks)):
            if self.labels[i] == "caption" and self.labels[i - 1] is None and self._adjoins(i) and self.words[i] <= _FEW:
                self.labels[i - 1] = "caption"

    def _label_summaries(self) -> None:
        """'In short:' and the lines right under it, or its bullets."""
        within = False
        for i, block in enumerate(self.blocks):
            head = self.furniture.summary.is_whole(block.lower())
            within = head or (within and (self._adjoins(i) or block[0] in BULLETS))
            if within and self.labels[i] in (None, "boilerplate"):
                self.labels[i] = "headline"

    def _label_furniture_runs(self) -> None:
        """Short lines beside furniture are furniture, and after the last paragraph of the story all is."""
        page = [label == "boilerplate" and not shapes.is_time(block) for label, block in zip(self.labels, self.blocks, strict=True)]
        last = self._last_paragraph(page)
        ends = last >= 0 and any(page[last + 1 :])
        begun = False  # furniture was met after the last paragraph
        for i, label in enumerate(self.labels):
            begun = begun or (i > last + 1 and page[i - 1])
            if label is not None:
                continue
            if ends and i > last:
                self.labels[i] = "boilerplate" if not self.prose[i] or begun else None
            elif not self.prose[i] and self.words[i] <= _FEW and i and self.labels[i - 1] == "boilerplate" and self._is_between(i):
                self.labels[i] = "boilerplate"

    def _last_paragraph(self, page: Sequence[bool]) -> int:
        """The last block of the story: a paragraph, or a shorter sentence that no furniture (`page`) parts from it."""
        last, parted = -1, False
        for i, words in enumerate(self.words):
            parted = parted or page[i]
            told = self.prose[i] and self.labels[i] is None
            if told and (words >= _PARAGRAPH or (words >= _SENTENCE and last >= 0 and not parted)):
                last, parted = i, False
        return last

    def _is_between(self, i: int) -> bool:
        """Between two pieces of furniture with nothing but short lines between."""
        for j in range(i + 1, min(i + _BESIDE, len(self.labels))):
            if self.labels[j] == "boilerplate":
                return True
            if self.prose[j]:
                return False
        return False

    def _label_heads(self) -> None:
        """Headline and standfirst before the story begins, by-lines between, subheads within it."""
        first = self._first_paragraph()
        signed, seen_headline = _signatures(self.blocks), False
        last = max((i for i, label in enumerate(self.labels) if label is None), default=-1)
        last_prose = max((i for i, prose in enumerate(self.prose) if prose and self.labels[i] is None), default=last)
        plain = next((i for i, block in enumerate(self.blocks) if i and block[0] not in BULLETS), len(self.blocks))
        for i, block in enumerate(self.blocks):
            if self.labels[i] is not None:
                continue
            subhead = first < i < last_prose and self.furniture.is_placed(block)
            if (self.furniture.is_byline(block) and not subhead) or block in signed or (i < first and seen_headline and is_dateline(block)):
                self.labels[i] = "boilerplate"
            elif i > first and shapes.is_signature(block) and self.blocks[i - 1][-1] in "”\"’'»":
                continue
            elif i < first or (block[0] in BULLETS and (i <= plain or self._before_byline(i))):
                self.labels[i], seen_headline = "headline", True
            elif (i > first and self._is_subhead(i)) or shapes.is_short_quote(block):
                self.labels[i] = "headline" if i < last_prose or ends_sentence(block) else "boilerplate"
            elif i == last and self.furniture.is_bio(block):
                self.labels[i] = "boilerplate"

    def _is_subhead(self, i: int) -> bool:
        block = self.blocks[i]
        return (not self.prose[i] and block[0] not in '“"«„' and not ends_sentence(block)) or shapes.is_question(block)

    def _before_byline(self, i: int) -> bool:
        """Summary bullets stand between headline and by-line."""
        return any(map(self.furniture.is_byline, self.blocks[i + 1 : i + _SUMMARY]))

    def _first_paragraph(self) -> int:
        """The block with which the story begins."""
        first = self._first_sentence()
        read_as_headline = first == 0 and len(self.blocks) > 2 and self.labels[1] == "boilerplate" and self.words[0] < LONG
        return 1 if read_as_headline else first  # a headline that reads like a sentence, with its by-line or date below

    def _first_sentence(self) -> int:
        """The first block that is a whole sentence, or stands after the by-line."""
        prose = [i for i, shape in enumerate(self.prose) if shape and self.labels[i] is None and self.blocks[i][0] not in BULLETS]
        if not prose:  # a text of one or two short sentences
            short = (i for i, block in enumerate(self.blocks) if self.labels[i] is None and block.endswith("."))
            return next(short, len(self.blocks))
        if len(prose) > 1 and prose[0] == 0 and self.blocks[0].endswith(("?", "!")):
            prose = prose[1:]  # a headline that asks
        signed = next((i for i, block in enumerate(self.blocks[:_HEAD]) if i and self.furniture.is_byline(block)), 0)
        if signed and all(words <= _STANDFIRST for words in self.words[:signed]):
            prose = [i for i in prose if i > signed] or prose  # what stands above the by-line tells what the story will be of
        return next((i for i in prose if ends_sentence(self.blocks[i]) and not self._is_standfirst(i)), prose[0])

    def _is_standfirst(self, i: int) -> bool:
        """A sentence or two straight under the headline, with a by-line, a date or a picture before the story goes on."""
        if i == 0 or i > 3 or self.words[i] > _STANDFIRST:
            return False
        follows, after = (self.labels[i + 1], self.blocks[i + 1]) if i + 1 < len(self.blocks) else (None, "")
        return follows in ("boilerplate", "caption") or after.lower().startswith("by ") or after.isupper() or is_dateline(after)


def _signatures(blocks: Sequence[str]) -> set[str]:
    """Names that stand on lines of their own more than once: who wrote which entry of a live page."""
    names = Counter(b for b in blocks if len(b) < _SHORTEST_LINE and 1 < len(b.split()) < 5 and all(w[0].isupper() for w in b.split()))
    return {name for name, times in names.items() if times > 1 and not ends_sentence(name)}
