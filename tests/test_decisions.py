"""Every decision on the project's own stories is the kept one: what a change changes of them is read, and accepted, before it goes in.

python -m tests.corpus            prints what changed
python -m tests.corpus --accept   keeps the decisions as they are now
"""

from pathlib import Path

import pytest

from tests.corpus import KEPT, TESTS, decisions, folders, run_case

FOLDERS = {name: folder for name, folder in folders() if TESTS.parent in folder.parents}
DECIDED = [line.split("\t") for line in KEPT.read_text().splitlines()]


@pytest.mark.parametrize("name", FOLDERS)
def test_every_decision_is_the_kept_one(name: str) -> None:
    now = {f"{name}/{case.name}/{place}": decision for case in cases(FOLDERS[name]) for place, decision, _ in decisions(run_case(case))}
    assert now == {place: decision for place, decision in DECIDED if place.startswith(f"{name}/")}


def cases(folder: Path) -> list[Path]:
    """The folders of a folder's cases."""
    return sorted(path.parent for path in folder.glob("*/case.json"))
