"""The item analysis as a page for the teacher: figures, charts, and what was given to each question. No student is on it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from readoutdiff.exercise.doubting import LEAST
from readoutdiff.exercise.item_rows import Row, agreed, labelled, on_the_class, on_the_key, other_words, rows, signed
from readoutdiff.exercise.values import Exercise, Grades, Key
from readoutdiff.render.html.alone import beside, environment, policy
from readoutdiff.render.words import PROMISE, counted
from readoutdiff.value import Value
from readoutdiff.version import __version__

_HERE = "readoutdiff.exercise"
_SHARES, _SIGNED = 48.0, (62.0, 86.0)  # per cent of the chart's width: where the bars of the shares end; where -1 and +1 lie
_BARS = 82.0  # per cent of the width: the longest bar of a distribution leaves room for its figure


class Share(Value, frozen=True):
    """A row of the chart: how far its bar reaches and where its point lies, in per cent of the width; None where not known."""

    row: Row
    bar: float | None
    point: float | None


class Bar(Value, frozen=True):
    """An answer, how many gave it, how far its bar reaches in per cent of the width, and whether it is the key's."""

    label: str
    count: int
    width: float
    in_key: bool


def items_page(exercise: Exercise, key: Key, grades: Grades) -> str:
    """The page: one file that asks nothing of the network and needs no script."""
    style = beside(_HERE, "items_page.css")
    table = rows(exercise, key, grades)
    return (
        environment(_HERE)
        .get_template("items_page.html")
        .render(
            title=exercise.title,
            style=Markup(style),  # noqa: S704 - our own file, and what the policy's hash is of
            policy=policy(style),
            about=f"{on_the_class(grades)}, {counted(len(table), 'question')}",
            unconfirmed=grades.unconfirmed,
            on_the_key=on_the_key([row.figures for row in table]),
            doubted=[row for row in table if row.figures.reasons],
            shares=[_share(row) for row in table],
            bars_end=_SHARES,
            axis=_SIGNED,
            questions=[(row, _bars(row)) for row in table],
            agreement=[(agreed(one), one.values, signed(one.alpha)) for one in grades.agreement],
            least=LEAST,
            promise=PROMISE,
            version=__version__,
        )
    )


def _share(row: Row) -> Share:
    score, discrimination = row.figures.score, row.figures.discrimination
    left, right = _SIGNED
    return Share(
        row,
        None if score is None else round(_SHARES * score, 2),
        None if discrimination is None else round(left + (right - left) * (discrimination + 1) / 2, 2),
    )


def _bars(row: Row) -> Sequence[Bar]:
    """What was given, of those who answered; words are counted where more than one student has the same."""
    answered = row.figures.answered
    if row.item.shape == "quote":
        return [_bar(other_words(row.item, other), other.count, answered, False) for other in row.figures.others]
    return [_bar(labelled(row.item, one.answer), one.count, answered, one.in_key) for one in row.figures.chosen]


def _bar(label: str, count: int, answered: int, in_key: bool) -> Bar:
    return Bar(label, count, round(_BARS * count / answered, 2) if answered else 0.0, in_key)
