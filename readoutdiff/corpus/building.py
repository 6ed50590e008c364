"""Building a corpus: cases in, a Parquet data set out, whatever comes between.

What is finished is not done again, unless it is asked for or what decides it has changed: a case's result is known by a checksum of
its texts, the lexicon and the program's version. Cases that failed are tried again. A build that was killed goes on where it was, and
ends with the same bytes as one that was not.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

import msgspec

from readoutdiff.corpus.case import Case
from readoutdiff.corpus.handing import handed_out
from readoutdiff.corpus.journal import Journal
from readoutdiff.corpus.lock import WORK, sole_builder
from readoutdiff.corpus.parquet import Writer, connect
from readoutdiff.corpus.plan import Part, Planned, parts
from readoutdiff.corpus.shelf import Kept, Shelf
from readoutdiff.corpus.tables import SCHEMA
from readoutdiff.corpus.work import Lines, lost, maker_of, work_on
from readoutdiff.errors import InputError, UsageError
from readoutdiff.extending import UserFile
from readoutdiff.knowledge import load
from readoutdiff.value import Value, replace
from readoutdiff.writing import write_whole

_GONE = "was there when the build began, and was gone when its turn came; start again"


class Progress(Value, frozen=True):
    """How far a build is: how many cases there are, were finished before it began, are finished by now, and failed.

    `gone` are those that an earlier build had and that are no longer given: their rows are taken away.
    """

    cases: int
    before: int = 0
    done: int = 0
    failed: int = 0
    gone: int = 0


class About(Value, frozen=True):
    """corpus.json: what a finished corpus holds and what made it."""

    cases: int
    failures: int
    readoutdiff: str
    lexicon: str
    schema: str = SCHEMA


def build(
    read: Callable[[], Iterable[Case]],
    out: Path,
    executor: Executor | None = None,
    *,
    lexicon: UserFile | None = None,
    force: bool = False,
    tell: Callable[[Progress], object] = lambda _: None,
) -> Progress:
    """Bring a folder up to date with the cases that `read` reads, and say what was done.

    `read` is called twice: to see what there is, and to do it. `force` does all anew. `tell` is called when the work begins and with
    each case. Raises UsageError where somebody else builds there, or the folder holds something else; InputError where it cannot be
    written to: what is finished stays.
    """
    try:
        with sole_builder(out):
            builder = _Builder(out, lexicon)
            if force:
                builder.forget()
            return builder.run(read, executor, tell)
    except OSError as error:
        raise InputError(f"{out}: cannot be written ({error.strerror or error}); mend that and start again: it goes on") from error


class _Builder:
    """Brings a folder up to date."""

    def __init__(self, out: Path, lexicon: UserFile | None) -> None:
        self._out, self._work, self._lexicon = out, out / WORK, lexicon
        self._maker = maker_of(load(lexicon))
        self._shelf, self._old = Shelf(out, self._work / "parts"), Shelf(self._work / "old", self._work / "old" / "parts")
        self._writer = Writer(connect(self._work / "overflow"), self._work / "new", self._old)

    def forget(self) -> None:
        """Take away all that is there."""
        self._shelf.clear()
        self._old.clear()
        shutil.rmtree(self._work / "open", ignore_errors=True)

    def run(self, read: Callable[[], Iterable[Case]], executor: Executor | None, tell: Callable[[Progress], object]) -> Progress:
        """Do what there is to do."""
        self._old.sweep()
        self._rescue()
        plan = parts(Planned(case.id, case.checksum(*self._maker), case.size) for case in read())
        self._set_aside(plan)
        kept = {case: part for part, cases in self._old.held().items() for case in cases}
        held = self._shelf.held()
        open_parts = [part for part in plan if part.name not in held]
        if open_parts:
            (self._out / "corpus.json").unlink(missing_ok=True)  # which says that all is there
        fresh = {part: [case for case in part.cases if Kept(case.id, case.checksum) not in kept] for part in open_parts}
        wanted = [case for cases in fresh.values() for case in cases]
        work, unfinished = (partial(what, lexicon=self._lexicon) for what in (work_on, lost))
        done = handed_out(work, _asked_for(wanted, read()), executor, lambda case: case.size, unfinished)
        ids = {case.id for part in plan for case in part.cases}
        gone = {case.id for case in kept} - ids
        progress = Progress(cases=len(ids), before=len(ids) - len(wanted), gone=len(gone))
        tell(progress)
        for part in open_parts:
            progress = self._make(part, len(fresh[part]), done, kept, progress, tell)
        self._finish(progress)
        return progress

    def _rescue(self) -> None:
        """Make an old part of what a build had finished that was killed while a part was open."""
        journal = Journal(self._work / "open")
        journal.close()
        if journal.cases:
            rescued = Part(0, tuple(Planned(case.id, case.checksum) for case in journal.cases))
            self._old.put(rescued.name, journal.cases, self._writer.write([case.id for case in journal.cases], journal, {}))
        shutil.rmtree(self._work / "open")

    def _set_aside(self, plan: Sequence[Part]) -> None:
        """Move parts that are not as they are to be to the old ones: of them what has not changed is taken over.

        A text that changed between plan and comparison was compared as it was then, in a part that has the planned name.
        """
        wanted = {part.name: tuple(Kept(case.id, case.checksum) for case in part.cases) for part in plan}
        for name, cases in self._shelf.held().items():
            if cases != wanted.get(name):
                self._shelf.give(name, self._old)
        self._shelf.sweep()

    def _make(
        self,
        part: Part,
        fresh: int,
        done: Iterator[Lines],
        kept: Mapping[Kept, str],
        progress: Progress,
        tell: Callable[[Progress], object],
    ) -> Progress:
        """One part: cases that are new, and those that are taken over."""
        journal = Journal(self._work / "open")
        for _ in range(fresh):
            lines = next(done)
            self._same_maker(lines)
            journal.append(Kept(lines.id, lines.checksum), lines.lines)
            progress = replace(progress, done=progress.done + 1, failed=progress.failed + (not lines.checksum))
            tell(progress)
        journal.close()
        new = {case.id: case for case in journal.cases}
        earlier: dict[str, list[str]] = defaultdict(list)
        for case in part.cases:
            if case.id not in new:
                earlier[kept[Kept(case.id, case.checksum)]].append(case.id)
        files = self._writer.write([case.id for case in part.cases], journal, earlier)
        self._shelf.put(part.name, [new.get(case.id, Kept(case.id, case.checksum)) for case in part.cases], files)
        shutil.rmtree(self._work / "open")
        return progress

    def _same_maker(self, lines: Lines) -> None:
        if lines.maker != self._maker:
            there, here = (" ".join(maker[1:]) for maker in (lines.maker, self._maker))
            raise UsageError(f"a worker has readoutdiff and lexicon {there}, not {here}; install the same on all of them")

    def _finish(self, progress: Progress) -> None:
        """Take away what is no longer needed, and say that all is there."""
        self._old.clear()
        shutil.rmtree(self._work / "new")
        about = About(progress.cases, progress.failed, *self._maker[1:])
        write_whole(self._out / "corpus.json", msgspec.json.format(msgspec.json.encode(about), indent=1) + b"\n")


def _asked_for(wanted: Sequence[Planned], cases: Iterable[Case]) -> Iterator[Case]:
    """The cases that are wanted, in their order, which is that of `cases`; one that is gone has a problem."""
    coming = iter(cases)
    ids = {planned.id for planned in wanted}
    waiting: dict[str, Case] = {}
    for planned in wanted:
        while planned.id not in waiting and (case := next(coming, None)) is not None:
            if case.id in ids:
                waiting[case.id] = case
        yield waiting.pop(planned.id, Case(id=planned.id, problem=f"{planned.id}: {_GONE}"))
