"""`readoutdiff exercise`: new, review, build, grade."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from readoutdiff.commands.help import COMPARED, SHOWN, WRITTEN, Command, group
from readoutdiff.commands.options import (
    CorrectionsOption,
    DateOption,
    EncodingOption,
    FilesArgument,
    LanguageOption,
    LexiconOption,
    ReadoutOption,
    SidesOption,
    split_sides,
)
from readoutdiff.commands.statuses import FAILED
from readoutdiff.errors import InputError, UsageError
from readoutdiff.exercise.values import KINDS, Kind, Level
from readoutdiff.inputs import Given, gather, paths_of
from readoutdiff.render.words import counted
from readoutdiff.saying import say, warn

app = group("exercise", "Make an exercise for training of a story or of readouts, and mark what students answered.")


def _kinds(incomplete: str) -> list[str]:
    return [kind for kind in KINDS if kind.startswith(incomplete)]


OutOption = Annotated[Path, typer.Option(metavar="DIR", help="The folder to write; it must be empty.", rich_help_panel=WRITTEN)]
KindOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KIND",
        autocompletion=_kinds,
        rich_help_panel=SHOWN,
        help=f"What to ask, once for each: {', '.join(KINDS)}. Without it: all that the texts allow.",
    ),
]
ItemsOption = Annotated[int, typer.Option(min=1, metavar="N", help="Questions of each kind, at most.", rich_help_panel=SHOWN)]
LevelOption = Annotated[Level, typer.Option(help="beginner: only words whose source is named with them.", rich_help_panel=SHOWN)]
SeedOption = Annotated[int, typer.Option(metavar="N", help="Another number gives another choice of questions.", rich_help_panel=SHOWN)]
TitleOption = Annotated[str | None, typer.Option(metavar="WORDS", help="Stands at the head of all forms.", rich_help_panel=SHOWN)]
TimeOption = Annotated[int | None, typer.Option(min=1, metavar="MINUTES", help="The time for it.", rich_help_panel=SHOWN)]
NoTextOption = Annotated[
    bool, typer.Option("--no-text", help="Leave out the texts but for the passages asked about.", rich_help_panel=WRITTEN)
]
NoFeedbackOption = Annotated[
    bool, typer.Option("--no-feedback", help="Leave the key out of the page for students altogether.", rich_help_panel=WRITTEN)
]
ForceOption = Annotated[bool, typer.Option("--force", help="Write into a folder that is not empty.", rich_help_panel=WRITTEN)]
FolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of an exercise.", rich_help_panel=COMPARED)]
WordOption = Annotated[
    bool, typer.Option("--word", help="Write worksheet and answer sheet for Word too (extra docx).", rich_help_panel=WRITTEN)
]
KeyArgument = Annotated[Path, typer.Argument(metavar="KEY", help="The key.toml of the exercise, in its folder.", rich_help_panel=COMPARED)]
AnswersArgument = Annotated[
    list[str], typer.Argument(metavar="ANSWERS...", help="Files that students saved, or folders of them.", rich_help_panel=COMPARED)
]
MarksOption = Annotated[
    Literal["text", "csv", "json"],
    typer.Option("--format", "-f", help="Tables to read, a gradebook, or all.", rich_help_panel=WRITTEN),
]
MarksFolderOption = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="Write the gradebook, the questions as a table and a page for you, and what each student is told.",
        rich_help_panel=WRITTEN,
    ),
]

_NEW = """\b
Examples
  readoutdiff exercise new story.txt --out lesson
  readoutdiff exercise new story.txt --out sort --kind who-says-it --items 6
  readoutdiff exercise new il.txt ru.txt --out write --kind write-it --time 45
