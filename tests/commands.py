"""Commands that a page prints, found in it, and a desk on which they can be run as they stand."""

import csv
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec

from readoutdiff.exercise.folder import read_folder
from readoutdiff.exercise.values import Answers
from tests.conftest import ROOT, SAMPLES

STORY = SAMPLES / "victory-day-call" / "article.txt"
IL, RU = (SAMPLES / "victory-day-readouts" / name for name in ("il.txt", "ru.txt"))
NG, BR = (SAMPLES / "lagos-brasilia-readouts" / name for name in ("ng.txt", "br.txt"))
STAND_INS = {
    "story.txt": STORY, "first.txt": IL, "second.txt": RU, "white-house.txt": IL, "kremlin.txt": RU,
    "us.txt": NG, "br.txt": BR, "il.txt": IL, "ru.txt": RU, "no10.txt": IL,
}  # fmt: skip
PROGRAMS = ("readoutdiff", "python", "pip", "uvx", "pipx", "python3", "READOUTDIFF_ACCEPT=1", "pytest", "text2qti")


_LINES = re.compile(
    r"```sh\n(?P<block>.*?)```|^    (?:\$ )?(?P<indented>\S[^\n]*)$|(?<!`)`(?P<inline>[^`\n]+)`(?!`)", re.DOTALL | re.MULTILINE
)


def commands(page):
    """The command lines of a page in its order: of shell blocks, of indented lines, and in running text; each once."""
    lines = [line.strip() for found in _LINES.finditer(page) for line in found[found.lastgroup or 0].splitlines()]
    return list(dict.fromkeys(line for line in lines if line.partition(" ")[0] in PROGRAMS and " " in line))


def set_desk(folder):
    """Put what the commands name into a folder: texts, a manifest, this copy's samples and tests."""
    for name, source in STAND_INS.items():
        shutil.copy(source, folder / name)
    shutil.copytree(SAMPLES, folder / "samples")
    (folder / "answers").mkdir()
    with (folder / "calls.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [
                ["id", "date", "article", "readout:il", "readout:ru"],
                ["2023-03-01", "2023-03-01", "story.txt", "", ""],
                ["2025-05-09", "2025-05-09", "", "il.txt", "ru.txt"],
            ]
        )


def run_line(line, folder, stdin=b""):
    """Run a command line in a shell, with this installation's programs first."""
    if "exercise grade lesson/" in line:
        hand_in(folder)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", line.replace(" | less", " | cat")],
        cwd=folder, input=stdin, capture_output=True, timeout=120, check=False,
        env=os.environ | {"PATH": path, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def hand_in(folder):
    """The answers of a student who knows all."""
    exercise, key = read_folder(folder / "lesson")
    given = {i.id: key.of(i.id).answer or "\n".join([*key.of(i.id).evidence[:1], *key.of(i.id).beside[:1]]) for i in exercise.items}
    (folder / "answers" / "7.json").write_bytes(msgspec.json.encode(Answers(exercise=key.exercise, student="7", answers=given)))
