"""What a report on a corpus says beside its figures: heads, what is counted, and what that does not show."""

from __future__ import annotations

from readoutdiff.corpus.report.figures import FEW, SIDES, ReadIn, Report, Span
from readoutdiff.render.words import PROMISE, counted

SECTIONS = {
    "there": "What is there",
    "raising": "Who raises what, and when",
    "silences": "Who is silent on what another side raises",
    "shifts": "What has gained and lost weight",
    "quotations": "Quotations against the readouts",
    "coverage": "What outlets leave out of the readouts",
}
WHERE: dict[ReadIn, str] = {"readout": "its readouts", "article": "articles"}
WHERE_HEADS: dict[ReadIn, str] = {
    "readout": "In its own readout nothing was found",
    "article": "Articles quote nothing on it from that side, which may have said it all the same",
}
KINDS = {
    "outcome": "cases by outcome",
    "mode": "compared cases by what was given",
    "verdict": "topics by verdict",
    "topics": "topics in no section by subject",
    "finding": "articles checked against readouts",
    "year": "cases by year",
}
WHATS = {
    "compared": "compared",
    "one_side": "only one side's account is there",
    "unattributed": "which side says what cannot be told",
    "no_sides": "no call of governments with accounts of it",
    "language": "not in a language of the lexicon",
    "article": "one article",
    "readouts": "readouts",
    "triangulated": "an article and readouts",
    "shared": "both raise it",
    "possible": "possible: not decided",
    "one_sided": "only one side raises it",
    "outlet_only": "only the outlet tells it",
    "without a subject of the lexicon": "no subject of the lexicon",
    "left_out_by_article": "points of a readout left out",
    "not_in_readout": "given to a side, not in its readout",
    "quote_verbatim": "quotations word for word",
    "quote_altered": "quotations altered",
    "quote_not_found": "quotations not found",
}
_EXPLAINED = {
    "raising": "In how many of its compared cases a side raises a subject, in its own readouts or as articles report it: {by}. "
    "Subjects are the lexicon's; one point may touch several. Those that are raised in most cases come first, and of each the "
    "{sides} sides that raise it most often.",
    "silences": "Of the cases in which one side raises a subject, those in which nothing on it was found in the other's account. "
    "Cases that are not decided count among the cases, so the share is the least it may be; 'at most', and the upper end of the "
    "interval, take them all for silence. The highest lower ends of the intervals come first, few cases last.",
    "shifts": "The mean share of a side's words that goes to a subject, {halves}; a case in which the side does not raise it counts as 0. "
    "The largest changes come first, those of few cases last.",
    "quotations": "Each quotation in an article was looked up in the readout of its side. The share is of those that are word for word; "
    "the most altered, by the share of words that are other, are below.",
    "coverage": "Of the points of a side's readouts, those that the article does not give to that side. A point counts as told where "
    "anything in the article comes near it. The highest lower ends of the intervals come first.",
}
NOTHING = {
    "raising": "No side raises a subject of the lexicon.",
    "silences": "No silence was found. What is not decided is in the tables of --format csv.",
    "shifts": "There are no cases with a date in both halves of the time.",
    "quotations": "No quotation was looked up: that takes an article beside a readout.",
    "coverage": "No article stands beside a readout.",
}


def promise() -> str:
    """What no figure shows."""
    return (
        f"{PROMISE} A side is called silent where nothing on a subject was found in what was read of it, not where it left something out. "
        "'Possible' is not decided either way: how many of them are silences these figures do not know."
    )


def intervals() -> str:
    """What stands behind a share."""
    return (
        "In brackets is the 95% interval (Wilson) of a share. It takes the cases as drawn one by one, which cases of one story are not: "
        f"it is rather too narrow. 'Few' marks what rests on fewer than {FEW} cases. All rows and columns: --format csv."
    )


def explained(section: str, report: Report) -> str:
    """What a section counts, and in what order."""
    return _EXPLAINED[section].format(by=_by(report.span), halves=_halves(report.span), sides=SIDES)


def _by(span: Span) -> str:
    if span.first_day is None:
        return "in all, as no case has a date"
    undated = f"; {counted(span.undated, 'case')} without a date are in the former only" if span.undated else ""
    return f"in all, and by {span.unit} (years where the cases span two of them, quarters where six months, else months{undated})"


def _halves(span: Span) -> str:
    if span.first_day is None:
        return "in two halves of the time"
    return f"in cases from {span.first_day} to {span.middle} against those after that, to {span.last_day}"


def made(report: Report) -> str:
    """By what the corpus was made."""
    if report.maker is None:
        return "The build of this corpus is not finished: this is what is there so far."
    return f"Compared by readoutdiff {report.maker.readoutdiff} with lexicon {report.maker.lexicon}."


def part(report: Report) -> str:
    """Which cases were chosen, empty where all are."""
    chosen = report.chosen
    told = [
        f"with {report.names.get(chosen.side, chosen.side)} as a side" if chosen.side else "",
        f"from {chosen.first}" if chosen.first else "",
        f"to {chosen.last}" if chosen.last else "",
    ]
    return f"Only cases {' '.join(t for t in told if t)}." if any(told) else ""


def cases(report: Report) -> str:
    """How many cases there are, and of which time."""
    whose = " (of whatever sides)" if report.chosen.side else ""
    failed = f", {report.failed} more{whose} could not be compared" if report.failed else ""
    span = f", {report.span.first_day} to {report.span.last_day}" if report.span.first_day else ""
    return f"{counted(report.cases, 'case')}{span}{failed}"


def per_cent(share: float | None) -> str:
    """A share as it is told."""
    return "–" if share is None else f"{share:.0%}"


def interval(low: float, high: float) -> str:
    """The ends of an interval."""
    return f"{low * 100:.0f}–{high:.0%}"


def points(change: float) -> str:
    """A change of shares, in points of a per cent."""
    return f"{change * 100:+.1f}"


def outlet(name: str | None) -> str:
    """An outlet as it is told."""
    return "(no outlet named)" if name is None else name
