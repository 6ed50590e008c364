"""The empty form for answers given on paper: a table that any spreadsheet opens."""

from __future__ import annotations

import csv
import io

from readoutdiff.exercise.forms.questions import questions
from readoutdiff.exercise.values import Exercise

COLUMNS = ("student", "item", "answer")


def answers_form(exercise: Exercise) -> bytes:
    """answers.csv: a row an item, in the order of the questions; UTF-8 with a BOM, for spreadsheets look for one (RFC 4180).

    Ids stand as they are, whatever a spreadsheet makes of them: they must come back so.
    """
    rows = io.StringIO(newline="")
    csv.writer(rows).writerows([COLUMNS, *(("", question.item.id, "") for question in questions(exercise))])
    return rows.getvalue().encode("utf-8-sig")
