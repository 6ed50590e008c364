"""`python -m readoutdiff`, and what the installed command runs."""

import gc
import os

from readoutdiff.interrupts import INTERRUPTED, heed

OBJECTS = 100_000  # new objects after which cycles are looked for


def start() -> None:
    """Run the command line. Its life is short and makes few cycles: collecting them often would only cost start-up."""
    gc.set_threshold(OBJECTS)
    try:
        heed()
        from readoutdiff.cli import main

        main()
    except KeyboardInterrupt:  # before there is anything to end
        os._exit(INTERRUPTED)


if __name__ == "__main__":
    start()
