"""All that is written anywhere, of texts that would act if they could: nothing acts, and it can be read."""

import csv
import io
import json
import re
import tomllib

import docx
import pytest

from readoutdiff import compare, read
from readoutdiff.errors import InputError
from readoutdiff.exercise.folder import read_folder
from readoutdiff.output import Format
from readoutdiff.render.csv import harmless
from tests.browser import opened
from tests.docx_text import parts, words_of
from tests.every_command import COMMANDS, HOSTILE, TOLD, all_commands, answer, prepare, run_in
from tests.hostile import HALF, hostile
from tests.moodle_formats import in_gift, in_xml
from tests.test_canvas import items, package
from tests.test_html import Outline
from tests.test_markdown import OTHER, Rendered, github

# controls but for the line feed, directions, marks of no width, separators of lines, tags, and what is no character
ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\U000e0000-\U000e007f]")
LOADS = {"img", "iframe", "object", "embed", "link", "base", "video", "audio", "source", "frame", "applet", "image", "foreignobject"}
LINKS = {"href", "src", "action", "formaction", "xlink:href", "srcdoc", "data", "background", "poster"}


def text(data):
    """For a terminal."""
    told = data.decode("utf-8")
    assert ACTS.findall(told.replace("\u200e", "")) == []  # our own mark behind a name from right to left
    return told


def html(data):
    told = data.decode("utf-8")
    outline = Outline(told)
    assert outline.open == []
    assert not LOADS & set(outline.tags)
    assert not [name for _, name, _ in outline.attributes if name.startswith("on")]
    assert all(value.startswith("#") for _, name, value in outline.attributes if name in LINKS)
    assert any("default-src 'none'" in (value or "") for _, name, value in outline.attributes if name == "content")
    assert not [sign for sign in ACTS.findall(told) if not sign.isspace()]  # any white space stays: it does not act in a page
    return " ".join(outline.words)


def markdown(data):
    told = data.decode("utf-8")
    assert ACTS.findall(told) == []
    pages = [Rendered(render(told)) for render in (github, OTHER.render)]
    assert all(page.attributes == [] and not {"a", "script", "b"} & set(page.tags) for page in pages)
    return pages[0].told()


def canvas(data):
    assert ACTS.findall(data.decode("utf-8")) == []
    return "".join("".join(item.itertext()) for item in items(package(data.decode("utf-8"))))


def word(data):
    docx.Document(io.BytesIO(data))
    assert not re.search(rb'TargetMode="External"|<w:(hyperlink|instrText|fldSimple|object)', b"".join(parts(data).values()))
    assert ACTS.findall(words_of(data).replace("\t", "")) == []
    return words_of(data)


def table(data):
    told = data.decode("utf-8-sig")
    assert not re.search("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]", told)
    cells = [cell for row in csv.reader(io.StringIO(told, newline="")) for cell in row]
    assert all(harmless(cell) == cell for cell in cells if not re.fullmatch(r"-?[\d.]+", cell))
    return " ".join(cells)


def lines(data):
    text(data)
    return "".join(str(json.loads(line)) for line in data.splitlines())


def jsons(data):
    text(data)
    return str(json.loads(data))


def toml(data):
    return str(tomllib.loads(text(data)))


def xml(data):
    assert ACTS.findall(data.decode("utf-8").replace("\t", "")) == []
    return str(in_xml(data))


def gift(data):
    assert ACTS.findall(data.decode("utf-8").replace("\t", "")) == []
    return str(in_gift(data.decode("utf-8")))


def parquet(data):
    assert data.startswith(b"PAR1")  # for programs: what is in them is as it was read
    return TOLD


FORMS = {
    Format.text: text, Format.html: html, Format.markdown: markdown, Format.docx: word, Format.csv: table, Format.jsonl: lines,
    Format.json: jsons, Format.annotation: jsons,
}  # fmt: skip
ENDINGS = {
    ".html": html, ".md": markdown, ".docx": word, ".csv": table, ".json": jsons, ".toml": toml, ".xml": xml, ".gift": gift,
    ".parquet": parquet,
}  # fmt: skip
OF_NO_TEXT = {"answers.csv", "items.csv", "corpus.json"}  # of ids, counts and our own words; of a corpus' tables some
TOLD_OF = {"outlets.csv", "quotations.csv", "coverage.csv"}
SHOWN = {
    "in columns", "stacked", "as JSON", "as lines", "as a table", "segments", "segments as JSON", "explained", "grade", "grade as JSON",
    "grade as a table", "review", "corpus", "show", "no such file", "no such side", "no such case", "no such segment", "no such kind",
    "no such command", "a bad lexicon",
}  # fmt: skip
LESSON = {
    "exercise.json", "key.toml", "worksheet.html", "answer-sheet.html", "page.html", "answers.csv", "moodle.xml", "moodle.gift",
    "canvas.md", "worksheet.docx", "answer-sheet.docx",
}  # fmt: skip


