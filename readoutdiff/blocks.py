"""Cleaning: what each block of a page is. Blocks are labelled, never changed.

A page has a headline and perhaps a standfirst and a by-line, then the story with its captions and subheads,
then furniture. What a block is shows in its own words (furniture.toml), in its shape, and in its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from readoutdiff.furniture import Furniture

Label = Literal["headline", "caption", "boilerplate", "body"]

# Not compiled before there is a need: few blocks ask for them.
_CREDIT = r"[(\[][^()\[\]]{2,60}(?:/| via )[^()\[\]]{2,60}[)\]]$"
_TRAILING_CREDIT = r"[.!?]\s*+\((?:[A-Z][\w.’'-]*+[ /]?+){1,6}+\)$"
_AGENCY_CREDIT = r"[.!?]\s?[—–-]\s?(?:[A-Z][A-Z/]{1,12}|[A-Z][A-Za-z/]{1,15}(?: file)? (?:photo|picture|pic))$"
_TIME_ONLY = r"(?:[^\W\d_]{1,9}\.?,? ){0,3}\d{1,4}[\d.:/ –,-]*+(?:[^\W_]{1,9}+\.?+[ ,]*+){0,5}\d*+(?:[.:]\d\d)?(?: ?[A-Za-z]{2,4}+){0,2}"
_DATE = r"\b(?:19|20)\d\d\b|\d{1,2}[.:]\d\d"
_TAIL = r"[A-Z]{2,6}(?:/[A-Z0-9]{1,6}){1,4}"
_LINE = re.compile(r"\S[^\n\r]*")
_CREDITED = 45  # characters at a block's end in which an agency's credit stands
_SHORTEST_LINE, _LONGEST_LINE = 45, 140  # characters of a hard-wrapped line
BULLETS = "•-*–"
_PARAGRAPH, _SENTENCE = 12, 5  # words
_CAPTION, _NAMES = 35, 4  # words
_FIELD = 30  # characters
_INITIALS = 3  # letters of a word that a full stop may shorten
_HEAD = 6  # blocks above the story
_STANDFIRST = 45  # words
_FEW = 8  # words; longer lines are not furniture only because they stand beside it
_LONG = 22  # words; a shorter block may be a subhead, a longer one without a full stop is still prose


class Block(NamedTuple):
    """text[start:end] and what it is; `paragraph` numbers the paragraphs of the page."""

    start: int
    end: int
    label: Label


def find_blocks(text: str, furniture: Furniture) -> list[Block]:
    """The blocks of a page in order, each with its label."""
    ranges = block_ranges(text)
    labels = [_own_label(text[a:b], furniture) for a, b in ranges]
    shapes = [_is_prose(text[a:b]) for a, b in ranges]
    for i in range(1, len(ranges)):  # a credit on the next line belongs to the caption above it
        gap = text[ranges[i - 1][1] : ranges[i][0]]
        if labels[i] == "caption" and labels[i - 1] is None and gap.count("\n") == 1 and len(text[slice(*ranges[i])].split()) <= _FEW:
            labels[i - 1] = "caption"
    _label_summaries(text, ranges, labels, furniture)
    _label_furniture_runs(labels, shapes, [text[a:b] for a, b in ranges])
    _label_heads(text, ranges, labels, shapes, furniture)
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
    if not full or min(full) < _SHORTEST_LINE or max(full) > _LONGEST_LINE:
        return False
    broken = sum(not _ends_sentence(text[a:b]) for a, b in spans[:-1])
    goes_on = any(text[a].islower() for a, _ in spans[1:])
    return goes_on and broken * 2 > len(full)


def _own_label(block: str, furniture: Furniture) -> Label | None:
    low = block.lower().replace("’", "'")
    if furniture.is_caption(low) or _ends_in_credit(block):
        return "caption"
    if furniture.is_boilerplate(low, len(block.split())) or furniture.is_stamp(low) or _is_tail(block) or _is_breadcrumb(block):
        return "boilerplate"
    if len(block.split()) <= _LONG and _has_address(block):
        return "boilerplate"
    if _is_time(block):
        return "boilerplate"
    return "caption" if len(block.split()) <= _CAPTION and _is_credited(block) else None


def _ends_in_credit(block: str) -> bool:
    """'(Ritzau/AFP)', 'The two at the border. (Ann Berg)', 'A ferry leaves. — AFP photo'."""
    if block.endswith((")", "]")) and (re.search(_CREDIT, block) or (len(block) < 400 and re.search(_TRAILING_CREDIT, block))):
        return True
    return len(block) < 400 and any(dash in block[-_CREDITED:] for dash in "—–-") and bool(re.search(_AGENCY_CREDIT, block))


def _is_tail(block: str) -> bool:
    """'AFP/JB/KL': who wrote and who passed an agency's story."""
    return "/" in block and block.isupper() and bool(re.fullmatch(_TAIL, block))


