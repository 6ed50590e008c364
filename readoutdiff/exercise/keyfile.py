"""key.toml: the key as a teacher edits it, each answer under its question."""

from __future__ import annotations

import textwrap
from pathlib import Path

import msgspec
import tomli_w

from readoutdiff.errors import ExerciseError, InputError
from readoutdiff.escaping import in_toml
from readoutdiff.exercise.given import problem_of
from readoutdiff.exercise.values import KEY, Answer, Exercise, Item, Key
from readoutdiff.lexicon.foreign import bytes_of, from_toml
from readoutdiff.render.shown import plain

_HEAD = """\
# The key of an exercise. It is yours: change any answer, its evidence and its reason, and set confirmed = true for what you
# vouch for. `readoutdiff exercise review` walks through what is not confirmed; `readoutdiff exercise build` makes the forms anew.
#
# answer      an id of those in the comment above it; several or an order in brackets; words where the question asks for words
# evidence    passages: a student's quotation counts when it is found in one of them
# beside      passages of the other side: where there are some, words of one of these are wanted too
# why         is shown to the student with the answer
# confirmed   false: made by the program, and seen by nobody yet
# dropped     true takes a question out of all forms and marks
"""
_WIDTH = 120


def key_toml(exercise: Exercise, key: Key) -> str:
    """The key as text to edit; reading it again gives the same key."""
    items = {item.id: item for item in exercise.items}
    head = tomli_w.dumps({"schema": key.schema, "exercise": key.exercise})
    return "\n".join([_HEAD, head, *(_entry(items[answer.id], answer) for answer in key.items)])


def _entry(item: Item, answer: Answer) -> str:
    told = [item.prompt, *(f"“{p.marked}”" for p in item.passages)] if item.kind != "left-out" else [item.prompt]
    if item.options:
        told.append(f"Options: {'; '.join(f'{o.id} ({o.label})' for o in item.options)}")
    comment = "\n".join(textwrap.fill(plain(line), _WIDTH, initial_indent="# ", subsequent_indent="#   ") for line in told)
    fields = {k: v for k, v in msgspec.to_builtins(answer).items() if v or k in ("confirmed", "id")}
    return f"{comment}\n[[items]]\n{in_toml(tomli_w.dumps(fields, multiline_strings=True))}"


def read_key(path: Path, exercise: Exercise, mark: str) -> Key:
    """The key in a file. Raises ExerciseError where it is no key, or not of this exercise, or an answer is none of the options."""
    data = bytes_in(path)
    try:
        key = from_toml(data, Key)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ExerciseError(f"{path}: is no key ({error}); mend that line, or make the exercise again") from error
    _check(path, exercise, key, mark)
    return key


def bytes_in(path: Path) -> bytes:
    """What a file of an exercise's folder holds. Raises InputError where it is missing or cannot be read."""
    try:
        return bytes_of(path)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; make the exercise with readoutdiff exercise new") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error


def _check(path: Path, exercise: Exercise, key: Key, mark: str) -> None:
    if key.schema != KEY:
        raise ExerciseError(f"{path}: has schema {key.schema!r}, not {KEY!r}; it is another file, or of another version")
    if key.exercise != mark:
        raise ExerciseError(f"{path}: is the key of another exercise; give the folder it was made in")
    items, answers = {item.id: item for item in exercise.items}, [answer.id for answer in key.items]
    missing = [id_ for id_ in items if answers.count(id_) != 1] or [id_ for id_ in answers if id_ not in items]
    if missing:
        raise ExerciseError(f"{path}: {missing[0]}: must be there once, as in the exercise; put it back")
    for answer in key.items:
        item = items[answer.id]
        bare = item.shape == "quote" and not answer.evidence
        problem = "has no evidence; name a passage as its evidence" if bare else problem_of(item, answer.answer)
        if problem and not answer.dropped:
            raise ExerciseError(f"{path}: {answer.id}: {problem}")
