"""Fuzzing led by coverage: `python -m tests.fuzz [SECONDS]` (60 without them), which needs atheris.

What is read from bytes, the sentences of any text, and whose its words are. It starts with the samples and a seed of its own, so that
a run begins as the last one did. Only ReadoutdiffError may come out. Every other kind of failure is printed once, and the input that
led to it is kept in a folder that is named at the end; then the exit status is 1.
"""

import importlib
import pkgutil
import subprocess
import sys
import tempfile
import traceback
from itertools import pairwise
from pathlib import Path

SEED = 20250509
LONGEST = 4000  # bytes of an input
SLOW = 20  # seconds for one input
TASKS = (b"r", b"s", b"l")  # the first byte of an input says what is done with the rest: read, split, label


def seeds(folder: Path) -> None:
    """Write what the fuzzing starts with: files of all kinds, and the beginnings of stories."""
    from tests.conftest import SAMPLES
    from tests.test_any_file import WHOLE

    texts = sorted(SAMPLES.glob("*/*.txt"))[:12]
    starts = [b"r" + data for data in WHOLE] + [task + path.read_bytes()[:700] for path in texts for task in TASKS]
    for number, data in enumerate(starts):
        (folder / f"seed-{number}").write_bytes(data)


def words(file: Path) -> None:
    """Write the words of reporting as a dictionary of libFuzzer's."""
    from tests.test_any_text import WORDS

    said = [f" {word} ".encode().hex(" ") for word in dict.fromkeys(WORDS.split())]
    file.write_text("".join('"' + "".join(rf"\x{byte}" for byte in word.split()) + '"\n' for word in said), encoding="ascii")


def main() -> int:
    """Fuzz in a process of its own, which libFuzzer ends."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    found = Path(tempfile.mkdtemp(prefix="found-"))
    with tempfile.TemporaryDirectory() as name:
        corpus, dictionary = Path(name, "corpus"), Path(name, "words")
        corpus.mkdir()
        seeds(corpus)
        words(dictionary)
        options = [f"-seed={SEED}", f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={SLOW}", "-print_final_stats=1"]
        options += [f"-dict={dictionary}", f"-artifact_prefix={found}/", "-rss_limit_mb=4096", "-verbosity=0", str(corpus)]
        subprocess.run([sys.executable, "-m", "tests.fuzz", "--in", str(found), *options], check=False)
    kept = sorted(path.name for path in found.iterdir())
    print(f"{len(kept)} inputs that failed, in {found}" if kept else "nothing failed")
    return bool(kept)


def fuzz(found: Path, options: list[str]) -> None:
    """What the process does that libFuzzer ends."""
    import atheris

    with atheris.instrument_imports(include=["readoutdiff"]):
        from readoutdiff import ReadoutdiffError, label, read
        from readoutdiff import reading as readers
        from readoutdiff.knowledge import load
        from readoutdiff.quotations import find_quotations
        from readoutdiff.sentences import split_inside, split_sentences

        for module in pkgutil.iter_modules(readers.__path__):  # those of foreign files are loaded when one is read
            importlib.import_module(f"readoutdiff.reading.{module.name}")

    abbreviations = load().abbreviations
    told: set[str] = set()

    def one(data: bytes) -> None:
        task, rest = data[:1], data[1:]
        try:
            if task == b"r":
                read(rest)
                return
            text = rest.decode("utf-8", "replace")
            if task == b"s":
                for ranges in (
                    split_sentences(text, 0, len(text), find_quotations(text, 0, len(text)), abbreviations),
                    split_inside(text, 0, len(text), abbreviations),
                ):
                    assert all(a < b for a, b in ranges)
                    assert all(before[1] <= after[0] for before, after in pairwise(ranges))
            else:
                label(read(text, language="en"), sides=["pe", "ru"])
        except ReadoutdiffError as error:
            assert "\n" not in str(error)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            kind = f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"
            if kind not in told:
                told.add(kind)
                print(f"found: {kind}: {error}", file=sys.stderr, flush=True)
                (found / f"failed-{len(told)}").write_bytes(data)

    atheris.Setup([sys.argv[0], *options], one)
    atheris.Fuzz()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--in"]:
        fuzz(Path(sys.argv[2]), sys.argv[3:])
    else:
        sys.exit(main())