def checker(path):
    """What looks at a file; a new kind of file has none."""
    if path.name == "canvas.md":
        return canvas
    return ENDINGS[path.suffix] if path.suffix else FORMS[Format(path.name.rpartition("-")[2])]


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    """The folder in which all commands were run one after the other, and what each wrote on standard output and error."""
    folder = tmp_path_factory.mktemp("every")
    prepare(folder)
    told = {}
    for name, args in COMMANDS.items():
        told[name] = run_in(folder, args, stdin=b"\n" * 3 + b"a\x1b[31m\xe2\x80\xaeb\nd\ns\nq\n")
        if name == "new":
            answer(folder)
    return folder, told


def written(folder):
    return [path for path in sorted((folder / "out").rglob("*")) if path.is_file() and ".build" not in path.parts]


def test_all_commands_and_all_forms_are_here():
    given = [" ".join(args) for args in COMMANDS.values()]
    assert not [words for words in all_commands() if not any(line.startswith(" ".join(words)) for line in given)]
    assert set(FORMS) == set(Format)


@pytest.mark.parametrize("name", COMMANDS)
def test_on_the_terminal(done, name):
    status, out, err = done[1][name]
    assert status in ((2,) if name.startswith(("no such", "a bad")) else (4,) if "grade" in name or name == "corpus" else (0,)), err
    form = table if name.endswith("as a table") else text
    told = form(out) + text(err)
    assert status == 0 or err.startswith(b"readoutdiff: ")
    assert name not in SHOWN or TOLD in told


def test_in_every_file(done):
    folder, _ = done
    files = written(folder)
    assert len(files) > 60
    untold = {path for path in files if TOLD not in checker(path)(path.read_bytes())}
    assert not [path.name for path in untold if path.name not in OF_NO_TEXT and (path.parent.name != "tables" or path.name in TOLD_OF)]


def test_all_forms_of_an_exercise_are_there(done):
    folder, _ = done
    assert {path.name for path in (folder / "out" / "lesson").iterdir()} == LESSON


def test_nothing_is_written_but_where_it_was_asked_for(done):
    folder, _ = done
    assert {path.name for path in folder.iterdir()} == {
        "out", "answers", "article.txt", "story.txt", "other.txt", "no.txt", "se.txt", "mine.toml", "bad.toml", "calls.jsonl",
    }  # fmt: skip
    assert all(re.fullmatch(r"[\w.~-]+", path.name) for path in (folder / "out" / "marks").iterdir())


def test_no_page_acts_in_a_browser(chromium, done, tmp_path):
    pages = [path for path in written(done[0]) if checker(path) is html]
    assert len(pages) > 15
    for number, path in enumerate(pages):
        file = tmp_path / f"{number}.html"
        file.write_bytes(path.read_bytes())
        with opened(chromium, file) as page:  # fails on any dialog, request or complaint
            assert TOLD in page.text_content("body"), path


def test_what_a_program_reads_is_what_was_given(done):
    folder, told = done
    comparison = json.loads((folder / "out" / "article-json").read_bytes())
    assert comparison["documents"][0]["text"] == (folder / "article.txt").read_bytes().decode()
    assert HOSTILE in comparison["documents"][0]["text"]
    exercise, _ = read_folder(folder / "out" / "lesson")
    assert any(HOSTILE in document.text for document in exercise.documents)
    assert HOSTILE in json.loads(told["as JSON"][1])["documents"][1]["text"]


@pytest.mark.parametrize("form", [*Format])
def test_null_bytes_and_names_that_are_no_text(form, tmp_path):
    """Which a file cannot hold, but Python may give."""
    from readoutdiff.commands.reporting import report
    from readoutdiff.output import Color, Output

    file = tmp_path / "out"
    report(hostile("nu\x00ll <script>alert(1)</script>"), Output(form, file, 100, Color.never))
    assert TOLD in FORMS[form](file.read_bytes())
    assert HALF.encode("utf-8", "surrogateescape") not in file.read_bytes()


def test_halves_of_characters_are_refused():
    with pytest.raises(InputError, match="half characters"):
        compare(read("Norway \ud800 spoke."))
