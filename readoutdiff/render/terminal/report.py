"""The parts of the report, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from readoutdiff.contract import Comparison, Segment, Span
from readoutdiff.render import facts, words
from readoutdiff.render.cautions import outcome_sentence
from readoutdiff.render.chosen import ALL, Choice
from readoutdiff.render.drawing import Style
from readoutdiff.render.styled import Line, inset, wrap, written
from readoutdiff.render.terminal.findings import findings
from readoutdiff.render.terminal.matrix import matrix
from readoutdiff.render.terminal.page import Page
from readoutdiff.render.terminal.rows import rows
from readoutdiff.render.terminal.summary import summary


def render_text(comparison: Comparison, style: Style, languages: Mapping[str, str], choice: Choice = ALL, *, evidence: bool = False) -> str:
    """The report on the topics of a choice, with ANSI colours where `style` has them; lines are no wider than its width."""
    page = Page(comparison, style, choice, evidence)
    return written(_lines(page, outcome_sentence(comparison, languages)), style.color)


def _lines(page: Page, sentence: str) -> Iterator[Line]:
    yield from wrap(page.title("No comparison"), page.width)
    yield []
    if page.comparison.outcome != "compared":
        yield from wrap([(page.plain(sentence), "")], page.width)
        return
    yield from summary(page)
    if page.several:
        yield from matrix(page)
    if page.topics and page.heaviest:
        yield from wrap([(words.scale(page.comparison), "dim")], page.width)
        yield []
    yield from rows(page)
    if page.comparison.mode == "triangulated":
        yield from findings(page)
    yield from _rest(page)
    yield from wrap([(words.PROMISE, "dim")], page.width)


def _rest(page: Page) -> Iterator[Line]:
    """What each side says that is in no topic; and what the article says is missing, where it could not be told of which statement."""
    for party in page.comparison.parties:
        loose = facts.loose_statements(page.comparison, party.id)
        if loose:
            yield [("In no topic, ", "bold"), (page.name(party.id), f"bold {page.colors[party.id]}"), (":", "bold")]
            yield from _listed(page, [(s, words.notes(page.comparison, s)) for s in loose])
    remarks = facts.loose_remarks(page.comparison)
    if remarks:
        yield [("The article also says:", "bold")]
        yield from _listed(page, [(facts.with_context(page.comparison, remark), []) for remark in remarks])


def _listed(page: Page, found: Sequence[tuple[Segment | Span, Sequence[str]]]) -> Iterator[Line]:
    for span, notes in found:
        line: Line = [(f"{page.symbols.dash} ", ""), (page.plain(page.comparison.text_of(span)), ""), page.marked(notes)]
        yield from inset(line, page.width, 2, hang=2)
    yield []
