"""What goes wrong is told in one line that says what, why and how to mend it, and each way out has its exit status."""

import ast
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from readoutdiff import __version__
from readoutdiff.lexicon.compiled import COMPILED, FOLDER, stamp_of
from tests.conftest import DEMO, ROOT, SAMPLES

# Messages whose mend stands in what is put into them, or in their own words without a semicolon.
MEND_IS_INSIDE = {
    "{key}: give the key.toml of the exercise, in its folder",
    "--sides {sides}: name {} or more, as in --sides il,ru",
    "column {column}: name the column article, or readout: with its side, as in readout:us",
    "--readout {readout}: say whose it is, as in --readout us=FILE",
    "{id_}: could not be compared: {}",
    "{path}: segment {}: {error}",
    "{path}: {}",
    "{path}: {problem}",
    "{path}: {}: {problem}",
    "{name}: {problem}",
}


def messages():
    """Every message of an error of ours, as its source has it, with {} for what is computed."""
    for path in sorted((ROOT / "readoutdiff").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args and isinstance(node.exc.func, ast.Name):
                if node.exc.func.id in ("InputError", "UsageError", "LexiconError", "CorrectionsError", "ExerciseError"):
                    yield _words(node.exc.args[0])


def _words(message):
    return "".join(map(_part, message.values if isinstance(message, ast.JoinedStr) else [message]))


def _part(node):
    if isinstance(node, ast.Constant):
        return str(node.value)
    value = node.value if isinstance(node, ast.FormattedValue) else node
    return f"{{{value.id}}}" if isinstance(value, ast.Name) else "{}"


def test_every_message_says_how_to_mend_it():
    found = list(messages())
    assert len(found) > 80
    assert [m for m in found if ";" not in m and m not in MEND_IS_INSIDE] == []
    assert [m for m in found if "\n" in m or m.endswith(".")] == []
    assert set(found) >= MEND_IS_INSIDE  # one that is mended comes off the list


def test_each_exit_status(run, tmp_path):
    """130 and 70 are below; 0 and 1 differ in --exit-code alone."""
    assert run("compare", DEMO).returncode == 0
    assert run("compare", DEMO, "--exit-code").returncode == 1
    assert run("compare", tmp_path / "nothing.txt").returncode == 2
    assert run("compare", SAMPLES / "one-account" / "article.txt").returncode == 3
    (tmp_path / "empty.txt").touch()
    assert run("corpus", "build", DEMO, tmp_path / "empty.txt", "--out", "corpus", "--jobs", "1", cwd=tmp_path).returncode == 4


def test_an_interrupted_run_says_nothing_and_ends_with_130():
    """Interrupted while it waits on standard input, as by a terminal, also where these tests run in the background, which ignores that."""
    heeding = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); sys.argv[1:] = ['compare', '-']\n"
    code = f"{heeding}from readoutdiff.__main__ import start; start()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        time.sleep(2)  # until it waits
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=30)[1] == b""
        assert process.returncode == 130


@pytest.fixture(scope="module")
def damaged(tmp_path_factory):
    """A copy of the package whose lexicon was damaged: it looks current, and is no JSON."""
    folder = tmp_path_factory.mktemp("damaged")
    shutil.copytree(ROOT / "readoutdiff", folder / "readoutdiff", ignore=shutil.ignore_patterns("__pycache__"))
    lexicon = folder / "readoutdiff" / FOLDER.name
    (lexicon / COMPILED).write_text(f'{{"stamp":"{stamp_of(lexicon)}"', encoding="utf-8")
    return folder


def fail(folder, *args):
    return subprocess.run(
        [sys.executable, "-P", "-m", "readoutdiff", *map(str, args)],
        capture_output=True, text=True, encoding="utf-8", timeout=60, check=False, cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip


@pytest.mark.parametrize(
    "command",
    [
        ["demo"],
        ["compare", DEMO],
        ["segments", DEMO],
        ["exercise", "new", DEMO, "--out", "lesson"],
        ["corpus", "build", DEMO, "--out", "calls"],
    ],
    ids=lambda command: " ".join(map(str, command[:2])),
)
class TestAnErrorOfOurs:
    def test_is_one_line_that_names_debug(self, damaged, command):
        done = fail(damaged, *command)
        assert (done.returncode, done.stdout) == (70, "")
        assert done.stderr.startswith("readoutdiff: internal error: DecodeError: ")
        assert done.stderr.endswith("; run it again as readoutdiff --debug COMMAND, which shows what to report\n")
        assert done.stderr.count("\n") == 1

    def test_shows_with_debug_where_it_came_from_and_how_to_report_it(self, damaged, command):
        done = fail(damaged, "--debug", *command)
        assert (done.returncode, done.stdout) == (70, "")
        lines = done.stderr.splitlines()
        assert lines[0] == "Traceback (most recent call last):"
        assert any("knowledge.py" in line for line in lines)
        assert lines[-2].startswith(f"readoutdiff {__version__}, ")
        assert "Python 3." in lines[-2]
        assert lines[-1].startswith("readoutdiff: internal error: DecodeError: ")
        assert "please report all of this" in lines[-1]


def test_debug_changes_nothing_where_nothing_fails(run, tmp_path):
    assert run("--debug", "compare", DEMO).stdout == run("compare", DEMO).stdout
    wrong = run("--debug", "compare", tmp_path / "nothing.txt")
    assert (wrong.returncode, wrong.stderr) == (2, run("compare", tmp_path / "nothing.txt").stderr)
