"""Speed as ratios within one run: `python -m tests.bench`.

Start-up: `compare` on the victory-day sample against an empty typer app that prints a rich table of two columns and
one row, in turn, median of the pairs. Attribution: stories a second on one core, counted as stories of 600 words; once the
step alone (who is introduced, which sides there are, whose each stretch is), once all from characters to labelled segments.
Alignment: two readouts, and texts of up to 2,000 segments each.
Length: how many times as long a text 100 times as long takes, and how two texts of nothing but one thing grow.
"""

import gc
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

from readoutdiff import compare, label, read, read_file
from readoutdiff.__main__ import OBJECTS
from readoutdiff.attribution.attribute import attribute
from readoutdiff.attribution.home import find_home, most_named
from readoutdiff.attribution.introducing import introduce
from readoutdiff.attribution.parts import Part
from readoutdiff.attribution.sides import find_sides
from readoutdiff.contract import Document
from readoutdiff.lexicon.entries import parse, raw_files
from readoutdiff.lexicon.knowledge import Knowledge, load, read_lexicon
from readoutdiff.parsing.story import Story, take_apart
from tests.conftest import ROOT, SAMPLES
from tests.corpus_bench import corpus
from tests.monotonous import MONOTONOUS, name
from tests.page_bench import page

EMPTY = """
import typer
app = typer.Typer()
@app.command()
def main():
    from rich.console import Console
    from rich.table import Table
    table = Table()
    table.add_column("a")
    table.add_column("b")
    table.add_row("x", "y")
    Console(width=100).print(table)
app()
"""
PAIRS = 15
STORY = 600  # words


def seconds(command: list[str]) -> float:
    """How long a whole process takes."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as in a user's shell
    return took(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=kept))


def took(work: Callable[[], object]) -> float:
    """How long a call takes, in seconds."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def start_up() -> None:
    """The whole process, and what of it is reading the lexicon."""
    story = str(SAMPLES / "victory-day-call" / "article.txt")
    ours = [sys.executable, "-m", "readoutdiff", "compare", story, "--width", "120"]
    empty = [sys.executable, "-c", EMPTY]
    seconds(ours), seconds(empty)
    pairs = [(seconds(ours), seconds(empty)) for _ in range(PAIRS)]
    ratio = statistics.median(a / b for a, b in pairs)
    reading = statistics.median(took(read_lexicon) for _ in range(20))  # past its cache
    document = read_file(story)
    compare(document)
    each = statistics.median(took(lambda: compare(document)) for _ in range(20))
    print(f"compare, whole process                       {statistics.median(a for a, _ in pairs) * 1000:8.0f} ms")
    print(f"empty typer app                              {statistics.median(b for _, b in pairs) * 1000:8.0f} ms")
    print(f"ratio (floor 1.5)                            {ratio:8.2f}")
    print(f"reading all knowledge (floor 15 ms)          {reading * 1000:8.1f} ms")
    print(f"compare, after start-up                      {each * 1000:8.1f} ms for {document.words} words")


def attribution() -> None:
    """Stories a second on one core."""
    knowledge = load()
    documents = [read_file(str(path)) for path in sorted((ROOT / "tests" / "stories").glob("round-*/*/article.txt"))]
    stories = [take_apart(d.text, knowledge) for d in documents]
    words = sum(d.words for d in documents)
    alone = min(took(lambda: [len(whose(story, knowledge)) for story in stories]) for _ in range(5))
    whole = min(took(lambda: [label(d) for d in documents]) for _ in range(5))
    print(f"attribution alone (floor 300 stories/s)      {words / STORY / alone:8.0f} stories of {STORY} words a second")
    print(f"from characters to labelled segments         {words / STORY / whole:8.0f} stories of {STORY} words a second")


def whose(story: Story, knowledge: Knowledge) -> list[Part]:
    """The attribution step of one story."""
    people = introduce(story, knowledge)
    sole = knowledge.grammar.words.sole
    people = people.settled(find_home(story, people, sole), sole, most_named(story))
    sides = find_sides(story, people, knowledge)
    return attribute(story, sides.people, sides.parties, knowledge)


def alignment() -> None:
    """Two readouts, and how the time grows with their length; the sentences are the lexicon's own examples."""
    lexicon = parse(raw_files())
    pool = [topic.example for topic in lexicon.topic] + [example for group in lexicon.group for example in group.example]
    for size, what in ((30, "two readouts of some 300 words"), (60, "two readouts of some 600 words (floor 15 ms)")):
        print(f"{what:45}{statistics.median(took(pair(pool, size)) for _ in range(9)) * 1000:8.1f} ms")
    for size in (250, 500, 1000, 2000):
        seconds_taken = took(pair(pool, size))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{f'two texts of {size} segments each':45}{seconds_taken:8.2f} s, {peak} MB at most")


def pair(pool: Sequence[str], size: int) -> Callable[[], object]:
    """The comparison of two texts of so many sentences, four to a paragraph, no sentence in both."""
    step = len(pool) // 2
    sentences = ([pool[(start + 7 * i) % len(pool)] for i in range(size)] for start in (0, step))
    left, right = ("\n\n".join(" ".join(told[i : i + 4]) for i in range(0, size, 4)) for told in sentences)
    return lambda: compare(read(left, role="readout", party="no", language="en"), read(right, role="readout", party="se", language="en"))


def length() -> None:
    """What a text 100 times as long costs."""
    story = (ROOT / "readoutdiff" / "demo" / "story.txt").read_text(encoding="utf-8")
    line = " ".join(story.split()) + " "
    for what, text in {
        "as paragraphs": lambda n: (story + "\n\n") * n,
        "as one giant paragraph": lambda n: line * n,
        "as one giant sentence": lambda n: line.replace(".", ",") * n,
        "100,000 quotation marks": lambda n: "“Peru said,” " * n * 500,
        "10,000 names": lambda n: " ".join(f"Prime Minister Abe {name(i)} said it was cold." for i in range(n * 100)),
    }.items():
        short, long = made(text(1)), made(text(100))
        once = min(took(lambda: label(short, sides=["fi", "ee"])) for _ in range(9))  # noqa: B023
        print(f"{what + ' (floor 120)':45}{min(took(lambda: label(long, sides=['fi', 'ee'])) for _ in range(2)) / once:8.0f} times")  # noqa: B023


def monotony() -> None:
    """What two texts of one thing twice as long cost: what grows with the square takes four times as long."""
    for what, text in MONOTONOUS.items():
        once, twice = (took(partial(compare_itself, text(times))) for times in (3_000, 6_000))
        print(f"{f'two texts of {what}, twice as long':52}{twice / once:4.1f} times")


def compare_itself(text: str) -> None:
    """Compare a text with itself, as two readouts."""
    compare(*(read(text, role="readout", party=party, language="en") for party in ("pe", "ru")))


def made(text: str) -> Document:
    """A document of a text."""
    return read(text, language="en")


def main() -> None:
    """Print the table, measured as the program itself runs."""
    gc.set_threshold(OBJECTS)
    print(f"{platform.machine()} {platform.system()}, Python {platform.python_version()}")
    start_up()
    attribution()
    alignment()
    length()
    monotony()
    corpus("--full" in sys.argv)
    page()


if __name__ == "__main__":
    main()