def _ends_sentence(block: str) -> bool:
    return block.rstrip("\"”’'»」)]")[-1:] in (".", "!", "?", "…", ":", ";")


def _is_credited(block: str) -> bool:
    """'Lorries wait at the crossing. EPA': a sentence, then the name of who took the picture."""
    end = max([block.rfind(mark) for mark in (". ", "! ", "? ")])
    if end < 0:
        return False
    names = block[end + 2 :].replace("/", " ").split()
    before = block[: max(end, 0)].split()
    told = len(before) >= _SENTENCE and len(before[-1]) > _INITIALS and "." not in before[-1]  # 'Norway tells St. Lucia'
    return told and end > 0 and 0 < len(names) <= _NAMES and all(name[0].isupper() for name in names) and block[-1].isalnum()


def _is_breadcrumb(block: str) -> bool:
    """'Home / Politics / Europe': where on its site a page stands."""
    if len(block) > _LONGEST_LINE or block[-1] in ".?!”\"'’":
        return False
    fields = next((block.split(mark) for mark in (" / ", " | ", " » ", " › ", " > ") if mark in block), [])
    longest = max((len(field.split()) for field in fields), default=0)
    few = len(fields) > 2 or longest == 1  # 'Oslo calls Stockholm | Reuters' is a headline
    return len(fields) > 1 and few and all(0 < len(field) <= _FIELD and field[0].isalnum() for field in fields)


def _has_address(block: str) -> bool:
    """'jo.hall@fjord.example', and not '@fjord' at the end of a sentence."""
    parts = (word.strip(".,;:()<>").partition("@") for word in block.split())
    return "@" in block and any(local and "." in host for local, _, host in parts)


def _is_time(block: str) -> bool:
    """'12 May 2025, 10:42'."""
    return len(block) < 60 and bool(re.search(_DATE, block)) and bool(re.fullmatch(_TIME_ONLY, block.split(" · ")[0]))


def _is_prose(block: str) -> bool:
    return len(block.split()) >= _LONG or (_ends_sentence(block) and len(block.split()) >= 4)


def _label_furniture_runs(labels: list[Label | None], shapes: list[bool], blocks: Sequence[str]) -> None:
    """Short lines beside furniture are furniture, and after the last paragraph of the story all is."""
    page = [label == "boilerplate" and not _is_time(block) for label, block in zip(labels, blocks, strict=True)]
    last = _last_paragraph(labels, shapes, page, blocks)
    ends = last >= 0 and any(page[last + 1 :])
    begun = False  # furniture was met after the last paragraph
    for i, label in enumerate(labels):
        begun = begun or (i > last + 1 and page[i - 1])
        if label is not None:
            continue
        if ends and i > last:
            labels[i] = "boilerplate" if not shapes[i] or begun else None
        elif not shapes[i] and len(blocks[i].split()) <= _FEW and i and labels[i - 1] == "boilerplate" and _beside(labels, shapes, i):
            labels[i] = "boilerplate"


def _last_paragraph(labels: Sequence[Label | None], shapes: Sequence[bool], page: Sequence[bool], blocks: Sequence[str]) -> int:
    """The last block of the story: a paragraph, or a shorter sentence that no furniture parts from it."""
    last, parted = -1, False
    for i, block in enumerate(blocks):
        words = len(block.split())
        parted = parted or page[i]
        if shapes[i] and labels[i] is None and (words >= _PARAGRAPH or (words >= _SENTENCE and last >= 0 and not parted)):
            last, parted = i, False
    return last


def _beside(labels: Sequence[Label | None], shapes: Sequence[bool], i: int) -> bool:
    """Between two pieces of furniture with nothing but short lines between."""
    for j in range(i + 1, min(i + 8, len(labels))):
        if labels[j] == "boilerplate":
            return True
        if shapes[j]:
            return False
    return False


