"""The worksheet and the answers as Word documents, which teachers can change before they print them."""

from __future__ import annotations

from readoutdiff.exercise.forms.paper import Paper
from readoutdiff.exercise.forms.questions import Group, Question, about, explained, groups
from readoutdiff.exercise.forms.texts import Text, texts
from readoutdiff.exercise.given import parts
from readoutdiff.exercise.values import Answer, Exercise, Item, Key
from readoutdiff.render.words import PROMISE

_UNDERLINED = " The questions are about the words that are underlined; the rest of a sentence only shows where they stand."


def worksheet_docx(exercise: Exercise) -> bytes:
    """The worksheet for Word, the same bytes for the same exercise. Raises UsageError where the extra for it is not installed."""
    paper = Paper(exercise.title)
    paper.rule("Name ")
    paper.rule("Date ")
    paper.head(exercise.title, 0)
    paper.line(about(exercise))
    paper.line(PROMISE)
    paper.head("Texts", 1)
    for text in texts(exercise):
        _read(paper, text)
    for group in groups(exercise):
        _group(paper, group)
    return paper.packed()


def answer_sheet_docx(exercise: Exercise, key: Key) -> bytes:
    """The teacher's sheet for Word. Raises UsageError where the extra for it is not installed."""
    paper = Paper(f"{exercise.title}: answers")
    paper.head(f"{exercise.title}: answers", 0)
    paper.line(f"For the teacher · {about(exercise)}")
    paper.line(PROMISE)
    for question, answer in explained(exercise, key):
        _ask(paper, question)
        evidence = [f"Evidence: “{words}”" for words in answer.evidence] + [f"And: “{words}”" for words in answer.beside]
        for line in (*_given(question.item, answer), *evidence, answer.why):
            paper.line(line, kept=True)
        paper.line("Confirmed by the teacher." if answer.confirmed else "Made by machine, not confirmed.")
    return paper.packed()


def _read(paper: Paper, text: Text) -> None:
    paper.head(text.whose, 2)
    paper.line(text.about, kept=True)
    for place, paragraph in enumerate(text.paragraphs):
        if text.parts and place:
            paper.line("[…]")
        paper.numbered([(line.number, line.text) for line in paragraph])


def _group(paper: Paper, group: Group) -> None:
    paper.head(group.head, 1)
    paper.line(f"{group.task}{_UNDERLINED if group.is_marked else ''}", kept=True)
    for meaning in group.meanings:
        paper.line(f"{meaning.label}: {meaning.text}", kept=True)
    if group.columns:
        paper.table(["", *(option.label for option in group.columns)], [_point(question, quote) for question, quote in group.points], "☐")
        return
    for question in group.questions:
        _ask(paper, question)
        paper.line(question.how, kept=True)
        for option in question.item.options:
            paper.line(f"{'____' if question.item.shape == 'order' else '☐'} {option.label}", kept=True)
        for _ in range(question.room):
            paper.rule("", kept=True)
        paper.line(" ")


def _ask(paper: Paper, question: Question) -> None:
    paper.line(f"{question.number}. {question.item.prompt}", kept=True, style="Heading 3")
    for shown in question.passages:
        passage = shown.passage
        paper.quotation(f"{shown.whose}: " if shown.whose else "", passage.before, passage.text, passage.after)


def _point(question: Question, quote: Question | None) -> str:
    """What stands in the first column of the sheet of three."""
    passages = [f"“{shown.passage.text}”" for shown in question.passages]
    proof = [f"{quote.number}. {quote.item.prompt}", *[""] * quote.room] if quote else []
    return "\n".join([f"{question.number}. {question.item.prompt}", *passages, *proof])


def _given(item: Item, answer: Answer) -> list[str]:
    labels = item.labels
    if item.shape == "order":
        return [f"{place}. {labels[id_]}" for place, id_ in enumerate(answer.answer, 1)]
    if item.shape == "quote":
        return ["Words of one of these passages will do."]
    if item.shape == "text":
        return [f"A model answer, to be shown afterwards: {answer.answer}"]
    right = parts(answer.answer)
    return [f"{'☒' if id_ in right else '☐'} {label}" for id_, label in labels.items()]
