"""Ctrl-C, wherever it comes."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import FrameType

INTERRUPTED = 130
_IMPORTING = "<frozen importlib"


def heed() -> None:
    """Let Ctrl-C end a command also while a module is imported; where it is ignored, as in the background, it stays so."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupted)


def _interrupted(_: int, frame: FrameType | None) -> NoReturn:
    """In a callback of the import system Python would print the exception and go on. Nothing is half written while it imports."""
    if frame is not None and frame.f_code.co_filename.startswith(_IMPORTING):
        os._exit(INTERRUPTED)
    raise KeyboardInterrupt
