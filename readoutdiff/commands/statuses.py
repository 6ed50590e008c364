"""The exit statuses of commands that ran to their end, where that is not 0; those of errors are in errors.py and cli.py."""

DIFFERENT = 1  # with --exit-code: a side is silent, or something differs
NOT_COMPARED = 3
FAILED = 4  # some of the cases or answers that were given; they are named
