"""Speed as ratios within one run: `python -m tests.bench`.

Start-up: `compare` on the victory-day sample against an empty typer app that prints a rich table of two columns and
one row, in turn, median of the pairs.
"""

import os
import platform
import statistics
import subprocess
import sys
import time

from readoutdiff import compare, read_file
from tests.conftest import SAMPLES

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


def seconds(command: list[str]) -> float:
    """How long a whole process takes."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as in a user's shell
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=kept)
    return time.perf_counter() - began


def main() -> None:
    """Print the table."""
    story = str(SAMPLES / "victory-day-call" / "article.txt")
    ours = [sys.executable, "-m", "readoutdiff", "compare", story, "--width", "120"]
    empty = [sys.executable, "-c", EMPTY]
    seconds(ours), seconds(empty)
    pairs = [(seconds(ours), seconds(empty)) for _ in range(PAIRS)]
    ratio = statistics.median(a / b for a, b in pairs)
    document = read_file(story)
    compare(document)
    began = time.perf_counter()
    for _ in range(20):
        compare(document)
    each = (time.perf_counter() - began) / 20
    print(f"{platform.machine()} {platform.system()}, Python {platform.python_version()}")
    print(f"compare, whole process    {statistics.median(a for a, _ in pairs) * 1000:7.0f} ms")
    print(f"empty typer app           {statistics.median(b for _, b in pairs) * 1000:7.0f} ms")
    print(f"ratio (floor 1.5)         {ratio:7.2f}")
    print(f"compare, after start-up   {each * 1000:7.1f} ms for {document.words} words")


if __name__ == "__main__":
    main()
