"""The values that `compare` gives, field by field those of `--format json` (readoutdiff/comparison/1).

Every value is frozen. Positions are half-open ranges of code points of a document's text as it was read;
shares and scores run from 0 to 1 and are rounded to four places.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from readoutdiff.escaping import as_indented_json
from readoutdiff.value import Value

SCHEMA = "readoutdiff/comparison/1"

Mode = Literal["article", "readouts", "triangulated"]
Outcome = Literal["compared", "one_side", "unattributed", "no_sides", "language"]
Role = Literal["statement", "outlet", "third_party", "background", "headline", "caption", "boilerplate"]
Tier = Literal["explicit", "anaphoric", "carried", "inferred"]
KnownBy = Literal[
    "name", "text", "list", "account", "title", "side", "home", "antecedent", "contrast", "place", "subject", "both",
    "company", "readout", "none",
]  # fmt: skip
Quote = Literal["direct", "indirect", "mixed"]
Status = Literal["shared", "possible", "one_sided", "outlet_only"]


class Stretch(Value, frozen=True, kw_only=True):
    """A range of one document that the context names."""

    start: int
    end: int


class Span(Value, frozen=True, kw_only=True):
    """A range of a named document."""

    document: str
    start: int
    end: int


class Party(Value, frozen=True, kw_only=True):
    """A side whose account is compared, and `why` it was taken for one; `definite` if 'the' stands before its name in a sentence."""

    id: str
    name: str
    definite: bool = False
    adjective: str
    why: str


class Excerpt(Value, frozen=True, kw_only=True):
    """A stretch of a document that is kept where the whole text is left out."""

    start: int
    end: int
    text: str


class Document(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A text as it was read; `name` is the file's base name, `words` its length in words.

    Where the texts are left out (see render/excerpts.py) `text` is empty and `excerpts` are what is kept of it.
    """

    id: str
    role: Literal["article", "readout"]
    name: str
    language: str
    encoding: str
    sha256: str
    words: int
    text: str
    party: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    excerpts: tuple[Excerpt, ...] = ()


class Segment(Value, frozen=True, kw_only=True):
    """A labelled stretch of a document. `parties` stand behind the words, `actor` acts in them.

    `rule` is what decided the role, `signs` what spoke most for it where no source did. `known_by` is how the source was told
    to be its parties': by a `name` in its own words, by what the `text` or the `list` of leaders says of the person, by the
    `account` in which the person first stands, by the `company` he is in, by what a `readout` at hand says, by a `title` that one
    party alone holds here, as the one `side` that goes by a shared name, as the `home` of the outlet, by its `antecedent`, by
    `contrast` to the leader before, by the `place` or the `subject` of the words, as `both`; `none` of the sides. `sentence` is
    the whole sentence of which the segment is a part; none where it is the whole. `corrected` where a person has said whose it
    is, `confirmed` where a person has vouched for it; `decided` is what the program had decided of one that was corrected or moved.
    """

    id: str
    document: str
    start: int
    end: int
    role: Role
    parties: tuple[str, ...] = ()
    actor: str | None = None
    quote: Quote | None = None
    tier: Tier | None = None
    rule: str | None = None
    signs: tuple[str, ...] = ()
    known_by: KnownBy | None = None
    source: Span | None = None
    cue: Span | None = None
    content: tuple[Stretch, ...] = ()
    sentence: Stretch | None = None
    topics: tuple[str, ...] = ()
    corrected: bool = False
    confirmed: bool = False
    decided: str | None = None


class Candidate(Value, frozen=True, kw_only=True):
    """A segment of another side, and how near it comes (0-1)."""

    segment: str
    score: float


class Emphasis(Value, frozen=True, kw_only=True):
    """What a reader can recount of one side's weight on one topic; `weight` combines it, for sorting only.

    `words` in words, `share` of all the side's words, `units` in segments, `position` of the first one among
    the side's segments (from 1), `quoted` the share of the words that stands in quotation marks.
    """

    words: int
    share: float
    units: int
    position: int
    emphatic: tuple[Span, ...]
    intensifiers: tuple[Span, ...]
    quoted: float
    weight: float


class Reading(Value, frozen=True, kw_only=True):
    """One side's form of a value that differs between the sides."""

    document: str
    start: int
    end: int
    normal: str


