"""A command never writes over what it reads; and a file that changes while it is read is what was read of it, with the checksum of that."""

import os
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from readoutdiff import InputError, read_file
from readoutdiff.checksums import sha256
from readoutdiff.contract import Comparison
from readoutdiff.corpus.building import build
from readoutdiff.corpus.sources import Sources
from readoutdiff.reading import LIMIT
from tests.conftest import DEMO
from tests.test_corpus import NO, SE, put, table


@pytest.fixture
def folder(tmp_path):
    """A story under several names, two readouts, a lexicon."""
    (tmp_path / "story.txt").write_bytes(DEMO.read_bytes())
    put(tmp_path, no=NO, se=SE)
    (tmp_path / "mine.toml").write_bytes(b"")
    (tmp_path / "link.txt").symlink_to(tmp_path / "story.txt")
    os.link(tmp_path / "story.txt", tmp_path / "hard.txt")
    return tmp_path


def in_folder(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(
    "args",
    [
        ("compare", "story.txt", "-o", "story.txt"),
        ("compare", "story.txt", "-f", "json", "-o", "./story.txt"),
        ("compare", "story.txt", "-o", "link.txt"),
        ("compare", "link.txt", "-o", "story.txt"),
        ("compare", "story.txt", "-o", "hard.txt"),
        ("compare", "no.txt", "se.txt", "-o", "se.txt"),
        ("compare", "--readout", "no=no.txt", "--readout", "se=se.txt", "-o", "se.txt"),
        ("compare", "story.txt", "--lexicon", "mine.toml", "-o", "mine.toml"),
        ("compare", "story.txt", "--corrections", "mine.toml", "-o", "mine.toml"),
        ("compare", "story.txt", "--save-corrections", "story.txt"),
        ("compare", "story.txt", "--lexicon", "mine.toml", "--save-corrections", "mine.toml"),
        ("segments", "story.txt", "-o", "story.txt"),
        ("segments", "story.txt", "--lexicon", "mine.toml", "-o", "mine.toml"),
    ],
)
def test_what_is_read_is_not_written_over(folder, run, args):
    before = in_folder(folder)
    done = run(*args, cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"readoutdiff: {Path(args[-1])}: is also what is read, and would be lost; name another file\n"
    assert in_folder(folder) == before


def test_another_file_is_written_over_as_before(folder, run):
    assert run("compare", "story.txt", "-o", "old.html", cwd=folder).returncode == 0
    assert run("compare", "story.txt", "-o", "old.html", cwd=folder).returncode == 0
    assert run("compare", "-", "-o", "story.txt", cwd=folder, stdin=DEMO.read_bytes()).returncode == 0


def test_corrections_are_saved_where_they_came_from(folder, run):
    assert run("compare", "story.txt", "--save-corrections", "my.toml", cwd=folder).returncode == 0
    assert run("compare", "story.txt", "--corrections", "my.toml", "--save-corrections", "my.toml", cwd=folder).returncode == 0


def test_an_exercise_leaves_its_story_alone(folder, run):
    for name in ("page.html", "canvas.md", "answers.csv", "key.toml"):
        (folder / name).write_bytes(DEMO.read_bytes())
        before = in_folder(folder)
        done = run("exercise", "new", name, "--out", ".", "--force", cwd=folder)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode() == f"readoutdiff: {name}: is also what is read, and would be lost; name another folder\n"
        assert in_folder(folder) == before
        (folder / name).unlink()
    assert run("exercise", "new", "story.txt", "--out", ".", "--force", cwd=folder).returncode == 0
    assert (folder / "story.txt").read_bytes() == DEMO.read_bytes()


def test_a_report_leaves_the_corpus_alone(folder, run):
    assert run("corpus", "build", "no.txt", "se.txt", "--out", "calls", "--jobs", "1", cwd=folder).returncode == 0
    part = next((folder / "calls" / "cases").iterdir()).relative_to(folder)
    before = in_folder(folder)
    for command in (["corpus", "report", "calls"], ["corpus", "show", "calls", next(iter(table(folder / "calls", "cases", "case_id")))[0]]):
        for name in ("calls/corpus.json", str(part)):
            done = run(*command, "-f", "text", "-o", name, cwd=folder)
            assert (done.returncode, done.stdout) == (2, b"")
            assert done.stderr.decode() == f"readoutdiff: {name}: is also what is read, and would be lost; name another file\n"
    assert in_folder(folder) == before
    assert run("corpus", "report", "calls", "-o", "calls/report.html", cwd=folder).returncode == 0


def test_marks_leave_the_answers_alone(folder, run):
    assert run("exercise", "new", "story.txt", "--out", "lesson", cwd=folder).returncode == 0
    (folder / "given").mkdir()
    (folder / "given" / "items.csv").write_bytes((folder / "lesson" / "answers.csv").read_bytes())
    before = in_folder(folder)
    done = run("exercise", "grade", "lesson/key.toml", "given", "--out", "given", cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"readoutdiff: given/items.csv: is also what is read, and would be lost; name another folder\n"
    assert in_folder(folder) == before


@contextmanager
def meanwhile(call):
    """Do something again and again in a thread of its own."""
    ended = threading.Event()

    def again():
        number = 0
        while not ended.is_set():
            call(number)
            number += 1

    thread = threading.Thread(target=again)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def test_a_file_that_grows_is_what_was_there(tmp_path):
    path = tmp_path / "story.txt"
    path.write_bytes(b"The ferry was late.\n")
    sizes: set[int] = set()

    def grow(_):
        time.sleep(0.001)
        with path.open("ab") as file:
            file.write(b"And later.\n" * 50)

    with meanwhile(grow):
        while len(sizes) < 20:
            document = read_file(str(path), language="en")
            data = document.text.encode()
            assert document.sha256 == sha256(data)
            assert path.read_bytes().startswith(data)
            sizes.add(len(data))


def test_a_file_that_is_replaced_is_the_one_or_the_other(tmp_path):
    path = tmp_path / "story.txt"
    ferry, port = (f"The {thing} was late.\n".encode() * 20_000 for thing in ("ferry", "port"))
    path.write_bytes(ferry)

    def put_anew(number):
        other = tmp_path / "other"
        other.write_bytes(port if number % 2 else ferry)
        os.replace(other, path)

    with meanwhile(put_anew):
        documents = [read_file(str(path), language="en") for _ in range(20)]
    for document in documents:
        assert document.text.encode() in (ferry, port)
        assert document.sha256 == sha256(document.text.encode())


def test_a_file_that_has_grown_past_the_limit_is_refused_whole(tmp_path):
    path = tmp_path / "story.txt"
    path.write_bytes(b"The ferry was late.\n")
    with path.open("ab") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(InputError, match="over 10 MiB"):
        read_file(str(path))


def checksums(corpus):
    """Those of the texts that the cases of a corpus were made of."""
    return {d.sha256 for (kept,) in table(corpus, "cases", "comparison") for d in msgspec.json.decode(kept, type=Comparison).documents}


def test_a_text_that_changes_while_a_corpus_is_built_is_what_was_compared(tmp_path):
    put(tmp_path / "in", **{"a-no": NO, "a-se": SE})
    path, out, times = tmp_path / "in" / "a-no.txt", tmp_path / "out", []
    sources = Sources([str(tmp_path / "in")], out / "kept")
    changed = f"{NO} The ferry is old."

    def cases():
        times.append(1)
        if len(times) == 2:  # the plan was made of the text as it was
            path.write_text(changed, encoding="utf-8")
        return sources()

    assert build(cases, out).failed == 0
    assert checksums(out) == {sha256(changed.encode()), sha256(SE.encode())}
    assert build(sources, out).done == 0
    path.write_text(NO, encoding="utf-8")
    build(sources, out)
    assert checksums(out) == {sha256(NO.encode()), sha256(SE.encode())}


def test_a_text_that_was_another_only_while_a_corpus_was_built_is_compared_again(tmp_path):
    put(tmp_path / "in", **{"a-no": NO, "a-se": SE})
    path, out, times = tmp_path / "in" / "a-no.txt", tmp_path / "out", []
    sources = Sources([str(tmp_path / "in")], out / "kept")

    def cases():
        times.append(1)
        path.write_text(NO if len(times) == 1 else f"{NO} The ferry is old.", encoding="utf-8")
        return sources()

    build(cases, out)
    path.write_text(NO, encoding="utf-8")
    assert build(sources, out).done == 1
    assert checksums(out) == {sha256(NO.encode()), sha256(SE.encode())}
