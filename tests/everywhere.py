"""The same bytes on every Python that is here, with the newest and with the lowest versions of what readoutdiff stands on.

    python -m tests.everywhere FOLDER PYTHON...

makes in FOLDER an environment for each Python and each set of versions, runs the same commands in it, and prints for each what was
run and whether its bytes are those of the first. What cannot be installed is said, and counts as not run.
"""

import hashlib
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.conftest import DEMO, ROOT, SAMPLES
from tests.known_calls import manifest

EXTRAS = ("docx", "web", "pdf", "corpus")
FORMS = ("text", "html", "markdown", "docx", "json", "jsonl", "csv", "annotation")
READOUTS = [f"--readout={side}={SAMPLES / 'victory-day-readouts' / side}.txt" for side in ("il", "ru")]
ARTICLE = SAMPLES / "victory-day-call" / "article.txt"


def lowest():
    """The lowest versions that pyproject.toml allows, as pip takes them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(line for extra in EXTRAS for line in project["optional-dependencies"][extra])]
    return [re.sub(r">=([\d.]+).*", r"==\1", line) for line in wanted]


def commands():
    """What is run, each into a folder or file `out` of its own; the corpus' manifest is in the folder above."""
    for form in FORMS:
        yield ["compare", ARTICLE, "-f", form, "-o", f"out/article.{form}"]
        yield ["compare", ARTICLE, *READOUTS, "-f", form, "-o", f"out/checked.{form}"]
        yield ["compare", *READOUTS, "-f", form, "-o", f"out/readouts.{form}"]
    for form in ("text", "json"):
        yield ["segments", DEMO, "-f", form, "-o", f"out/segments.{form}"]
    yield ["exercise", "new", ARTICLE, "--out", "out/exercise", "--word", "--level", "advanced"]
    yield ["corpus", "build", "../calls.jsonl", "--out", "out/calls", "--jobs", "1"]
    yield ["corpus", "report", "out/calls", "-o", "out/calls.html"]


def made(program, folder, env=None):
    """The checksum of each file that the commands make."""
    (folder / "out").mkdir(parents=True)
    for command in commands():
        done = subprocess.run([program, "-m", "readoutdiff", *map(str, command)], cwd=folder, env=env, capture_output=True, check=False)
        assert done.returncode in (0, 4), (command, done.stderr)
    files = [path for path in sorted((folder / "out").rglob("*")) if path.is_file() and ".build" not in path.parts]
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def environment(python, folder, pins):
    """A new environment's Python and what is installed there; None and the last words of pip where that cannot be."""
    subprocess.run([python, "-m", "venv", folder], check=True)
    program = folder / "bin" / "python"
    extras = f"{ROOT}[{','.join(EXTRAS)}]"
    command = [program, "-m", "pip", "install", "--quiet", extras, *pins]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return None, [line for line in done.stderr.splitlines() if line.startswith("ERROR")][-1:]
    told = subprocess.run([program, "-m", "pip", "list", "--format", "json"], capture_output=True, text=True, check=True).stdout
    return program, {package["name"]: package["version"] for package in json.loads(told)}


def main(folder, pythons):
    folder.mkdir(parents=True)
    manifest(folder)
    first = None
    for python in pythons:
        for name, pins in (("newest", []), ("lowest", lowest())):
            place = folder / f"{Path(python).parent.parent.name}-{name}"
            program, told = environment(python, folder / f"{place.name}-env", pins)
            if program is None:
                print(f"{place.name}: not run: {' '.join(told)}", flush=True)
                continue
            files = made(program, place)
            first = first or files
            other = sorted(file for file in files.keys() | first.keys() if files.get(file) != first.get(file))
            versions = ", ".join(f"{package} {told[package]}" for package in sorted(told))
            print(f"{place.name}: {len(files)} files, {'all the same' if not other else f'other: {other}'} ({versions})", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2:] or [sys.executable])
