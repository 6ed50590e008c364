"""readoutdiff compares governments' accounts of one call.

>>> from readoutdiff import compare, read
>>> result = compare(read("Norway said A. Sweden said B.", name="story.txt"))
>>> result.outcome
'no_sides'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from readoutdiff.errors import CorrectionsError, ExerciseError, InputError, LexiconError, ReadoutdiffError, UsageError
from readoutdiff.version import __version__

if TYPE_CHECKING:
    from readoutdiff.alignment.matrix import similarity as similarity
    from readoutdiff.contract import Comparison as Comparison
    from readoutdiff.corpus.case import Case as Case
    from readoutdiff.corpus.case import Text as Text
    from readoutdiff.corpus.comparing import Compared as Compared
    from readoutdiff.corpus.comparing import compare_many as compare_many
    from readoutdiff.corpus.sources import read_cases as read_cases
    from readoutdiff.corrections.saving import corrections_of as corrections_of
    from readoutdiff.exercise.grading import grade as grade
    from readoutdiff.exercise.making import make_exercise as make_exercise
    from readoutdiff.pipeline import compare as compare
    from readoutdiff.pipeline import label as label
    from readoutdiff.reading import read as read
    from readoutdiff.reading import read_file as read_file
    from readoutdiff.render.excerpts import without_texts as without_texts

__all__ = [
    "Case",
    "Compared",
    "Comparison",
    "CorrectionsError",
    "ExerciseError",
    "InputError",
    "LexiconError",
    "ReadoutdiffError",
    "Text",
    "UsageError",
    "__version__",
    "compare",
    "compare_many",
    "corrections_of",
    "grade",
    "label",
    "make_exercise",
    "read",
    "read_cases",
    "read_file",
    "similarity",
    "without_texts",
]

_HOMES = {
    "Case": "corpus.case",
    "Compared": "corpus.comparing",
    "Comparison": "contract",
    "Text": "corpus.case",
    "compare": "pipeline",
    "compare_many": "corpus.comparing",
    "corrections_of": "corrections.saving",
    "grade": "exercise.grading",
    "label": "pipeline",
    "make_exercise": "exercise.making",
    "read": "reading",
    "read_cases": "corpus.sources",
    "read_file": "reading",
    "similarity": "alignment.matrix",
    "without_texts": "render.excerpts",
}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is asked for: `readoutdiff --version` need not load the matcher."""
    if name not in _HOMES:
        raise AttributeError(f"module 'readoutdiff' has no attribute {name!r}")
    value = getattr(import_module(f"readoutdiff.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
