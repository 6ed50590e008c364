"""What is done with a case of a corpus, wherever it is done: compared, and put into rows."""

from __future__ import annotations

import msgspec

from readoutdiff.corpus.case import Case
from readoutdiff.corpus.comparing import Compared, compare_case
from readoutdiff.corpus.comparing import lost as lost_case
from readoutdiff.corpus.rows import rows_of
from readoutdiff.corpus.tables import SCHEMA
from readoutdiff.extending import UserFile
from readoutdiff.knowledge import Knowledge, load
from readoutdiff.value import Value
from readoutdiff.version import __version__


class Lines(Value, frozen=True):
    """A case's rows as JSON lines, by table; `checksum` is of all that decides them, and empty where it could not be compared."""

    id: str
    checksum: str
    lines: dict[str, bytes]
    maker: tuple[str, ...]


def maker_of(knowledge: Knowledge) -> tuple[str, ...]:
    """What beside a case decides its rows."""
    return SCHEMA, __version__, knowledge.digest


def work_on(case: Case, lexicon: UserFile | None) -> Lines:
    """The rows of a case. Nothing is raised but what ends the process."""
    return _lines(compare_case(case, lexicon), load(lexicon))


def lost(case: Case, error: BaseException, lexicon: UserFile | None) -> Lines:
    """The rows of a case over which process after process ended."""
    return _lines(lost_case(case, error), load(lexicon))


def _lines(done: Compared, knowledge: Knowledge) -> Lines:
    maker, encoder = maker_of(knowledge), msgspec.json.Encoder()
    lines = {table: encoder.encode_lines(rows) for table, rows in rows_of(done, knowledge).items()}
    return Lines(done.case.id, done.case.checksum(*maker) if done.comparison else "", lines, maker)
