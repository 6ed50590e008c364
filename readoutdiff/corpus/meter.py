"""How far a build is, for who watches it: a bar on a terminal, a line a minute elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from readoutdiff.corpus.building import Progress
from readoutdiff.saying import warn

_MINUTE = 60.0


@contextmanager
def meter() -> Iterator[Callable[[Progress], object]]:
    """What is to be called with each step."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task, clock = bar.add_task("", rate=""), _Clock()

        def show(progress: Progress) -> None:
            bar.update(task, total=progress.cases, completed=progress.before + progress.done, rate=clock.rate(progress))

        yield show


class _Clock:
    """The time since the first case of this build was begun."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def rate(self, progress: Progress) -> str:
        """Cases a second."""
        return f"{progress.done / max(time.monotonic() - self._began, 0.001):.1f} a second"

    def left(self, progress: Progress) -> str:
        """The time that is left, if it goes on so."""
        each = (time.monotonic() - self._began) / max(progress.done, 1)
        return f"{each * (progress.cases - progress.before - progress.done) / _MINUTE:.0f} minutes left"


class _Lines:
    """A line on standard error once a minute."""

    def __init__(self) -> None:
        self._clock, self._next = _Clock(), time.monotonic() + _MINUTE

    def __call__(self, progress: Progress) -> None:
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _MINUTE
        told = f"{progress.before + progress.done} of {progress.cases} cases, {self._clock.rate(progress)}, {self._clock.left(progress)}"
        warn(told)
