"""`readoutdiff corpus`: build, report, show."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readoutdiff.commands import corpus_report
from readoutdiff.commands.help import COMPARED, OTHER, WRITTEN, Command, group
from readoutdiff.commands.options import (
    ColorOption,
    EvidenceOption,
    FormatOption,
    LayoutOption,
    LexiconOption,
    NoTextOption,
    OnlyOption,
    OutputOption,
    SideOption,
    SortOption,
    TopOption,
    WidthOption,
)
from readoutdiff.commands.statuses import FAILED
from readoutdiff.errors import UsageError
from readoutdiff.interrupts import ended_by_ctrl_c
from readoutdiff.output import Color, Output, form_of
from readoutdiff.render.chosen import Choice
from readoutdiff.render.words import counted
from readoutdiff.saying import say, warn
from readoutdiff.writing import refuse_to_replace

if TYPE_CHECKING:
    from readoutdiff.corpus.building import Progress

_NAMED = 20  # failures that are named on standard error

app = group("corpus", "Compare thousands of stories and readouts, and ask what is in them.")

SourcesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCES...",
        help="Folders, files, patterns, manifests (.csv, .jsonl); - is a manifest on standard input.",
        rich_help_panel=COMPARED,
    ),
]
OutOption = Annotated[Path, typer.Option(metavar="DIR", help="The folder of the corpus, new or to go on with.", rich_help_panel=WRITTEN)]
JobsOption = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Processes at work. Without it: one for each core.", rich_help_panel=OTHER)
]
SchedulerOption = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="Let a Dask cluster do the work, as in tcp://10.0.0.5:8786.", rich_help_panel=OTHER),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Do again what is done.", rich_help_panel=OTHER)]
CaseArgument = Annotated[str, typer.Argument(metavar="ID", help="The id of a case.", rich_help_panel=COMPARED)]

_BUILD = """\b
Examples
  readoutdiff corpus build calls.csv --out calls
  readoutdiff corpus build archive/ wires/ --out press --jobs 4

\b
Exit status: 0 all are compared, 2 wrong usage, 4 some could not be: they are
named, and are in DIR/failures.
"""


@app.command("build", cls=Command, epilog=_BUILD)
def build(
    sources: SourcesArgument,
    out: OutOption,
    lexicon: LexiconOption = None,
    jobs: JobsOption = None,
    scheduler: SchedulerOption = None,
    force: ForceOption = False,
) -> None:
    """Compare many cases, and keep what is found as a Parquet data set.

    A manifest has a row for each case: id, date and outlet, and the path of each text in article, readout:us, readout:ru. In folders
    the files' names tell: 2025-05-09-us.txt and 2025-05-09-ru.txt are of one case.

    Stopped or killed, it goes on with the same command. What has not changed is not done again.
    """
    from readoutdiff.corpus.processes import end_all

    watching = ExitStack()

    def last_words() -> None:
        end_all()
        watching.close()
        warn("stopped; what is finished is kept, and the same command goes on")

    with ended_by_ctrl_c(last_words):
        from readoutdiff.corpus.building import build as bring_up_to_date
        from readoutdiff.corpus.lock import WORK
        from readoutdiff.corpus.meter import meter
        from readoutdiff.corpus.sources import Sources
        from readoutdiff.lexicon.extending import read_user_file

        mine = read_user_file(lexicon) if lexicon else None
        read = Sources(sources, out / WORK / "standard-input", mine)
        with _executor(jobs, scheduler) as executor, watching:
            tell = watching.enter_context(meter())
            progress = bring_up_to_date(read, out, executor, lexicon=mine, force=force, tell=tell)
    _tell(out, progress)
    if progress.failed:
        _tell_failures(out)
        raise typer.Exit(FAILED)


def _tell(out: Path, progress: Progress) -> None:
    """What was done, and what cannot be compared though nothing failed: those cases have no topics."""
    from readoutdiff.corpus.report.words import WHATS
    from readoutdiff.corpus.showing import outcomes_of

    there = f", {progress.before} of them were there" if progress.before else ""
    outcomes = outcomes_of(out) if progress.cases else {}
    apart = "".join(f"; {count} not compared: {WHATS[outcome]}" for outcome, count in outcomes.items() if outcome != "compared")
    say(f"{out}: {counted(progress.cases, 'case')}{there}{apart}; {progress.failed or 'none'} failed")
    if progress.gone:
        warn(f"{counted(progress.gone, 'case')} of an earlier build no longer given, and taken away")


@contextmanager
def _executor(jobs: int | None, scheduler: str | None) -> Iterator[Executor | None]:
    """Who does the work: a cluster, processes, or for one job this process. Whoever it is does nothing more when it is interrupted."""
    if jobs and scheduler:
        raise UsageError("--jobs and --scheduler do not go together; a cluster has its own workers")
    if scheduler:
        from readoutdiff.corpus.cluster import cluster

        with cluster(scheduler) as executor:
            yield executor
        return
    from readoutdiff.corpus.processes import Processes, cores

    if (jobs or cores()) == 1:
        yield None
        return
    processes = Processes(jobs or cores())
    try:
        yield processes
    except BaseException:
        processes.stop()
        raise
    processes.shutdown()


def _tell_failures(corpus: Path) -> None:
    from readoutdiff.corpus.showing import failures_of

    failures = failures_of(corpus)
    for case, problem in failures[:_NAMED]:
        warn(f"{case}: {problem}")
    if len(failures) > _NAMED:
        warn(f"and {len(failures) - _NAMED} more, which are in {corpus}/failures")


app.command("report", cls=Command, epilog=corpus_report.EXAMPLES)(corpus_report.report)

_SHOW = """\b
Examples
  readoutdiff corpus show calls 2025-05-09
  readoutdiff corpus show calls 2025-05-09 --output 2025-05-09.html
"""


@app.command("show", cls=Command, epilog=_SHOW)
def show(
    corpus: corpus_report.CorpusArgument,
    case: CaseArgument,
    only: OnlyOption = None,
    side: SideOption = None,
    top: TopOption = None,
    sort: SortOption = "weight",
    evidence: EvidenceOption = False,
    format: FormatOption = None,  # noqa: A002
    output: OutputOption = None,
    no_text: NoTextOption = False,
    layout: LayoutOption = None,
    width: WidthOption = None,
    color: ColorOption = Color.auto,
) -> None:
    """Open one case of a corpus in the usual report.

    It is shown as it was compared when the corpus was built, whatever has become of its files.
    """
    from readoutdiff.commands.choosing import refuse_for_data, settled
    from readoutdiff.commands.reporting import report as report_on
    from readoutdiff.corpus.showing import comparison_of, files_of

    refuse_to_replace([output], files_of(corpus))
    choice = Choice(only, side, top, sort)
    to = Output(form_of(format, output), output, width, color, layout, choice, evidence=evidence, texts=not no_text)
    refuse_for_data(to)
    compared = comparison_of(corpus, case)
    report_on(compared, settled(to, compared))
