"""A document taken apart: blocks, sentences, and in each sentence its noun phrases and reporting frames."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from readoutdiff.blocks import Block, find_blocks
from readoutdiff.dateline import after_dateline
from readoutdiff.frame import Frame
from readoutdiff.frames import FrameFinder
from readoutdiff.knowledge import Knowledge
from readoutdiff.mentions import Mention, find_mentions
from readoutdiff.noun import Noun
from readoutdiff.nouns import chunker_of
from readoutdiff.quotations import OPENERS, Quotation, find_quotations
from readoutdiff.sentences import split_sentences
from readoutdiff.surnames import without_surnames
from readoutdiff.tokens import Token, tokenize
from readoutdiff.value import Value


class Sentence(Value, frozen=True):
    """text[start:end], its tokens story.tokens[first:stop] (after a dateline), and what was found in it.

    `mentions` are the parties named in it, `words` its words in lower case, `low` its lower-cased text with what stands in
    quotation marks blanked out, `chain` the number of the quotation that runs on over several sentences or blocks, if it is
    part of one.
    """

    start: int
    end: int
    block: int
    first: int
    stop: int
    nouns: tuple[Noun, ...]
    frames: tuple[Frame, ...]
    low: str
    chain: int | None
    mentions: tuple[Mention, ...]
    words: frozenset[str]

    @property
    def named(self) -> set[str]:
        """The parties that the sentence names by a name of their own."""
        return {m.parties[0] for m in self.mentions if len(m.parties) == 1}


class Story(Value, frozen=True):
    """A text and its parts, all in order; `starts` are the places of its tokens."""

    text: str
    blocks: tuple[Block, ...]
    tokens: tuple[Token, ...]
    quoted: tuple[bool, ...]
    mentions: Mapping[int, Mention]
    quotations: tuple[Quotation, ...]
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]

    def token_at(self, place: int) -> int:
        """The number of the token at a place of the text, else of the first one after it."""
        return bisect_left(self.starts, place)


def take_apart(text: str, knowledge: Knowledge) -> Story:
    """Find the blocks of a text, and the sentences, sources and quotations of its body."""
    blocks = find_blocks(text, knowledge.furniture)
    tokens = tokenize(text)
    starts = [token.start for token in tokens]
    chunker, plain = chunker_of(knowledge), _plain(tokens)
    mentions = without_surnames(tokens, find_mentions(tokens, knowledge.names), chunker.titles, knowledge.grammar.words.honorifics)
    quotations, chains = _quotations(text, blocks)
    quoted = _quoted_flags(starts, quotations)
    places = sorted(mentions)
    sentences = []
    opened, closed = [q.start for q in quotations], [q.end for q in quotations]
    for number, block in enumerate(blocks):
        inside = quotations[bisect_left(opened, block.start) : bisect_left(opened, block.end)]
        ranges = split_sentences(text, block.start, block.end, inside, knowledge.abbreviations) if block.label == "body" else [block[:2]]
        for start, end in ranges:
            begin, stop = bisect_left(starts, start), bisect_left(starts, end)
            opens = start == block.start
            first = after_dateline(tokens, mentions, begin, stop) if opens and block.label == "body" else begin
            nouns = chunker.nouns(tokens, mentions, first, stop, plain)
            words = frozenset([t.low for t in tokens[first:stop]])
            frames = (
                FrameFinder(knowledge, tokens, quoted, nouns, first, stop, words, opens and first == begin).frames()
                if block.label == "body"
                else []
            )
            here = range(bisect_right(closed, start), bisect_left(opened, end))
            chain = next((_chain(chains[i], i) for i in here if chains[i] is not None or not start <= opened[i] <= closed[i] <= end), None)
            low = _masked(text, start, end, quotations[here.start : here.stop])
            named = tuple(mentions[i] for i in places[bisect_left(places, begin) : bisect_left(places, stop)])
            sentences.append(
                Sentence(
                    start,
                    end,
                    number,
                    first,
                    stop,
                    tuple(nouns),
                    tuple(frames),
                    low,
                    chain,
                    named,
                    words,
                )
            )
    return Story(text, tuple(blocks), tuple(tokens), tuple(quoted), mentions, tuple(quotations), tuple(sentences), tuple(starts))


def _plain(tokens: Sequence[Token]) -> frozenset[str]:
    """The words that a text writes small, and never with a capital within a sentence: no names."""
    small = {token.key for token in tokens if token.low == token.key}
    within = (after.low for before, after in pairwise(tokens) if after.low != after.key and before.low not in _ENDS)
    return frozenset(small.difference(within))


def _chain(chain: int | None, quotation: int) -> int:
    """The number of a chain; a quotation in a sentence that was too long to be left whole is one of its own."""
    return chain if chain is not None else -1 - quotation


def _quotations(text: str, blocks: Sequence[Block]) -> tuple[list[Quotation], list[int | None]]:
    """All quotations of the body, and for those that go on from one block to the next the number of their chain."""
    found: list[Quotation] = []
    chains: list[int | None] = []
    open_chain: int | None = None
    for block in blocks:
        if block.label != "body":
            continue
        here = find_quotations(text, block.start, block.end)
        continues = open_chain is not None and text[block.start] in OPENERS
        for i, quotation in enumerate(here):
            chain = open_chain if continues and i == 0 else None
            if not quotation.closed and chain is None:
                chain = len(found)
            found.append(quotation)
            chains.append(chain)
        open_chain = chains[-1] if here and not here[-1].closed else None
    return found, chains


def _quoted_flags(starts: Sequence[int], quotations: Sequence[Quotation]) -> list[bool]:
    flags = [False] * len(starts)
    for q in quotations:
        first, stop = bisect_left(starts, q.start), bisect_left(starts, q.end)
        flags[first:stop] = [True] * (stop - first)
    return flags


def _masked(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> str:
    pieces, at = [], start
    for q in quotations:
        left, right = max(q.start, start), min(q.end, end)
        pieces += [text[at:left], " " * (right - left)]
        at = right
    return ("".join([*pieces, text[at:end]])).lower().replace("’", "'").replace("\n", " ")


_ENDS = '.!?:;“”"‘’«»()–—-•*'  # after one of these a capital may only begin something
_LEAD = 6  # sentences of the body that tell who met


def lead(story: Story, times: int = 1) -> Sequence[Sentence]:
    """The first sentences of the body, `times` as many as a lead has."""
    return list(islice(body(story), _LEAD * times))


def ahead(story: Story) -> list[Sentence]:
    """Headline, standfirst and captions above the story or within its lead; subheads farther down tell of one point."""
    first = lead(story)
    end = first[-1].end if first else len(story.text)
    return [s for s in story.sentences if s.start < end and story.blocks[s.block].label in ("headline", "caption")]


def body(story: Story) -> Iterator[Sentence]:
    """The sentences of the story itself."""
    return (s for s in story.sentences if story.blocks[s.block].label == "body")