"""


@app.command("new", cls=Command, epilog=_NEW)
def new(
    out: OutOption,
    files: FilesArgument = None,
    readout: ReadoutOption = None,
    sides: SidesOption = None,
    kind: KindOption = None,
    items: ItemsOption = 8,
    level: LevelOption = "beginner",
    seed: SeedOption = 0,
    title: TitleOption = None,
    time: TimeOption = None,
    no_text: NoTextOption = False,
    no_feedback: NoFeedbackOption = False,
    word: WordOption = False,
    force: ForceOption = False,
    date: DateOption = None,
    lexicon: LexiconOption = None,
    encoding: EncodingOption = None,
    language: LanguageOption = None,
    corrections: CorrectionsOption = None,
) -> None:
    """Make an exercise with its key and its forms.

    In the folder are then the questions (exercise.json), the key for you to check (key.toml), a worksheet to print, an answer sheet for
    you, a page that marks itself, an empty form for answers (answers.csv), and files to import into Moodle (moodle.xml, moodle.gift) and
    Canvas (canvas.md), which have the key in them.

    Only what is sure is asked: nothing whose owner is inferred, no verdict that is left open, unless you confirmed it.
    """
    from readoutdiff.exercise.folder import write_folder
    from readoutdiff.exercise.making import make_exercise
    from readoutdiff.pipeline import compare

    documents = gather(files or [], readout or [], Given(encoding, language, date))
    given_back = str(corrections) if corrections else None
    compared = compare(*documents, sides=split_sides(sides), lexicon=lexicon, corrections=given_back)
    exercise, key = make_exercise(
        compared,
        _known(kind or ()),
        items=items,
        level=level,
        seed=seed,
        title=title,
        minutes=time,
        texts=not no_text,
        feedback=not no_feedback,
    )
    read = [*paths_of(files or [], readout or []), lexicon, corrections]
    written = write_folder(out, exercise, key, word=word, force=force, spared=read)
    say(f"{out}: {counted(len(exercise.items), 'question')}; {', '.join(path.name for path in written)}")
    say(f"The answers are the program's. Check them: readoutdiff exercise review {out}")


def _known(kinds: Sequence[str]) -> list[Kind]:
    """The kinds that were asked for. Raises UsageError for one that is none."""
    strange = next((kind for kind in kinds if kind not in KINDS), None)
    if strange is not None:
        raise UsageError(f"--kind {strange}: is not there; the kinds are {', '.join(KINDS)}")
    return [known for known in KINDS if known in kinds]


_REVIEW = """\b
Examples
  readoutdiff exercise review lesson
  readoutdiff exercise build lesson
"""


@app.command("review", cls=Command, epilog=_REVIEW)
def review(folder: FolderArgument) -> None:
    """Confirm or change the answers of the key.

    Walks through all that you have not confirmed yet. What you decide is written into key.toml at once. Then make the forms anew
    with readoutdiff exercise build.
    """
    from readoutdiff.exercise.folder import read_folder, save_key
    from readoutdiff.exercise.reviewing import outcome
    from readoutdiff.exercise.reviewing import review as walk

    exercise, key = read_folder(folder)
    for decided in walk(exercise, key, _ask, typer.echo):
        save_key(folder, exercise, decided)
        key = decided
    typer.echo(f"\n{outcome(key)}. Forms anew: readoutdiff exercise build {folder}")


def _ask(prompt: str) -> str:
    """A line that is typed; the end of the input stops the walk."""
    typer.echo(prompt, nl=False)
    line = sys.stdin.readline()
    return line if line else "q"


@app.command("build", cls=Command)
def build(folder: FolderArgument, no_feedback: NoFeedbackOption = False, word: WordOption = False) -> None:
    """Make the forms anew from the key.

    Do this after a review, or when you have edited key.toml. With --no-feedback the page for students has no key in it, for a test.
    """
    from readoutdiff.exercise.folder import build as forms

    written = forms(folder, word=word, feedback=not no_feedback)
    say(f"{folder}: {', '.join(path.name for path in written)}")


_GRADE = """\b
Examples
  readoutdiff exercise grade lesson/key.toml answers/
  readoutdiff exercise grade lesson/key.toml answers/ --out marks

\b
Exit status: 0 all are marked, 2 wrong usage, 4 some answers could not be
read: they are named, the rest is marked.
"""


@app.command("grade", cls=Command, epilog=_GRADE)
def grade(
    key: KeyArgument,
    answers: AnswersArgument,
    format: MarksOption = "text",  # noqa: A002
    out: MarksFolderOption = None,
) -> None:
    """Mark what students answered.

    One option: right or wrong. Several, and orders: in part. A quotation counts when it is found in the evidence of the key. What no
    machine can mark, as words of one's own, is listed for you and never guessed.

    Then what the class made of each question: how many are right, what they give instead, and whether anything speaks for a look at the
    key.
    """
    from readoutdiff.exercise.answers import files_of, gather_answers
    from readoutdiff.exercise.folder import read_folder
    from readoutdiff.exercise.grading import grade as mark
    from readoutdiff.exercise.marks import as_bytes, write_marks

    if key.name != "key.toml":
        raise UsageError(f"{key}: give the key.toml of the exercise, in its folder")
    if not key.exists():
        raise InputError(f"{key}: no such file; make the exercise with: readoutdiff exercise new, or check the name")
    exercise, kept = read_folder(key.parent)
    given, failures = gather_answers(answers, exercise, kept.exercise)
    grades = mark(exercise, kept, given, failures)
    if out is not None:
        write_marks(out, exercise, kept, given, grades, spared=[key, *files_of(answers)])
    sys.stdout.buffer.write(as_bytes(format, exercise, kept, given, grades))
    for failure in grades.failures:
        warn(f"{failure.file}: {failure.problem}")
    if grades.failures:
        raise typer.Exit(FAILED)
