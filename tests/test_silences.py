"""Nobody is called silent on what the reporter does not say so of."""

import tomllib

import pytest

from readoutdiff import compare, read
from tests.conftest import ROOT
from tests.silences import SETS, measured

# Of the points that may be told what is found at least; the rest stays possible.
FLOORS = {"set-1": 0.35, "set-2": 0.2, "set-3": 0.75, "set-4": 0.15}


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_only_what_a_remark_is_about_is_told_as_one_sides_alone(path):
    figures = measured(path)
    assert figures.wrong == 0, figures.lines
    assert figures.recall >= FLOORS[path.stem], figures.lines


FORMS = tomllib.loads((ROOT / "tests" / "forms_of_silence.toml").read_text(encoding="utf-8"))
STORY = (
    "Danish Foreign Minister Ida Ek spoke by phone with Peruvian Foreign Minister Luis Tapia on Monday, and each side put out its own "
    "account.\n\nBoth sides said the two had discussed a new direct flight between Copenhagen and Lima.\n\nThe Peruvian foreign ministry "
    "said in its readout that Tapia had thanked Ek for scholarships for 40 Peruvian engineers. It added that he had raised the tax on "
    "Peruvian avocados.\n\nThe Danish foreign ministry said Ek had asked for help in the case of a jailed Danish tourist. Ek also "
    "complained about fishing quotas for Danish vessels off Callao, it said. "
)


def _alone(remark):
    """What is told as one side's alone where the reporter remarks so."""
    comparison = compare(read(STORY + remark, name="story.txt"))
    alone = {s for topic in comparison.topics if topic.status == "one_sided" for ids in topic.segments.values() for s in ids}
    return [comparison.text_of(s) for s in comparison.segments if s.id in alone]


@pytest.mark.parametrize("remark", FORMS["silent"])
def test_a_remark_on_a_silence_is_understood_in_all_forms(remark):
    told = _alone(remark)
    assert any("fishing quotas" in text for text in told) and not any("tourist" in text for text in told)


@pytest.mark.parametrize("remark", FORMS["not_silent"])
def test_no_side_is_called_silent_where_the_reporter_does_not_say_so(remark):
    assert _alone(remark) == []
