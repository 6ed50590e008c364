"""Make the README's picture: `python -m tests.picture` writes .github/report.svg from the demo story."""

import io
import re

from rich.console import Console
from rich.text import Text

from readoutdiff.render.drawing import Style
from readoutdiff.render.terminal import render_text
from tests.comparisons import demo
from tests.conftest import ROOT

WIDTH = 112
LINES = 44


def picture() -> str:
    """The upper part of the demo's report as an SVG that asks nothing of the network."""
    report = render_text(demo(), Style(WIDTH, True), {"en": "English"})
    console = Console(file=io.StringIO(), record=True, width=WIDTH, force_terminal=True, legacy_windows=False)
    console.print(Text.from_ansi("\n".join(report.splitlines()[:LINES])))
    svg = console.export_svg(title="readoutdiff demo", unique_id="report")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    (ROOT / ".github" / "report.svg").write_text(picture(), encoding="utf-8")
