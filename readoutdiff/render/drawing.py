"""What all reports in the terminal share: marks, a side's colour, and texts of the input shown as data."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.text import Text

from readoutdiff.contract import Comparison, Party
from readoutdiff.render.words import account, account_words, counted
from readoutdiff.value import Value

UNWRAPPED = 100_000  # columns: as wide as any line
_SIDE_COLORS = ("bright_blue", "dark_orange", "magenta", "green")


class Style(Value, frozen=True):
    """How a report is drawn: width in columns, colour or not, plain ASCII or not."""

    width: int | None
    color: bool
    ascii_only: bool = False
    encoding: str = "utf-8"


class Signs(Value, frozen=True):
    """The marks of the verdicts and of bars."""

    shared: str
    possible: str
    left: str
    right: str
    outlet: str
    full: str
    empty: str
    dash: str
    part: tuple[str, str]  # around the part of a sentence that is meant
    differs: str


_RICH = Signs("≡", "≈", "◀", "▶", "○", "█", "░", "–", ("‹", "›"), "≠")
_PLAIN = Signs("=", "~", "<", ">", "o", "#", ".", "-", ("[", "]"), "!=")


def draw(parts: Iterable[RenderableType], style: Style) -> str:
    """Parts of a report as text, with ANSI colours where `style` has them; lines are no wider than its width."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=style.width or UNWRAPPED,
        color_system="256" if style.color else None,
        force_terminal=style.color,
        no_color=not style.color,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(Group(*parts), crop=False)
    lines = (line.rstrip() if not style.color else line for line in out.getvalue().splitlines())
    return "\n".join(lines) + "\n"


class Drawing:
    """A comparison as it is drawn: its sides' colours, the marks, its title."""

    def __init__(self, comparison: Comparison, style: Style) -> None:
        self.comparison, self.style = comparison, style
        self.signs = _PLAIN if style.ascii_only else _RICH
        self.segments = {s.id: s for s in comparison.segments}
        self.colors = {p.id: _SIDE_COLORS[i % len(_SIDE_COLORS)] for i, p in enumerate(comparison.parties)}

    def plain(self, text: str) -> str:
        """Text from an input as data: on one line, control and direction characters made visible, never acting."""
        return self.visible(" ".join(text.split()))

    def visible(self, text: str) -> str:
        """The same for a text of one line, with a character for each of its characters."""
        if text.isprintable() and self.style.encoding == "utf-8":
            return text
        safe = "".join(
            "\ufffd" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") and c not in "\u200d\u200c\u00ad" else c for c in text
        )
        return safe.encode(self.style.encoding, "replace").decode(self.style.encoding)

    def title(self, otherwise: str) -> Text:
        """The sides and the texts; `otherwise` where there are no sides."""
        names = f" {self.signs.dash} ".join(p.name for p in self.comparison.parties) or otherwise
        sizes = ", ".join(f"{d.name} ({d.words} words)" for d in self.comparison.documents)
        return Text(names, style="bold").append(f"   {self.plain(sizes)}\n", style="not bold dim")

    def coverage(self, party: Party) -> Text:
        """How much of a side's account is told, and why it was taken for a side."""
        mine, n = account(self.comparison, party.id), account_words(self.comparison, party.id)
        loose = sum(not s.topics for s in mine) if self.comparison.topics else 0
        told = f"{counted(n, 'word')} in {counted(len(mine), 'statement')}{f', {loose} of them in no topic' if loose else ''}"
        return Text("").append(party.name, style=self.colors[party.id]).append(f": {told} ({self.plain(party.why)})")
