"""Students' answers as files: the page's JSON, one a student, or CSV with the columns student,item,answer and of one student or many."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from readoutdiff.errors import ExerciseError, InputError
from readoutdiff.exercise.forms.table import COLUMNS
from readoutdiff.exercise.given import split
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
            given, problems = read_answers(file, exercise, mark)
        except (ExerciseError, InputError) as error:
            failures.append(Failure(file=file.name, problem=str(error)))
            continue
        failures += [Failure(file=file.name, problem=problem) for problem in problems]
        for answers in given:
            found.setdefault(answers.student, []).append((file.name, answers))
    return found, failures


def _problem(student: str, several: Sequence[Named], exercise: Exercise) -> str:
    """Why one student's answers cannot be graded; '' where they can."""
    if len(several) > 1:
        return f"student {student} is there {len(several)} times; give each student's answers once"
    items = {item.id for item in exercise.items}
    strange = next((id_ for id_ in several[0][1].answers if id_ not in items), None)
    return f"student {student}: {strange!r} is no item of this exercise; nothing of {student} was marked" if strange is not None else ""


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


def read_answers(file: Path, exercise: Exercise, mark: str) -> tuple[list[Answers], list[str]]:
    """The answers in one file, and what is wrong with rows of it that count for nobody.

    Raises ExerciseError where it has no answers, or those of another exercise.
    """
    try:
        data = bytes_of(file)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}); check its permissions") from error
    return (_json(data, mark), []) if data.lstrip()[:1] == b"{" else _csv(data, exercise, mark)


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


def _csv(data: bytes, exercise: Exercise, mark: str) -> tuple[list[Answers], list[str]]:
    """A student with two answers to one item is not graded: nobody can tell which counts, and none would be 0."""
    items = {item.id: item for item in exercise.items}
    students: dict[str, dict[str, Given]] = {}
    twice: dict[str, str] = {}
    problems: list[str] = []
    for student, item, answer in _rows(data):
        if not student and answer:
            problems.append(f"the answer {answer!r} to {item} has no student; write an id")
        elif item in students.get(student, {}):
            twice.setdefault(student, item)
        elif student:
            students.setdefault(student, {})[item] = split(items[item], answer) if item in items else answer
    if not students:
        raise ExerciseError("has no answers; fill in the columns student and answer")
    problems += [
        f"student {student} has two answers to {item}; leave one: nothing of {student} was marked" for student, item in twice.items()
    ]
    return [Answers(exercise=mark, student=s, answers=given) for s, given in students.items() if s not in twice], problems


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
