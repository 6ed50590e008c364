"""`readoutdiff demo`."""

from pathlib import Path

from readoutdiff.commands.options import ColorOption, FormatOption, OutputOption, WidthOption
from readoutdiff.commands.reporting import report
from readoutdiff.output import Color, Output, form_of
from readoutdiff.pipeline import compare
from readoutdiff.reading import read_file
from readoutdiff.writing import refuse_to_replace

_STORY = Path(__file__).parent.parent / "demo" / "story.txt"

EXAMPLES = """\b
Examples
  readoutdiff demo
  readoutdiff demo --width 160
  readoutdiff demo --output demo.html
"""


def demo(
    format: FormatOption = None,  # noqa: A002
    output: OutputOption = None,
    width: WidthOption = None,
    color: ColorOption = Color.auto,
) -> None:
    """Show the report on a story that comes with readoutdiff.

    The story and the call that it tells of are made up.
    """
    refuse_to_replace([output], [_STORY])
    report(compare(read_file(str(_STORY))), Output(form_of(format, output), output, width, color))
