"""What some tests need of the machine: a browser, an office, an index of packages."""

import os

import pytest


def missing(what, reason):
    """Skip what needs it, with the reason; with READOUTDIFF_REQUIRE_BROWSER=1 (…_OFFICE, …_INDEX) that is a failure."""
    if os.environ.get(f"READOUTDIFF_REQUIRE_{what}"):
        pytest.fail(f"{what.lower()} is required: {reason}")
    pytest.skip(reason)
