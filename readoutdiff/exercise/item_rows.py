"""The figures of each item in words, as table, spreadsheet and page have them."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

from readoutdiff.exercise.doubting import LEAST
from readoutdiff.exercise.forms.questions import Question, questions
from readoutdiff.exercise.given import worded
from readoutdiff.exercise.values import Agreement, Exercise, Given, Grades, Item, ItemFigures, Key, Other, asked
from readoutdiff.render.words import counted
from readoutdiff.value import Value

_UNKNOWN = "–"
_FIRST = 34  # characters of a question in a table


class Row(Value, frozen=True, kw_only=True):
    """A question as the sheets number it, with its figures, those that are told in words as words.

    `words` are what it is known by: the first of the passage that it is about, or of what is asked. `key` is the key's answer, ''
    where words are wanted; `others` are the most frequent answers in its place, each with how many gave it.
    """

    question: Question
    figures: ItemFigures
    words: str
    key: str
    right: str
    discrimination: str
    modal: str
    others: str

    @property
    def item(self) -> Item:
        """What was asked."""
        return self.question.item


def rows(exercise: Exercise, key: Key, grades: Grades) -> list[Row]:
    """A row for each question that is asked, in the order of their numbers."""
    figures = {one.item: one for one in grades.items}
    return [_row(question, figures[question.item.id], key) for question in questions(asked(exercise, key))]


def _row(question: Question, figures: ItemFigures, key: Key) -> Row:
    item = question.item
    return Row(
        question=question,
        figures=figures,
        words=_first_words(item),
        key=labelled(item, key.of(item.id).answer) if item.options else "",
        right=_share(figures.score),
        discrimination=signed(figures.discrimination),
        modal=_share(figures.modal),
        others="; ".join(f"{other_words(item, other)} ({other.count})" for other in figures.others),
    )


def labelled(item: Item, answer: Given) -> str:
    """An answer in the words of its options: several with a comma between them, an order with an arrow."""
    return (" → " if item.shape == "order" else ", ").join(worded(item, answer))


def _first_words(item: Item) -> str:
    """As many words as fit into a column."""
    words = item.passages[0].text if item.passages and item.shape != "order" else item.prompt
    return shorten(words, _FIRST, placeholder=" …")


def other_words(item: Item, other: Other) -> str:
    """What was given in place of the key's answer."""
    return "only one side quoted" if other.half else f"{'not chosen: ' if other.left else ''}{labelled(item, other.answer)}"


def _share(figure: float | None) -> str:
    """'62%', or a dash where it is not known."""
    return _UNKNOWN if figure is None else f"{figure:.0%}"


def signed(figure: float | None) -> str:
    """'+0.45', or a dash where it is not known."""
    return _UNKNOWN if figure is None else f"{figure:+.2f}"


def agreed(agreement: Agreement) -> str:
    """What an alpha is of: 'who-says-it, one option (8 questions)'."""
    how = "one option" if agreement.shape == "choice" else "several options"
    return f"{agreement.kind or 'all'}, {how} ({counted(agreement.items, 'question')})"


def on_the_key(figures: Sequence[ItemFigures]) -> str:
    """Whether anything speaks for a look at the key, as far as that can be told, and what to do then."""
    doubted = sum(bool(one.reasons) for one in figures)
    if doubted:
        these = "it" if doubted == 1 else "them"
        return (
            f"{counted(doubted, 'question')} to read again: who is good on the other questions did worse on {these}, "
            "or chose another answer than the key's. "
            f"If the students are right, change key.toml and grade again; if the key is, talk about {these} with the class."
        )
    marked = [one.answered for one in figures if one.score is not None]
    if len(marked) > 1 and max(marked) >= LEAST:
        return f"None of the questions that {LEAST} students or more answered speaks against the key."
    return f"Too few answers to doubt the key: that takes {LEAST} students who answered a question, and another one that is marked."


def on_the_class(grades: Grades) -> str:
    """'30 students, mean 62%, standard deviation 15 points'."""
    mean = "" if grades.mean is None else f", mean {grades.mean:.0%}"
    spread = "" if grades.spread is None else f", standard deviation {counted(round(100 * grades.spread), 'point')}"
    return f"{counted(len(grades.students), 'student')}{mean}{spread}"
