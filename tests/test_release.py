"""What is released: built from this copy, it installs and runs on its own, with and without the extras, and is typed.

The clean environments take their dependencies from a package index. Where there is none, or no uv, the tests that need it are skipped with
the reason; with READOUTDIFF_REQUIRE_INDEX=1 that is a failure.
"""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile

import pytest

from readoutdiff import __all__ as public
from readoutdiff import __version__
from tests.conftest import DEMO, ROOT, SAMPLES
from tests.required import missing

PAGE = "<html><body><article><p>Norway thanked Sweden on Monday for the ferry that sails again.</p></article></body></html>"
USE = """
from readoutdiff import Case, Compared, Comparison, Text, compare, compare_many, corrections_of, grade, label
from readoutdiff import make_exercise, read, read_cases, read_file, similarity, without_texts
from readoutdiff import CorrectionsError, ExerciseError, InputError, LexiconError, ReadoutdiffError, UsageError, __version__

comparison: Comparison = compare(read_file("story.txt"), read("Norway thanked Sweden.", role="readout", party="no"))
labels: list[str] = [topic.label for topic in without_texts(comparison).topics]
errors: list[type[ReadoutdiffError]] = [CorrectionsError, ExerciseError, InputError, LexiconError, UsageError]
text = Text(role="article", name="story.txt", data=b"")
done: list[Compared] = list(compare_many([Case(id=__version__, texts=(text,)), *read_cases("calls")]))
functions = (corrections_of, grade, label, make_exercise, similarity)
wrong: int = labels[0]
"""


