"""The tables of a corpus: what a row of each has. Rows of one case are numbered by `n`, in the order of its report."""

from __future__ import annotations

from datetime import date
from typing import Literal

from readoutdiff.contract import KnownBy, Mode, Outcome, Role, Status, Tier
from readoutdiff.contract import Quote as Quoting
from readoutdiff.records import Claim
from readoutdiff.value import Value

SCHEMA = "readoutdiff/corpus/1"

Stance = Literal["raises", "possible", "silent"]


class Row(Value, frozen=True, kw_only=True):
    """What every row has: the id of its case, and its number within the case."""

    case_id: str
    n: int


class TextRow(Value, frozen=True, kw_only=True):
    """A text of a case, as its document has it."""

    id: str
    role: Literal["article", "readout"]
    party: str | None
    name: str
    sha256: str
    encoding: str
    words: int
    date: str | None
    title: str | None
    url: str | None


class CaseRow(Row, frozen=True, kw_only=True):
    """One case: what was read, what came of it, and the whole comparison as JSON (`readoutdiff/comparison/1`).

    `date` is the manifest's, else the file name's, else the article's own, else that of the first readout that has one. `words`,
    `segments` and `findings` are counts, and so are the verdicts.
    """

    date: date | None
    outlet: str | None
    mode: Mode
    outcome: Outcome
    parties: tuple[str, ...]
    texts: tuple[TextRow, ...]
    words: int
    segments: int
    shared: int
    possible: int
    one_sided: int
    outlet_only: int
    findings: int
    signature: str
    comparison: str
    schema: str = SCHEMA


class SegmentRow(Row, frozen=True, kw_only=True):
    """A labelled stretch of a text, with its words. Positions are code points of the text as it was read."""

    segment: str
    document: str
    start: int
    end: int
    text: str
    role: Role
    parties: tuple[str, ...]
    actor: str | None
    quote: Quoting | None
    tier: Tier | None
    rule: str | None
    known_by: KnownBy | None
    source: str | None
    cue: str | None
    topics: tuple[str, ...]


class TopicRow(Row, frozen=True, kw_only=True):
    """Where a side stands on a topic of a case: a row for each side. What the outlet alone tells is one row, without a side.

    `rank` is the topic's place by weight, `label` what the case's report calls it. `subjects` are the lexicon's topics by which topics of
    several cases can be put together: those that the side's own statements raise, and of a side that does not raise it those that
    others do; `topic_subjects` are those of all sides together. `read_in` is what the stance was read in: the side's own
    readout, or what the article gives to it. Of a side that raises it there are the counts of its emphasis; of one that does not,
    what comes nearest.
    """

    topic: str
    rank: int
    label: str
    subjects: tuple[str, ...]
    topic_subjects: tuple[str, ...]
    verdict: Status
    party: str | None
    stance: Stance | None
    read_in: Literal["readout", "article"]
    words: int | None
    share: float | None
    units: int | None
    position: int | None
    emphatic: int | None
    intensifiers: int | None
    quoted: float | None
    weight: float | None
    nearest: str | None
    nearest_score: float | None
    differs: tuple[str, ...]


class ClaimRow(Claim, frozen=True, kw_only=True):
    """A statement of a side in a topic, as `--format jsonl` has it; `case_id` and `n` as in every row."""

    case_id: str
    n: int


class FindingRow(Row, frozen=True, kw_only=True):
    """Where an article and a readout are apart, and every quotation that was looked up, also those that are word for word.

    `text` is the readout's for what the article left out, else the article's; `nearest` what comes closest in the other text.
    `changed` is, of a quotation, the share of its words that are other in the readout.
    """

    kind: Literal["left_out_by_article", "not_in_readout", "quote_verbatim", "quote_altered", "quote_not_found"]
    party: str
    document: str
    start: int
    end: int
    text: str
    nearest: str | None
    nearest_score: float | None
    changed: float | None


class FailureRow(Row, frozen=True, kw_only=True):
    """A case that could not be compared, and why."""

    date: date | None
    outlet: str | None
    problem: str


TABLES: dict[str, type[Value]] = {
    "cases": CaseRow,
    "segments": SegmentRow,
    "topics": TopicRow,
    "claims": ClaimRow,
    "findings": FindingRow,
    "failures": FailureRow,
}
