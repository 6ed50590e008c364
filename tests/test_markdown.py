"""Markdown that reads well, raw and rendered, in which nothing of an input is markup: rendered as GitHub does and as many others do."""

import re
from collections import Counter
from html.parser import HTMLParser

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from readoutdiff.render.markdown.escaping import escaped
from readoutdiff.render.markdown.page import render_markdown
from readoutdiff.render.shown import plain
from tests.comparisons import demo
from tests.hostile import ACTING, FORMULAS, hostile

LANGUAGES = {"en": "English"}
OTHER = MarkdownIt("gfm-like", {"html": True, "linkify": True})
SIGNS = "\\`*_{}[]()#+-.!|~^$@:=<>&\"'/ \n\t1aw"
PLACES = {
    "paragraph": "{}",
    "quotation": "> {}",
    "heading": "### {}",
    "item": "- {}",
    "bold": "so **{}**: x",
    "cell": "| a |\n| --- |\n| {} |",
}


def github(markdown):
    return cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE)


class Rendered(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes, self.words = [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags[tag] += 1
        self.attributes += attrs

    def handle_data(self, data):
        self.words.append(data)

    def told(self):
        return " ".join("".join(self.words).split())


@pytest.fixture(params=[github, OTHER.render], ids=["github", "markdown-it"])
def rendered(request):
    return lambda markdown: Rendered(request.param(markdown))


OURS = {"paragraph": {"p"}, "quotation": {"blockquote", "p"}, "heading": {"h3"}, "item": {"ul", "li", "p"}, "bold": {"p", "strong"}}
OURS["cell"] = {"table", "thead", "tbody", "tr", "th", "td"}


@pytest.mark.parametrize("text", [*ACTING.values(), *FORMULAS], ids=[*ACTING, *map(repr, FORMULAS)])
@pytest.mark.parametrize("place", PLACES)
def test_a_text_is_shown_as_it_stands_in_every_place(rendered, place, text):
    page = rendered(PLACES[place].format(escaped(text)))
    assert set(page.tags) <= OURS[place] | {"code"}
    assert plain(text) in page.told()


@given(st.text(SIGNS, min_size=1, max_size=30).filter(str.strip), st.sampled_from(sorted(PLACES)))
@example("1.", "paragraph")
@example("www.a.aw", "item")
@example("a@a.aw", "quotation")
@example("#1 ##", "heading")
@example("@@#1", "bold")
@example("`@`", "cell")
def test_any_text(text, place):
    for render in (github, OTHER.render):
        page = Rendered(render(PLACES[place].format(escaped(text))))
        assert set(page.tags) <= OURS[place] | {"code"}
        assert plain(text) in page.told()


@pytest.mark.parametrize("text", ACTING.values(), ids=ACTING)
def test_hostile_text_acts_in_no_part_of_a_report(rendered, text):
    comparison = hostile(text)
    page = rendered(render_markdown(comparison, LANGUAGES))
    assert set(page.tags) <= {
        "h1",
        "h2",
        "h3",
        "p",
        "ul",
        "li",
        "strong",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "blockquote",
        "hr",
        "code",
    }
    assert page.attributes == []
    assert page.tags["h1"] == page.tags["table"] == page.tags["hr"] == 1
    assert page.tags["h3"] == len(comparison.topics)
    told = page.told()
    quoted = [" ".join(plain(r["sentence"]).split()) for r in comparison.records()]
    assert all(words in re.sub("[‹›]", "", told) for words in quoted)


def test_rendered_it_is_a_report(rendered):
    comparison = demo()
    page = rendered(render_markdown(comparison, LANGUAGES))
    assert (page.tags["h1"], page.tags["h3"], page.tags["table"]) == (1, len(comparison.topics), 1)
    assert page.tags["ul"] == 3
    told = page.told()
    assert all(topic.label in told for topic in comparison.topics)
    assert "| " not in told


def test_raw_it_reads_as_it_is():
    """No backslash stands in a plain story but in the last line."""
    raw = render_markdown(demo(), LANGUAGES)
    assert "\\" not in raw.rsplit("\n\n", 1)[0]
    assert "&" not in raw
