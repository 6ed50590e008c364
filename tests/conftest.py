"""What the tests share: the command as a user runs it, and the samples."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser import chromium as chromium
from tests.office import office as office
from tests.office import office_files as office_files

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
DEMO = ROOT / "readoutdiff" / "demo" / "story.txt"


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch):
    for name in ("FORCE_COLOR", "NO_COLOR", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture(scope="session")
def story():
    """The comparison of the demo's story."""
    from tests.comparisons import demo

    return demo()


@pytest.fixture(scope="session")
def checked():
    """The comparison of an article with the readouts that it tells of."""
    from tests.comparisons import low_price

    return low_price()


@pytest.fixture
def run():
    """Run the command line in a process of its own: run(*args, stdin=bytes, **environment)."""

    def _run(*args, stdin=b"", cwd=None, **env):
        return subprocess.run(
            [sys.executable, "-m", "readoutdiff", *map(str, args)],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"} | env,
            timeout=120,
            check=False,
        )

    return _run
