"""Nobody is called silent on what the reporter does not say so of."""

import pytest

from tests.silences import SETS, measured

FLOORS = {"set-1.toml": 0.45, "set-2.toml": 0.15}  # of the points that may be told: what is found; the rest stays possible


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_only_what_a_remark_is_about_is_told_as_one_sides_alone(path):
    figures = measured(path)
    assert figures.wrong == 0, figures.lines
    assert figures.recall >= FLOORS[path.name], figures.lines
