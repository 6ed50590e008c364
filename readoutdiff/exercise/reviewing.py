"""A teacher's walk through the answers of a key that nobody has vouched for yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from readoutdiff.exercise.given import problem_of, split
from readoutdiff.exercise.values import Answer, Exercise, Given, Item, Key
from readoutdiff.render.shown import plain
from readoutdiff.render.words import counted
from readoutdiff.value import replace

_HELP = "Return: right as it is. An answer: put it in its place. d: drop the question. s: leave it for later. q: stop. ?: this line."
_TEXT = "Return: right as it is. d: drop the question. s: leave it for later (edit it in key.toml). q: stop. ?: this line."


def review(exercise: Exercise, key: Key, ask: Callable[[str], str], tell: Callable[[str], None]) -> Iterator[Key]:
    """The key after each decision; `ask` shows a line and gives what is typed, `tell` shows a line."""
    items = {item.id: item for item in exercise.items}
    waiting = [answer for answer in key.items if not answer.confirmed]
    for number, answer in enumerate(waiting, 1):
        item = items[answer.id]
        for line in _shown(item, answer, number, len(waiting)):
            tell(_indented(line))
        decided = _decide(item, answer, ask, tell)
        if decided is None:
            return
        if decided is not answer:
            key = replace(key, items=tuple(decided if a.id == answer.id else a for a in key.items))
            yield key


def _shown(item: Item, answer: Answer, number: int, of: int) -> Iterator[str]:
    yield ""
    yield f"{number} of {of}  {item.id}: {item.prompt}"
    yield from (f"   “{p.marked}”" for p in item.passages)
    yield from (f"   {option.id}: {option.label}" for option in item.options)
    yield f"Answer: {_told(answer)}"
    yield from (f"   evidence: “{passage}”" for passage in answer.evidence)
    yield from (f"   and of the other side: “{passage}”" for passage in answer.beside)
    yield from ([f"   why: {answer.why}"] if answer.why else [])
    yield _help(item)


def _indented(line: str) -> str:
    return " " * (len(line) - len(line.lstrip(" "))) + plain(line)


def _told(answer: Answer) -> str:
    return (answer.answer if isinstance(answer.answer, str) else ", ".join(answer.answer)) or "any of the evidence"


def _decide(item: Item, answer: Answer, ask: Callable[[str], str], tell: Callable[[str], None]) -> Answer | None:
    """The answer vouched for or put right; itself where it is left for later, None to stop."""
    while True:
        typed = ask("> ").strip()
        if typed == "q":
            return None
        if typed == "s":
            return answer
        if typed == "d":
            return replace(answer, dropped=True, confirmed=True)
        if not typed:
            return replace(answer, confirmed=True)
        if typed == "?":
            tell(_help(item))
            continue
        given = split(item, typed)
        problem = problem_of(item, given) if item.options else "is answered in key.toml; type Return, d, s or q"
        if not problem:
            return _put_right(answer, given, ask, tell)
        tell(plain(problem))


def _put_right(answer: Answer, given: Given, ask: Callable[[str], str], tell: Callable[[str], None]) -> Answer:
    """Another answer, with the teacher's reason: the program's evidence and reason go, for they were those of its own."""
    tell("The reason and the evidence that stood here were for the other answer, and are gone.")
    why = ask("Why is it so? Students read it (Return: no reason) > ").strip()
    return replace(answer, answer=given, evidence=(), beside=(), why="" if why == "q" else why, confirmed=True)


def _help(item: Item) -> str:
    return _HELP if item.options else _TEXT


def outcome(key: Key) -> str:
    """How far a key has been gone through: '18 of 23 answers confirmed, 4 dropped, 1 left for later'."""
    dropped = sum(answer.dropped for answer in key.items)
    left = sum(not (answer.confirmed or answer.dropped) for answer in key.items)
    confirmed = len(key.items) - dropped - left
    return f"{confirmed} of {counted(len(key.items), 'answer')} confirmed, {dropped} dropped, {left} left for later"
