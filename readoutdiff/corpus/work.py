"""What is done with a case of a corpus, wherever it is done: compared, and put into rows."""

from __future__ import annotations

import msgspec

from readoutdiff.corpus.about import Maker, maker_with
from readoutdiff.corpus.case import Case
from readoutdiff.corpus.comparing import Compared, compare_case
from readoutdiff.corpus.comparing import lost as lost_case
from readoutdiff.corpus.rows import rows_of
from readoutdiff.lexicon.extending import UserFile
from readoutdiff.lexicon.knowledge import Knowledge, load
from readoutdiff.value import Value


class Lines(Value, frozen=True):
    """A case's rows as JSON lines; `checksum` is of all that decides them, and empty where it could not be compared."""

    id: str
    checksum: str
    by_table: dict[str, bytes]
    maker: Maker


def work_on(case: Case, lexicon: UserFile | None) -> Lines:
    """The rows of a case. Nothing is raised but what ends the process."""
    return _lines(compare_case(case, lexicon), load(lexicon))


def lost(case: Case, error: BaseException, lexicon: UserFile | None) -> Lines:
    """The rows of a case over which process after process ended."""
    return _lines(lost_case(case, error), load(lexicon))


def _lines(done: Compared, knowledge: Knowledge) -> Lines:
    maker, encoder = maker_with(knowledge), msgspec.json.Encoder()
    by_table = {table: encoder.encode_lines(rows) for table, rows in rows_of(done, knowledge).items()}
    checksum = done.case.checksum(*msgspec.structs.astuple(maker)) if done.comparison else ""
    return Lines(done.case.id, checksum, by_table, maker)
