"""The folder of an exercise: the exercise and its key, and the forms that are made of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from readoutdiff.checksums import sha256
from readoutdiff.errors import ExerciseError, ReadoutdiffError, UsageError
from readoutdiff.exercise.keyfile import bytes_in, key_toml, read_key
from readoutdiff.exercise.values import EXERCISE, Exercise, Key, asked
from readoutdiff.lexicon.foreign import from_json
from readoutdiff.render.words import counted
from readoutdiff.writing import refuse_to_replace, write_all, write_whole

_EXERCISE, _KEY = "exercise.json", "key.toml"
_WORD = ("worksheet.docx", "answer-sheet.docx")


def write_folder(
    folder: Path, exercise: Exercise, key: Key, *, word: bool = False, force: bool = False, spared: Sequence[str | Path | None] = ()
) -> list[Path]:
    """Write all files of an exercise, and say which; `word` adds the forms for Word.

    Raises UsageError where the folder has something in it and `force` does not say to write there all the same, where one of the
    files to write is among those that are `spared`, as what it was made of is, or where the folder has a key in which a teacher has
    confirmed something: that is never written over; or where the extra for Word is not installed. Raises InputError where the files
    cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: is a file; name a folder")
    if folder.exists() and any(folder.iterdir()) and not force:
        raise UsageError(f"{folder}: is not empty; name another folder, or write into it with --force")
    confirmed = _confirmed(folder)
    if confirmed:
        raise UsageError(f"{folder}: its key has {counted(confirmed, 'confirmed answer')}, which would be lost; name another folder")
    word = word or (folder / _WORD[0]).exists()
    files = {_EXERCISE: exercise.to_json(), _KEY: key_toml(exercise, key).encode("utf-8"), **_forms(exercise, key, word)}
    refuse_to_replace((folder / name for name in files), spared, "folder")
    return _write(folder, files)


def _confirmed(folder: Path) -> int:
    """How many answers of a key that is there somebody has confirmed."""
    try:
        _, key = read_folder(folder)
    except ReadoutdiffError:
        return 0
    return sum(answer.confirmed for answer in key.items)


def read_folder(folder: Path) -> tuple[Exercise, Key]:
    """The exercise and the key in a folder. Raises InputError and ExerciseError where they are not as they should be."""
    path = folder / _EXERCISE
    data = bytes_in(path)
    try:
        exercise = from_json(data, Exercise)
    except msgspec.DecodeError as error:
        raise ExerciseError(f"{path}: is no exercise ({error}); make it again") from error
    if exercise.schema != EXERCISE:
        raise ExerciseError(f"{path}: has schema {exercise.schema!r}, not {EXERCISE!r}; it is of another version")
    return exercise, read_key(folder / _KEY, exercise, sha256(data))


def build(folder: Path, *, word: bool = False, feedback: bool = True) -> list[Path]:
    """Write the forms of a folder anew from its key, those for Word too where they are there; key and exercise stay as they are.

    Without `feedback` the page for students has no key, as it has none where the exercise was made so. Raises as `read_folder` and
    `write_folder` do.
    """
    exercise, key = read_folder(folder)
    return _write(folder, _forms(exercise, key, word or (folder / _WORD[0]).exists(), feedback))


def save_key(folder: Path, exercise: Exercise, key: Key) -> None:
    """Write a reviewed key. Raises InputError where it cannot be written."""
    write_whole(folder / _KEY, key_toml(exercise, key).encode("utf-8"))


def _forms(exercise: Exercise, key: Key, word: bool, feedback: bool = True) -> dict[str, bytes]:
    from readoutdiff.exercise.forms.canvas import canvas_markdown
    from readoutdiff.exercise.forms.gift import moodle_gift
    from readoutdiff.exercise.forms.moodle import moodle_xml
    from readoutdiff.exercise.forms.page import student_page
    from readoutdiff.exercise.forms.sheets import answer_sheet, worksheet
    from readoutdiff.exercise.forms.table import answers_form

    exercise = asked(exercise, key)
    forms = {
        "worksheet.html": worksheet(exercise).encode("utf-8"),
        "answer-sheet.html": answer_sheet(exercise, key).encode("utf-8"),
        "page.html": student_page(exercise, key.exercise, key if exercise.feedback and feedback else None).encode("utf-8"),
        "answers.csv": answers_form(exercise),
        "moodle.xml": moodle_xml(exercise, key),
        "moodle.gift": moodle_gift(exercise, key).encode("utf-8"),
        "canvas.md": canvas_markdown(exercise, key).encode("utf-8"),
    }
    return forms | _word(exercise, key) if word else forms


def _word(exercise: Exercise, key: Key) -> dict[str, bytes]:
    from readoutdiff.exercise.forms.word import answer_sheet_docx, worksheet_docx

    return dict(zip(_WORD, (worksheet_docx(exercise), answer_sheet_docx(exercise, key)), strict=True))


def _write(folder: Path, files: dict[str, bytes]) -> list[Path]:
    paths = {folder / name: data for name, data in files.items()}
    write_all(folder, paths)
    return list(paths)
