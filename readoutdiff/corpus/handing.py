"""Work handed to others, piece by piece, and taken back in order, so that memory stays bounded whoever does it.

Whoever dies over a piece of work costs no other one its result: what came to nothing is done again alone, when nothing else is
under way, so that it is known which piece it was.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, wait
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 256  # pieces of work given out before the first of them is back
HELD = 64 * 1024 * 1024  # bytes of texts that are given out at once
_AGAIN = 2  # times that a piece of work is tried anew


def handed_out(
    work: Callable[[T], R], pieces: Iterable[T], executor: Executor | None, size: Callable[[T], int], lost: Callable[[T, BaseException], R]
) -> Iterator[R]:
    """The result of each piece of work, in the order of the pieces; without an executor it is done here, when it is asked for.

    `work` must not raise; what is raised is the executor's, as when a process dies. A piece that comes to nothing again and again gets
    what `lost` says of it. An executor that takes no more work ends all with the error that it raises.
    """
    if executor is None:
        yield from map(work, pieces)
        return
    waiting: deque[tuple[T, Future[R]]] = deque()
    held = 0
    for piece in pieces:
        while waiting and (len(waiting) >= AHEAD or held + size(piece) > HELD):
            held -= size(waiting[0][0])
            yield _taken_back(work, waiting, executor, lost)
        held += size(piece)
        waiting.append((piece, executor.submit(work, piece)))
    while waiting:
        yield _taken_back(work, waiting, executor, lost)


def _taken_back(
    work: Callable[[T], R], waiting: deque[tuple[T, Future[R]]], executor: Executor, lost: Callable[[T, BaseException], R]
) -> R:
    piece, future = waiting.popleft()
    try:
        return future.result()
    except Exception as error:
        failed: Exception = error
    wait([other for _, other in waiting])
    for _ in range(_AGAIN):
        again = executor.submit(work, piece)
        try:
            return again.result()
        except Exception as error:
            failed = error
    return lost(piece, failed)
