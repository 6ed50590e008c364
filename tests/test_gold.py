"""The hand-made cases, where they are: READOUTDIFF_GOLD names their folder. Figures under a floor fail; falls are printed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tiers import TIERS, precisions

GOLD = os.environ.get("READOUTDIFF_GOLD", "")
LANDED = Path(__file__).parent / "landed.json"
FLOORS = {
    "articles": {"voice": 0.92, "role": 0.90, "accuse": 0.90, "om-prec": 0.92, "sh-prec": 0.88, "links": 0.55},
    "pairs": {"accuse": 0.70, "om-prec": 0.65, "sh-prec": 0.70, "links": 0.30},
    "triangulated": {"find-prec": 0.80, "find-rec": 0.60, "accuse": 0.90, "sh-prec": 0.88, "sh-rec": 0.70, "links": 0.65},
}
RUN = f"{sys.executable} -m readoutdiff"
pytestmark = pytest.mark.skipif(not GOLD, reason="READOUTDIFF_GOLD does not name the folder of the hand-made cases")


def score(folder, tmp_path):
    out = tmp_path / "figures.json"
    subprocess.run([sys.executable, f"{GOLD}/score.py", str(folder), "--run", RUN, "--json", str(out)], check=True, timeout=600)
    return json.loads(out.read_text())


@pytest.mark.parametrize("name", FLOORS)
def test_figures_hold_their_floors(name, tmp_path, capsys):
    result = score(Path(GOLD, name), tmp_path)
    landed = json.loads(LANDED.read_text())[name]
    with capsys.disabled():
        for figure, value in result["all"].items():
            if value is not None and figure in landed and value < landed[figure] - 0.03:
                print(f"\n{name}: {figure} fell from {landed[figure]:.2f} to {value:.2f}")
    assert result["failed"] == 0
    assert {f: round(result["all"][f], 2) for f, floor in FLOORS[name].items() if result["all"][f] < floor} == {}


def test_the_surer_a_tier_the_more_often_it_is_right(capsys):
    found = precisions([Path(GOLD, "articles")])
    with capsys.disabled():
        print("\narticles: " + ", ".join(f"{tier} {precision:.2f} of {letters} letters" for tier, (precision, letters) in found.items()))
    right = [found[tier][0] for tier in TIERS]
    assert right == sorted(right, reverse=True)


def test_what_must_not_become_a_comparison(tmp_path):
    for name, want in json.loads(Path(GOLD, "negatives", "expected.json").read_text()).items():
        done = subprocess.run(
            [sys.executable, "-m", "readoutdiff", "compare", str(Path(GOLD, "negatives", name)), "-f", "json"],
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert (done.returncode, json.loads(done.stdout)["outcome"]) == (3, want["outcome"]), name
