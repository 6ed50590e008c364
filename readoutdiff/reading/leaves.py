"""The pages of a PDF, leafed through by a process of its own, which can be stopped: a small file may ask for work without an end.

PDFium unpacks and draws whatever a page refers to, again and again, before it says how much that is.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import msgspec

from readoutdiff.errors import InputError
from readoutdiff.reading.content import refuse_size
from readoutdiff.reading.lines import Line, lines_of
from readoutdiff.value import Value

SECONDS = 10  # of the processor, for one file; there is no such limit on Windows
_WAITED = 60  # seconds by the clock, on a machine that has much to do
_MEMORY = 950_000_000  # bytes, so that it stays below 1 GB; nor is there this one
_PAGES = 200  # at most
_PASSWORD = "password"  # noqa: S105 - as PDFium's message names what is missing
_UNREADABLE = "is a PDF that cannot be read; save it anew, or as plain text"


class Leaves(Value, frozen=True):
    """The lines of each page and what the file says of itself; `problem` is why there are none, and the mend."""

    pages: tuple[tuple[Line, ...], ...] = ()
    properties: Mapping[str, str] = {}
    problem: str = ""


def leaves_of(raw: bytes, name: str) -> Leaves:
    """The pages of a PDF. Raises InputError for one with a password, damaged, too long, or that takes too much time or memory."""
    path = os.pathsep.join(place or os.getcwd() for place in sys.path)  # noqa: PTH109 - as a string
    command = [sys.executable, "-P", "-m", __name__]
    try:
        done = subprocess.run(  # noqa: S603 - this program, and no word of the file
            command,
            input=raw,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_WAITED,
            check=True,
            env=os.environ | {"PYTHONPATH": path},
        )
        leaves = msgspec.json.decode(done.stdout, type=Leaves)
    except OSError as error:
        raise InputError(f"{name}: is a PDF, for which no process can be started ({error.strerror}); give its text") from error
    except (subprocess.SubprocessError, msgspec.DecodeError) as error:
        raise InputError(f"{name}: is a PDF that cannot be read in {SECONDS} seconds and 1 GB; save it anew, or as plain text") from error
    if problem := leaves.problem:
        raise InputError(f"{name}: {problem}")
    return leaves


def leaf_through(raw: bytes) -> Leaves:
    """The pages of a PDF, however long it takes."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        why = "is protected with a password; save it without one" if _PASSWORD in str(error) else "is a damaged PDF; save it anew"
        return Leaves(problem=why)
    try:
        return Leaves(_pages(document), document.get_metadata_dict())
    except InputError as error:
        return Leaves(problem=str(error).removeprefix(": "))
    except Exception:  # a parser of foreign files may fail in any way
        return Leaves(problem=_UNREADABLE)
    finally:
        document.close()


def _pages(document: Any) -> tuple[tuple[Line, ...], ...]:
    if len(document) > _PAGES:
        raise InputError(f"has {len(document)} pages; give those of one article")
    pages, size = [], 0
    for page in document:
        textpage = page.get_textpage()
        size += textpage.count_chars()
        refuse_size(size, "", "holds a text of")
        pages.append(tuple(lines_of(textpage)))
    return tuple(pages)


def _limit() -> None:
    """Let the system end this process where it takes too much; a core file would be larger still."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_AS, _MEMORY)):
        with suppress(ValueError, OSError):  # it is narrower already, or not kept here
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever waits for this process ends it
    _limit()
    sys.stdout.buffer.write(msgspec.json.encode(leaf_through(sys.stdin.buffer.read())))
