"""A real browser for the tests of the page: Chromium from the system, driven by playwright.

Where there is none the tests that need one are skipped with the reason; with READOUTDIFF_REQUIRE_BROWSER=1 that is a failure.
"""

import importlib
import shutil
from contextlib import contextmanager

import pytest

from tests.required import missing

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def needed(module):
    """A module of the tests' own extra."""
    try:
        return importlib.import_module(module)
    except ImportError:
        missing("BROWSER", f"{module} is not installed: pip install -e '.[dev]'")


def program():
    """The system's Chromium; None where there is none."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


@contextmanager
def launched():
    """A headless Chromium, run by root in a container too."""
    with needed("playwright.sync_api").sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def chromium():
    """A headless Chromium for all tests of a run."""
    if program() is None:
        missing("BROWSER", "no Chromium on this machine; on Debian: apt-get install chromium")
    with launched() as browser:
        yield browser


class Seen:
    """What a page asked for and complained of while it was open."""

    def __init__(self, page):
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", self._refuse)

    def _refuse(self, dialog):
        self.complaints.append(dialog.message)
        dialog.dismiss()


@contextmanager
def opened(chromium, file, *, width=1280, height=900, address="", **context):
    """A page opened from a file; fails if it asked for anything but itself or complained of anything."""
    around = chromium.new_context(viewport={"width": width, "height": height}, **context)
    page = around.new_page()
    seen = Seen(page)
    page.goto(f"{file.as_uri()}{address}")
    yield page
    around.close()
    assert {url.partition("#")[0] for url in seen.requests} == {file.as_uri()}  # itself, once or loaded again
    assert seen.complaints == []
