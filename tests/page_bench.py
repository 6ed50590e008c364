"""How quick the page of 2,000 topics is in Chromium: part of `python -m tests.bench`."""

import tempfile
import time
from pathlib import Path

from readoutdiff.render.html.page import render_html
from tests.browser import launched, program
from tests.many_topics import many_topics

TOPICS = 2000
TRIES = 3
_LAID_OUT = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
_CLICK = """verdict => new Promise(done => {
    const began = performance.now();
    document.querySelector(`input[value=${verdict}]`).click();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
})"""


def page() -> None:
    """Opening it until it is laid out, and a click on a filter until what is left is laid out; the best of some tries."""
    if program() is None:
        print("the page in a browser: no Chromium on this machine")
        return
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        file = Path(folder) / "page.html"
        file.write_text(render_html(many_topics(TOPICS), {"en": "English"}), encoding="utf-8")
        loads, filters = [], []
        for _ in range(TRIES):
            shown = browser.new_page()
            began = time.perf_counter()
            shown.goto(file.as_uri())
            shown.evaluate(_LAID_OUT)
            loads.append(time.perf_counter() - began)
            filters += [shown.evaluate(_CLICK, verdict) for verdict in ("possible", "shared", "shared", "possible")]
            shown.close()
    print(f"{f'a page of {TOPICS} topics loads (floor 2 s)':45}{min(loads):8.2f} s")
    print(f"{'a filter on it is applied (floor 100 ms)':45}{sorted(filters)[len(filters) // 2]:8.0f} ms, median")
