"""However a command ends, nothing half is left, nothing is written but what was asked for, and nobody is asked on the network."""

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import DEMO
from tests.every_command import COMMANDS, answer, prepare, run_in

FULL = Path("/dev/full")
START = "import sys; from readoutdiff.__main__ import start; sys.stderr.write('.'); sys.stderr.flush(); start()"
WATCH = """
import os, sys
ALLOWED = os.environ["ALLOWED"]
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT

def refuse(event, args):
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.system", "os.posix_spawn", "os.fork", "tempfile.", "webbrowser.", "pickle.", "shutil.copy")):
        found = event
    elif event == "open" and isinstance(args[0], (str, bytes)) and args[2] & WRITES or event in ("os.mkdir", "os.remove", "os.rename", "os.chmod"):
        within = f"/proc/self/fd/{args[1]}/" if event == "os.remove" and args[1] != -1 else ""
        path = os.path.realpath(within + os.fsdecode(args[0]))
        if path.startswith(ALLOWED) or path == "/dev/null" or "__pycache__" in path:
            return
        found = f"{event} {path}"
    else:
        return
    os.write(SEEN, f"{found}\\n".encode())

if "SEEN" in os.environ:
    SEEN = os.open(os.environ["SEEN"], os.O_WRONLY | os.O_APPEND)
    sys.addaudithook(refuse)
"""  # noqa: E501 - what a watched process runs at its start


@pytest.fixture
def folder(tmp_path):
    """All that the commands need, with an exercise, its answers and a corpus."""
    place = tmp_path / "here"
    place.mkdir()
    prepare(place)
    for name in ("new", "corpus", "corrections"):
        assert run_in(place, COMMANDS[name])[0] in (0, 4)
    answer(place)
    return place


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    place = tmp_path_factory.mktemp("kept")
    prepare(place)
    for name in ("new", "corpus", "corrections"):
        run_in(place, COMMANDS[name])
    answer(place)
    return place


def start(args, **how):
    return subprocess.Popen([sys.executable, "-c", START, *args], stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, **how)


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


READING = {
    "demo": ["demo"], "help": ["--help"], "help of a command": ["compare", "--help"], "version": ["--version"], "schemas": ["schema"],
    "schema": ["schema", "comparison"], "compare": ["compare", "article.txt"], "JSON": ["compare", "article.txt", "-f", "json"],
    "docx": ["compare", "article.txt", "-f", "docx"], "segments": ["segments", "article.txt"], "explain": COMMANDS["explained"],
    "build": COMMANDS["build"], "review": COMMANDS["review"], "grade": COMMANDS["grade"], "corpus": COMMANDS["corpus"],
    "report": COMMANDS["report"], "show": COMMANDS["show"], "exercise": ["exercise"],
}  # fmt: skip


MEND = b"; write to a file with -o, or see to where it goes\n"
STOPPED = b"readoutdiff: stopped; what is finished is kept, and the same command goes on\n"


class TestStreams:
    @pytest.mark.parametrize("name", READING)
    def test_a_reader_that_has_gone_is_no_fault(self, kept, name):
        left, right = os.pipe()
        os.close(left)
        process = start(READING[name], cwd=kept, stdout=right)
        os.close(right)
        told = process.communicate(timeout=120)[1]
        assert (process.returncode in (0, 4), told.count(b"Traceback"), told.count(b"rror")) == (True, 0, 0), told

    @pytest.mark.parametrize("name", READING)
    def test_a_full_one_is_one_line(self, kept, name):
        with FULL.open("wb") as full:
            process = start(READING[name], cwd=kept, stdout=full)
        told = process.communicate(timeout=120)[1]
        assert process.returncode == 2
        assert told.endswith(b"readoutdiff: standard output: cannot be written (No space left on device)" + MEND)
        assert b"Traceback" not in told

    @pytest.mark.parametrize("name", ["demo", "schema", "help", "docx", "version"])
    def test_a_closed_one_too(self, kept, name):
        process = start(READING[name], cwd=kept, preexec_fn=lambda: os.close(1))
        told = process.communicate(timeout=120)[1]
        assert (process.returncode, told) == (2, b".readoutdiff: standard output: cannot be written (Bad file descriptor)" + MEND)

    @pytest.mark.parametrize("args", [["demo"], ["compare", "nowhere.txt"]])
    def test_where_nobody_hears_a_complaint_the_status_tells(self, tmp_path, args):
        told = [sys.executable, "-m", "readoutdiff", *args]
        for closed, where in ((lambda: os.close(2), None), (None, FULL)):
            with (where or DEMO).open("rb+" if where else "rb") as error:
                done = subprocess.run(told, cwd=tmp_path, stdout=subprocess.PIPE, stderr=error, preexec_fn=closed, check=False)
            assert done.returncode == (2 if len(args) > 1 else 0)

    def test_of_a_closed_input_nothing_is_read(self, tmp_path):
        command = [sys.executable, "-m", "readoutdiff", "compare", "-"]
        done = subprocess.run(command, capture_output=True, preexec_fn=lambda: os.close(0), check=False)
        assert (done.returncode, done.stderr) == (2, b"readoutdiff: standard input: is empty; give a text\n")


