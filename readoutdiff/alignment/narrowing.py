"""A statement on several points of which the reporter denies one ('makes no mention of the dam') is cut, so that only that one is denied.

'Discussed visas, piracy and the dam' has the dam for itself; what stays together is what no comma, 'and' or 'or' parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from readoutdiff.alignment.claims import find_units, names_to_ignore
from readoutdiff.alignment.denials import find_denials
from readoutdiff.alignment.parting import borders
from readoutdiff.alignment.terms import TermFinder
from readoutdiff.alignment.unit import Unit, who
from readoutdiff.attribution.labelled import Labelled
from readoutdiff.attribution.segments import divided
from readoutdiff.contract import Segment
from readoutdiff.lexicon.knowledge import Knowledge
from readoutdiff.parsing.story import Story
from readoutdiff.value import replace


def narrowed(sources: Sequence[Labelled], sides: Sequence[str], knowledge: Knowledge) -> list[Labelled]:
    """The sources with the statements cut of which a part is denied; the same where there is none."""
    if not any(segment.rule == "omission" for source in sources for segment in source.segments):
        return [*sources]
    finder = TermFinder(knowledge, names_to_ignore(sources, sides, knowledge))
    cuts: dict[str, set[int]] = defaultdict(set)
    stories = {source.document.id: source.story for source in sources}
    for denial in find_denials(find_units(sources, finder), sources, sides, knowledge):
        segment = denial.statement.segment
        cuts[segment.id].update(_around(denial.statement, denial.words, stories[segment.document], finder))
    return [replace(source, segments=tuple(_cut(source, cuts))) for source in sources]


def _cut(source: Labelled, cuts: Mapping[str, set[int]]) -> Iterator[Segment]:
    for segment in source.segments:
        at = cuts.get(segment.id)
        yield from divided(segment, source.story, sorted(at)) if at else (segment,)


def _around(statement: Unit, words: frozenset[str], story: Story, finder: TermFinder) -> Iterator[int]:
    """The tokens at which the part with some words begins, and at which what follows it does; each leaves a point on its other side."""
    first = story.token_at(statement.segment.start)
    stop = story.token_at(statement.segment.end)
    edges = [first, *borders(story.tokens, first, stop, finder.knowledge), stop]
    pieces = [(a, b) for a, b in pairwise(edges) if words & _words_of(story, a, b, finder)]
    if not words or not pieces:
        return
    begins, ends = pieces[0][0], pieces[-1][1]
    source = {i for span in who(statement.segment) for i in range(story.token_at(span.start), story.token_at(span.end))}
    if _tells(story, first, begins, source, finder):
        yield begins
    if _tells(story, ends, stop, source, finder):
        yield ends


def _words_of(story: Story, first: int, stop: int, finder: TermFinder) -> frozenset[str]:
    """All by which a remark can recall a part: its stems, with synonyms made one and without, and its words."""
    tokens = story.tokens[first:stop]
    plain = (stem for t in tokens for stem in finder.knowledge.stems[t.low] or ())
    return finder.stems(tokens) | frozenset(plain) | frozenset(t.low for t in tokens)


def _tells(story: Story, first: int, stop: int, source: set[int], finder: TermFinder) -> bool:
    """Whether a part makes a point of its own beside who says it."""
    return bool(finder.stems([story.tokens[i] for i in range(first, stop) if i not in source]))
