"""The page as it is written: whole, alone, and with nothing of an input that acts."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape

from readoutdiff import compare, read, read_file
from readoutdiff.render.chosen import Choice
from readoutdiff.render.html.page import render_html
from tests.browser import opened
from tests.conftest import DEMO, SAMPLES
from tests.expected_files import check
from tests.stories import beside

LANGUAGES = {"en": "English", "ru": "Russian", "und": "no language"}
VOID = {"meta", "input", "col", "br"}

HOSTILE = (
    "\x1b[31mred\x1b[0m \x1b]8;;http://evil.example\x07link\x1b]8;;\x07 \u202eright to left\u202c \u200bzero "
    "[/bold][red] <script>alert(1)</script> </script> </style> <img src=x onerror=alert(1)> "
    "\"'><b onclick=alert(1)> javascript:alert(1) {{ 7*7 }} {% x %}"
)


class Outline(HTMLParser):
    """Reads a page: ids, what is loaded, and whether every element is closed."""

    def __init__(self, page):
        super().__init__()
        self.ids, self.tags, self.attributes, self.open, self.words = [], [], [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *attribute) for attribute in attrs]
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, self.getpos()

    def handle_data(self, data):
        if not self.open or self.open[-1] not in ("style", "script"):
            self.words.append(data)


def page_of(comparison, **how):
    page = render_html(comparison, LANGUAGES, **how)
    outline = Outline(page)
    assert outline.open == []
    return page, outline


@pytest.fixture(scope="module")
def story():
    return compare(read_file(str(DEMO)))


@pytest.fixture(scope="module")
def checked():
    return beside(
        "Norway stressed that the night train would run \u201con time and at a low price,\u201d the Norwegian readout said.",
        "Sweden stored 25,000 tonnes of grain for its neighbours, the Swedish readout said.",
    )


@pytest.fixture(scope="module")
def three():
    return compare(read_file(str(SAMPLES / "mekong-call" / "article.txt")))


def without_code(page):
    """The page with style, script and their hashes left out: these are files of their own."""
    page = re.sub(r"<(style|script)>.*?</\1>", r"<\1>…</\1>", page, flags=re.DOTALL)
    return re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-…", page)


class TestWholePages:
    def test_a_story(self, story):
        check("demo", without_code(render_html(story, LANGUAGES)), "html")

    def test_a_story_without_its_text(self, story):
        check("demo-no-text", without_code(render_html(story, LANGUAGES, texts=False)), "html")

    def test_an_article_checked_against_readouts(self, checked):
        check("checked", without_code(render_html(checked, LANGUAGES)), "html")

    def test_no_comparison(self):
        comparison = compare(read_file(str(SAMPLES / "one-account" / "article.txt")))
        check("one-account", without_code(render_html(comparison, LANGUAGES)), "html")


class TestAlone:
    def test_only_its_own_style_and_script_count(self, story):
        page, outline = page_of(story)
        policy = next(value for tag, name, value in outline.attributes if name == "content" and "default-src" in value)
        for kind in ("style", "script"):
            code = page.partition(f"<{kind}>")[2].partition(f"</{kind}>")[0]
            mine = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
            assert f"{kind}-src 'sha256-{mine}'" in policy
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy

    def test_no_inline_style_or_handler_and_nothing_to_load(self, story, checked, three):
        for comparison in (story, checked, three):
            _, outline = page_of(comparison)
            assert not [a for a in outline.attributes if a[1] == "style" or a[1].startswith("on") or a[1] in ("src", "srcset", "action")]
            links = [value for _, name, value in outline.attributes if name == "href"]
            assert links
            assert all(link.startswith("#") and link[1:] in outline.ids for link in links)
            assert not {"link", "img", "iframe", "object", "embed", "form", "base"} & set(outline.tags)

    def test_every_id_is_there_once(self, story, checked, three):
        for comparison in (story, checked, three):
            _, outline = page_of(comparison)
            assert len(outline.ids) == len(set(outline.ids))
            assert {t.id for t in comparison.topics} <= set(outline.ids)

    def test_it_is_small(self, story):
        longer = compare(read_file(str(SAMPLES / "victory-day-call" / "article.txt")))  # 665 words
        assert len(render_html(longer, LANGUAGES).encode()) < 150_000
        assert len(render_html(story, LANGUAGES).encode()) < 150_000


class TestWhatItTells:
    def test_every_topic_every_side_every_passage(self, story, checked, three):
        for comparison in (story, checked, three):
            _, outline = page_of(comparison)
            told = " ".join(" ".join(outline.words).split())
            assert all(p.name in told for p in comparison.parties)
            assert all(t.label in told for t in comparison.topics)

    def test_the_texts_stand_there_character_for_character(self, story, checked):
        for comparison in (story, checked):
            page, _ = page_of(comparison)
            texts = page[page.index('id="_texts"') :]
            bare = re.sub(r'<span class="hidden"[^>]*>.*?</span>|<a class="back".*?</a>', "", texts)
            told = Outline(bare[bare.index("<article") : bare.index("</section>")])
            squeezed = "".join("".join(told.words).split())
            assert all("".join(d.text.split()) in squeezed for d in comparison.documents if d.role == "readout")
            for segment in comparison.segments:
                assert "".join(comparison.text_of(segment).split()) in squeezed

    def test_without_texts_what_is_no_evidence_is_not_there(self, story):
        page, outline = page_of(story, texts=False)
        rest = [story.text_of(s) for s in story.segments if s.role in ("headline", "background", "boilerplate")]
        assert rest
        assert not [text for text in rest if text in page]
        told = "".join("".join(re.sub(r'<span class="hidden">.*?</span>', "", page).split()))
        assert all(escape("".join(story.text_of(s).split())) in re.sub("<[^>]*>", "", told) for s in story.segments if s.topics)
        assert "_texts" not in outline.ids

    def test_a_part_says_that_it_is_one(self, story):
        page, _ = page_of(story, choice=Choice(top=2))
        assert "2 of 9 topics shown" in page
        assert page.count('class="topic ') == 2


class TestInputIsData:
    def test_hostile_text_is_legible_and_acts_nowhere(self, chromium, tmp_path):
        lead = "Norway and Sweden spoke by phone on Monday, both governments said."
        said = f'The Norwegian ministry said the train would run "{HOSTILE}" by May.'
        comparison = compare(read(f"{lead}\n\n{said}\n\nSweden said the train would run by June.", name=f"{HOSTILE}.txt"))
        page, outline = page_of(comparison)
        assert outline.tags.count("script") == 1
        assert "img" not in outline.tags
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\u200b]", page)
        assert "<script>alert(1)</script>" in " ".join(outline.words)
        assert "{{ 7*7 }}" in " ".join(outline.words)
        file = tmp_path / "hostile.html"
        file.write_text(page, encoding="utf-8")
        with opened(chromium, file) as shown:  # fails on any dialog, request or complaint
            assert "alert(1)" in shown.inner_text("body")

    def test_so_are_the_names_of_a_users_lexicon(self, tmp_path):
        lexicon = tmp_path / "own.toml"
        name = "the <b>Pacific</b> \u202eForum"
        lexicon.write_text(f'[[party]]\nid = "pif"\nname = "{name}"\nadjective = "Forum"\nnames = ["Pacific Forum"]\n', encoding="utf-8")
        texts = [read(f"The train runs at {hour}.", role="readout", party=party) for hour, party in (("dawn", "pif"), ("noon", "no"))]
        page, _ = page_of(compare(*texts, lexicon=str(lexicon)))
        assert "\u202e" not in page
        assert "<b>Pacific" not in page

    @settings(max_examples=40, deadline=None)
    @given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
    def test_any_text(self, words):
        comparison = compare(
            read(f"The train runs at dawn, {words}. Grain was discussed.", role="readout", party="no", name=words or "x"),
            read("The train runs at dawn. Grain was discussed.", role="readout", party="se"),
        )
        page_of(comparison)


def test_two_files_of_one_name_are_told_apart():
    oslo, riga = (
        read(f"{name} asked for a ferry at dawn.", role="readout", party=party, name="readout.txt")
        for name, party in (("Norway", "no"), ("Latvia", "lv"))
    )
    page = render_html(compare(oslo, riga), LANGUAGES)
    assert "Norway&#39;s readout.txt, 0–33" in page
    assert "Latvia&#39;s readout.txt, 0–33" in page
