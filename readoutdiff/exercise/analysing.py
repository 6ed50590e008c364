"""Item analysis: how many of a class are right on an item, what they give instead, and whether it tells the better from the weaker.

The discrimination is the corrected item-rest correlation: Pearson's, over the students who answered the item, of their score on it
with the mean of their other items (the point-biserial one where the item is right or wrong). Who gave nothing stands in the score of
the item, as in the marks, and in no other figure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import correlation, fmean

from readoutdiff.exercise.doubting import LEAST, Response, reasons
from readoutdiff.exercise.given import CHOSE, chosen, coded, is_answered, parts
from readoutdiff.exercise.quoting import plain
from readoutdiff.exercise.values import Answer, Answers, Chosen, Exercise, Given, Graded, Item, ItemFigures, Key, Other, asked

_AGAIN = 2  # students who give the same order or wording: of so many kinds one alone tells nothing
EXACT = 9  # digits of a mean: two of the same scores are the same


def analyse(exercise: Exercise, key: Key, class_: Sequence[tuple[Graded, Answers]]) -> tuple[ItemFigures, ...]:
    """The figures of each item that is asked, in the order of the exercise, from the marks of the students and their answers."""
    return tuple(_figures(item, key.of(item.id), place, class_) for place, item in enumerate(asked(exercise, key).items))


def _figures(item: Item, answer: Answer, place: int, class_: Sequence[tuple[Graded, Answers]]) -> ItemFigures:
    scores = [graded.items[place].score for graded, _ in class_]
    marked = [score for score in scores if score is not None]
    responses = [_response(item, place, graded, answers.answers[item.id]) for graded, answers in class_ if _has(answers, item)]
    discrimination = _discrimination(responses)
    is_known = bool(marked) and (len(marked) == len(scores) or any(r.score is not None for r in responses))
    given = Counter(_whole(item, r) for r in responses if r.chosen)
    return ItemFigures(
        item=item.id,
        score=round(fmean(marked), EXACT) if is_known else None,
        answered=len(responses),
        pending=len(scores) - len(marked),
        discrimination=discrimination,
        modal=round(max(given.values()) / given.total(), 4) if given else None,
        chosen=tuple(_chosen(item, parts(answer.answer), responses)),
        others=_most(_others(item, answer, responses)),
        reasons=reasons(item, parts(answer.answer), responses, discrimination),
    )


def _has(answers: Answers, item: Item) -> bool:
    return is_answered(answers.answers.get(item.id, ""))


def _response(item: Item, place: int, graded: Graded, given: Given) -> Response:
    others = [mark.score for n, mark in enumerate(graded.items) if n != place and mark.score is not None]
    rest = round(fmean(others), EXACT) if others else None
    return Response("\n".join(parts(given)), chosen(item, given), graded.items[place].score, rest)


def _discrimination(responses: Sequence[Response]) -> float | None:
    """None below ten students, and where all have the same score, or the same on their other items."""
    pairs = [(r.score, r.rest) for r in responses if r.score is not None and r.rest is not None]
    scores, rests = [score for score, _ in pairs], [rest for _, rest in pairs]
    known = len(pairs) >= LEAST and len(set(scores)) > 1 and len(set(rests)) > 1
    return round(correlation(scores, rests), 4) if known else None


def _whole(item: Item, response: Response) -> tuple[str, ...]:
    """All that was chosen; where it is no order, in the order of the options."""
    return response.chosen if item.shape == "order" else tuple(o.id for o in item.options if o.id in response.chosen)


def _chosen(item: Item, right: tuple[str, ...], responses: Sequence[Response]) -> Iterator[Chosen]:
    """Each option; of an order the key's, and those that were given more than once, the most frequent first."""
    if item.shape == "order":
        orders = Counter(r.chosen for r in responses if r.chosen)
        yield Chosen(answer=right, count=orders.pop(right, 0), in_key=True)
        again = sorted((-count, order) for order, count in orders.items() if count >= _AGAIN)
        yield from (Chosen(answer=order, count=-count, in_key=False) for count, order in again)
    elif item.shape in ("choice", "several"):
        for id_ in (o.id for o in item.options):
            yield Chosen(answer=id_, count=sum(id_ in r.chosen for r in responses), in_key=id_ in right)


def _others(item: Item, answer: Answer, responses: Sequence[Response]) -> list[Other]:
    """Each answer that is not the key's: options, options of several that were left, orders, quotations that are not right."""
    right = parts(answer.answer)
    if item.shape == "quote":
        return _other_quotations(responses)
    if item.shape == "several":
        return _other_sets(item, right, responses)
    return [Other(answer=c.answer, count=c.count) for c in _chosen(item, right, responses) if not c.in_key]


def _other_quotations(responses: Sequence[Response]) -> list[Other]:
    halves = sum(r.score is not None and 0 < r.score < 1 for r in responses)
    wordings = Counter(plain(r.words) for r in responses if r.score == 0)
    foreign = [Other(answer=words, count=count) for words, count in sorted(wordings.items()) if count >= _AGAIN]
    return [Other(answer="", count=halves, half=True), *foreign] if halves else foreign


def _other_sets(item: Item, right: tuple[str, ...], responses: Sequence[Response]) -> list[Other]:
    """Each option by itself: how many chose it and should not have, or left it and should have chosen it."""
    wanted, given = coded(item, right), [coded(item, r.chosen) for r in responses if r.chosen]
    missed = Counter(id_ for values in given for id_ in values if values[id_] != wanted[id_])
    return [Other(answer=id_, count=missed[id_], left=wanted[id_] == CHOSE) for id_ in wanted]


def _most(others: Sequence[Other]) -> tuple[Other, ...]:
    """Those that most gave; none that nobody did."""
    most = max((other.count for other in others), default=0)
    return tuple(other for other in others if other.count == most) if most else ()
