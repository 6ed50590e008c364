"""How a corpus grows, for `python -m tests.bench`: in cases, in one text, on one core and on all.

Comparisons are counted as articles of 600 words, and set beside two things that cannot be done without: splitting the same stories
into sentences, and rapidfuzz's scoring of the same statements. How time grows is the exponent between the ends of a range: at 1 it
is in step with what is given. `--full` goes to 20,000 cases and to 10 MB, which takes many minutes.
"""

import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rapidfuzz import fuzz, process

from readoutdiff import compare, read
from readoutdiff.contract import Comparison, Document
from readoutdiff.corpus.processes import cores
from readoutdiff.lexicon.knowledge import load
from readoutdiff.text.blocks import block_ranges
from readoutdiff.text.quotations import find_quotations
from readoutdiff.text.sentences import split_sentences
from tests.conftest import ROOT
from tests.many_calls import write_stories

STORY = 600  # words
SIZES = (10, 100, 1000)
LENGTHS = (1_000, 10_000, 100_000, 1_000_000)


def used(work: Callable[[], object]) -> float:
    """The processor's time that a call takes, in seconds."""
    began = time.process_time()
    work()
    return time.process_time() - began


def on_one_core() -> None:
    """Whole comparisons, and what of that could not be saved in any case."""
    documents = [read(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "tests" / "stories").glob("round-*/*/article.txt"))]
    number = sum(d.words for d in documents) / STORY
    compared = [compare(d) for d in documents]
    whole = min(used(lambda: [compare(d) for d in documents]) for _ in range(3))
    splitting = min(used(lambda: [split(d) for d in documents]) for _ in range(3))
    scoring = min(used(lambda: [score(c) for c in compared]) for _ in range(3))
    print(f"whole comparisons, one core (floor 150)      {number / whole:8.0f} stories of {STORY} words a second")
    print(f"  splitting them into sentences alone        {number / splitting:8.0f} a second: {whole / splitting:.0f} times as many")
    print(f"  rapidfuzz's scoring of their statements    {number / scoring:8.0f} a second: {whole / scoring:.0f} times as many")


def split(document: Document) -> int:
    """How many sentences a text has."""
    text, abbreviations = document.text, load().abbreviations
    ranges = block_ranges(text)
    return sum(len(split_sentences(text, start, end, find_quotations(text, start, end), abbreviations)) for start, end in ranges)


def score(comparison: Comparison) -> object:
    """Every statement against every one."""
    told = [comparison.text_of(s) for s in comparison.segments if s.role == "statement"]
    return process.cdist(told, told, scorer=fuzz.token_set_ratio)


def in_cases(sizes: tuple[int, ...]) -> None:
    """Builds of more and more cases, each a process of its own; one of them once more on all cores."""
    with tempfile.TemporaryDirectory() as folder:
        _, start, _ = built(Path(folder), 1, 1)
        walls, spent = {}, {}
        for size in sizes:
            walls[size], cpu, memory = built(Path(folder), size, 1)
            spent[size] = cpu - start
            print(f"{f'corpus build, {size} cases, one core':45}{size / walls[size]:8.1f} cases a second, {memory} MB at most")
        growth = math.log(spent[sizes[-1]] / spent[sizes[0]]) / math.log(sizes[-1] / sizes[0])
        print(f"{'  growth exponent in cases (floor 1.05)':45}{growth:8.2f}")
        together, _, _ = built(Path(folder), SIZES[-1], cores())
        print(f"{f'  on {cores()} cores':45}{walls[SIZES[-1]] / together:8.2f} times as many")


def built(folder: Path, cases: int, jobs: int) -> tuple[float, float, int]:
    """A build in a process of its own: seconds by the clock, seconds of the processor, the most MB that it and its children held."""
    manifest = write_stories(folder / f"{cases}.jsonl", cases)
    out = tempfile.mkdtemp(dir=folder)
    command = [sys.executable, "-m", "readoutdiff", "corpus", "build", str(manifest), "--out", out, "--jobs", str(jobs)]
    began = time.perf_counter()
    process_ = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, spent = os.wait4(process_.pid, 0)
    assert status == 0, status
    return time.perf_counter() - began, spent.ru_utime + spent.ru_stime, spent.ru_maxrss // 1024


IN_ONE = """
import json, sys, time, resource
from readoutdiff import compare, read
text = open(sys.argv[1], encoding="utf-8").read()
compare(read(text[:20_000], language="en"), sides=["us", "cn"])
for size in json.loads(sys.argv[2]):
    began = time.process_time()
    compare(read(text[:size], language="en"), sides=["us", "cn"])
    print(json.dumps([size, time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024]), flush=True)
"""


def in_length(lengths: tuple[int, ...]) -> None:
    """One text that grows: all test stories one after the other, again and again."""
    stories = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "stories").glob("round-*/*/article.txt"))]
    whole = "\n\n".join(stories)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.write(("\n\n" + whole) * (lengths[-1] // len(whole) + 1))
        file.flush()
        done = subprocess.run([sys.executable, "-c", IN_ONE, file.name, json.dumps(lengths)], capture_output=True, check=True)
    spent = {}
    for line in done.stdout.splitlines():
        size, spent[size], memory = json.loads(line)
        print(f"{f'compare, one text of {size / 1000:,.0f} kB':45}{spent[size]:8.2f} s, {memory} MB at most")
    growth = math.log(spent[lengths[-1]] / spent[lengths[0]]) / math.log(lengths[-1] / lengths[0])
    print(f"{'  growth exponent in length (floor 1.1)':45}{growth:8.2f}")


def corpus(full: bool) -> None:
    """The table."""
    on_one_core()
    in_cases((*SIZES, 20_000) if full else SIZES)
    in_length((*LENGTHS, 10_000_000) if full else LENGTHS)
