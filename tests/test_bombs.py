"""Inputs that are made to break a program, or break it by mistake: each is refused in one line, with the right exit status, and soon."""

import os
import stat
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from readoutdiff import CorrectionsError, ExerciseError, InputError, LexiconError, UsageError, compare, read, read_cases, read_file
from readoutdiff.exercise.answers import gather_answers
from readoutdiff.exercise.folder import read_folder, write_folder
from readoutdiff.exercise.making import make_exercise
from readoutdiff.reading.decoding import decode
from tests.conftest import DEMO

DEEP = 100_000
TOML = {
    "lists": "a = " + "[" * DEEP + "]" * DEEP,
    "tables": "a = " + "{a = " * DEEP,
    "keys": "[" + ".".join(["a"] * DEEP) + "]\n",
    "quoted keys": "x = {" + " . ".join(["'a'"] * DEEP) + " = 1}\n",
    "number": "a = " + "9" * 5000,
    "not UTF-8": "\udcff",
}
JSON = {
    "lists": '{"id": ' + "[" * DEEP + "]" * DEEP + "}",
    "objects": '{"answers": ' + '{"a": ' * DEEP,
    "strings": '{"student": "\\ud800"}',
    "not UTF-8": '{"student": "\udcff"}',
}


@pytest.fixture(scope="module")
def lesson(tmp_path_factory):
    """A folder with an exercise."""
    folder = tmp_path_factory.mktemp("lesson") / "of"
    write_folder(folder, *make_exercise(compare(read(DEMO.read_bytes(), name="story.txt"))))
    return folder


@pytest.fixture
def story():
    return read(DEMO.read_bytes(), name="story.txt")


@pytest.fixture(params=["pipe", "device", "loop", "folder", "large"])
def no_file(request, tmp_path):
    """What has a name and is no file that can be read."""
    path = tmp_path / "given.csv"
    if request.param == "pipe":
        os.mkfifo(path)
    elif request.param == "folder":
        path.mkdir()
    elif request.param == "large":
        with path.open("wb") as file:
            file.truncate(2**30)
    else:
        path.symlink_to("/dev/zero" if request.param == "device" else path)
    return path


def write(path, text):
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return path


def refused(error, call):
    """The one line with which something is refused."""
    with pytest.raises(error) as told:
        call()
    assert "\n" not in str(told.value)
    return str(told.value)


@pytest.mark.parametrize("text", TOML.values(), ids=TOML)
def test_toml(tmp_path, story, lesson, text):
    path = write(tmp_path / "key.toml", text)
    assert "key.toml" in refused(LexiconError, lambda: compare(story, lexicon=str(path)))
    assert "key.toml" in refused(CorrectionsError, lambda: compare(story, corrections=str(path)))
    (tmp_path / "exercise.json").write_bytes((lesson / "exercise.json").read_bytes())
    assert "key.toml" in refused(ExerciseError, lambda: read_folder(tmp_path))


@pytest.mark.parametrize("text", JSON.values(), ids=JSON)
def test_json(tmp_path, lesson, text):
    exercise, key = read_folder(lesson)
    path = write(tmp_path / "exercise.json", text)
    assert "exercise.json" in refused(ExerciseError, lambda: read_folder(tmp_path))
    sure, failures = gather_answers([str(path)], exercise, key.exercise)
    assert (sure, [failure.file for failure in failures]) == ([], ["exercise.json"])


def test_json_lines(tmp_path):
    rows = ['{"id": "a", "article_text": "A story."}', *JSON.values()][:-1]
    cases = list(read_cases(str(write(tmp_path / "cases.jsonl", "\n".join(rows)))))
    assert [case.problem is None for case in cases] == [True, False, False, False]


def test_no_file_is_waited_for(no_file, story, lesson, tmp_path):
    exercise, key = read_folder(lesson)
    refused(LexiconError, lambda: compare(story, lexicon=str(no_file)))
    refused(CorrectionsError, lambda: compare(story, corrections=str(no_file)))
    if not no_file.is_dir():
        refused(InputError, lambda: list(read_cases(str(no_file))))
    refused(InputError, lambda: read_file(str(no_file)))
    folder = tmp_path / "answers"
    folder.mkdir()
    no_file.rename(folder / "a.json")
    sure, failures = gather_answers([str(folder)], exercise, key.exercise)
    assert (sure, [failure.file for failure in failures]) == ([], ["a.json"])
    for name in ("exercise.json", "key.toml"):
        other = tmp_path / name
        other.mkdir()
        (other / "exercise.json").write_bytes((lesson / "exercise.json").read_bytes())
        (other / name).unlink(missing_ok=True)
        (other / name).symlink_to(folder / "a.json")
        refused((InputError, ExerciseError), lambda other=other: read_folder(other))


