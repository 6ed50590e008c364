"""Every command line that a page prints runs as it stands, one after the other, with texts of ours for the names that it uses."""

import re
import textwrap
from importlib.util import find_spec

import pytest

from tests.commands import commands, run_line, set_desk
from tests.conftest import ROOT

PAGES = ("README.md", "samples/README.md", ".github/CONTRIBUTING.md")
NOT_RUN = {
    "python3 -m venv": "installs; .ci/run runs it in a clean clone, as printed",
    "pip install": "installs; tests/test_release.py does so in clean environments",
    "uvx --from": "takes the wheel of a release; tests/test_release.py runs it with the one it builds",
    "pipx run": "the same by another program",
    "python -m build": "tests/test_release.py runs it",
    "text2qti canvas.md": "tests/test_canvas.py runs text2qti",
    "python -m tests.": "takes minutes, or changes what is kept; that the module is there is tested below",
    "READOUTDIFF_ACCEPT=1": "changes what is kept",
    "readoutdiff --install-completion": "writes into the home folder; tests/test_help.py runs it in one of its own",
    "readoutdiff --debug COMMAND": "stands for any command; tests/test_errors.py runs it",
}
TEXTS = {page: (ROOT / page).read_text(encoding="utf-8") for page in PAGES}


def is_run(line):
    return not line.startswith(tuple(NOT_RUN))


@pytest.mark.parametrize("page", PAGES)
def test_it_runs(page, tmp_path):
    set_desk(tmp_path)
    lines = [line for line in commands(TEXTS[page]) if is_run(line)]
    assert len(lines) >= 3
    cwd = tmp_path / "samples" if page.startswith("samples/") else tmp_path
    failed = {line: done.stderr.decode() for line in lines if (done := run_line(line, cwd)).returncode}
    assert failed == {}


def test_what_is_not_run_is_printed_somewhere():
    lines = [line for text in TEXTS.values() for line in commands(text)]
    assert [start for start in NOT_RUN if not any(line.startswith(start) for line in lines)] == []


def test_the_programs_of_the_tests_are_there():
    named = {name for text in TEXTS.values() for name in re.findall(r"python -m (tests\.\w+)", text)}
    assert len(named) >= 8
    for name in named:
        assert 'if __name__ == "__main__"' in (ROOT / f"{name.replace('.', '/')}.py").read_text(encoding="utf-8")
        assert find_spec(name)


def test_what_the_readme_shows_of_an_answer_is_the_answer(tmp_path):
    ((line, shown),) = re.findall(r"^    \$ (readoutdiff .*)\n((?:    .*\n|\n)+)", TEXTS["README.md"], re.MULTILINE)
    set_desk(tmp_path)
    answer = run_line(line, tmp_path).stdout.decode()
    assert _plain(answer) == _plain(textwrap.dedent(shown))


def _plain(text):
    return " ".join(text.split())
