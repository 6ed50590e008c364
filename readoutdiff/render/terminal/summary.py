"""What is said first: how many topics of each verdict, how much of each account is told, what to bear in mind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from readoutdiff.contract import Party
from readoutdiff.render import facts, words
from readoutdiff.render.cautions import cautions
from readoutdiff.render.checks import apart
from readoutdiff.render.chosen import in_words
from readoutdiff.render.styled import Line, inset
from readoutdiff.render.terminal.page import Page

_INDENT, _HANG = 2, 18  # columns: of all, and of what goes on under a count


def summary(page: Page) -> Iterator[Line]:
    """All of it; it counts what a choice leaves out too."""
    yield from inset([(in_words(page.comparison, page.choice), "bold")], page.width, _INDENT)
    for symbol, word, count, told in _counts(page):
        yield from inset([(f"{symbol} {word:9}{count:>4}   ", ""), *told], page.width, _INDENT, _HANG)
    yield []
    for line in (*map(page.coverage, page.comparison.parties), *_asked(page)):
        yield from inset(line, page.width, _INDENT, _INDENT)
    for caution in cautions(page.comparison):
        yield from inset([("! ", "bold"), (page.plain(caution), "")], page.width, _INDENT, _INDENT)
    yield []


def _counts(page: Page) -> Iterator[tuple[str, str, int, Line]]:
    """Symbol, word, number and meaning of each verdict, then of what differs."""
    topics, symbols = page.comparison.topics, page.symbols
    counts, told = Counter(t.status for t in topics), words.meanings(page.comparison)
    yield symbols.shared, "both", counts["shared"], [(told["shared"], "")]
    yield symbols.possible, "possible", counts["possible"], [(told["possible"], "")]
    for party in page.comparison.parties:
        alone = facts.alone(page.comparison, party.id)
        weightiest = f"; above all: {page.plain(alone[0].label)}" if alone else ""
        yield symbols.arrow(page.comparison, party.id), "only", len(alone), [(page.name(party.id), page.colors[party.id]), (weightiest, "")]
    yield symbols.outlet, "outlet", counts["outlet_only"], [(told["outlet_only"], "")]
    differing = facts.differing(page.comparison)
    if differing:
        yield symbols.differs, "differ", differing, [(told["differs"], "")]
    if page.comparison.mode == "triangulated":
        yield symbols.apart, "apart", len(page.comparison.findings), [(apart(page.comparison), "")]


def _asked(page: Page) -> Iterator[Line]:
    """Who asked for the call, by a side's own readout."""
    for party in page.comparison.parties:
        if party.id in page.comparison.asked:
            yield _asked_by(page, party)


def _asked_by(page: Page, party: Party) -> Line:
    reading = page.comparison.asked[party.id]
    head = f"Who asked for the call or made it, by {page.plain(words.genitive(words.spoken(party)))} readout: {page.name(reading.normal)}"
    return [(f"{head} ({page.quote(page.comparison.text_of(reading))})", "")]
