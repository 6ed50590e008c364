"""The same corpus from a Dask cluster: real workers, one of which is killed while it works."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from readoutdiff import compare_many, read_cases
from tests.conftest import ROOT
from tests.every_command import run_in
from tests.many_calls import data_in, write_manifest

CASES = 300


@pytest.fixture(scope="module")
def cluster():
    """Two workers, each a process."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        yield cluster


def workers(cluster):
    """The process ids of the workers that are there."""
    from distributed import Client

    with Client(cluster.scheduler_address, set_as_default=False) as client:
        return list(client.run(os.getpid).values())


def test_a_worker_killed_in_the_middle_changes_nothing(run, cluster, tmp_path):
    write_manifest(tmp_path / "calls.jsonl", CASES)
    assert run("corpus", "build", "calls.jsonl", "--out", "here", "--jobs", "2", cwd=tmp_path).returncode == 0
    done = []
    command = ("corpus", "build", "calls.jsonl", "--out", "there", "--scheduler", cluster.scheduler_address)
    building = threading.Thread(target=lambda: done.append(run(*command, cwd=tmp_path)))
    victim = workers(cluster)[0]
    building.start()
    journal = tmp_path / "there" / ".build" / "open" / "finished.jsonl"
    while not (journal.exists() and journal.read_bytes().count(b"\n") > 20):
        assert building.is_alive()
        time.sleep(0.02)
    os.kill(victim, signal.SIGKILL)
    assert journal.read_bytes().count(b"\n") < CASES / 2
    building.join()
    assert (done[0].returncode, done[0].stdout) == (0, f"there: {CASES} cases; none failed\n".encode()), done[0].stderr
    assert data_in(tmp_path / "there") == data_in(tmp_path / "here")


def test_its_executor_does_for_the_api(cluster, tmp_path):
    from distributed import Client

    manifest = str(write_manifest(tmp_path / "calls.jsonl", 30))
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        assert list(compare_many(read_cases(manifest), client.get_executor())) == list(compare_many(read_cases(manifest)))


def test_where_no_scheduler_answers_it_is_one_line(monkeypatch, tmp_path):
    """Within this process, where it need not be waited for."""
    monkeypatch.setattr("readoutdiff.corpus.cluster.PATIENCE", 0.5)
    write_manifest(tmp_path / "calls.jsonl", 1)
    command = ["corpus", "build", "calls.jsonl", "--out", "corpus", "--scheduler", "tcp://127.0.0.1:9"]
    status, told, said = run_in(tmp_path, command)
    assert (status, told, said.count(b"\n")) == (2, b"", 1), said
    assert b"no Dask scheduler answers" in said
    assert not (tmp_path / "corpus").exists()


def test_a_worker_of_another_version_is_noticed(run, tmp_path):
    """One that says so of itself: its results would not be ours."""
    scheduler = (
        "import readoutdiff.version as version; version.__version__ = '0.0.0'\n"
        "from distributed import LocalCluster\n"
        "import sys\n"
        "cluster = LocalCluster(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None)\n"
        "print(cluster.scheduler_address, flush=True)\n"
        "sys.stdin.read()\n"
    )
    write_manifest(tmp_path / "calls.jsonl", 3)
    other = subprocess.Popen(
        [sys.executable, "-c", scheduler.replace("processes=False", "processes=False, protocol='tcp'")],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        address = other.stdout.readline().strip()  # type: ignore[union-attr]
        done = run("corpus", "build", "calls.jsonl", "--out", "corpus", "--scheduler", address, cwd=tmp_path)
    finally:
        other.stdin.close()  # type: ignore[union-attr]
        other.wait(timeout=60)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1), done.stderr
    assert b"a worker has readoutdiff and lexicon 0.0.0" in done.stderr
