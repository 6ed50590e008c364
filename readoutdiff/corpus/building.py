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

from readoutdiff.corpus.about import call_finished, call_unfinished, maker_with
from readoutdiff.corpus.case import Case
from readoutdiff.corpus.handing import handed_out
from readoutdiff.corpus.journal import Journal
from readoutdiff.corpus.lock import WORK, sole_builder
from readoutdiff.corpus.parquet import Writer, connect
from readoutdiff.corpus.plan import Edition, Part, parts
from readoutdiff.corpus.shelf import Shelf
from readoutdiff.corpus.work import Lines, lost, work_on
from readoutdiff.errors import InputError, UsageError
from readoutdiff.lexicon.extending import UserFile
from readoutdiff.lexicon.knowledge import load
from readoutdiff.value import Value, replace

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
        self._out, self._work, self._open, self._lexicon = out, out / WORK, out / WORK / "open", lexicon
        self._maker = maker_with(load(lexicon))
        self._shelf, self._old = Shelf(out, self._work / "parts"), Shelf(self._work / "old", self._work / "old" / "parts")
        self._writer = Writer(connect(self._work / "overflow"), self._work / "new", self._old)

    def forget(self) -> None:
        """Take away all that is there."""
        self._shelf.clear()
        self._old.clear()
        shutil.rmtree(self._open, ignore_errors=True)

    def run(self, read: Callable[[], Iterable[Case]], executor: Executor | None, tell: Callable[[Progress], object]) -> Progress:
        """Do what there is to do."""
        self._old.sweep()
        self._rescue()
        maker = msgspec.structs.astuple(self._maker)
        plan = parts((Edition(case.id, case.checksum(*maker)), case.size) for case in read())
        self._set_aside(plan)
        old, held = self._old.parts_by_case(), self._shelf.held()
        tasks = [_task(part, old) for part in plan if part.name not in held]
        if tasks:
            call_unfinished(self._out)
        progress = _at_first(plan, tasks, old)
        tell(progress)
        done = self._handed_out(tasks, read, executor)
        for task in tasks:
            for lines in self._made(task, done):
                progress = replace(progress, done=progress.done + 1, failed=progress.failed + (not lines.checksum))
                tell(progress)
        self._finish(progress)
        return progress

    def _rescue(self) -> None:
        """Make an old part of what a build had finished that was killed while a part was open."""
        journal = Journal(self._open)
        journal.close()
        if journal.cases:
            rescued = Part(0, tuple(journal.cases))
            self._old.put(rescued.name, journal.cases, self._writer.write([case.id for case in journal.cases], journal, {}))
        shutil.rmtree(self._open)

    def _set_aside(self, plan: Sequence[Part]) -> None:
        """Move parts that are not as they are to be to the old ones: of them what has not changed is taken over.

        A text that changed between plan and comparison was compared as it was then, in a part that has the planned name.
        """
        wanted = {part.name: part.cases for part in plan}
        for name, cases in self._shelf.held().items():
            if cases != wanted.get(name):
                self._shelf.give(name, cases, self._old)
        self._shelf.sweep()

    def _handed_out(self, tasks: Sequence[_Task], read: Callable[[], Iterable[Case]], executor: Executor | None) -> Iterator[Lines]:
        """The rows of all cases that are new, in their order, as they come back."""
        work, unfinished = (partial(what, lexicon=self._lexicon) for what in (work_on, lost))
        wanted = [case.id for task in tasks for case in task.fresh]
        return handed_out(work, _asked_for(wanted, read()), executor, lambda case: case.size, unfinished)

    def _made(self, task: _Task, done: Iterator[Lines]) -> Iterator[Lines]:
        """The new cases of a part as they are done; with the last of them the part is there."""
        journal = Journal(self._open)
        for _ in task.fresh:
            lines = next(done)
            self._refuse_other_maker(lines)
            journal.append(Edition(lines.id, lines.checksum), lines.by_table)
            yield lines
        journal.close()
        cases, new = task.part.cases, {case.id: case for case in journal.cases}
        files = self._writer.write([case.id for case in cases], journal, task.earlier)
        self._shelf.put(task.part.name, [new.get(case.id, case) for case in cases], files)
        shutil.rmtree(self._open)

    def _refuse_other_maker(self, lines: Lines) -> None:
        if lines.maker != self._maker:
            there, here = (f"{maker.readoutdiff} {maker.lexicon}" for maker in (lines.maker, self._maker))
            raise UsageError(f"a worker has readoutdiff and lexicon {there}, not {here}; install the same on all of them")

    def _finish(self, progress: Progress) -> None:
        """Take away what is no longer needed, and say that all is there."""
        self._old.clear()
        shutil.rmtree(self._work / "new")
        call_finished(self._out, self._maker, progress.cases, progress.failed)


class _Task(Value, frozen=True):
    """A part to be made: the cases that are new, and by the old parts that have them the ids of those that are taken over."""

    part: Part
    fresh: tuple[Edition, ...]
    earlier: Mapping[str, Sequence[str]]


def _task(part: Part, old: Mapping[Edition, str]) -> _Task:
    earlier: dict[str, list[str]] = defaultdict(list)
    for case in part.cases:
        if case in old:
            earlier[old[case]].append(case.id)
    return _Task(part, tuple(case for case in part.cases if case not in old), earlier)


def _at_first(plan: Sequence[Part], tasks: Sequence[_Task], old: Iterable[Edition]) -> Progress:
    """How far a build is before its work begins."""
    ids = {case.id for part in plan for case in part.cases}
    fresh = sum(len(task.fresh) for task in tasks)
    return Progress(cases=len(ids), before=len(ids) - fresh, gone=len({case.id for case in old} - ids))


def _asked_for(wanted: Sequence[str], cases: Iterable[Case]) -> Iterator[Case]:
    """The cases with these ids, in their order, which is that of `cases`; one that is gone has a problem."""
    coming, ids = iter(cases), set(wanted)
    waiting: dict[str, Case] = {}
    for id_ in wanted:
        while id_ not in waiting and (case := next(coming, None)) is not None:
            if case.id in ids:
                waiting[case.id] = case
        yield waiting.pop(id_, Case(id=id_, problem=f"{id_}: {_GONE}"))