class Difference(Value, frozen=True, kw_only=True):
    """Something the sides put differently within a topic they share."""

    kind: Literal["number", "date", "name", "place", "initiator", "polarity", "strength", "qualifier"]
    values: dict[str, Reading]


class Topic(Value, frozen=True, kw_only=True):
    """A point, who raises it, and what comes nearest on the sides that are silent on it.

    `remarks` has for a silent side of an article the segment in which the reporter says so, `matched` for each side the words
    that another one has too, in statements and in candidates. `corrected` where a person changed
    its segments, its label or its verdict (`decided` is what the program had decided), `confirmed` where a person has vouched for it.
    """

    id: str
    label: str
    status: Status
    segments: dict[str, tuple[str, ...]]
    possible: dict[str, tuple[Candidate, ...]]
    nearest: dict[str, Candidate]
    emphasis: dict[str, Emphasis]
    remarks: dict[str, str] = msgspec.field(default_factory=dict)
    matched: dict[str, tuple[Span, ...]] = msgspec.field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
    outlet: tuple[str, ...] = ()
    corrected: bool = False
    confirmed: bool = False
    decided: str | None = None


class Change(Value, frozen=True, kw_only=True):
    """Words of a quotation in the `article` that the `readout` has otherwise; null where one of them has none in that place."""

    article: Stretch | None
    readout: Stretch | None


class Quoted(Value, frozen=True, kw_only=True):
    """Words that the article quotes of a side, looked up in its readout: `passage` is where they stand, or come nearest.

    `start` and `end` are those of the words between the marks. Typography, capitals, brackets and ellipses are set aside.
    """

    party: str
    segment: str
    start: int
    end: int
    result: Literal["verbatim", "altered", "not_found"]
    passage: Span | None = None
    changes: tuple[Change, ...] = ()


class Finding(Value, frozen=True, kw_only=True):
    """What comparing an article with a readout brought up.

    `left_out_by_article` is a claim of the readout that the article does not give to that side; `not_in_readout` what the
    article gives to a side and its readout has not; `quote_altered` and `quote_not_found` are words in quotation marks.
    `segment`, `start` and `end` are the readout's for the first kind, else the article's; `nearest` what comes closest in the
    other text, `elsewhere` the segment of another side's readout that has it.
    """

    kind: Literal["left_out_by_article", "not_in_readout", "quote_altered", "quote_not_found"]
    party: str
    segment: str
    start: int
    end: int
    nearest: Candidate | None = None
    elsewhere: Candidate | None = None


class Comparison(Value, frozen=True, kw_only=True):
    """The whole result: who says what, topic by topic, each with its evidence.

    `unfit` names what of a file of corrections could not be applied. `asked` has for a side whose readout tells who asked for the
    call the words that say so, and as their `normal` the side that asked.

    >>> from readoutdiff import compare, read
    >>> story = read("Norway said X. Sweden said Y.", name="story.txt")
    >>> compare(story).outcome
    'no_sides'
    """

    mode: Mode
    outcome: Outcome
    signature: str
    parties: tuple[Party, ...]
    documents: tuple[Document, ...]
    segments: tuple[Segment, ...]
    topics: tuple[Topic, ...]
    findings: tuple[Finding, ...] = ()
    quotations: tuple[Quoted, ...] = ()
    asked: dict[str, Reading] = msgspec.field(default_factory=dict)
    unfit: tuple[str, ...] = ()
    schema: str = SCHEMA

    def text_of(self, segment: Segment | Span | Reading) -> str:
        """The exact characters of a segment, span or reading; of what lies outside the excerpts, where only these are kept, none."""
        document = next(d for d in self.documents if d.id == segment.document)
        if document.text or not document.excerpts:
            return document.text[segment.start : segment.end]
        kept = (e for e in document.excerpts if e.start <= segment.start and segment.end <= e.end)
        return next((e.text[segment.start - e.start : segment.end - e.start] for e in kept), "")

    def to_json(self) -> bytes:
        """The contract's JSON object, UTF-8, with a final line end."""
        return as_indented_json(self)

    def records(self) -> list[dict[str, str | int | float | bool | None]]:
        """The claims as plain dictionaries, the rows of `--format jsonl`: `pandas.DataFrame(result.records())` is a table of them."""
        from readoutdiff.records import records

        return records(self)

    def _repr_html_(self) -> str:
        """What a notebook shows of it: the topics as a table."""
        from readoutdiff.render.notebook import fragment

        return fragment(self)
