"""A document taken apart: blocks, sentences, and in each sentence its noun phrases and reporting frames."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.dateline import after_dateline
from readoutdiff.parsing.frame import Frame
from readoutdiff.parsing.frames import FrameFinder
from readoutdiff.parsing.mentions import Mention, find_mentions
from readoutdiff.parsing.noun import Noun
from readoutdiff.parsing.nouns import chunker_of
from readoutdiff.parsing.surnames import without_surnames
from readoutdiff.text.blocks import Block, find_blocks
from readoutdiff.text.quotations import OPENERS, Quotation, find_quotations
from readoutdiff.text.sentences import split_sentences
from readoutdiff.text.tokens import Token, tokenize
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

    def sentence_at(self, place: int) -> int:
        """The number of the sentence at a place of the text, else of the last one before it."""
        return bisect_right(self.sentences, place, key=lambda sentence: sentence.start) - 1

    def block_at(self, place: int) -> int:
        """The number of the block at a place of the text, else of the last one before it."""
        return bisect_right(self.blocks, place, key=lambda block: block.start) - 1


def take_apart(text: str, knowledge: Knowledge) -> Story:
    """Find the blocks of a text, and the sentences, sources and quotations of its body."""
    blocks = find_blocks(text, knowledge.furniture)
    tokens = tokenize(text)
    titles, honorifics = chunker_of(knowledge).titles, knowledge.grammar.words.honorifics
    mentions = without_surnames(tokens, find_mentions(tokens, knowledge.names), titles, honorifics)
    page = _Page(text, blocks, tokens, mentions, knowledge)
    sentences = tuple(page.sentence(number, *range_) for number, block in enumerate(blocks) for range_ in page.ranges(block))
    return Story(text, tuple(blocks), tuple(tokens), tuple(page.quoted), mentions, tuple(page.quotations), sentences, tuple(page.starts))


class _Page:
    """A text with what was found in all of it, from which its sentences are made one by one."""

    def __init__(
        self, text: str, blocks: Sequence[Block], tokens: Sequence[Token], mentions: Mapping[int, Mention], knowledge: Knowledge
    ) -> None:
        self.text, self.blocks, self.tokens, self.mentions = text, blocks, tokens, mentions
        self.knowledge, self.chunker = knowledge, chunker_of(knowledge)
        self.starts, self.within = [token.start for token in tokens], _within(tokens)
        self.plain = frozenset({token.key for token in tokens if token.low == token.key} - self.within)  # no names
        self.mentioned = sorted(mentions)
        self.quotations, self.chains = _quotations(text, blocks)
        self.opened, self.closed = [q.start for q in self.quotations], [q.end for q in self.quotations]
        self.quoted = _quoted_flags(self.starts, self.quotations)

    def ranges(self, block: Block) -> Sequence[tuple[int, int]]:
        """The sentences of a block of the story; a block of another kind is taken as one."""
        if block.label != "body":
            return [(block.start, block.end)]
        inside = self.quotations[bisect_left(self.opened, block.start) : bisect_left(self.opened, block.end)]
        return split_sentences(self.text, block.start, block.end, inside, self.knowledge.abbreviations)

    def sentence(self, number: int, start: int, end: int) -> Sentence:
        """The sentence text[start:end] of the block of that number; only in the story itself does anybody report."""
        block = self.blocks[number]
        told, opens = block.label == "body", start == block.start
        begin, stop = bisect_left(self.starts, start), bisect_left(self.starts, end)
        first = after_dateline(self.tokens, self.mentions, begin, stop) if told and opens else begin
        nouns = self.chunker.nouns(self.tokens, self.mentions, first, stop, self.plain)
        words = frozenset([t.low for t in self.tokens[first:stop]])
        frames = self._frames(nouns, first, stop, words, opens and first == begin) if told else []
        quoting = range(bisect_right(self.closed, start), bisect_left(self.opened, end))
        low = _masked(self.text, start, end, self.quotations[quoting.start : quoting.stop])
        mentioned = self.mentioned[bisect_left(self.mentioned, begin) : bisect_left(self.mentioned, stop)]
        named = tuple([self.mentions[i] for i in mentioned])
        return Sentence(start, end, number, first, stop, tuple(nouns), tuple(frames), low, self._chain(quoting, start, end), named, words)

    def _frames(self, nouns: Sequence[Noun], first: int, stop: int, words: frozenset[str], opens: bool) -> list[Frame]:
        return FrameFinder(self.knowledge, self.tokens, self.quoted, nouns, first, stop, words, opens, self.within).frames()

    def _chain(self, quoting: range, start: int, end: int) -> int | None:
        """The number of the quotation that runs on beyond text[start:end], from block to block or through a sentence that had to be cut."""
        for i in quoting:
            if self.chains[i] is not None:
                return self.chains[i]
            if not start <= self.opened[i] <= self.closed[i] <= end:
                return -1 - i  # below zero: a number that no chain of blocks has
        return None


def _within(tokens: Sequence[Token]) -> frozenset[str]:
    """The words that a text writes with a capital within a sentence."""
    return frozenset(after.low for before, after in pairwise(tokens) if after.low != after.key and before.low not in _ENDS)


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
