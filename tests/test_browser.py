"""The page in a real browser: what it does with and without its script, for the eye, the keyboard and the printer."""

import pytest

from readoutdiff import compare, read_file
from readoutdiff.render.html.page import render_html
from tests.browser import needed, opened
from tests.conftest import DEMO
from tests.many_topics import many_topics
from tests.stories import beside

LANGUAGES = {"en": "English"}


@pytest.fixture(scope="module")
def story():
    return compare(read_file(str(DEMO)))


@pytest.fixture(scope="module")
def report(story, tmp_path_factory):
    file = tmp_path_factory.mktemp("page") / "report.html"
    file.write_text(render_html(story, LANGUAGES), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """An article beside two readouts."""
    comparison = beside(
        "Norway stressed that the night train would run \u201con time and at a low price,\u201d the Norwegian readout said.",
        "Sweden stored 25,000 tonnes of grain for its neighbours, the Swedish readout said.",
    )
    file = tmp_path_factory.mktemp("page") / "checked.html"
    file.write_text(render_html(comparison, LANGUAGES), encoding="utf-8")
    return file


def shown(page):
    """The ids of the topics that can be seen."""
    return page.evaluate("[...document.querySelectorAll('tr.topic')].filter(r => r.checkVisibility()).map(r => r.id)")


def focused(page):
    return page.evaluate("document.activeElement.id")


class TestWithoutScript:
    def test_all_is_there_and_no_control_that_does_nothing(self, chromium, report, story):
        with opened(chromium, report, java_script_enabled=False) as page:
            assert page.locator("tr.topic:visible").count() == len(story.topics)
            assert page.locator("#_filters").is_hidden()
            assert page.locator("#_texts mark").first.is_visible()

    def test_an_address_leads_to_its_topic(self, chromium, report, story):
        with opened(chromium, report, address=f"#{story.topics[-1].id}", java_script_enabled=False) as page:
            box = page.locator(f"[id='{story.topics[-1].id}']").bounding_box()
            assert 0 <= box["y"] < 900


class TestFilters:
    def test_by_verdict(self, chromium, report, story):
        with opened(chromium, report) as page:
            page.uncheck("input[value=possible]")
            page.uncheck("input[value=outlet_only]")
            assert shown(page) == [t.id for t in story.topics if t.status in ("shared", "one_sided")]
            assert page.locator("#_shown").inner_text() == f"5 of {len(story.topics)} topics shown"

    def test_by_side(self, chromium, report, story):
        with opened(chromium, report) as page:
            page.check("input[value=ee]")
            assert shown(page) == [t.id for t in story.topics if "ee" in t.segments]

    def test_search_reads_all_words_of_a_topic_whatever_their_case_and_accents(self, chromium, report, story):
        with opened(chromium, report) as page:
            page.fill("#_search", "TÜNNEL")
            assert shown(page) == [t.id for t in story.topics if t.label == "railways"]
            page.click("#_clear")
            assert len(shown(page)) == len(story.topics)


class TestKeys:
    def test_walk(self, chromium, report, story):
        ids = [t.id for t in story.topics]
        with opened(chromium, report) as page:
            page.keyboard.press("j")
            assert focused(page) == ids[0]
            page.keyboard.press("j")
            page.keyboard.press("j")
            page.keyboard.press("k")
            assert focused(page) == ids[1]
            assert page.url.endswith(f"#{ids[1]}")

    def test_the_walk_passes_over_what_is_filtered_out(self, chromium, report, story):
        with opened(chromium, report) as page:
            page.uncheck("input[value=shared]")
            page.locator("h1").click()
            page.keyboard.press("j")
            assert focused(page) == next(t.id for t in story.topics if t.status != "shared")

    def test_search_and_help(self, chromium, report):
        with opened(chromium, report) as page:
            page.keyboard.press("/")
            assert focused(page) == "_search"
            page.keyboard.type("j?/")  # in the field these are letters
            assert page.input_value("#_search") == "j?/"
            page.keyboard.press("Escape")
            page.keyboard.press("?")
            assert page.locator("#_keys").is_visible()
            page.keyboard.press("Escape")
            assert page.locator("#_keys").is_hidden()

    def test_they_can_be_switched_off(self, chromium, report):
        with opened(chromium, report) as page:
            page.keyboard.press("?")
            page.uncheck("#_switch")
            page.click("#_close")
            page.keyboard.press("j")
            assert focused(page) not in shown(page)
            page.click("#_help")  # the button works all the same
            assert page.locator("#_keys").is_visible()


class TestAddresses:
    def test_a_topic_that_is_filtered_out_is_shown_when_its_address_is_asked_for(self, chromium, report, story):
        shared = next(t.id for t in story.topics if t.status == "shared")
        with opened(chromium, report) as page:
            page.uncheck("input[value=shared]")
            page.evaluate(f"location.hash = '#{shared}'")
            page.wait_for_function(f"document.activeElement.id === '{shared}'")
            assert shared in shown(page)

    def test_evidence_leads_to_the_text_and_back(self, chromium, report, story):
        topic = story.topics[0]
        segment = next(iter(topic.segments.values()))[0]
        with opened(chromium, report) as page:
            page.locator(f"[id='{topic.id}'] a.place").first.click()
            page.wait_for_function(f"document.activeElement.id === '{segment}'")
            page.locator(f"[id='{segment}'] + a.back").click()
            page.wait_for_function(f"document.activeElement.id === '{topic.id}'")

    def test_a_finding_has_one_too(self, chromium, checked):
        with opened(chromium, checked, address="#_finding-1") as page:
            assert focused(page) == "_finding-1"
            page.locator("#_finding-1 a.place").first.click()
            page.wait_for_function("document.activeElement.matches('.text mark')")


class TestPartners:
    def lit(self, page):
        return page.evaluate("[...document.querySelectorAll('.partner')].map(e => e.dataset.segment || e.id)")

    def test_on_hover(self, chromium, report, story):
        topic = next(t for t in story.topics if t.status == "shared")
        mine, theirs = (ids[0] for ids in topic.segments.values())
        with opened(chromium, report) as page:
            page.locator(f"[id='{topic.id}'] blockquote").first.hover()
            assert set(self.lit(page)) == {theirs, mine}  # the other side's words here, and both in the text
            page.locator("h1").hover()
            assert self.lit(page) == []

    def test_on_focus(self, chromium, report, story):
        topic = next(t for t in story.topics if t.status == "shared")
        theirs = list(topic.segments.values())[1][0]
        with opened(chromium, report) as page:
            page.locator(f"[id='{topic.id}'] a.place").first.focus()
            assert theirs in self.lit(page)


class TestEverybody:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("width", [1280, 390])
    def test_no_serious_fault_for_axe(self, chromium, report, checked, scheme, width):
        axe = needed("axe_playwright_python.sync_playwright").Axe()
        for file in (report, checked):
            with opened(chromium, file, width=width, color_scheme=scheme, bypass_csp=True) as page:
                page.add_style_tag(content=".lazy, tr.topic { content-visibility: visible !important }")
                page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
                found = axe.run(page).response["violations"]
                grave = [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")]
                assert grave == []

    def test_side_by_side_when_wide_and_stacked_on_a_phone(self, chromium, report, story):
        cells = f"[id='{story.topics[0].id}'] td"
        with opened(chromium, report) as page:
            left, right = (page.locator(cells).nth(n).bounding_box() for n in (0, 1))
            assert left["y"] == right["y"]
            assert left["x"] + left["width"] <= right["x"]
        with opened(chromium, report, width=360) as page:
            left, right = (page.locator(cells).nth(n).bounding_box() for n in (0, 1))
            assert left["y"] + left["height"] <= right["y"]
            assert page.evaluate("document.documentElement.scrollWidth") <= 360

    def test_forced_colours_keep_the_sides_apart(self, chromium, report):
        with opened(chromium, report, forced_colors="active") as page:
            styles = page.evaluate(
                "['side0', 'side1'].map(s => getComputedStyle(document.querySelector(`.${s} > blockquote.statement`)).borderLeftStyle)"
            )
            assert styles == ["solid", "dashed"]
            assert "_hatch" in page.evaluate("getComputedStyle(document.querySelector('.chart rect.side1')).fill")

    def test_nothing_moves(self, chromium, report):
        with opened(chromium, report) as page:
            moving = """[...document.querySelectorAll('*')].filter(e => {
                const style = getComputedStyle(e);
                return style.animationName !== 'none' || style.transitionDuration !== '0s' || style.scrollBehavior !== 'auto';
            }).length"""
            assert page.evaluate(moving) == 0


class TestPrint:
    def test_a_handout(self, chromium, report):
        with opened(chromium, report) as page:
            assert page.pdf(format="A4").startswith(b"%PDF")
            page.emulate_media(media="print")
            assert page.locator("#_filters").is_hidden()
            assert page.locator("nav").is_hidden()
            style = page.evaluate("""() => {
                const of = (query, name) => getComputedStyle(document.querySelector(query))[name];
                return [of('.topics thead', 'display'), of('tr.topic', 'breakInside'), of('tr.topic', 'display'),
                        of('td.side1 > blockquote.statement', 'borderLeftStyle'), of('td.raised', 'backgroundColor')];
            }""")
            assert style == ["table-header-group", "avoid", "table-row", "dashed", "rgb(255, 255, 255)"]

    def test_every_row_is_whole_on_its_page_and_the_header_on_each(self, chromium, tmp_path):
        pypdf = needed("pypdf")
        file = tmp_path / "many.html"
        file.write_text(render_html(many_topics(30), LANGUAGES, texts=False), encoding="utf-8")
        with opened(chromium, file) as page:
            page.pdf(path=tmp_path / "many.pdf", format="A4")
        texts = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(tmp_path / "many.pdf").pages]
        tabled = [text for text in texts if "of the agenda" in text]
        assert len(tabled) > 1
        assert all("Topic Norway Sweden" in text for text in tabled)
        for number in range(0, 30, 3):  # what both sides say on a point stands on one page
            (whole,) = (text for text in tabled if f"point {number} of the agenda" in text)
            assert whole.count(f"point {number} of the agenda") == 2
