"""Pages saved by a real browser from sites of our own: the story is read, what stands around it is not."""

import pytest

from readoutdiff import InputError, read, read_file
from tests.same_story import BODY, EXPECTED, HEADLINE, LAYOUTS, site, verdicts

AROUND = ("partners store cookies", "scandal here", "school for pilots", "count its geese", "Yes, I agree", "Facebook")


def visit(chromium, tmp_path, layout):
    """A page as a reader has it before him."""
    file = tmp_path / f"{layout}.html"
    file.write_text(site(layout), encoding="utf-8")
    page = chromium.new_page()
    page.goto(file.as_uri())
    return page


@pytest.fixture(params=LAYOUTS)
def saved(request, chromium, tmp_path):
    """A page saved as HTML: as the browser has it, after its scripts."""
    page = visit(chromium, tmp_path, request.param)
    file = tmp_path / "saved"
    file.write_text(page.content(), encoding="utf-8")
    page.close()
    return file


@pytest.fixture(params=LAYOUTS)
def archived(request, chromium, tmp_path):
    """A page saved as a single file."""
    page = visit(chromium, tmp_path, request.param)
    file = tmp_path / "archived"
    file.write_bytes(page.context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})["data"].encode())
    page.close()
    return file


def test_a_saved_page_gives_the_verdicts_of_its_plain_text(saved):
    document = read_file(str(saved))
    assert verdicts(document) == EXPECTED
    assert document.title == HEADLINE


def test_a_page_in_a_single_file_does_too(archived):
    document = read_file(str(archived))
    assert verdicts(document) == EXPECTED
    assert document.title == HEADLINE


def test_every_paragraph_of_the_story_is_one_and_nothing_around_it_is_read(saved):
    text = read_file(str(saved)).text.rstrip()
    assert [paragraph for paragraph in text.split("\n\n") if paragraph in BODY] == BODY
    assert not [mark for mark in AROUND if mark in text]


def test_a_page_says_when_and_where_it_came_out():
    document = read(site("newspaper").encode())
    assert (document.date, document.url) == ("2025-05-09", "https://gazette.example/world/ferry-call")
    assert read(site("broadcaster").encode()).date == "2025-05-09"
    assert read(site("ministry").encode()).date is None  # it has one in its text, which the comparison finds
    assert read(site("newspaper").encode(), date="2024-01-31").date == "2024-01-31"


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        ('<meta name="date" content="2025-05-09">', "", "2025-05-09"),
        ('<link rel="canonical" href="https://gazette.example/2025/05/09/call">', "", "2025-05-09"),
        ("", '<time itemprop="datePublished" datetime="2025-05-09">Friday</time>', "2025-05-09"),
        ("", '<div class="related"><a href="/x"><time datetime="2024-02-03">3 Feb 2024</time> Another story</a></div>', None),
        ("", "<footer>© 2023 Gulf Gazette</footer>", None),
    ],
)
def test_a_date_is_taken_only_where_the_page_says_it_of_itself(head, body, date):
    story = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    assert read(f"<html><head><title>x</title>{head}</head><body><article>{story}</article>{body}</body></html>".encode()).date == date


def test_two_breaks_part_paragraphs():
    story = "<br><br>\n".join(BODY)
    assert read(f"<html><body><div class='story'>{story}</div></body></html>".encode()).text == "\n\n".join(BODY) + "\n"


def test_the_kind_is_told_by_content(run, tmp_path):
    (tmp_path / "story.txt").write_text(site("newspaper"), encoding="utf-8")
    (tmp_path / "plain.html").write_text("The ministry said that <b> is no tag here.", encoding="utf-8")
    assert read_file(str(tmp_path / "story.txt")).title == HEADLINE
    assert read_file(str(tmp_path / "plain.html")).text == "The ministry said that <b> is no tag here."
    assert b"engine failure" in run("compare", "-", stdin=site("broadcaster").encode()).stdout


@pytest.mark.parametrize(
    "begins", ["", "\ufeff", "\n  ", "<!-- saved from url=(0027)https://gazette.example/ -->\n", '<?xml version="1.0"?>\n']
)
def test_whatever_stands_before_the_page(begins):
    page = begins + "<html><head><title>Readout of the call</title></head><body><p>The ministry said so at noon.</p></body></html>"
    assert read(page.encode()).text == "The ministry said so at noon.\n"


@pytest.mark.parametrize("part", ["<p>{}</p>", "<article><p>{}</p></article>", "<div>{}</div>", "<body>{}</body>"])
def test_a_part_of_a_page(part):
    said = "The foreign minister of Norway said on Monday that the talks on fish with Peru would go on in the spring."
    assert read(part.format(said).encode()).text == said + "\n"


def test_a_string_is_the_text_itself():
    assert read("<p>The ministry said so.</p>").text == "<p>The ministry said so.</p>"


def test_lists_lines_and_spaces_of_a_page():
    page = """<html><body><article><h1>Readout of the call</h1>
        <p>The prime minister   spoke with\n the president of Peru about fish,&nbsp;ships and co&shy;opera&shy;tion at sea.</p>
        <ul><li>They agreed on a day for the next round of talks.</li><li>They spoke of ships.</li></ul>
        <p>First line<br>second line</p></article></body></html>"""
    assert read(page.encode()).text == (
        "Readout of the call\n\nThe prime minister spoke with the president of Peru about fish, ships and cooperation at sea.\n\n"
        "• They agreed on a day for the next round of talks.\n\n• They spoke of ships.\n\nFirst line\nsecond line\n"
    )


ENTITIES = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'


def test_entities_of_a_page_are_not_expanded():
    text = read(f'<?xml version="1.0"?>{ENTITIES}<html><body><p>The ministry laughed: &b; and &f; it said.</p></body></html>'.encode()).text
    assert "haha" not in text
    assert "root:" not in text


@pytest.mark.parametrize("tag", ["<div>", "<p><b><i>", "<table><tr><td>", "<ul><li>", "<article><section>", "<span>"])
def test_a_deep_page_is_read_or_refused(tag):
    try:
        assert "said so" in read(b"<html><body>" + tag.encode() * 10_000 + b"The ministry said so.").text
    except InputError as error:
        assert "plain text" in str(error)


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>alert(1)</script></body></html>", "<!doctype html>"])
def test_a_page_without_a_story_is_refused(page):
    with pytest.raises(InputError, match=r"^x\.html: is a web page on which no story was found; save its story as plain text$"):
        read(page.encode(), name="x.html")


def test_an_archive_without_a_page_is_refused():
    with pytest.raises(InputError, match="without a page in it"):
        read(b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="a"\n\n--a\nContent-Type: image/png\n\nx\n--a--\n')
