"""`python -m readoutdiff`, and what the installed command runs."""

import gc
import os

OBJECTS = 100_000  # new objects after which cycles are looked for


def start() -> None:
    """Run the command line. Its life is short and makes few cycles: collecting them often would only cost start-up."""
    gc.set_threshold(OBJECTS)
    try:
        from readoutdiff.cli import main

        main()
    except KeyboardInterrupt:  # before there is anything to end
        os._exit(130)


if __name__ == "__main__":
    start()