class TestFiles:
    def test_a_device_stays_a_device(self, run):
        for _ in range(2):
            assert run("demo", "-o", "/dev/null").returncode == 0
            done = run("demo", "-o", "/dev/full")
            assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
        assert Path(os.devnull).is_char_device()
        assert FULL.is_char_device()

    def test_a_link_stays_a_link_and_permissions_stay(self, run, tmp_path):
        real, link = tmp_path / "real.md", tmp_path / "link.md"
        real.write_text("old")
        real.chmod(0o600)
        link.symlink_to(real)
        assert run("demo", "-o", link).returncode == 0
        assert link.is_symlink()
        assert real.read_text(encoding="utf-8").startswith("# ")
        assert real.stat().st_mode & 0o777 == 0o600

    def test_a_folder_in_the_way_leaves_all_as_it_was(self, run, folder):
        form = folder / "out" / "lesson" / "page.html"
        form.unlink()
        form.mkdir()
        before = files(folder)
        done = run(*COMMANDS["build"], cwd=folder)
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
        assert files(folder) == before

    def test_no_folder_is_left_of_what_failed(self, run, tmp_path):
        done = run("exercise", "new", DEMO, "--out", tmp_path / "a" / "b" / ("c" * 300))
        assert done.returncode == 2
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("name", [name for name, args in COMMANDS.items() if "-o" in args or "--out" in args])
    def test_a_full_disk_leaves_what_was_there(self, folder, name):
        args = COMMANDS[name]
        if name == "corpus":
            pytest.skip("a corpus goes on: test_corpus_killed.py")
        target = folder / args[args.index("-o" if "-o" in args else "--out") + 1]
        if target.name == "lesson":
            args = [*args[:-1], "out/other"]
        elif not target.exists() and target.name not in ("tables", "marks"):
            target.write_text("old")
        before = files(folder)
        process = start(args, cwd=folder, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20)))
        told = process.communicate(timeout=120)[1]
        assert (process.returncode, told.count(b"\n")) == (2, 1), told
        assert files(folder) == before


class TestNamesThatAreNoText:
    """What a command line may have that is not UTF-8."""

    NAME = "a\udce9"

    def test_a_title(self, run, tmp_path):
        assert run("exercise", "new", DEMO, "--title", self.NAME, "--out", tmp_path / "lesson").returncode == 0
        assert json.loads((tmp_path / "lesson" / "exercise.json").read_bytes())["title"] == "a?"

    def test_folders_and_files(self, run, tmp_path):
        assert run("exercise", "new", DEMO, "--out", tmp_path / self.NAME).returncode == 0
        assert run("compare", DEMO, "-o", tmp_path / f"{self.NAME}.html").returncode == 0

    def test_the_folder_of_a_corpus_is_refused(self, run, tmp_path):
        (tmp_path / "story.txt").write_bytes(DEMO.read_bytes())
        for args in (["build", "story.txt", "--out", self.NAME], ["report", self.NAME], ["show", self.NAME, "story"]):
            done = run("corpus", *args, cwd=tmp_path)
            assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
            assert b"is not UTF-8, which a corpus needs; name another folder" in done.stderr


