"""`readoutdiff demo`."""

from pathlib import Path

from readoutdiff.commands.options import ColorOption, FormatOption, WidthOption
from readoutdiff.commands.reporting import report
from readoutdiff.output import Color, Format, Output
from readoutdiff.pipeline import compare
from readoutdiff.reading import read_file

_STORY = Path(__file__).parent.parent / "demo" / "story.txt"

EXAMPLES = """\b
Examples
  readoutdiff demo
  readoutdiff demo --width 160
"""


def demo(format: FormatOption = Format.text, width: WidthOption = None, color: ColorOption = Color.auto) -> None:  # noqa: A002
    """Show the report on a story that comes with readoutdiff.

    The story and the call that it tells of are made up.
    """
    report(compare(read_file(str(_STORY))), Output(format, None, width, color))
