"""`python -m readoutdiff`, and what the installed command runs."""

import gc


def start() -> None:
    """Run the command line. Its life is short and makes few cycles: collecting them often would only cost start-up."""
    gc.set_threshold(100_000)
    from readoutdiff.cli import main

    main()


if __name__ == "__main__":
    start()