def _label_heads(
    text: str, ranges: Sequence[tuple[int, int]], labels: list[Label | None], shapes: list[bool], furniture: Furniture
) -> None:
    """Headline and standfirst before the story begins, by-lines between, subheads within it."""
    first = _first_paragraph(text, ranges, labels, shapes, furniture)
    if first == 0 and len(ranges) > 2 and labels[1] == "boilerplate" and len(text[slice(*ranges[0])].split()) < _LONG:
        first = 1  # a headline that reads like a sentence, with its by-line or date below
    seen_headline = False
    signed = _signatures([text[a:b] for a, b in ranges])
    last = max((i for i, label in enumerate(labels) if label is None), default=-1)
    prose = max((i for i, shape in enumerate(shapes) if shape and labels[i] is None), default=last)
    plain = next((i for i, (a, _) in enumerate(ranges) if i and text[a] not in BULLETS), len(ranges))
    for i, (start, end) in enumerate(ranges):
        block = text[start:end]
        if labels[i] is not None:
            continue
        subhead = first < i < prose and furniture.is_placed(block)
        if (furniture.is_byline(block) and not subhead) or block in signed or (i < first and seen_headline and _is_dateline(block)):
            labels[i] = "boilerplate"
        elif i < first or (block[0] in BULLETS and (i <= plain or _before_byline(text, ranges, i, furniture))):
            labels[i], seen_headline = "headline", True
        elif (
            (i > first and not _is_prose(block) and block[0] not in '“"«„' and not _ends_sentence(block))
            or (i > first and _is_question(block))
            or _is_short_quote(block)
        ):
            labels[i] = "headline" if i < prose or _ends_sentence(block) else "boilerplate"
        elif i == last and furniture.is_bio(block):
            labels[i] = "boilerplate"


def _label_summaries(text: str, ranges: Sequence[tuple[int, int]], labels: list[Label | None], furniture: Furniture) -> None:
    """'In short:' and the lines right under it, or its bullets."""
    within = False
    for i, (start, end) in enumerate(ranges):
        head = furniture.summary.is_whole(text[start:end].lower())
        adjoins = i > 0 and text.count("\n", ranges[i - 1][1], start) == 1
        within = head or (within and (adjoins or text[start] in BULLETS))
        if within and labels[i] in (None, "boilerplate"):
            labels[i] = "headline"


def _signatures(blocks: Sequence[str]) -> set[str]:
    """Names that stand on lines of their own more than once: who wrote which entry of a live page."""
    names = Counter(b for b in blocks if len(b) < _SHORTEST_LINE and 1 < len(b.split()) < 5 and all(w[0].isupper() for w in b.split()))
    return {name for name, times in names.items() if times > 1 and not _ends_sentence(name)}


def _before_byline(text: str, ranges: Sequence[tuple[int, int]], i: int, furniture: Furniture) -> bool:
    """Summary bullets stand between headline and by-line."""
    return any(furniture.is_byline(text[a:b]) for a, b in ranges[i + 1 : i + 10])


def _first_paragraph(
    text: str, ranges: Sequence[tuple[int, int]], labels: Sequence[Label | None], shapes: Sequence[bool], furniture: Furniture
) -> int:
    """The block with which the story begins: the first that is a whole sentence, or stands after the by-line."""
    prose = [i for i, shape in enumerate(shapes) if shape and labels[i] is None and text[ranges[i][0]] not in BULLETS]
    if not prose:  # a text of one or two short sentences
        short = (i for i, (a, b) in enumerate(ranges) if labels[i] is None and text[a:b].endswith("."))
        return next(short, len(ranges))
    if len(prose) > 1 and prose[0] == 0 and text[slice(*ranges[0])].endswith(("?", "!")):
        prose = prose[1:]  # a headline that asks
    signed = next((i for i, (a, b) in enumerate(ranges[:_HEAD]) if i and furniture.is_byline(text[a:b])), 0)
    if signed and all(len(text[a:b].split()) <= _STANDFIRST for a, b in ranges[:signed]):
        prose = [i for i in prose if i > signed] or prose  # what stands above the by-line tells what the story will be of
    for i in prose:
        if _ends_sentence(text[slice(*ranges[i])]) and not _is_standfirst(text, ranges, labels, i):
            return i
    return prose[0]


def _is_standfirst(text: str, ranges: Sequence[tuple[int, int]], labels: Sequence[Label | None], i: int) -> bool:
    """A sentence or two straight under the headline, with a by-line, a date or a picture before the story goes on."""
    if i == 0 or i > 3 or len(text[slice(*ranges[i])].split()) > _STANDFIRST:
        return False
    follows = labels[i + 1] if i + 1 < len(labels) else None
    after = text[slice(*ranges[i + 1])] if i + 1 < len(ranges) else ""
    return follows in ("boilerplate", "caption") or after.lower().startswith("by ") or after.isupper() or _is_dateline(after)


def _is_dateline(block: str) -> bool:
    words = block.split()
    if not words or len(words) > _FEW or _ends_sentence(block) or block[0] in "-•*–—":
        return False
    return any(c.isdigit() or c in "|/" for c in block) or (len(words) <= 4 and all(w[0].isupper() for w in words))


def _is_question(block: str) -> bool:
    return block.endswith("?") and len(block.split()) <= 6


def _is_short_quote(block: str) -> bool:
    return block[0] in "‘“'\"" and block[-1] in "’”'\"" and block[-2:-1] not in (*"!?.",) and len(block.split()) <= 7
