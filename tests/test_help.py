"""Help that can be followed: every option stands in it with its group, and its examples run; and the completion of the shell."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, SAMPLES

COMMANDS = ("compare", "segments", "exercise", "corpus", "demo", "schema")
PAGES = (
    *COMMANDS,
    *("exercise new", "exercise review", "exercise build", "exercise grade"),
    *("corpus build", "corpus report", "corpus show"),
)
SCRIPT = Path(sys.executable).parent / "readoutdiff"
FILES = {
    "story.txt": SAMPLES / "victory-day-call" / "article.txt",
    "il.txt": SAMPLES / "victory-day-readouts" / "il.txt",
    "ru.txt": SAMPLES / "victory-day-readouts" / "ru.txt",
}


def told(run, *command):
    done = run(*command, "--help")
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def test_it_says_what_it_is_for_and_which_form_to_use(run):
    text = told(run)
    for words in ("Two governments talk", "no network", "What do you have?", "A story that tells both accounts", "Exit status", "130"):
        assert words in text
    assert text.index("What do you have?") < text.index("Commands:") < text.index("--version") < text.index("Exit status")
    assert all(f"\n  {command} " in text for command in COMMANDS)


def test_options_stand_in_groups(run):
    text = told(run, "compare")
    heads = re.findall(r"^(\w[^\n:]*):$", text, re.MULTILINE)
    assert heads == ["What to compare", "What to show", "Where it goes, and how it looks", "What to go by", "Other"]
    shown = text.split("What to show:")[1].split("Where it goes")[0]
    assert re.findall(r"--[a-z]+", shown) == ["--only", "--side", "--top", "--sort", "--evidence"]


@pytest.mark.parametrize("command", PAGES)
def test_every_option_is_told_in_words_here_or_in_the_readme(run, command):
    text, readme = told(run, *command.split()), (ROOT / "README.md").read_text(encoding="utf-8")
    for option in re.findall(r"^ +(?:-\w, )?(--[a-z-]+)", text, re.MULTILINE):
        assert re.search(rf"{option}\b[^\n]*\s{{2,}}\S+ \S+ \S+", text), option
        assert option in readme or option == "--help", option


@pytest.mark.parametrize("command", ["", *PAGES])
def test_no_line_is_wider_than_a_narrow_terminal(run, command):
    assert all(len(line) <= 80 for line in told(run, *command.split()).splitlines())


def test_its_examples_run(run, tmp_path):
    for name, source in FILES.items():
        (tmp_path / name).write_bytes(source.read_bytes())
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers" / "1.csv").write_text("student,item,answer\n1,who-says-it-1,outlet\n", encoding="utf-8")
    for folder in ("archive", "wires"):
        (tmp_path / folder).mkdir()
        shutil.copy(FILES["story.txt"], tmp_path / folder / f"of-{folder}.txt")
    manifest = "id,date,readout:il,readout:ru\n2025-05-09,2025-05-09,il.txt,ru.txt\n"
    (tmp_path / "calls.csv").write_text(manifest, encoding="utf-8")
    pages = [told(run), *(told(run, *command.split()) for command in PAGES)]
    examples = [
        line.split()[1:]
        for page in pages
        for line in page.splitlines()
        if re.match(r" +readoutdiff (compare|segments|demo|schema|exercise|corpus)\b", line)
    ]
    assert len(examples) > 15
    for example in dict.fromkeys(map(tuple, examples)):
        done = run(*example, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, b""), example


def completed(words, shell="bash"):
    """What the shell is offered after some words, the last of which is being written."""
    given = words.split(" ")
    env = {
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(given) - 1),
        "_READOUTDIFF_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": words,
    }
    done = subprocess.run([SCRIPT], capture_output=True, env=os.environ | env, timeout=60, check=False)
    assert done.stderr == b""
    return done.stdout.decode().split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("readoutdiff ", ["compare", "segments", "exercise", "corpus", "demo", "schema"]),
        ("readoutdiff com", ["compare"]),
        ("readoutdiff corpus report --format ", ["text", "csv", "html"]),
        ("readoutdiff compare --on", ["--only"]),
        ("readoutdiff compare --l", ["--layout", "--lexicon", "--language"]),
        ("readoutdiff compare --only ", ["shared", "one-sided", "possible", "outlet"]),
        ("readoutdiff compare --only o", ["one-sided", "outlet"]),
        ("readoutdiff compare --sort ", ["weight", "order"]),
        ("readoutdiff compare --layout ", ["columns", "stacked"]),
        ("readoutdiff compare --color a", ["auto", "always"]),
        ("readoutdiff segments --format j", ["json"]),
        ("readoutdiff compare --format j", ["json", "jsonl"]),
        ("readoutdiff schema c", ["comparison", "claim"]),
        ("readoutdiff exercise new --kind w", ["who-says-it", "weight", "wording", "write-it"]),
        ("readoutdiff exercise ", ["new", "review", "build", "grade"]),
    ],
)
def test_the_shell_completes_commands_options_and_their_values(words, offered):
    assert sorted(completed(words)) == sorted(offered)


def test_formats_are_completed():
    formats = {"text", "html", "markdown", "docx", "json", "jsonl", "csv", "annotation"}
    assert formats == set(completed("readoutdiff compare --format "))


def test_other_shells_complete_too():
    offered = " ".join(completed("readoutdiff compare --layout ", "zsh"))
    assert '"columns"' in offered
    assert '"stacked"' in offered


def test_completion_can_be_shown_and_installed(tmp_path):
    env = os.environ | {"HOME": str(tmp_path), "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    shown = subprocess.run([SCRIPT, "--show-completion", "bash"], capture_output=True, env=env, timeout=60, check=False)
    assert b"complete -o default -F _readoutdiff_completion readoutdiff" in shown.stdout
    done = subprocess.run([SCRIPT, "--install-completion", "bash"], capture_output=True, env=env, timeout=60, check=False)
    assert done.returncode == 0
    assert "readoutdiff" in (tmp_path / ".bashrc").read_text(encoding="utf-8")


def test_nothing_is_loaded_that_a_report_does_not_need():
    """Rich draws nothing here, and its help is set plainly: what a command loads is felt each time."""
    story = FILES["story.txt"]
    code = (
        "import sys, os; sys.argv = ['readoutdiff', 'compare', sys.argv[1], '--width', '120']\n"
        "import readoutdiff.cli as cli\n"
        "cli._leave = lambda status: print(*sorted(sys.modules), file=sys.stderr)\n"
        "cli.main()"
    )
    done = subprocess.run([sys.executable, "-c", code, str(story)], capture_output=True, timeout=60, check=False)
    loaded = set(done.stderr.decode().split())
    assert "rich.cells" in loaded
    unneeded = {
        "rich.console",
        "rich.table",
        "rich.text",
        "typer.rich_utils",
        "readoutdiff.render.explain",
        "tomllib",
        "tomli_w",
        "numpy",
        "asyncio",
        "csv",
        "docx",
        "readoutdiff.records",
        "readoutdiff.schemas",
        "readoutdiff.render.annotation",
        "readoutdiff.render.markdown.page",
        "readoutdiff.render.notebook",
    }
    assert loaded & unneeded == set()
