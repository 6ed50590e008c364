"""What `--evidence` adds: the exact place of every statement, how sure it is whose it is, and what was counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readoutdiff.contract import Party, Span, Topic
from readoutdiff.render.styled import Line
from readoutdiff.render.terminal.page import Page
from readoutdiff.render.words import document_name


def place(page: Page, segment: str) -> Line:
    """'story.txt, characters 92 to 188; anaphoric; source “it”; reporting words “added”'."""
    found = page.segments[segment]
    name = document_name(page.comparison, found.document)
    told = [f"{page.plain(name)}, characters {found.start} to {found.end}"]
    told += [found.tier] if found.tier else []
    told += [f"source {_quoted(page, [found.source])}"] if found.source else []
    told += [f"reporting words {_quoted(page, [found.cue])}"] if found.cue else []
    return [(f"{page.symbols.dash} {'; '.join(told)}", "dim")]


def counted(page: Page, topic: Topic, party: Party) -> Line:
    """The words behind the figures of emphasis."""
    emphasis = topic.emphasis[party.id]
    told = [f"{emphasis.words} words, from statement {emphasis.position} on"]
    told += [f"emphatic: {_quoted(page, emphasis.emphatic)}"] if emphasis.emphatic else []
    told += [f"intensifying: {_quoted(page, emphasis.intensifiers)}"] if emphasis.intensifiers else []
    return [(f"{page.symbols.dash} counted: {'; '.join(told)}", "dim")]


def shared_words(page: Page, topic: Topic, party: Party) -> Iterator[Line]:
    """The words by which the side's passages meet another's."""
    matched = topic.matched.get(party.id, ())
    if matched:
        yield [(f"{page.symbols.dash} shared words: {_quoted(page, matched)}", "dim")]


def _quoted(page: Page, spans: Sequence[Span]) -> str:
    return ", ".join(page.quote(page.comparison.text_of(span)) for span in spans)