class TestInterrupted:
    @pytest.mark.parametrize("name", ["checked as html", "segments", "new", "grade", "corpus", "report as tables", "corrections"])
    def test_it_is_quiet_and_nothing_half_is_left(self, folder, name):
        args = [arg.replace("out/", "out/again-") if name in ("new", "corpus", "corrections") else arg for arg in COMMANDS[name]]
        chance = random.Random(name)
        began = time.monotonic()
        start(args, cwd=folder, stdout=subprocess.DEVNULL).communicate(timeout=120)
        took = time.monotonic() - began
        whole = files(folder)
        subprocess.run(
            ["rm", "-rf", *(str(p) for p in (folder / "out").glob("again-*")), "out/marks", "out/tables"], cwd=folder, check=True
        )
        for _ in range(8):
            process = start(args, cwd=folder, stdout=subprocess.DEVNULL)
            process.stderr.read(1)
            time.sleep(took * chance.random())
            process.send_signal(signal.SIGINT)
            told = process.communicate(timeout=60)[1]
            if process.returncode == 130:
                assert told == b"" or (name == "corpus" and told == STOPPED)
            else:
                assert process.returncode in (0, 2, 4), told
                assert b"Traceback" not in told
            left = {file: data for file, data in files(folder).items() if ".build" not in file}
            assert left == {file: whole.get(file) for file in left}


def test_an_interrupt_while_a_module_is_imported_ends_it(tmp_path):
    """However deep: here in a function that names a descriptor, where Python would make another exception of it."""
    (tmp_path / "slow.py").write_text(
        "import signal\n\n\nclass Named:\n    def __set_name__(self, owner, name):\n        signal.raise_signal(signal.SIGINT)\n\n\n"
        "class Owner:\n    named = Named()\n"
    )
    told = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from readoutdiff.interrupts import heed; heed()\n"
        "try:\n    import slow\nfinally:\n    print('went on')"
    )
    done = subprocess.run([sys.executable, "-c", told], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.parametrize("name", [name for name in COMMANDS if "no such" not in name])
def test_nothing_else_is_touched_and_nobody_is_asked(kept, tmp_path, name):
    """Python's own eyes on all that a process opens, and a look at its home, its folder for what passes, and where it stands."""
    args = list(COMMANDS[name])
    if name in ("new", "corrections"):
        args[-1] += f"-{tmp_path.name}"
    for place in ("home", "passing", "watch"):
        (tmp_path / place).mkdir()
    (tmp_path / "watch" / "sitecustomize.py").write_text(WATCH)
    seen = tmp_path / "seen"
    seen.touch()
    env = os.environ | {
        "HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path / "passing"), "PYTHONPATH": str(tmp_path / "watch"), "SEEN": str(seen),
        "ALLOWED": str(kept / "out"),
    }  # fmt: skip
    before = sorted(kept.iterdir())
    done = subprocess.run(
        [sys.executable, "-m", "readoutdiff", *args], cwd=kept, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert done.returncode in (0, 2, 4), done.stderr
    assert b"internal" not in done.stderr
    assert seen.read_text() == ""
    assert sorted(kept.iterdir()) == before
    assert list((tmp_path / "home").iterdir()) == list((tmp_path / "passing").iterdir()) == []


def test_no_rule_for_safety_is_switched_off():
    """What ruff looks for: pickle, eval, shells, sockets bound to all, SQL put together (where names and literals are our own).

    S603 is the process of this program's own in which a PDF is read: what stands for a shell is S602, S604 and S605.
    """
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--isolated",
        "--ignore-noqa",
        "--select",
        "S",
        "--output-format",
        "json",
        "readoutdiff",
    ]
    found = json.loads(subprocess.run(command, capture_output=True, check=False, cwd=DEMO.parent.parent.parent).stdout)
    assert {one["code"] for one in found} <= {"S105", "S311", "S603", "S608", "S704"}
