"""Many cases compared, here or by any executor: processes, a Dask cluster, whatever else has one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from functools import partial

from readoutdiff.contract import Comparison
from readoutdiff.corpus.case import Case
from readoutdiff.corpus.handing import handed_out
from readoutdiff.errors import ReadoutdiffError
from readoutdiff.lexicon.extending import UserFile, read_user_file
from readoutdiff.lexicon.knowledge import load
from readoutdiff.pipeline import compare
from readoutdiff.value import Value

LOST = "the process that compared it ended before it was done (it may have run out of memory); see how large its texts are"


class Compared(Value, frozen=True, kw_only=True):
    """What became of a case: its comparison, or the problem for which there is none."""

    case: Case
    comparison: Comparison | None = None
    problem: str | None = None


def compare_many(cases: Iterable[Case], executor: Executor | None = None, *, lexicon: str | None = None) -> Iterator[Compared]:
    """Each case with its comparison, in the order of the cases, and not more of them in memory at once than are under way.

    Without an executor they are compared here, one when it is asked for. Any `concurrent.futures.Executor` will do, as that of a
    Dask cluster: `client.get_executor()`. A case that cannot be compared has a `problem` and ends nothing. `lexicon` is the path of
    a TOML file, which is read once. Raises LexiconError where it is wrong.

    >>> from readoutdiff import Case, Text
    >>> oslo = Text(role="readout", name="oslo.txt", party="no", data="Norway asked for a ferry at dawn.")
    >>> riga = Text(role="readout", name="riga.txt", party="lv", data="Latvia asked for a ferry at dawn.")
    >>> for done in compare_many([Case(id="ferry", texts=(oslo, riga)), Case(id="half", texts=(oslo,))]):
    ...     print(done.case.id, done.comparison.topics[0].status if done.comparison else done.problem)
    ferry shared
    half a second account is needed; give another readout, or the article that tells both
    """
    mine = read_user_file(lexicon) if lexicon else None
    load(mine)
    work = partial(compare_case, lexicon=mine)
    return handed_out(work, cases, executor, lambda case: case.size, lost)


def compare_case(case: Case, lexicon: UserFile | None = None) -> Compared:
    """One case. Whatever comes up, nothing is raised but what ends the process."""
    if case.problem is not None:
        return Compared(case=case, problem=case.problem)
    try:
        return Compared(case=case, comparison=compare(*case.documents(), lexicon=lexicon))
    except ReadoutdiffError as error:
        return Compared(case=case, problem=str(error))
    except Exception as error:
        return Compared(
            case=case,
            problem=f"internal error: {type(error).__name__}: {error}; readoutdiff --debug compare of its texts shows what to report",
        )


def lost(case: Case, error: BaseException) -> Compared:
    """What is said of a case over which process after process ended."""
    return Compared(case=case, problem=f"{LOST} [{type(error).__name__}]")
