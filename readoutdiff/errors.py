"""What can go wrong with what a user gives, each with the exit status it leads to."""

from __future__ import annotations


class ReadoutdiffError(Exception):
    """A wrong input or a wrong use. Its text is one line: what, why, and how to mend it."""

    exit_status = 2

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.splitlines()))  # what it quotes of a file may have line ends


class InputError(ReadoutdiffError):
    """A text that cannot be read."""


class UsageError(ReadoutdiffError):
    """Arguments that do not go together."""


class CorrectionsError(ReadoutdiffError):
    """A file of corrections that is not as it should be; names the file and the entry."""


class LexiconError(ReadoutdiffError):
    """A lexicon file that is not as it should be; names the file and the key."""


class ExerciseError(ReadoutdiffError):
    """An exercise, a key or answers that are not as they should be; names the file and the item."""
