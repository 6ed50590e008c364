"""How many faults put into the code the tests see: a drawn sample of mutants of attribution, alignment and grading.

    pip install mutmut==3.8.1
    python -m tests.mutants DIR              a copy of the project in DIR is mutated and tested there; half an hour and more
    python -m tests.mutants DIR --again      once more those that lived, with the tests as they are now

The same seed and the same code give the same mutants. Lines that raise are left alone: that would change the words of a message.
Of each mutant the tests run that reach its function, the quickest first, until one fails; one that takes far too long is dead too.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
from pathlib import Path

import tomli_w

from tests.conftest import ROOT

SEED, EACH = 300, 100
PARTS = {
    "attribution": """attribution/acting attribution/allegiance attribution/attribute attribution/clauses attribution/company
        attribution/discourse attribution/framed attribution/introducing attribution/noticing attribution/owners attribution/owning
        attribution/people attribution/segments attribution/unframed parsing/constructions parsing/frame parsing/frames
        text/quotations text/sentences""",
    "alignment": """alignment/align alignment/claims alignment/denials alignment/hearing alignment/judging alignment/lex alignment/linking
        alignment/matching alignment/matrix alignment/pairing alignment/terms alignment/weigh attribution/signs attribution/units
        parsing/subjects topics""",
    "grading": """exercise/agreeing exercise/alpha exercise/analysing exercise/answers exercise/doubting exercise/given
        exercise/gradebook exercise/grading exercise/keyfile exercise/marks exercise/quoting exercise/reviewing exercise/values""",
}
TESTS = """alignment alpha antecedents attribution company constructs contract corrections decisions differences excerpts exercise findings
    items matching quoting segments_command sentences signs terminal verdicts"""
SLOW = """InTheBrowser TestCommands any_readable_text can_be_drawn change_nothing doubts_a_silence every_segment_of_every_story
    goes_to_no_terminal keeps_the_corrections mirrors_every_verdict no_line_is_wider one_row_are_found other_scripts the_same_bytes
    unrelated_paragraph what_learning_gives"""
UNSEEN = (0, 33)  # how the tests ended: all passed, or none reaches the function


def files(part: str) -> list[str]:
    """The files of a part."""
    return [f"readoutdiff/{name}.py" for name in PARTS[part].split()]


def copy(folder: Path) -> None:
    """The project as it is, with what mutmut is to do to it."""
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    mutated = folder / "mutants"
    for name in (*names, "readoutdiff/lexicon/compiled.json"):
        for target in (folder / name, *([mutated / name] if mutated.exists() and name.startswith("tests/") else [])):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target)
    settings = {
        "source_paths": ["readoutdiff"],
        "only_mutate": [file for part in PARTS for file in files(part)],
        "do_not_mutate_patterns": [r"^\s*raise\b"],
        "also_copy": ["samples", ".github", "README.md", "CHANGELOG.md", ".hatch_build.py"],
        "pytest_add_cli_args": ["-p", "no:cacheprovider", "-k", f"not ({' or '.join(SLOW.split())})"],
        "pytest_add_cli_args_test_selection": [f"tests/test_{name}.py" for name in TESTS.split()],
        "timeout_multiplier": 4.0,
        "timeout_constant": 5.0,
        "track_dependencies": False,
    }
    with (folder / "pyproject.toml").open("ab") as file:
        file.write(b"\n" + tomli_w.dumps({"tool": {"mutmut": settings}}).encode())


def drawn(part: str, seed: int) -> list[str]:
    """The names of a part's mutants that are drawn."""
    from mutmut.mutation.file_mutation import mutate_file_contents
    from mutmut.utils.format_utils import get_mutant_name

    codes = ((file, Path(file).read_text(encoding="utf-8")) for file in files(part))
    names = sorted(get_mutant_name(Path(file), name) for file, code in codes for name in mutate_file_contents(file, code).mutant_names)
    return sorted(random.Random(f"{seed} {part}").sample(names, EACH))


def lived(names: list[str]) -> list[str]:
    """Those of the names whose mutant no test saw."""
    metas = (json.loads(path.read_text(encoding="utf-8")) for path in Path("mutants/readoutdiff").rglob("*.meta"))
    ended = {name: status for meta in metas for name, status in meta["exit_code_by_key"].items()}
    return [name for name in names if ended[name] in UNSEEN]


def main() -> None:
    """Draw, test, and tell how many are dead and what the others are."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--again", action="store_true")
    given = parser.parse_args()
    copy(given.folder)
    os.chdir(given.folder)
    sample = {part: drawn(part, given.seed) for part in PARTS}
    names = [name for part in sample.values() for name in part]
    subprocess.run(["mutmut", "run", *(lived(names) if given.again else names)], check=True)
    for part, of in sample.items():
        print(f"{part}: {EACH - len(lived(of))} of {EACH} dead")
    for name in lived(names):
        subprocess.run(["mutmut", "show", name], check=True)


if __name__ == "__main__":
    main()
