"""A build that is killed, or whose disk is full, or whose workers die: started again it goes on, and ends with the same bytes."""

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.many_calls import data_in, write_manifest

CASES = 40
STOPPED = b"readoutdiff: stopped; what is finished is kept, and the same command goes on\n"
SMALL_PARTS = "import readoutdiff.corpus.plan as plan; plan.CASES = 8; from readoutdiff.__main__ import start; start()"
# heeds an interrupt also where these tests run in the background, which ignores it
HEEDING = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {SMALL_PARTS}"


def command(*args):
    """The command line with parts of eight cases, so that there are many."""
    return [sys.executable, "-c", HEEDING, "corpus", "build", "calls.jsonl", "--out", *map(str, args)]


def build(folder, *args, **kwargs):
    return subprocess.run(command(*args), cwd=folder, capture_output=True, timeout=240, check=False, **kwargs)


def finished(corpus):
    """How many cases a build has finished: in parts, and in the one that is open."""
    parts = [case for path in (corpus / ".build" / "parts").glob("*.json") for case in json.loads(path.read_bytes())]
    journal = corpus / ".build" / "open" / "finished.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True) if journal.exists() else []
    return len({case["id"] for case in [*parts, *(json.loads(line) for line in lines if line.endswith(b"\n"))]})


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """A folder with a manifest, the data that it makes, and how long that took."""
    folder = tmp_path_factory.mktemp("killed")
    write_manifest(folder / "calls.jsonl", CASES)
    began = time.monotonic()
    done = build(folder, "whole", "--jobs", "2")
    assert (done.returncode, done.stderr) == (0, b"")
    return folder, data_in(folder / "whole"), time.monotonic() - began


def children(process):
    """The processes that a process has started."""
    told = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return [int(pid) for pid in told.read_text().split()]


def gone(pid):
    """Whether a process has ended, a moment given."""
    for _ in range(100):
        try:
            if Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z":
                return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.05)
    return False


def test_killed_at_ten_random_points_it_ends_the_same(undisturbed):
    folder, data, took = undisturbed
    chance = random.Random(10)
    for point in range(10):
        corpus = folder / f"killed-{point}"
        process = subprocess.Popen(command(corpus, "--jobs", "2"), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(took * chance.random())
        started = children(process) if process.poll() is None else []
        process.kill()
        process.wait()
        assert all(gone(pid) for pid in started), "its processes outlive it"
        before = finished(corpus)
        done = build(folder, corpus, "--jobs", "2")
        assert (done.returncode, done.stderr) == (0, b"")
        again = f", {before} of them were there" if before else ""
        assert f"{CASES} cases{again}; none failed" in done.stdout.decode(), "something finished was lost"
        assert data_in(corpus) == data


def test_killed_again_and_again_it_ends_all_the_same(undisturbed):
    folder, data, took = undisturbed
    corpus = folder / "often"
    for _ in range(6):
        process = subprocess.Popen(command(corpus, "--jobs", "1"), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(took / 3)
        process.kill()
        process.wait()
    assert build(folder, corpus, "--jobs", "1").returncode == 0
    assert data_in(corpus) == data


def test_killed_between_the_files_of_a_part_it_ends_the_same(undisturbed):
    """Each step of closing a part in turn is the last: as if it was killed there."""
    folder, data, _ = undisturbed
    for step in range(1, 22, 3):
        corpus = folder / f"step-{step}"
        stop = (
            "import os, readoutdiff.corpus.shelf as shelf, itertools; count = itertools.count(1); replace = os.replace\n"
            f"def dying(*args, **kwargs):\n    replace(*args, **kwargs)\n    next(count) == {step} and os._exit(9)\n"
            "shelf.os.replace = dying\n"
        )
        line = command(corpus, "--jobs", "1")
        line[2] = stop + SMALL_PARTS
        assert subprocess.run(line, cwd=folder, capture_output=True, check=False).returncode == 9
        assert build(folder, corpus, "--jobs", "1").returncode == 0
        assert data_in(corpus) == data


@pytest.mark.parametrize("part", range(20))
def test_interrupted_at_any_moment_it_ends_without_a_word_too_much(undisturbed, part):
    """While it imports, starts its processes, or works: before there is anything to tell of it says nothing."""
    folder, _, took = undisturbed
    process = subprocess.Popen(
        command(folder / f"part-{part}", "--jobs", "2"), cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    time.sleep(0.15 + took * part / 25)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) in [(130, b"", b""), (130, b"", STOPPED), (0, out, b"")]


def test_interrupted_it_says_that_it_goes_on_and_does(undisturbed):
    folder, data, _ = undisturbed
    corpus = folder / "interrupted"
    process = subprocess.Popen(
        command(corpus, "--jobs", "2"), cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    while not (corpus / ".build").exists():
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, b"")
    assert err == STOPPED
    assert build(folder, corpus, "--jobs", "2").returncode == 0
    assert data_in(corpus) == data


@pytest.mark.parametrize("limit", [20_000, 60_000])
def test_a_file_that_may_not_grow_is_one_line_and_it_goes_on(undisturbed, limit):
    folder, data, _ = undisturbed
    corpus = folder / f"limited-{limit}"
    done = build(folder, corpus, "--jobs", "1", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1), done.stderr
    assert b"cannot be written" in done.stderr
    assert b"it goes on" in done.stderr
    assert build(folder, corpus, "--jobs", "1").returncode == 0
    assert data_in(corpus) == data


def test_so_is_a_full_disk(undisturbed, tmp_path):
    folder, data, _ = undisturbed
    half = sum(map(len, data.values())) // 2
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={half}", "tmpfs", tmp_path], capture_output=True, check=False).returncode:
        pytest.skip("a disk of a given size takes root")
    try:
        done = build(folder, tmp_path / "corpus", "--jobs", "2")
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1), done.stderr
        assert b"it goes on" in done.stderr
        subprocess.run(["mount", "-o", "remount,size=60m", tmp_path], check=True)
        assert build(folder, tmp_path / "corpus", "--jobs", "2").returncode == 0
        assert data_in(tmp_path / "corpus") == data
    finally:
        subprocess.run(["umount", "-l", tmp_path], check=True)
