"""Ctrl-C, wherever it comes."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

INTERRUPTED = 130
_IMPORTING = "<frozen importlib"


def heed() -> None:
    """Let Ctrl-C end a command also while a module is imported; where it is ignored, as in the background, it stays so."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupted)


def _interrupted(_: int, frame: FrameType | None) -> NoReturn:
    """An exception in the midst of an import comes out as another, or is printed and lost, or aborts a library written in C.

    Nothing is half written while a module is imported.
    """
    while frame is not None:
        if frame.f_code.co_filename.startswith(_IMPORTING):
            os._exit(INTERRUPTED)
        frame = frame.f_back
    raise KeyboardInterrupt


@contextmanager
def ended_by_ctrl_c(last: Callable[[], object]) -> Iterator[None]:
    """Let Ctrl-C end this process at once meanwhile, after some last words; where it is ignored, it stays so.

    For work that may be killed at any point and goes on: an exception would come up anywhere, also in the midst of a library that
    then waits for ever, or aborts.
    """

    def end(_: int, __: FrameType | None) -> NoReturn:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # once is enough
        try:
            last()
        finally:
            os._exit(INTERRUPTED)

    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        yield
        return
    signal.signal(signal.SIGINT, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def deaf() -> Iterator[None]:
    """Hear Ctrl-C only afterwards, and have what is started meanwhile never hear it (not on Windows); in the main thread only.

    To block it is not enough for this process: another thread hears it then, and has the main one deal with it.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        with _blocked():
            yield
    finally:
        signal.signal(signal.SIGINT, before)
    if heard:
        signal.raise_signal(signal.SIGINT)


@contextmanager
def _blocked() -> Iterator[None]:
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
