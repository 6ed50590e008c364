"""The README says what the program does, and its code runs."""

import doctest
import importlib
import os
import re
import subprocess
import sys

import duckdb
import pytest

from readoutdiff import compare, read
from tests.conftest import ROOT, SAMPLES
from tests.many_calls import write_manifest
from tests.picture import picture

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_python_runs():
    for block in re.findall(r"```python\n(.*?)```", README, re.DOTALL):
        done = subprocess.run([sys.executable, "-c", block], cwd=ROOT, capture_output=True, timeout=60, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout


def test_its_queries_run(run, tmp_path):
    queries = re.findall(r"```sql\n(.*?)```", README, re.DOTALL)
    assert len(queries) == 5
    write_manifest(tmp_path / "calls.jsonl", 40)
    run("corpus", "build", "calls.jsonl", SAMPLES, "--out", "calls", cwd=tmp_path)
    found = [duckdb.connect().execute(query.replace("'calls/", f"'{tmp_path}/calls/")).fetchall() for query in queries]
    assert found[1]
    assert found[3]


def test_its_lexicon_is_one(tmp_path):
    (own,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    told = "The Forum Secretariat intimated that seabed mining must end. Oslo spoke of seabed mining."
    story = f"Norway and the Pacific Islands Forum spoke by phone. {told}"
    comparison = compare(read(story, name="story.txt"), lexicon=str(tmp_path / "own.toml"))
    assert [(topic.label, set(topic.segments)) for topic in comparison.topics] == [("deep-sea mining", {"no", "pif"})]


def test_every_option_and_command_is_told(run):
    for command in ("compare", "segments", "exercise", "corpus", "demo", "schema"):
        assert f"readoutdiff {command}" in README
    options = [run(command, "--help").stdout.decode() for command in ("compare", "segments")]
    for option in re.findall(r"--[a-z-]+", "".join(options)):
        assert option in README or option in ("--help", "--output", "--no-exit-code"), option


def test_its_commands_are_there_for_the_clean_clone():
    assert re.search(r"<!-- use -->\n```sh\npython3 -m venv .*readoutdiff compare samples/", README)
    assert re.search(r"<!-- test -->\n```sh\npython3 -m venv .*pytest", README)


def test_its_picture_is_the_current_one():
    kept = ROOT / ".github" / "report.svg"
    now = picture()
    if os.environ.get("READOUTDIFF_ACCEPT"):
        kept.write_text(now, encoding="utf-8")
    assert kept.read_text(encoding="utf-8") == now
    assert "http" not in re.sub(r'xmlns="[^"]*"', "", now).replace("<!-- Generated with Rich https://www.textualize.io -->", "")


def _with_doctests() -> list[str]:
    paths = (path for path in sorted((ROOT / "readoutdiff").rglob("*.py")) if ">>>" in path.read_text(encoding="utf-8"))
    return [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in paths]


@pytest.mark.parametrize("name", _with_doctests())
def test_what_docstrings_show_is_what_comes(name):
    done = doctest.testmod(importlib.import_module(name))
    assert done.attempted and not done.failed


def test_every_form_is_told():
    from readoutdiff.output import _ENDINGS, Format

    for form in Format:
        assert f"| `{form}` |" in README
    for ending in _ENDINGS:
        assert f"`{ending}`" in README


def test_the_public_functions_are_typed(tmp_path):
    (tmp_path / "use.py").write_text(
        "from readoutdiff import Comparison, compare, read\n"
        "result: Comparison = compare(read('x', name='x'), sides=['no', 'se'])\n"
        "status: str = result.topics[0].status\n"
        "wrong: int = result.topics[0].label\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", str(tmp_path / "use.py")],
        capture_output=True, text=True, cwd=ROOT, timeout=300, check=False,
    )  # fmt: skip
    assert done.stdout.count("error:") == 1
    assert "use.py:4" in done.stdout


def test_only_what_belongs_stands_at_the_top():
    allowed = {"readoutdiff", "samples", "tests", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "CITATION.cff"}
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    assert {path.split("/")[0] for path in tracked if not path.startswith(".")} <= allowed
