"""Students' answers as files: the page's JSON, one a student, or CSV with the columns student,item,answer."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from readoutdiff.errors import ExerciseError, InputError
from readoutdiff.exercise.values import ANSWERS, Answers, Exercise, Failure

_COLUMNS = ("student", "item", "answer")
_PARTS = ";"  # between the answers to an item that has several
_ENDINGS = (".json", ".csv")


def gather_answers(paths: Sequence[str], exercise: Exercise, mark: str) -> tuple[list[Answers], list[Failure]]:
    """The answers in files and folders, by student, and what is wrong with those that cannot be graded.

    Raises InputError where nothing is there to read.
    """
    files = [file for path in paths for file in _files(Path(path))]
    found: dict[str, Answers] = {}
    failures: list[Failure] = []
    for file in files:
        try:
            for answers in read_answers(file, exercise, mark):
                if answers.student in found:
                    raise ExerciseError(f"student {answers.student} is in another file too; give each student's answers once")
                found[answers.student] = answers
        except (ExerciseError, InputError) as error:
            failures.append(Failure(file=file.name, problem=str(error)))
    return [found[student] for student in sorted(found)], failures


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.suffix.lower() in _ENDINGS)
        if not files:
            raise InputError(f"{path}: has no answers; give a folder with .json or .csv files")
        return files
    if not path.is_file():
        raise InputError(f"{path}: no such file; check the name")
    return [path]


def read_answers(file: Path, exercise: Exercise, mark: str) -> list[Answers]:
    """The answers in one file. Raises ExerciseError where it has none, those of another exercise, or an item that is not there."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}); check its permissions") from error
    found = _json(data, mark) if data.lstrip()[:1] == b"{" else list(_csv(data, exercise, mark))
    items = {item.id for item in exercise.items}
    for answers in found:
        strange = next((id_ for id_ in answers.answers if id_ not in items), None)
        if strange is not None:
            raise ExerciseError(f"student {answers.student}: {strange!r} is no item of this exercise")
    return found


def _json(data: bytes, mark: str) -> list[Answers]:
    try:
        answers = msgspec.json.decode(data, type=Answers)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ExerciseError(f"are no answers ({error}); save them from the page again") from error
    if answers.schema != ANSWERS:
        raise ExerciseError(f"has schema {answers.schema!r}, not {ANSWERS!r}; it is another file, or of another version")
    if answers.exercise != mark:
        raise ExerciseError("are answers to another exercise; give the key that belongs to them")
    if not answers.student.strip():
        raise ExerciseError("name no student; write an id")
    return [answers]


def _csv(data: bytes, exercise: Exercise, mark: str) -> Iterator[Answers]:
    try:
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise ExerciseError(f"is no CSV in UTF-8 ({error}); save it again as CSV UTF-8") from error
    if not rows or any(column not in rows[0] for column in _COLUMNS):
        raise ExerciseError(f"has not the columns {', '.join(_COLUMNS)}; fill in answers.csv as it was made")
    shapes = {item.id: item.shape for item in exercise.items}
    students: dict[str, dict[str, str | tuple[str, ...]]] = {}
    for row in rows:
        student, item, answer = ((row[column] or "").strip() for column in _COLUMNS)
        if not student and answer:
            raise ExerciseError(f"the answer to {item} has no student; write an id")
        if student:
            parts = tuple(part.strip() for part in answer.split(_PARTS) if part.strip())
            students.setdefault(student, {})[item] = parts if shapes.get(item) in ("several", "order") else answer
    if not students:
        raise ExerciseError("has no answers; fill in the columns student and answer")
    yield from (Answers(exercise=mark, student=student, answers=given) for student, given in students.items())


def answers_csv(answers: Answers) -> bytes:
    """One student's answers as CSV, as `read_answers` reads it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for item, answer in answers.answers.items():
        writer.writerow((answers.student, item, answer if isinstance(answer, str) else f"{_PARTS} ".join(answer)))
    return out.getvalue().encode("utf-8-sig")
