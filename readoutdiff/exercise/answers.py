"""Students' answers as files: the page's JSON, one a student, or CSV with the columns student,item,answer and of one student or many."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from readoutdiff.errors import ExerciseError, InputError
from readoutdiff.exercise.forms.table import COLUMNS
from readoutdiff.exercise.values import ANSWERS, Answers, Exercise, Failure, Given
from readoutdiff.lexicon.foreign import bytes_of, from_json
from readoutdiff.value import replace

_ENDINGS = (".json", ".csv")


def gather_answers(paths: Sequence[str], exercise: Exercise, mark: str) -> tuple[list[Answers], list[Failure]]:
    """The answers in files and folders, by student, and what is wrong with those that cannot be graded.

    What is wrong with one student's answers keeps nobody else's from being graded; whoever is there twice is not graded at all, for
    nobody can tell which answers count. Raises InputError where nothing is there to read.
    """
    found, failures = _by_student(files_of(paths), exercise, mark)
    sure: list[Answers] = []
    for student, several in sorted(found.items()):
        problem = _problem(student, several, exercise)
        if problem:
            failures += [Failure(file=name, problem=problem) for name in dict.fromkeys(name for name, _ in several)]
        else:
            sure.append(several[0][1])
    return sure, sorted(failures, key=lambda failure: failure.file)


Named = tuple[str, Answers]  # answers, and the file that has them


def _by_student(files: Sequence[Path], exercise: Exercise, mark: str) -> tuple[dict[str, list[Named]], list[Failure]]:
    found: dict[str, list[Named]] = {}
    failures: list[Failure] = []
    for file in files:
        try:
            given = read_answers(file, exercise, mark)
        except (ExerciseError, InputError) as error:
            failures.append(Failure(file=file.name, problem=str(error)))
            continue
        for answers in given:
            found.setdefault(answers.student, []).append((file.name, answers))
    return found, failures


def _problem(student: str, several: Sequence[Named], exercise: Exercise) -> str:
    """Why one student's answers cannot be graded; '' where they can."""
    if len(several) > 1:
        return f"student {student} is there {len(several)} times; give each student's answers once"
    items = {item.id for item in exercise.items}
    strange = next((id_ for id_ in several[0][1].answers if id_ not in items), None)
    return f"student {student}: {strange!r} is no item of this exercise" if strange is not None else ""


def files_of(paths: Sequence[str]) -> list[Path]:
    """The files of answers, those in folders too. Raises InputError where nothing is there to read."""
    return [file for path in paths for file in _files(Path(path))]


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.suffix.lower() in _ENDINGS)
        if not files:
            raise InputError(f"{path}: has no answers; give a folder with .json or .csv files")
        return files
    if not path.exists():
        raise InputError(f"{path}: no such file; check the name")
    return [path]


def read_answers(file: Path, exercise: Exercise, mark: str) -> list[Answers]:
    """The answers in one file. Raises ExerciseError where it has none, or those of another exercise."""
    try:
        data = bytes_of(file)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}); check its permissions") from error
    return _json(data, mark) if data.lstrip()[:1] == b"{" else list(_csv(data, exercise, mark))


def _json(data: bytes, mark: str) -> list[Answers]:
    try:
        answers = from_json(data, Answers)
    except msgspec.DecodeError as error:
        raise ExerciseError(f"are no answers ({error}); save them from the page again") from error
    if answers.schema != ANSWERS:
        raise ExerciseError(f"has schema {answers.schema!r}, not {ANSWERS!r}; it is another file, or of another version")
    if answers.exercise != mark:
        raise ExerciseError("are answers to another exercise; give the key that belongs to them")
    student = answers.student.strip()
    if not student:
        raise ExerciseError("name no student; write an id")
    return [replace(answers, student=student)]


def _csv(data: bytes, exercise: Exercise, mark: str) -> Iterator[Answers]:
    shapes = {item.id: item.shape for item in exercise.items}
    students: dict[str, dict[str, Given]] = {}
    for student, item, answer in _rows(data):
        if not student and answer:
            raise ExerciseError(f"the answer to {item} has no student; write an id")
        if item in students.get(student, {}):
            raise ExerciseError(f"student {student} has two answers to {item}; leave one")
        if student:
            students.setdefault(student, {})[item] = _parts(answer) if shapes.get(item) in ("several", "order") else answer
    if not students:
        raise ExerciseError("has no answers; fill in the columns student and answer")
    yield from (Answers(exercise=mark, student=student, answers=given) for student, given in students.items())


def _rows(data: bytes) -> Iterator[tuple[str, str, str]]:
    """The student, the item and the answer of each row."""
    try:
        text = data.decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise ExerciseError(f"is no CSV in UTF-8 ({error}); save it again as CSV UTF-8") from error
    if not rows or any(column not in rows[0] for column in COLUMNS):
        raise ExerciseError(f"has not the columns {', '.join(COLUMNS)}; fill in answers.csv as it was made")
    for row in rows:
        student, item, answer = ((row[column] or "").strip() for column in COLUMNS)
        yield student, item, answer


def _delimiter(text: str) -> str:
    """What stands between the columns: some spreadsheets write semicolons, or tabs."""
    head = text.splitlines()[0] if text else ""
    return next((sign for sign in ",;\t" if set(COLUMNS) <= set(next(csv.reader([head], delimiter=sign), []))), ",")


def _parts(answer: str) -> tuple[str, ...]:
    """The answers to an item that has several, with semicolons between them, or commas."""
    return tuple(part.strip() for part in answer.split(";" if ";" in answer else ",") if part.strip())
