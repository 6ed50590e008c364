"""Processes of this machine as an executor that outlives the death of one of them, and whose processes end with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import Any

from readoutdiff.interrupts import deaf


def cores() -> int:
    """How many cores this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


class Processes(Executor):
    """So many processes. Where one dies, what was under way fails, and new ones do what is given next."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        with deaf():
            self._pool = self._started()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """As of any executor."""
        with deaf():  # the first call, and that after a death, starts the processes
            try:
                return self._pool.submit(fn, *args, **kwargs)
            except BrokenProcessPool:
                self._pool.shutdown(wait=False, cancel_futures=True)
                self._pool = self._started()
                return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """As of any executor."""
        self._pool.shutdown(wait=wait, cancel_futures=cancel_futures)

    def stop(self) -> None:
        """End the processes at once, whatever is under way."""
        end_all()
        self._pool.shutdown(cancel_futures=True)

    def _started(self) -> ProcessPoolExecutor:
        _track_quietly()
        # spawned on every system: forking a process that has threads may leave locks held that nobody lets go of
        return ProcessPoolExecutor(self._jobs, multiprocessing.get_context("spawn"), initializer=_live_with_parent)


def end_all() -> None:
    """End the processes that this one has started."""
    for process in multiprocessing.active_children():
        process.terminate()


def _track_quietly() -> None:
    """Start what tidies up after a process that ends at once, where there is such a thing; what it then finds is no news for a user."""
    if os.name == "posix":
        from multiprocessing.resource_tracker import ensure_running

        sys.warnoptions.append("ignore:resource_tracker:UserWarning")  # it is started with the options of this process
        try:
            ensure_running()
        finally:
            sys.warnoptions.pop()


def _live_with_parent() -> None:
    """Leave Ctrl-C to the parent, and end when it does, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
