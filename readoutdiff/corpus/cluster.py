"""A Dask cluster as an executor (extra `cluster`)."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from readoutdiff.errors import UsageError
from readoutdiff.reading.extras import needed

PATIENCE = 10.0  # seconds for a scheduler to answer


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The executor of the cluster whose scheduler has this address, as in tcp://10.0.0.5:8786.

    Its workers need readoutdiff of this version, and nothing of this machine's files. Raises UsageError where no scheduler answers.
    """
    distributed = needed("distributed", "cluster", "--scheduler", "a Dask cluster")
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"--scheduler {address}: no Dask scheduler answers ({' '.join(str(error).split())}); check the address") from error
    with client:
        try:
            yield client.get_executor(pure=False)
        except BaseException:
            # for the rest of the process: of work under way, for which nobody waits any more, the client that closes logs errors
            logging.disable(logging.CRITICAL)
            raise