def told(*command, cwd=None):
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return subprocess.run(
        list(map(str, command)), capture_output=True, text=True, encoding="utf-8", timeout=300, check=False, cwd=cwd,
        env=env | {"PYTHONIOENCODING": "utf-8", "UV_NO_PROGRESS": "1"},
    )  # fmt: skip


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The source distribution and the wheel that is built from it, in that order."""
    folder = tmp_path_factory.mktemp("dist")
    done = told(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.tar.gz")), next(folder.glob("*.whl"))


def uv(*args):
    """uv, or the reason why there is none."""
    program = shutil.which("uv", path=os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]]))  # noqa: PTH120
    done = told(program, *args) if program else None
    if done is None or done.returncode:
        missing("INDEX", f"no package index: {done.stderr.strip()}" if done else "no uv; pip install uv")
    return done


def environment(folder, wheel, extras=""):
    """A clean environment with the wheel in it: its folder of programs."""
    uv("venv", "--python", sys.executable, folder)
    uv("pip", "install", "--python", folder, f"readoutdiff{extras} @ {wheel.as_uri()}")
    return folder / ("Scripts" if os.name == "nt" else "bin")


@pytest.fixture(scope="session")
def bare(built, tmp_path_factory):
    return environment(tmp_path_factory.mktemp("bare"), built[1])


@pytest.fixture(scope="session")
def full(built, tmp_path_factory):
    return environment(tmp_path_factory.mktemp("full"), built[1], "[corpus,docx,pdf,web]")


@pytest.fixture
def desk(tmp_path):
    """A folder with a story, readouts and a saved page, away from this copy."""
    shutil.copy(DEMO, tmp_path / "story.txt")
    for name in ("il.txt", "ru.txt"):
        shutil.copy(SAMPLES / "victory-day-readouts" / name, tmp_path / name)
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    return tmp_path


class TestWhatIsPacked:
    def test_the_source_has_all_that_is_kept_here(self, built):
        """So its tests can be run; only the script that checks a clone is of no use without one."""
        kept = told("git", "ls-files", cwd=ROOT)
        if kept.returncode or not kept.stdout:
            pytest.skip("not a clone")
        with tarfile.open(built[0]) as archive:
            packed = {name.partition("/")[2] for name in archive.getnames()}
        assert set(kept.stdout.split()) - packed == {".ci/run"}

    def test_the_wheel_has_the_package_alone_with_its_data(self, built):
        names = set(zipfile.ZipFile(built[1]).namelist())
        assert {name.partition("/")[0] for name in names} == {"readoutdiff", f"readoutdiff-{__version__}.dist-info"}
        for name in ("py.typed", "lexicon/compiled.json", "lexicon/topics.toml", "demo/story.txt", "schemas/comparison.json"):
            assert f"readoutdiff/{name}" in names
        assert not [name for name in names if "__pycache__" in name]

    def test_the_version_is_one(self, built):
        assert built[1].name.startswith(f"readoutdiff-{__version__}-")
        cited = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
        assert re.search(rf"^version: {re.escape(__version__)}$", cited, re.MULTILINE)
        assert all(re.search(f"^{key}:", cited, re.MULTILINE) for key in ("cff-version", "message", "title", "authors", "license"))
        changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
        assert re.findall(r"^## (.*)$", changes, re.MULTILINE)[0].partition(" ")[0] in ("Unreleased", __version__)


class TestInstalledWithoutExtras:
    def test_it_does_its_main_jobs(self, bare, desk):
        program = bare / "readoutdiff"
        assert told(program, "--version").stdout == f"readoutdiff {__version__}\n"
        for command in (
            ("demo",),
            ("compare", "story.txt", "-o", "report.html"),
            ("compare", "--readout", "il=il.txt", "--readout", "ru=ru.txt"),
            ("exercise", "new", "story.txt", "--out", "lesson"),
            ("exercise", "build", "lesson"),
            ("schema", "claim"),
        ):
            done = told(program, *command, cwd=desk)
            assert (done.returncode, done.stderr) == (0, ""), command
        assert (desk / "report.html").stat().st_size > 10_000

    @pytest.mark.parametrize(
        ("command", "extra"),
        [
            (("corpus", "build", "story.txt", "--out", "calls"), "corpus"),
            (("corpus", "build", "story.txt", "--out", "calls", "--scheduler", "tcp://127.0.0.1:1"), "cluster"),
            (("compare", "story.txt", "-o", "report.docx"), "docx"),
            (("exercise", "new", "story.txt", "--out", "lesson", "--word"), "docx"),
            (("compare", "page.html"), "web"),
            (("compare", "story.txt", "--similarity", "wordllama"), "wordllama"),
            (("compare", "story.txt", "--similarity", "potion"), "model2vec"),
        ],
        ids=lambda value: value if isinstance(value, str) else " ".join(value[:2]),
    )
    def test_a_missing_extra_is_one_line_with_the_command_that_installs_it(self, bare, desk, command, extra):
        done = told(bare / "readoutdiff", *command, cwd=desk)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert f"pip install 'readoutdiff[{extra}]'" in done.stderr
        assert not [path.name for path in desk.iterdir() if path.name in ("calls", "lesson", "report.docx")]

    def test_it_is_typed_for_those_who_build_on_it(self, bare, desk):
        assert all(name in USE for name in public)
        (desk / "use.py").write_text(USE, encoding="utf-8")
        done = told(
            sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--python-executable", bare / "python", "use.py", cwd=desk
        )
        assert re.findall(r"^use\.py:(\d+): error", done.stdout, re.MULTILINE) == [str(len(USE.splitlines()))], done.stdout + done.stderr
        assert "assignment" in done.stdout


def test_installed_with_extras_it_does_the_rest(full, desk):
    program = full / "readoutdiff"
    for command in (
        ("corpus", "build", "story.txt", "--out", "calls"),
        ("corpus", "report", "calls", "-o", "calls.html"),
        ("compare", "story.txt", "-o", "report.docx"),
        ("exercise", "new", "story.txt", "--out", "lesson", "--word"),
        ("segments", "report.docx"),
        ("segments", "page.html"),
    ):
        done = told(program, *command, cwd=desk)
        assert done.returncode == 0, (command, done.stderr)


def test_it_runs_without_being_installed(built, desk):
    done = uv("tool", "run", "--from", built[1], "readoutdiff", "compare", desk / "story.txt")
    assert done.stdout.startswith("Finland – Estonia")
