"""The whole page: one file, nothing asked of the network, nothing run but its own script."""

from __future__ import annotations

from collections.abc import Mapping

from readoutdiff.contract import Comparison
from readoutdiff.render import words
from readoutdiff.render.cautions import cautions, outcome_sentence
from readoutdiff.render.checks import looked_up
from readoutdiff.render.chosen import ALL, Choice, chosen, in_words
from readoutdiff.render.html.alone import beside, page
from readoutdiff.render.html.chart import chart
from readoutdiff.render.html.texts import Link, Texts
from readoutdiff.render.view.checked import checked
from readoutdiff.render.view.passages import rest
from readoutdiff.render.view.rows import Row, rows
from readoutdiff.render.view.summary import about, accounts, counts, title

_HERE = "readoutdiff.render.html"


def render_html(comparison: Comparison, languages: Mapping[str, str], choice: Choice = ALL, texts: bool = True) -> str:
    """The report as a page.

    `languages` names the documents' languages by id, `choice` says which topics are shown. Without `texts` the page has the
    evidence quotations alone.

    >>> from readoutdiff import compare, read
    >>> render_html(compare(read("It rained.", name="story.txt")), {"en": "English"})[:15]
    '<!doctype html>'
    """
    shown = chosen(comparison, choice)
    table = rows(comparison, shown)
    return page(
        _HERE,
        "report.html",
        beside(_HERE, "report.css"),
        beside(_HERE, "report.js"),
        comparison=comparison,
        title=title(comparison),
        outcome=outcome_sentence(comparison, languages),
        about=about(comparison),
        cautions=cautions(comparison),
        rest=rest(comparison),
        scale=words.scale(comparison),
        counts=counts(comparison),
        accounts=accounts(comparison, {t.id for t in shown}),
        part=in_words(comparison, choice) if choice != ALL else "",
        rows=table,
        chart=chart(comparison, shown),
        checked=checked(comparison, table),
        looked_up=looked_up(comparison),
        pages=Texts(comparison, [_link(row) for row in table]).pages() if texts else (),
        linked=texts,
    )


def _link(row: Row) -> Link:
    return Link(row.id, row.label, row.symbol, row.word)
