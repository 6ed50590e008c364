"""A class of thirty whose behaviour is known: fifteen who know, fifteen who mostly do not.

A letter is what a student gives, a point where it is nothing. `who-3` has a wrong answer that half of the class takes, at `who-4` all
guess, and of `who-5` the key is wrong on purpose.
"""

from typing import Any

from readoutdiff.exercise.values import Answer, Answers, Exercise, Item, Key, Option
from readoutdiff.value import replace
from tests.exercises import EXERCISE, MARK, SIDES

_SIDES = (Option("no", "Norway"), Option("se", "Sweden"), Option("both", "both"), Option("outlet", "the outlet itself"))
_POINTS = (Option("brigades", "the fire brigades"), Option("herring", "herring"), Option("train", "the night train"))
_WAYS = (Option("date", "the date"), Option("firm", "how firmly it is put"), Option("place", "the place"))
_PRICE = "its price should be low enough for students and families"
_WHO = {"n": "no", "s": "se", "b": "both", "o": "outlet"}
_COLUMNS = {"n": "only-no", "b": "both", "s": "only-se"}
_SETS = {"d": ("date",), "f": ("date", "firm"), "p": ("date", "place"), "m": ("date", "firm", "place")}
_ORDERS = {"t": ("train", "brigades", "herring"), "b": ("brigades", "train", "herring"), "h": ("herring", "brigades", "train")}
_QUOTED = {"q": _PRICE, "w": "The bridge at Kornsjø, mended!", "v": "the bridge at kornsjø mended", "x": "herring"}
_WORDS = {"w": "Both tell of a train."}

# item: its key, what the letters stand for, what the fifteen give who know, and what the others do
CLASS: dict[str, tuple[str | tuple[str, ...], dict[str, Any], str, str]] = {
    "who-1": ("no", _WHO, "nnnnnnnnnnnnnnn", "nnnnnnnnnnssss."),
    "who-2": ("se", _WHO, "ssssssssssssssb", "ssssnnnnbbbboo."),
    "who-3": ("both", _WHO, "bbbbbbbbbbbbbbb", "nnnnnnnnnnnnnnn"),
    "who-4": ("outlet", _WHO, "nsbonsbonsbonsb", "onsbonsbonsbons"),
    "who-5": ("se", _WHO, "nnnnnnnnnnnnnns", "nnnnnnssssbbboo"),
    "col-1": ("only-no", _COLUMNS, "nnnnnnnnnnnnnbb", "nnnnnbbbbbsssss"),
    "weight-1": (("train", "brigades", "herring"), _ORDERS, "ttttttttttttttt", "bbbbbbbbbhhhhh."),
    "left-1": ((), _QUOTED, "qqqqqqqqqqqqqqq", "wwwvvvxxxx....."),
    "word-1": (("date", "firm"), _SETS, "fffffffffffffmm", "ddddddddpppppp."),
    "write-1": ("Norway said May, Sweden said June.", _WORDS, "wwwwwwwwwwwwwww", "wwwwwwwwww....."),
}


def _item(id_, kind, shape, prompt, options=()):
    return Item(id=id_, kind=kind, shape=shape, prompt=prompt, options=options)


ITEMS = (
    *(_item(f"who-{n}", "who-says-it", "choice", "Whose account is this?", _SIDES) for n in range(1, 6)),
    _item("col-1", "three-columns", "choice", "Who raises the bridge at Kornsjø?", SIDES),
    _item("left-1", "left-out", "quote", "Where does Norway's readout speak of the price?"),
    _item("weight-1", "weight", "order", "To which of these does Norway's readout give most words?", _POINTS),
    _item("word-1", "wording", "several", "In what do the two accounts differ?", _WAYS),
    _item("write-1", "write-it", "text", "Write a paragraph that tells both accounts."),
)
THIRTY: Exercise = replace(EXERCISE, items=ITEMS)
THIRTY_KEY = Key(
    exercise=MARK,
    items=tuple(
        Answer(id=item.id, answer=CLASS[item.id][0], evidence=(_PRICE,) if item.shape == "quote" else (), confirmed=True) for item in ITEMS
    ),
)


def _given(letters, meaning, place):
    return meaning[letters[place]] if letters[place] != "." else ""


STUDENTS = tuple(
    Answers(
        exercise=MARK,
        student=f"{'knows' if half == 2 else 'weak'}-{place + 1:02}",
        answers={id_: _given(row[half], row[1], place) for id_, row in CLASS.items()},
    )
    for half in (2, 3)
    for place in range(15)
)
