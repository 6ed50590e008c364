"""Fuzzing led by coverage: `python -m tests.fuzz [SECONDS [FOLDER]]` (60 without them), which needs atheris.

What is read from bytes, the sentences of any text, and whose its words are. Each target has its share of the time and a process of its
own. It starts with seeds of its own, so that a run begins as the last one did; FOLDER keeps the inputs that led somewhere new, and a run
in the same folder goes on with them. Only ReadoutdiffError may come out. Every other kind of failure is printed once, and the input
that led to it is kept in a folder that is named at the end; then the exit status is 1.
"""

import importlib
import pkgutil
import random
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

SEED = 20250509
SLOW = 10  # seconds for one input
MOST = 1024  # MB


def words(file: Path, vocabulary: Sequence[str]) -> None:
    """Write the words of reporting as a dictionary of libFuzzer's."""
    said = [f" {word} ".encode().hex(" ") for word in vocabulary if word.strip()]
    file.write_text("".join('"' + "".join(rf"\x{byte}" for byte in word.split()) + '"\n' for word in said), encoding="ascii")


def main() -> int:
    """Fuzz each target in a process of its own, which libFuzzer ends."""
    from tests.fuzz_targets import TARGETS, VOCABULARY

    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    found = Path(tempfile.mkdtemp(prefix="found-"))
    with tempfile.TemporaryDirectory() as name:
        kept, dictionary = Path(sys.argv[2] if len(sys.argv) > 2 else name), Path(name, "dictionary.txt")
        words(dictionary, VOCABULARY)
        for target, what in TARGETS.items():
            (kept / target).mkdir(parents=True, exist_ok=True)
            for number, data in enumerate(what.seeds(random.Random(SEED))):
                (kept / target / f"seed-{number}").write_bytes(data[: what.longest])
            options = [f"-seed={SEED}", f"-max_total_time={max(1, seconds * what.share // 100)}", f"-max_len={what.longest}"]
            options += [f"-timeout={SLOW}", f"-rss_limit_mb={MOST}", "-print_final_stats=1", "-verbosity=0", f"-artifact_prefix={found}/"]
            options += [f"-dict={dictionary}"] if what.is_text else []
            print(f"== {target}", flush=True)
            command = [sys.executable, "-m", "tests.fuzz", "--in", str(found), target, *options, str(kept / target)]
            if subprocess.run(command, check=False).returncode and not any(found.iterdir()):
                (found / f"{target}-did-not-run").touch()
    failed = sorted(path.name for path in found.iterdir())
    print(f"{len(failed)} inputs that failed, in {found}" if failed else "nothing failed")
    return bool(failed)


def fuzz(found: Path, target: str, options: list[str]) -> None:
    """What the process does that libFuzzer ends."""
    import atheris

    with atheris.instrument_imports(include=["readoutdiff"]):
        import readoutdiff
        from readoutdiff import ReadoutdiffError, reading

        for package in (readoutdiff, reading):  # what is loaded only when it is needed
            for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
                if not module.ispkg and not module.name.endswith(("__main__", ".cli")):
                    importlib.import_module(module.name)

        from tests.fuzz_targets import TARGETS

    run = TARGETS[target].run
    told: set[str] = set()

    def one(data: bytes) -> None:
        try:
            run(data)
        except ReadoutdiffError as error:
            assert "\n" not in str(error)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            kind = f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"
            if kind not in told:
                told.add(kind)
                print(f"found: {kind}: {error}", file=sys.stderr, flush=True)
                (found / f"{target}-{len(told)}").write_bytes(data)

    atheris.Setup([sys.argv[0], *options], one)
    atheris.Fuzz()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--in"]:
        fuzz(Path(sys.argv[2]), sys.argv[3], sys.argv[4:])
    else:
        sys.exit(main())