@pytest.mark.parametrize("name", ["a" * 5000, "a\0b", "\udcff" * 200, "a/" * 3000])
def test_names_that_no_file_can_have(name, story, tmp_path):
    refused(InputError, lambda: read_file(name))
    refused(LexiconError, lambda: compare(story, lexicon=name))
    refused(CorrectionsError, lambda: compare(story, corrections=name))
    (case,) = read_cases(str(write(tmp_path / "cases.csv", f"id,article\na,{name}\n".replace("\udcff", "ÿ"))))
    assert case.problem
    assert "\n" not in case.problem


@pytest.mark.parametrize("args", [["compare"], ["segments"], ["compare", DEMO, "-o"], ["exercise", "new", DEMO, "--out"],
                                  ["exercise", "build"], ["exercise", "grade", "key.toml"], ["exercise", "grade"], ["corpus", "build"],
                                  ["corpus", "show"], ["corpus", "report"], ["compare", DEMO, "--save-corrections"],
                                  ["corpus", "build", DEMO, "--out"]])  # fmt: skip
def test_a_name_that_is_too_long(args, run):
    done = run(*args, "a" * 5000, *(["b"] if args == ["corpus", "show"] else [DEMO] if args == ["exercise", "grade"] else []))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"readoutdiff: ")
    assert done.stderr.count(b"\n") == 1


def test_a_key_with_a_line_end_is_told_in_one_line(tmp_path, story):
    path = write(tmp_path / "given.toml", '"a\\nb" = 1\n')
    refused(CorrectionsError, lambda: compare(story, corrections=str(path)))
    refused(LexiconError, lambda: compare(story, lexicon=str(path)))


def test_a_line_without_an_end(tmp_path):
    path = tmp_path / "cases.jsonl"
    with path.open("wb") as file:
        file.write(b'{"id": "a"')
        file.truncate(2**30)
    assert "line" in refused(InputError, lambda: list(read_cases(str(path))))


def test_standard_input_without_an_end(tmp_path):
    command = [sys.executable, "-m", "readoutdiff", "corpus", "build", "-", "--out", str(tmp_path / "corpus"), "--jobs", "1"]
    with Path("/dev/zero").open("rb") as zero:
        done = subprocess.run(command, stdin=zero, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("encoding", ["punycode", "Puny_Code", "idna", "unicode-escape", "raw_unicode_escape"])
def test_an_encoding_that_no_file_has(encoding):
    page = f"<html><meta charset={encoding}><p>Norway said so.</p>".encode() + b"a" * 500_000 + b"-" + b"b" * 500_000
    assert decode(page, "page.html", None).encoding == "utf-8"
    assert "no such encoding" in refused(UsageError, lambda: read(page, encoding=encoding))


def test_parts_in_parts_of_a_saved_page():
    nested = "".join(f'Content-Type: multipart/related; boundary="b{i}"\r\n\r\n--b{i}\r\n' for i in range(20_000))
    assert "saved page" in refused(InputError, lambda: read(f"MIME-Version: 1.0\r\n{nested}".encode()))


def pdf(content, *forms):
    """A PDF whose page is some content; each form may draw the next one (/X Do)."""
    fonts, objects = b"/Font<</F 4 0 R>>", [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>/XObject<</X 6 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    for number, inside in enumerate((content, *forms), 6):
        kind = b"/Type/XObject/Subtype/Form/BBox[0 0 300 200]/Resources<<%b/XObject<</X %d 0 R>>>>" % (fonts, number) if number > 6 else b""
        packed = zlib.compress(inside, 9)
        objects.append(b"<<%b/Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (kind, len(packed), packed))
    body = b"".join(b"%d 0 obj%b endobj\n" % (number, data) for number, data in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n"


SAID = b"BT /F 12 Tf 20 150 Td (The two ministers spoke of fish, the ministry said.) Tj ET\n"


def test_a_pdf_that_draws_other_parts_is_read():
    assert "spoke of fish" in read(pdf(b"/X Do", b"/X Do", SAID)).text


def test_a_pdf_where_no_process_can_be_started(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert "no process can be started" in refused(InputError, lambda: read(pdf(SAID)))


@pytest.mark.parametrize(
    "data", [pdf(SAID * 2_100_000), pdf(SAID + b"/X Do", *[b"/X Do " * 10] * 8, SAID)], ids=["unpacks to 176 MB", "draws without an end"]
)
def test_a_small_pdf_that_asks_for_much(data):
    assert len(data) < 600_000
    began = time.monotonic()
    assert "cannot be read in 10 seconds and 1 GB" in refused(InputError, lambda: read(data, name="small.pdf"))
    assert time.monotonic() - began < 60
    assert "spoke of fish" in read(pdf(SAID)).text


def test_a_device_is_written_to_and_not_replaced(tmp_path, run):
    pipe, link, file = tmp_path / "pipe", tmp_path / "link", tmp_path / "file"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        assert run("compare", DEMO, "-f", "json", "-o", pipe).returncode == 0
        assert reader.communicate(timeout=60)[0].startswith(b"{")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    link.symlink_to(file)
    assert run("compare", DEMO, "-f", "json", "-o", link).returncode == 0
    assert link.is_symlink()
    assert file.read_bytes().startswith(b"{")
