"""Whatever the machine's language, clock, hash seed and folder, and in every Python: the same bytes. More Pythons: tests/everywhere.py."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.everywhere import made

PLACES = {
    "any seed": {"PYTHONHASHSEED": "random"},
    "the C locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "1"},
    "a Turkish locale": {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "the far east": {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2"},
    "the far west": {"TZ": "Etc/GMT+12", "COLUMNS": "40", "TERM": "dumb"},
}


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    folder = tmp_path_factory.mktemp("first")
    _manifest(folder)
    return made(sys.executable, folder / "here", _at({"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}))


def _at(place):
    return {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))} | place


def _manifest(folder):
    from tests import known_calls

    path = known_calls.manifest(folder)
    path.write_text("".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:3]), encoding="utf-8")


@pytest.mark.parametrize("name", PLACES)
def test_the_same_bytes(first, tmp_path, name):
    place = PLACES[name]
    locale = place.get("LC_ALL", "C")
    if locale != "C" and locale.lower().replace("-", "") not in _locales():
        pytest.skip(f"{locale} is not on this machine")
    _manifest(tmp_path)
    found = made(sys.executable, tmp_path / "elsewhere é", _at(place))
    assert [file for file in found if found[file] != first[file]] == []
    assert found.keys() == first.keys()


def _locales():
    program = shutil.which("locale")
    told = subprocess.run([program, "-a"], capture_output=True, text=True, check=False).stdout if program else ""
    return {line.lower().replace("-", "") for line in told.split()}


@pytest.mark.parametrize("file", sorted((ROOT / "readoutdiff").rglob("*.py")), ids=lambda path: str(Path(path).relative_to(ROOT)))
def test_no_name_of_a_comprehension_is_one_of_the_modules(file):
    """CPython 3.12.1 takes a module's name for a comprehension's where another comprehension of the same function has one like it."""
    module = ast.parse(file.read_text(encoding="utf-8"))
    named = {name for statement in module.body for name in _named(statement)}
    inner = [target for node in ast.walk(module) if isinstance(node, ast.comprehension) for target in ast.walk(node.target)]
    assert sorted({f"{name.id}, line {name.lineno}" for name in inner if isinstance(name, ast.Name) and name.id in named}) == []


def _named(statement):
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return [(alias.asname or alias.name).partition(".")[0] for alias in statement.names]
    return [statement.name] if isinstance(statement, ast.FunctionDef | ast.ClassDef) else []
